package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"referat/generator/content"
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
				a.names[key(name)] = n.Role
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
	k := key(l.text)
	if _, known := a.names[k]; known {
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
	return strings.HasSuffix(l.text, ":") && l.first || l.alone() && !sentenceLike(l.text)
}

var runIn = regexp.MustCompile(`^(\p{L}[\p{L} -]{2,40}?)\s*:\s+\S`)

// runInName is a name of the vocabulary at the beginning of a line, before a colon and text.
func (a *analysis) runInName(l *line) string {
	if l.cells != nil {
		return ""
	}
	if m := runIn.FindStringSubmatch(l.text); m != nil {
		if _, known := a.names[key(m[1])]; known {
			return m[1]
		}
	}
	return ""
}
