package danish

import (
	"strings"
	"unicode"

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
	for _, r := range s {
		r = unicode.ToUpper(r)
		if letter := initials[r]; letter != "" {
			return letter
		}
		for _, plain := range norm.NFD.String(string(r)) {
			if 'A' <= plain && plain <= 'Z' {
				return string(plain)
			}
			break
		}
		break
	}
	return "#"
}
