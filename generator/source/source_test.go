package source

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

func read(t *testing.T, files map[string]string) (*Tree, []Problem) {
	t.Helper()
	fsys := fstest.MapFS{"site.toml": {Data: []byte("x = 1")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Look(fsys, fsys, Records{})
}

// load gives a file of the tree with its text; "" and what is wrong when it has none.
func load(t *testing.T, tree *Tree, p Path) (string, []Problem) {
	t.Helper()
	f, ok := tree.File(p)
	if !ok {
		t.Fatalf("there is no %s", p)
	}
	loaded, problem := tree.Load(f)
	if problem != nil {
		return "", []Problem{*problem}
	}
	return loaded.Text, nil
}

func TestTextIsTheSameWhateverTheEditor(t *testing.T) {
	for name, text := range map[string]string{
		"plain": "ål\n\nb\n", "byte order mark": "\ufeffål\n\nb\n", "Windows line ends": "ål\r\n\r\nb\r\n",
		"old Mac line ends": "ål\r\rb\r", "letters in two parts": "a\u030al\n\nb\n",
	} {
		tree, problems := read(t, map[string]string{"content/a.md": text})
		got, more := load(t, tree, "content/a.md")
		if got != "ål\n\nb\n" || len(problems)+len(more) > 0 {
			t.Errorf("%s: %q %v", name, got, append(problems, more...))
		}
	}
}

func TestNamesHaveOneForm(t *testing.T) {
	tree, problems := read(t, map[string]string{"content/a\u030al.md": "x"})
	if _, ok := tree.File("content/ål.md"); !ok || len(problems) > 0 {
		t.Errorf("the decomposed name is not found: %v", problems)
	}
	_, problems = read(t, map[string]string{"content/a\u030al.md": "x", "content/ål.md": "y"})
	if len(problems) != 1 || problems[0].Code != AddressConflict {
		t.Errorf("two forms of one name: %v", problems)
	}
}

func TestWhatProgramsLeaveBehindIsIgnored(t *testing.T) {
	tree, problems := read(t, map[string]string{
		"content/.skjult.md": "", "content/~$referat.docx": "", "content/a.md~": "", "content/.a.md.swp": "", "content/Thumbs.db": "",
		"content/desktop.ini": "", "content/.git/x.md": "", "layouts/embed.go": "", "content/a.md": "x", "andet/b.md": "",
	})
	if files := tree.Below("content"); len(files) != 1 || files[0].Path != "content/a.md" || len(tree.Below("layouts")) > 0 || len(problems) > 0 {
		t.Errorf("%v %v", files, problems)
	}
}

func TestFilesThatCannotBeReadAsTextAreReportedWithTheirPlace(t *testing.T) {
	tree, problems := read(t, map[string]string{"content/a.md": "æ\nb\xe6c", "content/b.md": strings.Repeat("x", maxText+1), "content/c.pdf": "\xff"})
	_, more := load(t, tree, "content/a.md")
	if problems = Sort(append(problems, more...)); len(problems) != 2 {
		t.Fatal(problems)
	}
	if p := problems[0]; p.Code != FileNotUTF8 || p.Pos != (Pos{"content/a.md", 2, 2}) {
		t.Errorf("%s %s", p.Pos, p.Code)
	}
	if p := problems[1]; p.Code != FileTooLarge {
		t.Errorf("%s %s", p.Pos, p.Code)
	}
}

func TestAFolderWithoutSettingsIsNoSite(t *testing.T) {
	empty := fstest.MapFS{"content/a.md": {}}
	_, problems := Look(empty, empty, Records{})
	if len(problems) != 1 || problems[0].Code != SiteMissing {
		t.Error(problems)
	}
}

func TestOtherFilesAreStreamed(t *testing.T) {
	tree, _ := read(t, map[string]string{"content/a.pdf": "bytes"})
	f, _ := tree.File("content/a.pdf")
	if f.Text != "" || f.Size != 5 || f.IsText() {
		t.Errorf("%+v", f)
	}
	r, err := tree.Open("content/a.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := io.ReadAll(r); string(b) != "bytes" {
		t.Errorf("%q", b)
	}
	if _, err := tree.Open("content/b.pdf"); err == nil {
		t.Error("a file that is not there opens")
	}
}

func TestLinksStayInsideTheSite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets only administrators make links")
	}
	outside, dir := t.TempDir(), t.TempDir()
	write := func(path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "hemmelig.md"), "x")
	write(filepath.Join(dir, "site.toml"), "")
	write(filepath.Join(dir, "content", "a", "a.md"), "a")
	for name, target := range map[string]string{
		"content/b.md": "a/a.md", "content/ud.md": filepath.Join(outside, "hemmelig.md"), "content/op.md": "../../" + filepath.Base(outside) + "/hemmelig.md",
		"content/mappe": "a", "content/ude": outside, "content/intet.md": "findes-ikke.md", "content/a/rundt": "..",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	tree, problems := Look(os.DirFS(dir), root.FS(), Records{})
	for _, p := range []Path{"content/b.md", "content/mappe/a.md"} {
		if text, problems := load(t, tree, p); text != "a" {
			t.Errorf("%s, a link inside the site, is not read: %v", p, problems)
		}
	}
	reported := map[Path]bool{}
	for _, p := range problems {
		want := LinkOutside
		if p.Pos.Path.Base() == "rundt" {
			want = LinkAround
		}
		if p.Code != want {
			t.Errorf("%s %s", p.Pos, p.Code)
		}
		reported[p.Pos.Path] = true
	}
	for _, p := range []Path{"content/ud.md", "content/op.md", "content/ude", "content/intet.md", "content/a/rundt"} {
		if !reported[p] {
			t.Errorf("%s is not reported", p)
		}
		if _, ok := tree.File(p); ok {
			t.Errorf("%s is read", p)
		}
	}
}
