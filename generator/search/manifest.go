package search

import (
	"encoding/json"

	"referat/generator/danish"
)

// Format is the number of the format that the package comment describes.
const Format = 1

// Manifest says what the index has, and what stands beside it.
type Manifest struct {
	Format     int        `json:"format"`
	Minutes    string     `json:"minutes"`         // address that committee/name is added to
	Items      int        `json:"items"`           // of the site
	First      string     `json:"first,omitempty"` // day of the oldest meeting
	Last       string     `json:"last,omitempty"`  // of the newest
	Parts      []PartName `json:"parts"`           // in order of time
	Committees []Named    `json:"committees"`
	Subjects   []Named    `json:"subjects"`
	Subject    string     `json:"subject"` // what one is called
	Pages      []Named    `json:"pages"`
	Synonyms   [][]string `json:"synonyms"` // of each list every entry says the same
	Common     []string   `json:"common"`   // stems
}

// PartName is a part of the index: the name of its folder, how many shards it has,
// and from which day to which its meetings are.
type PartName struct {
	Name   string `json:"name"`
	Shards int    `json:"shards"`
	First  string `json:"first"`
	Last   string `json:"last"`
}

// Named is a page of the site that queries also find, by its names.
type Named struct {
	ID      string   `json:"id,omitempty"`
	Name    string   `json:"name"`
	Also    []string `json:"also,omitempty"`
	Address string   `json:"address"`
}

// JSON is the manifest as a file.
func (m Manifest) JSON() []byte {
	m.Format, m.Common = Format, common()
	none := func(list *[]Named) {
		if *list == nil {
			*list = []Named{}
		}
	}
	none(&m.Committees)
	none(&m.Subjects)
	none(&m.Pages)
	if m.Parts == nil {
		m.Parts = []PartName{}
	}
	if m.Synonyms == nil {
		m.Synonyms = [][]string{}
	}
	out, err := json.Marshal(m)
	if err != nil {
		panic(err) // texts and numbers alone
	}
	return append(out, '\n')
}

// dayNamed is a day of the manifest as days since 1900.
func dayNamed(s string) int {
	d, err := danish.ParseDate(s)
	if err != nil {
		return 0
	}
	return dayOf(d)
}
