package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"referat/generator/source"
)

// TestWhateverAnInspectionFindsHasWords holds the kinds of package found against the words that messages have for them.
func TestWhateverAnInspectionFindsHasWords(t *testing.T) {
	codes := map[string]source.Code{"TraceKind": source.AttachmentTrace, "Reason": source.AttachmentUnread, "FlawKind": source.AttachmentFlaw}
	file, err := parser.ParseFile(token.NewFileSet(), "inspect/found/found.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, is := n.(*ast.ValueSpec)
		if !is || len(spec.Values) != 1 {
			return true
		}
		kind, is := spec.Type.(*ast.Ident)
		if !is || codes[kind.Name] == "" {
			return true
		}
		term := strings.Trim(spec.Values[0].(*ast.BasicLit).Value, `"`)
		seen++
		if source.InWords(codes[kind.Name], term, "da") == term {
			t.Errorf("%q has no words", term)
		}
		return true
	})
	if seen < 40 {
		t.Errorf("only %d kinds", seen)
	}
}
