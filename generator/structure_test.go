package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/hosting"
	"referat/generator/inspect"
	"referat/generator/layouts"
	"referat/generator/plain"
	"referat/generator/search"
	"referat/generator/site"
)

// walls is which of our packages each package may import, and why not more:
// content cannot see another file, site cannot know how it looks, public knows
// bytes at paths and nothing else. site knows chart, data and hosting, because a
// view may be one of their plain types: a twin of that type would be a detour.
var walls = map[string][]string{
	"plain":   {},
	"source":  {"danish", "plain"},
	"danish":  {},
	"ledger":  {"source", "plain", "public"},
	"public":  {"source", "plain"},
	"chart":   {"danish"},
	"data":    {"plain"},
	"content": {"source", "danish", "plain", "personal", "disclosure"},
	"hosting": {},
	"publish": {"source", "public"},
	"search":  {"danish"},

	"personal":              {},
	"personal/personaltest": {},

	"site":          {"source", "danish", "content", "chart", "data", "disclosure", "hosting", "plain", "record", "search"},
	"layouts":       {"source", "danish", "site", "chart", "data", "plain"},
	"corpus":        {},
	"record":        {"source", "danish", "content", "personal", "plain"},
	"serve":         {"hosting"},
	"check":         {"source", "plain", "hosting"},
	"check/outside": {},
	"watch":         {},
	"pack":          {},

	"inspect":           {"inspect/drawing", "inspect/found", "inspect/image", "inspect/letters", "inspect/markup", "inspect/office", "inspect/pdf", "pack"},
	"inspect/drawing":   {"inspect/found", "inspect/letters"},
	"inspect/found":     {"pack"},
	"inspect/image":     {"inspect/found", "inspect/letters", "inspect/xmp"},
	"inspect/letters":   {},
	"inspect/markup":    {"inspect/found", "inspect/letters"},
	"inspect/xmp":       {"inspect/found", "inspect/markup"},
	"inspect/office":    {"inspect/found", "inspect/letters", "inspect/markup", "pack"},
	"inspect/pdf":       {"inspect/found", "inspect/letters", "inspect/markup", "intake/manuscript", "intake/pdf"},
	"disclosure":        {},
	"disclosure/attack": {},

	"intake":            {"source", "danish", "content", "intake/manuscript", "intake/pattern"},
	"intake/docx":       {"inspect/letters", "intake/manuscript", "pack"},
	"intake/hyphen":     {"intake/manuscript", "intake/pattern"},
	"intake/manuscript": {},
	"intake/pattern":    {},
	"intake/pdf":        {"intake/hyphen", "intake/manuscript", "intake/pattern"},
	"intake/text":       {"intake/hyphen", "intake/manuscript", "intake/pattern"},

	"audit/headers": {"hosting"},

	"bench":        {},
	"bench/floor":  {},
	"bench/search": {"search"},
	"bench/twin":   {},
}

func TestPackagesKeepToTheirWalls(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}:{{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		path, imports, _ := strings.Cut(line, ":")
		name := strings.TrimPrefix(strings.TrimPrefix(path, "referat/generator"), "/")
		if name == "" {
			continue // main may import all
		}
		allowed, known := walls[name]
		if !known {
			t.Errorf("package %s is not in the table", name)
		}
		seen++
		for _, i := range strings.Fields(imports) {
			if ours, is := strings.CutPrefix(i, "referat/generator/"); is && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which its wall forbids", name, ours)
			}
		}
	}
	if seen != len(walls) {
		t.Errorf("%d packages, but the table has %d", seen, len(walls))
	}
}

func TestTheMapOfTheHouseHasEveryPackage(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, house, _ := strings.Cut(string(text), "\n## The house\n")
	house, _, _ = strings.Cut(house, "\n## ")
	inHouse, quoted := map[string]bool{}, regexp.MustCompile("`([a-z/]+)`")
	for _, line := range strings.Split(house, "\n") {
		if strings.HasPrefix(line, "| `") {
			for _, name := range quoted.FindAllStringSubmatch(line, -1) {
				inHouse[name[1]] = true
			}
		}
	}
	for name := range walls {
		if !inHouse[name] {
			t.Errorf("package %s is not in ARCHITECTURE.md", name)
		}
	}
	if lines := strings.Count(string(text), "\n"); lines > 150 {
		t.Errorf("ARCHITECTURE.md has %d lines, and nobody reads more than 150", lines)
	}
}

func TestTheImportCompilesNoPatternBeforeItIsUsed(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("intake", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		seen++
		for _, d := range file.Decls {
			if declared, is := d.(*ast.GenDecl); is && takesFrom(declared, "regexp") {
				t.Errorf("%s: a pattern of the package is compiled when the program starts: write pattern.Of", path)
			}
		}
		return nil
	})
	if err != nil || seen < 50 {
		t.Fatalf("%d files, %v", seen, err)
	}
}

// takesFrom tells that a declaration takes something from a package.
func takesFrom(d *ast.GenDecl, pkg string) (found bool) {
	ast.Inspect(d, func(n ast.Node) bool {
		selected, is := n.(*ast.SelectorExpr)
		if is {
			id, plain := selected.X.(*ast.Ident)
			found = found || plain && id.Name == pkg
		}
		return true
	})
	return found
}

func TestViewsArePlainData(t *testing.T) {
	types := []reflect.Type{
		reflect.TypeFor[data.Minutes](), reflect.TypeFor[data.Committee](), reflect.TypeFor[data.Subject](),
		reflect.TypeFor[inspect.Report](), reflect.TypeFor[data.Decisions](),
		reflect.TypeFor[data.Counts](), reflect.TypeFor[data.Series](), reflect.TypeFor[data.Table](), reflect.TypeFor[data.Site](), reflect.TypeFor[data.Sitemap](), reflect.TypeFor[data.Manifest](), reflect.TypeFor[site.FileView](), reflect.TypeFor[site.FeedView](), reflect.TypeFor[site.CalendarView](), reflect.TypeFor[hosting.Site](),
		reflect.TypeFor[site.IndexFile](), reflect.TypeFor[site.IndexWords](), reflect.TypeFor[search.Manifest](),
		reflect.TypeFor[data.Items](), reflect.TypeFor[data.Subjects](), reflect.TypeFor[data.Schema](), reflect.TypeFor[data.Sums](),
		reflect.TypeFor[site.LinesView](), reflect.TypeFor[site.MetadataView](), reflect.TypeFor[site.CatalogueView](),
	}
	for _, kind := range layouts.Kinds() {
		types = append(types, kind)
	}
	for _, typ := range types {
		if err := plain.CheckType(typ); err != nil {
			t.Error(err)
		}
	}
}

func TestNoViewHoldsTheDoubtsOfAnImport(t *testing.T) {
	for name, kind := range layouts.Kinds() {
		if holds(kind, reflect.TypeFor[content.ImportDoubt]()) {
			t.Errorf("%v could show them", name)
		}
	}
	if !holds(reflect.TypeFor[content.Minutes](), reflect.TypeFor[content.ImportDoubt]()) {
		t.Error("they are not even found where they are")
	}
}

// holds tells that values of a type have others of a type in them.
func holds(in, wanted reflect.Type) bool {
	switch {
	case in == wanted:
		return true
	case in.Kind() == reflect.Slice || in.Kind() == reflect.Pointer || in.Kind() == reflect.Array:
		return holds(in.Elem(), wanted)
	case in.Kind() != reflect.Struct:
		return false
	}
	for i := range in.NumField() {
		if holds(in.Field(i).Type, wanted) {
			return true
		}
	}
	return false
}
