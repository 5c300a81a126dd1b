package data

// Decisions is the register of decisions, newest first.
type Decisions struct {
	SchemaAddress string     `json:"$schema"`
	Schema        string     `json:"schema"`
	Address       string     `json:"address"`
	Decisions     []Decision `json:"decisions"`
}

// Decision is one decision in some minutes.
type Decision struct {
	Date        string   `json:"date"`
	Draft       bool     `json:"draft,omitempty"`
	Committee   Named    `json:"committee"`
	Number      string   `json:"number,omitempty"` // of the item, as its title and address
	Title       string   `json:"title"`
	Address     string   `json:"address"`
	Concerns    []string `json:"concerns,omitempty"` // ids of subjects
	ConcernsAll bool     `json:"concerns_all,omitempty"`
	BodyText    Text     `json:"-"`
	Text        string   `json:"text"`
}

// filled is a copy: a view is never changed.
func (d Decisions) filled(texts Texts) Decisions {
	list := make([]Decision, len(d.Decisions))
	for i, one := range d.Decisions {
		one.Text = one.BodyText.plain(texts)
		list[i] = one
	}
	d.Decisions = list
	return d
}
