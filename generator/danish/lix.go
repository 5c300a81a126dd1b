package danish

import "math"

// Readability counts what the reading ease of a text is told by: its words, those of
// more than six letters, and its sentences.
type Readability struct{ Words, Long, Sentences int }

// longWord is of how many letters a long word has more.
const longWord = 6

// Add counts a paragraph, a heading or an item of a list. Its end is the end of a sentence.
func (r *Readability) Add(text string) {
	letters, open := 0, false
	for i, c := range text {
		if inWord(c) {
			letters++
			continue
		}
		if letters > 0 {
			r.word(letters)
			letters, open = 0, true
		}
		if open && (c == '.' || c == '!' || c == '?') {
			if _, next := stop(text, i); next != 0 {
				r.Sentences++
				open = false
			}
		}
	}
	if letters > 0 {
		r.word(letters)
		open = true
	}
	if open {
		r.Sentences++
	}
}

func (r *Readability) word(letters int) {
	r.Words++
	if letters > longWord {
		r.Long++
	}
}

// inWord takes letters and digits; of what is not ASCII all but signs, punctuation and
// spaces: what stands before À, and from U+2000 up to U+2FFF.
func inWord(c rune) bool {
	if c < 0x80 {
		return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	}
	return c >= 'À' && c>>12 != 2
}

// LIX is the Danish and Swedish number for reading ease (Björnsson 1968): words in a
// sentence, and long words in a hundred. Below 35 is easy, from 45 hard, from 55 very hard.
// It is 0 of no text.
func (r Readability) LIX() int {
	if r.Sentences == 0 || r.Words == 0 {
		return 0
	}
	return int(math.Round(float64(r.Words)/float64(r.Sentences) + 100*float64(r.Long)/float64(r.Words)))
}
