package public

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/source"
)

func TestAQuickPlanDoesWhatThereIsToDo(t *testing.T) {
	x := preparedAs(t, true)
	log := &journal{disk: local{}, under: x.Dir}
	x.disk = log
	says(t, x.built(t, gentle, Report{Written: 6, Kept: 2, Removed: 2}))
	want := []string{
		"rename assets/a.css", "rename assets/b.css", "rename folder/y/z", "rename index.html",
		"rename new/deep/index.html", "rename list.xml",
		"remove folder/x", "remove gone/deep/index.html", "remove gone/deep",
	}
	if !x.quickly || !slices.Equal(log.lines, want) {
		t.Errorf("quick: %v, order: %q", x.quickly, log.lines)
	}
	complete := maps.Clone(gentle)
	maps.Copy(complete, foreigners)
	x.holds(t, complete)
	x.sees(t, gentle)
}

func TestAQuickPlanIntendsWhatItWrites(t *testing.T) {
	x := settled(t)
	s, err := x.Stage()
	must(t, err)
	for _, p := range []string{"a/x", "d/new"} {
		must(t, s.PutBytes(p, Page, []byte("new")))
	}
	plan, ok := s.PlanQuick(x.left.Seen, nil, x.left.Clock)
	if !ok || !slices.Equal(plan.Intended(), []string{"a/x", "d/new"}) {
		t.Errorf("%v %v", ok, plan)
	}
}

func TestFoldersLeftEmptyByAQuickPlanGoUnlessSomethingElseIsInThem(t *testing.T) {
	x := newFixture(t)
	x.quick = true
	files := set{"a/b/c/index.html": "", "a/b/d/index.html": "", "e/f/index.html": "", "g/index.html": ""}
	x.built(t, files, Report{Written: 4})
	must(t, os.MkdirAll(x.onDisk("e/mine"), 0o755))
	x.foreign(t, "g/theirs", "theirs")
	x.built(t, files, Report{Kept: 4})
	left := set{"a/b/d/index.html": "", "a/b/e/index.html": ""}
	x.built(t, left, Report{Written: 1, Kept: 1, Removed: 3})
	if !x.quickly {
		t.Error("not quick")
	}
	left["e/mine/"], left["g/theirs"] = "", "theirs"
	x.holds(t, left)
}

func TestAQuickPlanRemovesEachFileOnceInOrder(t *testing.T) {
	x := settled(t)
	log := &journal{disk: local{}, under: x.Dir}
	s, err := x.stage(log)
	must(t, err)
	plan, ok := s.PlanQuick(x.left.Seen, []string{"b/x", "a/y", "b/x", "a/x"}, x.left.Clock)
	if !ok {
		t.Fatal("no quick plan")
	}
	report, err := plan.Switch(t.Context())
	if err != nil || report != (Report{Removed: 3}) {
		t.Errorf("%+v, %v", report, err)
	}
	if want := []string{"remove a/x", "remove a/y", "remove b/x", "remove b"}; !slices.Equal(log.lines, want) {
		t.Errorf("order: %q", log.lines)
	}
}

func TestAQuickBuildOfOneFileCostsNothingForTheOthers(t *testing.T) {
	x := newFixture(t)
	x.quick = true
	files := set{}
	for i := range 50 {
		files[fmt.Sprintf("a/%d/index.html", i)] = "1"
	}
	x.built(t, files, Report{Written: 50})
	s, ops := (*Staging)(nil), map[string]int{}
	d := counting(filepath.Dir(filepath.Dir(x.Dir)), ops) // the cache, too
	s, err := x.stage(d)
	must(t, err)
	must(t, s.PutBytes("a/7/index.html", Page, []byte("22")))
	plan, ok := s.PlanQuick(x.left.Seen, nil, math.MaxInt64)
	if !ok {
		t.Fatal("no quick plan")
	}
	time.Sleep(50 * time.Millisecond) // what was staged a tick ago need not be read again
	report, err := plan.Switch(t.Context())
	must(t, err)
	seen := plan.Seen()
	s.Discard()
	// Lstat: the output folder and the file when staged; ".", "a", "a/7" and the
	// file when planned; the staged file; file and folder when seen. Create: once before the shelf is there.
	want := map[string]int{"removeall": 2, "mkdirall": 2, "create": 2, "write": 1, "close": 1, "rename": 1, "lstat": 2 + 4 + 1 + 2}
	if !maps.Equal(ops, want) {
		t.Errorf("operations: %v, want %v", ops, want)
	}
	if report != (Report{Written: 1, Kept: 49}) || len(seen.Files) != 50 || seen.Files["a/7/index.html"].Size != 2 {
		t.Errorf("%+v, %d stamps", report, len(seen.Files))
	}
}

