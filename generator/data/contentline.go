package data

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// mostOctets is how long a line of iCalendar may be, its end not counted; a longer
// one goes on in the next, behind a space (RFC 5545, 3.1).
const mostOctets = 75

// contentLines writes the lines of iCalendar.
type contentLines struct{ bytes.Buffer }

// line writes a value as it is: one that needs no escapes, such as a date or an address.
func (w *contentLines) line(name, value string) {
	rest := name + ":" + value
	room := mostOctets
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) { // never inside a letter
			cut--
		}
		w.WriteString(rest[:cut])
		w.WriteString("\r\n ")
		rest, room = rest[cut:], mostOctets-1
	}
	w.WriteString(rest)
	w.WriteString("\r\n")
}

// text writes somebody's words, in which some signs have to be escaped (RFC 5545, 3.3.11).
func (w *contentLines) text(name, words string) { w.line(name, escapedText.Replace(printable(words))) }

var escapedText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// printable leaves out the signs that no text may hold, and what is no letter at all.
func printable(words string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(words, "\uFFFD"))
}

// Unfolded gives the lines of iCalendar whole again, as whoever looks for words in
// them needs them.
func Unfolded(calendar []byte) []byte {
	return bytes.ReplaceAll(calendar, []byte("\r\n "), nil)
}
