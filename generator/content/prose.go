package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/danish"
	"referat/generator/source"
)

// Prose is what the words of a file tell by themselves, for package site to hold against
// what other files say. A file that is read has it, whatever kind of document it is.
type Prose struct {
	Reading  danish.Readability
	Capitals []Capitals
	Figures  []Figure
	Totals   []Total
	Listed   []ListedName
}

// Capitals are a word in capitals that the text does not explain: most likely an
// abbreviation.
type Capitals struct {
	Word  string
	Times int
	Pos   source.Pos // of the first
}

// Figure is a number of something in a sentence that names a time.
type Figure struct {
	Words string // the number as written
	Value int
	Of    string         // the words after it, as far as they may be needed to tell what it counts
	Date  danish.Partial // the time that stands nearest before it, else after it
	Pos   source.Pos
}

// Total is a number of all there are of something: "de 17 patientgrupper".
type Total struct {
	Words string // "alle 17 patientgrupper"
	Value int
	All   bool // "alle", so that no part of them is meant
	Pos   source.Pos
}

// ListedName is a line in a column of a table.
type ListedName struct {
	Name, Column string
	Pos          source.Pos
}

// readProse goes through a body once, and tells what in it is wrong whatever else there is.
// Who wants to see its blocks too gives a visitor.
func readProse(path source.Path, body string, line int, v *Vocabulary, also func(b *block)) (*Prose, []source.Problem) {
	r := proseReader{path: path, words: v, prose: &Prose{}, known: map[string]int{}}
	eachBlock(body, line, func(b *block) {
		r.block(b)
		if also != nil {
			also(b)
		}
	})
	kept := r.prose.Capitals[:0]
	for _, c := range r.prose.Capitals {
		if c.Times > 0 { // else it is explained
			kept = append(kept, c)
		}
	}
	r.prose.Capitals = kept
	return r.prose, r.problems
}

type proseReader struct {
	path  source.Path
	words *Vocabulary
	prose *Prose
	known map[string]int // of words in capitals: their places in the list

	numbers  []digits // of the block at hand
	problems []source.Problem
}

func (r *proseReader) block(b *block) {
	if !b.cell {
		r.prose.Reading.Add(b.text)
	} else if b.column != "" && r.words.NamesSubjects(b.column) {
		r.prose.Listed = append(r.prose.Listed, ListedName{strings.Clone(b.text), strings.Clone(b.column), b.pos(r.path, 0)})
	}
	r.capitals(b)
	if r.numbers = numbersIn(r.numbers[:0], b.text); len(r.numbers) > 0 {
		r.weekdays(b)
		r.figures(b)
	}
	r.totals(b)
}

// weekdays tells of the days of the week that are not those of their dates.
func (r *proseReader) weekdays(b *block) {
	for _, w := range danish.Weekdays(b.text) {
		if w.Written != w.Right {
			r.problems = append(r.problems, source.At(b.pos(r.path, w.At), source.WeekdayDiffers, strings.Clone(w.Words), w.Right))
		}
	}
}

// capitals notes the words in capitals of a block that are not explained at their first use.
func (r *proseReader) capitals(b *block) {
	from, to := nextCapitals(b.text, 0)
	if from < 0 || strings.Contains(b.text, " ") && !strings.ContainsFunc(b.text, isSmall) {
		return // nothing, or a line that is all in capitals
	}
	for ; from >= 0; from, to = nextCapitals(b.text, to) {
		word := b.text[from:to]
		if !standsAlone(b.text, from, to) || utf8.RuneCountInString(word) > longestAbbreviation || isRoman(word) || everyday[word] {
			continue
		}
		n, met := r.known[word]
		if !met {
			n = len(r.prose.Capitals)
			c := Capitals{Word: strings.Clone(word), Pos: b.pos(r.path, from)}
			r.known[c.Word] = n
			if explained(b.text, from, to) {
				c.Times = -1 << 30
			}
			r.prose.Capitals = append(r.prose.Capitals, c)
		}
		r.prose.Capitals[n].Times++
	}
}

// nextCapitals finds the next two or more capitals in a row, from a place on; from is -1
// when there are none.
func nextCapitals(text string, at int) (from, to int) {
	for ; at+1 < len(text); at++ {
		if !ofCapital[text[at]] || !ofCapital[text[at+1]] {
			continue
		}
		to = len(text) - len(strings.TrimLeftFunc(text[at:], isCapital))
		if utf8.RuneCountInString(text[at:to]) >= 2 {
			return at, to
		}
	}
	return -1, len(text)
}

func isSmall(c rune) bool { return unicode.ToUpper(c) != c }

// isCapital tells of the capitals of the Danish alphabet.
func isCapital(c rune) bool {
	return c <= 'Z' && c >= 'A' || c >= 'Å' && (c == 'Æ' || c == 'Ø' || c == 'Å')
}

// ofCapital are the bytes of these.
var ofCapital = letters("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")
