package intake

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// Analyse finds the minutes in a manuscript. It reads in this order, since each step needs
// those before it: the agenda, where the items begin, what stands before them, the items'
// sections; then it compares the parts with each other.
func Analyse(doc *manuscript.Document, words Words) *Draft {
	blocks, columns := layOut(doc.Blocks)
	a := &analysis{doc: doc, words: words, lines: linesOf(blocks), used: map[int]bool{}, kept: map[int]bool{}, draft: &Draft{Notes: doc.Notes}}
	for i := range doc.Aside {
		a.aside = append(a.aside, doc.Aside[i].Words)
	}
	a.keepColumns(columns)
	a.indexNames()
	a.findAgenda()
	a.findItems()
	a.findCaseLines()
	a.readAgenda()
	a.readFront()
	a.readItems()
	a.compareAgenda()
	a.comparePeople()
	a.proposeDecisions()
	a.findTornTables()
	a.doubtLooks()
	a.doubtRows()
	slices.SortStableFunc(a.draft.Kept, func(x, y Kept) int { return x.At.Compare(y.At) })
	slices.SortStableFunc(a.draft.Doubts, func(x, y Doubt) int { return x.At.Compare(y.At) })
	return a.draft
}

// analysis is the work on one manuscript.
type analysis struct {
	doc    *manuscript.Document
	words  Words
	names  map[string]content.Role // of sections, by key
	opened []string                // beginnings of sections' names, by key
	lines  []line
	aside  []string // what stands on every page
	agenda agendaPart
	starts []start      // of items, in order
	used   map[int]bool // lines that have their place
	kept   map[int]bool // lines that stand in Kept
	draft  *Draft

	columns []int // lines that name the columns of a table of items
}

// doubtAt is what a doubt is about and where it arose.
type doubtAt struct {
	at     manuscript.Place
	target Target
}

func (a *analysis) doubt(d doubtAt, code source.Code, args ...any) {
	a.draft.Doubts = append(a.draft.Doubts, Doubt{Problem: source.At(source.Pos{}, code, args...), At: d.at, Target: d.target})
}

// keep puts a line aside, verbatim.
func (a *analysis) keep(what string, i int) {
	l := &a.lines[i]
	if !a.kept[i] {
		a.draft.Kept = append(a.draft.Kept, Kept{What: what, Words: l.text, At: l.at})
	}
	a.kept[i], a.used[i] = true, true
}

// keepUnless puts lines aside unless the parts that they were taken apart to have all their words.
func (a *analysis) keepUnless(lines []int, what string, parts ...string) {
	var texts []string
	for _, i := range lines {
		texts = append(texts, a.lines[i].text)
	}
	if !holds(strings.Join(texts, " "), parts...) {
		for _, i := range lines {
			a.keep(what, i)
		}
	}
	for _, i := range lines {
		a.used[i] = true
	}
}
