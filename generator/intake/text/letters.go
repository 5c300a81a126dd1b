package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// softHyphen is kept by tidy where it ends a line: there it has parted a word for sure.
const softHyphen = "\u00ad"

// pictures are letters of fonts made of pictures, as programs take them out of a PDF.
var pictures = map[rune]rune{
	'\uf0b7': '•', '\uf0a7': '•', '\uf0d8': '•', '\uf076': '•', '\uf0e0': '→', '\uf0fc': '✓',
	'\uf0a8': '☐', '\uf06f': '☐', '\uf0fe': '☒', '\uf078': '☒', '\uf02d': '–',
}

// tidy gives letters the one form that they have in a manuscript: NFC, lines parted by "\n", every
// space a plain one; without soft hyphens but at the end of a line, and without what has no width.
// Ligatures are taken apart.
func tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for i, r := range s {
		switch {
		case r == '\r' || r == '\v' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			b.WriteByte('\n')
		case r == '\n' || r == '\t' || r == '\f':
			b.WriteRune(r)
		case r == '\u00ad':
			if endsLine(s[i+len(softHyphen):]) {
				b.WriteString(softHyphen)
			}
		case r == '\u2010' || r == '\u2011':
			b.WriteByte('-')
		case r >= '\ufb00' && r <= '\ufb06':
			b.WriteString(norm.NFKC.String(string(r)))
		case unicode.Is(unicode.Zs, r) || unicode.IsControl(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Cf, r): // has no width
		case pictures[r] != 0:
			b.WriteRune(pictures[r])
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// endsLine tells that nothing but spaces stands before the end of the line.
func endsLine(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	return s == "" || s[0] == '\n' || s[0] == '\r'
}
