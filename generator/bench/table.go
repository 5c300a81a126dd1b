package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// caption says what the figures mean and where the programs differ.
const caption = `Medians of all rounds (least–greatest). Ratios are taken round by round; above 1, referat is better than Hugo, and worse than the floor.

- floor: makes the pages of the minutes and no lists, decoding TOML with the library that referat uses; where nothing changed, asks the file system
  about each file of the site and of its output.
- Hugo: "hugo --minify" and "hugo server" on a twin with the same texts and as many pages. It writes no data (JSON, CSV, calendars)
  and no index for search, which a row leaves out.
  referat does more that is not left out: what it finds wrong in minutes and what looks like personal data; names of subjects found in running text, with quotations on the subjects' pages; decisions quoted there;
  charts; abbreviations marked; an anchor for each paragraph of the record; all links checked. Subjects of the twin list the meetings that name them as a
  subject of an item or link to them.
- Hugo has no build that follows an edit: hold "nothing changed" against those. Edited layouts: "hugo server --disableFastRender".
- Processor time is of all processors together; on a machine that others use it is steadier than the time that passes.
- The title is that of an item, on its page and in the lists. Unseen pages are twenty of all years that nobody asked for before.

`

// table is everything that was measured.
func table(f *figures, sizes []int) string {
	rows := [][]string{{"meetings", "", ours, floor, hugo, "Hugo / referat", "referat / floor", "others, cores"}}
	for _, size := range sizes {
		for q := range quantities {
			if row := f.row(size, q); row != nil {
				rows = append(rows, row)
			}
		}
	}
	for i := range sizes[1:] {
		rows = append(rows, f.growth(sizes[i], sizes[i+1])...)
	}
	return caption + markdown(rows)
}

// row is a quantity at a size; nil when nobody measured it.
func (f *figures) row(size int, q quantity) []string {
	a, b, c := f.of(size, q, ours), f.of(size, q, floor), f.of(size, q, hugo)
	if len(a) == 0 {
		return nil
	}
	against := c
	if q == coldWithoutData {
		against = f.of(size, cold, hugo) // which has none
		b = f.of(size, cold, floor)
	}
	row := []string{thousands(size), q.name(), q.unit().spread(a), q.unit().spread(b), q.unit().spread(against),
		times.spread(ratios(against, a)), times.spread(ratios(a, b)), ""}
	if loads := f.loads[cell{size: size, what: q}]; len(loads) > 0 {
		row[7] = fmt.Sprintf("%.2f", slices.Max(loads))
	}
	return row
}

// growth is what a meeting costs at a size against a smaller one.
func (f *figures) growth(small, large int) [][]string {
	sizes := thousands(small) + " → " + thousands(large)
	perMeeting := []string{sizes, "cold build, each meeting costs × as much", "", "", "", "", "", ""}
	more := []string{sizes, "server, one text edited, more for each meeting", "", "", "", "", "", ""}
	for i, who := range []string{ours, floor, hugo} {
		if a, b := summarise(f.of(small, cold, who)), summarise(f.of(large, cold, who)); a.n > 0 && b.n > 0 {
			perMeeting[2+i] = times.format(b.median / float64(large) / (a.median / float64(small)))
		}
		if a, b := summarise(f.of(small, bodyServed, who)), summarise(f.of(large, bodyServed, who)); a.n > 0 && b.n > 0 {
			more[2+i] = fmt.Sprintf("%.1f µs", (b.median-a.median)/float64(large-small)*1e6)
		}
	}
	return [][]string{perMeeting, more}
}

// thousands writes 10000 as 10,000.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// markdown is a table in Markdown, its columns in line.
func markdown(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			widths[i] = max(widths[i], len([]rune(text)))
		}
	}
	var b strings.Builder
	for n, row := range rows {
		for i, text := range row {
			space := strings.Repeat(" ", widths[i]-len([]rune(text)))
			if i == 1 {
				b.WriteString("| " + text + space + " ")
			} else {
				b.WriteString("| " + space + text + " ")
			}
		}
		b.WriteString("|\n")
		if n > 0 {
			continue
		}
		for i, w := range widths {
			if i == 1 {
				b.WriteString("| " + strings.Repeat("-", w) + " ")
			} else {
				b.WriteString("| " + strings.Repeat("-", w-1) + ": ")
			}
		}
		b.WriteString("|\n")
	}
	return b.String()
}
