package public

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"referat/generator/source"
)

// check is what the tests of this package and rapid's have in common.
type check interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Fatal(args ...any)
}

// fixture is a site's output folder and cache in a folder of the test.
type fixture struct {
	Target
	disk      disk
	owned     []string
	quick     bool // builds go by what the last left
	left      memory
	switching bool   // the last build came as far as Switch
	quickly   bool   // and its plan was a quick one
	before    func() // is called before Switch, if set
}

func newFixture(t testing.TB) *fixture { return newFixtureIn(t.TempDir()) }

func newFixtureIn(base string) *fixture {
	return &fixture{
		Target: Target{Dir: filepath.Join(base, "site", "public"), Shown: "public", Cache: filepath.Join(base, "cache")},
		disk:   local{},
	}
}

// inMemory gives a folder that costs no disk, where the system has such, to tests
// that make files by the ten thousand.
func inMemory(t check) string {
	t.Helper()
	base, err := os.MkdirTemp("/dev/shm", "referat-test-")
	if err != nil {
		base, err = os.MkdirTemp("", "referat-test-")
	}
	must(t, err)
	return base
}

// set is the content of files by path.
type set map[string]string

// build makes the output folder equal the set as a caller does, and remembers
// like a ledger what is ours: before the switch, and after.
func (x *fixture) build(files set) (Report, []source.Problem, error) {
	if x.quick {
		return x.rebuild(files)
	}
	x.switching = false
	s, err := x.stage(x.disk)
	if err != nil {
		return Report{}, nil, err
	}
	defer s.Discard()
	for _, p := range slices.Sorted(maps.Keys(files)) {
		if err := s.PutBytes(p, classOf(p), []byte(files[p])); err != nil {
			return Report{}, nil, err
		}
	}
	plan, problems := s.Plan(x.owned)
	if plan == nil {
		return Report{}, problems, errors.New("no plan")
	}
	x.owned = append(x.owned, plan.Intended()...)
	x.switching = true
	if x.before != nil {
		x.before()
	}
	report, err := plan.Switch(context.Background())
	if err == nil {
		x.owned = slices.Sorted(maps.Keys(files))
	}
	return report, problems, err
}

func classOf(p string) Class {
	switch {
	case strings.HasPrefix(p, "assets/"):
		return Asset
	case strings.HasSuffix(p, ".xml") || strings.HasSuffix(p, ".json"):
		return List
	}
	return Page
}

// read gives all files below a folder; a link as "-> target", an empty folder
// under its path with a slash.
func read(t check, dir string) set {
	t.Helper()
	found := set{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		p := filepath.ToSlash(rel)
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			found[p] = "-> " + target
			return err
		case e.IsDir():
			entries, err := os.ReadDir(name)
			if len(entries) == 0 {
				found[p+"/"] = ""
			}
			return err
		}
		data, err := os.ReadFile(name)
		found[p] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

func (x *fixture) holds(t check, want set) {
	t.Helper()
	if got := read(t, x.Dir); !maps.Equal(got, want) {
		t.Errorf("the folder differs:\n got %s\nwant %s", list(got), list(want))
	}
}

func list(files set) string {
	var b strings.Builder
	for _, p := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%s=%.20q ", p, files[p])
	}
	return b.String()
}

// foreign writes a file that no build made.
func (x *fixture) foreign(t check, p, content string) {
	t.Helper()
	name := x.onDisk(p)
	must(t, os.MkdirAll(filepath.Dir(name), 0o755))
	must(t, os.WriteFile(name, []byte(content), 0o644))
}

func (x *fixture) built(t check, files set, want Report) []source.Problem {
	t.Helper()
	report, problems, err := x.build(files)
	if err != nil {
		t.Fatalf("build: %v %v", err, problems)
	}
	if report != want {
		t.Errorf("report: %+v, want %+v", report, want)
	}
	return problems
}

// says compares problems, each written as "code path".
func says(t check, problems []source.Problem, want ...string) {
	t.Helper()
	var got []string
	for _, p := range problems {
		got = append(got, string(p.Code)+" "+p.Pos.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems: %q, want %q", got, want)
	}
}

func must(t check, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustNot(t check, err error, code source.Code, path string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Code != code || string(e.Pos.Path) != path {
		t.Errorf("got %v, want the problem %s at %s", err, code, path)
	}
}
