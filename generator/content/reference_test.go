package content

import (
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestEveryKeyIsDocumented holds the keys that the readers ask for against the
// package comment, which is their reference.
func TestEveryKeyIsDocumented(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "content.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	reference := file.Doc.Text()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	asks := regexp.MustCompile(`\b\w+\.(?:text|required|requiredRef|flag|number|texts|choice|date|stateDate|partial|clock|instant|web|tables|table|ref|get)\("(\w+)"`)
	keys := map[string]bool{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		code, err := os.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asks.FindAllStringSubmatch(string(code), -1) {
			keys[m[1]] = true
		}
	}
	if len(keys) < 60 {
		t.Fatalf("only %d keys found: has the form of the readers changed?", len(keys))
	}
	for key := range keys {
		if !regexp.MustCompile(`\b` + key + `\b`).MatchString(reference) {
			t.Errorf("the key %q is not in the package comment", key)
		}
	}
}
