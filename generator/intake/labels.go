package intake

import (
	"strings"
	"unicode"
)

// fact is what a label of the head is about.
type fact int

const (
	noFact       fact = iota
	dateFact          // of the meeting or the document; which, is told by the others
	meetingDate       // of the meeting
	documentDate      // of the document
	timeFact          // when, perhaps with the date
	startFact
	endFact
	placeFact
	chairFact
	secretaryFact
	unitFact
	officerFact
	caseFact
	documentFact
	subjectFact // the title, or the committee
	otherFact   // kept, and no more
)

// labels are the words before a colon in the head of minutes.
var labels = map[string]fact{
	"dato": dateFact, "mødedato": meetingDate, "dato for møde": meetingDate, "dato for mødet": meetingDate, "mødedag": meetingDate, "afholdt": meetingDate, "mødet afholdt": meetingDate, "møde afholdt": meetingDate, "møde den": meetingDate,
	"dato og tidspunkt": timeFact, "dato og tid": timeFact, "dato/tid": timeFact, "dato & tid": timeFact, "tid og sted": timeFact, "tid": timeFact, "tidspunkt": timeFact, "mødetidspunkt": timeFact, "mødetid": timeFact, "klokken": timeFact, "kl": timeFact, "hvornår": timeFact,
	"tid/sted": timeFact, "tidspunkt og sted": timeFact, "dato, tid og sted": timeFact, "dato og sted": timeFact,
	"starttidspunkt": startFact, "start": startFact, "mødestart": startFact, "mødet startede": startFact,
	"sluttidspunkt": endFact, "slut": endFact, "mødet sluttede": endFact, "mødet slut": endFact, "mødet hævet": endFact, "mødet sluttet": endFact, "mødet hævet kl": endFact, "mødet sluttede kl": endFact,
	"sted": placeFact, "mødested": placeFact, "lokale": placeFact, "mødelokale": placeFact, "hvor": placeFact,
	"mødeleder": chairFact, "formand": chairFact, "ordstyrer": chairFact, "dirigent": chairFact, "mødeledelse": chairFact, "mødeformand": chairFact, "forperson": chairFact,
	"sekretær": secretaryFact, "referent": secretaryFact, "referenter": secretaryFact, "ref": secretaryFact, "referat": secretaryFact, "mødesekretær": secretaryFact, "referat ved": secretaryFact,
	"enhed": unitFact, "afdeling": unitFact, "kontor": unitFact, "center": unitFact, "forvaltning": unitFact,
	"sagsbeh": officerFact, "sagsbehandler": officerFact, "initialer": officerFact, "init": officerFact, "kontaktperson": officerFact, "reference": officerFact,
	"sagsnr": caseFact, "sagnr": caseFact, "sagsnummer": caseFact, "sag": caseFact, "j.nr": caseFact, "jnr": caseFact, "j. nr": caseFact, "journalnr": caseFact, "journalnummer": caseFact, "sagsid": caseFact, "sag nr": caseFact, "sags nr": caseFact, "sags-id": caseFact, "acadre nr": caseFact, "esdh-nr": caseFact, "esdh": caseFact,
	"dok.nr": documentFact, "dok nr": documentFact, "dok": documentFact, "doknr": documentFact, "dokumentnr": documentFact, "dokumentnummer": documentFact, "brevid": documentFact, "dok.id": documentFact, "dok. nr": documentFact, "dokid": documentFact,
	"udsendelsesdato": documentDate, "referatdato": documentDate, "dato for referat": documentDate, "udsendt": documentDate, "referat udsendt": documentDate, "dato for udsendelse": documentDate, "udarbejdet": documentDate, "udarbejdet den": documentDate, "dateret": documentDate, "oprettet": documentDate, "udskrevet": documentDate, "dokumentdato": documentDate, "dokument af": documentDate, "sendt": documentDate, "offentliggjort": documentDate, "sidst ændret": documentDate, "senest ændret": documentDate,
	"rev. dato": otherFact, "rev.dato": otherFact, "revisionsdato": otherFact, "telefon": otherFact, "tlf": otherFact, "e-mail": otherFact, "mail": otherFact, "side": otherFact, "status": otherFact, "version": otherFact, "næste møde": otherFact, "referat godkendt": otherFact, "referat publiceret": otherFact, "bilag": otherFact, "cc": otherFact, "til": otherFact, "fra": otherFact, "kopi": otherFact, "journalist": otherFact, "godkendt": otherFact, "udarbejdet af": otherFact, "bemærkninger": otherFact, "kopi til": otherFact, "åben sag": otherFact, "åbent": otherFact,
	"emne": subjectFact, "vedr": subjectFact, "vedrørende": subjectFact, "møde": subjectFact, "møde i": subjectFact, "udvalg": subjectFact, "mødetype": subjectFact, "titel": subjectFact, "forum": subjectFact, "mødeforum": subjectFact, "gruppe": subjectFact,
}

