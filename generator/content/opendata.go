package content

import (
	"strings"

	"referat/generator/danish"
	"referat/generator/source"
)

// OpenData says how the data of the site may be used. Nothing of it is taken for granted:
// where the authority has chosen no licence, none is stated.
type OpenData struct {
	Licence    string
	LicenceURL string
	Contact    string // an address with mailto: or https://; "" is the organisation's
	Theme      string // code of the data theme of the EU; "" of none
	Next       danish.Date
	Pos        source.Pos // of the table, or of the settings
	NextPos    source.Pos
}

// dataThemes are the codes of the EU's vocabulary of data themes
// (http://publications.europa.eu/resource/authority/data-theme).
func dataThemes() []string {
	return []string{"AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"}
}

func readOpenData(t *table) OpenData {
	a := t.table("data")
	d := OpenData{LicenceURL: a.web("licence_url"), Licence: a.text("licence"), Theme: a.choice("theme", dataThemes()...), Next: readDay(a, "next", "2026-12-15"),
		Pos: source.Pos{Path: t.doc.path}, NextPos: a.pos("next")}
	if written := a.text("contact"); written != "" {
		if d.Contact = contactAddress(written); d.Contact == "" || strings.HasPrefix(d.Contact, "tel:") {
			a.report("contact", source.BadDataContact, written)
		}
	}
	if t.has("data") {
		d.Pos = t.keyPos("data")
	}
	switch {
	case d.Licence != "" && !a.has("licence_url"):
		a.missing("licence_url", `licence_url = "https://creativecommons.org/licenses/by/4.0/deed.da"`)
	case d.LicenceURL != "" && !a.has("licence"):
		a.missing("licence", `licence = "CC BY 4.0"`)
	}
	a.end()
	return d
}
