package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"referat/generator/content"
	"referat/generator/source"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

const settings = `base = "https://ngc.dk/arkiv"
title = "Arkiv"
[organisation]
name = "Nationalt Genom Center"
[accessibility]
url = "https://was.digst.dk/ngc-dk"
phone = "+45 24 97 17 65"
email = "kontakt@ngc.dk"
updated = 2026-01-31
[minutes]
folder = "referater"
[committees]
folder = "udvalg"
[subjects]
folder = "patientgrupper"
report = "Statusrapport"
[[subjects.stages]]
id = "ude"
title = "Statusrapport offentliggjort"
[[sections]]
name = "Referat"
role = "outcome"
[[glossary]]
term = "WGS"
text = "helgenomsekventering"
`

// build makes a site of the files, "path: text", and its outputs by path.
func build(t *testing.T, o Options, files map[string]string) (map[string]Output, []source.Problem) {
	t.Helper()
	outputs, problems, _ := buildSite(t, o, files)
	return outputs, problems
}

func buildSite(t *testing.T, o Options, files map[string]string) (map[string]Output, []source.Problem, *Site) {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte(settings)}, "content/udvalg/a.md": {Data: []byte("+++\ntitle = \"Udvalg A\"\n+++\n")}}
	for path, text := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, problems := source.Look(fsys, fsys, source.Records{})
	docs, more := content.Parse(tree, nil, content.Cache{})
	problems = append(problems, more...)
	if docs == nil {
		t.Fatal(said(problems))
	}
	if o.Now.IsZero() {
		o.Now = noon
	}
	s := New(tree, docs, o)
	outputs := map[string]Output{}
	for _, out := range s.Outputs() {
		outputs[out.Path] = out
	}
	return outputs, source.Sort(append(problems, s.Problems()...)), s
}

func said(problems []source.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, p.Pos, p.Code, p.Args)
	}
	return b.String()
}

func meetingFile(state, rest, body string) string {
	return "+++\ntitle = \"Møde\"\nstate = \"" + state + "\"\n" + rest + "+++\n" + body
}

func TestWhatIsNotPublicIsNowhere(t *testing.T) {
	files := map[string]string{
		"content/referater/a/2024-01-01.md":   meetingFile("draft", "", "## Pkt. 1 Hemmeligt"),
		"content/referater/a/2024-01-02.md":   meetingFile("final", "publish = 2027-01-01T00:00:00+01:00\n", "## Pkt. 1 Hemmeligt"),
		"content/referater/a/2024-01-03.md":   meetingFile("final", "expires = 2025-01-01T00:00:00+01:00\n", "## Pkt. 1 Hemmeligt"),
		"content/referater/a/2024-01-04.md":   meetingFile("withdrawn", "withdrawn = 2024-02-01\n", "## Pkt. 1 Hemmeligt\n\nNyresvigt"),
		"content/referater/a/2024-01-05.md":   meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Hemmeligt\"\nclosed = true\n[[corrections]]\ndate = 2024-02-01\nitem = \"1\"\nwhat = \"Hemmelig rettelse\"\n", "## Pkt. 1 Hemmeligt\n\nNyresvigt er hemmeligt"),
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/side.md":                     "+++\ntitle = \"Hemmeligt\"\ndraft = true\n+++\n",
	}
	outputs, problems := build(t, Options{}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	for path, o := range outputs {
		if strings.Contains(fmt.Sprintf("%+v", o.View()), "Hemmelig") || strings.Contains(fmt.Sprintf("%+v", o.View()), "hemmelig") {
			t.Errorf("%s: %+v", path, o.View())
		}
	}
	for _, path := range []string{"referater/a/2024-01-01/index.html", "referater/a/2024-01-02/index.html", "referater/a/2024-01-03/index.html", "side/index.html", "referater/a/2024-01-04/index.json"} {
		if _, ok := outputs[path]; ok {
			t.Errorf("%s is public", path)
		}
	}
	if v, ok := outputs["referater/a/2024-01-04/index.html"].View().(WithdrawnView); !ok || v.Withdrawn.String() != "2024-02-01" {
		t.Errorf("withdrawn minutes leave a stone: %+v", v)
	}
	if v := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView); len(v.Mentions) > 0 {
		t.Errorf("mentioned by what is not public: %+v", v.Mentions)
	}
	drafts, _ := build(t, Options{Drafts: true}, files)
	if v, ok := drafts["referater/a/2024-01-01/index.html"].View().(MinutesView); !ok || !v.Draft {
		t.Error("with drafts, the draft is shown and marked")
	}
	if _, ok := drafts["referater/a/2024-01-03/index.html"]; ok {
		t.Error("what has expired is not shown with drafts either")
	}
}

