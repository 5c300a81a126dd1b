package intake

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/intake/docx"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pdf"
	"referat/generator/intake/text"
)

// examDocument reads a document of testdata/exam by its ending.
func examDocument(t *testing.T, path, cache string) *manuscript.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var doc *manuscript.Document
	switch filepath.Ext(path) {
	case ".docx":
		doc, err = docx.Read(bytes.NewReader(data), int64(len(data)), docx.Options{})
	case ".pdf":
		doc, err = pdf.Read(context.Background(), data, pdf.Options{Cache: cache})
	default:
		doc, err = text.Read(data)
	}
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestDocumentsOfOtherProgramsAreReadAsAPersonReadsThem(t *testing.T) {
	files, err := filepath.Glob("testdata/exam/*.facts.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	cache := t.TempDir()
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".facts.toml")
		t.Run(name, func(t *testing.T) {
			found, _ := filepath.Glob(filepath.Join("testdata/exam", name+".[dpt]*"))
			if len(found) != 1 {
				t.Fatalf("documents of these facts: %q", found)
			}
			doc := examDocument(t, found[0], cache)
			d := Analyse(doc, siteWords(t))
			for _, m := range misses(readFacts(t, file), d) {
				t.Error(m)
			}
			out := Write(d, doc, Origin{Name: filepath.Base(found[0]), Format: filepath.Ext(found[0])[1:]}, "da")
			if a := Balance(doc, out.Text); !a.Balanced() {
				t.Errorf("the account does not balance: lost %v, added %v", a.Lost, a.Added)
			}
		})
	}
}
