package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/serve"
	embedded "referat/layouts"
)

// previewed is a site with a builder and a preview of it.
type previewed struct {
	*testing.T
	dir     string
	builder *builder
	preview *preview
}

func previewOf(t *testing.T) *previewed {
	t.Helper()
	dir := copySite(t, "testdata/site")
	out := filepath.Join(dir, "public")
	b, problems := newBuilder(options{dir: dir, out: out, shown: "public", now: time.Now()})
	if problems != nil {
		t.Fatal(problems)
	}
	t.Cleanup(b.close)
	b.learn = true
	v := &previewed{t, dir, b, newPreview(out)}
	v.preview.renew(b, v.build())
	return v
}

func (v *previewed) build() report {
	v.Helper()
	r := v.builder.build(context.Background(), nil, func(int, int) {})
	if !r.done() {
		v.Fatal(r.problems)
	}
	return r
}

// shows tells that the preview has a file that holds a word.
func (v *previewed) shows(path, word string) bool {
	v.Helper()
	f, ok := v.preview.file(path)
	if !ok {
		return false
	}
	b, err := io.ReadAll(f.Content)
	if err != nil {
		v.Fatal(err)
	}
	return strings.Contains(string(b), word)
}

// stylesheet is the path of the stylesheet, whose name goes with its bytes.
func (v *previewed) stylesheet() string {
	v.Helper()
	for _, a := range v.builder.look.set.Assets() {
		if strings.HasPrefix(a.Address, "assets/style.") {
			return a.Address
		}
	}
	v.Fatal("no stylesheet")
	return ""
}

func (v *previewed) edit(path, old, new string) {
	v.Helper()
	name := filepath.Join(v.dir, filepath.FromSlash(path))
	b, err := os.ReadFile(name)
	if err != nil || !bytes.Contains(b, []byte(old)) {
		v.Fatalf("%s does not hold %q: %v", path, old, err)
	}
	if err := os.WriteFile(name, bytes.Replace(b, []byte(old), []byte(new), 1), 0o644); err != nil {
		v.Fatal(err)
	}
}

func TestAnEditIsShownBeforeItIsWritten(t *testing.T) {
	for _, edit := range []struct{ file, old, new, page, word string }{
		{"content/om.md", "+++\n\n", "+++\n\nNyt i dag.\n\n", "om/index.html", "Nyt i dag."},
		{"layouts/base.html", "</main>", "<p>Nyt nederst.</p></main>", "index.html", "Nyt nederst."},
		{"layouts/assets/style.css", "body", ".nyt-udtryk,body", "style.css", ".nyt-udtryk"},
	} {
		t.Run(edit.file, func(t *testing.T) {
			v := previewOf(t)
			if err := os.CopyFS(filepath.Join(v.dir, "layouts"), embedded.Files); err != nil {
				t.Fatal(err)
			}
			v.preview.renew(v.builder, v.build())
			v.edit(edit.file, edit.old, edit.new)
			path := edit.page
			foreseen := false
			v.builder.ahead = func() {
				foreseen = true
				if path == "style.css" {
					path = v.stylesheet()
				}
				if v.shows(path, edit.word) {
					t.Error("the preview showed it before it could know it")
				}
				v.preview.foresee(v.builder)
				if !v.shows(path, edit.word) {
					t.Error("the preview does not show it while it is not written")
				}
				if b, err := os.ReadFile(filepath.Join(v.dir, "public", filepath.FromSlash(path))); err == nil && bytes.Contains(b, []byte(edit.word)) {
					t.Error("it was written before it was shown")
				}
			}
			v.preview.renew(v.builder, v.build())
			if !foreseen {
				t.Error("the builder did not say what it wants")
			}
			if len(v.preview.overlay) > 0 || !v.shows(path, edit.word) {
				t.Errorf("what is written stands in memory too: %d outputs", len(v.preview.overlay))
			}
		})
	}
}

func TestTheBarTellsOfTheLastBuildThatHadSomethingNew(t *testing.T) {
	v := previewOf(t)
	said := func() serve.Build {
		v.preview.renew(v.builder, v.build())
		return v.preview.status("om/index.html").Build
	}
	v.builder.ahead = func() { v.preview.foresee(v.builder) }
	first := said()
	put(t, v.dir, "content/proeve.md", "+++\ntitle = \"Prøve\"\ndraft = true\n+++\n\nTekst.\n")
	draft := said()
	if !draft.At.After(first.At) || draft.Written+draft.Removed != 0 {
		t.Errorf("a saved draft: %+v", draft)
	}
	v.edit("content/om.md", "+++\n\n", "+++\n\nNyt i dag.\n\n")
	public := said()
	if !public.At.After(draft.At) || public.Written == 0 {
		t.Errorf("a saved page: %+v", public)
	}
	if again := said(); again != public {
		t.Errorf("a build that only looked: %+v, not %+v", again, public)
	}
	v.edit("content/om.md", "+++\n", "+++\n# En bemærkning, som ingen ser\n")
	unseen := said()
	if !unseen.At.After(public.At) || unseen.Written+unseen.Removed != 0 {
		t.Errorf("a save that changes no page: %+v", unseen)
	}
	if again := said(); again != unseen {
		t.Errorf("a build that only looked after that: %+v, not %+v", again, unseen)
	}
	put(t, v.dir, "content/om.md", "+++\n")
	v.preview.renew(v.builder, v.builder.build(context.Background(), nil, silent))
	if failed := v.preview.status("om/index.html").Build; !failed.Failed || !failed.At.After(unseen.At) {
		t.Errorf("a failure: %+v", failed)
	}
}