func TestFilesOfWhatIsNotPublicAreNotPublishedThroughALink(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/referater/a/2024-01-01/index.md": meetingFile("draft", "[[attachments]]\nfile = \"b.pdf\"\ntitle = \"B\"\n", "## Pkt. 1 x"),
		"content/referater/a/2024-01-01/b.pdf":    "pdf",
		"content/referater/a/2024-01-02/index.md": meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"x\"\nclosed = true\n[[attachments]]\nfile = \"c.pdf\"\ntitle = \"C\"\nitem = \"1\"\n", "## Pkt. 1 x"),
		"content/referater/a/2024-01-02/c.pdf":    "pdf",
		"content/referater/a/2024-01-03.md":       meetingFile("final", "", "## Pkt. 1 x\n\n[b](2024-01-01/b.pdf) og [c](2024-01-02/c.pdf)"),
	})
	if got := said(problems); strings.Count(got, "link-not-public") != 2 || source.Errors(problems) != 2 {
		t.Error(got)
	}
	for path, o := range outputs {
		if o.Form == Copy {
			t.Errorf("%s is published", path)
		}
	}
}

func TestACommitteeMayPublishDrafts(t *testing.T) {
	outputs, _ := build(t, Options{}, map[string]string{
		"content/udvalg/a.md":               "+++\ntitle = \"Udvalg A\"\npublish_drafts = true\n+++\n",
		"content/referater/a/2024-01-01.md": meetingFile("draft", "", "## Pkt. 1 x"),
	})
	if v, ok := outputs["referater/a/2024-01-01/index.html"].View().(MinutesView); !ok || !v.Draft {
		t.Error("the draft is not published as a draft")
	}
}

func TestLinksAndMentionsKnowWhereTheSiteStands(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n",
		"content/referater/a/2024-01-01.md":   meetingFile("final", "", "## Pkt. 1 x\n\n### Referat\n\nOm nyresvigt og Nyresvigt, [før](#punkt-1), [gruppen](../../patientgrupper/nyresvigt.md), [alt](/referater/). WGS og WGS. Nyresvigten."),
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	v := outputs["referater/a/2024-01-01/index.html"].View().(MinutesView)
	text := v.Items[0].Sections[0].Parts[0].Text
	if want := []Target{{Href: "#punkt-1"}, {Href: "/arkiv/patientgrupper/nyresvigt/"}, {Href: "/arkiv/referater/"}}; !slices.Equal(text.Links, want) {
		t.Errorf("links %v, want %v", text.Links, want)
	}
	if len(text.Marks) != 2 || text.Marks[0].Value != "/arkiv/patientgrupper/nyresvigt/" || text.Marks[1].Kind != Abbreviation {
		t.Errorf("a subject once in a section, a term once on a page: %+v", text.Marks)
	}
	if v.Canonical != "https://ngc.dk/arkiv/referater/a/2024-01-01/" {
		t.Errorf("canonical address %q", v.Canonical)
	}
	g := outputs["patientgrupper/nyresvigt/index.html"].View().(SubjectView)
	if len(g.Mentions) != 1 || g.Mentions[0].Href != "/arkiv/referater/a/2024-01-01/#punkt-1-referat" || g.Mentions[0].Name != "nyresvigt" || g.Mentions[0].Before != "Om " {
		t.Errorf("mentions: %+v", g.Mentions)
	}
}

