package site

import (
	"hash/crc32"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/record"
	"referat/generator/source"
)

// growing is a small site of which everything leads to everything.
var growing = map[string]string{
	"site.toml":           settings + "[counts]\nfolder = \"genomtal\"\n",
	"content/udvalg/a.md": "+++\ntitle = \"Udvalg A\"\n+++\n",
	"content/referater/a/2024-01-02/index.md": meetingFile("final", "", "## Pkt. 1 Ordet\n\n### Referat\n\nNyresvigt blev nævnt. [B](b.txt)\n\n## Pkt. 2 Mere\n\n### Referat\n\nIntet.\n"),
	"content/referater/a/2024-01-02/b.txt":    "b",
	"content/referater/a/2024-02-06.md": meetingFile("final", "[[agenda]]\nnumber = \"1\"\ntitle = \"Valg\"\nconcerns = [\"nyresvigt\"]\n",
		"## Pkt. 1 Valg\n\n### Referat\n\nSe [sidst](2024-01-02/index.md#punkt-2) og [næste gang](2024-03-05.md#referat).\n\n::: beslutning\nDet blev vedtaget.\n:::\n"),
	"content/referater/a/2024-03-05.md":   meetingFile("final", "", "## Pkt. 1 Andet\n\n### Referat\n\n::: beslutning\nIntet at sige.\n:::\n\n[Om](/om/)\n\n## Pkt. 2 Slut\n\n### Referat\n\n"),
	"content/referater/a/2024-04-02.md":   meetingFile("final", "", "## Pkt. 1 Nyt\n\n### Referat\n\nNyresvigt igen. Og nyresvigt.\n\n"+strings.Repeat("Og om nyresvigt. ", mostMentions)+"\n\n## Pkt. 2 Resten\n\n### Referat\n\n"),
	"content/referater/a/2027-01-05.md":   meetingFile("planned", "[record]\ncase = \"12\"\n", ""),
	"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n[[milestones]]\ndate = \"2. januar 2024\"\ntitle = \"Nævnt\"\nsource = \"../referater/a/2024-01-02/index.md#punkt-1\"\n+++\n",
	"content/patientgrupper/alle.toml":    "[[milestones]]\ndate = \"3. januar 2024\"\ntitle = \"Fælles\"\nsource = \"https://ngc.dk/\"\n",
	"content/om.md":                       "+++\ntitle = \"Om\"\n+++\nTekst med [sted](referater/a/2024-03-05.md#punkt-1).\n",
	"content/genomtal/x.toml":             "title = \"X\"\nunit = \"stk.\"\ndefinition = \"Alle.\"\n",
	"content/genomtal/x.csv":              "date,value,status,source,note\n2024-01-31,5,final,https://ngc.dk/x,\n",
}

// grower makes one site after another as a program does that lives on.
type grower struct {
	*testing.T
	memory Memory
	tree   *source.Tree
	docs   *content.Documents
}

func (g *grower) site(files map[string]string, o Options) (*Site, []Output) {
	g.Helper()
	fsys := fstest.MapFS{}
	for path, text := range files { // other bytes, another time
		fsys[path] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(int64(crc32.ChecksumIEEE([]byte(text))), 0)}
	}
	records := source.Records{}
	if g.tree != nil {
		records = g.tree.Remembered(math.MaxInt64)
	}
	tree, problems := source.Look(fsys, fsys, records)
	g.tree = tree
	docs, more := content.Parse(tree, g.docs, content.Cache{})
	if problems = append(problems, more...); source.Errors(problems) > 0 {
		g.Fatal(said(problems))
	}
	g.docs = docs
	if o.Now.IsZero() {
		o.Now = noon
	}
	if o.Memory == nil {
		o.Memory = &g.memory
	}
	if o.Past, problems = record.Read(tree, nil); source.Errors(problems) > 0 {
		g.Fatal(said(problems))
	}
	s := New(tree, docs, o)
	return s, s.Outputs()
}

func edited(file, old, new string) map[string]string {
	files := maps.Clone(growing)
	if !strings.Contains(files[file], old) {
		panic(file + " has no " + old)
	}
	files[file] = strings.Replace(files[file], old, new, 1)
	return files
}

// growthCase is an edit of the site, and how the site becomes what it then is.
type growthCase struct {
	what  string
	files map[string]string
	how   string
}

