package data

import (
	"strconv"
	"strings"
)

// Items are the items of all public minutes.
type Items struct{ Rows []ItemRow }

// ItemRow is an item with what tells of its meeting.
type ItemRow struct {
	Date          string
	Committee     string // its id
	CommitteeName string
	Number        string
	Title         string
	Kind          string   // letter of the kind, of the agenda; else what the heading says
	Concerns      []string // ids of subjects, or AllSubjects
	DecisionTexts []Text
	Draft         bool
	Address       string
}

// AllSubjects stands for them all.
const AllSubjects = "*"

// ItemColumns are the columns of the table of items, in their order.
func ItemColumns() []string {
	return []string{"date", "committee", "committee_name", "number", "title", "kind", "concerns", "decision", "draft", "address"}
}

// lines are one for each item. Decisions of one item are parted by an empty line, as the
// blocks of a text are.
func (t Items) lines(line func(...string), texts Texts) {
	line(ItemColumns()...)
	for _, r := range t.Rows {
		decisions := make([]string, len(r.DecisionTexts))
		for i, text := range r.DecisionTexts {
			decisions[i] = text.plain(texts)
		}
		line(r.Date, r.Committee, r.CommitteeName, r.Number, r.Title, r.Kind, strings.Join(r.Concerns, listSeparator),
			strings.Join(decisions, "\n\n"), strconv.FormatBool(r.Draft), r.Address)
	}
}

// listSeparator parts the values of a cell that has several.
const listSeparator = "|"
