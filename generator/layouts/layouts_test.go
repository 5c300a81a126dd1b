package layouts

import (
	"bytes"
	"fmt"
	"html/template"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"referat/generator/site"
	"referat/generator/source"
)

const daLabels = `date = "{day}.\u00A0{month} {year}"
months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"]
months_short = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
thousands = "."
decimal = ","
contact = "Kontakt & spørgsmål"
latest = "Seneste {1}"
two = "{1} af {2}"
draft_title = "Udkast:"
withdrawn = "Trukket tilbage."
withdrawn_meeting = "Mødet er trukket tilbage."
withdrawn_personal = "Personoplysninger."
withdrawn_mistake = "En fejl."
withdrawn_copyright = "Ophavsret."
withdrawn_unstated = "Ikke oplyst."
feed_corrections = "Rettelser – {1}"
feed_corrected = "Rettet den {1}: referat {2}, {3}"
feed_clarified = "Præciseret den {1}: referat {2}, {3}"
feed_revised = "Revideret den {1}: referat {2}, {3}"
feed_withdrawn = "Trukket tilbage den {1}: referat {2}, {3}"
feed_withdrawn_meeting = "Trukket tilbage den {1}: møde {2}, {3}"
feed_sequence = "({1}. møde den dag)"
feed_title = "{1} – {2}"
feed_minutes = "Referat {1}, {2}"
feed_in_minutes = "(referat {1}, {2})"
feed_decision = "Beslutning: {1}"
feed_decision_all = "Beslutning, der gælder alle {1}: {2}"
feed_mention = "Omtale: {1}"
feed_concerned = "På dagsordenen: {1}"
concerned = "Punktet gælder emnet."
feed_step = "{1}: {2}"
feed_count = "{2}: {1} {3} {4}"
feed_count_provisional = "{2}: {1} {3} {4} (foreløbigt tal)"
feed_count_other = "{2}: {1} {3} {4} (oplyst af andre)"
feed_count_masked = "{1}: {2} {3} {4}"
feed_count_hidden = "{1}: skjult tal {2}"
calendar_title = "Møder – {1}"
calendar_cancelled = "Aflyst: {1}"
calendar_minutes = "Referat: {1}"
calendar_draft = "Udkast til referat: {1}"
calendar_agenda = "Dagsorden: {1}"
` + dataWords + `[decisions]
one = "1 beslutning"
other = "{1} beslutninger"
`

const enLabels = `date = "{day} {month} {year}"
months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
months_short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
thousands = ","
decimal = "."
contact = "Contact"
latest = "Latest {1}"
two = "{1} of {2}"
draft_title = "Draft:"
withdrawn = "Withdrawn."
withdrawn_meeting = "The meeting is withdrawn."
withdrawn_personal = "Personal data."
withdrawn_mistake = "An error."
withdrawn_copyright = "Copyright."
withdrawn_unstated = "Not stated."
feed_corrections = "Corrections – {1}"
feed_corrected = "Corrected on {1}: minutes {2}, {3}"
feed_clarified = "Clarified on {1}: minutes {2}, {3}"
feed_revised = "Revised on {1}: minutes {2}, {3}"
feed_withdrawn = "Withdrawn on {1}: minutes {2}, {3}"
feed_withdrawn_meeting = "Withdrawn on {1}: meeting {2}, {3}"
feed_sequence = "(meeting {1} of the day)"
feed_title = "{1} – {2}"
feed_minutes = "Minutes {1}, {2}"
feed_in_minutes = "(minutes {1}, {2})"
feed_decision = "Decision: {1}"
feed_decision_all = "Decision about all {1}: {2}"
feed_mention = "Mentioned: {1}"
feed_concerned = "On the agenda: {1}"
concerned = "The item concerns the subject."
feed_step = "{1}: {2}"
feed_count = "{2}: {1} {3} {4}"
feed_count_provisional = "{2}: {1} {3} {4} (provisional number)"
feed_count_other = "{2}: {1} {3} {4} (stated by others)"
feed_count_masked = "{1}: {2} {3} {4}"
feed_count_hidden = "{1}: hidden number {2}"
calendar_title = "Meetings – {1}"
calendar_cancelled = "Cancelled: {1}"
calendar_minutes = "Minutes: {1}"
calendar_draft = "Draft minutes: {1}"
calendar_agenda = "Agenda: {1}"
` + dataWords + `[decisions]
one = "1 decision"
other = "{1} decisions"
`

