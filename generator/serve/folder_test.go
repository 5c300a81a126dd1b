package serve

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// folder is a folder of files, path and text in turn, beside a secret file.
func folder(t *testing.T, files ...string) (look func(string) (File, bool), dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "public")
	write(t, dir, "../hemmelig.txt", "hemmelig")
	for i := 0; i < len(files); i += 2 {
		write(t, dir, files[i], files[i+1])
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return Folder(root), dir
}

func write(t *testing.T, dir, path, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderGivesItsFiles(t *testing.T) {
	large := strings.Repeat("stor ", 300_000)
	look, dir := folder(t, "om/index.html", "om", "stor.pdf", large)
	for path, want := range map[string]string{"om/index.html": "om", "stor.pdf": large} {
		f, ok := look(path)
		if !ok {
			t.Fatalf("no %s", path)
		}
		text, err := io.ReadAll(f.Content)
		if string(text) != want || err != nil || time.Since(f.Modified) > time.Hour {
			t.Errorf("%s: %d bytes of %v, %v", path, len(text), f.Modified, err)
		}
		f.close()
	}
	first, _ := look("stor.pdf")
	first.close()
	write(t, dir, "stor.pdf", large+"re")
	if second, _ := look("stor.pdf"); second.Tag == first.Tag || first.Tag == "" {
		t.Errorf("a large file and its successor have the tags %q and %q", first.Tag, second.Tag)
	} else {
		second.close()
	}
	for _, path := range []string{"om", "ingen", "."} {
		if _, ok := look(path); ok {
			t.Errorf("%s is no file", path)
		}
	}
}

func TestNoLinkLeavesTheFolder(t *testing.T) {
	look, dir := folder(t, "index.html", "forside")
	for name, to := range map[string]string{
		"ud.txt": "../hemmelig.txt", "helt-ud.txt": filepath.Join(filepath.Dir(dir), "hemmelig.txt"), "mappe": "..", "inde.html": "index.html",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links on this system:", err)
		}
	}
	for _, path := range []string{"ud.txt", "helt-ud.txt", "mappe/hemmelig.txt", "../hemmelig.txt"} {
		if _, ok := look(path); ok {
			t.Errorf("%s leads out", path)
		}
	}
	if f, ok := look("inde.html"); !ok {
		t.Error("a link inside the folder does not lead to its file")
	} else {
		f.close()
	}
}
