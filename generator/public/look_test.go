package public

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/source"
)

// settled gives a folder of three files of ours and one of others as a build left
// it a while ago.
func settled(t *testing.T) *fixture {
	x := newFixture(t)
	x.quick = true
	files := set{"a/x": "1", "a/y": "2", "b/x": "3"}
	x.built(t, files, Report{Written: 3})
	x.foreign(t, "a/theirs", "theirs")
	x.foreign(t, "c/theirs", "theirs")
	x.tick(t)
	x.built(t, files, Report{Kept: 3})
	x.tick(t)
	return x
}

// rewrite changes a file's bytes but neither its size nor its time.
func rewrite(t *testing.T, name, content string) {
	info, err := os.Lstat(name)
	must(t, err)
	must(t, os.WriteFile(name, []byte(content), 0o644))
	must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
}

func leftIn(seen Seen) (files []Left) {
	for _, path := range slices.Sorted(maps.Keys(seen.Files)) {
		files = append(files, Left{path, seen.Files[path]})
	}
	return files
}

func TestWhatALookShows(t *testing.T) {
	cases := []struct {
		name    string
		change  func(t *testing.T, x *fixture)
		touched string
		folders bool
	}{
		{"nothing", func(t *testing.T, x *fixture) {}, "", true},
		{"a file of another size", func(t *testing.T, x *fixture) { x.foreign(t, "a/x", "11") }, "a/x", true},
		{"a file of the same size", func(t *testing.T, x *fixture) { x.foreign(t, "b/x", "4") }, "b/x", true},
		{"a file with its time set back", func(t *testing.T, x *fixture) {
			if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
				t.Skip("this system does not tell")
			}
			rewrite(t, x.onDisk("a/x"), "5")
		}, "a/x", true},
		{"two files", func(t *testing.T, x *fixture) { x.foreign(t, "b/x", "4"); x.foreign(t, "a/x", "4") }, "a/x b/x", true},
		{"a file is deleted", func(t *testing.T, x *fixture) { must(t, os.Remove(x.onDisk("a/x"))) }, "a/x", false},
		{"a file is a folder", func(t *testing.T, x *fixture) {
			must(t, os.Remove(x.onDisk("a/x")))
			must(t, os.Mkdir(x.onDisk("a/x"), 0o755))
		}, "a/x", false},
		{"a file is replaced by the same", func(t *testing.T, x *fixture) {
			must(t, os.Remove(x.onDisk("a/x")))
			x.foreign(t, "a/x", "1")
		}, "a/x", true},
		{"a file is a link", func(t *testing.T, x *fixture) {
			must(t, os.Rename(x.onDisk("a/x"), filepath.Join(x.Cache, "x")))
			link(t, filepath.Join(x.Cache, "x"), x.onDisk("a/x"))
		}, "a/x", false},
		{"a foreign file comes", func(t *testing.T, x *fixture) { x.foreign(t, "b/theirs", "") }, "", false},
		{"a foreign file goes", func(t *testing.T, x *fixture) { must(t, os.Remove(x.onDisk("a/theirs"))) }, "", false},
		{"a foreign file comes and goes", func(t *testing.T, x *fixture) {
			x.foreign(t, "b/theirs", "")
			must(t, os.Remove(x.onDisk("b/theirs")))
		}, "", true},
		{"a foreign file is another", func(t *testing.T, x *fixture) { x.foreign(t, "a/theirs", "other") }, "", true},
		{"a foreign file is a folder", func(t *testing.T, x *fixture) {
			must(t, os.Remove(x.onDisk("a/theirs")))
			must(t, os.Mkdir(x.onDisk("a/theirs"), 0o755))
		}, "", false},
		{"a foreign file in a foreign folder", func(t *testing.T, x *fixture) { x.foreign(t, "c/more", "") }, "", false},
		{"a folder is a link to itself", func(t *testing.T, x *fixture) {
			must(t, os.Rename(x.onDisk("b"), filepath.Join(x.Cache, "b")))
			link(t, filepath.Join(x.Cache, "b"), x.onDisk("b"))
		}, "", false},
		{"a folder is gone", func(t *testing.T, x *fixture) { must(t, os.RemoveAll(x.onDisk("b"))) }, "b/x", false},
		{"all is gone", func(t *testing.T, x *fixture) { must(t, os.RemoveAll(x.Dir)) }, "a/x a/y b/x", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			x := settled(t)
			c.change(t, x)
			for _, when := range []string{"at first", "again"} {
				looked := x.Look(leftIn(x.left.Seen), x.left.Seen.Folders, x.left.Clock)
				if got := strings.Join(looked.Touched, " "); got != c.touched || looked.Folders != c.folders {
					t.Errorf("%s: touched %q, folders %v", when, got, looked.Folders)
				}
				for path := range x.left.Seen.Files {
					if x.Touched(Left{path, x.left.Seen.Files[path]}, x.left.Clock) != slices.Contains(looked.Touched, path) {
						t.Errorf("%s: a look at %s alone shows something else", when, path)
					}
				}
			}
		})
	}
}