func TestADraftChangesNoCountOfWarningsOnOtherPages(t *testing.T) {
	v := previewOf(t)
	const page, draft = "content/proeve.md", "+++\ntitle = \"Prøve\"\ndraft = true\n+++\n\n"
	want := v.preview.status("om/index.html").Others
	if terminal := v.preview.report.warnings(); want != terminal || want == 0 {
		t.Fatalf("%d on a page without warnings, %d in the terminal", want, terminal)
	}
	for _, text := range []string{"Tekst.\n", "[Et link](findes-ikke.md)\n"} {
		put(t, v.dir, page, draft+text)
		v.preview.renew(v.builder, v.build())
		if got := v.preview.status("om/index.html").Others; got != want {
			t.Errorf("beside a draft %q: %d, not %d", text, got, want)
		}
	}
	if own := v.preview.status("proeve/index.html").Problems; len(own) != 1 || own[0].Severity != serve.Error {
		t.Errorf("the draft tells %+v", own)
	}
}

func TestDoubtsOfADraftAreShownUntilTheyAreDeleted(t *testing.T) {
	v := previewOf(t)
	const file, page = "content/referater/klinisk-anvendelse/2024-01-09.md", "referater/klinisk-anvendelse/2024-01-09/index.html"
	const doubt = "[[import.doubts]]\ntext = \"Er mødet holdt?\"\nat = \"side 1\"\nanchor = \"punkt-1\"\n"
	draft := "+++\ntitle = \"Møde\"\nstate = \"draft\"\n\n" + doubt + "+++\n\n## Pkt. 1 Status\n"
	if err := os.WriteFile(filepath.Join(v.dir, filepath.FromSlash(file)), []byte(draft), 0o644); err != nil {
		t.Fatal(err)
	}
	v.preview.renew(v.builder, v.build())
	want := serve.Doubt{Text: "Er mødet holdt?", At: "side 1", Anchor: "punkt-1", Place: file + ":11"}
	if got := v.preview.status(page); !got.Draft || len(got.Doubts) != 1 || got.Doubts[0] != want {
		t.Errorf("%+v", got)
	}
	if got := v.preview.status("om/index.html").Doubts; len(got) > 0 {
		t.Errorf("another page has %v", got)
	}
	if v.shows(page, "Er mødet holdt?") {
		t.Error("the page itself tells of the doubt")
	}
	v.edit(file, doubt, "")
	if changed := v.preview.renew(v.builder, v.build()); !slices.Contains(changed, page) {
		t.Errorf("the page is not told that a doubt is settled: %v", changed)
	}
	if got := v.preview.status(page).Doubts; len(got) > 0 {
		t.Errorf("a settled doubt is shown: %v", got)
	}
}

func TestADraftIsShownAsItWasWhileItsFileHasAnError(t *testing.T) {
	const file, page = "content/referater/personlig-medicin/2024-06-11.md", "referater/personlig-medicin/2024-06-11/index.html"
	v := previewOf(t)
	write := func(path, text string) {
		if err := os.WriteFile(filepath.Join(v.dir, filepath.FromSlash(path)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const good = "+++\ntitle = \"Møde\"\nstate = \"draft\"\nstart = \"14.00\"\n+++\n\n## Pkt. 1 Status\n\nKun en kladde.\n"
	write(file, good)
	v.preview.renew(v.builder, v.build())
	v.builder.settle()
	bad, beside := strings.Replace(good, "14.00", "14.OO", 1), filepath.Join(v.dir, filepath.FromSlash(file)+".new")
	write(file+".new", bad) // as editors save that rename
	v.preview.renew(v.builder, v.build())
	if err := os.Rename(beside, filepath.Join(v.dir, filepath.FromSlash(file))); err != nil {
		t.Fatal(err)
	}
	r := v.builder.build(context.Background(), nil, func(int, int) {})
	if r.done() {
		t.Fatal("the error is none")
	}
	v.preview.renew(v.builder, r)
	v.builder.settle()
	if !v.shows(page, "Kun en kladde.") {
		t.Error("the page is not there")
	}
	if status := v.preview.status(page); len(status.Problems) == 0 {
		t.Errorf("nothing is said: %+v", status)
	}
}

func TestNothingIsShownOfWhatALinkInThePlaceOfTheOutputFolderLeadsTo(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	out := filepath.Join(dir, "public")
	put(t, dir, "public/index.html", "ours")
	put(t, elsewhere, "index.html", "theirs")
	p := newPreview(out)
	if _, ok := p.public("index.html"); !ok {
		t.Fatal("the folder is not shown")
	}
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, out); err != nil {
		t.Skip("no links here: ", err)
	}
	if _, ok := p.public("index.html"); ok {
		t.Error("what lies elsewhere is shown")
	}
}
