package danish

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ringAbove is what remains of å when it is decomposed.
const ringAbove = '\u030a'

// spelled writes letters that Unicode does not decompose.
var spelled = map[rune]string{
	'æ': "ae", 'ø': "oe", 'œ': "oe", 'ß': "ss", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ħ': "h", 'ı': "i",
}

// Slug writes s as one part of an address: small ASCII letters and digits,
// words joined by single hyphens, æ as ae, ø as oe, å as aa, other letters
// without their accents. Apostrophes and soft hyphens do not part words. It is
// "" when s has no letter or digit that can be written so.
func Slug(s string) string {
	var b strings.Builder
	gap := false // something between words has been passed
	last := rune(0)
	write := func(letters string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(letters)
	}
	// A broken byte keeps its neighbour from being decomposed.
	s = strings.ToValidUTF8(s, " ")
	// Decomposition splits letters from their accents and makes plain ones of
	// ligatures and superscripts; it is the same for every Unicode form of s.
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			write(string(r))
		case r == ringAbove && last == 'a':
			write("a")
		case spelled[r] != "":
			write(spelled[r])
		case unicode.Is(unicode.Mn, r):
			continue // an accent; a ring may still follow it
		case r == '\'' || r == '’' || r == '\u00ad':
		default:
			gap = true
		}
		last = r
	}
	return b.String()
}
