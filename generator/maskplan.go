package main

import (
	"fmt"
	"io"

	"referat/generator/content"
	"referat/generator/disclosure"
)

// maskPlan is what mask has done, or would do: nothing in it is secret.
type maskPlan struct {
	disclosure.Masked
	table *content.PersonTable
	from  string
	kept  disclosure.Masked // the same with totals kept, where they were left out
	dry   bool
}

// maskWords are the words of a plan in one language.
type maskWords struct {
	wrote, would, none           string
	masked, hidden, grown        string
	rows, columns, kept, merging string
}

var maskDanish = maskWords{
	wrote: "%s er skrevet\n", would: "%s ville blive skrevet\n",
	none:   "ingen tal er skjult: alle kan vises\n",
	masked: "%s, %s: %s\n", hidden: "%s, %s: %s, for ellers kunne %s, %s regnes ud\n",
	grown:   "%s, %s: %s, for ændringen siden sidste udgave er på få personer\n",
	rows:    "summerne af rækkerne er udeladt, for ellers kunne skjulte tal regnes ud\n",
	columns: "summerne af kolonnerne er udeladt, for ellers kunne skjulte tal regnes ud\n",
	kept:    "med --keep-totals bliver summerne stående, og så skjules %s\n",
	merging: "færre tal skal skjules, hvis rækker eller kolonner med få personer lægges sammen i %s\n",
}

var maskEnglish = maskWords{
	wrote: "%s has been written\n", would: "%s would be written\n",
	none:   "no number is masked: all may be shown\n",
	masked: "%s, %s: %s\n", hidden: "%s, %s: %s, for %s, %s could be computed otherwise\n",
	grown:   "%s, %s: %s, for the change since the last version is of a few persons\n",
	rows:    "the totals of the rows are left out, for masked numbers could be computed otherwise\n",
	columns: "the totals of the columns are left out, for masked numbers could be computed otherwise\n",
	kept:    "with --keep-totals the totals stay, and %s are hidden\n",
	merging: "fewer numbers need be hidden when rows or columns with few persons are merged in %s\n",
}

// print tells what is masked and why, by the names of rows and columns.
func (p maskPlan) print(w io.Writer, lang string) {
	words, more := maskDanish, func(n int) string { return plural(n, "1 tal mere", fmt.Sprintf("%d tal mere", n)) }
	if lang != "da" {
		words, more = maskEnglish, func(n int) string { return plural(n, "1 number more", fmt.Sprintf("%d numbers more", n)) }
	}
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }
	for _, n := range p.Small {
		row, column := content.CellNames(n)
		say(words.masked, row, column, content.SmallMark(p.table.Disclosure))
	}
	for _, s := range p.Hidden {
		row, column := content.CellNames(s.Name)
		otherRow, otherColumn := content.CellNames(s.For.Name)
		switch {
		case s.For.Name == s.Name && s.For.Earlier >= 0:
			say(words.grown, row, column, content.HiddenMark)
		case s.For.Name == s.Name:
			say(words.masked, row, column, content.HiddenMark)
		default:
			say(words.hidden, row, column, content.HiddenMark, otherRow, otherColumn)
		}
	}
	if p.DroppedRowTotals {
		_, _ = io.WriteString(w, words.rows)
	}
	if p.DroppedColumnTotals {
		_, _ = io.WriteString(w, words.columns)
	}
	if p.kept.Proof.Holds() && len(p.kept.Hidden) > 0 {
		say(words.kept, more(len(p.kept.Hidden)))
	}
	switch {
	case len(p.Small)+len(p.Hidden) == 0:
		_, _ = io.WriteString(w, words.none)
	case len(p.Hidden) > 0 || p.DroppedRowTotals || p.DroppedColumnTotals:
		say(words.merging, p.from)
	}
	if p.dry {
		say(words.would, p.table.CSV)
	} else {
		say(words.wrote, p.table.CSV)
	}
}