// plainFiles are the smallest layouts that have every kind of page.
func plainFiles() map[string]string {
	files := map[string]string{
		"base.html":        `<!doctype html><html lang="{{.Lang}}"><title>{{block "title" .}}{{.Title}}{{end}}</title>{{block "main" .}}{{end}}</html>`,
		"labels/da.toml":   daLabels,
		"labels/en.toml":   enLabels,
		"assets/style.css": "p { color: red; }\n",
		"partials/link.html": `<a href="{{.Href}}">{{.Text}}</a>
`,
	}
	for _, k := range kinds {
		files[k.file()] = `{{define "main"}}{{end}}`
	}
	return files
}

func fileSystem(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// ownTree is a site whose layouts folder has these files.
func ownTree(t testing.TB, files map[string]string) *source.Tree {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {}}
	for name, f := range fileSystem(files) {
		fsys["layouts/"+name] = f
	}
	tree, problems := source.Look(fsys, fsys, source.Records{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return tree
}

var testOptions = Options{Base: "/x/", Languages: []string{"da", "en"}, Text: func(text site.Text, _ func(int64) string) template.HTML {
	return template.HTML("<p>" + text.Fragment + "</p>")
}}

// load lays files over the plain ones, which are embedded.
func load(t testing.TB, files map[string]string) (*Set, []source.Problem) {
	t.Helper()
	return Load(ownTree(t, files), fileSystem(plainFiles()), testOptions)
}

// mustLoad is load of layouts without problems.
func mustLoad(t testing.TB, files map[string]string) *Set {
	t.Helper()
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatalf("problems: %s", listed(problems))
	}
	return s
}

// listed writes problems as "path:line:col code arguments", one a line.
func listed(problems []source.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s", p.Pos, p.Code)
		for _, a := range p.Args {
			fmt.Fprintf(&b, " | %v", a)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func render(t testing.TB, s *Set, kind, lang string, view any) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Render(&b, kind, lang, view); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// renderMain gives what stands in place of {{block "main" .}}.
func renderMain(t testing.TB, s *Set, lang string, view site.MinutesView) string {
	t.Helper()
	_, rest, _ := strings.Cut(render(t, s, "minutes", lang, view), "</title>")
	return strings.TrimSuffix(rest, "</html>")
}

// minutesOf puts main into the page of minutes; what main defines comes after.
func minutesOf(main string) map[string]string {
	main, rest, found := strings.Cut(main, `{{define`)
	if found {
		rest = `{{define` + rest
	}
	return map[string]string{"minutes.html": `{{define "main"}}` + main + `{{end}}` + rest}
}

func TestAFolderOfScriptsIsOneScript(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"minutes.html":              `{{define "main"}}<script src="{{asset "sum.js"}}" defer></script><script src="{{asset "own.js"}}"></script><link rel="icon" href="{{asset "icons/sum.svg"}}">{{end}}`,
		"assets/sum.js/1-one.js":    "const one = 1; // the first\n",
		"assets/sum.js/2-two.js":    "const two = one + 1;\n",
		"assets/icons/sum.svg":      "<svg/>",
		"assets/icons/unwanted.svg": "<svg/>",
		"assets/own.js":             "let own",
		"assets/own.js/1-theirs.js": "let theirs",
	})
	scripts := map[string]string{}
	for _, a := range s.Assets() {
		scripts[a.Name] = string(a.Bytes)
	}
	if got, want := scripts["sum.js"], "const one=1;\nconst two=one+1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := scripts["own.js"]; got != "let own" {
		t.Errorf("a file and a folder of its name make %q", got)
	}
	if len(scripts) != 3 || scripts["icons/sum.svg"] == "" {
		t.Error(scripts)
	}
}

func TestASitesOwnFileReplacesTheEmbeddedOneOfItsPath(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"minutes.html":         "{{define \"main\"}}{{template \"partials/own.html\" .Committee}}{{template \"partials/link.html\" .Committee}}{{end}}",
		"partials/own.html":    "<i>{{.Text}}</i>\n",
		"partials/link.html":   "<b>{{.Text}}</b>\n",
		"labels/da.toml":       strings.Replace(daLabels, "Kontakt", "Skriv", 1),
		"page.html":            `{{define "main"}}{{label "contact"}}{{end}}`,
		"assets/unused.css":    "x",
		"partials/unused.html": "{{.Whatever}}",
	})
	view := site.MinutesView{Committee: site.Link{Text: "Udvalg", Href: "/u/"}}
	if got, want := renderMain(t, s, "da", view), "<i>Udvalg</i><b>Udvalg</b>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := render(t, s, "page", "da", site.PageView{}), "Skriv &amp; spørgsmål"; !strings.Contains(got, want) {
		t.Errorf("%s does not have %s", got, want)
	}
	if got := render(t, s, "page", "en", site.PageView{}); !strings.Contains(got, "Contact") {
		t.Errorf("%s is not in English", got)
	}
}

