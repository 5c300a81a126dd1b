package main

import (
	"encoding/csv"
	"fmt"
	"strings"

	"referat/generator/danish"
)

// tableForm is how a table of numbers is written, so that a row put at its end is written
// in the same way, whatever program keeps it.
type tableForm struct {
	text   string // the whole file
	comma  rune
	end    string // of lines
	points bool   // numbers as 20.621
	day    string // how whole days are written, as the format of a year, a month and a day; "" when none is
}

// The ways in which whole days are written, by where the parts of a date go.
const (
	yearFirst = "%04[1]d-%02[2]d-%02[3]d"
	dayFirst  = "%02[3]d-%02[2]d-%04[1]d"
	pointed   = "%02[3]d.%02[2]d.%04[1]d"
)

// formOf looks at a table. What several rows do in different ways, the last one decides.
func formOf(text string) tableForm {
	form := tableForm{text: text, comma: ',', end: "\n"}
	first, _, _ := strings.Cut(text, "\n")
	if strings.Contains(first, ";") {
		form.comma = ';'
	}
	if strings.HasSuffix(first, "\r") {
		form.end = "\r\n"
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = form.comma, -1
	rows, _ := r.ReadAll() // the check of the series has read it before
	for _, row := range rows {
		if len(row) < 2 {
			continue
		}
		if n, err := danish.ParseNumber(row[1]); err == nil && n >= 1000 {
			form.points = strings.Contains(row[1], ".")
		}
		if date, err := danish.ParseDate(row[0]); err == nil {
			for _, day := range []string{yearFirst, dayFirst, pointed} {
				if dayAs(day, date) == strings.TrimSpace(row[0]) {
					form.day = day
				}
			}
		}
	}
	return form
}

func dayAs(day string, d danish.Date) string { return fmt.Sprintf(day, d.Year, d.Month, d.Day) }

// date writes a whole day in digits as the table does; other words stay.
func (f tableForm) date(words string) string {
	words = strings.TrimSpace(words)
	date, err := danish.ParseDate(words)
	if err != nil || f.day == "" || strings.Trim(words, "0123456789-.") != "" {
		return words
	}
	return dayAs(f.day, date)
}

// number writes a whole number with points when the table has them; what is no number stays.
func (f tableForm) number(words string) string {
	n, err := danish.ParseNumber(words)
	if err != nil {
		return words
	}
	mark := ""
	if f.points {
		mark = "."
	}
	return danish.Number(n, mark)
}

// row is the line of the fields, without its end.
func (f tableForm) row(fields []string) string {
	var line strings.Builder
	w := csv.NewWriter(&line)
	w.Comma = f.comma
	_ = w.Write(fields) // memory does not fail
	w.Flush()
	return strings.TrimSuffix(line.String(), "\n")
}

// with is the table with a row at its end. Its last line is ended as it was, or not.
func (f tableForm) with(row string) string {
	if strings.HasSuffix(f.text, "\n") {
		return f.text + row + f.end
	}
	return f.text + f.end + row
}
