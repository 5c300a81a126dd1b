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
	paged := slices.ContainsFunc(a.lines, func(l line) bool { return l.block.Wrapped }) // its lines are a page's; else its tables are tables
	for i := range a.draft.Items {
		item := &a.draft.Items[i]
		a.joinTables(i, item)
		if paged {
			a.doubtCells(i, item)
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

// fewestCells is as many short paragraphs on end as prose does not have. Where so many stand together, fewer may be
// the beginning or the end of the same table.
const (
	fewestCells     = 4
	fewestTornCells = 3
)

// cellRun is short paragraphs on end in a section of an item.
type cellRun struct {
	section int
	first   *manuscript.Block
	count   int
}

// doubtCells doubts runs of short paragraphs without the end of a sentence, all of an item at once: a table that was torn
// is asked about once, and the heading is named that its rest stands behind.
func (a *analysis) doubtCells(i int, item *Item) {
	runs := cellRuns(item)
	if !slices.ContainsFunc(runs, func(r cellRun) bool { return r.count >= fewestCells }) {
		return
	}
	first, behind := runs[0], ""
	for _, r := range runs[1:] {
		if r.section != first.section {
			behind = item.Sections[r.section].Name
			break
		}
	}
	words := spaced(first.first.Words())
	a.doubt(doubtAt{first.first.At, Target{Part: InSection, Index: i, Section: first.section, Near: words}}, source.DoubtCells, words, behind)
}

func cellRuns(item *Item) []cellRun {
	var runs []cellRun
	for s := range item.Sections {
		run := cellRun{section: s}
		blocks := item.Sections[s].Blocks
		for b := range len(blocks) + 1 {
			if b < len(blocks) && cellLike(&blocks[b]) {
				if run.count == 0 {
					run.first = &blocks[b]
				}
				run.count++
				continue
			}
			if run.count >= fewestTornCells {
				runs = append(runs, run)
			}
			run.count = 0
		}
	}
	return runs
}

// cellLike tells of a paragraph that could be a cell: short lines, no sentence.
func cellLike(b *manuscript.Block) bool {
	if b.Kind != manuscript.Paragraph {
		return false
	}
	for text := range strings.Lines(b.Words()) {
		text = spaced(text)
		if utf8.RuneCountInString(text) > fullLine || strings.HasSuffix(text, ":") {
			return false
		}
	}
	return !sentenceLike(spaced(b.Words()))
}
