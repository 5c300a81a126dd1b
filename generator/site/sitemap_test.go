package site

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/source"
)

func sitemapOf(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	outputs, problems := build(t, Options{}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	days := map[string]string{}
	for _, e := range outputs["sitemap.xml"].View().(data.Sitemap).Entries {
		days[strings.TrimPrefix(e.Address, "https://ngc.dk/arkiv")] = e.Changed
	}
	return days
}

func TestTheSitemapSaysWhenMinutesChangedAsFarAsTheySayItThemselves(t *testing.T) {
	for what, c := range map[string]struct{ state, keys, want string }{
		"nothing":                    {"final", "", ""},
		"the day of the document":    {"final", "[record]\ndate = 2024-03-08", "2024-03-08"},
		"an approval":                {"approved", "approved = 2024-04-02\n[record]\ndate = 2024-03-08", "2024-04-02"},
		"a correction":               {"approved", "approved = 2024-04-02\n[[corrections]]\ndate = 2024-05-06\nwhat = \"Antallet er 17.\"", "2024-05-06"},
		"two of them":                {"final", "[[corrections]]\ndate = 2024-05-06\nwhat = \"Det er 17.\"\n[[corrections]]\ndate = 2024-04-06\nwhat = \"Det er 71.\"", "2024-05-06"},
		"the instant of publication": {"final", "publish = 2024-03-31T23:30:00+01:00", "2024-04-01"},
	} {
		days := sitemapOf(t, map[string]string{"content/referater/a/2024-03-05.md": meetingFile(c.state, c.keys+"\n", "## Pkt. 1 Status\n\n### Referat\n\nTekst.\n")})
		for _, address := range []string{"/referater/a/2024-03-05/", "/referater/a/2024-03-05/index.json"} {
			if got, listed := days[address]; !listed || got != c.want {
				t.Errorf("%s: %s changed on %q, want %q", what, address, got, c.want)
			}
		}
		if days["/"] != "" || days["/referater/"] != "" {
			t.Errorf("%s: a list says when it changed", what)
		}
	}
}

func TestTheSitemapSaysWhenTheNewestCorrectionWasMade(t *testing.T) {
	days := sitemapOf(t, map[string]string{"content/referater/a/2024-03-05.md": meetingFile("final", "[[corrections]]\ndate = 2024-05-06\nwhat = \"Det er 17.\"\n", "Tekst.\n")})
	if days["/rettelser/"] != "2024-05-06" || days["/rettelser/feed.xml"] != "2024-05-06" {
		t.Errorf("%v", days)
	}
}

// partsOf cuts files as a sitemap of so many addresses would be cut, to lines "name: files".
func partsOf(most int, paths ...string) []string {
	f := &frame{origin: "https://ngc.dk"}
	var files []mapped
	for _, p := range paths {
		files = append(files, mapped{Path: p})
	}
	var lines []string
	for _, part := range f.cutSitemap(files, 0, most) {
		var names []string
		for _, file := range part.files {
			names = append(names, file.Path)
		}
		lines = append(lines, part.name+": "+strings.Join(names, " "))
	}
	return lines
}

func TestALargeSitemapIsCutByWhatAddressesSay(t *testing.T) {
	paths := []string{"index.html", "om/index.html", "r/a/2023-11-07/index.html", "r/a/2024-01-09/index.html", "r/b/2024-01-09-2/index.html", "r/b/2024-03-05/index.html", "r/2024/03/index.html"}
	for most, want := range map[int][]string{
		7: {": " + strings.Join(paths, " ")},
		5: {"om: " + paths[1], "r: " + strings.Join(paths[2:], " "), "root: " + paths[0]},
		4: {"om: " + paths[1], "r/2023: " + paths[2], "r/2024: " + strings.Join(paths[3:], " "), "root: " + paths[0]},
		2: {"om: " + paths[1], "r/2023: " + paths[2], "r/2024/01: " + paths[3] + " " + paths[4], "r/2024/03: " + paths[5] + " " + paths[6], "root: " + paths[0]},
		1: {"om: " + paths[1], "r/2023: " + paths[2], "r/2024/01/09: " + paths[3] + " " + paths[4], "r/2024/03: " + paths[6], "r/2024/03/05: " + paths[5], "root: " + paths[0]},
	} {
		if got := partsOf(most, paths...); !slices.Equal(got, want) {
			t.Errorf("of %d: got\n%s\nwant\n%s", most, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestANewMeetingStaysInItsPartOfTheSitemap(t *testing.T) {
	before := partsOf(2, "r/a/2023-11-07/index.html", "r/a/2024-01-09/index.html", "r/a/2025-01-07/index.html")
	after := partsOf(2, "r/a/2023-11-07/index.html", "r/a/2024-01-09/index.html", "r/a/2025-01-07/index.html", "r/a/2025-03-04/index.html")
	if !slices.Equal(before[:2], after[:2]) || after[2] != before[2]+" r/a/2025-03-04/index.html" {
		t.Errorf("%q became %q", before, after)
	}
}

func TestASitemapOfLongAddressesIsCutToo(t *testing.T) {
	long := strings.Repeat("ø", 120)
	var paths []string
	for i := range mostInSitemap - 1 {
		paths = append(paths, fmt.Sprintf("r/%s/%d-01-01/%d.pdf", long, 2000+i%2, i))
	}
	if got := len(partsOf(mostInSitemap, paths...)); got != 1 {
		t.Errorf("%d parts of what fits", got)
	}
	for i := range paths {
		paths[i] = strings.ReplaceAll(paths[i], long, long+long)
	}
	if got := len(partsOf(mostInSitemap, paths...)); got != 2 {
		t.Errorf("%d parts of what does not fit", got)
	}
}

func TestASiteOfVeryManyAddressesHasASitemapOfParts(t *testing.T) {
	files := map[string]string{}
	for i := range mostInSitemap/2 + 1 {
		files[fmt.Sprintf("content/referater/a/%d-%02d-%02d-%d.md", 2020+i%5, 1+i/5%12, 1+i/60%28, 2+i/1680)] = meetingFile("final", "[record]\ndate = 2025-01-02\n", "")
	}
	outputs, problems := build(t, Options{}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	index := outputs["sitemap.xml"].View().(data.Sitemap)
	if len(index.Entries) > 0 || len(index.Parts) < 5 {
		t.Fatalf("%d parts", len(index.Parts))
	}
	listed := map[string]bool{}
	for _, p := range index.Parts {
		address, err := url.Parse(p.Address)
		if err != nil {
			t.Fatal(err)
		}
		part := outputs[strings.TrimPrefix(address.Path, "/arkiv/")].View().(data.Sitemap)
		if len(part.Entries) == 0 || len(part.Entries) > mostInSitemap {
			t.Errorf("%s has %d addresses", p.Address, len(part.Entries))
		}
		if strings.HasPrefix(address.Path, "/arkiv/sitemap/referater/2") && p.Changed != "2025-01-02" {
			t.Errorf("%s changed on %q", p.Address, p.Changed)
		}
		for _, e := range part.Entries {
			if listed[e.Address] {
				t.Errorf("%s is listed twice", e.Address)
			}
			listed[e.Address] = true
		}
	}
	for path := range outputs {
		o := outputs[path]
		if o.forEverybody() && !listed["https://ngc.dk/arkiv/"+strings.TrimSuffix(path, "index.html")] {
			t.Errorf("%s is in no part", path)
		}
	}
}
