package content

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"referat/generator/source"
)

// syntheticMinutes are the settings and the minutes of a site of n meetings.
func syntheticMinutes(tb testing.TB, n string) (*Vocabulary, []*source.File) {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "site")
	if out, err := exec.Command("go", "run", "../corpus", "-n", n, "-out", dir).CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	tree, _ := source.Look(os.DirFS(dir), os.DirFS(dir), source.Records{})
	file, ok := tree.File(source.Settings)
	if !ok {
		tb.Fatal("the synthetic site has no settings")
	}
	loaded, _ := tree.Load(file)
	settings, _ := parseSettings(loaded)
	var files []*source.File
	for _, f := range tree.Below("content/" + source.Path(settings.Minutes.Folder)) {
		loaded, _ := tree.Load(f)
		files = append(files, loaded)
	}
	return &settings.Vocabulary, files
}

// BenchmarkParseMinutes parses the minutes of 50 meetings.
func BenchmarkParseMinutes(b *testing.B) {
	settings, files := syntheticMinutes(b, "50")
	bytes := 0
	for _, f := range files {
		bytes += len(f.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			if m, _ := parseMinutes(f, settings); m == nil {
				b.Fatalf("%s cannot be read", f.Path)
			}
		}
	}
}
