package content

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/source"
)

// textsBelow loads the files of Markdown in a folder of a site.
func textsBelow(tb testing.TB, site, folder string) []*source.File {
	tb.Helper()
	var files []*source.File
	fsys := os.DirFS(site)
	err := fs.WalkDir(fsys, folder, func(name string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			files = append(files, load(tb, fsys, name))
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

func load(tb testing.TB, fsys fs.FS, name string) *source.File {
	tb.Helper()
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		tb.Fatal(err)
	}
	return &source.File{Path: source.Path(name), Text: string(text)}
}

// BenchmarkParseMinutes parses the minutes of 50 meetings of a synthetic site.
func BenchmarkParseMinutes(b *testing.B) {
	site := filepath.Join(b.TempDir(), "site")
	if out, err := exec.Command("go", "run", "../corpus", "-n", "50", "-out", site).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	settings, problems := parseSettings(load(b, os.DirFS(site), string(source.Settings)))
	if settings == nil {
		b.Fatal(problems)
	}
	files := textsBelow(b, site, "content/"+settings.Minutes.Folder)
	bytes := 0
	for _, f := range files {
		bytes += len(f.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			if m, _ := parseMinutes(f, &settings.Vocabulary); m == nil {
				b.Fatalf("%s cannot be read", f.Path)
			}
		}
	}
}