// counting is a disk that counts its operations below a folder.
func counting(under string, ops map[string]int) disk {
	return &faulty{local{}, func(op, name string) error {
		if strings.HasPrefix(name, under) {
			ops[op]++
		}
		return nil
	}}
}

func TestAFolderAsItWasLeftIsNeitherReadNorListed(t *testing.T) {
	x, ops := settled(t), map[string]int{}
	x.disk = counting(x.Dir, ops)
	x.built(t, set{"a/x": "1", "a/y": "2", "b/x": "3"}, Report{Kept: 3})
	// Three files and four folders by Look, and the output folder by Stage.
	if want := map[string]int{"lstat": 3 + 4 + 1}; !maps.Equal(ops, want) || !x.quickly {
		t.Errorf("operations: %v, quick: %v", ops, x.quickly)
	}
}

func TestAFolderThatWasTouchedIsListedOnce(t *testing.T) {
	x, ops := settled(t), map[string]int{}
	x.foreign(t, "b/theirs", "")
	must(t, os.Remove(x.onDisk("b/theirs")))
	for _, want := range []int{1, 1} {
		if looked := x.look(counting(x.Dir, ops), leftIn(x.left.Seen), x.left.Seen.Folders, math.MaxInt64); !looked.Folders || ops["readdir"] != want {
			t.Errorf("folders: %v, operations: %v", looked.Folders, ops)
		}
	}
}

func TestWhatIsRacyIsTouchedAndListed(t *testing.T) {
	x, ops := settled(t), map[string]int{}
	looked := x.look(counting(x.Dir, ops), leftIn(x.left.Seen), x.left.Seen.Folders, 1)
	if len(looked.Touched) != 3 || !looked.Folders || ops["readdir"] != 4 || ops["open"] != 0 {
		t.Errorf("looked %v, operations %v", looked, ops)
	}
}

func TestWithoutAMemoryNothingIsTrusted(t *testing.T) {
	x := settled(t)
	for _, seen := range []Seen{{}, {Files: x.left.Seen.Files}, {Folders: map[string]Folder{"a": x.left.Seen.Folders["a"]}}} {
		if x.Look(leftIn(seen), seen.Folders, math.MaxInt64).Folders {
			t.Errorf("%v is trusted", seen)
		}
	}
}

func TestAFolderIsNoFileAndAFileNoFolderWhateverItsStamp(t *testing.T) {
	x := settled(t)
	folder, file := x.left.Seen.Folders["b"], x.left.Seen.Files["b/x"]
	x.left.Seen.Files["b"] = folder.Stamp
	if looked := x.Look(leftIn(x.left.Seen), x.left.Seen.Folders, math.MaxInt64); !slices.Equal(looked.Touched, []string{"b"}) || !looked.Folders {
		t.Errorf("%+v", looked)
	}
	x.left.Seen.Folders["b/x"] = Folder{Stamp: file}
	if x.Look(leftIn(x.left.Seen), x.left.Seen.Folders, math.MaxInt64).Folders {
		t.Error("a file is a folder")
	}
}

