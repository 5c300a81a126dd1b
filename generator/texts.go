package main

import (
	"html/template"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/site"
	"referat/generator/source"
)

// texts finds converted Markdown by the names that views know it by: in the
// documents of the present build, and in those that the preview is drawn from.
type texts struct {
	build, preview atomic.Pointer[content.Documents]
}

// changedMeanwhile is the fault of a file that is no longer what a view was made from.
type changedMeanwhile struct{ path source.Path }

func (c changedMeanwhile) Error() string { return string(c.path) + " was changed meanwhile" }

// expect tells that an output is about to be drawn, which shows most of the texts of the file that it
// is drawn from. Those of other files it quotes.
func (t *texts) expect(from source.Path) {
	for _, of := range []*atomic.Pointer[content.Documents]{&t.build, &t.preview} {
		if docs := of.Load(); docs != nil {
			docs.Expect(from)
		}
	}
}

func (t *texts) fragment(from source.Path, id string) *content.Fragment {
	for _, of := range []*atomic.Pointer[content.Documents]{&t.build, &t.preview} {
		if docs := of.Load(); docs != nil {
			if f := docs.Fragment(from, id); f != nil {
				return f
			}
		}
	}
	panic(changedMeanwhile{from})
}

// plain is a text without marks.
func (t *texts) plain(p data.Part) string {
	return t.fragment(source.Path(p.From), p.Fragment).Plain().Text
}

// html is a text with its holes filled and its marks set.
func (t *texts) html(text site.Text, size func(bytes int64) string) template.HTML {
	if text.Fragment == "" {
		return ""
	}
	inserts := make([]content.Insert, 0, 2*len(text.Marks))
	for _, m := range text.Marks {
		start, end := tags(m)
		inserts = append(inserts, content.Insert{At: m.From, HTML: start}, content.Insert{At: m.To, HTML: end})
	}
	fragment := t.fragment(text.From, text.Fragment)
	addresses := make([]string, len(text.Links))
	for i, link := range text.Links {
		addresses[i] = link.Href
		if end := fragment.Links[i].End; link.Size > 0 && end > 0 {
			inserts = append(inserts, content.Insert{At: end, HTML: kindAndSize(link, size)})
		}
	}
	slices.SortStableFunc(inserts, func(a, b content.Insert) int { return a.At - b.At })
	filled := fragment.Fill(addresses, inserts)
	if text.Quoted {
		filled = anchor.ReplaceAllString(filled, "$1")
	}
	filled = captioned(filled, text.Heading)
	return template.HTML(danish.Tie(filled)) // our own renderer's HTML, not the author's
}

// kindAndSize tells behind the words of a link what kind of file it leads to and how large that is. The page says so, not the text.
func kindAndSize(link site.Target, size func(bytes int64) string) string {
	kind := strings.TrimPrefix(path.Ext(link.Href), ".")
	return ` <span class="tool">(` + template.HTMLEscapeString(kind) + `, ` + size(link.Size) + `)</span>`
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
