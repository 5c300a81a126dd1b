package danish

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence returns the bounds, in bytes, of the sentence of text that holds the
// byte at. Neither the line break nor the space around the sentence is part of
// it, save that from <= at <= to always holds: space between two sentences
// belongs to the first. An offset outside text means its nearest end. When at
// lies on the bound of a character, so do from and to.
//
// A sentence ends with its line, and at a point, question mark, exclamation
// mark or ellipsis that is followed by space and something that can begin a
// sentence: a capital letter or a digit, behind quotes, brackets and list marks.
// A point ends none behind an abbreviation, the initial of a name or an ordinal
// number. A colon ends one only with its line.
func Sentence(text string, at int) (from, to int) {
	at = min(max(at, 0), len(text))
	from = strings.LastIndexByte(text[:at], '\n') + 1
	to = len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		to = at + n
	}
	line, start := text[from:to], from
	for i := 0; i < len(line); {
		if !mayStop(line[i]) {
			i++
			continue
		}
		end, next := stop(line, i)
		switch {
		case next == 0:
			i++
			continue
		case start+next <= at:
			from = start + next
		default:
			return trim(text, from, start+end, at)
		}
		i = next
	}
	return trim(text, from, to, at)
}

const (
	// Closers may stand between the mark that ends a sentence and the space
	// behind it, openers before the first letter of the next.
	closers = "\"'”’“»«)]*_"
	openers = "\"'”’“„»«([*_•-–—"

	listHead    = "0123456789. \t\u00a0*•-–—"
	longestHead = 32 // bytes of what stands before the number of an item
)

// mayStop reports whether a character that begins with c can be the mark that
// closes a sentence.
func mayStop(c byte) bool { return c == '.' || c == '!' || c == '?' || c == "…"[0] }

// stop reports whether the byte i of line closes a sentence: where that ends,
// closing marks included, and where the next begins. Both are 0 if it does not.
func stop(line string, i int) (end, next int) {
	mark, size := utf8.DecodeRuneInString(line[i:])
	switch mark {
	case '.', '!', '?', '…':
	default:
		return 0, 0
	}
	end = i + size
	for end < len(line) {
		r, n := utf8.DecodeRuneInString(line[end:])
		if !strings.ContainsRune(closers, r) {
			break
		}
		end += n
	}
	rest := strings.TrimLeftFunc(line[end:], unicode.IsSpace)
	next = len(line) - len(rest)
	if next == end || !begins(rest) || mark == '.' && binds(line[:i], rest) {
		return 0, 0
	}
	return end, next
}

// begins reports whether a sentence can begin with rest.
func begins(rest string) bool {
	rest = strings.TrimLeftFunc(rest, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(openers, r)
	})
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// binds reports whether a point between before and rest belongs to the word
// that it follows.
func binds(before, rest string) bool {
	word := pointedWord(before)
	head := before[:len(before)-len(word)]
	last := strings.ToLower(word[strings.LastIndexByte(word, '.')+1:])
	digit := isNumber(rest[:1])
	switch {
	case abbreviations[last]:
		return true
	case isNumber(word):
		// At the head of a line it is the number of an item: "1. Velkomst".
		follower := rest
		if n := strings.IndexFunc(rest, unicode.IsSpace); n >= 0 {
			follower = rest[:n]
		}
		_, month := IsMonth(strings.TrimRight(follower, ",;:"))
		return month || digit || len(head) <= longestHead && strings.Trim(head, listHead) == ""
	case utf8.RuneCountInString(last) == 1:
		// Danish has three words of one letter; a capital is an initial.
		return !strings.Contains("iøå", word)
	}
	if !digit {
		return false
	}
	_, month := monthAbbreviations[last]
	return month
}

// pointedWord returns the word that text ends with, its points included.
func pointedWord(text string) string {
	from := len(text)
	for from > 0 {
		r, size := rune(text[from-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(text[:from])
		}
		if r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		from -= size
	}
	return text[from:]
}

func isNumber(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < '0' || c > '9') && c != '.' {
			return false
		}
	}
	return word != ""
}

// trim takes the space from both ends of a sentence, but never so much that at
// falls outside.
func trim(text string, from, to, at int) (int, int) {
	s := text[from:to]
	right := from + len(strings.TrimRightFunc(s, unicode.IsSpace))
	left := to - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	return min(left, at), max(right, at)
}
