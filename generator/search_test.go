package main

import (
	"encoding/json"
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

// searchSite builds the site of the table and opens its index.
func searchSite(t *testing.T) *search.Reader {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "search", "site"))); err != nil {
		t.Fatal(err)
	}
	o, err := buildOptions([]string{"-C", dir, "--now", "2025-06-01T12:00:00Z", "-o", filepath.Join(dir, "public")})
	if err != nil {
		t.Fatal(err)
	}
	if r := buildOnce(t.Context(), o, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	return indexIn(t, filepath.Join(dir, "public"))
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
	r := searchSite(t)
	table := askedOf(t)
	for _, s := range table {
		a, err := r.Search(s.query())
		if err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		var found []string
		for _, h := range a.Hits {
			found = append(found, strings.TrimPrefix(h.Address, r.Manifest.Minutes))
		}
		first := ""
		if len(found) > 0 {
			first = found[0]
		}
		if first != s.First {
			t.Errorf("%+v\nfinds %q", s, found[:min(5, len(found))])
		}
		if s.Link != "" && !slices.ContainsFunc(a.Links, func(n search.Named) bool { return strings.HasSuffix(n.Address, s.Link) }) {
			t.Errorf("%+v\nleads to %v", s, a.Links)
		}
	}
	if len(table) < 80 {
		t.Errorf("%d queries", len(table))
	}
}
