package content

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/danish"
)

// digits is a run of digits in a text, with the points between groups of three.
type digits struct{ from, to int }

// numbersIn adds the runs of digits to a list. A point counts when three digits follow it
// and three or fewer stand before it.
func numbersIn(list []digits, text string) []digits {
	for i := nextDigit(text, 0); i < len(text); i = nextDigit(text, i) {
		from := i
		for isDigit(text, i) {
			i++
		}
		for i-from <= 3 || i > from+3 && text[i-4] == '.' {
			if i >= len(text) || text[i] != '.' || !isDigit(text, i+1) || !isDigit(text, i+2) || !isDigit(text, i+3) || isDigit(text, i+4) {
				break
			}
			i += 4
		}
		list = append(list, digits{from, i})
	}
	return list
}

// nextDigit is where the next digit stands from a place on, or the end of the text.
func nextDigit(text string, at int) int {
	for at < len(text) && !isDigit(text, at) {
		at++
	}
	return at
}

func isDigit(text string, i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }

// counted is a time that something was counted at, and where it stands.
type counted struct {
	from, to int
	words    string // as package danish reads them
}

// roughly are words before a number that is not meant to be exact, or that is one of
// several: "mere end", "op til", "af".
var roughly = map[string]bool{"ca.": true, "cirka": true, "omkring": true, "knap": true, "godt": true, "over": true, "under": true, "end": true,
	"mindst": true, "højst": true, "mod": true, "til": true, "næsten": true, "yderligere": true, "nye": true, "flere": true, "af": true}

// figures notes the numbers that stand in a sentence with a time: a day, or a part of a
// month that has a last day. A month alone is none, since what happened in it is counted
// so too.
func (r *proseReader) figures(b *block) {
	var times []counted
	for _, n := range r.numbers {
		if c, ok := timeEnding(b.text, n); ok {
			times = append(times, c)
		}
	}
	if times == nil {
		return
	}
	for _, n := range r.numbers {
		of := wordsAfter(b.text, n.to)
		if of == "" || n.from > 0 && !isGap(b.text[n.from-1]) {
			continue
		}
		if _, word := wordBefore(b.text, n.from); roughly[strings.ToLower(word)] {
			continue
		}
		first, last := danish.Sentence(b.text, n.from)
		at := nearest(times, n.from, first, last)
		if at == nil {
			continue
		}
		value, err := danish.ParseNumber(b.text[n.from:n.to])
		date, bad := danish.ParsePartial(at.words)
		if err != nil || bad != nil || date.AsOf().IsZero() {
			continue
		}
		date.Words = strings.Clone(b.text[at.from:at.to])
		r.prose.Figures = append(r.prose.Figures, Figure{Words: strings.Clone(b.text[n.from:n.to]), Value: value,
			Of: strings.Clone(of), Date: date, Pos: b.pos(r.path, n.from)})
	}
}

// timeEnding gives the time whose year a number is: "ultimo oktober 2023", "31. oktober
// 2023", "udgangen af oktober 2023".
func timeEnding(text string, n digits) (counted, bool) {
	if n.to-n.from != len("2023") || n.from == 0 {
		return counted{}, false
	}
	from, month := wordBefore(text, n.from)
	if _, is := danish.IsMonth(strings.ToLower(month)); !is {
		return counted{}, false
	}
	before, word := wordBefore(text, from)
	whole := func(at int) string { return text[at:n.to] }
	switch word = strings.ToLower(word); {
	case word == "primo" || word == "medio" || word == "ultimo":
		return counted{before, n.to, whole(before)}, true
	case strings.HasSuffix(word, ".") && strings.Trim(word, "0123456789.") == "":
		return counted{before, n.to, whole(before)}, true
	case word == "af":
		if begin, end := wordBefore(text, before); strings.EqualFold(end, "udgangen") || strings.EqualFold(end, "slutningen") {
			return counted{begin, n.to, "ultimo " + whole(from)}, true
		}
	}
	return counted{}, false
}

// wordBefore is the word that ends before a place, and where it begins.
func wordBefore(text string, at int) (from int, word string) {
	space := func(r rune) bool { return r == ' ' || r == '\u00a0' }
	word = strings.TrimRightFunc(text[:at], space)
	if i := strings.LastIndexFunc(word, func(r rune) bool { return space(r) || r == '(' }); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		from = i + size
	}
	return from, word[from:]
}

// wordsAfter are up to three words after a number, as far as letters go.
func wordsAfter(text string, at int) string {
	rest, spaced := strings.CutPrefix(text[at:], " ")
	if !spaced {
		if rest, spaced = strings.CutPrefix(text[at:], "\u00a0"); !spaced {
			return ""
		}
	}
	words, end := 0, 0
	for i, r := range rest {
		switch {
		case unicode.IsLetter(r) || r == '-':
			end = i + utf8.RuneLen(r)
		case r == ' ' && end == i && words < 2:
			words++
		default:
			return rest[:end]
		}
	}
	return rest[:end]
}

// isGap tells that a byte can stand before a number of its own.
func isGap(c byte) bool { return c == ' ' || c == '(' || c == 0xA0 || c == '*' }

// nearest is the last of the times of a sentence that stand before a number, else the
// first after it; nil when it has none, or when the number is part of one.
func nearest(times []counted, number, first, last int) (best *counted) {
	for i := range times {
		switch t := &times[i]; {
		case t.from <= number && number < t.to:
			return nil
		case t.from < first || t.to > last:
		case t.to <= number || best == nil:
			best = t
		}
	}
	return best
}

// allOf ends in a number of all there are of what follows.
var allOf = regexp.MustCompile(`(?i)(?:^|[^\pL])(alle|samtlige|de)(?: de)? (\d{1,3}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve) $`)

// numberWords are the numbers that are written in letters, from two on.
const numberWords = " to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve "

// totals notes how many subjects a text says that there are.
func (r *proseReader) totals(b *block) {
	for _, word := range r.words.SubjectWords {
		for at := 0; word != ""; {
			i := strings.Index(b.text[at:], word)
			if i < 0 {
				break
			}
			from := at + i
			at = from + len(word)
			if next, _ := utf8.DecodeRuneInString(b.text[at:]); !unicode.IsLetter(next) {
				r.total(b, from, at)
			}
		}
	}
}

func (r *proseReader) total(b *block, from, to int) {
	start := max(0, from-30)
	m := allOf.FindStringSubmatchIndex(b.text[start:from])
	if m == nil {
		return
	}
	written := strings.ToLower(b.text[start+m[4] : start+m[5]])
	value, err := strconv.Atoi(written)
	if err != nil {
		value = 1 + len(strings.Fields(numberWords[:strings.Index(numberWords, " "+written+" ")+len(written)+1]))
	}
	begin := start + m[2]
	r.prose.Totals = append(r.prose.Totals, Total{Words: strings.Clone(b.text[begin:to]), Value: value,
		All: !strings.EqualFold(b.text[begin:start+m[3]], "de"), Pos: b.pos(r.path, begin)})
}