// value is a label with what stands behind it.
type value struct {
	fact  fact
	label string
	words string
}

// labelled reads a line that begins with a label: "Dato: 8. maj", "Sagsnr. 12/838", "Mødested".
func labelled(text string) (fact, string, bool) {
	text = text[len(bullet().FindString(text)):]
	if i := strings.IndexAny(text, ":;"); i > 0 && i < 40 {
		f, rest := labels[folded(text[:i])], strings.TrimSpace(text[i+1:])
		if folded(text[:i]) == "referat" && !nameLike(personName(rest)) && !shortCode().MatchString(rest) {
			return noFact, "", false // the kind of document or a section; the minute-taker only with a name
		}
		if f != noFact && (i+1 == len(text) || text[i+1] == ' ' || !digitBehind(text, i)) {
			return f, rest, true
		}
	}
	if f := labels[folded(text)]; f != noFact && f != otherFact && f != subjectFact && folded(text) != "referat" {
		return f, "", true
	}
	words := strings.Fields(text)
	for n := min(3, len(words)-1); n > 0; n-- {
		f := labels[folded(strings.Join(words[:n], " "))]
		rest := strings.Join(words[n:], " ")
		if f == noFact || f == otherFact || f == subjectFact || folded(words[0]) == "referat" {
			continue // "REFERAT AF MØDE" names no minute-taker
		}
		if f == chairFact || f == secretaryFact {
			if nameLike(rest) && capital(words[0]) {
				return f, rest, true
			}
			continue
		}
		if l := folded(words[0]); f == placeFact && n == 1 && (l == "mødested" || l == "mødelokale" || l == "sted") && isUpper(words[0]) && isUpper(rest) && len(words) < 8 {
			return f, rest, true
		}
		if strings.ContainsFunc(words[n], unicode.IsDigit) && capital(words[0]) && f != placeFact || f <= endFact && f != dateFact && (len(datesIn(rest)) > 0 || timePattern().MatchString(rest)) {
			return f, rest, true
		}
	}
	return noFact, "", false
}

// isUpper tells that a text begins with a capital letter.
func isUpper(s string) bool { return capital(s) && !isLower(s) && !unicode.IsDigit(rune(s[0])) }

// digitBehind tells that a colon stands inside a time of day.
func digitBehind(text string, colon int) bool {
	return colon+1 < len(text) && text[colon+1] >= '0' && text[colon+1] <= '9' && text[colon-1] >= '0' && text[colon-1] <= '9'
}

// valuesOf reads all labels of a line, or of a table's row: each cell that is a label goes with the next.
func valuesOf(l *line) []value {
	if l.cells != nil {
		return valuesOfCells(l.cells)
	}
	f, words, ok := labelled(l.text)
	if set := labels[folded(l.text[:l.gap])]; set != noFact && !ok {
		f, words, ok = set, strings.TrimSpace(l.text[l.gap:]), true // in columns, without a colon
	}
	if !ok {
		return nil
	}
	v := value{fact: f, label: strings.TrimSpace(strings.TrimSuffix(unmarked(l.text), words)), words: words}
	list := []value{v}
	for {
		last := &list[len(list)-1]
		at, label, found := labelInside(last.words)
		if !found {
			return list
		}
		rest := last.words[at:]
		last.words = strings.TrimSpace(last.words[:at])
		f, words, _ := labelled(rest)
		list = append(list, value{fact: f, label: label, words: words})
	}
}

// labelInside finds a further label in a line: "Sagsnr. 12/838 Dok.nr. 345".
func labelInside(words string) (at int, label string, found bool) {
	for i := 1; i < len(words); i++ {
		if words[i-1] != ' ' {
			continue
		}
		f, _, ok := labelled(words[i:])
		rest := words[i:]
		colon := strings.IndexByte(rest, ':')
		if ok && f != otherFact && capital(rest) && (colon > 0 && labels[folded(rest[:colon])] != noFact || f >= unitFact && f <= documentFact && strings.ContainsFunc(rest, unicode.IsDigit)) {
			return i, rest, true
		}
	}
	return 0, "", false
}

func valuesOfCells(cells []string) []value {
	var list []value
	if nameLike(spaced(cells[0])) {
		return nil // a person, whose part in the body stands beside: "Anna Holm | Formand | Deltog"
	}
	for i := 0; i < len(cells); i++ {
		cell := spaced(cells[i])
		f, words, ok := labels[folded(cell)], "", true
		if f == noFact {
			f, words, ok = labelled(cell)
		}
		if !ok || strings.Contains(words, ":") && f == otherFact {
			continue
		}
		if words == "" && i+1 < len(cells) {
			words = spaced(cells[i+1])
			i++
		}
		list = append(list, value{fact: f, label: cell, words: words})
	}
	return list
}