func TestWhatIsPutWithTheSameBytesIsKeptByAQuickPlan(t *testing.T) {
	x := settled(t)
	x.foreign(t, "a/x", "1") // touched
	x.foreign(t, "a/y", "2")
	s, err := x.Stage()
	must(t, err)
	must(t, s.PutBytes("a/x", Page, []byte("1")))
	sum, stamp, ok := x.Sum("a/y")
	if !ok || sum != sha256.Sum256([]byte("2")) {
		t.Fatal(ok)
	}
	must(t, s.Keep("a/y", Page, sum, stamp))
	plan, ok := s.PlanQuick(x.left.Seen, nil, x.left.Clock)
	if !ok {
		t.Fatal("no quick plan")
	}
	report, err := plan.Switch(t.Context())
	if err != nil || report != (Report{Kept: 3}) {
		t.Errorf("%+v, %v", report, err)
	}
	x.left.Seen = plan.Seen()
	x.sees(t, set{"a/x": "1", "a/y": "2", "b/x": "3"})
}

func TestKeptFilesAreNotReadAndCountAsKept(t *testing.T) {
	x, ops := settled(t), map[string]int{}
	s, err := x.stage(counting(x.Dir, ops))
	must(t, err)
	for p, content := range map[string]string{"a/x": "1", "a/y": "2"} {
		must(t, s.Keep(p, Page, sha256.Sum256([]byte(content)), x.left.Seen.Files[p]))
	}
	mustNot(t, s.Keep("a/x", Page, [32]byte{}, source.Stamp{}), "program-fault", "public/a/x")
	mustNot(t, s.Keep("../x", Page, [32]byte{}, source.Stamp{}), "program-fault", "x")
	if f := s.Files()[1]; f.Path != "a/y" || f.Size != 1 || f.Sum != sha256.Sum256([]byte("2")) || !f.Kept {
		t.Errorf("%+v", f)
	}
	plan, _ := s.Plan(x.owned)
	report, err := plan.Switch(t.Context())
	if err != nil || report != (Report{Kept: 2, Removed: 1}) || ops["open"] > 0 {
		t.Errorf("%+v, %v, %v", report, err, ops)
	}
	if stamps := plan.Seen().Files; len(stamps) != 2 || stamps["a/x"] != x.left.Seen.Files["a/x"] {
		t.Errorf("%v", stamps)
	}
}

func TestAKeptFileThatIsGoneIsAProblem(t *testing.T) {
	x := settled(t)
	must(t, os.Remove(x.onDisk("a/x")))
	s, err := x.Stage()
	must(t, err)
	must(t, s.Keep("a/x", Page, sha256.Sum256([]byte("1")), x.left.Seen.Files["a/x"]))
	plan, problems := s.Plan(x.owned)
	if plan != nil {
		t.Error("there is a plan")
	}
	says(t, problems, "foreign-file public/a/theirs", "output-unusable public/a/x", "foreign-file public/c/")
}

// unusual are things that a quick plan leaves to Plan. Each starts from a settled
// folder; what is put gets new bytes.
var unusual = []struct {
	name    string
	change  func(t *testing.T, x *fixture)
	put     string
	removed string
}{
	{"a foreign file at a new path", func(t *testing.T, x *fixture) { x.foreign(t, "b/new", "") }, "b/new", ""},
	{"a new foreign file beside one to be written", func(t *testing.T, x *fixture) { x.foreign(t, "b/theirs", "") }, "b/x", ""},
	{"a new foreign file beside a folder to be written into", func(t *testing.T, x *fixture) { x.foreign(t, "theirs", "") }, "b/x", ""},
	{"a new foreign file beside one to be removed", func(t *testing.T, x *fixture) { x.foreign(t, "a/mine", "") }, "", "a/x"},
	{"a known foreign file at a new path", nil, "a/theirs", ""},
	{"a foreign file with the wanted bytes", func(t *testing.T, x *fixture) { x.foreign(t, "b/new", "new") }, "b/new", ""},
	{"a foreign folder on the way", nil, "c/new", ""},
	{"a new foreign folder on the way", func(t *testing.T, x *fixture) { must(t, os.Mkdir(x.onDisk("d"), 0o755)) }, "d/new", ""},
	{"a folder at a new path", func(t *testing.T, x *fixture) { must(t, os.Mkdir(x.onDisk("b/new"), 0o755)) }, "b/new", ""},
	{"a folder of ours at a new path", nil, "b", ""},
	{"a folder in place of a file", func(t *testing.T, x *fixture) {
		must(t, os.Remove(x.onDisk("a/x")))
		must(t, os.Mkdir(x.onDisk("a/x"), 0o755))
	}, "a/x", ""},
	{"a file in place of a folder", nil, "a/x/new", ""},
	{"a removed file in place of a folder", nil, "a/x/new", "a/x"},
	{"a foreign file in place of a folder", nil, "a/theirs/new", ""},
	{"a file of ours that is gone", func(t *testing.T, x *fixture) { must(t, os.Remove(x.onDisk("a/x"))) }, "a/x", ""},
	{"a folder of ours that is gone", func(t *testing.T, x *fixture) { must(t, os.RemoveAll(x.onDisk("b"))) }, "b/x", ""},
	{"the folder of a new file is gone", func(t *testing.T, x *fixture) { must(t, os.RemoveAll(x.onDisk("b"))) }, "b/new", ""},
	{"the output folder is gone", func(t *testing.T, x *fixture) { must(t, os.RemoveAll(x.Dir)) }, "new", ""},
	{"a link in place of a file", func(t *testing.T, x *fixture) {
		must(t, os.Remove(x.onDisk("a/x")))
		link(t, x.onDisk("a/y"), x.onDisk("a/x"))
	}, "a/x", ""},
	{"a link to nothing at a new path", func(t *testing.T, x *fixture) { link(t, x.onDisk("nothing"), x.onDisk("b/new")) }, "b/new", ""},
	{"a link in place of a folder", linkedFolder, "b/x", ""},
	{"a new file behind a link", linkedFolder, "b/new", ""},
	{"a removed file behind a link", linkedFolder, "", "b/x"},
	{"a removed file that is gone", func(t *testing.T, x *fixture) { must(t, os.Remove(x.onDisk("a/x"))) }, "", "a/x"},
	{"a removed file that is a link", func(t *testing.T, x *fixture) {
		must(t, os.Remove(x.onDisk("a/x")))
		link(t, x.onDisk("a/y"), x.onDisk("a/x"))
	}, "", "a/x"},
	{"a removed file that is put", nil, "a/x", "a/x"},
	{"a removed file of others", nil, "", "a/theirs"},
	{"a removed file that never was", nil, "", "a/never"},
	{"a file and a folder of one name, both new", nil, "d d/e", ""},
}

