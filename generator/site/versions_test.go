package site

import (
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"referat/generator/content"
	"referat/generator/source"
)

const keptPath = "content/referater/a/2024-01-02.md"

// asRecorded puts a text into the record as a version of the minutes at keptPath; the last
// to be put there is the latest.
func asRecorded(t *testing.T, files map[string]string, texts ...string) map[string]string {
	t.Helper()
	all := maps.Clone(files)
	lines := "path,address,version,state,recorded,seal,bytes\n"
	for i, text := range texts {
		m := minutesOf(t, text)
		seal := hex.EncodeToString(m.Seal[:])
		lines += fmt.Sprintf("%s,/referater/a/2024-01-02/,%d,%s,2024-01-%02d,%s,%s\n", keptPath, i+1, m.State, 10+i, seal, seal)
		name := "content/.record/texts/referater/a/2024-01-02.md"
		if i < len(texts)-1 {
			name = fmt.Sprintf("content/.record/texts/referater/a/2024-01-02.v%d.md", i+1)
		}
		all[name] = text
	}
	all["content/.record/documents.csv"] = lines
	return all
}

func minutesOf(t *testing.T, text string) *content.Minutes {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte(settings)}, keptPath: {Data: []byte(text)}}
	tree, _ := source.Look(fsys, fsys, source.Records{})
	docs, problems := content.Parse(tree, nil, content.Cache{})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	return docs.Minutes[0]
}

// builtWithRecord makes the outputs of files of which some are the record.
func builtWithRecord(t *testing.T, files map[string]string) (map[string]Output, []source.Problem) {
	t.Helper()
	g := &grower{T: t}
	files = maps.Clone(files)
	files["site.toml"], files["content/udvalg/a.md"] = settings+files["site.toml"], "+++\ntitle = \"Udvalg A\"\n+++\n"
	s, list := g.site(files, Options{})
	outputs := map[string]Output{}
	for _, o := range list {
		outputs[o.Path] = o
	}
	return outputs, s.Problems()
}

const correctedOnce = "[[corrections]]\ndate = 2024-02-01\nwhat = \"Tallet er 121.\"\n"

func TestAnEarlierVersionStaysReadableBelowTheOneThatHolds(t *testing.T) {
	was := meetingFile("final", "", "## Pkt. 1 Tal\n\n### Referat\n\nDer var 112 prøver.\n")
	is := meetingFile("approved", "approved = 2024-02-06\n"+correctedOnce, "## Pkt. 1 Tal\n\n### Referat\n\nDer var 121 prøver.\n")
	outputs, problems := builtWithRecord(t, asRecorded(t, map[string]string{keptPath: is, "content/referater/a/2024-03-05.md": meetingFile("final", "", "")}, was))
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	now := outputs["referater/a/2024-01-02/index.html"].View().(MinutesView)
	then := outputs["referater/a/2024-01-02/v1/index.html"].View().(MinutesView)
	if got := fmt.Sprint(now.Version, now.Earlier); got != "{2 2024-02-01 /arkiv/referater/a/2024-01-02/ } [{1 2024-01-10 /arkiv/referater/a/2024-01-02/v1/ /arkiv/referater/a/2024-01-02/v1/forskelle/}]" {
		t.Error(got)
	}
	if then.Canonical != now.Canonical || then.Current.Href != "/arkiv/referater/a/2024-01-02/" || then.Cite != "https://ngc.dk/arkiv/referater/a/2024-01-02/v1/" || then.JSON != "" {
		t.Errorf("%+v", then)
	}
	if then.State != "final" || len(then.Corrections) > 0 || then.Next.Href != "" || now.Next.Href == "" || now.Current.Href != "" {
		t.Errorf("%+v %+v", then, now.Next)
	}
	if text := then.Items[0].Sections[0].Parts[0].Text; text.From != "content/.record/texts/referater/a/2024-01-02.md" || text.Fragment == now.Items[0].Sections[0].Parts[0].Text.Fragment {
		t.Errorf("%+v", text)
	}
	if list := fmt.Sprint(outputs["sitemap.xml"].View()); strings.Contains(list, "/v1/") {
		t.Error(list)
	}
}

