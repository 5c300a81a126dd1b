package main

import (
	"html/template"
	"regexp"

	"referat/generator/content"
	"referat/generator/site"
)

// texts finds converted Markdown by the names that views know it by.
type texts struct {
	fragments map[string]*content.Fragment
}

func newTexts(docs *content.Documents) *texts {
	t := &texts{fragments: map[string]*content.Fragment{}}
	docs.EachFragment(func(f *content.Fragment) { t.fragments[f.ID] = f })
	return t
}

// plain is a fragment's text without marks.
func (t *texts) plain(fragment string) string { return t.fragments[fragment].Text }

// html is a text with its holes filled and its marks set.
func (t *texts) html(text site.Text) template.HTML {
	f, ok := t.fragments[text.Fragment]
	if !ok {
		return ""
	}
	inserts := make([]content.Insert, 0, 2*len(text.Marks))
	for _, m := range text.Marks {
		start, end := tags(m)
		inserts = append(inserts, content.Insert{At: m.From, HTML: start}, content.Insert{At: m.To, HTML: end})
	}
	filled := f.Fill(text.Links, inserts)
	if text.Quoted {
		filled = anchor.ReplaceAllString(filled, "$1")
	}
	return template.HTML(filled) // our own renderer's HTML, not the author's
}

// anchor is the id inside a tag; the words id="…" in a text are left alone.
var anchor = regexp.MustCompile(`(<[^<>]*?) id="[^"]*"`)

// tags are what a mark is in HTML.
func tags(m site.Mark) (start, end string) {
	value := template.HTMLEscapeString(m.Value)
	switch m.Kind {
	case site.Mention:
		return `<a class="mention" href="` + value + `">`, "</a>"
	case site.Abbreviation:
		return `<abbr title="` + value + `">`, "</abbr>"
	default:
		return `<span lang="` + value + `">`, "</span>"
	}
}
