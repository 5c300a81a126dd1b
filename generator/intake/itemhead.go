package intake

import (
	"slices"

	"referat/generator/intake/manuscript"
)

// This file knows the tables of items whose rows have no numbers: only the names of their columns tell that they
// are such, "Dagsordenspunkt | Beslutning".

// itemColumns are what the first column of such a table may be called, and textColumns what one right of it is.
var (
	itemColumns = []string{"punkt", "pkt", "dagsorden", "dagsordenspunkt", "dagsordenpunkt", "dagsordenspunkter", "dagsordenpunkter", "emne", "sag", "punkt på dagsordenen"}
	textColumns = []string{"referat", "beslutning", "beslutninger", "drøftelse", "konklusion", "beslutning/referat", "referat/beslutning", "referat og beslutning", "beslutningsreferat", "bemærkninger"}
)

// isHeadedItemTable tells of a table whose columns are called as those of items and their text are.
func isHeadedItemTable(b *manuscript.Block) bool {
	if b.Kind != manuscript.Table || len(b.Rows) < 3 || len(b.Rows[0]) < 2 {
		return false
	}
	called := func(names []string) func(manuscript.Cell) bool {
		return func(c manuscript.Cell) bool { return slices.Contains(names, folded(manuscript.Plain(c.Text))) }
	}
	head := b.Rows[0]
	return called(itemColumns)(head[0]) && slices.ContainsFunc(head[1:], called(textColumns))
}

// headedBlocks lays out a row of such a table: its first cell is the heading. A row without one is more of that above.
func headedBlocks(row []manuscript.Cell, at manuscript.Place) []manuscript.Block {
	if len(row) < 2 || spaced(manuscript.Plain(row[0].Text)) == "" {
		return rowBlocks(row, at)
	}
	blocks := []manuscript.Block{{Kind: manuscript.Heading, Level: 2, At: at, Text: row[0].Text}}
	for _, c := range row[1:] {
		blocks = appendText(blocks, c.Text, at)
	}
	return blocks
}
