package personal

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	near     = 40  // characters to either side in which a word counts
	nearText = 160 // bytes that hold so many
	nearTags = 480 // with markup among them
	hash     = 16  // hexadecimal digits of a hash at least
)

// surroundings are the words on either side of a number, in small letters.
type surroundings struct{ before, after string }

// around reads them.
func (s *scanner) around(from, to int) surroundings {
	within := nearText
	if s.has(tags) {
		within = nearTags
	}
	before, after := s.text[max(0, from-within):from], s.text[to:min(len(s.text), to+within)]
	return surroundings{lastRunes(s.words(before), near), firstRunes(s.words(after), near)}
}

// words is a piece of the text without its markup. Of a tag that is cut off at the front the rest is dropped; one
// that is cut off at the end is that in which the number stands.
func (s *scanner) words(piece string) string {
	if s.has(tags) {
		if end := strings.IndexByte(piece, '>'); end >= 0 && end < strings.IndexByte(piece+"<", '<') {
			piece = piece[end+1:]
		}
		var b strings.Builder
		for {
			text, rest, found := strings.Cut(piece, "<")
			b.WriteString(text)
			if !found {
				break
			}
			if end := tagEnd("<" + rest); end >= 0 {
				b.WriteByte(' ')
				piece = rest[end:]
				continue
			}
			b.WriteString(" " + rest)
			break
		}
		piece = b.String()
	}
	if s.has(entities) && strings.IndexByte(piece, '&') >= 0 {
		piece = html.UnescapeString(piece)
	}
	return strings.Join(strings.Fields(strings.ToLower(strings.ToValidUTF8(piece, ""))), " ") + edge(piece)
}

// edge keeps a space at the end, which joining the words of a piece has lost.
func edge(piece string) string {
	if r, _ := utf8.DecodeLastRuneInString(piece); unicode.IsSpace(r) {
		return " "
	}
	return ""
}

func lastRunes(text string, n int) string {
	for i := len(text); i > 0; n-- {
		if n == 0 {
			return text[i:]
		}
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return text
}

func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// personWords tell that a number is a person's. They begin a word, but for cpr, which may stand anywhere.
var personWords = []string{
	"personnummer", "personnr", "person-nr", "personnumre", "pers.nr", "pers. nr", "persnr", "p.nr", "p. nr", "født", "foedt", "fødsel", "fødse", "f.d.",
	"erstatningsnummer", "erstatningsnr", "date of birth", "born ", "patient-id", "patientnr", "patientnummer",
}

func (w surroundings) word() bool {
	for _, text := range [...]string{w.before, w.after} {
		if strings.Contains(text, "cpr") {
			return true
		}
		for _, word := range personWords {
			if beginsAWord(text, word) {
				return true
			}
		}
	}
	return false
}

func beginsAWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		if r, _ := utf8.DecodeLastRuneInString(text[:i]); !unicode.IsLetter(r) {
			return true
		}
		from = i + len(word)
	}
}

// labels name what is no person's number; they stand right before it. "Journalnr." is none of them: in health care it may be a
// patient's.
var labels = []string{
	"sagsnr", "sagsnummer", "sag nr", "sags nr", "sags-nr", "sagsid", "sags-id",
	"dok.nr", "dok. nr", "dok.-nr", "doknr", "dok-nr", "dokumentnr", "dokumentnummer", "dokument nr", "dok.id", "dok. id", "dokid", "dokumentid", "dokument-id",
	"cvr", "cvr-nr", "cvr nr", "cvrnr", "cvr-nummer", "p-nr", "p-nummer", "produktionsenhed", "se-nr", "konto", "kontonr", "kontonummer", "konto nr", "reg.nr", "reg. nr",
	"ean", "ean-nr", "ean nr", "gln", "doi", "doi.org", "sha", "sha256", "hash", "isbn", "issn", "orcid", "pmid", "faktura", "fakturanr", "fakturanummer", "ordrenr", "varenr",
	"løbenr", "løbenummer", "tlf", "telefon", "telefonnummer", "mobil", "fax", "case no", "document no", "eudract", "iban", "urn",
}

// label tells that the words before a number end with a label, but for punctuation and "nr.".
func (w surroundings) label() bool {
	text := strings.TrimRight(w.before, " .:#=\"'()/-–")
	for _, no := range [...]string{" nr", " nummer", " no"} {
		if short, ok := strings.CutSuffix(text, no); ok && endsWithLabel(strings.TrimRight(short, " .")) {
			return true
		}
	}
	return endsWithLabel(text)
}

func endsWithLabel(text string) bool {
	for _, l := range labels {
		if rest, ok := strings.CutSuffix(text, l); ok {
			if r, _ := utf8.DecodeLastRuneInString(rest); !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// inHash tells that the digits are part of a longer word of hexadecimal digits, letters among them, or of the
// fraction of a number.
func (s *scanner) inHash(from, to int) bool {
	if from > 1 && (s.text[from-1] == '.' || s.text[from-1] == ',') && s.text[from-2]-'0' < 10 {
		return true
	}
	first, last, letters := from, to, false
	for ; first > 0; first-- {
		if _, ok := hexValue(s.text[first-1]); !ok {
			break
		}
		letters = letters || ascii[s.text[first-1]] == letter
	}
	for ; last < len(s.text); last++ {
		if _, ok := hexValue(s.text[last]); !ok {
			break
		}
		letters = letters || ascii[s.text[last]] == letter
	}
	return letters && last-first >= hash
}
