package ledger

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func outputs(paths ...string) []Output {
	var all []Output
	for _, p := range paths {
		all = append(all, Output{p, sha256.Sum256([]byte(p))})
	}
	return all
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func owns(t *testing.T, m *Manifest, want ...string) {
	t.Helper()
	if got := m.Owned(); !slices.Equal(got, want) {
		t.Errorf("owned: %q, want %q", got, want)
	}
}

func TestAManifestRemembersWhatWasCommitted(t *testing.T) {
	cache, out := t.TempDir(), "/srv/site/public"
	m := Load(cache, out)
	owns(t, m)
	must(t, m.Commit(outputs("b/index.html", "a.css", "år 2024.pdf")))
	owns(t, m, "a.css", "b/index.html", "år 2024.pdf")
	again := Load(cache, out)
	owns(t, again, "a.css", "b/index.html", "år 2024.pdf")
	if again.owned["a.css"] != sha256.Sum256([]byte("a.css")) {
		t.Error("the digest of a.css was not remembered")
	}
	must(t, again.Commit(outputs("a.css")))
	owns(t, Load(cache, out), "a.css")
	must(t, again.Commit(nil))
	owns(t, Load(cache, out))
}

func TestAnIntentionAddsToWhatIsOursAndForgetsTheDigestsOfWhatIsReplaced(t *testing.T) {
	cache, out := t.TempDir(), "/srv/site/public"
	m := Load(cache, out)
	must(t, m.Commit(outputs("a", "b")))
	must(t, m.Intend([]string{"b", "c"}))
	killed := Load(cache, out)
	owns(t, killed, "a", "b", "c")
	for path, known := range map[string]bool{"a": true, "b": false, "c": false} {
		if got := killed.owned[path] != (Digest{}); got != known {
			t.Errorf("digest of %s known: %v", path, got)
		}
	}
	must(t, killed.Intend([]string{"d"}))
	owns(t, Load(cache, out), "a", "b", "c", "d")
	must(t, killed.Commit(outputs("d")))
	owns(t, Load(cache, out), "d")
}

func TestAManifestThatStaysAsItWasIsNotWritten(t *testing.T) {
	cache, out := t.TempDir(), "/srv/site/public"
	m := Load(cache, out)
	must(t, m.Commit(outputs("a")))
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	must(t, os.Chtimes(m.file, long, long))
	must(t, m.Intend(nil))
	must(t, m.Commit(outputs("a")))
	if info, err := os.Stat(m.file); err != nil || !info.ModTime().Equal(long) {
		t.Error("the file was replaced")
	}
	must(t, os.Remove(m.file))
	must(t, m.Commit(outputs("a")))
	owns(t, Load(cache, out), "a")
}

func TestEachOutputFolderHasAManifestOfItsOwn(t *testing.T) {
	cache := t.TempDir()
	must(t, Load(cache, "/srv/a").Commit(outputs("a")))
	owns(t, Load(cache, "/srv/b"))
	owns(t, Load(cache, "/srv/./x/../a/"), "a")

	// The same file in another folder's place is foreign.
	must(t, os.Rename(Folder(cache, "/srv/a"), Folder(cache, "/srv/c")))
	owns(t, Load(cache, "/srv/c"))
}

func TestADamagedManifestIsNone(t *testing.T) {
	cache, out := t.TempDir(), "/srv/site/public"
	m := Load(cache, out)
	must(t, m.Commit(outputs("a", "b/c")))
	must(t, m.Intend([]string{"d"}))
	whole, err := os.ReadFile(m.file)
	must(t, err)
	for n := range whole {
		must(t, os.WriteFile(m.file, whole[:n], 0o600))
		owns(t, Load(cache, out))
		flipped := bytes.Clone(whole)
		flipped[n] ^= 1
		must(t, os.WriteFile(m.file, flipped, 0o600))
		owns(t, Load(cache, out))
	}
	must(t, os.WriteFile(m.file, append(whole, '\n'), 0o600))
	owns(t, Load(cache, out))
	must(t, Load(cache, out).Commit(outputs("e")))
	owns(t, Load(cache, out), "e")
}

// sealed makes a manifest whose checksum is right.
func sealed(lines string) []byte {
	body := magic + "\nfolder \"/srv/site/public\"\n" + lines
	return fmt.Appendf(nil, "%send %x\n", body, sha256.Sum256([]byte(body)))
}

func TestAHostileManifestIsNone(t *testing.T) {
	const digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	cases := map[string]string{
		"above the folder":     digest + " ../a\n",
		"above inside":         digest + " a/../../b\n",
		"not clean":            digest + " a//b\n",
		"absolute":             digest + " /etc/passwd\n",
		"a drive":              digest + " C:/Windows/a\n",
		"backslash":            digest + " a\\..\\b\n",
		"NUL":                  digest + " a\x00b\n",
		"carriage return":      digest + " a\r\n",
		"not UTF-8":            digest + " a\xff\n",
		"the folder itself":    digest + " .\n",
		"no path":              digest + " \n",
		"no digest":            " a\n",
		"short digest":         digest[2:] + " a\n",
		"long digest":          digest + "00 a\n",
		"digest not in digits": strings.Repeat("x", 64) + " a\n",
		"one line":             "a\n",
		"empty line":           "\n",
		"twice":                digest + " a\n" + digest + " a\n",
		"unsorted":             digest + " b\n" + digest + " a\n",
		"one good, one bad":    digest + " a\n" + digest + " b/..\n",
		"no line end":          digest + " a",
	}
	for name, lines := range cases {
		cache, out := t.TempDir(), "/srv/site/public"
		m := Load(cache, out)
		must(t, os.MkdirAll(filepath.Dir(m.file), 0o755))
		must(t, os.WriteFile(m.file, sealed(digest+" a\n"), 0o600))
		owns(t, Load(cache, out), "a")
		must(t, os.WriteFile(m.file, sealed(lines), 0o600))
		if got := Load(cache, out).Owned(); len(got) > 0 {
			t.Errorf("%s: taken for a manifest: %q", name, got)
		}
	}
}

func TestSomethingElseInTheManifestsPlaceIsNone(t *testing.T) {
	cache, out := t.TempDir(), "/srv/site/public"
	m := Load(cache, out)
	must(t, os.MkdirAll(m.file, 0o755))
	owns(t, Load(cache, out))
	if err := m.Commit(outputs("a")); err == nil {
		t.Error("a folder in the way is not reported")
	}
	left, err := os.ReadDir(filepath.Dir(m.file))
	must(t, err)
	if len(left) != 1 {
		t.Errorf("a temporary file is left: %v", left)
	}

	must(t, os.Remove(m.file))
	must(t, os.WriteFile(m.file, nil, 0o600))
	must(t, os.Truncate(m.file, mostBytes+1)) // sparse, so that the test costs no disk
	var was, is runtime.MemStats
	runtime.ReadMemStats(&was)
	owns(t, Load(cache, out))
	if runtime.ReadMemStats(&is); is.TotalAlloc-was.TotalAlloc > mostBytes/2 {
		t.Error("a huge file was read")
	}

	must(t, m.Commit(outputs("a")))
	must(t, os.Rename(m.file, m.file+"-elsewhere"))
	if os.Symlink(m.file+"-elsewhere", m.file) == nil {
		owns(t, Load(cache, out))
	}

	must(t, os.RemoveAll(filepath.Dir(m.file)))
	must(t, os.WriteFile(filepath.Dir(m.file), nil, 0o600))
	owns(t, Load(cache, out))
	if err := m.Intend([]string{"a"}); err == nil {
		t.Error("a file in place of the folder is not reported")
	}
}

func TestPathsThatCannotBeLoadedAreNotWritten(t *testing.T) {
	for _, path := range []string{"", ".", "../a", "/a", "a\\b", "a\nb", "a\x00", "C:a", "a/"} {
		m := Load(t.TempDir(), "/srv/site/public")
		if err := m.Commit(outputs("good", path)); err == nil {
			t.Errorf("%q was committed", path)
		}
		owns(t, m)
	}
}

func TestAnyManifestIsLoadedAsItWasCommitted(t *testing.T) {
	cache := t.TempDir()
	paths := rapid.SliceOfDistinct(rapid.StringMatching(`[a-zæ .?]{1,4}(/[a-z "']{1,3}){0,2}`).Filter(relative), rapid.ID)
	rapid.Check(t, func(t *rapid.T) {
		want := outputs(paths.Draw(t, "paths")...)
		out := "/" + rapid.String().Draw(t, "out")
		if err := Load(cache, out).Commit(want); err != nil {
			t.Fatal(err)
		}
		m := Load(cache, out)
		if len(m.owned) != len(want) {
			t.Fatalf("%d outputs, want %d", len(m.owned), len(want))
		}
		for _, o := range want {
			if m.owned[o.Path] != o.Digest {
				t.Fatalf("%q is lost", o.Path)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(""))
	f.Add(sealed(""))
	f.Add(sealed("? a\n"))
	f.Add(sealed("? a\n? b/c\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, data := range [][]byte{data, sealed(string(data))} {
			owned, ok := parse(data, "/srv/site/public")
			if !ok {
				continue
			}
			again, err := format(owned, "/srv/site/public")
			if err != nil || !bytes.Equal(again, data) {
				t.Errorf("%q is read, but written as %q (%v)", data, again, err)
			}
		}
	})
}
