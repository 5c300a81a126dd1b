package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/hosting"
	"referat/generator/ledger"
	"referat/generator/site"
	"referat/generator/source"
	embedded "referat/layouts"
)

// These tests hold the other side of the proof: what need not be drawn is not, so
// that a right output cannot be bought by drawing everything.

// fixedCopy is the fixed site in a folder of the test's, built once.
func fixedCopy(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, written(fixedSite())); err != nil {
		t.Fatal(err)
	}
	tick(dir)
	buildInto(t, dir, filepath.Join(dir, "public"))
	tick(dir)
	return dir
}

// tick waits until the disk's clock has moved, so that no stamp is too young.
func tick(dir string) {
	for began := source.Clock(dir); source.Clock(dir) <= began; {
		time.Sleep(time.Millisecond)
	}
}

// drawn builds and gives why each output was drawn or removed: its path, the reason
// and the fields of its view that differ.
func drawn(t *testing.T, b *builder, hints ...string) string {
	t.Helper()
	last := b.ledger.Last()
	r := b.build(context.Background(), hints, func(int, int) {})
	if r.add(b.settle()...); !r.done() {
		t.Fatal(r.problems)
	}
	if b.ledger.Last() == last {
		return ""
	}
	var all strings.Builder
	for _, c := range b.ledger.Last().Changes {
		if follows(c) {
			continue // what follows any data has a test of its own
		}
		all.WriteString(strings.Join(append([]string{c.Path, string(c.Reason)}, c.Fields...), " ") + "\n")
	}
	return all.String()
}

// follows tells of a compilation in which nothing differs but what it is made of.
func follows(c ledger.Change) bool {
	return c.Reason == ledger.OtherView && strings.HasPrefix(c.Path, "data/") && !slices.ContainsFunc(c.Fields, func(field string) bool {
		return !slices.Contains([]string{"Files", "Sets", "Schemas", "Catalogue", "Sums", "Datasets", "Modified"}, field)
	})
}

// edit is a change of words in a file; without old words it is a new file.
type edit struct{ name, old, new string }

func (e edit) do(t *testing.T, dir string) (undo func()) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(e.name))
	if e.old == "" {
		put(t, dir, e.name, e.new)
		return func() {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), e.old) {
		t.Fatalf("%s has no %q (%v)", e.name, e.old, err)
	}
	put(t, dir, e.name, strings.Replace(string(text), e.old, e.new, 1))
	return func() { put(t, dir, e.name, string(text)) }
}

// ownLayout is a site's own copy of a layout file, with other words.
func ownLayout(t *testing.T, name, old, new string) edit {
	t.Helper()
	text, err := fs.ReadFile(embedded.Files, name)
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatalf("%s has no %q (%v)", name, old, err)
	}
	return edit{"layouts/" + name, "", strings.Replace(string(text), old, new, 1)}
}

const (
	firstName  = "content/referater/raad/2023-11-07.md"
	secondName = "content/referater/raad/2024-03-05.md"
)

