package intake

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// bodyWriter writes the text of a draft as Markdown, and remembers where things stand.
type bodyWriter struct {
	lines    []string
	notes    []manuscript.Note
	referred map[int]bool // notes that the text refers to
	items    []int        // index in lines of each item's heading
	sections [][]int      // and of each of its sections'
	anchors  [][]string   // of each item, and behind it of each of its sections
	given    givenAnchors
	doubts   []Doubt
	target   Target           // what is being written
	at       manuscript.Place // and where it stands in the source
}

func newBodyWriter(notes []manuscript.Note) *bodyWriter {
	return &bodyWriter{notes: notes, referred: map[int]bool{}, given: givenAnchors{}}
}

func (w *bodyWriter) write(d *Draft) {
	w.target = Target{Part: InPreface}
	w.blocks(d.Preface, "###")
	for i, item := range d.Items {
		w.items = append(w.items, len(w.lines))
		w.heading("##", item.Heading)
		anchor := w.given.item(item.Heading)
		anchors := []string{anchor}
		var sections []int
		for j, s := range item.Sections {
			w.target = Target{Part: InSection, Index: i, Section: j}
			sections = append(sections, len(w.lines))
			of := anchor
			if s.Name != "" {
				w.heading("###", s.Name)
				of = w.given.section(anchor, s.Name)
			}
			anchors = append(anchors, of)
			w.blocks(s.Blocks, "####")
		}
		w.sections = append(w.sections, sections)
		w.anchors = append(w.anchors, anchors)
	}
	w.footnotes()
	for len(w.lines) > 0 && w.lines[len(w.lines)-1] == "" {
		w.lines = w.lines[:len(w.lines)-1]
	}
}

func (w *bodyWriter) heading(signs, words string) {
	w.paragraph(signs+" ", "", markdownOf([]manuscript.Run{{Text: words}}, true, inHeading))
}

// paragraph adds the lines of a text and an empty one. first stands before the first line,
// rest before the others.
func (w *bodyWriter) paragraph(first, rest, text string) {
	w.add(first, rest, text)
	w.lines = append(w.lines, "")
}

func (w *bodyWriter) add(first, rest, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			first = rest
		}
		w.lines = append(w.lines, strings.TrimRight(first+line, " "))
	}
}

// blocks writes blocks below a heading; signs begin a heading among them.
func (w *bodyWriter) blocks(blocks []manuscript.Block, signs string) {
	for i := 0; i < len(blocks); {
		b := blocks[i]
		w.at = b.At
		j := i + 1
		switch b.Kind {
		case manuscript.Entry:
			for j < len(blocks) && blocks[j].Kind == manuscript.Entry {
				j++
			}
			w.list(blocks[i:j])
		case manuscript.Table:
			w.table(b.Rows)
		case manuscript.Heading:
			w.paragraph(signs+" ", "", w.inline(notBold(b.Text), true, inHeading))
		default:
			if text := w.inline(b.Text, b.Wrapped, inParagraph); text != "" {
				w.paragraph("", "", text)
			}
		}
		i = j
	}
}

// inline is runs as Markdown. It remembers the notes that they refer to, and leaves out what leads
// nowhere: a note that is not there, a link within the document or to a place that readers
// cannot reach. The words of a link stay, and there is a doubt about it.
func (w *bodyWriter) inline(runs []manuscript.Run, wrapped bool, in setting) string {
	good := make([]manuscript.Run, 0, len(runs))
	for _, r := range runs {
		if r.Note > len(w.notes) {
			continue
		}
		w.referred[r.Note] = true
		if r.Link != "" && !isPublic(r.Link) {
			if !strings.HasPrefix(r.Link, "#") {
				w.doubt(r)
			}
			r.Link = ""
		}
		good = append(good, r)
	}
	return markdownOf(good, wrapped, in)
}

func (w *bodyWriter) doubt(r manuscript.Run) {
	target := w.target
	target.Near = r.Text
	w.doubts = append(w.doubts, Doubt{Problem: source.At(source.Pos{}, source.DoubtLink, r.Text, r.Link), At: w.at, Target: target})
}

// isPublic tells of an address that package content takes for one outside the site.
func isPublic(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto", "tel":
		return u.Opaque != ""
	}
	return false
}

