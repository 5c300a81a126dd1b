package content

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// Personal is what staff have decided about personal data: contacts that anybody may see, and what looks like
// personal data at one place and is something else.
type Personal struct {
	Allow      []string // telephone numbers, mail addresses, domains: "@ngc.dk"
	Exceptions []Exception

	marks []Mark // of the settings themselves; what contacts they name is for everybody to see
}

// Exception is one such place. What is as a message shows it.
type Exception struct {
	Path             source.Path
	What, Reason, By string
	Date             danish.Date
	Pos              source.Pos
}

func readPersonal(t *table) Personal {
	allow := t.table("personal")
	p := Personal{Allow: allow.texts("allow")}
	allow.end()
	for _, e := range t.tables("exceptions") {
		one := Exception{
			Path: source.Path(e.required("path", `path = "content/…"`)), What: e.required("what", `what = "010203-****"`),
			Reason: e.required("reason", `reason = "…"`), By: e.required("by", `by = "…"`), Date: e.stateDate("date", true), Pos: e.pos("path"),
		}
		e.end()
		if one.Reason != "" && one.By != "" { // else nobody answers for it, and it allows nothing
			p.Exceptions = append(p.Exceptions, one)
		}
	}
	return p
}

// Contacts are the telephone numbers, mail addresses and domains that the site may show: those that are allowed, and
// the organisation's own.
func (s *Settings) Contacts() []string {
	contacts := append([]string{}, s.Personal.Allow...)
	for _, own := range append([]string{s.Organisation.Phone, s.Organisation.Email, s.Statement.Phone, s.Statement.Email}, append(s.Security.Contacts, s.Data.Contact)...) {
		if own != "" {
			contacts = append(contacts, own)
		}
	}
	return contacts
}
