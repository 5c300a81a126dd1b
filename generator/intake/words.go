package intake

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// softHyphen may stand inside a word and is none of its letters.
const softHyphen = "\u00ad"

// wordsIn parts a text into its words. A word is as many letters and digits as stand
// together, in Unicode form NFC, soft hyphens left out. A hyphen parts words, so that it makes no
// difference whether a line ends after it.
func wordsIn(text string) []string {
	return strings.FieldsFunc(norm.NFC.String(strings.ReplaceAll(text, softHyphen, "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

// phrases is a text in which phrases are looked for, word by word.
type phrases struct{ text string }

func phrasesOf(words []string) phrases { return phrases{" " + strings.Join(words, " ") + " "} }

func (p phrases) have(words []string) bool {
	return strings.Contains(p.text, " "+strings.Join(words, " ")+" ")
}
