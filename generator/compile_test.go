package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"referat/generator/site"
)

// followed are the compilations that a build drew, with the fields that differ.
func followed(b *builder) string {
	var all strings.Builder
	for _, c := range b.ledger.Last().Changes {
		if follows(c) {
			all.WriteString(strings.Join(append([]string{c.Path}, c.Fields...), " ") + "\n")
		}
	}
	return all.String()
}

func TestCompilationsFollowWhatTheyAreMadeOfAndNothingElse(t *testing.T) {
	for what, c := range map[string]struct {
		edit edit
		want string
	}{
		"a sentence of minutes": {edit{secondName, "talte om WGS", "hørte om WGS"}, `
data/index.html Sets Catalogue Sums
data/katalog.jsonld Datasets
data/referater.ndjson Files
data/sha256sums.txt Files
`},
		"a count": {edit{"content/genomtal/genomer.csv", "26458", "26459"}, `
data/index.html Sets Catalogue Sums
data/katalog.jsonld Datasets
data/sha256sums.txt Files
`},
		"a page": {edit{"content/om.md", "er her", "er der"}, "\n"},
	} {
		dir := fixedCopy(t)
		b := builderOf(t, dir)
		b.learn = true
		settled(b, func(int, int) {})
		c.edit.do(t, dir)
		settled(b, func(int, int) {})
		if got := followed(b); got != c.want[1:] {
			t.Errorf("%s: this follows:\n%s", what, got)
		}
	}
}

// A build that goes by hints takes on trust that the output folder is as it was left. What it
// puts into another file all the same is held against what it left, and made again when it is
// something else.
func TestAFileThatSomebodyDamagedDoesNotReachACompilation(t *testing.T) {
	const damaged = "referater/raad/2023-11-07/index.json"
	for _, how := range []string{"other bytes", "longer", "gone"} {
		dir := fixedCopy(t)
		b := builderOf(t, dir)
		b.learn = true
		settled(b, func(int, int) {})
		out := filepath.Join(dir, "public")
		was := string(files(t, out)[damaged])
		switch how {
		case "other bytes":
			put(t, out, damaged, strings.Replace(was, "nyresvigt", "nyresvigf", 1))
		case "longer":
			put(t, out, damaged, was+was)
		case "gone":
			must(t, os.Remove(filepath.Join(out, filepath.FromSlash(damaged))))
		}
		edit{secondName, "talte om WGS", "hørte om WGS"}.do(t, dir)
		if r := b.build(context.Background(), []string{secondName}, func(int, int) {}); !r.done() {
			t.Fatalf("%s: %v", how, r.problems)
		}
		now := files(t, out)
		if string(now[damaged]) != was || !strings.Contains(string(now["data/referater.ndjson"]), was) {
			t.Errorf("%s: the file was not made again", how)
		}
		same(t, now, cleanCopy(t, dir))
	}
}

// cleanCopy is what a clean build makes of a site.
func cleanCopy(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	buildInto(t, dir, out)
	return files(t, out)
}

func TestACompilationComesAfterWhatItIsMadeOf(t *testing.T) {
	of := func(path string, parts ...string) piece {
		p := piece{made: site.Output{Path: path, Of: parts}}
		p.Path = path
		return p
	}
	pieces := []piece{of("a", "c", "x"), of("b"), of("c", "d"), of("d", "b"), of("e", "e")}
	pieces[1].made.Of = nil
	var order []string
	for _, i := range compilations(pieces) {
		order = append(order, pieces[i].Path)
	}
	if got := strings.Join(order, " "); got != "d c a e" {
		t.Errorf("the order is %s", got)
	}
}

// In the preview a compilation is what is published: nothing of what only staff see.
func TestThePreviewShowsCompilationsAsPublished(t *testing.T) {
	dir := fixedCopy(t)
	edit{secondName, "state = \"final\"", "state = \"draft\""}.do(t, dir)
	b := builderOf(t, dir)
	b.learn = true
	p := newPreview(filepath.Join(dir, "public"))
	r := settled(b, func(int, int) {})
	p.renew(b, r)
	if _, over := p.overlay["referater/raad/2024-03-05/index.html"]; !over {
		t.Fatal("the draft is not shown at all")
	}
	for path := range p.overlay {
		i, found := pieceAt(b.artist().pieces(p.outputs, b.shelf), path)
		if found && b.artist().pieces(p.outputs, b.shelf)[i].made.Of != nil {
			t.Errorf("%s is laid over what is published", path)
		}
	}
}
