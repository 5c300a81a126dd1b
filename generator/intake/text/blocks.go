package text

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// longestItem is how long, in letters, a line of a list of lines can be.
const longestItem = 200

// write makes blocks of pieces. Paragraphs with no blank line between them are lines of one list, from behind
// the last of them that is prose.
func (r *reader) write() {
	for i := 0; i < len(r.pieces); {
		to, prose := r.groupAt(i)
		for ; i < prose; i++ {
			r.doc.Blocks = append(r.doc.Blocks, r.blockOf(&r.pieces[i]))
		}
		if to-i == 1 {
			r.doc.Blocks = append(r.doc.Blocks, r.blockOf(&r.pieces[i]))
		} else if to > i {
			r.doc.Blocks = append(r.doc.Blocks, r.listOf(r.pieces[i:to]))
		}
		i = to
	}
}

// groupAt tells where the paragraphs that stand together from i on end, and where behind the last that is
// prose.
func (r *reader) groupAt(i int) (to, prose int) {
	for to = i; to < len(r.pieces) && r.pieces[to].kind == manuscript.Paragraph && r.pieces[to].group == r.pieces[i].group; to++ {
		if r.pieces[to].isProse() {
			prose = to + 1
		}
	}
	return max(to, i+1), prose
}

// listOf makes one block of pieces, each of them a line.
func (r *reader) listOf(pieces []piece) manuscript.Block {
	items := make([]string, len(pieces))
	for i := range pieces {
		items[i] = strings.Join(r.textOf(&pieces[i]), " ")
	}
	return manuscript.Block{Text: runOf(strings.Join(items, "\n")), At: pieces[0].lines[0].at()}
}

// isProse tells that a piece is a sentence, or is parted at a line's end where that is not certain to
// mean nothing.
func (p *piece) isProse() bool {
	texts := make([]string, len(p.lines))
	for i := range p.lines {
		texts[i] = p.lines[i].text
		if i > 0 && !startsLower(texts[i]) && !isOpen(texts[i-1]) {
			return true
		}
	}
	all := strings.Join(texts, " ")
	return len(all) > longestItem || isSentence(all) || address().MatchString(all)
}

func (r *reader) blockOf(p *piece) manuscript.Block {
	b := manuscript.Block{Kind: p.kind, Level: p.level, Mark: p.mark.words, At: p.lines[0].at()}
	if p.kind == manuscript.Table {
		for _, row := range p.rows {
			cells := make([]manuscript.Cell, len(row))
			for i, c := range row {
				cells[i] = manuscript.Cell{Text: runOf(c), Columns: 1}
			}
			b.Rows = append(b.Rows, cells)
		}
		return b
	}
	lines := r.textOf(p)
	b.Text, b.Wrapped = runOf(strings.Join(lines, "\n")), len(lines) > 1
	return b
}

// textOf are the lines of a piece, with the words that were parted at their ends made whole.
func (r *reader) textOf(p *piece) []string {
	var lines []string
	for i := range p.lines {
		text := spaced(p.lines[i].text)
		if n := len(lines); n > 0 && (p.lines[i-1].soft || !r.page.fits(&p.lines[i-1], &p.lines[i])) {
			left, rest, joined := r.hyphen(lines[n-1], text, p.lines[i-1].soft, p.lines[i-1].at())
			if joined {
				lines[n-1] = left
				text = rest
			}
		}
		if text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

func runOf(s string) []manuscript.Run {
	if s == "" {
		return nil
	}
	return []manuscript.Run{{Text: s}}
}
