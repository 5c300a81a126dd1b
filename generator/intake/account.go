package intake

import (
	"cmp"
	"slices"
	"strconv"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// Account tells that every word of a document is in the content file made from it, or
// set aside there with a reason.
type Account struct {
	Source int // words of the document
	InFile int // of those, how many are in the file's text, its facts or what it keeps
	Aside  int // and how many it has set aside
	Lost   []Word
	Added  []Word // words of the file that the document does not have
}

// Word is a word that does not balance.
type Word struct {
	Text  string
	At    manuscript.Place // of a lost one, where it can be told
	Count int
}

// Balanced tells that no word is lost and none has come from elsewhere.
func (a Account) Balanced() bool {
	return len(a.Lost) == 0 && len(a.Added) == 0 && a.Source == a.InFile+a.Aside
}

// Balance holds the words of a document against those of the content file made from it. It knows
// nothing of how either came about: the words of the document are those of its Raw, the
// file is read by the TOML library and by goldmark. Words are counted: each word of the text,
// of what is kept and of what is set aside must stand in the source, as often as here.
//
// The value of any other key counts only whole. It either accounts for its words; or it says
// again what the source says once, as a chair who is also a participant, and then
// accounts for nothing; or it has words of its own, which are added. So a word lost from the text
// is not made up for by one of a name that stands twice, unless that name is this one word.
//
// Dates and clocks are left out on both sides, since the source writes them in its own
// way: its wording must be among what is kept. The number of minutes, the number of an agenda's item and
// the letter of a kind account for their word if the source has it, and are never added.
func Balance(doc *manuscript.Document, file string) Account {
	f := readFile(file)
	source := sourceWords(doc)
	b := balance{left: map[string]int{}, said: phrasesOf(source), added: map[string]int{}}
	for _, w := range source {
		b.left[w]++
	}
	b.strict(f.body)
	b.strict(f.kept)
	a := Account{Source: len(source), InFile: b.taken}
	b.strict(f.aside)
	a.Aside = b.taken - a.InFile
	b.kept = phrasesOf(f.kept)
	b.values(f.values)
	for _, code := range append(f.codes, noteNumbers(doc, b.said)...) {
		b.whole(code)
	}
	a.InFile = b.taken - a.Aside
	a.Lost = listed(b.left)
	a.Added = listed(b.added)
	place(a.Lost, doc, f)
	return a
}

// balance is what is left of the source while the file's words are taken from it.
type balance struct {
	left  map[string]int
	said  phrases // the whole source
	kept  phrases // what the file keeps of it, where the lines of a cell are together
	taken int
	added map[string]int
}

// strict takes words one by one.
func (b *balance) strict(words []string) {
	for _, w := range words {
		if b.left[w] > 0 {
			b.left[w]--
			b.taken++
		} else {
			b.added[w]++
		}
	}
}

// whole takes the words of a value if all of them are left.
func (b *balance) whole(words []string) bool {
	need := map[string]int{}
	for _, w := range words {
		need[w]++
	}
	for w, n := range need {
		if b.left[w] < n {
			return false
		}
	}
	b.strict(words)
	return true
}

// values takes the longest first: a short one may be part of them.
func (b *balance) values(values [][]string) {
	slices.SortStableFunc(values, func(x, y []string) int { return cmp.Compare(len(y), len(x)) })
	var other [][]string
	for _, words := range values {
		if !b.whole(words) && !b.said.have(words) && !b.kept.have(words) {
			other = append(other, words)
		}
	}
	for _, words := range other {
		b.strict(words)
	}
}

// letterBullet is a bullet of Word as it looks where its font is missing.
var letterBullet = pattern.Of(`(?m)^[ \t]*o[ \t]+`)

// sourceWords are the words of a document: those of its file, those parted at the end of a line
// made whole, and the numbers of lists that the file leaves to be counted.
func sourceWords(doc *manuscript.Document) []string {
	raw := doc.Raw
	if slices.ContainsFunc(doc.Blocks, func(b manuscript.Block) bool { return b.Mark == "o" }) {
		raw = letterBullet().ReplaceAllString(raw, "")
	}
	words := joined(wordsIn(raw), doc.Joins)
	said := phrasesOf(words)
	for _, b := range doc.Blocks {
		if mark := wordsIn(b.Mark); len(mark) > 0 && b.Mark != "o" {
			text := wordsIn(b.Words())
			if !said.have(append(mark, text[:min(len(text), 5)]...)) {
				words = append(words, wordsIn(b.Mark)...)
			}
		}
	}
	return words
}

// joined puts the halves of words together that a reader has joined.
func joined(words []string, joins []manuscript.Join) []string {
	for _, j := range joins {
		left, right := wordsIn(j.Left), wordsIn(j.Right)
		if len(left) == 0 || len(right) == 0 {
			continue
		}
		for i := 0; i+1 < len(words); i++ {
			if words[i] == left[len(left)-1] && words[i+1] == right[0] {
				words = slices.Replace(words, i, i+2, words[i]+words[i+1])
				break
			}
		}
	}
	return words
}

// noteNumbers are the numbers of footnotes, twice each: where the text refers to one and before
// its words. In some formats they are words of the file.
func noteNumbers(doc *manuscript.Document, said phrases) [][]string {
	var list [][]string
	for i, n := range doc.Notes {
		number := wordsIn(strconv.Itoa(i + 1))
		words := wordsIn(manuscript.Plain(n.Text))
		if said.have(append(slices.Clone(number), words[:min(len(words), 5)]...)) {
			list = append(list, number, number)
		}
	}
	return list
}

// listed are the words that are counted, in order.
func listed(counts map[string]int) []Word {
	var list []Word
	for w, n := range counts {
		if n > 0 {
			list = append(list, Word{Text: w, Count: n})
		}
	}
	slices.SortFunc(list, func(a, b Word) int { return cmp.Compare(a.Text, b.Text) })
	return list
}

// place tells where lost words stand: where the document has one beside a word that the file does
// not have it beside.
func place(lost []Word, doc *manuscript.Document, f fileWords) {
	if len(lost) == 0 {
		return
	}
	pairs := map[[2]string]bool{}
	for _, words := range append([][]string{f.body, f.kept, f.aside}, f.values...) {
		words = around(words)
		for i := range words[1:] {
			pairs[[2]string{words[i], words[i+1]}] = true
		}
	}
	for i, w := range lost {
		lost[i].At = find(w.Text, doc, pairs)
	}
}

// around puts an end before and after words.
func around(words []string) []string { return slices.Concat([]string{""}, words, []string{""}) }

func find(word string, doc *manuscript.Document, pairs map[[2]string]bool) manuscript.Place {
	var first, best manuscript.Place
	look := func(text string, at manuscript.Place) {
		words := around(wordsIn(text))
		for i, w := range words {
			switch {
			case w != word || best != (manuscript.Place{}):
			case first == (manuscript.Place{}):
				first = at
				fallthrough
			default:
				known := pairs[[2]string{words[i-1], w}] || words[i-1] == ""
				if !known || !pairs[[2]string{w, words[i+1]}] && words[i+1] != "" {
					best = at
				}
			}
		}
	}
	for i := range doc.Blocks {
		look(doc.Blocks[i].Words(), doc.Blocks[i].At)
	}
	for _, n := range doc.Notes {
		look(manuscript.Plain(n.Text), n.At)
	}
	for _, a := range doc.Aside {
		look(a.Words, a.At)
	}
	return cmp.Or(best, first)
}
