package content

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// Security is whom to tell of a hole in the site's security, as security.txt says it
// (RFC 9116). Without contacts there is none.
type Security struct {
	Contacts           []string // addresses with their schemes: "mailto:…", "https://…", "tel:…"
	Expires            danish.Date
	Policy             string
	PreferredLanguages []string
	Pos                source.Pos
	ExpiresPos         source.Pos
}

func readSecurity(t *table) Security {
	a := t.table("security")
	s := Security{Policy: a.web("policy"), PreferredLanguages: a.texts("preferred_languages"), Expires: readDay(a, "expires", "2026-12-31"),
		Pos: source.Pos{Path: t.doc.path}, ExpiresPos: a.pos("expires")}
	contacts := a.texts("contact")
	for _, written := range contacts {
		if address := contactAddress(written); address != "" {
			s.Contacts = append(s.Contacts, address)
		} else {
			a.report("contact", source.BadContact, written)
		}
	}
	if t.has("security") {
		s.Pos = t.keyPos("security")
		switch {
		case !a.has("contact"):
			a.missing("contact", `contact = ["sikkerhed@ngc.dk"]`)
		case contacts != nil && len(contacts) == 0: // nil is no list of texts, which has been told
			a.report("contact", source.NoContact)
		}
		if !a.has("expires") {
			a.missing("expires", "expires = 2026-12-31")
		}
	}
	a.end()
	return s
}

// readDay reads a day that is a date and no text.
func readDay(a *table, key, example string) danish.Date {
	if words, isText := a.values[key].value.(string); isText {
		_, _ = a.get(key) // a known key all the same
		a.wrong(key, example, words)
		return danish.Date{}
	}
	return a.date(key)
}
