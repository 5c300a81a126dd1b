package danish

import (
	"math"
	"unicode/utf8"
)

// Readability counts what the reading ease of a text is told by: its words, those of
// more than six letters, and its sentences.
type Readability struct{ Words, Long, Sentences int }

// longWord is of how many letters a long word has more.
const longWord = 6

// Add counts a paragraph, a heading or an item of a list. Its end is the end of a sentence.
func (r *Readability) Add(text string) {
	words, long, letters, ended := 0, 0, 0, 0
	for i := range len(text) {
		c := &bytesOfWords[text[i]]
		letters = letters&c.keep + c.letter
		if letters == 1 {
			words += c.letter
		}
		if letters == longWord+1 {
			long += c.letter
		}
		if c.mark && words > ended {
			if _, next := stop(text, i); next != 0 {
				r.Sentences++
				ended = words
			}
		}
	}
	if words > ended {
		r.Sentences++
	}
	r.Words += words
	r.Long += long
}

// byteOfWord is what a byte of UTF-8 does to the word that it may belong to.
type byteOfWord struct {
	letter int  // 1 where a letter or a digit begins
	keep   int  // -1 where the word goes on; 0 where it has ended
	mark   bool // it may end a sentence
}

// bytesOfWords takes letters and digits; of what is not ASCII all but signs, punctuation and
// spaces: what stands before À, and from U+2000 up to U+2FFF. The first byte of a character
// tells these.
var bytesOfWords = func() (all [256]byteOfWord) {
	for i := range all {
		switch c := byte(i); {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= "À"[0] && c != "\u2000"[0]:
			all[i] = byteOfWord{letter: 1, keep: -1}
		case c >= utf8.RuneSelf && !utf8.RuneStart(c):
			all[i].keep = -1
		case c == '.' || c == '!' || c == '?':
			all[i].mark = true
		}
	}
	return all
}()

// LIX is the Danish and Swedish number for reading ease (Björnsson 1968): words in a
// sentence, and long words in a hundred. Below 35 is easy, from 45 hard, from 55 very hard.
// It is 0 of no text.
func (r Readability) LIX() int {
	if r.Sentences == 0 || r.Words == 0 {
		return 0
	}
	return int(math.Round(float64(r.Words)/float64(r.Sentences) + 100*float64(r.Long)/float64(r.Words)))
}
