package ledger

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"referat/generator/plain"
	"referat/generator/public"
)

// sealed keeps bytes under a checksum that is right.
func (l *Ledger) sealed(t testing.TB, name string, body []byte) {
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(body, castagnoli))
	if err := replace(l.file(name), func(w *bufio.Writer) {
		w.Write(headOf(l.about(name)))
		w.Write(sum)
		w.Write(body)
	}); err != nil {
		t.Fatal(err)
	}
}

// formOf gives the bytes that Commit seals.
func formOf(b *Build) []byte { return plain.Append(nil, b) }

// damages are what may become of a file: every byte another, cut off before every
// byte, and longer.
func damages(whole []byte, try func(what string, data []byte)) {
	for n := range whole {
		try("cut off", whole[:n])
		for _, bit := range []byte{1, 0x80} {
			flipped := bytes.Clone(whole)
			flipped[n] ^= bit
			try("another byte", flipped)
		}
	}
	try("without its first line", whole[len(magic):])
	for _, more := range []string{"\n", "\x00", string(whole)} {
		try("longer", append(bytes.Clone(whole), more...))
	}
}

func TestADamagedFileCountsAsNothing(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	b := buildOf("a", "b/c")
	must(t, l.Commit(b))
	must(t, l.Intend([]string{"d"}))
	for _, name := range []string{buildFile, intentFile} {
		whole, err := os.ReadFile(l.file(name))
		must(t, err)
		damages(whole, func(what string, data []byte) {
			must(t, os.WriteFile(l.file(name), data, 0o600))
			if name == buildFile {
				stillKnows(t, cache, []string{"a", "b/c"}, nil, "d")
			} else {
				knows(t, cache, b)
			}
			if t.Failed() {
				t.Fatalf("%s, %s: %q", name, what, data)
			}
		})
		must(t, os.WriteFile(l.file(name), whole, 0o600))
		knows(t, cache, b, "d")
	}
	must(t, os.Remove(l.file(buildFile)))
	whole, err := os.ReadFile(l.file(ownedFile))
	must(t, err)
	damages(whole, func(what string, data []byte) {
		must(t, os.WriteFile(l.file(ownedFile), data, 0o600))
		knows(t, cache, nil, "d")
		if t.Failed() {
			t.Fatalf("owned, %s: %q", what, data)
		}
	})
}

// with gives the build the folders, which belong to the output folder or not.
func (b *Build) with(folders ...string) *Build {
	b.Folders = map[string]public.Folder{}
	for _, p := range folders {
		b.Folders[p] = public.Folder{}
	}
	return b
}

func TestAHostileBuildCountsAsNothing(t *testing.T) {
	cases := map[string]*Build{
		"unsorted":                buildOf("b", "a"),
		"twice":                   buildOf("a", "a"),
		"a folder above":          buildOf("a").with(".", ".."),
		"a folder outside":        buildOf("a").with(".", "a/../../b"),
		"an absolute folder":      buildOf("a").with("/etc"),
		"a folder without a name": buildOf("a").with(""),
	}
	for _, p := range []string{"", ".", "..", "../a", "a/../../b", "a//b", "./a", "a/", "/etc", `\a`, `..\a`, "C:a", "C:/a", "a\nb", "a\x00", "a\xff"} {
		cases["path "+p] = buildOf(p)
	}
	for what, k := range cases {
		l := open(t.TempDir())
		l.sealed(t, buildFile, plain.Append(nil, buildOf("a").with(".", "a")))
		if got := open(filepath.Dir(l.folder)).Owned(); !slices.Equal(got, []string{"a"}) {
			t.Fatalf("a good build is not read: %q", got)
		}
		l.sealed(t, buildFile, plain.Append(nil, k))
		if got := open(filepath.Dir(l.folder)); got.Last() != nil || len(got.Owned()) > 0 {
			t.Errorf("%s: taken for a build", what)
		}
	}
}

func TestABuildThatOpenWouldNotReadIsNotCommitted(t *testing.T) {
	cases := map[string]*Build{
		"unsorted":         buildOf("b", "a"),
		"twice":            buildOf("a", "a"),
		"a folder outside": buildOf().with(".."),
	}
	cache := t.TempDir()
	must(t, open(cache).Commit(buildOf("good")))
	for what, b := range cases {
		if open(cache).Commit(b) == nil {
			t.Errorf("%s: no error", what)
		}
		knows(t, cache, buildOf("good"))
	}
}

func TestAFolderOfSomebodyElseMayHaveAnyName(t *testing.T) {
	cache := t.TempDir()
	b := buildOf("a")
	b.Folders = map[string]public.Folder{".": {}, "æ b": {}}
	if runtime.GOOS != "windows" {
		b.Folders[`odd: \ name`] = public.Folder{Foreign: true}
		b.Folders["latin-1 \xe6"] = public.Folder{Foreign: true}
	}
	must(t, open(cache).Commit(b))
	knows(t, cache, b)
}

