package content

import (
	"strings"

	"referat/generator/danish"
	"referat/generator/source"
)

// Statement is the accessibility statement (lov nr. 692 af 8. juni 2018): its
// address, whom to ask, when it was last brought up to date. All may be missing.
type Statement struct {
	URL, Phone, Email string
	Updated           danish.Date
	OverdueReason     string // why the site is published although the statement is too old
	Pos               source.Pos
	UpdatedPos        source.Pos
	OverduePos        source.Pos
}

// wordsOfAReason are as few as can say something.
const wordsOfAReason = 3

func readStatement(t *table) Statement {
	a := t.table("accessibility")
	s := Statement{
		URL: a.web("url"), Phone: a.phone("phone"), Email: a.mail("email"), Updated: a.date("updated"), OverdueReason: a.text("overdue_reason"),
		Pos: source.Pos{Path: t.doc.path}, UpdatedPos: a.pos("updated"), OverduePos: a.pos("overdue_reason"),
	}
	if t.has("accessibility") {
		s.Pos = t.keyPos("accessibility")
	}
	if a.has("overdue_reason") && len(strings.Fields(s.OverdueReason)) < wordsOfAReason {
		a.report("overdue_reason", source.OverdueReason, s.OverdueReason)
		s.OverdueReason = ""
	}
	a.end()
	return s
}