func linkedFolder(t *testing.T, x *fixture) {
	must(t, os.Rename(x.onDisk("b"), filepath.Join(x.Cache, "b")))
	link(t, filepath.Join(x.Cache, "b"), x.onDisk("b"))
}

func TestWhatIsUnusualHasNoQuickPlan(t *testing.T) {
	for _, c := range unusual {
		t.Run(c.name, func(t *testing.T) {
			x := settled(t)
			if c.change != nil {
				c.change(t, x)
			}
			start := read(t, x.Dir)
			s, err := x.Stage()
			must(t, err)
			for _, p := range strings.Fields(c.put) {
				must(t, s.PutBytes(p, Page, []byte("new")))
			}
			if _, ok := s.PlanQuick(x.left.Seen, strings.Fields(c.removed), x.left.Clock); ok {
				t.Error("there is one")
			}
			x.holds(t, start)
		})
	}
}

func TestAMemoryThatLeadsOutOfTheFolderHasNoQuickPlan(t *testing.T) {
	x := settled(t)
	must(t, os.WriteFile(filepath.Join(filepath.Dir(x.Dir), "outside"), nil, 0o644))
	x.left.Seen.Files["../outside"] = source.Stamp{}
	x.left.Seen.Folders[".."] = Folder{}
	s, err := x.Stage()
	must(t, err)
	if _, ok := s.PlanQuick(x.left.Seen, []string{"../outside"}, x.left.Clock); ok {
		t.Error("there is one")
	}
}

func TestWithoutAMemoryOrAllFilesThereIsNoQuickPlan(t *testing.T) {
	x := settled(t)
	s, err := x.Stage()
	must(t, err)
	for _, seen := range []Seen{{}, {Files: x.left.Seen.Files}, {Folders: x.left.Seen.Folders}} {
		if _, ok := s.PlanQuick(seen, nil, math.MaxInt64); ok {
			t.Errorf("there is one with %v", seen)
		}
	}
	if _, ok := s.PlanQuick(x.left.Seen, nil, x.left.Clock); !ok {
		t.Error("there is none with all")
	}
	_ = s.Put("a/x", Page, func(w io.Writer) error { return io.ErrUnexpectedEOF })
	if _, ok := s.PlanQuick(x.left.Seen, nil, x.left.Clock); ok {
		t.Error("there is one of half a file")
	}
}

func TestNamesThatDifferInCaseHaveNoQuickPlanWhereTheyAreOneFile(t *testing.T) {
	x := newFixture(t)
	x.quick = true
	x.disk = caseless{local{}, x.Dir}
	x.built(t, set{"Møder/Referat.pdf": "1", "index.html": "1"}, Report{Written: 2})
	for put, quick := range map[string]bool{
		"Møder/REFERAT.pdf": false, "møder/Referat.pdf": false, "møder/new.pdf": false, "Møder/new.pdf": true,
	} {
		for _, content := range []string{"1", "2"} {
			s, err := x.stage(x.disk)
			must(t, err)
			must(t, s.PutBytes(put, Page, []byte(content)))
			if _, ok := s.PlanQuick(x.left.Seen, nil, x.left.Clock); ok != quick {
				t.Errorf("%s with %s: %v", put, content, ok)
			}
		}
	}
}
