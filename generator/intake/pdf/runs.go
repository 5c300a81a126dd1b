package pdf

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/intake/manuscript"
)

// runsOf are the words of lines with their looks and addresses, the first letters of the first line left
// out: they are a mark.
func runsOf(lines []*piece, links []link, skip int) []manuscript.Run {
	var w runWriter
	for i, line := range lines {
		if i > 0 {
			w.newLine()
		}
		for j := range line.glyphs {
			if i == 0 && j < skip {
				continue
			}
			w.glyph(&line.glyphs[j], line, links, i == 0 && j == skip)
		}
	}
	return w.done()
}

// runWriter collects letters to runs.
type runWriter struct {
	runs []manuscript.Run
	text strings.Builder
	look manuscript.Look
	link string
}

func (w *runWriter) glyph(g *glyph, line *piece, links []link, first bool) {
	look := lookOf(g, line)
	address := addressAt(links, g)
	blank := ""
	if g.blank && !first && !w.atStart() {
		blank = " "
		if g.far {
			blank = "\t"
		}
	}
	if look != w.look || address != w.link {
		if w.link == "" {
			w.text.WriteString(blank)
			blank = ""
		}
		w.flush()
		w.look, w.link = look, address
	}
	w.text.WriteString(blank)
	w.text.WriteString(spelled(g.letter))
}

// atStart reports whether nothing has been written since the start or the last line.
func (w *runWriter) atStart() bool {
	if w.text.Len() > 0 {
		return strings.HasSuffix(w.text.String(), "\n")
	}
	return len(w.runs) == 0 || strings.HasSuffix(w.runs[len(w.runs)-1].Text, "\n")
}

func (w *runWriter) newLine() { w.text.WriteByte('\n') }

func (w *runWriter) flush() {
	if w.text.Len() > 0 {
		w.runs = append(w.runs, manuscript.Run{Text: norm.NFC.String(w.text.String()), Look: w.look, Link: w.link})
		w.text.Reset()
	}
}

func (w *runWriter) done() []manuscript.Run {
	w.flush()
	return w.runs
}

func lookOf(g *glyph, line *piece) manuscript.Look {
	small := g.ink.size < 0.85*line.size
	return manuscript.Look{
		Bold: g.ink.bold, Italic: g.ink.italic, Struck: g.fate == struck,
		Superscript: small && g.base < line.base-0.1*line.size,
		Subscript:   small && g.base > line.base+0.05*line.size,
	}
}

func addressAt(links []link, g *glyph) string {
	if len(links) == 0 {
		return ""
	}
	x, y := g.middle()
	for i := range links {
		if links[i].holds(x, y) {
			return links[i].address
		}
	}
	return ""
}

// spelled is a letter as one writes it: ligatures are two letters.
func spelled(r rune) string {
	if r >= '\ufb00' && r <= '\ufb06' {
		return norm.NFKC.String(string(r))
	}
	return string(r)
}
