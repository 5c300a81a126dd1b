//go:build unix

package public

import (
	"os"
	"syscall"
	"testing"
)

func TestOthersCanReadWhatIsPublishedWhateverTheUmask(t *testing.T) {
	before := syscall.Umask(0o077)
	defer syscall.Umask(before)
	x := newFixture(t)
	x.built(t, set{"a/b/index.html": "x"}, Report{Written: 1})
	for p, want := range map[string]os.FileMode{".": 0o755, "a": 0o755, "a/b": 0o755, "a/b/index.html": 0o644} {
		info, err := os.Stat(x.onDisk(p))
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", p, info.Mode())
		}
	}
}

func TestAPipeInTheWayStopsTheBuildAndElsewhereStays(t *testing.T) {
	x := newFixture(t)
	x.built(t, set{"a": "1"}, Report{Written: 1})
	must(t, syscall.Mkfifo(x.onDisk("pipe"), 0o644))
	_, problems, err := x.build(set{"a": "2", "pipe": ""})
	if err == nil {
		t.Error("built")
	}
	says(t, problems, "output-occupied public/pipe")
	if data, err := os.ReadFile(x.onDisk("a")); err != nil || string(data) != "1" {
		t.Errorf("a is %q, %v", data, err)
	}
	says(t, x.built(t, set{"a": "1"}, Report{Kept: 1}), "foreign-file public/pipe")
}
