package content

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestAbbreviation is how many letters one has at most; longer words in capitals are
// there to be loud.
const longestAbbreviation = 6

// everyday are abbreviations that need no explanation, and units.
var everyday = map[string]bool{
	"DK": true, "EU": true, "USA": true, "UK": true, "FN": true, "NATO": true, "DC": true,
	"CPR": true, "CVR": true, "EAN": true, "DKK": true, "EUR": true, "USD": true,
	"IT": true, "TV": true, "PC": true, "PDF": true, "SMS": true, "ID": true, "CV": true, "OK": true, "NB": true, "PS": true,
	"KB": true, "MB": true, "GB": true, "TB": true, "PB": true, "KG": true, "KM": true, "CM": true, "MM": true, "ML": true, "KW": true, "HZ": true,
}

// isRoman takes the numerals of chapters and kings; longer ones look like other words.
func isRoman(word string) bool { return strings.Trim(word, "IVX") == "" }

// standsAlone tells that the bytes from..to of a text are a word, or the part of one that
// an ending is joined on to: "KPI’er", "EU-projekt". What is part of an address is none.
func standsAlone(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !strings.ContainsRune("/@._&", before) &&
		!unicode.IsLetter(after) && !unicode.IsDigit(after) && !strings.ContainsRune("/@_&", after)
}

// An abbreviation is explained in brackets right after it ("NNF (Novo Nordisk Fonden)"), or
// after a word or two more when the brackets begin with its letter; or it stands in
// brackets after what it is short for.
var (
	rightAfter = regexp.MustCompile(`^(?:[’']\pL+)? \(\pL{2}`)
	soonAfter  = regexp.MustCompile(`^(?: \pL+){1,2} \((\pL)`)
	alone      = regexp.MustCompile(`^(?:[’']\pL+)?\)`)
)

func explained(text string, from, to int) bool {
	rest := text[to:]
	if strings.HasSuffix(text[:from], "(") && alone.MatchString(rest) || rightAfter.MatchString(rest) {
		return true
	}
	m := soonAfter.FindStringSubmatch(rest)
	return m != nil && strings.HasPrefix(text[from:to], strings.ToUpper(m[1]))
}