func TestLongListsAreCutByYearThenMonth(t *testing.T) {
	files := map[string]string{}
	for day := range 120 {
		date := time.Date(2024, 1, 1+day, 0, 0, 0, 0, time.UTC)
		files["content/referater/a/"+date.Format("2006-01-02")+".md"] = meetingFile("final", "", "## Pkt. 1 x")
	}
	files["content/referater/a/2023-05-05.md"] = meetingFile("final", "", "")
	files["content/referater/a/2023-05-05-2.md"] = meetingFile("final", "", "")
	outputs, problems := build(t, Options{}, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	all := outputs["referater/index.html"].View().(MeetingsView)
	if !all.Newest || all.Total != 122 || len(all.Years) != 2 || all.Years[0].Count != 120 || len(all.Groups[0].Meetings) != newestInList {
		t.Errorf("all: newest %v, %d, years %+v", all.Newest, all.Total, all.Years)
	}
	year := outputs["referater/2024/index.html"].View().(MeetingsView)
	if len(year.Months) != 4 || len(year.Groups) != 0 || year.Months[0].Href != "/arkiv/referater/2024/04/" {
		t.Errorf("a long year is cut by month: %+v", year.Months)
	}
	month := outputs["referater/2024/02/index.html"].View().(MeetingsView)
	if month.Total != 29 || len(month.Groups) != 1 || !month.Months[2].Current || year.Months[2].Current {
		t.Errorf("February: %d, %+v", month.Total, month.Months)
	}
	short := outputs["referater/2023/index.html"].View().(MeetingsView)
	if short.Total != 2 || short.Groups[0].Meetings[0].Href != "/arkiv/referater/a/2023-05-05-2/" {
		t.Errorf("2023: %+v", short.Groups)
	}
	if of := outputs["referater/a/2024/index.html"].View().(MeetingsView); of.Total != 120 || of.Committee.Text != "Udvalg A" {
		t.Errorf("a committee's year: %+v", of)
	}
	m := outputs["referater/a/2024-01-01/index.html"].View().(MinutesView)
	if m.Previous.Date.String() != "2023-05-05" || m.Next.Date.String() != "2024-01-02" {
		t.Errorf("neighbours: %+v %+v", m.Previous, m.Next)
	}
}

func TestMeetingsWithoutMinutesAreListedButNotCounted(t *testing.T) {
	outputs, _ := build(t, Options{}, map[string]string{
		"content/referater/a/2027-01-01.md": meetingFile("planned", "", ""),
		"content/referater/a/2024-02-01.md": meetingFile("cancelled", "", ""),
		"content/referater/a/2024-01-01.md": meetingFile("final", "", "## Pkt. 1 x"),
	})
	all := outputs["referater/index.html"].View().(MeetingsView)
	if all.Total != 1 || len(all.Groups) != 2 || all.Committees[0].Count != 1 || all.Committees[0].Latest.Year != 2024 {
		t.Errorf("%+v", all)
	}
	if home := outputs["index.html"].View().(HomeView); len(home.Newest) != 1 || home.Newest[0].Meeting.Date.Month != 1 {
		t.Errorf("%+v", home.Newest)
	}
}

func TestTheStatusIsTheLatestReportedStep(t *testing.T) {
	subject := func(rest string) map[string]string {
		return map[string]string{"content/patientgrupper/g.md": "+++\ntitle = \"G\"\n" + rest + "+++\n"}
	}
	for _, c := range []struct {
		name, rest     string
		title, words   string
		done, passed   bool
		done2, planned int
	}{
		{"a step done", "[report]\ndue = \"juni 2023\"\n[[milestones]]\ndate = \"senest årsskiftet 2023/24\"\nstage = \"ude\"\ndone = true\nsource = \"https://ngc.dk/\"\n[[milestones]]\ndate = \"2024\"\ntitle = \"Møde\"\ndone = true\nsource = \"https://ngc.dk/\"\n",
			"Statusrapport offentliggjort", "senest årsskiftet 2023/24", true, false, 1, 0},
		{"a plan whose date has passed", "[report]\ndue = \"april 2024\"\n", "Statusrapport", "april 2024", false, true, 0, 1},
		{"a plan to come", "[report]\ndue = \"december 2026\"\n", "Statusrapport", "december 2026", false, false, 0, 1},
		{"nothing known", "", "", "", false, false, 0, 0},
	} {
		outputs, problems := build(t, Options{}, subject(c.rest))
		if source.Errors(problems) > 0 {
			t.Fatal(c.name, said(problems))
		}
		v := outputs["patientgrupper/g/index.html"].View().(SubjectView).Status
		if v.Title != c.title || v.Words != c.words || v.Done != c.done || v.Passed != c.passed {
			t.Errorf("%s: %+v", c.name, v)
		}
		if s := outputs["index.html"].View().(HomeView).Subjects; s.Done != c.done2 || s.Planned != c.planned {
			t.Errorf("%s: home counts %+v", c.name, s)
		}
	}
}

func TestASiteTellsBetweenWhichInstantsItIsTheSame(t *testing.T) {
	files := map[string]string{
		"content/a.md":                "+++\ntitle = \"A\"\npublish = 2026-11-20T08:00:00+01:00\nexpires = 2026-12-24T08:00:00+01:00\n+++\n",
		"content/b.md":                "+++\ntitle = \"B\"\npublish = 2026-12-01T08:00:00+01:00\n+++\n",
		"content/patientgrupper/g.md": "+++\ntitle = \"G\"\n[report]\ndue = \"23. november 2026\"\n+++\n",
	}
	_, _, s := buildSite(t, Options{Now: noon}, files)
	since, until := s.Span()
	if got := since.UTC().Format(time.RFC3339) + " " + until.UTC().Format(time.RFC3339); got != "2026-11-20T07:00:00Z 2026-11-23T23:00:00Z" {
		t.Error(got)
	}
	if !s.Hides() {
		t.Error("a page that is not yet public is not known to be hidden")
	}
	_, _, s = buildSite(t, Options{Now: noon}, map[string]string{"site.toml": strings.Replace(settings, "updated = 2026-01-31", "", 1)})
	if since, until := s.Span(); !since.IsZero() || !until.IsZero() || s.Hides() {
		t.Errorf("a site without dates: %v %v", since, until)
	}
}

func TestTheClosingDayOfAPlanIsNotPassed(t *testing.T) {
	files := map[string]string{"content/patientgrupper/g.md": "+++\ntitle = \"G\"\n[report]\ndue = \"23. november 2026\"\n+++\n"}
	last := time.Date(2026, 11, 23, 22, 59, 0, 0, time.UTC) // 23.59 in Copenhagen
	for moment, want := range map[time.Time]bool{last: false, last.Add(time.Minute): true} {
		outputs, _ := build(t, Options{Now: moment}, files)
		if got := outputs["patientgrupper/g/index.html"].View().(SubjectView).Status.Passed; got != want {
			t.Errorf("at %s passed is %v", moment, got)
		}
	}
}

// FuzzAddresses holds that whatever files are called, outputs lie inside the
// output folder and no two have one address.
func FuzzAddresses(f *testing.F) {
	for _, seed := range []string{"om", "Om", "a/../b", "æø å", "index", "404", "a/index", "..", "was", "con", "a.b", "sitemap", "robots.txt", "udvalg/x", "referater/a/2023-11-07", "a\u030a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		path := "content/" + name + ".md"
		if !fstestName(path) {
			return // no disk has such a file
		}
		outputs, _ := build(t, Options{}, map[string]string{path: "+++\ntitle = \"x\"\n+++\n", "content/om.md": "+++\ntitle = \"y\"\n+++\n"})
		folded := map[string]string{}
		for p := range outputs {
			if strings.HasPrefix(p, "/") || strings.Contains("/"+p+"/", "/../") || strings.Contains(p, "\\") || strings.Contains(p, "//") {
				t.Fatalf("%q is written to %q", name, p)
			}
			if other, twice := folded[strings.ToLower(p)]; twice {
				t.Fatalf("%q and %q are one file on some disks", p, other)
			}
			folded[strings.ToLower(p)] = p
		}
	})
}

// fstestName tells whether fs.FS knows files by the name.
func fstestName(path string) bool {
	fsys := fstest.MapFS{path: {}}
	_, err := fsys.Open(path)
	return err == nil && !strings.ContainsAny(path, "\x00\\")
}
