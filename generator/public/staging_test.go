package public

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestWhatAKilledBuildStagedIsDeleted(t *testing.T) {
	x := newFixture(t)
	s, err := x.Stage()
	must(t, err)
	must(t, s.PutBytes("a", Page, []byte("half a build")))
	must(t, os.WriteFile(filepath.Join(x.Cache, "manifest"), []byte("mine"), 0o644))
	s, err = x.Stage()
	must(t, err)
	left := read(t, x.Cache)
	maps.DeleteFunc(left, func(p, _ string) bool { return strings.HasSuffix(p, "/") })
	if !maps.Equal(left, set{"manifest": "mine"}) {
		t.Errorf("left: %s", list(left))
	}
	plan, _ := s.Plan(nil)
	if len(plan.Intended()) != 0 {
		t.Errorf("intended: %q", plan.Intended())
	}
	s.Discard()
	if left := read(t, x.Cache); len(left) != 1 {
		t.Errorf("left: %s", list(left))
	}
}

func TestFilesAreNotLookedForWhereThereIsNoFolder(t *testing.T) {
	x, ops := newFixture(t), map[string]int{}
	s, err := x.stage(counting(x.Dir, ops))
	must(t, err)
	for i := range 5 {
		must(t, s.PutBytes(fmt.Sprint(i), Page, nil))
	}
	if !maps.Equal(ops, map[string]int{"lstat": 1}) {
		t.Errorf("operations: %v", ops)
	}
}

func TestACacheThatCannotBeWrittenIsAProblem(t *testing.T) {
	x := newFixture(t)
	must(t, os.WriteFile(x.Cache, nil, 0o644))
	_, err := x.Stage()
	mustNot(t, err, "output-unusable", filepath.ToSlash(x.Cache)+"/staging")
}

// big is a stream longer than all buffers.
func big(seed byte) []byte { return bytes.Repeat([]byte{seed, 1, 2, 3, 4, 5, 6}, 20_000) }

