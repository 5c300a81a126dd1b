package public

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// few are all paths of one to three parts from two names, so that files and
// folders often change places.
func few() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b"}), 1, 3), func(parts []string) string {
		return path.Join(parts...)
	})
}

// sets draws a set in which no file is a folder of another.
func sets() *rapid.Generator[set] {
	return rapid.Map(rapid.MapOfN(few(), rapid.SampledFrom([]string{"", "1", "2"}), 0, 6), func(m map[string]string) set {
		files := set{}
		for _, p := range slices.Sorted(maps.Keys(m)) {
			if !clashes(p, files) {
				files[p] = m[p]
			}
		}
		return files
	})
}

// clashes tells that p would be a folder of a file in files, or the reverse.
func clashes(p string, files set) bool {
	for q := range files {
		if strings.HasPrefix(p, q+"/") || strings.HasPrefix(q, p+"/") {
			return true
		}
	}
	return false
}

// model is what a folder must hold: files of ours and of others.
type model struct {
	x            *fixture
	ours, theirs set
}

func (m *model) check(t *rapid.T) {
	want := maps.Clone(m.ours)
	maps.Copy(want, m.theirs)
	got := set{}
	for p, content := range read(t, m.x.Dir) {
		if !strings.HasSuffix(p, "/") {
			got[p] = content
		}
	}
	if !maps.Equal(got, want) {
		t.Fatalf("the folder differs:\n got %s\nwant %s", list(got), list(want))
	}
}

// addForeign lets somebody else write a file where there is none.
func (m *model) addForeign(t *rapid.T) {
	p := few().Draw(t, "foreign")
	if _, ours := m.ours[p]; ours || clashes(p, m.ours) || clashes(p, m.theirs) || slices.Contains(m.x.owned, p) {
		return
	}
	if info, err := os.Lstat(m.x.onDisk(p)); err == nil && info.IsDir() {
		must(t, os.RemoveAll(m.x.onDisk(p))) // empty, as p clashes with nothing
	}
	m.x.foreign(t, p, "theirs")
	m.theirs[p] = "theirs"
}

func (m *model) removeForeign(t *rapid.T) {
	for _, p := range slices.Sorted(maps.Keys(m.theirs)) {
		must(t, os.Remove(m.x.onDisk(p)))
		delete(m.theirs, p)
		return
	}
}

func (m *model) build(t *rapid.T, files set) {
	obstructed := false
	for p := range files {
		obstructed = obstructed || clashes(p, m.theirs)
	}
	report, problems, err := m.x.build(files)
	if obstructed != (err != nil) {
		t.Fatalf("obstructed is %v, error %v %v", obstructed, err, problems)
	}
	if err != nil {
		return
	}
	for p := range files {
		delete(m.theirs, p)
	}
	if report.Written+report.Kept != len(files) {
		t.Fatalf("report %+v of %d files", report, len(files))
	}
	if !m.x.quickly && (len(problems) > 0) != (len(m.theirs) > 0) {
		t.Fatalf("problems %v, foreign %s", problems, list(m.theirs))
	}
	m.ours = files
	if m.x.quick {
		m.x.sees(t, files)
	}
}

// edit builds the last set with one file changed, come or gone.
func (m *model) edit(t *rapid.T) {
	files := maps.Clone(m.ours)
	p := few().Draw(t, "edited")
	if _, ours := files[p]; ours && rapid.Bool().Draw(t, "gone") {
		delete(files, p)
	} else if !clashes(p, files) {
		files[p] = rapid.SampledFrom([]string{"", "1", "2"}).Draw(t, "content")
	}
	m.build(t, files)
}

// meddle lets somebody else change one of our files before a build.
func (m *model) meddle(t *rapid.T, files set) {
	for _, p := range slices.Sorted(maps.Keys(m.ours)) {
		name := m.x.onDisk(p)
		info, err := os.Lstat(name)
		must(t, err)
		switch rapid.SampledFrom([]string{"not", "delete", "touch", "write", "hide", "again"}).Draw(t, p) {
		case "delete":
			must(t, os.Remove(name))
		case "touch":
			must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
		case "write":
			must(t, os.WriteFile(name, []byte("theirs"), 0o644))
		case "hide": // what only the time of the last change tells
			must(t, os.WriteFile(name, bytes.Repeat([]byte("x"), int(info.Size())), 0o644))
			must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
		case "again":
			must(t, os.Remove(name))
			must(t, os.WriteFile(name, []byte(m.ours[p]), 0o644))
		}
	}
	m.build(t, files)
}

// kill lets a build stop at some operation, and the next one repair it.
func (m *model) kill(t *rapid.T, files, next set) {
	good := m.x.disk
	left := rapid.IntRange(0, 80).Draw(t, "operations before the kill")
	m.x.disk = &faulty{good, func(op, name string) error {
		if left--; left < 0 {
			return &fs.PathError{Op: op, Path: name, Err: errors.New("killed")}
		}
		return nil
	}}
	_, _, err := m.x.build(files)
	m.x.disk = good
	if err == nil {
		m.ours = files
		for p := range files {
			delete(m.theirs, p)
		}
		return
	}
	for p, content := range m.theirs {
		data, err := os.ReadFile(m.x.onDisk(p))
		if wanted, ok := files[p]; err == nil && ok && string(data) == wanted {
			m.theirs[p] = wanted // replaced by the killed build, which nobody knows
		} else if err != nil || string(data) != content {
			t.Fatalf("the foreign file %s is %q, %v", p, data, err)
		}
	}
	for p := range next {
		if clashes(p, m.theirs) {
			next = set{}
			break
		}
	}
	m.build(t, next)
}

func TestAnySequenceOfBuildsMakesTheFolderEqualTheSetAndWhatIsForeign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := inMemory(t)
		defer os.RemoveAll(base)
		m := &model{x: newFixtureIn(base), ours: set{}, theirs: set{}}
		m.x.quick = rapid.Bool().Draw(t, "quick")
		if rapid.Bool().Draw(t, "two disks") {
			m.x.disk = apart{local{}, m.x.Dir}
		}
		t.Repeat(map[string]func(*rapid.T){
			"build":   func(t *rapid.T) { m.build(t, sets().Draw(t, "set")) },
			"again":   func(t *rapid.T) { m.build(t, m.ours) },
			"edit":    m.edit,
			"meddle":  func(t *rapid.T) { m.meddle(t, m.ours) },
			"tick":    func(t *rapid.T) { m.x.tick(t) },
			"foreign": m.addForeign,
			"tidy":    m.removeForeign,
			"kill": func(t *rapid.T) {
				m.kill(t, sets().Draw(t, "killed"), sets().Draw(t, "next"))
			},
			"": m.check,
		})
	})
}
