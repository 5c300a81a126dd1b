package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"referat/generator/danish"
	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/site"
	"referat/generator/source"
)

// surveyed is what is found of the site in dir.
func surveyed(t *testing.T, dir string) survey {
	t.Helper()
	b, problems := newBuilder(options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at})
	if problems != nil {
		t.Fatal(problems)
	}
	t.Cleanup(b.close)
	s, r := b.survey()
	if !r.done() {
		t.Fatal(r.problems)
	}
	return s
}

// A field is known by the name that the ledger has for it, so that what differed
// can be shown.
func TestFieldsHaveTheNamesOfTheLedger(t *testing.T) {
	s := surveyed(t, furtherSite(t))
	kinds := map[string]bool{}
	for _, p := range s.pieces {
		if p.asset != nil {
			continue
		}
		kinds[string(p.made.Form)+p.made.Layout] = true
		view := p.made.View()
		names := plain.Names(view)
		fields := fieldsOf(view, s.docs)
		if len(fields) != len(names) {
			t.Fatalf("%s: %d fields, but %d names", p.Path, len(fields), len(names))
		}
		for i, f := range fields {
			if f.Name != names[i] {
				t.Errorf("%s: the field %s is called %s", p.Path, names[i], f.Name)
			}
			if !utf8.ValidString(f.Value) || utf8.RuneCountInString(f.Value) > 60 || strings.ContainsAny(f.Value, "\n\t") {
				t.Errorf("%s: the value of %s is %q", p.Path, f.Name, f.Value)
			}
		}
	}
	if len(kinds) < 15 {
		t.Errorf("only %d kinds of output", len(kinds))
	}
}

func TestAValueIsShownInFewWords(t *testing.T) {
	s := surveyed(t, furtherSite(t))
	view := site.MinutesView{
		Page:      site.Page{Title: strings.Repeat("ø", 61), Lang: "da", Draft: true},
		Heading:   "to\n\tlinjer",
		Date:      danish.Date{Year: 2024, Month: 2, Day: 6},
		Committee: site.Link{Text: "Rådet", Href: "/x/", Current: true},
		Present:   make([]site.Person, 3),
	}
	want := map[string]string{"Title": strings.Repeat("ø", 59) + "…", "Draft": "true", "Heading": "to linjer", "Date": "2024-02-06",
		"Committee": "Rådet · /x/", "Present": "[3]", "Absent": "", "Decisions": "0", "Lang": "da", "Approved": "", "Preface": ""}
	for _, f := range fieldsOf(view, s.docs) {
		if value, listed := want[f.Name]; listed && f.Value != value {
			t.Errorf("%s is %q, not %q", f.Name, f.Value, value)
		}
		delete(want, f.Name)
	}
	if len(want) > 0 {
		t.Errorf("there is no %v", want)
	}
	for _, p := range s.pieces {
		switch p.Path {
		case "om/index.html":
			holdsWord(t, fieldsOf(p.made.View(), s.docs), "Text", "Referater af møder")
		case "udvalg/personlig-medicin/index.json":
			holdsWord(t, fieldsOf(p.made.View(), s.docs), "PurposeText", "Styregruppen")
		case "referater/klinisk-anvendelse/2024-02-06/plan.txt":
			holdsWord(t, fieldsOf(p.made.View(), s.docs), "Digest", fmt.Sprintf("%x…", sha256.Sum256([]byte("plan")))[:12])
		}
	}
}

func holdsWord(t *testing.T, fields []field, name, word string) {
	t.Helper()
	for _, f := range fields {
		if f.Name == name && strings.Contains(f.Value, word) {
			return
		}
	}
	t.Errorf("%s does not hold %q: %v", name, word, fields)
}

func TestAnOutputIsKnownByManyNames(t *testing.T) {
	dir := t.TempDir()
	base := &url.URL{Scheme: "https", Host: "ngc.dk", Path: "/møder/"}
	q := question{options: options{dir: dir, out: filepath.Join(dir, "public"), shown: "public"}}
	page := "udvalg/raadet/index.html"
	for name, want := range map[string]string{
		"public/udvalg/raadet/index.html":                   page,
		"public/udvalg/raadet/":                             page,
		"public/udvalg/raadet":                              page,
		"./public/udvalg/../udvalg/raadet":                  page,
		`public\udvalg\raadet\index.html`:                   page,
		"udvalg/raadet/index.html":                          page,
		"udvalg/raadet/":                                    page,
		"/udvalg/raadet/":                                   page,
		"/udvalg/raadet/#punkt-1":                           page,
		"/udvalg/raadet/?x=1":                               page,
		"/m%C3%B8der/udvalg/raadet/":                        page,
		"/møder/udvalg/raadet":                              page,
		"https://ngc.dk/møder/udvalg/raadet/":               page,
		"https://ngc.dk/m%C3%B8der/udvalg/raadet":           page,
		"http://127.0.0.1:8080/m%C3%B8der/udvalg/raadet/#x": page,
		filepath.Join(dir, "public/udvalg/raadet"):          page,
		"https://ngc.dk/møder/":                             "index.html",
		"https://ngc.dk/møder":                              "index.html",
		"public":                                            "index.html",
		"/":                                                 "index.html",
		"robots.txt":                                        "robots.txt",
		"https://ngc.dk/udvalg/raadet/":                     "",
		"https://example.org/møder/udvalg/raadet/":          "",
		"https://ngc.dk/møderne/udvalg/raadet/":             "",
	} {
		q.path = name
		names := q.names(base)
		if slices.Contains(names, cmp.Or(want, page)) != (want != "") {
			t.Errorf("%q may be %q, and should be %q", name, names, want)
		}
	}
}

