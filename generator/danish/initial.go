package danish

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// initials are the letters that others stand under in a Danish index, beside the
// plain letters that accents are taken from.
var initials = map[rune]string{'Æ': "Æ", 'Ä': "Æ", 'Ø': "Ø", 'Ö': "Ø", 'Œ': "Ø", 'Å': "Å", 'Ü': "Y", 'ẞ': "S", 'Ð': "D", 'Đ': "D", 'Þ': "T", 'Ł': "L"}

// Initial is the letter under which s stands in an index, as SortKey orders it: Aa is
// Å, É is E. What begins with no letter of the alphabet stands under "#".
func Initial(s string) string {
	s = norm.NFC.String(s)
	if len(s) > 1 && strings.EqualFold(s[:2], "aa") {
		return "Å"
	}
	first, _ := utf8.DecodeRuneInString(s)
	first = unicode.ToUpper(first)
	if letter := initials[first]; letter != "" {
		return letter
	}
	plain := norm.NFD.String(string(first))[0]
	if 'A' <= plain && plain <= 'Z' {
		return string(rune(plain))
	}
	return "#"
}