// list writes entries that follow one another, each below the one that it belongs to.
func (w *bodyWriter) list(entries []manuscript.Block) {
	var above []openEntry
	for i, e := range entries {
		w.at = e.At
		mark, text := w.entry(e)
		if mark == "-" && text == "" {
			continue
		}
		before := byte(0)
		for len(above) > 0 && above[len(above)-1].level >= e.Level {
			before = above[len(above)-1].kind
			above = above[:len(above)-1]
		}
		indent := ""
		if len(above) > 0 {
			indent = above[len(above)-1].inner
		}
		open := openEntry{level: e.Level, inner: indent + strings.Repeat(" ", len(mark)+1), kind: mark[len(mark)-1]}
		if open.kind != before && mark != "-" && mark[:len(mark)-1] != "1" && i > 0 {
			w.lines = append(w.lines, "") // else the number would be text of the entry before
		}
		w.add(indent+mark+" ", open.inner, text)
		above = append(above, open)
	}
	w.lines = append(w.lines, "")
}

// openEntry is an entry of a list that others may belong to.
type openEntry struct {
	level int
	inner string // what stands before the lines of those
	kind  byte   // last sign of its mark: entries of another kind are another list
}

var number = pattern.Of(`^\d{1,9}[.)]$`)

// entry is the mark of an entry in Markdown, and its text. Numbers stay; what Markdown knows
// no mark for, as "a)", is text. An o by itself is how a bullet of Word looks elsewhere.
func (w *bodyWriter) entry(e manuscript.Block) (mark, text string) {
	mark = strings.TrimSpace(e.Mark)
	runs := e.Text
	if number().MatchString(mark) && hasText(runs) {
		return mark, w.inline(runs, e.Wrapped, inParagraph)
	}
	if hasWords(mark) && mark != "o" {
		runs = append([]manuscript.Run{{Text: mark + " "}}, runs...)
	}
	return "-", w.inline(runs, e.Wrapped, inParagraph)
}

func hasText(runs []manuscript.Run) bool {
	return slices.ContainsFunc(runs, func(r manuscript.Run) bool { return r.Note > 0 || len(piecesOf([]manuscript.Run{r}, true)) > 0 })
}

// table writes the rows of a table. Markdown knows no table without a head: where the document
// marks none, its cells are empty, so that no row is said to be the head of the others.
func (w *bodyWriter) table(rows [][]manuscript.Cell) {
	var lines [][]string
	columns := 0
	for i, row := range rows {
		var line []string
		for _, cell := range row {
			text := cell.Text
			if i == 0 && isHead(row) {
				text = notBold(text)
			}
			line = append(line, w.inline(text, false, inCell))
			for range cell.Columns - 1 {
				line = append(line, "")
			}
		}
		lines = append(lines, line)
		columns = max(columns, len(line))
	}
	if columns == 0 {
		return
	}
	if !isHead(rows[0]) {
		lines = append([][]string{nil}, lines...)
	}
	for i, line := range lines {
		for len(line) < columns {
			line = append(line, "")
		}
		w.lines = append(w.lines, "| "+strings.Join(line, " | ")+" |")
		if i == 0 {
			w.lines = append(w.lines, "|"+strings.Repeat(" --- |", columns))
		}
	}
	w.lines = append(w.lines, "")
}

// notBold is text as it stands in a heading or the head of a table, which are bold by themselves.
func notBold(runs []manuscript.Run) []manuscript.Run {
	plain := slices.Clone(runs)
	for i := range plain {
		plain[i].Look.Bold = false
	}
	return plain
}

// isHead tells of a row that the document marks as the head of a table.
func isHead(row []manuscript.Cell) bool {
	for _, cell := range row {
		if cell.Heading {
			return true
		}
	}
	return false
}

// footnotes writes the notes that the text refers to.
func (w *bodyWriter) footnotes() {
	for i, note := range w.notes {
		if w.referred[i+1] {
			w.paragraph("[^"+strconv.Itoa(i+1)+"]: ", "    ", w.inline(note.Text, false, inParagraph))
		}
	}
}

// left are the notes that nothing refers to: Markdown would leave them out.
func (w *bodyWriter) left() []Kept {
	var list []Kept
	for i, note := range w.notes {
		if words := manuscript.Plain(note.Text); !w.referred[i+1] && words != "" {
			list = append(list, Kept{What: "note", Words: words, At: note.At})
		}
	}
	return list
}
