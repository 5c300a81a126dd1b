package intake

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
)

// withoutItemTables takes apart the tables that have an item in each row: "Dagsordenspunkt | Beslutning". The
// first cell is the item's heading, those right of it are its text.
func withoutItemTables(blocks []manuscript.Block) []manuscript.Block {
	var all []manuscript.Block
	for i := range blocks {
		if b := &blocks[i]; isItemTable(b) {
			all = append(all, itemsOf(b)...)
		} else {
			all = append(all, *b)
		}
	}
	return all
}

// itemColumns are what the first column of such a table may be called, and textColumns what one right of it is.
var (
	itemColumns = []string{"punkt", "pkt", "dagsorden", "dagsordenspunkt", "dagsordenpunkt", "dagsordenspunkter", "dagsordenpunkter", "emne", "sag", "punkt på dagsordenen"}
	textColumns = []string{"referat", "beslutning", "beslutninger", "drøftelse", "konklusion", "beslutning/referat", "referat/beslutning", "referat og beslutning", "beslutningsreferat", "bemærkninger"}
)

// isItemTable tells of such a table by its head, and by a number in each row or text beside each heading.
func isItemTable(b *manuscript.Block) bool {
	if b.Kind != manuscript.Table || len(b.Rows) < 3 || len(b.Rows[0]) < 2 {
		return false
	}
	head := b.Rows[0]
	named := func(list []string, c *manuscript.Cell) bool {
		return slices.Contains(list, folded(manuscript.Plain(c.Text)))
	}
	if !slices.ContainsFunc(head[1:], func(c manuscript.Cell) bool { return named(textColumns, &c) }) {
		return false
	}
	numbers := numberColumn(b)
	return numbers || named(itemColumns, &head[0])
}

// numberColumn tells that each row begins with the number of an item.
func numberColumn(b *manuscript.Block) bool {
	for _, row := range b.Rows[1:] {
		text := spaced(manuscript.Plain(row[0].Text))
		if _, ok := numberedLine(text + " x"); text != "" && !ok {
			return false
		}
	}
	return true
}

// itemsOf makes headings and text of the rows. Where the first cell has a number alone, the second has the title.
func itemsOf(b *manuscript.Block) []manuscript.Block {
	var names []string
	for _, c := range b.Rows[0] {
		names = append(names, spaced(manuscript.Plain(c.Text)))
	}
	all := []manuscript.Block{{Text: []manuscript.Run{{Text: strings.Join(names, " ")}}, At: b.At}}
	for _, row := range b.Rows[1:] {
		heading, rest := row[0].Text, row[1:]
		n, numbered := numberedLine(spaced(manuscript.Plain(heading)) + " x")
		if numbered && n.title == "x" && len(rest) > 1 {
			heading = slices.Concat(heading, []manuscript.Run{{Text: " "}}, rest[0].Text)
			rest = rest[1:]
		}
		if len(heading) > 0 {
			all = append(all, manuscript.Block{Kind: manuscript.Heading, Level: 1, Text: onOneLine(heading), At: b.At})
		}
		for _, c := range rest {
			all = append(all, paragraphs(c.Text, b.At)...)
		}
	}
	return all
}

// onOneLine puts spaces for the ends of lines.
func onOneLine(runs []manuscript.Run) []manuscript.Run {
	runs = slices.Clone(runs)
	for i := range runs {
		runs[i].Text = strings.ReplaceAll(runs[i].Text, "\n", " ")
	}
	return runs
}

// paragraphs are the lines of a cell, each a paragraph where it ends as a sentence does.
func paragraphs(runs []manuscript.Run, at manuscript.Place) []manuscript.Block {
	plain := manuscript.Plain(runs)
	var all []manuscript.Block
	from := 0
	for to := range len(plain) + 1 {
		if to < len(plain) && (plain[to] != '\n' || !sentenceLike(plain[from:to])) {
			continue
		}
		if strings.TrimSpace(plain[from:to]) != "" {
			text := cut(runs, from, to)
			all = append(all, manuscript.Block{Text: text, Wrapped: strings.Contains(manuscript.Plain(text), "\n"), At: at})
		}
		from = to
	}
	return all
}