func TestAFolderThatCannotBeListedIsNotAsItWas(t *testing.T) {
	x := settled(t)
	d := &faulty{local{}, func(op, name string) error {
		if op == "readdir" {
			return &fs.PathError{Op: op, Path: name, Err: errors.New("planted fault")}
		}
		return nil
	}}
	for _, names := range []uint64{x.left.Seen.Folders["."].Names, 0} {
		x.left.Seen.Folders = map[string]Folder{".": {Names: names}}
		if x.look(d, leftIn(x.left.Seen), x.left.Seen.Folders, 1).Folders {
			t.Errorf("it is trusted to have the names of sum %d", names)
		}
	}
}

func TestASumIsThatOfAnOrdinaryFileInTheFolder(t *testing.T) {
	x := settled(t)
	x.foreign(t, "real/x", strings.Repeat("x", len(x.onDisk("real/x")))) // as long as the link
	x.foreign(t, "empty", "")
	link(t, x.onDisk("real"), x.onDisk("linked"))
	link(t, x.onDisk("real/x"), x.onDisk("real/link"))
	must(t, os.WriteFile(filepath.Join(filepath.Dir(x.Dir), "outside"), []byte("1"), 0o644))
	sum, stamp, ok := x.Sum("a/x")
	info, err := os.Lstat(x.onDisk("a/x"))
	must(t, err)
	if !ok || sum != sha256.Sum256([]byte("1")) || stamp != source.StampOf(info) {
		t.Errorf("got %x, %v, %v", sum, stamp, ok)
	}
	for _, p := range []string{"a", "a/absent", "absent/x", "linked/x", "real/link", "../outside", ".", "a/x/y"} {
		if _, _, ok := x.Sum(p); ok {
			t.Errorf("%s has a sum", p)
		}
	}
	failing := &faulty{local{}, func(op, name string) error {
		if op == "read" {
			return &fs.PathError{Op: op, Path: name, Err: errors.New("planted fault")}
		}
		return nil
	}}
	for _, p := range []string{"a/x", "empty"} {
		if _, _, ok := x.sum(failing, p); ok {
			t.Errorf("%s cannot be read and has a sum", p)
		}
	}
}

func TestAFileWrittenAfterItWasComparedIsTouched(t *testing.T) {
	x := settled(t)
	s, err := x.Stage()
	must(t, err)
	for p, content := range map[string]string{"a/x": "1", "a/y": "2", "b/x": "3"} {
		must(t, s.PutBytes(p, Page, []byte(content)))
	}
	x.foreign(t, "a/x", "5")
	plan, _ := s.Plan(x.owned)
	_, err = plan.Switch(t.Context())
	must(t, err)
	if looked := x.Look(leftIn(plan.Seen()), plan.Seen().Folders, math.MaxInt64); !slices.Equal(looked.Touched, []string{"a/x"}) || !looked.Folders {
		t.Errorf("%+v", looked)
	}
}

func TestANameThatComesBetweenPlanAndSeenIsSeen(t *testing.T) {
	for _, dir := range []string{"b", "a"} { // one that the switch does not change, one that it does
		x := settled(t)
		clock := source.Clock(x.Cache)
		s, err := x.Stage()
		must(t, err)
		for p, content := range map[string]string{"a/x": "1", "a/y": "changed", "b/x": "3"} {
			must(t, s.PutBytes(p, Page, []byte(content)))
		}
		plan, _ := s.Plan(x.owned)
		x.foreign(t, dir+"/new", "theirs")
		_, err = plan.Switch(t.Context())
		must(t, err)
		if x.Look(leftIn(plan.Seen()), plan.Seen().Folders, clock).Folders {
			t.Errorf("not in %s", dir)
		}
	}
}