func TestProblemsOfEmbeddedAndOwnFilesNameTheSamePath(t *testing.T) {
	const wrong = "\r\n{{define \"main\"}}\r\nå {{.Nope}}{{end}}"
	const want = "layouts/page.html:3:6 layout-field"
	_, own := load(t, map[string]string{"page.html": wrong})
	files := plainFiles()
	files["page.html"] = wrong
	_, embedded := Load(ownTree(t, nil), fileSystem(files), testOptions)
	for _, problems := range [][]source.Problem{own, embedded} {
		if got := listed(problems); !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestLineEndsOfTheProgramsSourceMakeNoDifference(t *testing.T) {
	files, windows := plainFiles(), map[string]string{}
	for name, text := range files {
		files[name] = text + "\n\n"
		windows[name] = strings.ReplaceAll(files[name], "\n", "\r\n")
	}
	maps.Copy(files, map[string]string{"page.html": "{{define \"main\"}}<pre>a\nb</pre>{{end}}"})
	maps.Copy(windows, map[string]string{"page.html": "{{define \"main\"}}<pre>a\r\nb</pre>{{end}}"})
	one, _ := Load(ownTree(t, nil), fileSystem(files), testOptions)
	other, _ := Load(ownTree(t, nil), fileSystem(windows), testOptions)
	if one.Digest("page", "da") != other.Digest("page", "da") {
		t.Error("the digests differ")
	}
}

func TestAKindWithProblemsIsNotDrawnAndTheOthersAre(t *testing.T) {
	s, problems := load(t, map[string]string{"page.html": `{{define "main"}}{{.Nope}}{{end}}`})
	if len(problems) != 1 {
		t.Fatal(listed(problems))
	}
	err := s.Render(&bytes.Buffer{}, "page", "da", site.PageView{})
	if err == nil || !strings.Contains(err.Error(), "layouts/page.html") {
		t.Errorf("error %v does not name the layout", err)
	}
	if s.Digest("page", "da") != [32]byte{} {
		t.Error("a layout with problems has a digest")
	}
	render(t, s, "notfound", "da", site.PageView{})
}

func TestRenderRefusesAnotherViewOrAnotherLanguage(t *testing.T) {
	s := mustLoad(t, nil)
	for _, c := range []struct {
		kind, lang string
		view       any
	}{
		{"page", "da", site.MinutesView{}},
		{"page", "da", &site.PageView{}},
		{"page", "da", nil},
		{"page", "de", site.PageView{}},
		{"nothing", "da", site.PageView{}},
	} {
		if err := s.Render(&bytes.Buffer{}, c.kind, c.lang, c.view); err == nil {
			t.Errorf("%s %s %T was drawn", c.kind, c.lang, c.view)
		}
	}
}

func TestAnErrorOrAPanicWhileDrawingNamesTheLayout(t *testing.T) {
	for _, fault := range []Text{
		func(site.Text, func(int64) string) template.HTML { panic("boom") },
		func(t site.Text, _ func(int64) string) template.HTML { return template.HTML(t.Links[3].Href) },
	} {
		o := testOptions
		o.Text = fault
		files := plainFiles()
		files["partials/preface.html"] = "{{if .Fragment}}{{text .}}{{end}}"
		maps.Copy(files, minutesOf(`{{template "partials/preface.html" .Preface}}`))
		s, problems := Load(ownTree(t, nil), fileSystem(files), o)
		if len(problems) > 0 {
			t.Fatal(listed(problems))
		}
		err := s.Render(&bytes.Buffer{}, "minutes", "da", site.MinutesView{Preface: site.Text{Fragment: "x"}})
		if err == nil || !strings.Contains(err.Error(), "layouts/minutes.html") || !strings.Contains(err.Error(), "partials/preface.html:1") {
			t.Errorf("error %v does not name the layout and the partial", err)
		}
	}
}

type panickingWriter struct{}

func (panickingWriter) Write([]byte) (int, error) { panic("boom") }

func TestAPanicOfTheWriterBecomesAnError(t *testing.T) {
	s := mustLoad(t, nil)
	err := s.Render(panickingWriter{}, "page", "da", site.PageView{})
	if err == nil || !strings.Contains(err.Error(), "layouts/page.html") {
		t.Errorf("got %v", err)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, fmt.Errorf("disk full") }

func TestAnErrorOfTheWriterIsReturned(t *testing.T) {
	s := mustLoad(t, nil)
	err := s.Render(brokenWriter{}, "page", "da", site.PageView{})
	if err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("got %v", err)
	}
}

func TestEveryKindIsInTheTableOnce(t *testing.T) {
	if got := len(Kinds()); got != len(kinds) {
		t.Errorf("%d kinds of %d", got, len(kinds))
	}
}
