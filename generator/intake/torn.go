package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"referat/generator/intake/manuscript"

	"referat/generator/source"
)

// findTornTables joins a table that goes on behind the heading of another section, and doubts lines
// that look like cells which a reader could not make a table of.
func (a *analysis) findTornTables() {
	for i := range a.draft.Items {
		item := &a.draft.Items[i]
		a.joinTables(i, item)
		for s := range item.Sections {
			a.doubtCells(i, s, &item.Sections[s])
		}
	}
}

// joinTables adds rows to the table above that has as many columns, when the second begins
// without a head of its own. It is the one case in which words are moved, and it is said.
func (a *analysis) joinTables(i int, item *Item) {
	var last *manuscript.Block
	lastSection := -1
	for s := range item.Sections {
		section := &item.Sections[s]
		kept := section.Blocks[:0:0]
		for b := range section.Blocks {
			block := &section.Blocks[b]
			if block.Kind == manuscript.Table && last != nil && lastSection != s && goesOnWith(last, block) {
				last.Rows = slices.Concat(last.Rows, block.Rows)
				a.doubt(doubtAt{block.At, Target{Part: InSection, Index: i, Section: lastSection}}, source.DoubtJoinedTable, section.Name)
				continue
			}
			kept = append(kept, *block)
			if block.Kind == manuscript.Table {
				last, lastSection = &kept[len(kept)-1], s
			}
		}
		section.Blocks = kept
	}
}

// goesOnWith tells that a table's rows are the rest of the one above.
func goesOnWith(above, below *manuscript.Block) bool {
	if len(above.Rows) == 0 || len(below.Rows) == 0 || width(above.Rows[0]) != width(below.Rows[0]) {
		return false
	}
	for _, cell := range below.Rows[0] {
		if cell.Heading {
			return false
		}
	}
	return slices.ContainsFunc(above.Rows[0], func(c manuscript.Cell) bool { return c.Heading })
}

func width(row []manuscript.Cell) int {
	n := 0
	for _, c := range row {
		n += max(c.Columns, 1)
	}
	return n
}

// fewestCells is as many short paragraphs on end as prose does not have.
const fewestCells = 4

// doubtCells doubts a run of short paragraphs without the end of a sentence.
func (a *analysis) doubtCells(i, s int, section *Section) {
	from := -1
	for b := range len(section.Blocks) + 1 {
		if b < len(section.Blocks) && cellLike(&section.Blocks[b]) {
			if from < 0 {
				from = b
			}
			continue
		}
		if from >= 0 && b-from >= fewestCells {
			first := &section.Blocks[from]
			words := spaced(first.Words())
			a.doubt(doubtAt{first.At, Target{Part: InSection, Index: i, Section: s, Near: words}}, source.DoubtCells, words)
		}
		from = -1
	}
}

// cellLike tells of a paragraph that could be a cell: short lines, no sentence.
func cellLike(b *manuscript.Block) bool {
	if b.Kind != manuscript.Paragraph || !b.Wrapped {
		return false
	}
	for text := range strings.Lines(b.Words()) {
		text = spaced(text)
		if utf8.RuneCountInString(text) > narrow || strings.HasSuffix(text, ":") {
			return false
		}
	}
	return !sentenceLike(spaced(b.Words()))
}
