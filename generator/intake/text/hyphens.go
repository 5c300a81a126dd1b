package text

import (
	"strings"
	"unicode"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

var (
	lastPart   = pattern.Of(`[\pL\p{Nd}]+(?:-[\pL\p{Nd}]+)*-$`)
	firstPart  = pattern.Of(`^[\pL\p{Nd}]+`)
	suspended  = pattern.Of(`^(?:og|eller|samt|til|såvel|men|hhv\.|/)(?:\s|$|/)`) // "arve- og miljøfaktorer"
	fromTo     = pattern.Of(`(?i)^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:man|tirs|ons|tors|fre|lør|søn)dag|primo|medio|ultimo)$`)
	hyphenated = pattern.Of(`[\pL\p{Nd}]+(?:-[\pL\p{Nd}]+)+`)
)

// firstHalves are words that are written with a hyphen before another.
var firstHalves = map[string]bool{
	"set": true, "semi": true, "non": true, "e": true, "it": true, "tv": true, "cv": true, "pc": true, "co": true, "ex": true,
	"eks": true, "back": true, "check": true, "kick": true, "on": true, "off": true, "up": true, "follow": true, "stand": true, "work": true,
}

// maxJoined is how long a line can be, in bytes, that a word is joined to.
const maxJoined = 1 << 10

// compounds are the words that lines have with a hyphen inside, in small letters.
func compounds(lines []line) map[string]bool {
	known := map[string]bool{}
	for i := range lines {
		if strings.Contains(lines[i].text, "-") {
			for _, w := range hyphenated().FindAllString(lines[i].text, -1) {
				known[strings.ToLower(w)] = true
			}
		}
	}
	return known
}

// hyphen puts the first word of a line behind the hyphen that ends the line above. The hyphen goes when it
// stands there only because the line was full; it stays in words that are written with one. A hyphen that
// stands between two times or two parts of a list parts words, and is left alone.
func (r *reader) hyphen(above, next string, soft bool, at manuscript.Place) (left, rest string, joined bool) {
	if !strings.HasSuffix(above, "-") || len(above) > maxJoined {
		return "", "", false
	}
	a, b := lastPart().FindString(above[strings.LastIndexByte(above, ' ')+1:]), firstPart().FindString(next)
	if a == "" || b == "" || !soft && (suspended().MatchString(next) || fromTo().MatchString(b) || fromTo().MatchString(strings.TrimSuffix(a, "-"))) {
		return "", "", false
	}
	word, rest, _ := strings.Cut(next, " ")
	rest = strings.TrimSpace(rest)
	if !soft && !r.removable(strings.TrimSuffix(a, "-"), b) {
		return above + word, rest, true
	}
	r.doc.Joins = append(r.doc.Joins, manuscript.Join{Left: a, Right: b, At: at})
	return strings.TrimSuffix(above, "-") + word, rest, true
}

// removable tells that two halves are one word without a hyphen.
func (r *reader) removable(a, b string) bool {
	return isLower(a) && isLower(b) && length(a) > 1 && length(b) > 1 && !firstHalves[a] && !r.known[a+"-"+b]
}

func isLower(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLower(r) })
}
