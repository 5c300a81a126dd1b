package data

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Table is a table of counts of persons, cell by cell.
type Table struct {
	SchemaAddress string     `json:"$schema"`
	Schema        string     `json:"schema"`
	ID            string     `json:"id"`
	Address       string     `json:"address"`
	Title         string     `json:"title"`
	Unit          string     `json:"unit"`
	Definition    string     `json:"definition"`
	Date          Period     `json:"date"`
	Counts        string     `json:"counts"` // all until the date: "until"; or those of its "period"
	Source        string     `json:"source,omitempty"`
	RowsAre       string     `json:"rows_are"`
	Disclosure    Disclosure `json:"disclosure"`
	CSV           string     `json:"csv"`
	Cells         []Cell     `json:"cells"`
}

// Disclosure says how small counts are masked.
type Disclosure struct {
	Threshold int    `json:"threshold"` // counts below it are masked
	Mark      string `json:"mark"`      // as this
	Zero      string `json:"zero"`      // shown or masked
}

// Cell is one count.
type Cell struct {
	Row     string `json:"row"` // or Total
	Subject string `json:"subject,omitempty"`
	Column  string `json:"column"` // or Total
	Count   Count  `json:"count"`
}

// Total names the row and the column of totals.
const Total = "total"

// Hidden stands in the place of a count that is at or above the threshold and hidden all the same,
// so that nobody can compute another one.
const Hidden = "hidden"

// Count is a count of persons, or what stands in its place. In JSON it is a number, or
// {"masked":"<5"}, or {"masked":"hidden"}, or null where nothing is counted; so a program that adds up
// without looking fails instead of taking a masked count for 0.
type Count struct {
	Value  int
	Masked string // "<5", or Hidden
	Empty  bool
}

// MarshalJSON writes it as the comment of the type says.
func (c Count) MarshalJSON() ([]byte, error) {
	switch {
	case c.Empty:
		return []byte("null"), nil
	case c.Masked != "":
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		err := e.Encode(struct {
			Masked string `json:"masked"`
		}{c.Masked})
		return b.Bytes(), err
	}
	return json.Marshal(c.Value)
}

// fields are the number and the mark as columns of a CSV file, one of them empty.
func (c Count) fields() (value, masked string) {
	if c.Masked != "" || c.Empty {
		return "", c.Masked
	}
	return strconv.Itoa(c.Value), ""
}

// TableColumns are the columns of the CSV file of a table, in their order.
func TableColumns() []string { return []string{"row", "subject", "column", "value", "masked"} }

// lines are a table's tidily: one for each cell, the number in one column and the
// mark of a masked one in another.
func (t Table) lines(line func(...string)) {
	line(TableColumns()...)
	for _, c := range t.Cells {
		value, masked := c.Count.fields()
		line(c.Row, c.Subject, c.Column, value, masked)
	}
}
