package record

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/content"
	"referat/generator/source"
)

const (
	settings = "base = \"https://ngc.dk/\"\ntitle = \"Arkiv\"\n[organisation]\nname = \"NGC\"\n[[sections]]\nname = \"Referat\"\nrole = \"outcome\"\n"
	november = "+++\ntitle = \"Møde i rådet\"\nstate = \"final\"\n#rettelse\n+++\n## Pkt. 1 Økonomi\n\n### Referat\n\nRådet godkendte planen.\n"
	january  = "+++\ntitle = \"Møde i rådet\"\nstate = \"approved\"\napproved = 2024-02-01\n+++\n## Pkt. 1 Valg\n\nIngen.\n"
	about    = "+++\ntitle = \"Om\"\n+++\nVi skriver.\n"

	novemberPath = "content/referater/raadet/2023-11-07.md"
	januaryPath  = "content/referater/raadet/2024-01-09.md"
)

// folder is a site's files by their paths, as they are changed step by step.
type folder map[string]string

func smallFolder() folder {
	return folder{"site.toml": settings, "content/om.md": about, novemberPath: november, januaryPath: january, "content/udvalg/raadet.md": "+++\ntitle = \"Rådet\"\n+++\n"}
}

// with is the folder with other files; "" is none.
func (f folder) with(pairs ...string) folder {
	f = maps.Clone(f)
	for pair := range slices.Chunk(pairs, 2) {
		if pair[1] == "" {
			delete(f, pair[0])
		} else {
			f[pair[0]] = pair[1]
		}
	}
	return f
}

// edit puts new in the place of old in a file.
func (f folder) edit(t *testing.T, name, old, new string) folder {
	t.Helper()
	if strings.Count(f[name], old) != 1 {
		t.Fatalf("%q is not once in %s", old, name)
	}
	return f.with(name, strings.Replace(f[name], old, new, 1))
}

// site is what a folder shows: a page for each document that is public, where its file says.
// shown are further pages and files, by path.
func (f folder) site(t testing.TB, shown ...Shown) (Site, *Record) {
	t.Helper()
	tree := look(t, f)
	docs, problems := content.Parse(tree, nil, content.Cache{})
	if source.Errors(problems) > 0 {
		t.Fatal(problems)
	}
	page := func(p source.Path, kind Kind) {
		path := strings.TrimSuffix(strings.TrimPrefix(string(p), "content/"), ".md") + "/index.html"
		shown = append(shown, Shown{Path: path, Kind: kind, From: p})
	}
	for _, m := range docs.Minutes {
		switch m.State {
		case content.Withdrawn:
			page(m.Path, Stone)
		case content.Final, content.Approved:
			page(m.Path, Page)
		}
	}
	now := time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC)
	for _, p := range docs.Pages {
		if p.Life.Expires == nil || now.Before(*p.Life.Expires) {
			page(p.Path, Page)
		}
	}
	for _, c := range docs.Committees {
		page(c.Path, Page)
	}
	for _, t := range docs.Tables {
		page(t.Path, Page)
	}
	for _, g := range docs.Subjects {
		page(g.Path, Page)
	}
	for _, c := range docs.Series {
		shown = append(shown, Shown{Path: string(c.CSV), Kind: Data, From: c.CSV})
	}
	slices.SortFunc(shown, func(a, b Shown) int { return strings.Compare(a.Path, b.Path) })
	r, problems := Read(tree, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return Site{Tree: tree, Docs: docs, Now: now, Shown: slices.Values(shown)}, r
}

// recorded is the folder with the record of what it shows, of which the first files are
// written; all of them of a negative number.
func (f folder) recorded(t testing.TB, first int, shown ...Shown) (folder, Update) {
	t.Helper()
	s, r := f.site(t, shown...)
	if problems, _ := r.Check(s, true); source.Errors(problems) > 0 {
		t.Fatal(problems)
	}
	u, problem := r.Next(s, f.manifest())
	if problem != nil {
		t.Fatal(problem)
	}
	files := f.written(u)
	f = maps.Clone(f)
	for i, file := range files {
		if i == first {
			break
		}
		if delete(f, string(file.Path)); !file.Gone {
			f[string(file.Path)] = string(file.Text)
		}
	}
	return f, u
}

// manifest stands for the digest of all files that are published.
func (f folder) manifest() source.Digest {
	return source.Digest{byte(len(strings.ReplaceAll(f["content/om.md"], "\r", "")))}
}

// written are the files of an update, in their order.
func (f folder) written(u Update) []File {
	if u.Empty() {
		return nil
	}
	return append(slices.Concat(u.Stages()...), u.Publication("Anne Holm", f.manifest()))
}

// broken are the codes of what a folder breaks, with their places.
func (f folder) broken(t testing.TB, shown ...Shown) (list []string) {
	t.Helper()
	s, r := f.site(t, shown...)
	problems, renames := r.Check(s, true)
	for _, p := range source.Sort(append(problems, Explain(renames, nil)...)) {
		list = append(list, p.Pos.String()+" "+string(p.Code))
	}
	return list
}

const correction = "[[corrections]]\ndate = 2024-02-01\nwhat = \"Et ord\""
