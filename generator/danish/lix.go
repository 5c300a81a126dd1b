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
	for i := 0; i <= len(text); i++ {
		switch {
		case i < len(text) && inWord(text, i):
			if text[i]&0xC0 != 0x80 { // the second byte of a letter counts no more
				letters++
			}
			continue
		case letters > 0:
			r.Words++
			if letters > longWord {
				r.Long++
			}
			letters, open = 0, true
		}
		if i < len(text) && (text[i] == '.' || text[i] == '!' || text[i] == '?') && open {
			if _, next := stop(text, i); next != 0 {
				r.Sentences++
				open = false
			}
		}
	}
	if open {
		r.Sentences++
	}
}

// inWord takes letters and digits; of what is not ASCII all but punctuation and the
// no-break space.
func inWord(text string, i int) bool {
	c := text[i]
	switch {
	case c < 0x80:
		return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	case c == 0xE2 || c == 0xC2:
		return false
	case c&0xC0 == 0x80: // as the byte before it
		for i > 0 && text[i]&0xC0 == 0x80 {
			i--
		}
		return text[i] != 0xE2 && text[i] != 0xC2
	}
	return true
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
