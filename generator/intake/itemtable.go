package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// Some minutes are one table, with a row for each item: number, title, what was said, who does what. Its rows are
// laid out here as items usually are: a heading, and below it a paragraph for each cell.

// The share of a document's words that such a table has, at least: where other lines have numbers
// too it may be a list of tasks.
const (
	itemTableShare     = 0.2
	itemTableShareElse = 0.5
)

// layOut gives the blocks of a manuscript with the rows of items as headings and paragraphs, and which of them are
// the names of such a table's columns.
func layOut(blocks []manuscript.Block) (laidOut []manuscript.Block, columns []int) {
	inTables, total, numberedElse := 0, 0, false
	var tables []int
	for i := range blocks {
		words := len(strings.Fields(blocks[i].Words()))
		total += words
		switch n, ok := numberedLine(spaced(blocks[i].Mark + " " + blocks[i].Words())); {
		case isItemTable(&blocks[i]):
			tables = append(tables, i)
			inTables += words
		case ok && blocks[i].Kind != manuscript.Table && n.family < undotted && capital(n.title):
			numberedElse = true
		}
	}
	least := itemTableShare
	if numberedElse {
		least = itemTableShareElse
	}
	if float64(inTables) < least*float64(total) {
		tables = nil
	}
	headed := func(b *manuscript.Block) bool { return len(tables) == 0 && !numberedElse && isHeadedItemTable(b) }
	for i := range blocks {
		rows := rowBlocks
		if headed(&blocks[i]) {
			rows = headedBlocks
		} else if !slices.Contains(tables, i) {
			laidOut = append(laidOut, blocks[i])
			continue
		}
		table := blocks[i]
		if _, is := itemNumber(table.Rows[0]); !is {
			head := table
			head.Rows, table.Rows = table.Rows[:1], table.Rows[1:]
			columns = append(columns, len(laidOut))
			laidOut = append(laidOut, head)
		}
		for _, row := range table.Rows {
			laidOut = append(laidOut, rows(row, table.At)...)
		}
	}
	return laidOut, columns
}

// itemNumber reads the number in a row's first cell, alone or with the title behind it.
func itemNumber(row []manuscript.Cell) (numbered, bool) {
	text := spaced(manuscript.Plain(row[0].Text))
	if n, ok := numberedLine(text); ok {
		return n, n.family != undotted || capital(n.title)
	}
	n, ok := numberedLine(text + " x")
	n.title = ""
	return n, ok
}

// isItemTable tells of a table whose rows are items: their numbers rise one by one, each has a title that is no
// person's name, and most have a text. The first row may be without number, as the names of the columns, and those that
// go on with the row above have an empty first cell, or one that is filled.
func isItemTable(b *manuscript.Block) bool {
	if b.Kind != manuscript.Table || len(b.Rows) < 2 {
		return false
	}
	var last *numbered
	items, names, texts, said := 0, 0, 0, false
	for r, row := range b.Rows {
		if len(row) == 0 {
			return false
		}
		n, is := itemNumber(row)
		if !is && last != nil && goesOnBelow(row) {
			said = said || isSaid(rowText(row))
			continue
		}
		if !is && r == 0 {
			continue
		}
		title, text := rowParts(row)
		if !is || last != nil && !n.next(last) || spaced(manuscript.Plain(title)) == "" {
			return false
		}
		items++
		if said {
			texts++
		}
		if nameLike(spaced(manuscript.Plain(title))) {
			names++
		}
		last, said = &n, slices.ContainsFunc(text, func(runs []manuscript.Run) bool { return isSaid(manuscript.Plain(runs)) })
	}
	if said {
		texts++
	}
	return items > 1 && 2*texts > items && 2*names <= items
}

// goesOnBelow tells that a row has no number of its own because it belongs to the one above.
func goesOnBelow(row []manuscript.Cell) bool {
	filled := 0
	for _, c := range row {
		if spaced(manuscript.Plain(c.Text)) != "" {
			filled++
		}
	}
	return filled < 2 || spaced(manuscript.Plain(row[0].Text)) == ""
}

