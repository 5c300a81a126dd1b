package pdf

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/intake/manuscript"
)

var update = flag.Bool("update", false, "write the dumps of testdata anew; read the diff before committing")

// cache keeps PDFium compiled for all tests and from run to run: under the race detector that takes a minute.
var cache string

func TestMain(m *testing.M) {
	flag.Parse()
	folder, err := os.UserCacheDir()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	cache = filepath.Join(folder, "referat-tests", "pdfium")
	os.Exit(m.Run())
}

func readFile(t *testing.T, path string, o Options) *manuscript.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o.Cache = cache
	doc, err := Read(context.Background(), data, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestDocumentsAreReadAsTheirDumpsSay(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(paths) == 0 {
		t.Fatal("no documents", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			got := dump(readFile(t, path, Options{}))
			golden := strings.TrimSuffix(path, ".pdf") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s", difference(string(want), got))
			}
		})
	}
}

// difference is the first lines in which two dumps are not the same.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\nis:        %s\nshould be: %s", i+1, b[i], a[i])
		}
	}
	return fmt.Sprintf("%d lines, should be %d", len(b), len(a))
}
