package content

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"referat/generator/danish"
	"referat/generator/disclosure"
	"referat/generator/source"
)

// This file holds series that count persons to the rule that tables of persons are held to.

// personHeads are words for persons, which other words may end in: "kræftpatienter".
var personHeads = []string{"personer", "patienter", "borgere", "deltagere", "børn"}

// personWords are more of them, which must stand alone.
var personWords = []string{
	"voksne", "unge", "ældre", "kvinder", "mænd", "mennesker", "pårørende",
	"persons", "people", "patients", "citizens", "children", "adults", "participants", "women", "men",
}

// countsPersons tells that a unit is persons.
func countsPersons(unit string) bool {
	words := strings.FieldsFunc(strings.ToLower(unit), func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.ContainsFunc(words, func(word string) bool {
		ends := func(head string) bool { return strings.HasSuffix(word, head) }
		return slices.Contains(personWords, word) || slices.ContainsFunc(personHeads, ends)
	})
}

// count reads the number of a row. What is wrong with a count of persons is told without it.
func (r *rowReader) count(field string, row *Row) (source.Code, []any) {
	cell, wrong := countedCell(field, r.series.Disclosure)
	switch {
	case !r.series.Persons && (wrong || cell.Mark != disclosure.Clear):
		return source.CSVValue, []any{strings.Join(strings.Fields(field), " "), withoutSpaces(field)}
	case wrong || cell.Mark == disclosure.Empty:
		return source.TableCell, []any{row.Date.Words, columns[1], SmallMark(r.series.Disclosure)}
	case r.series.Persons && !r.old && cell.Mark == disclosure.Clear && !r.series.Disclosure.Shows(cell.Value):
		return source.CountSmall, []any{SmallMark(r.series.Disclosure)}
	}
	row.Value, row.Mark = cell.Value, cell.Mark
	return "", nil
}

// withoutSpaces is the number that a field would be without the spaces in it; "" of none.
func withoutSpaces(field string) string {
	n, err := danish.ParseNumber(strings.Join(strings.Fields(field), ""))
	if err != nil {
		return ""
	}
	return strconv.Itoa(n)
}

// point is a row as a table of one cell.
func (s *Series) point(row *Row) disclosure.Version {
	return disclosure.Version{Date: row.Date.AsOf().String(), Table: disclosure.Table{
		Rows: []string{s.ID}, Columns: []string{columns[1]}, Cells: [][]disclosure.Cell{{{Mark: row.Mark, Value: row.Value}}}}}
}

// samePoint tells that two points say the same of the same day.
func samePoint(a, b disclosure.Version) bool {
	return a.Date == b.Date && a.Cells[0][0] == b.Cells[0][0]
}

// published are the authority's own numbers that the record says were published, each once.
func (s *Series) published(tree *source.Tree) ([]disclosure.Version, []source.Problem) {
	texts, problem := recordedVersions(tree, s.Path, s.CSV)
	if problem != nil {
		return nil, []source.Problem{*problem}
	}
	var points []disclosure.Version
	for _, text := range texts {
		was, problems := describeSeries(&source.File{Path: s.Path, Text: text.description}, true)
		if was == nil || len(problems) > 0 {
			return nil, []source.Problem{source.At(source.Pos{Path: s.CSV}, source.TableUnreadable)}
		}
		r := rowReader{path: s.CSV, series: was, lines: map[string]int{}, old: true}
		r.read(text.numbers)
		if len(r.problems) > 0 {
			return nil, []source.Problem{source.At(source.Pos{Path: s.CSV}, source.TableUnreadable)}
		}
		for i := range was.Rows {
			point := was.point(&was.Rows[i])
			markThreshold(&point.Table, was.Disclosure, s.Disclosure)
			point.Published = true
			known := slices.ContainsFunc(points, func(p disclosure.Version) bool { return samePoint(p, point) })
			if was.Rows[i].Status != OtherRow && !known {
				points = append(points, point)
			}
		}
	}
	return points, nil
}

// checkPersons reports what the authority's own numbers tell of few persons when they are compared
// with one another, and with those that have been published.
func (r *rowReader) checkPersons() {
	if !r.series.Persons || len(r.problems) > 0 {
		return
	}
	versions := slices.Clone(r.series.earlier)
	own := make([]*Row, len(versions))
	for i := range r.series.Rows {
		row := &r.series.Rows[i]
		point := r.series.point(row)
		if row.Status != OtherRow && !slices.ContainsFunc(versions, func(v disclosure.Version) bool { return samePoint(v, point) }) {
			own, versions = append(own, row), append(versions, point)
		}
	}
	proof := disclosure.Prove(r.series.Disclosure, versions)
	slices.SortStableFunc(proof.Leaks, func(a, b disclosure.Leak) int { return b.Earlier - a.Earlier }) // nearest first
	told := map[int]bool{}
	for _, l := range proof.Leaks {
		line := 1
		if row := own[l.Version]; row != nil {
			line = row.Line
		}
		switch {
		case told[line]:
		case l.Earlier >= 0:
			r.report(line, 0, nil, source.CountGrowth, versions[l.Earlier].Date, versions[l.Version].Date)
		default:
			r.report(line, 0, nil, source.CountComputable, versions[l.Version].Date)
		}
		told[line] = true
	}
	if proof.Undecided {
		r.report(1, 0, nil, source.TableUndecided)
	}
}
