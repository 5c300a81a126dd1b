package layouts

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"referat/generator/source"
)

func TestSourcesNamesWhatAPageIsDrawnWithAndNothingElse(t *testing.T) {
	s := mustLoad(t, minutesFiles)
	want := Sources{
		Templates: []source.Path{"layouts/minutes.html", "layouts/base.html", "layouts/partials/link.html"},
		Words:     "layouts/labels/da.toml",
		Labels:    []string{"date", "decisions.one", "decisions.other", "latest", "months", "thousands"},
		Assets:    []string{"style.css"},
	}
	if got := s.Sources("minutes", "da"); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	want = Sources{Templates: []source.Path{"layouts/page.html", "layouts/base.html"}, Words: "layouts/labels/en.toml"}
	if got := s.Sources("page", "en"); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestAFileIsNamedOnceHoweverManyOfItsTemplatesAreUsed(t *testing.T) {
	s := mustLoad(t, map[string]string{
		"minutes.html":         `{{define "main"}}{{template "a" .}}{{template "b" .}}{{end}}{{define "title"}}x{{end}}`,
		"partials/both.html":   `{{define "a"}}1{{end}}{{define "b"}}2{{end}}`,
		"partials/unused.html": `{{define "c"}}3{{end}}`,
	})
	got := s.Sources("minutes", "da").Templates
	if want := []source.Path{"layouts/minutes.html", "layouts/base.html", "layouts/partials/both.html"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// What Sources leaves out does not count, and what it names does: taking any of
// it away is seen by the digest or is a problem.
func TestSourcesAndDigestAgree(t *testing.T) {
	s := mustLoad(t, minutesFiles)
	before, from := s.Digest("minutes", "da"), s.Sources("minutes", "da")
	named := map[string]bool{string(from.Words): true}
	for _, p := range from.Templates {
		named[string(p)] = true
	}
	for _, name := range from.Assets {
		named["layouts/assets/"+name] = true
	}
	all := plainFiles()
	maps.Copy(all, minutesFiles)
	for name, text := range all {
		files := maps.Clone(minutesFiles)
		switch {
		case strings.HasSuffix(name, ".toml"):
			files[name] = strings.NewReplacer("Seneste", "Sidste", "Latest", "Last").Replace(text)
		case strings.HasSuffix(name, ".css"):
			files[name] = text + "i { color: grey; }"
		case isKindFile(name):
			files[name] = strings.Replace(text, "{{end}}", "CHANGED{{end}}", 1)
		default:
			files[name] = text + "CHANGED"
		}
		if changed := mustLoad(t, files).Digest("minutes", "da") != before; changed != named["layouts/"+name] {
			t.Errorf("%s: the digest changed: %v, but Sources names it: %v", name, changed, !changed)
		}
	}
}

func TestAKindWithProblemsHasNoSources(t *testing.T) {
	s, _ := load(t, map[string]string{"minutes.html": `{{define "main"}}{{.Nothing}}{{end}}`})
	if got := s.Sources("minutes", "da"); got.Templates != nil {
		t.Errorf("it has %v", got)
	}
	if got := s.Sources("page", "sv"); got.Templates != nil {
		t.Errorf("a language without labels has %v", got)
	}
}