func TestWhenTheCorrectedVersionIsRecordedTooNothingChangesOnThePages(t *testing.T) {
	was := meetingFile("final", "", "## Pkt. 1 Tal\n\n112\n")
	is := meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n\n121\n")
	files := map[string]string{keptPath: is}
	before, _ := builtWithRecord(t, asRecorded(t, files, was))
	after, _ := builtWithRecord(t, asRecorded(t, files, was, is))
	for path, o := range before {
		if o.Form == Index {
			if now := after[path]; now.Key() != o.Key() {
				t.Errorf("%s is made from something else", path)
			}
			continue
		}
		got := strings.ReplaceAll(fmt.Sprint(after[path].View()), ".v1.md", ".md")
		if got != fmt.Sprint(o.View()) {
			t.Errorf("%s was\n%v\nand is\n%v", path, o.View(), got)
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d outputs, then %d", len(before), len(after))
	}
}

func TestTheSameWordsAreNoOtherVersion(t *testing.T) {
	is := meetingFile("final", correctedOnce+"[[attachments]]\nfile = \"b.pdf\"\ntitle = \"B\"\n", "## Pkt. 1 Tal\n\n**112**\n")
	outputs, _ := builtWithRecord(t, asRecorded(t, map[string]string{keptPath: is}, meetingFile("final", "", "## Pkt. 1 Tal\n\n112\n")))
	if v := outputs["referater/a/2024-01-02/index.html"].View().(MinutesView); v.Version.Number != 0 || outputs["referater/a/2024-01-02/v1/index.html"].Path != "" {
		t.Errorf("%+v", v.Version)
	}
}

func TestOfWithdrawnMinutesNoVersionStays(t *testing.T) {
	first, second := meetingFile("final", "", "## Pkt. 1 Hemmeligt 112\n"), meetingFile("final", correctedOnce, "## Pkt. 1 Hemmeligt 121\n")
	is := meetingFile("withdrawn", "withdrawn = 2024-03-01\nwithdrawn_reason = \"persondata\"\n"+correctedOnce, "## Pkt. 1 Hemmeligt 121\n")
	for _, recorded := range [][]string{{first, second}, {first, meetingFile("final", "", "## Pkt. 1 Hemmeligt 113\n")}} { // whatever stands in the file by now
		files := asRecorded(t, map[string]string{keptPath: is}, recorded...)
		files["content/.record/addresses.csv"] = "address,anchors\n/referater/a/2024-01-02/,\n/referater/a/2024-01-02/v1/,\n"
		outputs, _ := builtWithRecord(t, files)
		if o := outputs["referater/a/2024-01-02/v2/index.html"]; o.Path != "" {
			t.Error("a stone stands where nothing stood")
		}
		for path, o := range outputs {
			if view := fmt.Sprintf("%+v", o.View()); strings.Contains(view, "Hemmeligt") || strings.Contains(view, "Tallet er") {
				t.Errorf("%s: %s", path, view)
			}
		}
		for _, path := range []string{"referater/a/2024-01-02/index.html", "referater/a/2024-01-02/v1/index.html", "referater/a/2024-01-02/v1/forskelle/index.html"} {
			if o := outputs[path]; o.Layout != "withdrawn" || !strings.Contains(fmt.Sprint(outputs["_redirects"].View()), path) {
				t.Errorf("%s: %q", path, o.Layout)
			}
		}
	}
}

func TestWhatWasTakenAwayDoesNotComeBackAsAnEarlierVersion(t *testing.T) {
	open := meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Hemmeligt\"\n", "## Pkt. 1 Hemmeligt\n\nHemmeligt.\n")
	shut := meetingFile("final", correctedOnce+"[[agenda]]\nnumber = \"1\"\ntitle = \"Hemmeligt\"\nclosed = true\n", "## Pkt. 1 Hemmeligt\n\nHemmeligt.\n")
	gone := meetingFile("withdrawn", "withdrawn = 2024-01-20\nwithdrawn_reason = \"fejl\"\n", "## Pkt. 1 Hemmeligt\n")
	plain := meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n")
	for name, files := range map[string]map[string]string{
		"an item that is closed now": asRecorded(t, map[string]string{keptPath: shut}, open),
		"what was withdrawn between": asRecorded(t, map[string]string{keptPath: plain}, open, gone),
		"an address that was given up": asRecorded(t, map[string]string{keptPath: plain,
			"site.toml": "[[released]]\naddress = \"/referater/a/2024-01-02/v1/\"\nreason = \"et navn\"\nby = \"Ida\"\ndate = 2024-02-01\n"}, open),
	} {
		outputs, problems := builtWithRecord(t, files)
		if source.Errors(problems) > 0 {
			t.Fatal(name, said(problems))
		}
		for path, o := range outputs {
			if strings.Contains(fmt.Sprintf("%+v", o.View()), "Hemmeligt") {
				t.Errorf("%s: %s", name, path)
			}
		}
	}
}

