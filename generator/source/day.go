package source

import (
	"fmt"
	"io"
	"time"

	"referat/generator/danish"
)

// said is a text that a message quotes in a language. Three verbs are its own: %[1]q puts it
// between quotes as people do; %[1]D is a day or an instant, which is kept as ISO 8601
// has it and said in words, "30. november 2023", "30 November 2023"; and %[1]K is a key,
// "agenda[0].title", whose place in a list is told.
type said struct{ written, lang string }

// Format writes the text as fmt asks for it.
func (s said) Format(to fmt.State, verb rune) {
	switch verb {
	case 'D':
		_, _ = io.WriteString(to, inWords(s.written, s.lang))
	case 'K':
		_, _ = io.WriteString(to, keyInWords(s.written, s.lang))
	case 'q':
		_, _ = io.WriteString(to, Quoted(s.written, s.lang))
	default:
		_, _ = fmt.Fprintf(to, fmt.FormatString(to, verb), s.written)
	}
}

// inWords gives a day in a language, and an instant by the clock in Denmark. What is neither
// stands as it is.
func inWords(written, lang string) string {
	day, err := time.Parse(time.DateOnly, written)
	clock := ""
	if at, instant := time.Parse(time.RFC3339, written); instant == nil {
		day, err = danish.Local(at), nil
		if clock = day.Format(", 15:04"); lang == "da" {
			clock = day.Format(" kl. 15.04")
		}
	}
	switch {
	case err != nil:
		return written
	case lang == "da":
		return danish.FromTime(day).Words() + clock
	}
	return day.Format("2 January 2006") + clock
}