func TestAFileThatIsNotAsItWasWrittenHasNoStamp(t *testing.T) {
	x := settled(t)
	s, err := x.Stage()
	must(t, err)
	for _, p := range []string{"a/x", "a/y", "b/x"} {
		must(t, s.PutBytes(p, Page, []byte("new")))
	}
	plan, _ := s.Plan(x.owned)
	_, err = plan.Switch(t.Context())
	must(t, err)
	x.foreign(t, "a/x", "longer")
	must(t, os.Remove(x.onDisk("a/y")))
	seen := plan.Seen()
	if len(seen.Files) != 3 || seen.Files["a/x"] != (source.Stamp{}) || seen.Files["a/y"] != (source.Stamp{}) || seen.Files["b/x"].Size != 3 {
		t.Errorf("%v", seen.Files)
	}
}

// Somebody writes as many bytes into a file as soon as it is at its place, while the others are
// still on their way.
func TestAFileWrittenOverBeforeTheSwitchHasEndedHasNoStamp(t *testing.T) {
	for _, staged := range []time.Duration{0, 50 * time.Millisecond} { // in the same tick of the clock, and long before
		for _, later := range []time.Duration{0, 50 * time.Millisecond} {
			x := settled(t)
			s, err := x.Stage()
			must(t, err)
			for _, p := range []string{"a/x", "a/y", "b/x"} {
				must(t, s.PutBytes(p, Page, []byte("new")))
			}
			plan, _ := s.Plan(x.owned)
			time.Sleep(staged)
			_, err = plan.Switch(t.Context())
			must(t, err)
			time.Sleep(later)
			must(t, os.WriteFile(x.onDisk("a/x"), []byte("old"), 0o644))
			must(t, os.Remove(x.onDisk("a/y")))
			x.foreign(t, "a/y", "old")
			time.Sleep(50 * time.Millisecond)
			clock := source.Clock(x.Cache)
			seen := plan.Seen()
			if looked := x.Look(leftIn(seen), seen.Folders, clock); !slices.Equal(looked.Touched, []string{"a/x", "a/y"}) {
				t.Errorf("staged %v before, written over %v after: touched %q", staged, later, looked.Touched)
			}
		}
	}
}

func TestNamesInAFolderAreToldApartByTheirSum(t *testing.T) {
	sums := map[uint64][]string{}
	for _, names := range [][]string{{}, {"a"}, {"b"}, {"a", "b"}, {"a1", "b2"}, {"a2", "b1"}, {"a/"}, {"a//"}, {"a", "a1"}, {"aa", "1"}} {
		sum := uint64(0)
		for _, name := range names {
			kind := fs.FileMode(0)
			switch strings.TrimLeft(name, "ab12") {
			case "/":
				kind = fs.ModeDir
			case "//":
				kind = fs.ModeSymlink
			}
			sum += sumOfName(strings.TrimRight(name, "/"), kind)
		}
		if other, ok := sums[sum]; ok {
			t.Errorf("%q has the sum of %q", names, other)
		}
		sums[sum] = names
	}
}

func TestAllNumbersAreDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 255, 256, 257, 10_000} {
		done := make([]int32, n)
		inParallel(n, func(i int) { done[i]++ })
		if slices.ContainsFunc(done, func(times int32) bool { return times != 1 }) {
			t.Errorf("not of %d", n)
		}
	}
}

func TestAFolderThatCouldNotBeReadIsNotTakenForAnEmptyOne(t *testing.T) {
	x := newFixture(t)
	x.quick = true
	x.foreign(t, "a/a/b", "theirs")
	x.foreign(t, "a/b/a", "theirs")
	x.disk = &faulty{local{}, func(op, name string) error {
		if op == "readdir" && name == x.onDisk("a/a") {
			return fs.ErrPermission
		}
		return nil
	}}
	x.built(t, set{"b": "1"}, Report{Written: 1})
	x.disk = local{}
	must(t, os.Remove(x.onDisk("a/a/b"))) // what is behind it was never looked at
	if x.built(t, set{"b": "1"}, Report{Kept: 1}); x.quickly {
		t.Error("the folder counts as it was")
	}
	x.sees(t, set{"b": "1"})
}