func TestALinkOfAnEarlierVersionThatLeadsNowhereLeadsToTheVersionThatHolds(t *testing.T) {
	was := meetingFile("final", "", "## Pkt. 1 Tal\n\n[a](2024-03-05.md#punkt-1) [b](findes-ikke.md) [c](/om/) [d](/findes-ikke/) [e](#punkt-1)\n")
	is := meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n\n121\n")
	outputs, problems := builtWithRecord(t, asRecorded(t, map[string]string{keptPath: is, "content/om.md": "+++\ntitle = \"Om\"\n+++\n",
		"content/referater/a/2024-03-05.md": meetingFile("final", "", "## Pkt. 1 x\n")}, was))
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	links := outputs["referater/a/2024-01-02/v1/index.html"].View().(MinutesView).Items[0].Sections[0].Parts[0].Text.Links
	if want := []string{"/arkiv/referater/a/2024-03-05/#punkt-1", "/arkiv/referater/a/2024-01-02/", "/arkiv/om/", "/arkiv/referater/a/2024-01-02/", "#punkt-1"}; !slices.Equal(addressesOf(links), want) {
		t.Errorf("%v", links)
	}
}

func TestAFileThatWasTakenAwayIsNotPublishedForAnEarlierVersion(t *testing.T) {
	const dir = "content/referater/a/2024-01-02/"
	attached := "[[attachments]]\nfile = \"a.pdf\"\ntitle = \"A\"\n"
	was := meetingFile("final", attached+"[[attachments]]\nfile = \"b.pdf\"\ntitle = \"B\"\n", "## Pkt. 1 Tal\n\n112 [b](b.pdf) [a](a.pdf)\n")
	is := meetingFile("final", attached+correctedOnce, "## Pkt. 1 Tal\n\n121\n")
	files := map[string]string{dir + "index.md": is, dir + "a.pdf": "a", dir + "b.pdf": "b"}
	for name, text := range asRecorded(t, map[string]string{}, was) { // at the place of minutes with a folder
		files[strings.Replace(name, "2024-01-02.md", "2024-01-02/index.md", 1)] = strings.ReplaceAll(text, "2024-01-02.md", "2024-01-02/index.md")
	}
	outputs, problems := builtWithRecord(t, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	v := outputs["referater/a/2024-01-02/v1/index.html"].View().(MinutesView)
	if len(v.Attachments) != 1 || v.Attachments[0].Title != "A" || outputs["referater/a/2024-01-02/b.pdf"].Path != "" || outputs["referater/a/2024-01-02/a.pdf"].Path == "" {
		t.Errorf("%+v", v.Attachments)
	}
	if links := v.Items[0].Sections[0].Parts[0].Text.Links; !slices.Equal(addressesOf(links), []string{"/arkiv/referater/a/2024-01-02/", "/arkiv/referater/a/2024-01-02/a.pdf"}) {
		t.Errorf("%v", links)
	}
}

func TestDifferencesAreToldWordForWordByPart(t *testing.T) {
	filler := strings.Repeat("ord ", 30)
	was := meetingFile("final", "place = \"Odense\"\n", "## Pkt. 1 Tal\n\n### Referat\n\n"+filler+"Der var 112 prøver i alt. "+filler+"\n\n## Pkt. 2 Evt.\n\nIntet.\n")
	is := meetingFile("final", "place = \"Aarhus\"\n"+correctedOnce, "## Pkt. 1 Tal\n\n### Referat\n\n"+filler+"Der var 121 prøver i alt. "+filler+"\n\n## Pkt. 2 Evt.\n\nIntet.\n")
	outputs, _ := builtWithRecord(t, asRecorded(t, map[string]string{keptPath: is}, was))
	v := outputs["referater/a/2024-01-02/v1/forskelle/index.html"].View().(DifferencesView)
	var got strings.Builder
	for _, p := range v.Parts {
		fmt.Fprintln(&got, p.Place, p.Label, p.Title, p.Section)
		for _, r := range p.Runs {
			fmt.Fprintf(&got, "\t%s: %s\n", r.Fate, strings.ReplaceAll(r.Words, "ord ord ord ord ", "4"))
		}
	}
	const want = `facts   
	kept: Møde 2024-01-02
	gone: Odense
	new: Aarhus
item Pkt. 1 Tal Referat
	left out: 
	kept: 44Der var
	gone: 112
	new: 121
	kept: prøver i alt. 4ord ord ord
	left out: 
`
	if got.String() != want || v.Was.Number != 1 || v.Is.Number != 2 {
		t.Errorf("got\n%s", got.String())
	}
}

func TestASiteWithVersionsGrowsUnlessOneOfThemChanges(t *testing.T) {
	was, is := meetingFile("final", "", "## Pkt. 1 Tal\n\n112 [x](2024-02-06.md#punkt-1)\n"), meetingFile("final", correctedOnce, "## Pkt. 1 Tal\n\n121\n")
	start := asRecorded(t, map[string]string{"site.toml": settings, "content/udvalg/a.md": "+++\ntitle = \"Udvalg A\"\n+++\n", keptPath: is,
		"content/referater/a/2024-02-06.md": meetingFile("final", "", "## Pkt. 1 Valg\n\nIntet.\n"),
		"content/referater/a/2024-03-05.md": meetingFile("final", "", "## Pkt. 1 Slut\n\nIntet.\n")}, was)
	start["content/.record/entries.csv"] = "path,entry,recorded,seal\ncontent/tal/x.csv,2023-12-31,2024-01-10,\n"
	change := func(file, old, new string) map[string]string {
		files := maps.Clone(start)
		if !strings.Contains(files[file], old) {
			t.Fatalf("%s has no %q", file, old)
		}
		files[file] = strings.Replace(files[file], old, new, 1)
		return files
	}
	for _, c := range []growthCase{
		{"a word elsewhere", change("content/referater/a/2024-03-05.md", "Intet", "Noget"), quiet},
		{"a place that a version leads to", change("content/referater/a/2024-02-06.md", "Pkt. 1 Valg", "Pkt. 2 Valg"), grown},
		{"a word of the minutes", change(keptPath, "121", "122"), anew},
		{"a word of the version", change("content/.record/texts/referater/a/2024-01-02.md", "112", "113"), anew},
		{"the record", change("content/.record/documents.csv", ",2024-01-10,", ",2024-01-11,"), anew},
		{"a day of a number", change("content/.record/entries.csv", ",2024-01-10,", ",2024-01-11,"), anew},
	} {
		g := &grower{T: t}
		g.site(start, Options{})
		for _, files := range []map[string]string{c.files, start} {
			if how := g.grow(files); how != c.how {
				t.Errorf("%s: it is %s, not %s", c.what, how, c.how)
			}
		}
	}
}

func addressesOf(links []Target) (addresses []string) {
	for _, l := range links {
		addresses = append(addresses, l.Href)
	}
	return addresses
}
