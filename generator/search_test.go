package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"referat/generator/search"
)

// searched is a query of the table and what it has to find. The client's test asks the same.
type searched struct {
	Query     string `json:"query"`
	Committee string `json:"committee,omitempty"`
	Year      int    `json:"year,omitempty"`
	Subject   string `json:"subject,omitempty"`
	Decisions bool   `json:"decisions,omitempty"`
	Typing    bool   `json:"typing,omitempty"`
	First     string `json:"first"` // the first hit: committee, day and anchor; "" of nothing found
	Link      string `json:"link,omitempty"`
	Apart     string `json:"apart,omitempty"` // the word whose parts are found
	Near      string `json:"near,omitempty"`  // the stem of what is offered
}

// askedOf are the queries of the table.
func askedOf(t *testing.T) (table []searched) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "search", "queries.json"))
	if err == nil {
		err = json.Unmarshal(data, &table)
	}
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// searchSite is a copy of the site of the table.
func searchSite(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "search", "site"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// buildSearched builds that site.
func buildSearched(t *testing.T, dir string) {
	t.Helper()
	o, err := buildOptions([]string{"-C", dir, "--now", "2025-06-01T12:00:00Z", "-o", filepath.Join(dir, "public")})
	if err != nil {
		t.Fatal(err)
	}
	if r := buildOnce(t.Context(), o, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
}

// indexIn opens the index of a built site.
func indexIn(t *testing.T, public string) *search.Reader {
	t.Helper()
	r, err := search.Open(func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(public, "soeg", "indeks", name)) })
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (s searched) query() search.Query {
	return search.Query{Text: s.Query, Typing: s.Typing, Committee: s.Committee, Year: s.Year, Subject: s.Subject, Decisions: s.Decisions}
}

func TestDanishQueriesFindWhatTheyMean(t *testing.T) {
	dir := searchSite(t)
	buildSearched(t, dir)
	r := indexIn(t, filepath.Join(dir, "public"))
	table := askedOf(t)
	var answers strings.Builder // all that is found: what the client is held against
	for _, s := range table {
		a, err := r.Search(s.query())
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		var found []string
		for _, h := range a.Hits {
			found = append(found, strings.TrimPrefix(h.Address, r.Manifest.Minutes))
		}
		told, _ := json.Marshal(s)
		fmt.Fprintf(&answers, "%s\n\t%s\n", told, strings.Join(found, " "))
		first := ""
		if len(found) > 0 {
			first = found[0]
		}
		if first != s.First {
			t.Errorf("%+v\nfinds %q", s, found[:min(5, len(found))])
		}
		if a.Apart != s.Apart || a.Near != s.Near {
			t.Errorf("%+v\ntakes %q apart and offers %q", s, a.Apart, a.Near)
		}
		if s.Link != "" && !slices.ContainsFunc(a.Links, func(n search.Named) bool { return strings.HasSuffix(n.Address, s.Link) }) {
			t.Errorf("%+v\nleads to %v", s, a.Links)
		}
	}
	golden(t, filepath.Join("testdata", "search", "answers.txt"), answers.String())
	if len(table) < 80 {
		t.Errorf("%d queries", len(table))
	}
}

// golden holds a text against a file of expected outputs.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got != string(want) {
		t.Errorf("%s is not what is expected (%v); with -update it is rewritten", file, err)
	}
}

func TestAnEditedWordTouchesFewFilesOfTheIndex(t *testing.T) {
	dir := searchSite(t)
	buildSearched(t, dir)
	before := files(t, filepath.Join(dir, "public"))
	at := filepath.Join("content", "referater", "raadgivning", "2021-02-09.md")
	text, err := os.ReadFile(filepath.Join(dir, at))
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, filepath.ToSlash(at), strings.Replace(string(text), "Udgifter til regnekraft", "Udgifter til kvantekraft", 1))
	buildSearched(t, dir)
	after := files(t, filepath.Join(dir, "public"))
	var touched []string
	for name, data := range after {
		if strings.HasPrefix(name, "soeg/indeks/") && !bytes.Equal(before[name], data) {
			touched = append(touched, name)
		}
	}
	if len(touched) == 0 || len(touched) > 5 || len(after) != len(before) { // the vocabulary, and two shards with their positions at most
		t.Errorf("%q of %d files", touched, len(after))
	}
	a, err := indexIn(t, filepath.Join(dir, "public")).Search(search.Query{Text: "kvantekraft"})
	if err != nil || len(a.Hits) != 1 {
		t.Errorf("%v, %v", a.Hits, err)
	}
}