const (
	anew  = "made anew"
	grown = "grown"
	quiet = "grown, with all other pages taken over"
)

func growthCases() []growthCase {
	first, second, third, fourth := "content/referater/a/2024-01-02/index.md", "content/referater/a/2024-02-06.md", "content/referater/a/2024-03-05.md", "content/referater/a/2024-04-02.md"
	return []growthCase{
		{"nothing", growing, quiet},
		{"a word", edited(third, "Intet at sige", "Meget at sige"), quiet},
		{"a paragraph, which is a new place", edited(third, "\n\n[Om]", "\n\nDog.\n\n[Om]"), grown}, // a page leads there
		{"a paragraph where nothing leads", edited(second, "vedtaget.\n:::\n", "vedtaget.\n:::\n\nSidst.\n"), quiet},
		{"a place that a meeting leads to", edited(first, "Intet.\n", "Intet.\n\nDog.\n"), grown},
		{"a title of an item that is led to", edited(third, "Pkt. 1 Andet", "Pkt. 1 Helt andet"), grown},
		{"a title of an item of the newest meeting", edited(fourth, "Pkt. 1 Nyt", "Pkt. 1 Nyere"), quiet},
		{"a title of an item with a decision", edited(second, "Pkt. 1 Valg", "Pkt. 1 Genvalg"), quiet},
		{"a title of an item in the agenda", edited(second, "title = \"Valg\"", "title = \"Genvalg\""), quiet},
		{"a number of an item", edited(fourth, "Pkt. 2 Resten", "Pkt. 3 Resten"), grown},
		{"a sentence more with a name", edited(fourth, "igen. Og nyresvigt.", "igen. Og nyresvigt. Og nyresvigt."), grown},
		{"a name that goes", edited(fourth, " Og nyresvigt.", ""), grown},
		{"an item more", edited(fourth, "## Pkt. 2", "## Pkt. 3 Mere\n\n## Pkt. 2"), grown},
		{"a sentence with a name", edited(first, "blev nævnt", "blev slet ikke nævnt"), quiet},
		{"a decision's words", edited(second, "vedtaget", "forkastet"), quiet},
		{"a decision's words, with a link", edited(second, "vedtaget", "[vedtaget](2024-03-05.md)"), grown},
		{"a decision's words that become many", edited(second, "vedtaget", strings.Repeat("vedtaget. Det blev ", 100)), quiet},
		{"a decision that is none any more", edited(second, "::: beslutning\nDet blev vedtaget.\n:::", "Det blev vedtaget."), grown},
		{"a file that is no longer led to", edited(first, " [B](b.txt)", ""), grown},
		{"an address that is led to", edited(third, "](/om/)", "](/udvalg/)"), grown},
		{"a decision that moves to another item", edited(third, "::: beslutning\nIntet at sige.\n:::\n\n[Om](/om/)\n\n## Pkt. 2 Slut\n\n### Referat\n\n", "Intet at sige.\n\n[Om](/om/)\n\n## Pkt. 2 Slut\n\n### Referat\n\n::: beslutning\nSlut.\n:::\n"), grown},
		{"words that a link knows a place by", edited(third, "Pkt. 1 Andet\n\n### Referat", "Pkt. 1 Andet\n\n### Status"), grown},
		{"what holds for all subjects", edited("content/patientgrupper/alle.toml", "Fælles", "Samlet"), anew},
		{"the title of minutes that are led to", edited(third, "title = \"Møde\"", "title = \"Stort møde\""), grown},
		{"the title", edited(fourth, "title = \"Møde\"", "title = \"Stort møde\""), quiet},
		{"who was there", edited(second, "title = \"Møde\"", "title = \"Møde\"\nchair = \"Eva Formand\""), quiet},
		{"the case of a meeting to come", edited("content/referater/a/2027-01-05.md", "\"12\"", "\"13\""), quiet},
		{"how far it has come", edited(third, "state = \"final\"", "state = \"approved\"\napproved = 2024-04-02"), anew},
		{"the day of the document, which the sitemap tells", edited(third, "state = \"final\"", "state = \"final\"\nrecord = { date = 2024-03-08 }"), anew},
		{"when it is public", edited(third, "state = \"final\"", "state = \"final\"\npublish = 2024-03-05T00:00:00+01:00"), anew},
		{"the day of the document", edited(third, "state = \"final\"", "state = \"final\"\n[record]\ndate = 2024-03-06"), anew},
		{"whom an item concerns", edited(second, "concerns = [\"nyresvigt\"]", ""), anew},
		{"the file of an attachment", edited("content/referater/a/2024-01-02/b.txt", "b", "c"), anew},
		{"a page", edited("content/om.md", "Tekst", "Ord"), anew},
		{"a subject", edited("content/patientgrupper/nyresvigt.md", "Nævnt", "Omtalt"), anew},
		{"a count", edited("content/genomtal/x.csv", ",5,", ",6,"), anew},
		{"a committee", edited("content/udvalg/a.md", "Udvalg A", "Udvalget"), anew},
		{"a correction", edited(third, "state = \"final\"", "state = \"final\"\n[[corrections]]\ndate = 2024-04-02\nwhat = \"Andet.\""), anew},
		{"an old address of minutes", edited(third, "state = \"final\"", "state = \"final\"\nredirect_from = [\"/gammel/\"]"), anew},
		{"a setting", edited("site.toml", "title = \"Arkiv\"", "title = \"Ark\""), anew},
	}
}

