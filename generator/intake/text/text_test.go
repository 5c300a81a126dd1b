package text

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"referat/generator/intake/manuscript"
)

var update = flag.Bool("update", false, "write what was read as what is expected")

const bodies = "../testdata/bodies"

func read(t testing.TB, text string) *manuscript.Document {
	t.Helper()
	doc, err := Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	checkWords(t, doc, false)
	checkForm(t, doc)
	return doc
}

// TestDocumentsAreReadAsExpected compares with files that a person has looked through.
func TestDocumentsAreReadAsExpected(t *testing.T) {
	files := map[string]string{"seed": "../../testdata/seed/referat-2023-11-07.txt"}
	for _, pattern := range []string{"*.txt", "*.md"} {
		found, err := filepath.Glob(filepath.Join(bodies, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			files[strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))] = path
		}
	}
	if len(files) < 15 {
		t.Fatalf("only %d documents", len(files))
	}
	for name, path := range files {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			reader := Read
			if filepath.Ext(path) == ".md" {
				reader = ReadMarkdown
			}
			doc, err := reader(data)
			if err != nil {
				t.Fatal(err)
			}
			checkWords(t, doc, filepath.Ext(path) == ".md")
			checkForm(t, doc)
			checkDump(t, filepath.Join("testdata", name+".dump"), dump(doc))
		})
	}
}

func checkDump(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("read otherwise than %s says:\n%s", path, got)
	}
}

// facts is what a person reads in a document; see ../testdata/bodies/README.
type facts struct {
	Place, Chair, Secretary string
	Participants            []struct{ Name string }
	Items                   []struct {
		Number, Title string
		Sections      []string
	}
}

func TestFactsOfTheBodiesAreWordsOfTheirDocuments(t *testing.T) {
	found, err := filepath.Glob(filepath.Join(bodies, "*.facts.toml"))
	if err != nil || len(found) < 14 {
		t.Fatal(err, len(found))
	}
	for _, path := range found {
		var f facts
		if _, err := toml.DecodeFile(path, &f); err != nil {
			t.Fatal(path, err)
		}
		name := strings.TrimSuffix(path, ".facts.toml")
		data, err := os.ReadFile(name + ".txt")
		if err != nil {
			data, err = os.ReadFile(name + ".md")
		}
		if err != nil {
			t.Fatal(err)
		}
		raw, _, err := decode(data)
		if err != nil {
			t.Fatal(err)
		}
		raw = spaced(raw)
		words := []string{f.Place, f.Chair, f.Secretary}
		for _, p := range f.Participants {
			words = append(words, p.Name)
		}
		for _, i := range f.Items {
			words = append(append(words, i.Title), i.Sections...)
		}
		for _, w := range words {
			if !strings.Contains(raw, w) {
				t.Errorf("%s: %q does not stand in the document", path, w)
			}
		}
	}
}

func TestWhatIsNoTextIsRefused(t *testing.T) {
	cases := []struct {
		name, data string
		why        manuscript.Why
	}{
		{"empty", "", manuscript.NoText},
		{"only signs", " \n\n --- \f •", manuscript.NoText},
		{"PDF", "%PDF-1.7\n", manuscript.Damaged},
		{"Word", "PK\x03\x04abc", manuscript.Damaged},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1", manuscript.OldFormat},
		{"zero bytes", "Referat\x00\x00fra møde i udvalget", manuscript.Damaged},
		{"controls", strings.Repeat("a\x01\x02", 50), manuscript.Damaged},
		{"broken UTF-8", "møde på første række, så gør vi d\xc3t", manuscript.Damaged},
		{"too large", strings.Repeat("referat ", 1<<20) + "x", manuscript.TooLarge},
		{"a line without end", strings.Repeat("a", maxLine+1), manuscript.TooLarge},
		{"lines without end", strings.Repeat("a\n", maxRows+1), manuscript.TooLarge},
	}
	for _, c := range cases {
		for _, read := range []func([]byte) (*manuscript.Document, error){Read, ReadMarkdown} {
			_, err := read([]byte(c.data))
			var refusal *manuscript.Refusal
			if !errors.As(err, &refusal) || refusal.Why != c.why {
				t.Errorf("%s: %v, want %s", c.name, err, c.why)
			}
		}
	}
}

func BenchmarkSeed(b *testing.B) {
	data, err := os.ReadFile("../../testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
