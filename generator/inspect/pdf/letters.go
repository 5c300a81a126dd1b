package pdf

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// documentLetters are the letters of PDF's own encoding from 0x80 to 0xa0.
const documentLetters = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u0000€"

// standardLetters are the letters of the standard encoding of fonts from 0xa1, where there are any.
const standardLetters = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\u0000–†‡·\u0000¶•‚„”»…‰\u0000¿\u0000`´ˆ˜¯˘˙¨\u0000˚¸\u0000˝˛ˇ—" +
	"\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000Æ\u0000ª\u0000\u0000\u0000\u0000ŁØŒº\u0000\u0000\u0000\u0000\u0000æ\u0000\u0000\u0000ı\u0000\u0000łøœß"

// glyphNames are the names of letters, from the space and, behind the bar, from the inverted exclamation mark.
const glyphNames = `space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash
zero one two three four five six seven eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z
bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde
| exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot uni00AD registered macron degree
plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters
questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth
Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex
atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde
odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis`

// otherGlyphs are names of letters beyond those.
const otherGlyphs = `endash – emdash — quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ bullet • ellipsis …
dagger † daggerdbl ‡ perthousand ‰ guilsinglleft ‹ guilsinglright › fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ fraction ⁄ florin ƒ Euro € trademark ™ minus −
dotlessi ı Lslash Ł lslash ł OE Œ oe œ Scaron Š scaron š Zcaron Ž zcaron ž Ydieresis Ÿ circumflex ˆ tilde ˜ breve ˘ dotaccent ˙ ring ˚ hungarumlaut ˝
ogonek ˛ caron ˇ lessequal ≤ greaterequal ≥ notequal ≠ hyphentwo ‐ figuredash ‒` + " sfthyphen \u00ad nbspace \u00a0 nonbreakingspace \u00a0"

// String is a string as people read it.
func (t text) String() string {
	s := string(t)
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		return wide(t[2:], false)
	case strings.HasPrefix(s, "\xff\xfe"):
		return wide(t[2:], true)
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "\ufffd")
	}
	return byLetter(t, documentLetter)
}

func byLetter(t []byte, letter func(c byte) rune) string {
	var s strings.Builder
	for _, c := range t {
		if r := letter(c); r != 0 {
			s.WriteRune(r)
		}
	}
	return s.String()
}

func documentLetter(c byte) rune {
	if c >= 0x80 && c <= 0xa0 {
		return nth(documentLetters, int(c-0x80))
	}
	return rune(c)
}

func standardLetter(c byte) rune {
	switch {
	case c == '\'':
		return '’'
	case c == '`':
		return '‘'
	case c >= 0xa1:
		return nth(standardLetters, int(c-0xa1))
	case c >= 0x80:
		return 0
	}
	return rune(c)
}

func windowsLetter(c byte) rune { return charmap.Windows1252.DecodeByte(c) }
func macLetter(c byte) rune     { return charmap.Macintosh.DecodeByte(c) }

func nth(letters string, n int) rune {
	for _, r := range letters {
		if n == 0 {
			return r
		}
		n--
	}
	return 0
}

// wide reads UTF-16, without the marks of language that may stand in it.
func wide(b []byte, little bool) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u := uint16(b[i])<<8 | uint16(b[i+1])
		if little {
			u = u>>8 | u<<8
		}
		if u != 0 {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}

// glyphLetters tells letters by the names of their glyphs.
var glyphLetters = sync.OnceValue(func() map[string]string {
	letters := map[string]string{}
	r := ' '
	for _, n := range strings.Fields(glyphNames) {
		if n == "|" {
			r = '¡'
			continue
		}
		letters[n] = string(r)
		r++
	}
	others := strings.FieldsFunc(otherGlyphs, func(r rune) bool { return r == ' ' || r == '\n' })
	for i := 0; i+1 < len(others); i += 2 {
		letters[others[i]] = others[i+1]
	}
	return letters
})

// letterOf is what a glyph's name says that it is; "" when it says nothing.
func letterOf(known map[string]string, glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".")
	if l, ok := known[glyph]; ok {
		return l
	}
	if parts := strings.Split(glyph, "_"); len(parts) > 1 {
		var all strings.Builder
		for _, p := range parts {
			l := letterOf(known, p)
			if l == "" {
				return ""
			}
			all.WriteString(l)
		}
		return all.String()
	}
	for _, prefix := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(glyph, prefix); ok && len(hex) >= 4 && len(hex) <= 6 {
			if n, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(n)) {
				return string(rune(n))
			}
		}
	}
	return ""
}

func printable(c byte) bool { return c >= ' ' && c != 0x7f && (c < 0x80 || c >= 0xa0) }
