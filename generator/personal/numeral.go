package personal

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// nextNumeral finds the next digit of whatever script, or the end of the text. Nearly all of a text
// is passed eight bytes at a time: those of which none is a digit, or begins a character that is not among
// the letters of Danish. (For each byte at once: x^'0' is less than ten; or both its high bits are set, and
// it is not 0xC3.)
func nextNumeral(text string, p int) int {
	for p+8 <= len(text) {
		b := text[p : p+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		z := x ^ '0'*ones
		digit := (z - 10*ones) &^ z
		strange := x & (x << 1) & (((x & (0x3C * ones)) + 0x7F*ones) | ^(x << 7))
		found := (digit | strange) & highs
		if found == 0 {
			p += 8
			continue
		}
		p += bits.TrailingZeros64(found) / 8
		if numeralAt(text, p) {
			return p
		}
		p++
	}
	for ; p < len(text); p++ {
		if numeralAt(text, p) {
			return p
		}
	}
	return p
}

func numeralAt(text string, p int) bool {
	c := text[p]
	if c < 0xC2 || c == 0xC3 {
		return c-'0' < 10
	}
	r, _ := utf8.DecodeRuneInString(text[p:])
	_, ok := digitOf(r)
	return ok
}

// digitOf is the value of a digit of any script, also when it is raised, circled or wide.
func digitOf(r rune) (value byte, ok bool) {
	switch {
	case r < 0x80:
		return byte(r), '0' <= r && r <= '9'
	case r < 0x660 && r != '¹' && r != '²' && r != '³', 0x2000 <= r && r < 0x2070: // letters and punctuation of Danish
		return 0, false
	case unicode.Is(unicode.Nd, r):
		for _, block := range unicode.Nd.R16 {
			if uint32(block.Lo) <= uint32(r) && uint32(r) <= uint32(block.Hi) {
				return '0' + byte((uint32(r)-uint32(block.Lo))%10), true
			}
		}
		for _, block := range unicode.Nd.R32 {
			if block.Lo <= uint32(r) && uint32(r) <= block.Hi {
				return '0' + byte((uint32(r)-block.Lo)%10), true
			}
		}
	case unicode.Is(unicode.No, r):
		if plain := norm.NFKC.String(string(r)); len(plain) == 1 && plain[0]-'0' < 10 {
			return plain[0], true
		}
	}
	return 0, false
}
