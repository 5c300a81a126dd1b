package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

func TestOfTwoImportsOfOneDayAtOnceTheSecondSeesTheFirst(t *testing.T) {
	for range 20 {
		dir := copySite(t, "testdata/site")
		var names []string
		for _, word := range []string{"budget", "lokaler"} {
			name := filepath.Join(t.TempDir(), word+".md")
			text := "# Møde\n\n## 1. Emne\n\n" + strings.Repeat("Rådet talte om "+word+" og "+word+" igen. ", 8) + "\n"
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
		statuses, said := make([]int, len(names)), make([]bytes.Buffer, len(names))
		var all sync.WaitGroup
		for n, name := range names {
			all.Go(func() {
				statuses[n] = runImport(context.Background(), []string{"-C", dir, "--committee", "klinisk-anvendelse", "--as", "2024-02-06", name}, &said[n], &said[n])
			})
		}
		all.Wait()
		if statuses[0]+statuses[1] != exitDone+exitProblems {
			t.Fatalf("the statuses are %d\n%s\n%s", statuses, &said[0], &said[1])
		}
	}
}

func TestARefusalNamesItsLimitInBothLanguages(t *testing.T) {
	pages := &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "it has too many pages", Limit: manuscript.Pages, Most: 500}
	bytes := &manuscript.Refusal{Why: manuscript.TooLarge, Limit: manuscript.Bytes, Most: 64 << 20}
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{pages, "dokumentet har mere end 500 sider, og så lange dokumenter læses ikke; gem det som .docx, eller del det i flere filer",
			"the document has more than 500 pages, and documents of that length are not read; save it as .docx, or split it into several files"},
		{bytes, "dokumentet fylder mere end 64 MB, og så store dokumenter læses ikke; gem det uden billeder, eller del det",
			"the document has more than 64 MB, and documents of that size are not read; save it without pictures, or split it"},
		{context.Canceled, "afbrudt; det, der allerede er gemt, er helt; importér resten, når du er klar", "interrupted; what is already saved is whole; import the rest when you are ready"},
		{fmt.Errorf("reading: %w", context.DeadlineExceeded), "dokumentet er for indviklet at læse; åbn det i det program, det er lavet i, gem det i et andet format, fx som ren tekst (.txt), og importér det",
			"the document is too intricate to read; open it in the program that made it, save it in another format, for example as plain text (.txt), and import that"},
	} {
		p := refused(source.Pos{}, pdfFormat, c.err)
		for lang, want := range map[string]string{"da": c.da, "en": c.en} {
			message, hint := p.Text(lang)
			if got := message + "; " + hint; got != want {
				t.Errorf("%v: got\n%s\nwant\n%s", c.err, got, want)
			}
		}
	}
}