// rowText is all that a row says.
func rowText(row []manuscript.Cell) string {
	var text strings.Builder
	for _, c := range row {
		text.WriteString(manuscript.Plain(c.Text) + " ")
	}
	return text.String()
}

// isSaid tells of a cell that has more in it than a name, a kind or a clock.
func isSaid(text string) bool { return sentenceLike(spaced(text)) || len(text) > 2*narrow }

// rowParts are the title of a row and the texts of its cells behind it. Where title and text share a cell, its
// first line is the title.
func rowParts(row []manuscript.Cell) (title []manuscript.Run, texts [][]manuscript.Run) {
	cells := row
	if n, _ := itemNumber(row); n.title == "" {
		cells = row[1:]
	}
	if len(cells) == 0 {
		return nil, nil
	}
	title = cells[0].Text
	plain := manuscript.Plain(title)
	if end := strings.Index(plain, "\n"); end >= 0 && len(cells) == 1 {
		texts = append(texts, cut(title, end, len(plain)))
		title = cut(title, 0, end)
	}
	for _, c := range cells[1:] {
		texts = append(texts, c.Text)
	}
	return title, texts
}

// rowBlocks lays out a row.
func rowBlocks(row []manuscript.Cell, at manuscript.Place) []manuscript.Block {
	n, is := itemNumber(row)
	if !is {
		var blocks []manuscript.Block
		for _, c := range row {
			blocks = appendText(blocks, c.Text, at)
		}
		return blocks
	}
	title, texts := rowParts(row)
	heading := manuscript.Block{Kind: manuscript.Heading, Level: 2, At: at, Text: slices.Clone(title)}
	if n.title == "" {
		label := n.label
		if n.family >= dotted {
			label = n.number + "."
		}
		heading.Text = slices.Insert(heading.Text, 0, manuscript.Run{Text: label + " "})
	}
	blocks := []manuscript.Block{heading}
	for _, text := range texts {
		blocks = appendText(blocks, text, at)
	}
	return blocks
}

// appendText adds the paragraphs of a cell: one for each line, unless its lines are the column's.
func appendText(blocks []manuscript.Block, text []manuscript.Run, at manuscript.Place) []manuscript.Block {
	plain := manuscript.Plain(text)
	if endsLines(plain) {
		return append(blocks, manuscript.Block{Text: text, Wrapped: true, At: at})
	}
	from := 0
	for line := range strings.Lines(plain) {
		if spaced(line) != "" {
			blocks = append(blocks, manuscript.Block{Text: cut(text, from, from+len(line)), At: at})
		}
		from += len(line)
	}
	return blocks
}

// endsLines tells that the width of a column has ended a cell's lines: a sentence goes on in the next.
func endsLines(plain string) bool {
	before := ""
	for line := range strings.Lines(plain) {
		line = spaced(line)
		if first, _ := utf8.DecodeRuneInString(line); unicode.IsLower(first) && before != "" && !strings.ContainsAny(before[len(before)-1:], ".:;?!") {
			return true
		}
		before = line
	}
	return false
}

// keepColumns sets the names of columns aside: they say nothing of the meeting.
func (a *analysis) keepColumns(columns []int) {
	for i := range a.lines {
		if slices.Contains(columns, a.lines[i].index) {
			a.keep("columns", i)
			a.columns = append(a.columns, i)
		}
	}
}

// doubtRows asks about the cells of a table that was laid out, whose columns no longer say what they are.
func (a *analysis) doubtRows() {
	for n, i := range a.columns {
		names := a.lines[i].text
		if n == 0 || names != a.lines[a.columns[n-1]].text { // a table goes on with them on its next page
			a.doubt(doubtAt{a.lines[i].at, Target{Part: InItem}}, source.DoubtRows, names)
		}
	}
}
