package data

import (
	"strconv"
	"strings"
)

// Subjects are all subjects with their status, in the authority's own order.
type Subjects struct {
	SchemaAddress string         `json:"$schema"`
	Schema        string         `json:"schema"`
	Address       string         `json:"address"`
	Title         string         `json:"title"`
	Subjects      []SubjectState `json:"subjects"`
}

// SubjectState is a subject in the list of them all.
type SubjectState struct {
	ID         string     `json:"id"`
	Name       string     `json:"name"`
	Aliases    []string   `json:"aliases"`
	Status     Status     `json:"status"`
	Evaluation Evaluation `json:"evaluation,omitzero"`
	Address    string     `json:"address"`
}

// SubjectColumns are the columns of the table of subjects, in their order.
func SubjectColumns() []string {
	return []string{"id", "name", "aliases", "status", "done", "date_words", "date_from", "date_to", "source",
		"evaluation", "evaluation_from", "evaluation_to", "address"}
}

func (s Subjects) lines(line func(...string)) {
	line(SubjectColumns()...)
	for _, g := range s.Subjects {
		line(g.ID, g.Name, strings.Join(g.Aliases, listSeparator), g.Status.Title, strconv.FormatBool(g.Status.Done),
			g.Status.Date.Words, g.Status.Date.From, g.Status.Date.To, g.Status.Source,
			g.Evaluation.Words, g.Evaluation.From, g.Evaluation.To, g.Address)
	}
}
