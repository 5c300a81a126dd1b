package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
)

// joinPages puts the blocks of all pages in a row and joins what the end of a page has cut. Rows that a
// table repeats on a new page are set aside.
func joinPages(pages [][]*block) (all []*block, asides []manuscript.Aside) {
	for _, page := range pages {
		if len(page) > 0 && len(all) > 0 {
			last, first := all[len(all)-1], page[0]
			switch {
			case goesOn(last, first):
				last.append(first)
				page = page[1:]
			case tableGoesOn(last, first):
				asides = append(asides, last.appendTable(first)...)
				page = page[1:]
			}
		}
		all = append(all, page...)
	}
	return all, asides
}

// goesOn reports whether a paragraph at the head of a page goes on from the last of the page before.
func goesOn(last, first *block) bool {
	if len(last.lines) == 0 || len(first.lines) == 0 || last.page == first.page {
		return false
	}
	a, b := last.last(), first.first()
	if last.mark != nil && math.Abs(b.box.x0-last.mark.to) > 5 && math.Abs(b.box.x0-last.mark.x) > 5 {
		return false
	}
	if last.mark == nil && math.Abs(b.box.x0-a.box.x0) > 30 {
		return false
	}
	return continues(last, first)
}

// continues reports whether a block goes on from the one before the end of a column: its last line was full, and
// no sentence ended there.
func continues(last, first *block) bool {
	if len(last.lines) == 0 || first.mark != nil || last.Kind == manuscript.Heading || last.Strong != first.Strong {
		return false
	}
	if a, b := last.last(), first.first(); !same(a.size, b.size) || fits(a, b, last.right) {
		return false
	}
	return !ended(last.Words()) || startsLower(first.Words())
}

func startsLower(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(r)
}

func (b *block) append(next *block) {
	b.Text = append(append(b.Text, manuscript.Run{Text: "\n"}), next.Text...)
	b.lines, b.Wrapped = append(b.lines, next.lines...), true
	b.page, b.box = next.page, next.box
}

func tableGoesOn(last, first *block) bool {
	if last.Kind != manuscript.Table || first.Kind != manuscript.Table || last.page == first.page || len(last.grid) != len(first.grid) {
		return false
	}
	for i, x := range last.grid {
		if math.Abs(x-first.grid[i]) > 8 {
			return false
		}
	}
	return true
}

func (b *block) appendTable(next *block) []manuscript.Aside {
	var asides []manuscript.Aside
	rows := next.Rows
	for i := 0; i < len(rows) && i < len(b.Rows) && len(rows) > 1 && sameWords(rows[0], b.Rows[i]); i++ {
		asides = append(asides, manuscript.Aside{Words: rowWords(rows[0]), Why: manuscript.Furniture, At: next.At, Times: 1})
		rows = rows[1:]
	}
	if len(asides) > 0 || len(b.Rows) == 0 || !rows0Heading(rows) {
		if len(rows) > 0 && len(b.Rows) > 0 && cutRow(b.Rows[len(b.Rows)-1], rows[0]) {
			joinRow(b.Rows[len(b.Rows)-1], rows[0])
			rows = rows[1:]
		}
	}
	b.Rows = append(b.Rows, rows...)
	b.page, b.box = next.page, next.box
	return asides
}

func rows0Heading(rows [][]manuscript.Cell) bool {
	return len(rows) > 0 && slices.ContainsFunc(rows[0], func(c manuscript.Cell) bool { return c.Heading })
}

func rowWords(row []manuscript.Cell) string {
	var all []string
	for _, c := range row {
		all = append(all, strings.Join(strings.Fields(manuscript.Plain(c.Text)), " "))
	}
	return strings.Join(all, "\t")
}

func sameWords(a, b []manuscript.Cell) bool { return len(a) == len(b) && rowWords(a) == rowWords(b) }

// cutRow reports whether a row at the head of a page is the rest of the one above: a cell goes on in the
// middle of its sentence, and another has nothing more.
func cutRow(above, row []manuscript.Cell) bool {
	if len(above) != len(row) {
		return false
	}
	onward, empty := false, false
	for i := range row {
		words, before := manuscript.Plain(row[i].Text), manuscript.Plain(above[i].Text)
		switch {
		case words == "":
			empty = empty || before != ""
		case startsLower(words) && before != "" && !ended(before):
			onward = true
		}
	}
	return onward && empty
}

func joinRow(above, row []manuscript.Cell) {
	for i := range row {
		if len(row[i].Text) == 0 {
			continue
		}
		if len(above[i].Text) > 0 {
			above[i].Text = append(above[i].Text, manuscript.Run{Text: "\n"})
		}
		above[i].Text = append(above[i].Text, row[i].Text...)
	}
}