func TestAnEditDrawsOnlyWhatShowsIt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edit edit
		want string
	}{
		"a body": {edit{secondName, "talte om WGS", "hørte om WGS"}, `
referater/raad/2024-03-05/index.html view Items
referater/raad/2024-03-05/index.json view Items
soeg/indeks/2023/0.bin view Part
soeg/indeks/2023/1.bin view Part
soeg/indeks/2023/p0.bin view Part
soeg/indeks/2023/p1.bin view Part
soeg/indeks/2023/steder.bin view Part
soeg/indeks/ord.bin view Parts
`},
		"a title": {edit{secondName, "Andet møde", "Et andet møde"}, `
kalender.ics view Events
referater/2024/index.html view Groups
referater/index.html view Groups
referater/raad/2024-03-05/index.html view Facts Heading
referater/raad/2024-03-05/index.json view Title
referater/raad/index.html view Groups
soeg/indeks/2023/0.bin view Part
soeg/indeks/2023/1.bin view Part
soeg/indeks/2023/p0.bin view Part
soeg/indeks/2023/p1.bin view Part
soeg/indeks/2023/steder.bin view Part
soeg/indeks/ord.bin view Parts
udvalg/raad/index.html view Newest
udvalg/raad/index.json view Minutes
udvalg/raad/kalender.ics view Events
`},
		"a correction": {edit{secondName, "state = \"final\"\n", "state = \"final\"\n[[corrections]]\ndate = 2024-04-02\nwhat = \"Ordet er WGS.\"\n"}, `
kalender.ics view Events
nyt/index.html view Groups
referater/feed.xml view Entries
referater/raad/2024-03-05/index.html view Corrections
referater/raad/2024-03-05/index.json view Corrections
rettelser/feed.xml view Updated Entries
rettelser/index.html view Years
sitemap.xml view Entries
udvalg/raad/feed.xml view Entries
udvalg/raad/kalender.ics view Events
`},
		"the title of a committee's newest": {edit{"content/referater/styring/2025-01-14.md", "Fjerde", "Det fjerde"}, `
index.html view Newest
kalender.ics view Events
referater/2025/index.html view Groups
referater/index.html view Groups
referater/styring/2025-01-14/index.html view Facts Heading
referater/styring/2025-01-14/index.json view Title
referater/styring/index.html view Groups
soeg/indeks/2023/0.bin view Part
soeg/indeks/2023/1.bin view Part
soeg/indeks/2023/p0.bin view Part
soeg/indeks/2023/p1.bin view Part
soeg/indeks/2023/steder.bin view Part
soeg/indeks/ord.bin view Parts
udvalg/styring/index.html view Newest
udvalg/styring/index.json view Minutes
udvalg/styring/kalender.ics view Events
`},
		"an item's title": {edit{secondName, "Pkt. 1 Status", "Pkt. 1 Stade"}, `
data/punkter.csv view Rows
referater/2024/index.html view Groups
referater/feed.xml view Entries
referater/index.html view Groups
referater/raad/2024-03-05/index.html view Description Items
referater/raad/2024-03-05/index.json view Items
referater/raad/index.html view Groups
soeg/indeks/2023/0.bin view Part
soeg/indeks/2023/1.bin view Part
soeg/indeks/2023/p0.bin view Part
soeg/indeks/2023/p1.bin view Part
soeg/indeks/2023/steder.bin view Part
soeg/indeks/ord.bin view Parts
udvalg/raad/feed.xml view Entries
udvalg/raad/index.html view Newest
`},
		"a sentence that mentions a subject": {edit{firstName, "talte om", "hørte om"}, `
patientgrupper/nyresvigt/feed.xml view Entries
patientgrupper/nyresvigt/index.html view Mentions
patientgrupper/nyresvigt/index.json view Mentions
referater/raad/2023-11-07/index.html view Items
referater/raad/2023-11-07/index.json view Items
soeg/indeks/2023/0.bin view Part
soeg/indeks/2023/1.bin view Part
soeg/indeks/2023/p0.bin view Part
soeg/indeks/2023/p1.bin view Part
soeg/indeks/2023/steder.bin view Part
soeg/indeks/ord.bin view Parts
`},
		"a page": {edit{"content/om.md", "er her", "er der"}, `
om/index.html view Text
`},
		"a committee's text": {edit{committeeName, "rådgiver", "vejleder"}, `
udvalg/raad/index.html view Purpose
udvalg/raad/index.json view PurposeText
`},
		"a subject's title": {edit{"content/patientgrupper/psykiatri.md", "Psykiatri", "Psyken"}, `
data/patientgrupper.csv view Subjects
data/patientgrupper.json view Subjects
foelg/index.html view Feeds
patientgrupper/index.html view Rows
patientgrupper/psykiatri/feed.xml view Title
patientgrupper/psykiatri/index.html view Title Crumbs Heading Text Follow
patientgrupper/psykiatri/index.json view Name
soeg/indeks/indeks.json view Subjects
soeg/index.html view Subjects Letters
`},
		"a count": {edit{"content/genomtal/genomer.csv", "26458", "26459"}, `
genomtal/feed.xml view Entries
genomtal/genomer.csv view Rows
genomtal/index.html view Series
genomtal/index.json view Series
index.html view Count
nyt/index.html view Groups
`},
		"an attachment": {edit{attachmentName, "bytes A", "bytes B"}, `
referater/raad/2024-06-11/bilag.txt view Digest
`},
		"a glossary term": {edit{"site.toml", "helgenomsekventering", "hele genomet"}, `
referater/raad/2024-03-05/index.html view Items
soeg/indeks/indeks.json view Synonyms
soeg/index.html view Letters
`},
		"an included template": {ownLayout(t, "partials/attachments.html", "<", "<b>nyt</b><"), `
referater/raad/2023-11-07/index.html layout
referater/raad/2024-03-05/index.html layout
referater/raad/2024-06-11/index.html layout
referater/styring/2025-01-14/index.html layout
`},
		"a remark in a template": {ownLayout(t, "base.html", "<body", "{{/* krop */}}<body"), ""},
		"a label": {ownLayout(t, "labels/da.toml", `committees_caption = "`, `committees_caption = "Alle `), `
referater/2023/index.html layout
referater/2024/index.html layout
referater/2025/index.html layout
referater/index.html layout
referater/raad/index.html layout
referater/styring/index.html layout
udvalg/index.html layout
`},
		"a new page": {edit{"content/nyhed.md", "", "+++\ntitle = \"Nyt\"\n+++\n\nNyt.\n"}, `
nyhed/index.html new
sitemap.xml view Entries
soeg/indeks/indeks.json view Pages
`},
		"new minutes": {edit{"content/referater/raad/2024-04-02.md", "", fixedSite()[secondName]}, `
data/punkter.csv view Rows
kalender.ics view Events
nyt/index.html view Groups
referater/2023/index.html view Years
referater/2024/index.html view Years Total Groups
referater/2025/index.html view Years
referater/feed.xml view Entries
referater/index.html view Years Total Groups Committees
referater/raad/2024-03-05/index.html view Next
referater/raad/2024-04-02/index.html new
referater/raad/2024-04-02/index.json new
referater/raad/2024-06-11/index.html view Previous
referater/raad/index.html view Total Groups
sitemap.xml view Entries
soeg/indeks/2023/0.bin view Part
soeg/indeks/2023/1.bin view Part
soeg/indeks/2023/p0.bin view Part
soeg/indeks/2023/p1.bin view Part
soeg/indeks/2023/steder.bin view Part
soeg/indeks/indeks.json view Items
soeg/indeks/ord.bin view Parts
udvalg/index.html view Committees
udvalg/raad/feed.xml view Entries
udvalg/raad/index.html view Total Newest
udvalg/raad/index.json view Minutes
udvalg/raad/kalender.ics view Events
`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := fixedCopy(t)
			b := builderOf(t, dir)
			b.learn = true
			if got := drawn(t, b); got != "" {
				t.Fatalf("nothing has changed, but this is drawn:\n%s", got)
			}
			want := strings.TrimPrefix(c.want, "\n")
			undo := c.edit.do(t, dir)
			if got := drawn(t, b, c.edit.name); got != want {
				t.Errorf("by a hint, this is drawn:\n%s", got)
			}
			undo()
			drawn(t, b)
			undo = c.edit.do(t, dir)
			if got := drawn(t, b); got != want {
				t.Errorf("by a full look, this is drawn:\n%s", got)
			}
			undo()
			drawn(t, b)
			c.edit.do(t, dir)
			if got := drawn(t, builderOf(t, dir)); got != want {
				t.Errorf("in the next run, this is drawn:\n%s", got)
			}
		})
	}
}

