package intake

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
)

// letter is a letter and how it looks.
type letter struct {
	manuscript.Look
	text string
	link bool
}

func (l letter) String() string {
	looks := ""
	for _, s := range styles {
		if s.has(l.Look) {
			looks += " " + s.tag
		}
	}
	if l.link {
		looks += " link"
	}
	return l.text + looks
}

// lettersOnPage are those of a page's HTML, but for white space.
func lettersOnPage(f *content.Fragment) []letter {
	links := make([]string, len(f.Links))
	z := html.NewTokenizer(strings.NewReader(f.Fill(links, nil)))
	var list []letter
	var now letter
	for {
		kind := z.Next()
		token := z.Token()
		on := kind == html.StartTagToken
		switch {
		case kind == html.ErrorToken:
			return list
		case kind == html.TextToken:
			list = append(list, spelled(token.Data, now)...)
		case token.Data == "strong":
			now.Bold = on
		case token.Data == "em":
			now.Italic = on
		case token.Data == "del":
			now.Struck = on
		case token.Data == "sup":
			now.Superscript = on
		case token.Data == "sub":
			now.Subscript = on
		case token.Data == "a":
			now.link = on
		}
	}
}

func spelled(text string, like letter) []letter {
	var list []letter
	for _, r := range text {
		if !unicode.IsSpace(r) && !isControl(r) {
			like.text = string(r)
			list = append(list, like)
		}
	}
	return list
}

func TestEveryLetterKeepsItsLook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := plainRuns().Draw(t, "runs")
		d := &Draft{Head: Head{Title: "t"}, Items: []Item{{Heading: "Pkt. 1 a", Sections: []Section{{Blocks: []manuscript.Block{{Text: runs}}}}}}}
		file := Write(d, &manuscript.Document{}, origin, "da").Text
		m, _ := readBack(t, file)
		var got, want []letter
		m.EachText(func(f *content.Fragment) { got = append(got, lettersOnPage(f)...) })
		for _, r := range runs {
			want = append(want, spelled(r.Text, letter{Look: r.Look, link: r.Link != ""})...)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got  %v\nwant %v\n%s", got, want, file)
		}
	})
}
