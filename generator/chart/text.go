package chart

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"
)

// The fonts are the reader's own, so the width of a text can only be believed:
// a letter of the system sans faces is on average a little under these parts of
// an em in Danish text, once the stylesheet has evened out their x-heights.
const (
	letterWidth   = 56 // hundredths of an em
	semiboldWidth = 62
	descent       = 28
)

// anchor is the value of text-anchor.
type anchor string

const (
	atStart  anchor = ""
	atMiddle anchor = "middle"
	atEnd    anchor = "end"
)

// left returns where something of width w begins that is anchored at x.
func (a anchor) left(x, w int) int {
	switch a {
	case atMiddle:
		return x - w/2
	case atEnd:
		return x - w
	}
	return x
}

// text is one line of text; x and y are its anchor on the baseline.
type text struct {
	class  string
	anchor anchor
	x, y   int
	words  string
}

// box returns the space the text is believed to fill. It is as high as the
// distance between two lines, so that the lines of one label touch and do not
// overlap.
func (t text) box(f form) box {
	w := width(t.words, t.class, f)
	left, bottom := t.anchor.left(t.x, w), t.y+f.font*descent/100
	return box{left, bottom - f.leading, left + w, bottom}
}

func (t text) write(b *strings.Builder) {
	b.WriteString(`<text class="` + t.class + `" x="` + number(t.x) + `" y="` + number(t.y) + `"`)
	if t.anchor != atStart {
		b.WriteString(` text-anchor="` + string(t.anchor) + `"`)
	}
	b.WriteString(`>` + escape(t.words) + `</text>`)
}

// baseline returns where the letters of a line stand whose space begins at top.
func baseline(top int, f form) int { return top + f.leading - f.font*descent/100 }

// width is rounded up: a text may fill less than it is believed to, not more.
func width(words, class string, f form) int {
	letter := letterWidth
	if class == "value" || class == "year" {
		letter = semiboldWidth
	}
	return (utf8.RuneCountInString(words)*f.font*letter + 99) / 100
}

// wrap breaks words at spaces into lines no wider than limit. No-break spaces
// hold. Nothing is cut off: a word wider than a line runs on in the next one.
func wrap(words, class string, limit int, f form) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		if line != "" && width(line+" "+word, class, f) <= limit {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		head, rest := split(word, class, limit, f)
		for rest != "" {
			lines = append(lines, head)
			head, rest = split(rest, class, limit, f)
		}
		line = head
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// split returns as much of word as one line holds, at least a letter, and the
// rest.
func split(word, class string, limit int, f form) (head, rest string) {
	for i := range word {
		_, size := utf8.DecodeRuneInString(word[i:])
		if i > 0 && width(word[:i+size], class, f) > limit {
			return word[:i], word[i:]
		}
	}
	return word, ""
}

// escape makes words safe inside elements and attributes, of HTML and of XML.
func escape(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a Builder never fails
	return b.String()
}