// siteTitled are the lines of feeds and calendars, which have the site's title in their own.
var siteTitled = regexp.MustCompile(`(?m)^\S*(feed\.xml view Title|kalender\.ics view Name)\n`)

func TestASettingThatEveryPageShowsDrawsThePagesAndNothingElse(t *testing.T) {
	for field, e := range map[string]edit{
		"Home":   {"site.toml", `title = "Prøvested"`, `title = "Nyt sted"`},
		"Footer": {"site.toml", `title = "Om os"`, `title = "Om"`},
	} {
		dir := fixedCopy(t)
		b := builderOf(t, dir)
		e.do(t, dir)
		got := siteTitled.ReplaceAllString(drawn(t, b), "")
		got = strings.NewReplacer("data/katalog.jsonld view About\n", "", "manifest.webmanifest view Name\n", "", "soeg/indeks/indeks.json view Pages\n", "").Replace(got) // they have the site's title, and its pages' names, in their own words
		pages := 0
		for _, o := range b.outputs {
			pages++
			if o.Form != site.HTML {
				pages--
			} else if !strings.Contains(got, o.Path+" view ") {
				t.Errorf("%s is not drawn", o.Path)
			}
		}
		if n := strings.Count(got, "\n"); n != pages || strings.Count(got, " "+field) != n {
			t.Errorf("%d outputs are drawn of %d pages:\n%s", n, pages, got)
		}
	}
}

func TestAnAssetHasANewAddressOnEveryPageAndInTheRules(t *testing.T) {
	dir := fixedCopy(t)
	b := builderOf(t, dir)
	ownLayout(t, "assets/style.css", "{", "{ outline: 0;").do(t, dir)
	got := drawn(t, b)
	rules := hosting.Files() // which say of an asset how long it is kept
	for _, file := range rules {
		if !strings.Contains("\n"+got, "\n"+file+" layout\n") {
			t.Errorf("%s does not follow", file)
		}
	}
	if n := strings.Count(got, "\n") - len(rules); n != b.ledger.Last().Pages+2 || strings.Count(got, "index.html layout")+strings.Count(got, "404.html layout") != n-2 ||
		strings.Count(got, "css new") != 1 || strings.Count(got, "css unwanted") != 1 {
		t.Errorf("this is drawn:\n%s", got)
	}
}

func TestTheClockDrawsWhatItChanges(t *testing.T) {
	dir := fixedCopy(t)
	edit{"content/senere.md", "", "+++\ntitle = \"Senere\"\npublish = 2026-11-25T00:00:00+01:00\n+++\n\nSenere.\n"}.do(t, dir)
	b := builderOf(t, dir)
	settled(b, func(int, int) {})
	b.now = time.Unix(0, b.ledger.Last().Until-1)
	if got := drawn(t, b); got != "" {
		t.Errorf("before the instant this is drawn:\n%s", got)
	}
	b.now = b.now.Add(1)
	if got := drawn(t, b); got != "senere/index.html new\nsitemap.xml view Entries\nsoeg/indeks/indeks.json view Pages\n" {
		t.Errorf("at the instant this is drawn:\n%s", got)
	}
	b.now = at
	if got := drawn(t, b); got != "sitemap.xml view Entries\nsoeg/indeks/indeks.json view Pages\nsenere/index.html unwanted\n" {
		t.Errorf("and before it again:\n%s", got)
	}
}