func TestASiteGrowsOutOfTheOneBeforeAndIsTheSameAsANewOne(t *testing.T) {
	for _, c := range growthCases() {
		t.Run(c.what, func(t *testing.T) {
			g := &grower{T: t}
			g.site(growing, Options{})
			for _, files := range []map[string]string{c.files, growing} { // there and back
				if how := g.grow(files); how != c.how {
					t.Errorf("it is %s, not %s", how, c.how)
				}
			}
		})
	}
}

func TestASiteGrowsAgainAndAgain(t *testing.T) {
	g := &grower{T: t}
	g.site(growing, Options{})
	cases := growthCases()
	for i := range cases {
		g.grow(cases[i].files)
		g.grow(cases[len(cases)-1-i].files)
	}
}

// grow makes the site of the files out of the one before and tells how. It must be
// the same as a new one.
func (g *grower) grow(files map[string]string) (how string) {
	g.Helper()
	s, outputs := g.site(files, Options{})
	how = anew
	if s.last != nil && s.quiet {
		how = quiet
	} else if s.last != nil {
		how = grown
	}
	clean, wanted := g.site(files, Options{Memory: &Memory{}})
	same := func(a, b Output) bool {
		return a.Path == b.Path && a.Form == b.Form && a.Lang == b.Lang && a.Key() == b.Key() && plain.DigestOf(a.View()) == plain.DigestOf(b.View())
	}
	if !slices.EqualFunc(outputs, wanted, same) {
		g.Error("its outputs are not those of a new site")
	}
	if got, want := said(source.Sort(s.Problems())), said(source.Sort(clean.Problems())); got != want {
		g.Errorf("its problems are\n%s, those of a new site\n%s", got, want)
	}
	since, until := s.Span()
	if a, b := clean.Span(); !a.Equal(since) || !b.Equal(until) {
		g.Errorf("it is the same from %v until %v, a new one from %v until %v", since, until, a, b)
	}
	return how
}

func TestASiteDoesNotGrowIntoAnotherTime(t *testing.T) {
	files := maps.Clone(growing)
	files["content/referater/a/2027-01-05.md"] = meetingFile("planned", "", "")
	files["content/referater/a/2027-02-02.md"] = meetingFile("final", "publish = 2027-02-03T12:00:00+01:00\n", "## Pkt. 1 x\n")
	g := &grower{T: t}
	g.site(files, Options{})
	if s, _ := g.site(files, Options{Now: time.Date(2027, 2, 4, 0, 0, 0, 0, time.UTC)}); s.last != nil {
		t.Error("it grew over the instant at which minutes become public")
	}
	if s, _ := g.site(files, Options{Now: time.Date(2027, 2, 4, 0, 0, 0, 0, time.UTC), Drafts: true}); s.last != nil {
		t.Error("it grew drafts")
	}
}

func TestASiteWithErrorsIsNotGrownFrom(t *testing.T) {
	g := &grower{T: t}
	g.site(edited("content/om.md", "2024-03-05.md#punkt-1", "2024-03-06.md"), Options{})
	if s, _ := g.site(edited("content/om.md", "2024-03-05.md#punkt-1", "2024-03-06.md"), Options{}); s.last != nil {
		t.Error("it grew out of a site with a dead link")
	}
}
