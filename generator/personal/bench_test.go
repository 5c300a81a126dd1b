package personal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seed is the minutes that the site began with, many times over.
func seed(b *testing.B) string {
	text, err := os.ReadFile("../testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		b.Fatal(err)
	}
	return strings.Repeat(string(text), 1+(4<<20)/len(text))
}

func BenchmarkText(b *testing.B) {
	text := seed(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Scan(text)
	}
}

func BenchmarkMarkdown(b *testing.B) {
	benchmarkFiles(b, "../testdata/site/content/referater/*/*.md", func(t []byte) { ScanSource(string(t)) })
}

func BenchmarkPages(b *testing.B) {
	benchmarkFiles(b, "../testdata/want/*/*/*/index.html", func(t []byte) { ScanHTML(t) })
}

func BenchmarkJSON(b *testing.B) {
	benchmarkFiles(b, "../testdata/want/*/*/*/*.json", func(t []byte) { ScanJSON(t) })
}

func benchmarkFiles(b *testing.B, pattern string, scan func([]byte)) {
	files, _ := filepath.Glob(pattern)
	var texts [][]byte
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, text)
		size += len(text)
	}
	if size == 0 {
		b.Fatalf("no files are %s", pattern)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			scan(t)
		}
	}
}
