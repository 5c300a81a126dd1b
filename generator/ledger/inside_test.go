package ledger

import (
	"io/fs"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestAPathIsInsideAsTheSystemHasIt holds the one look at a path against those of others.
func TestAPathIsInsideAsTheSystemHasIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		path := rapid.StringMatching(`([./aæ:\\\x01\x1f ]|\.\.){0,8}`).Draw(t, "path") + rapid.SampledFrom([]string{"", "/", "\xff", "/\xc3"}).Draw(t, "end")
		want := fs.ValidPath(path) && path != "." && !strings.ContainsFunc(path, func(r rune) bool { return r < ' ' || r == '\\' || r == ':' })
		if inside(path) != want {
			t.Errorf("%q is inside: %v", path, !want)
		}
	})
}
