package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/public"
	"referat/generator/source"
)

// set is a site or a folder: texts by path.
type set map[string]string

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func newHost(t *testing.T) Host {
	t.Helper()
	dir := t.TempDir()
	return Host{Dir: filepath.Join(dir, "www"), Shown: "www", Cache: filepath.Join(dir, "cache")}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// siteOf is a site of texts.
func siteOf(files set) Site {
	site := Site{Shown: "public", Open: func(path string) (io.ReadCloser, error) {
		text, ok := files[path]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		class := public.Page
		if strings.HasPrefix(path, "assets/") {
			class = public.Asset
		} else if strings.HasSuffix(path, ".xml") {
			class = public.List
		}
		site.Files = append(site.Files, File{path, class, sha256.Sum256([]byte(files[path]))})
	}
	return site
}

func quietly(int, int) {}

// plan plans a publication that nothing forbids.
func (h Host) plan(t *testing.T, files set) (*Plan, []source.Problem) {
	t.Helper()
	p, problems := h.Plan(context.Background(), siteOf(files), quietly)
	if p == nil {
		t.Fatal(said(problems))
	}
	return p, problems
}

// publish publishes texts.
func (h Host) publish(t *testing.T, files set) *Plan {
	t.Helper()
	unlock, err := h.Lock()
	must(t, err)
	defer unlock()
	p, _ := h.plan(t, files)
	defer p.Discard()
	if problem := p.Publish(context.Background(), noon, "referat test", quietly); problem != nil {
		t.Fatal(said([]source.Problem{*problem}))
	}
	return p
}

func said(problems []source.Problem) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.Pos.String()+" "+string(p.Code))
	}
	return strings.Join(lines, "\n")
}

// put writes a file into the folder as somebody else does.
func (h Host) put(t *testing.T, path, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(h.file(path)), 0o755))
	must(t, os.WriteFile(h.file(path), []byte(text), 0o644))
}

// holds holds the folder, its receipt and lock left out, against texts.
func (h Host) holds(t *testing.T, want set) {
	t.Helper()
	got := set{}
	err := filepath.WalkDir(h.Dir, func(name string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(h.Dir, name)
		if p := filepath.ToSlash(rel); err == nil && !e.IsDir() && p != manifestFile && p != lockFile {
			data, err := os.ReadFile(name)
			got[p] = string(data)
			return err
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if !maps.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

// proves holds the folder against its receipt, and the receipt against texts.
func (h Host) proves(t *testing.T, files set) *Manifest {
	t.Helper()
	m, _, err := h.readManifest(manifestFile)
	must(t, err)
	if m == nil {
		t.Fatal("there is no receipt")
	}
	var want []Entry
	for _, path := range slices.Sorted(maps.Keys(files)) {
		want = append(want, entry(path, sha256.Sum256([]byte(files[path])), int64(len(files[path]))))
	}
	if !slices.Equal(m.Files, want) {
		t.Errorf("the receipt says %v, want %v", m.Files, want)
	}
	if intent, _, err := h.readManifest(intentFile); intent != nil || err != nil {
		t.Errorf("the intent is still there (%v)", err)
	}
	return m
}
