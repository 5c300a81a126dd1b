package text

import (
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// announced is the text of a link, behind words that say so: "Link til filmen: Film om NGC".
var announced = pattern.Of(`(?is)\blink(?:et|s)?\b[^:.\n]{0,60}:\s+(\S.{0,150})$`)

// attachLinks gives the addresses that a program has put at the end of a page to the text that they belong
// to, when the page has one such text and one address. Else they stay where they are. What is written
// twice is set aside once.
func (r *reader) attachLinks() {
	var out []manuscript.Block
	blocks, from := r.doc.Blocks, 0
	for i := 0; i < len(blocks); {
		n := addressesAt(blocks[i:])
		if n == 0 {
			out = append(out, blocks[i])
			i++
			continue
		}
		page := blocks[i].At.Page
		first := r.once(blocks[i : i+n])
		if r.paged {
			for from = len(out); from > 0 && out[from-1].At.Page == page; from-- {
			}
			from = max(0, from-1) // a paragraph may have begun on the page before
		}
		if next := i + n; len(first) > 1 || next < len(blocks) && blocks[next].At.Page == page && r.paged || !link(out[from:], first[0].Words()) {
			out = append(out, first...)
		}
		from = len(out)
		i += n
	}
	r.doc.Blocks = out
}

// addressesAt tells how many blocks from the first on are nothing but an address.
func addressesAt(blocks []manuscript.Block) int {
	n := 0
	for n < len(blocks) && blocks[n].Kind == manuscript.Paragraph && address().MatchString(blocks[n].Words()) {
		n++
	}
	return n
}

// once sets the copies of addresses aside.
func (r *reader) once(blocks []manuscript.Block) []manuscript.Block {
	var first []manuscript.Block
	seen := map[string]bool{}
	for _, b := range blocks {
		if words := b.Words(); seen[words] {
			r.aside(words, manuscript.Repeated, b.At)
		} else {
			seen[words] = true
			first = append(first, b)
		}
	}
	return first
}

// link gives an address to the one text that announces it.
func link(blocks []manuscript.Block, to string) bool {
	var found *manuscript.Block
	at := 0
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == manuscript.Table {
			continue
		}
		text := b.Words()
		m := announced().FindStringSubmatchIndex(text)
		if m == nil || address().MatchString(text[m[2]:]) || strings.Contains(text[m[2]:], ". ") {
			continue
		}
		if found != nil {
			return false
		}
		found, at = b, m[2]
	}
	if found == nil || len(found.Text) != 1 {
		return false
	}
	text := found.Text[0].Text
	found.Text = []manuscript.Run{{Text: text[:at]}, {Text: text[at:], Link: to}}
	return true
}