// To explain an output leaves no trace, neither in public/ nor in .cache/.
func TestWhyWritesNothing(t *testing.T) {
	dir := furtherSite(t)
	before := files(t, dir)
	ask := func() {
		t.Helper()
		for _, args := range [][]string{{"index.html"}, {"/udvalg/", "--since-last"}, {"findes/ikke"}} {
			var out bytes.Buffer
			run(t.Context(), append([]string{"why", "-C", dir}, args...), &out, &out)
			if out.Len() == 0 {
				t.Errorf("%v: no answer", args)
			}
		}
	}
	ask()
	same(t, files(t, dir), before)
	buildInto(t, dir, filepath.Join(dir, "public"))
	if err := os.WriteFile(filepath.Join(dir, "content/om.md"), []byte("+++\ntitle = \"Ny\"\n+++\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	before = files(t, dir)
	ask()
	same(t, files(t, dir), before)
}

func TestAKilledBuildIsAReasonToo(t *testing.T) {
	dir := copySite(t, "testdata/site")
	buildInto(t, dir, filepath.Join(dir, "public"))
	s := surveyed(t, dir)
	if err := s.ledger.Intend([]string{"om/index.html"}); err != nil {
		t.Fatal(err)
	}
	for _, p := range s.pieces {
		if e := s.explain(&p, true); e.Since.Next.Drawn != (p.Path == "om/index.html") || e.Since.Next.Drawn && e.Since.Next.Reason != ledger.Interrupt {
			t.Errorf("%s: %+v", p.Path, e.Since.Next)
		}
	}
}

func TestWhatBuildsDoIsToldInBothLanguages(t *testing.T) {
	because := func(r ledger.Reason, fields ...string) verdict {
		return verdict{Drawn: true, Reason: r, Fields: fields, Layout: map[bool]string{true: "page"}[r == ledger.OtherStyle]}
	}
	at := time.Date(2026, 7, 23, 22, 30, 0, 0, time.UTC)
	p := listing{shown: "ud"}
	for _, c := range []struct {
		got    func() string
		da, en string
	}{
		{func() string { return p.past(lastBuild{}) }, "ukendt: ud er ikke bygget endnu eller er bygget af et andet program", "not known: ud is not built yet, or was built by another program"},
		{func() string { return p.past(lastBuild{Known: true}) }, "fandtes ikke", "was not there"},
		{func() string { return p.past(lastBuild{Known: true, There: true}) }, "ikke skrevet: intet var ændret", "not written: nothing had changed"},
		{func() string { return p.past(lastBuild{Known: true, There: true, FileTime: at}) },
			"ikke skrevet: intet var ændret; filen er fra 24-07-2026 kl. 00.30", "not written: nothing had changed; the file is of 2026-07-24 00:30"},
		{func() string {
			return p.past(lastBuild{Known: true, There: true, Written: true, verdict: because(ledger.New)})
		}, "skrevet: ny fil", "written: a new file"},
		{func() string {
			return p.past(lastBuild{Known: true, There: true, verdict: because(ledger.OtherView, "Title")})
		},
			"lavet igen uden forskel: ændrede felter: Title", "made again, no different: fields that differ: Title"},
		{func() string { return p.past(lastBuild{Known: true, verdict: verdict{Reason: ledger.Unwanted}}) }, "fjernet: intet laver den længere", "removed: nothing makes it any more"},
		{func() string { return p.future(verdict{}) }, "skrives ikke: intet er ændret", "will not be written: nothing has changed"},
		{func() string { return p.future(because(ledger.Unknown)) }, "skrives: intet at sammenligne med (første gang, eller programmet er et andet)",
			"will be written: nothing to compare with (the first time, or the program is another)"},
		{func() string { return p.future(because(ledger.OtherView)) }, "skrives: den laves af noget andet", "will be written: it is made from something else"},
		{func() string { return p.future(because(ledger.OtherView, "Title", "Next")) }, "skrives: ændrede felter: Title, Next", "will be written: fields that differ: Title, Next"},
		{func() string { return p.future(because(ledger.OtherStyle)) }, "skrives: skabelonen page eller noget, den bruger, er ændret",
			"will be written: the layout page, or something it uses, has changed"},
		{func() string { return p.future(verdict{Drawn: true, Reason: ledger.OtherStyle}) }, "skrives: den laves på en anden måde", "will be written: it is made in another way"},
		{func() string { return p.future(because(ledger.Lost)) }, "skrives: filen i ud blev ændret eller slettet", "will be written: the file in ud was changed or deleted"},
		{func() string { return p.future(because(ledger.Interrupt)) }, "skrives: opbygningen blev afbrudt undervejs", "will be written: a build was interrupted half-way"},
	} {
		for lang, want := range map[string]string{"da": c.da, "en": c.en} {
			p.lang = lang
			if got := c.got(); got != want {
				t.Errorf("%s: %q, not %q", lang, got, want)
			}
		}
	}
}

func TestALongListOfFilesIsCut(t *testing.T) {
	var e explanation
	for i := range 22 {
		e.Sources = append(e.Sources, source.Path(fmt.Sprintf("content/%d.md", i)))
	}
	lines := e.marked(listing{lang: "da"}, e.Sources)
	if len(lines) != 21 || lines[19] != "content/19.md" || lines[20] != "… og 2 til (--json viser dem alle)" {
		t.Errorf("%q", lines)
	}
	if lines := e.marked(listing{lang: "en"}, e.Sources[:21]); len(lines) != 21 || lines[20] != "content/20.md" {
		t.Errorf("one more is no shorter: %q", lines)
	}
}
