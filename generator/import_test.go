package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/intake"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// importInto is an importer into a copy of the test site.
func importInto(t *testing.T, o order) *importer {
	t.Helper()
	o.dir, o.lang = copySite(t, "testdata/site"), "da"
	d, problems := openDesk(o.dir)
	if d == nil {
		t.Fatal(problems)
	}
	t.Cleanup(d.close)
	return newImporter(o, d, &bytes.Buffer{})
}

// lossy is a document of which a reader has lost a word.
func lossy() reading {
	block := manuscript.Block{Text: []manuscript.Run{{Text: "Intet nyt."}}, At: manuscript.Place{Line: 3}}
	return reading{name: "referat.txt", origin: intake.Origin{Name: "referat.txt", Format: "txt"},
		doc: &manuscript.Document{Raw: "Intet tabtord nyt.", Blocks: []manuscript.Block{block}}}
}

func TestAnAccountThatDoesNotBalanceFailsAndStillWritesWhatThereIs(t *testing.T) {
	i := importInto(t, order{committee: "klinisk-anvendelse", as: "2024-02-06"})
	m := &imported{reading: lossy()}
	i.take(m)
	if m.status() != exitProblems || m.done != didWrite {
		t.Errorf("status %d, %s", m.status(), m.done)
	}
	var out, problems bytes.Buffer
	i.tell(m, true, &out, &problems)
	if got, want := problems.String(), `referat.txt: ordregnskabet stemmer ikke; tabt: "tabtord" [words-unbalanced]`; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	if want := "3 ord i kilden: 2 i filen, 0 sat til side, 1 tabt"; !strings.Contains(out.String(), want) {
		t.Errorf("%s\nwant %s", out.String(), want)
	}
	file := filepath.Join(i.dir, filepath.FromSlash(string(m.path)))
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "\n[import]\nunbalanced = true\n") || !strings.Contains(string(text), "Intet nyt.") {
		t.Errorf("%v\n%s", err, text)
	}
	lines := strings.Split(string(text), "\n")
	for _, d := range m.file.Doubts {
		if d.Code == source.DoubtNoItems && strings.Contains(lines[d.Pos.Line-1], "unbalanced") {
			t.Errorf("the mark has moved doubts: %+v", d)
		}
	}
}

func TestAnAccountThatDoesNotBalanceFailsOnStdoutToo(t *testing.T) {
	i := importInto(t, order{stdout: true})
	m := &imported{reading: lossy()}
	i.take(m)
	if m.status() != exitProblems || m.done != didPrint {
		t.Errorf("status %d, %s", m.status(), m.done)
	}
	m = &imported{reading: lossy()}
	m.doc.Raw = "Intet nyt."
	if i.take(m); m.status() != exitDone {
		t.Errorf("without date and committee the status is %d", m.status())
	}
}

func TestAFormatIsToldByBytesBeforeTheName(t *testing.T) {
	for name, want := range map[string]format{"a.txt": plainText, "a.MD": markdown, "a.doc": oldWord, "a.PDF": pdfFormat, "a": unknown, "a.xlsx": unknown} {
		if got := formatOf(name, []byte("tekst")); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for data, want := range map[string]format{
		"%PDF-1.7": pdfFormat, "\xEF\xBB\xBF %PDF-1.4": pdfFormat, "{\\rtf1": richText, " \n<!DOCTYPE HTML>": webPage, "\x89PNG\r\n\x1a\n": picture, "PK\x03\x04": word,
	} {
		if got := formatOf("referat.txt", []byte(data)); got != want {
			t.Errorf("%q is %q, want %q", data, got, want)
		}
	}
}

func TestWithoutAFolderForCachesNothingIsKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} { // of each system one
		t.Setenv(name, file)
	}
	if got := compiledPDF(); got != "" {
		t.Errorf("the cache is %s", got)
	}
}
