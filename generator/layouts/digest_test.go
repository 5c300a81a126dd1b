package layouts

import (
	"maps"
	"strings"
	"testing"
)

// minutesFiles is a page that uses a partial, labels and an asset.
var minutesFiles = map[string]string{
	"minutes.html": `{{define "main"}}{{template "partials/link.html" .Committee}}{{label "latest" (date .Date)}}` +
		`{{count "decisions" .Decisions}}<link href="{{asset "style.css"}}">{{end}}`,
	"partials/other.html": "other",
	"labels/da.toml":      daLabels,
	"assets/other.css":    "b { color: blue; }",
}

func TestTheDigestChangesWithAllThatAPageIsMadeOfAndNothingElse(t *testing.T) {
	before := mustLoad(t, minutesFiles).Digest("minutes", "da")
	if before == [32]byte{} {
		t.Fatal("there is no digest")
	}
	label := func(old, changed string) string { return strings.Replace(daLabels, old, changed, 1) }
	for _, c := range []struct {
		name, file, text string
		changes          bool
	}{
		{"the kind's own file", "minutes.html", minutesFiles["minutes.html"] + `{{define "title"}}x{{end}}`, true},
		{"the frame", "base.html", plainFiles()["base.html"] + "<!-- --><hr>", true},
		{"a partial that it uses", "partials/link.html", "{{.Text}}", true},
		{"a label", "labels/da.toml", label("Seneste", "Sidste"), true},
		{"a form of a counted label", "labels/da.toml", label("1 beslutning", "én beslutning"), true},
		{"the form of a date", "labels/da.toml", label("{day}.", "den {day}."), true},
		{"the name of a month", "labels/da.toml", label("januar", "jan."), true},
		{"the mark between thousands", "labels/da.toml", label(`thousands = "."`, `thousands = " "`), true},
		{"an asset", "assets/style.css", "p { color: green; }", true},

		{"a comment", "minutes.html", "{{/* why */}}" + minutesFiles["minutes.html"], false},
		{"white space that is not shown", "base.html", strings.Replace(plainFiles()["base.html"], "<title>", "\n\n<title>", 1), false},
		{"another kind of page", "page.html", `{{define "main"}}{{label "contact"}}{{end}}`, false},
		{"a partial that it does not use", "partials/other.html", "changed", false},
		{"a label that it does not use", "labels/da.toml", label("Kontakt", "Skriv"), false},
		{"a sign that it does not use", "labels/da.toml", label(`decimal = ","`, `decimal = "."`), false},
		{"a new label", "labels/da.toml", "new = \"x\"\n" + daLabels, false},
		{"a label of another language", "labels/en.toml", strings.Replace(enLabels, "Latest", "Newest", 1), false},
		{"an asset that it does not use", "assets/other.css", "b { color: red; }", false},
		{"white space in an asset", "assets/style.css", "p {\n\tcolor: red;\n}\n", false},
	} {
		files := maps.Clone(minutesFiles)
		files[c.file] = c.text
		if changed := mustLoad(t, files).Digest("minutes", "da") != before; changed != c.changes {
			t.Errorf("%s: changed is %t", c.name, changed)
		}
	}
}

func TestTheDigestDependsOnTheBaseAddressAndTheLanguage(t *testing.T) {
	s := mustLoad(t, minutesFiles)
	if s.Digest("minutes", "da") == s.Digest("minutes", "en") {
		t.Error("two languages have one digest")
	}
	o := testOptions
	o.Base = "/y/"
	moved, _ := Load(ownTree(t, minutesFiles), fileSystem(plainFiles()), o)
	if s.Digest("minutes", "da") == moved.Digest("minutes", "da") {
		t.Error("two addresses of an asset have one digest")
	}
	if s.Digest("page", "da") != moved.Digest("page", "da") {
		t.Error("a page without assets depends on the base address")
	}
}

func TestTheDigestIsTheSameEachTime(t *testing.T) {
	first := mustLoad(t, minutesFiles)
	for range 5 {
		again := mustLoad(t, minutesFiles)
		for _, k := range kinds {
			if first.Digest(k.name, "da") != again.Digest(k.name, "da") {
				t.Fatalf("%s has two digests", k.name)
			}
		}
	}
}
