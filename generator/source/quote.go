package source

import (
	"strconv"
	"strings"
	"unicode"
)

// Quoted puts a value between quotes for a message in a language. It stands as it was
// written, so between quotes of another form when it has such itself; only what cannot be
// seen is written out.
func Quoted(value, lang string) string {
	before, after := `"`, `"`
	switch {
	case !strings.Contains(value, `"`):
	case lang == "da":
		before, after = "»", "«"
	default:
		before, after = "“", "”"
	}
	return before + visible(value) + after
}

// visible writes out control characters, which could play tricks on a terminal, and others
// that nobody sees.
func visible(s string) string {
	unseen := func(r rune) bool { return !unicode.IsGraphic(r) }
	if !strings.ContainsFunc(s, unseen) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unseen(r) {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
