package content

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/source"
)

// Word is a word of the record with its place in the file of the minutes.
type Word struct {
	Text  string
	Place string // key of the front matter, "agenda" of all of a list; or anchor of the item or section
	Line  int
}

// Wording gives minutes and the record's words in them, in order, as the seal has
// them. The minutes are nil when the file cannot be read.
func Wording(f *source.File, v *Vocabulary) (*Minutes, []Word) {
	m, _ := parseMinutes(f, v)
	t, c, _ := open(f)
	if m == nil || t == nil {
		return nil, nil
	}
	w := wording{find: newFinder(c.src, c.line)}
	c.giveBack()
	m.eachFact(func(f fact) {
		w.place, w.line = f.key, t.lineOf(f)
		if f.list != "" {
			w.place = f.list
		}
		w.put(f.text, func(string) int { return w.line })
	})
	m.eachWording(func(anchor, heading string, text *Fragment) {
		w.place = anchor
		if text != nil {
			s := sealer{}
			s.html(text.HTML)
			heading = string(s.words)
		}
		w.put(heading, w.find.line)
	})
	return m, w.words
}

// wording gathers words.
type wording struct {
	words []Word
	place string
	line  int // of the fact
	find  *wordFinder
}

func (w *wording) put(text string, line func(word string) int) {
	for word := range strings.FieldsSeq(norm.NFC.String(text)) {
		w.words = append(w.words, Word{word, w.place, line(word)})
	}
}

// lineOf is the line of a fact's value.
func (t *table) lineOf(f fact) int {
	switch f.list {
	case "":
	case "record":
		t = t.table(f.list)
	default:
		t = t.tables(f.list)[f.nth]
	}
	return t.pos(f.key).Line
}

// wordFinder finds the words of the HTML in the Markdown that they come from, one
// after the other.
type wordFinder struct {
	tokens []written
	next   int
}

// written is what stands between spaces in the Markdown.
type written struct {
	text string
	line int
}

func newFinder(markdown []byte, line int) *wordFinder {
	w := &wordFinder{}
	for text := range strings.Lines(string(markdown)) {
		for word := range strings.FieldsSeq(text) {
			w.tokens = append(w.tokens, written{word, line})
		}
		line++
	}
	return w
}

// ahead is how many tokens a word may be behind the one before: a link's address, the
// rule below a table's heading and the like stand between them.
const ahead = 40

// line is the line of the word that follows the one last found. Where the Markdown
// writes a word otherwise than it is shown, it is that of its neighbour.
func (w *wordFinder) line(word string) int {
	for i := w.next; i < min(w.next+ahead, len(w.tokens)); i++ {
		if strings.Contains(w.tokens[i].text, word) {
			w.next = i + 1
			return w.tokens[i].line
		}
	}
	if len(w.tokens) == 0 {
		return 0
	}
	return w.tokens[min(w.next, len(w.tokens)-1)].line
}
