package intake

import (
	"strings"
	"unicode/utf8"

	"referat/generator/content"
	"referat/generator/intake/pattern"
)

// usual are headings of sections that Danish authorities use beside those of the settings.
var usual = map[string]content.Role{
	"drøftelse": content.Outcome, "konklusion": content.Outcome, "opfølgning": content.Next, "det videre forløb": content.Next, "videre forløb": content.Next,
	"næste skridt": content.Next, "aktioner": content.Next, "aktionspunkter": content.Next, "handlinger": content.Next, "vurdering": content.Case, "sagsresumé": content.Case, "sagsresume": content.Case,
	"resultat": content.Outcome, "formål": content.Case, "indledning": content.Case, "lovgrundlag": content.Case, "retsgrundlag": content.Case,
	"høring": content.Case, "kommunikation": content.Case, "borgerinddragelse": content.Case, "tidsplan": content.Case, "tidsperspektiv": content.Case,
	"administrationens indstilling": content.Proposal, "forvaltningens indstilling": content.Proposal, "sekretariatets indstilling": content.Proposal, "administrationen indstiller": content.Proposal,
	"forslag": content.Proposal, "tidligere behandling": content.Case, "tidligere beslutninger": content.Case, "sagens baggrund": content.Case, "beslutninger": content.Outcome,
	"bemærkninger": content.Outcome, "protokol": content.Outcome, "forhandling": content.Outcome, "afstemning": content.Outcome, "økonomiske konsekvenser": content.Case,
	"konsekvenser": content.Case, "bilagsliste": content.Enclosure, "status": content.Case, "sagsforløb": content.Case, "klima": content.Case, "sundhed": content.Case, "personalemæssige konsekvenser": content.Case,
}

// indexNames makes the vocabulary of sections quick to look up in.
func (a *analysis) indexNames() {
	a.names = map[string]content.Role{}
	for _, n := range a.words.Sections {
		for _, name := range append([]string{n.Name}, n.Also...) {
			if start, open := strings.CutSuffix(name, "…"); open {
				a.opened = append(a.opened, strings.ToLower(strings.TrimSpace(start)))
			} else {
				a.names[folded(name)] = n.Role
			}
		}
	}
}

// longestOpened is more than a heading has that is known by its beginning.
const longestOpened = 110

// sectionName is the words of a line that stands by itself as the heading of a section of
// the vocabulary; "" of any other.
func (a *analysis) sectionName(l *line) string {
	if l.cells != nil || utf8.RuneCountInString(l.text) > longestOpened {
		return ""
	}
	k := folded(l.text)
	if _, known := a.names[k]; known && !strings.HasPrefix(k, "se ") { // "Se alle bilag" is a page's link
		return l.text
	}
	if a.outcomeOf(l) {
		return l.text
	}
	for _, start := range a.opened {
		rest, begins := strings.CutPrefix(k, start)
		if begins && (rest == "" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ",")) && a.openedName(l, start) {
			return l.text
		}
	}
	return ""
}

// openedName tells that a line that begins as a section's name does is its heading, and not a sentence.
func (a *analysis) openedName(l *line, start string) bool {
	switch {
	case start == "ad": // numbers are for the items to judge
		return false
	case l.marked():
		return true
	case strings.HasPrefix(start, "det indstilles"), strings.HasPrefix(start, "bilag"):
		return false // a sentence of the proposal, an entry of the list
	}
	return strings.HasSuffix(l.text, ":") && l.first || (l.alone() || l.first && len(datesIn(l.text)) > 0) && !sentenceLike(l.text)
}

var (
	outcomeName = pattern.Of(`^(?i:beslutning|behandling|indstilling|afgørelse|udtalelse|anbefaling)(?:er)?\s+(?:i\s+|fra\s+|af\s+)?\p{Lu}`)
	datedBody   = pattern.Of(`^\p{Lu}[\p{L}&,/ -]{3,70}?,?\s+(?:den\s+)\d{1,2}(?:\.\s?\p{L}+\s|[.-]\d{1,2}[.-])\d{4}\s*:?$`)
	earlier     = pattern.Of(`^\p{Lu}[\p{L}&,/ -]{3,70}?,?\s+(?:den\s+)?\d{1,2}[.-].*(?:pkt\.?|punkt)\s*(?:nr\.?\s*)?\d+\s*:?$`)
)

// outcomeOf tells of a heading that names a body and the day on which it decided: "Beslutning
// Økonomiudvalget den 19. februar 2020", "Byrådet, 7. januar 2020, pkt. 123:".
func (a *analysis) outcomeOf(l *line) bool {
	dates := datesIn(l.text)
	if len(dates) == 0 || dates[0].date.IsZero() || sentenceLike(l.text) || !l.first && !strings.HasSuffix(l.text, ":") {
		return false
	}
	return outcomeName().MatchString(l.text) || a.earlierOutcome(l.text) || datedBody().MatchString(l.text) && bodyName().MatchString(l.text) && !strings.Contains(l.text, "mødet")
}

// earlierOutcome tells of the heading of what another body decided before.
func (a *analysis) earlierOutcome(text string) bool {
	return earlier().MatchString(text)
}

var runIn = pattern.Of(`^(\p{L}[\p{L} -]{2,40}?)\s*:\s+\S`)

// runInName is a name of the vocabulary at the beginning of a line, before a colon and text.
func (a *analysis) runInName(l *line) string {
	if l.cells != nil {
		return ""
	}
	if m := runIn().FindStringSubmatch(l.text); m != nil {
		_, known := a.names[folded(m[1])]
		if _, often := usual[folded(m[1])]; known || often {
			return m[1]
		}
	}
	return ""
}
