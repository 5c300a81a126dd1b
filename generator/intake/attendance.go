package intake

import (
	"strings"

	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// This file knows the words by which a document tells of one person whether they came.

const (
	cameWords   = `(?:var\s+)?(?:til\s?stede|tilstedeværende)|deltog|deltager|deltagende|mødt|mødte|fremmødt|mødt frem`
	missedWords = `(?:har |havde |er |var )?(?:meldt |med |sendt )?afbud|(?:er |var )?(?:fraværende(?: (?:med|uden) afbud)?|ikke\s+(?:til\s?stede|mødt|fremmødt|deltagende)|forhindret|sygemeldt|syg|udeblevet|bortrejst)|fravær|sygdom|udeblev|mødte ikke|deltog ikke|deltager ikke|forfald|` +
		`(?:på )?(?:orlov|barsel|barselsorlov|ferie)`
)

var (
	cameWord   = pattern.Of(`(?i)^(?:` + cameWords + `)\.?$`)
	absentWord = pattern.Of(`(?i)^(?:` + missedWords + `)\.?$`)
	absentEnd  = pattern.Of(`(?i)\s*(?:[,–—-]\s*|\s)(?:` + missedWords + `)\.?$`)
	cameEnd    = pattern.Of(`(?i)\s*(?:[–—-]\s*|\s)(?:` + cameWords + `)\.?$`)
	tick       = pattern.Of(`(?i)^(?:x|✓|✔|☑|☒|ja|\[x\])$`)
	noTick     = pattern.Of(`(?i)^(?:☐|□|nej|\[ ?\]|-|–|—|÷|0)$`)
)

// attended takes words that tell whether somebody came. What a mark alone says depends on a heading that may not
// be there, so that it is doubted.
func (p *attendee) attended(words string) bool {
	switch {
	case absentWord().MatchString(words):
		p.Absent = true
	case cameWord().MatchString(words):
		if p.Absent {
			p.unclear = append(p.unclear, unclear{code: source.DoubtMark, arg: words})
		}
	case tick().MatchString(words):
		p.unclear = append(p.unclear, unclear{code: source.DoubtMark, arg: words})
	case noTick().MatchString(words):
		p.Absent = true
		p.unclear = append(p.unclear, unclear{code: source.DoubtMark, arg: words})
	default:
		return false
	}
	return true
}

// marked reads the cells of a row that stand under "Til stede" and "Afbud"; known tells that the table has a column
// of the first.
func (p *attendee) marked(present, absent string, known bool) {
	came := present != "" && !noTick().MatchString(present) && !absentWord().MatchString(present)
	missed := absent != "" && !noTick().MatchString(absent)
	switch {
	case came && missed:
		p.Absent = true
		p.unclear = append(p.unclear, unclear{code: source.DoubtMark, arg: absent})
	case missed:
		p.Absent = true
		if !tick().MatchString(absent) && !absentWord().MatchString(absent) {
			p.unclear = append(p.unclear, unclear{code: source.DoubtMark, arg: absent})
		}
	case present == "" && known:
		p.Absent = true
		p.unclear = append(p.unclear, unclear{code: source.DoubtBox, arg: p.Name})
	case present != "" && !came:
		p.Absent = true
	case came && !tick().MatchString(present) && !cameWord().MatchString(present) && !p.said(present):
		p.addNote(present)
	}
}

// takeAbsence takes words of absence from the end of a text: "Anna Holm – afbud".
func (p *attendee) takeAbsence(text string) string {
	if m := absentEnd().FindString(text); m != "" {
		p.Absent = true
		return strings.TrimSuffix(strings.TrimSuffix(text, m), ":")
	}
	if m := cameEnd().FindString(text); m != "" && !p.Absent {
		return strings.TrimSuffix(strings.TrimSuffix(text, m), ":")
	}
	return text
}