func TestNoWordThatIsNotPublicReachesTheIndex(t *testing.T) {
	dir := t.TempDir()
	for name, text := range leakySite() {
		put(t, dir, name, text)
	}
	if r := buildSmall(t, dir); !r.done() {
		t.Fatal(r.problems)
	}
	public := filepath.Join(dir, "public")
	r := indexIn(t, public)
	for word, wanted := range map[string]int{secret: 0, "åben": 2} { // the other word is found where that one is not
		a, err := r.Search(search.Query{Text: word})
		if err != nil || len(a.Hits) != wanted {
			t.Errorf("%s: %d hits, %v", word, len(a.Hits), err)
		}
	}
	end := strings.ToLower(secret[len(secret)-6:]) // stems share their beginnings
	for name, data := range files(t, filepath.Join(public, "soeg", "indeks")) {
		if strings.HasSuffix(name, ".bin") {
			data = gunzip(t, data)
		}
		if strings.Contains(strings.ToLower(string(data)), end) {
			t.Errorf("%s has the end of the secret word", name)
		}
	}
}

func gunzip(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestADraftThatACommitteePublishesIsFoundAsOne(t *testing.T) {
	dir := searchSite(t)
	buildSearched(t, dir)
	a, err := indexIn(t, filepath.Join(dir, "public")).Search(search.Query{Text: "spørgeskema"})
	if err != nil || len(a.Hits) != 1 || !a.Hits[0].Draft {
		t.Errorf("%+v, %v", a.Hits, err)
	}
}

func TestQueriesFindWhatTheOldMinutesSay(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join("..", "content"))); err != nil {
		t.Fatal(err)
	}
	settings, err := os.ReadFile(filepath.Join("..", "site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "site.toml", string(settings))
	buildSearched(t, dir)
	r := indexIn(t, filepath.Join(dir, "public"))
	for query, first := range map[string]string{
		"genom": "#punkt-1", "sekventering": "#punkt-1", "nyresvigt": "#punkt-2", "WGS": "#punkt-1", "rapport": "#punkt-3", "gruppe": "#punkt-2",
		"horing": "#punkt-2", "høring": "#punkt-2", "supercomputer": "#punkt-1", "beregningskraft": "#punkt-1", "okonomi": "#punkt-1", "driftsøkonomi": "#punkt-3",
		"barn": "#punkt-2", "born": "#punkt-2", "cancer": "#punkt-2", "20.621": "#punkt-1", "20621": "#punkt-1", "årsmøde": "#punkt-1", "arsmode": "#punkt-1",
		"kohorte": "#punkt-1", "interviewguide": "#punkt-3", "beslutning": "#punkt-3", "besluttet": "#punkt-3", "specialistnetværk": "#punkt-2",
		`"fælles europæisk kohorte"`: "#punkt-1", `"klinisk effekt"`: "#punkt-3", `"effekt klinisk"`: "", "kvantefysik": "",
		"NGCs": "#punkt-1", "hud": "#punkt-2", "setup": "#punkt-1", "semistruktureret": "#punkt-3", "Udkastsen": "#punkt-3", "vedtaget": "", "nyresvigt zebra": "#punkt-2",
	} {
		a, err := r.Search(search.Query{Text: query, Committee: "klinisk-anvendelse", Year: 2023})
		found := ""
		if err == nil && len(a.Hits) > 0 {
			found = strings.TrimPrefix(a.Hits[0].Address, r.Manifest.Minutes+"klinisk-anvendelse/2023-11-07/")
		}
		if err != nil || found != first {
			t.Errorf("%s: %q, %v", query, found, err)
		}
	}
}

func TestTheScriptOfTheSearchIsSmall(t *testing.T) {
	dir := searchSite(t)
	buildSearched(t, dir)
	scripts, _ := filepath.Glob(filepath.Join(dir, "public", "assets", "search.*.js"))
	if len(scripts) != 1 {
		t.Fatal(scripts)
	}
	script, err := os.ReadFile(scripts[0])
	if err != nil {
		t.Fatal(err)
	}
	var small bytes.Buffer
	w, _ := gzip.NewWriterLevel(&small, gzip.BestCompression)
	_, _ = w.Write(script)
	if err := w.Close(); err != nil || small.Len() > 8000 {
		t.Errorf("%d bytes, %v", small.Len(), err)
	}
}

func TestManyEditsLeaveTheStemsOfThePresentPartsAlone(t *testing.T) {
	dir := searchSite(t)
	o, err := buildOptions([]string{"-C", dir, "--now", "2025-06-01T12:00:00Z", "-o", filepath.Join(dir, "public")})
	if err != nil {
		t.Fatal(err)
	}
	b, _ := newBuilder(o)
	defer b.close()
	for i := range 3 {
		put(t, dir, "content/referater/raadgivning/2021-02-10.md", fmt.Sprintf("+++\ntitle = \"Møde\"\nstate = \"final\"\n+++\n\n## Pkt. 1 Ord\n\nOrdet er kvant%dkraft.\n", i))
		if r := b.build(t.Context(), nil, func(int, int) {}); !r.done() {
			t.Fatal(r.problems)
		}
		if problems := b.settle(); len(problems) > 0 || len(b.stems.known) != 1 {
			t.Errorf("%d parts are known, %v", len(b.stems.known), problems)
		}
	}
}