func TestAHostileIntentCountsAsNothing(t *testing.T) {
	lists := [][]string{{"b", "a"}, {"a", "a"}, {"a", "b/.."}}
	for _, p := range []string{"", ".", "../a", "a/../../b", "a//b", "/etc/passwd", `a\..\..\b`, "C:/Windows/a", "a\x00b", "a\r", "a\xff"} {
		lists = append(lists, []string{p})
	}
	cache := t.TempDir()
	l := open(cache)
	for _, paths := range lists {
		l.sealed(t, intentFile, plain.Append(nil, []string{"a"}))
		knows(t, cache, nil, "a")
		l.sealed(t, intentFile, plain.Append(nil, paths))
		knows(t, cache, nil)
		if t.Failed() {
			t.Fatalf("%q", paths)
		}
	}
}

func TestABodyThatIsNoValueCountsAsNothing(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	good := plain.Append(nil, buildOf("a").with("."))
	huge := "\xff\xff\xff\xff\xff\xff\xff\xff\x7f"
	bodies := [][]byte{nil, {0}, []byte(huge), good[:len(good)-1], append(bytes.Clone(good), 0), bytes.Repeat([]byte{0xff}, 4<<10)}
	for i := range good {
		bodies = append(bodies, append(append(bytes.Clone(good[:i]), huge...), good[i:]...))
	}
	for _, body := range bodies {
		l.sealed(t, buildFile, body)
		l.sealed(t, intentFile, body)
		var was, is runtime.MemStats
		runtime.ReadMemStats(&was)
		got := open(cache)
		runtime.ReadMemStats(&is)
		if b := got.Last(); b != nil && !bytes.Equal(formOf(b), body) {
			t.Errorf("%q is read as another build: %+v", body, b)
		}
		if is.TotalAlloc-was.TotalAlloc > 1<<20 {
			t.Errorf("%d bytes allocated for %q", is.TotalAlloc-was.TotalAlloc, body)
		}
	}
}

// inPlaceOf puts something else where a file was, by what it is.
func inPlaceOf(t *testing.T, file string, try func(what string)) {
	good, err := os.ReadFile(file)
	must(t, err)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	must(t, os.WriteFile(elsewhere, good, 0o600))
	puts := map[string]func() error{
		"a folder":         func() error { return os.MkdirAll(filepath.Join(file, "in it"), 0o755) },
		"a symbolic link":  func() error { return os.Symlink(elsewhere, file) },
		"a link to itself": func() error { return os.Symlink(file, file) },
		"a pipe":           func() error { return makePipe(file) },
		"an empty file":    func() error { return os.WriteFile(file, nil, 0o600) },
		"a huge file": func() error {
			return os.WriteFile(file, good, 0o600)
		},
	}
	for what, put := range puts {
		must(t, os.RemoveAll(file))
		if err := put(); err != nil {
			t.Logf("%s cannot be made here: %v", what, err)
			continue
		}
		if what == "a huge file" && os.Truncate(file, mostBytes+1) != nil { // sparse where the disk can
			continue
		}
		var was, is runtime.MemStats
		runtime.ReadMemStats(&was)
		try(what)
		if runtime.ReadMemStats(&is); is.TotalAlloc-was.TotalAlloc > 16<<20 {
			t.Errorf("%s was read into memory", what)
		}
		if now, err := os.ReadFile(elsewhere); err != nil || !bytes.Equal(now, good) {
			t.Errorf("%s: a file elsewhere was changed", what)
		}
	}
}

func TestSomethingElseInAFilesPlaceCountsAsNothing(t *testing.T) {
	cache := t.TempDir()
	l := open(cache)
	must(t, l.Commit(buildOf("a")))
	inPlaceOf(t, l.file(buildFile), func(what string) {
		must(t, l.seal(ownedFile, &[]string{"a"}))
		stillKnows(t, cache, []string{"a"}, nil)
		if err := open(cache).Commit(buildOf("b")); (err != nil) != (what == "a folder") {
			t.Errorf("%s: error %v", what, err)
		} else if err == nil {
			knows(t, cache, buildOf("b"))
		}
		if t.Failed() {
			t.Fatal(what)
		}
	})
	must(t, os.RemoveAll(l.file(buildFile)))
	must(t, os.RemoveAll(l.file(ownedFile)))
	must(t, l.Intend([]string{"a"}))
	inPlaceOf(t, l.file(intentFile), func(what string) {
		knows(t, cache, nil)
		if err := open(cache).Intend([]string{"b"}); (err != nil) != (what == "a folder") {
			t.Errorf("%s: error %v", what, err)
		} else if err == nil {
			knows(t, cache, nil, "b")
		}
		if t.Failed() {
			t.Fatal(what)
		}
	})
}

func TestAFileThatCannotBePlacedLeavesNothingUnfinished(t *testing.T) {
	l := open(t.TempDir())
	must(t, os.MkdirAll(filepath.Join(l.file(buildFile), "in it"), 0o755))
	err := l.Commit(buildOf("a"))
	if err == nil || !strings.Contains(err.Error(), "record of the output folder: ") {
		t.Errorf("error %v", err)
	}
	entries, err := os.ReadDir(l.folder)
	must(t, err)
	if len(entries) != 2 { // the folder, and which files are ours
		t.Errorf("left: %v", entries)
	}
}
