package docx

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/intake/manuscript"
)

var update = flag.Bool("update", false, "rewrite the expected outputs")

func TestGoldenDocumentsAreReadAsTheyWere(t *testing.T) {
	names, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents in testdata:", err)
	}
	for _, name := range names {
		for _, accept := range []bool{false, true} {
			want := strings.TrimSuffix(name, ".docx")
			if accept {
				want += ".accepted"
			}
			want += ".golden"
			t.Run(filepath.Base(want), func(t *testing.T) {
				d := readFile(t, name, accept)
				checkKept(t, d, true)
				got := dump(d)
				if *update {
					if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				expected, err := os.ReadFile(want)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(expected) {
					t.Errorf("differs from %s; -update rewrites it. Got:\n%s", want, got)
				}
			})
		}
	}
}

func readFile(t testing.TB, name string, accept bool) *manuscript.Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d, err := readBytes(data, accept)
	if err != nil {
		t.Fatal(name, err)
	}
	return d
}

func readBytes(data []byte, accept bool) (*manuscript.Document, error) {
	d, err := Read(bytes.NewReader(data), int64(len(data)), Options{AcceptChanges: accept})
	var refusal *manuscript.Refusal
	if err != nil && !errors.As(err, &refusal) {
		panic("an error that is no refusal: " + err.Error())
	}
	return d, err
}
