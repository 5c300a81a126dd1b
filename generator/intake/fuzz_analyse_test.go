package intake

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzAnalyse reads what no author would write. Nothing may be lost and nothing may fail.
func FuzzAnalyse(f *testing.F) {
	files, _ := filepath.Glob("testdata/bodies/*.txt")
	for _, file := range append(files, "../testdata/seed/referat-2023-11-07.txt") {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	words := siteWords(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := linesDocument(text)
		if lost := lostWords(doc, Analyse(doc, words)); len(lost) > 0 {
			t.Errorf("lost: %q", lost)
		}
	})
}
