package content

import (
	"referat/generator/danish"
)

// Correction is a dated change of the published text.
type Correction struct {
	Date            danish.Date
	Kind            CorrectionKind
	What, Why, Item string
	Anchor          string // where the page shows it, unless it was published elsewhere: "rettelse-2023-12-12"
}

// CorrectionKind is what a correction does to the text.
type CorrectionKind string

const (
	Amendment     CorrectionKind = "rettelse"     // puts right what was wrong; also when nothing is said
	Clarification CorrectionKind = "praecisering" // says more clearly what was meant
	Revision      CorrectionKind = "revision"     // a new edition of the whole
)

func correctionKinds() []string {
	return []string{string(Amendment), string(Clarification), string(Revision)}
}

func (m *Minutes) readCorrections(t *table) {
	for _, c := range t.tables("corrections") {
		correction := Correction{Date: c.stateDate("date", true), Kind: CorrectionKind(c.choice("kind", correctionKinds()...)),
			What: c.required("what", `what = "…"`), Why: c.text("why"), Item: c.text("item")}
		if correction.Kind == "" {
			correction.Kind = Amendment
		}
		c.end()
		m.Corrections = append(m.Corrections, correction)
	}
}

// Entry is a correction by its place, its day and its words.
func (c Correction) Entry() Entry { return Entry{c.Anchor, sealWords(c.Date.String(), c.What)} }

// PublicCorrections are those that all may read.
func (m *Minutes) PublicCorrections() []Correction {
	var open []Correction
	for _, c := range m.Corrections {
		if c.What != "" {
			open = append(open, c)
		}
	}
	return open
}

// placeCorrections gives each correction an anchor, in the order of the file; where each was
// published the record knows. Of closed items nothing is kept: what was said behind
// closed doors stays there.
func (m *Minutes) placeCorrections(c *converter) {
	for i := range m.Corrections {
		correction := &m.Corrections[i]
		correction.Anchor = c.anchor("rettelse-" + correction.Date.String())
		if m.IsClosed(correction.Item) {
			correction.What, correction.Why = "", ""
		}
	}
}

// IsClosed tells that the item of the number was dealt with behind closed doors,
// as the agenda says of the number or of the title in the text.
func (m *Minutes) IsClosed(number string) bool {
	agenda, item := m.AgendaItem(number), m.Item(number)
	return number != "" && (agenda != nil && agenda.Closed || item != nil && item.Closed)
}
