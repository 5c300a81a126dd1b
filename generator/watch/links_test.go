package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// quick is a pace at which targets of links are looked at.
const quick = 20 * time.Millisecond

// linked is a desk whose content has a link.
func linked(t *testing.T, target, link string, poll time.Duration, prepare func(d *desk)) *desk {
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "site")}
	d.mkdir("content")
	prepare(d)
	d.link(target, link)
	d.watch(d.dir, poll)
	return d
}

func TestAFolderBehindALinkIsWatched(t *testing.T) {
	d := linked(t, "../shared", "content/shared", never, func(d *desk) { d.write("shared/below/a.md", "a") })
	d.write("shared/below/a.md", "edited")
	d.wantWide()
	d.settles()
	d.write("shared/new/b.md", "new")
	d.wantWide()
	d.settles()
	d.write("shared/new/b.md", "edited too")
	d.wantWide()
	d.settles()
}

func TestALinkMadeLaterIsFollowed(t *testing.T) {
	d := linked(t, "../nowhere", "content/lost", never, func(d *desk) { d.write("shared/a.md", "a") })
	d.link("../shared", "content/shared")
	d.byName()
	d.write("shared/a.md", "edited")
	d.wantWide()
	d.settles()
}

func TestTheFolderBehindALinkMayBeReplaced(t *testing.T) {
	d := linked(t, "../deep/shared", "content/shared", quick, func(d *desk) { d.write("deep/shared/a.md", "a") })
	d.rename("deep/shared", "deep/old")
	d.settles()
	d.write("deep/shared/a.md", "another")
	d.settles()
	d.write("deep/shared/a.md", "edited")
	d.settles()
}

func TestALinkThatLeadsNowhereMayLeadSomewhereLater(t *testing.T) {
	d := linked(t, "../deep/shared", "content/shared", quick, func(d *desk) {})
	d.write("deep/shared/a.md", "there")
	d.settles()
	d.write("deep/shared/a.md", "edited")
	d.settles()
}

func TestAFileBehindALinkIsLookedAt(t *testing.T) {
	d := linked(t, "../shared/a.md", "content/a.md", quick, func(d *desk) { d.write("shared/a.md", "a") })
	d.write("shared/a.md", "edited in place")
	d.settles()
	atomically(d, "shared/a.md", "replaced at once")
	d.settles()
}

func TestContentMayBeALink(t *testing.T) {
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "site")}
	d.write("deep/texts/udvalg/a.md", "a")
	d.link("deep/texts", "content")
	d.watch(d.dir, never)
	d.write("deep/texts/udvalg/a.md", "edited")
	d.wantWide()
	d.settles()
}

func TestAFolderWithTwoPathsIsHintedByItsTrueOne(t *testing.T) {
	// The link sorts first. With watches by path, removing it would make the
	// folder deaf.
	d := linked(t, "b", "content/a", never, func(d *desk) { d.write("content/b/text.md", "a") })
	d.remove("content/a")
	d.byName()
	d.write("content/b/text.md", "edited")
	d.byName()
}

func TestALinkOutOfTheSiteIsNotFollowed(t *testing.T) {
	withFake(t, func(t *testing.T, f *fake) {
		if err := os.Symlink(t.TempDir(), filepath.Join(f.w.dir, "content", "outside")); err != nil {
			t.Fatal(err)
		}
		f.started()
		if got, want := f.watched(), ". content content/udvalg layouts"; got != want {
			t.Errorf("watched %q, want %q", got, want)
		}
	})
}

func TestALinkToTheSiteItselfWatchesNothingMore(t *testing.T) {
	d := linked(t, "..", "content/up", never, func(d *desk) { d.mkdir("public") })
	d.write("public/index.html", "page")
	d.write("content/b.md", "b")
	d.next("one for content/b.md")
	if _, known := d.view["content/b.md"]; !known || d.wide > 1 {
		t.Error("the first hint was not for content/b.md")
	}
}
