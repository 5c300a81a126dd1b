package pdf

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"referat/generator/intake/manuscript"
)

// notes collects the footnotes of a document.
type notes struct {
	all    []manuscript.Note
	onPage map[int]map[string]int // by page and sign, the number of the note
}

// add notes a footnote: the lines of its text, the first with its sign.
func (n *notes) add(s *sheet, lines []*piece) bool {
	sign, length := signOf(lines[0])
	if sign == "" {
		return false
	}
	for i := range length {
		s.signs[lines[0].glyphs[i].number] = true
	}
	text := runsOf(lines, s.links, length)
	n.all = append(n.all, manuscript.Note{Text: text, At: s.place(lines[0])})
	if n.onPage[s.number] == nil {
		n.onPage[s.number] = map[string]int{}
	}
	n.onPage[s.number][sign] = len(n.all)
	return true
}

// signOf is the number that a footnote begins with, and how many letters it has.
func signOf(line *piece) (string, int) {
	n := 0
	var sign strings.Builder
	for n < len(line.glyphs) && n < 3 && unicode.IsDigit(line.glyphs[n].letter) {
		sign.WriteRune(line.glyphs[n].letter)
		n++
	}
	if n == 0 || n == len(line.glyphs) {
		return "", 0
	}
	return sign.String(), n
}

// take takes the footnotes from the foot of a sheet: lines in small letters, each note beginning with a
// number that stands raised in the text above.
func (n *notes) take(s *sheet, body float64) {
	raised := raisedNumbers(s)
	if len(raised) == 0 {
		return
	}
	lines := byLine(s.pieces)
	first := len(lines)
	for first > 0 && sizeOf(lines[first-1]) < 0.95*body {
		first--
	}
	for first < len(lines) {
		if sign, _ := signOf(merged(lines[first])); raised[sign] {
			break
		}
		first++
	}
	taken := map[*piece]bool{}
	for i := first; i < len(lines); {
		end := i + 1
		for end < len(lines) {
			if sign, _ := signOf(merged(lines[end])); raised[sign] {
				break
			}
			end++
		}
		var note []*piece
		for _, line := range lines[i:end] {
			for _, p := range line {
				taken[p] = true
			}
			note = append(note, merged(line))
		}
		n.add(s, note)
		i = end
	}
	s.take(func(p *piece) bool { return taken[p] })
}

// sizeOf is the size of most letters of a line.
func sizeOf(line []*piece) float64 {
	sizes := map[float64]int{}
	for _, p := range line {
		for i := range p.glyphs {
			sizes[p.glyphs[i].ink.size]++
		}
	}
	return most(sizes)
}

// raisedNumbers are the numbers that stand raised in the text of a sheet.
func raisedNumbers(s *sheet) map[string]bool {
	found := map[string]bool{}
	for _, p := range s.pieces {
		var sign strings.Builder
		for i := range p.glyphs {
			g := &p.glyphs[i]
			if i > 0 && unicode.IsDigit(g.letter) && lookOf(g, p).Superscript {
				sign.WriteRune(g.letter)
				continue
			}
			if sign.Len() > 0 {
				found[sign.String()] = true
				sign.Reset()
			}
		}
		if sign.Len() > 0 {
			found[sign.String()] = true
		}
	}
	return found
}

// refer puts references in place of the raised numbers of notes in a block.
func (n *notes) refer(s *sheet, b *block) {
	known := n.onPage[s.number]
	if len(known) == 0 {
		return
	}
	b.Text = n.referIn(known, b.Text)
	for _, row := range b.Rows {
		for i := range row {
			row[i].Text = n.referIn(known, row[i].Text)
		}
	}
}

func (n *notes) referIn(known map[string]int, runs []manuscript.Run) []manuscript.Run {
	var out []manuscript.Run
	for _, r := range runs {
		sign := strings.TrimSpace(r.Text)
		number, is := known[sign]
		if _, err := strconv.Atoi(sign); err != nil || !is || !r.Look.Superscript {
			out = append(out, r)
			continue
		}
		out = append(out, manuscript.Run{Note: number})
		if strings.HasSuffix(r.Text, " ") {
			out = append(out, manuscript.Run{Text: " "})
		}
	}
	return out
}

// note gives a footnote that the structure names as one.
func (r *reader) note(e *element) {
	lines := linesInOrder(r.everything(e))
	if len(lines) == 0 {
		return
	}
	if !r.notes.add(r.sheet, lines) {
		r.notes.all = append(r.notes.all, manuscript.Note{Text: runsOf(lines, r.sheet.links, 0), At: r.sheet.place(lines[0])})
	}
}

// referSigns leaves the raised numbers of notes out of the plain words of a sheet, as they are no words.
func (n *notes) referSigns(s *sheet, lines []*piece) {
	known := n.onPage[s.number]
	for _, p := range lines {
		for i := 0; i < len(p.glyphs); {
			end := i
			for end < len(p.glyphs) && unicode.IsDigit(p.glyphs[end].letter) && lookOf(&p.glyphs[end], p).Superscript {
				end++
			}
			if end == i {
				i++
				continue
			}
			var sign strings.Builder
			for _, g := range p.glyphs[i:end] {
				sign.WriteRune(g.letter)
			}
			if known[sign.String()] > 0 {
				for _, g := range slices.Clone(p.glyphs[i:end]) {
					s.signs[g.number] = true
				}
			}
			i = end
		}
	}
}