func stream(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		for part := range bytes.SplitAfterSeq(data, []byte{6}) {
			if _, err := w.Write(part); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestStreamsAreMeasuredComparedAndWritten(t *testing.T) {
	x := newFixture(t)
	content := map[string][]byte{"a.pdf": big('a'), "b.pdf": big('b'), "empty.pdf": {}}
	put := func(changes map[string][]byte) Report {
		s, err := x.Stage()
		must(t, err)
		defer s.Discard()
		for p, data := range changes {
			content[p] = data
		}
		for p, data := range content {
			must(t, s.Put(p, Asset, stream(data)))
		}
		for _, f := range s.Files() {
			if data := content[f.Path]; f.Size != int64(len(data)) || f.Sum != sha256.Sum256(data) || f.Class != Asset {
				t.Errorf("%s is put as %+v", f.Path, f)
			}
			if _, err := os.Stat(f.staged); f.Kept == (err == nil) {
				t.Errorf("%s: kept is %v, staged is not the opposite", f.Path, f.Kept)
			}
		}
		plan, problems := s.Plan(nil)
		says(t, problems)
		report, err := plan.Switch(t.Context())
		must(t, err)
		for p, data := range content {
			got, err := os.ReadFile(x.onDisk(p))
			must(t, err)
			if !bytes.Equal(got, data) {
				t.Errorf("%s was not written as put", p)
			}
		}
		return report
	}
	longer := append(big('a'), 'x')
	for i, c := range []struct {
		changes map[string][]byte
		want    Report
	}{
		{nil, Report{Written: 3}},
		{nil, Report{Kept: 3}},
		{map[string][]byte{"a.pdf": longer}, Report{Written: 1, Kept: 2}},
		{map[string][]byte{"a.pdf": big('a')}, Report{Written: 1, Kept: 2}},
		{map[string][]byte{"a.pdf": big('c'), "empty.pdf": {0}}, Report{Written: 2, Kept: 1}},
		{map[string][]byte{"b.pdf": append(big('b')[:len(big('b'))-1], 'x')}, Report{Written: 1, Kept: 2}},
	} {
		if got := put(c.changes); got != c.want {
			t.Errorf("step %d: %+v, want %+v", i, got, c.want)
		}
	}
}

func TestAnErrorOfTheWriterComesBackAsItIsAndForbidsThePlan(t *testing.T) {
	x := newFixture(t)
	s, err := x.Stage()
	must(t, err)
	defer s.Discard()
	mine := errors.New("the attachment cannot be read")
	err = s.Put("a.pdf", Asset, func(w io.Writer) error {
		_, _ = w.Write(big('a'))
		return mine
	})
	if err != mine {
		t.Errorf("got %v", err)
	}
	plan, problems := s.Plan(nil)
	if plan != nil {
		t.Error("there is a plan")
	}
	says(t, problems, "program-fault public/a.pdf")
}

func TestAnErrorOfTheDiskIsAProblemWhateverTheWriterMakesOfIt(t *testing.T) {
	for _, failing := range []string{"create", "write", "close"} {
		x := newFixture(t)
		s, err := x.stage(&faulty{local{}, func(op, name string) error {
			if op == failing {
				return errors.New("no space left on device")
			}
			return nil
		}})
		must(t, err)
		for _, size := range []int{10, 100_000} { // found when flushed, and at once
			p := fmt.Sprint("hidden", size)
			err := s.Put(p, Asset, func(w io.Writer) error {
				_, _ = w.Write(make([]byte, size))
				return nil
			})
			mustNot(t, err, "output-unusable", "public/"+p)
			p = fmt.Sprint("told", size)
			mustNot(t, s.Put(p, Asset, stream(make([]byte, size))), "output-unusable", "public/"+p)
			p = fmt.Sprint("bytes", size)
			mustNot(t, s.PutBytes(p, Asset, make([]byte, size)), "output-unusable", "public/"+p)
		}
	}
}

func TestAPathIsPutOnce(t *testing.T) {
	x := newFixture(t)
	s, err := x.Stage()
	must(t, err)
	must(t, s.PutBytes("a", Page, []byte("1")))
	mustNot(t, s.PutBytes("a", Page, []byte("2")), "program-fault", "public/a")
	mustNot(t, s.Put("a", Asset, stream(nil)), "program-fault", "public/a")
}

func TestAPathCannotBeAFileAndAFolderAtOnce(t *testing.T) {
	x := newFixture(t)
	_, problems, err := x.build(set{"a": "", "a/b/c": "", "d/e": ""})
	if err == nil {
		t.Error("built")
	}
	says(t, problems, "program-fault public/a")
	x.holds(t, set{})
}

func TestSeveralGoroutinesPut(t *testing.T) {
	x := newFixture(t)
	for round := range 2 {
		s, err := x.Stage()
		must(t, err)
		var wg sync.WaitGroup
		for g := range 8 {
			wg.Go(func() {
				for i := range 25 {
					p, data := fmt.Sprintf("%d/%d/index.html", g, i), fmt.Appendf(nil, "page %d %d", g, i)
					put := func() error { return s.PutBytes(p, Page, data) }
					if i%2 == 1 {
						put = func() error { return s.Put(p, Page, stream(data)) }
					}
					if err := put(); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		plan, _ := s.Plan(nil)
		report, err := plan.Switch(t.Context())
		must(t, err)
		if want := map[int]Report{0: {Written: 200}, 1: {Kept: 200}}[round]; report != want {
			t.Errorf("round %d: %+v", round, report)
		}
	}
	if got := read(t, x.Dir); len(got) != 200 || got["3/7/index.html"] != "page 3 7" {
		t.Errorf("%d files", len(got))
	}
}

func TestAFileDeletedAfterItWasFoundTheSameIsAProblem(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a": "1", "b": "1"}, Report{Written: 2})
	s, err := x.Stage()
	must(t, err)
	must(t, s.PutBytes("a", Page, []byte("1")))
	must(t, s.PutBytes("b", Page, []byte("2")))
	if plan, _ := s.Plan(x.owned); plan == nil {
		t.Error("there is no plan while it is there")
	}
	must(t, os.Remove(x.onDisk("a")))
	plan, problems := s.Plan(x.owned)
	if plan != nil {
		t.Error("there is a plan")
	}
	says(t, problems, "output-unusable public/a")
}

func TestTheOutputFolderIsAFileOrCannotBeRead(t *testing.T) {
	x := newFixture(t)
	must(t, os.MkdirAll(filepath.Dir(x.Dir), 0o755))
	must(t, os.WriteFile(x.Dir, nil, 0o644))
	_, problems, err := x.build(set{"a": ""})
	if err == nil {
		t.Error("built")
	}
	says(t, problems, "output-unusable public")
}

func TestLocateResolvesLinksOnTheWay(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	must(t, os.MkdirAll(filepath.Join(base, "real", "public"), 0o755))
	link(t, filepath.Join(base, "real"), filepath.Join(base, "site"))
	link(t, filepath.Join(base, "real", "public"), filepath.Join(base, "out"))
	link(t, filepath.Join(base, "nothing"), filepath.Join(base, "dead"))
	must(t, os.WriteFile(filepath.Join(base, "file"), nil, 0o644))
	for in, want := range map[string]string{
		"real/public":     "real/public",
		"site/public":     "real/public",
		"site/./x/../new": "real/new",
		"site/new/er":     "real/new/er",
		"out":             "real/public",
		"new/er":          "new/er",
	} {
		got, err := Locate(filepath.Join(base, filepath.FromSlash(in)))
		if err != nil || got != filepath.Join(base, filepath.FromSlash(want)) {
			t.Errorf("%s: got %s, %v", in, got, err)
		}
	}
	for _, in := range []string{"dead", "dead/public"} {
		name := filepath.Join(base, filepath.FromSlash(in))
		_, err := Locate(name)
		mustNot(t, err, "output-link", filepath.ToSlash(name))
	}
	name := filepath.Join(base, "file", "public")
	_, err = Locate(name)
	mustNot(t, err, "output-unusable", filepath.ToSlash(name))

	t.Chdir(base)
	if got, err := Locate("site/public"); err != nil || got != filepath.Join(base, "real", "public") {
		t.Errorf("relative: got %s, %v", got, err)
	}
}

func TestPathsThatDoNotMeanTheSameEverywhereAreRefused(t *testing.T) {
	good := []string{
		"index.html", "a/b/c.pdf", "år/mødereferat æøå.pdf", ".nojekyll", "a..b", "a/.b", "console", "com", "com10",
		"a/con_/x", "nul-", "'quoted'", "a;b", "index.html.referat-new", strings.Repeat("x", 300),
	}
	bad := []string{
		"", ".", "..", "/", "/a", "a/", "a//b", "./a", "a/.", "a/..", "../a", "a/../b", "a/./b", "a/../../b",
		"a\x00b", "a\nb", "a\tb", "a\x7Fb", "a\xFFb", `a\b`, `..\a`, "C:a", "C:/a", "a:b", "a*", "a?", `a"`, "a<b", "a>b", "a|b",
		"a.", "a ", "a./b", "a /b", "a...", "con", "CON", "Con.html", "a/nul", "aux.tar.gz", "prn .txt", "com1", "LPT9.html",
		"com¹", "lpt³.x", "conin$", "CONOUT$", "com0", "a/.index.html.referat-new",
	}
	for _, p := range good {
		if err := CheckPath(p); err != nil {
			t.Error(err)
		}
	}
	x := newFixture(t)
	s, err := x.Stage()
	must(t, err)
	for _, p := range bad {
		if CheckPath(p) == nil {
			t.Errorf("%q is taken", p)
		}
		if err := s.PutBytes(p, Page, nil); err == nil {
			t.Errorf("%q is put", p)
		}
	}
	if plan, problems := s.Plan(bad); plan == nil || len(problems) > 0 || len(plan.Intended()) > 0 {
		t.Errorf("the plan: %v %v", plan, problems)
	}
}

func FuzzCheckPathKeepsPathsInsideTheFolder(f *testing.F) {
	for _, p := range []string{"a/b", "../a", "a\\b", "C:a", "a/..", "con"} {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, p string) {
		if CheckPath(p) != nil {
			return
		}
		if !filepath.IsLocal(filepath.FromSlash(p)) {
			t.Errorf("%q leads out", p)
		}
		if finalOf(unfinished(p)) != p || CheckPath(unfinished(p)) == nil {
			t.Errorf("%q has no unfinished name of its own", p)
		}
	})
}

func TestNothingIsStagedForALinkThatHasComeInThePlaceOfTheFolder(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"index.html": "1"}, Report{Written: 1})
	elsewhere := t.TempDir()
	must(t, os.RemoveAll(x.Dir))
	link(t, elsewhere, x.Dir)
	_, err := x.Stage()
	mustNot(t, err, "output-link", "public")
}
