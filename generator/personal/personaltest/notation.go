package personaltest

import (
	"strings"
	"unicode/utf8"
)

// Notation is a way of writing a number of ten digits.
type Notation struct {
	Name  string
	Write func(number string) string
}

// parting writes something between the date and the last four digits.
func parting(name, by string) Notation {
	return Notation{name, func(n string) string { return n[:6] + by + n[6:] }}
}

// dated writes something between day, month and year as well.
func dated(name, inner, by string) Notation {
	return Notation{name, func(n string) string { return n[:2] + inner + n[2:4] + inner + n[4:6] + by + n[6:] }}
}

// whole writes the year with four digits; numbers that begin their last four with 0 to 3 are of the 1900s.
func whole(name, inner, by string) Notation {
	return Notation{name, func(n string) string { return n[:2] + inner + n[2:4] + inner + "19" + n[4:6] + by + n[6:] }}
}

// oneByOne writes something between all digits, and something else before the last four.
func oneByOne(name, inner, by string) Notation {
	return Notation{name, func(n string) string {
		return strings.Join(strings.Split(n[:6], ""), inner) + by + strings.Join(strings.Split(n[6:], ""), inner)
	}}
}

// script writes the digits of another script, whose zero is given.
func script(name string, zero rune) Notation {
	return Notation{name, func(n string) string {
		return strings.Map(func(r rune) rune { return zero + r - '0' }, n[:6]) + "-" + strings.Map(func(r rune) rune { return zero + r - '0' }, n[6:])
	}}
}

// raised writes digits that have no block of their own.
func raised(name, list string) Notation {
	all := []rune(list)
	return Notation{name, func(n string) string { return strings.Map(func(r rune) rune { return all[r-'0'] }, n) }}
}

// Notations are those that survive in any kind of text. Each is found whatever the check digit says, but for those
// that Unclear names.
func Notations() []Notation {
	return []Notation{
		parting("bare", ""),
		parting("hyphen", "-"),
		parting("hyphen with spaces", " - "),
		parting("space", " "),
		parting("two spaces", "  "),
		parting("no-break space", "\u00A0"),
		parting("narrow no-break space", "\u202F"),
		parting("thin space", "\u2009"),
		parting("hair space", "\u200A"),
		parting("figure space", "\u2007"),
		parting("ideographic space", "\u3000"),
		parting("hyphen U+2010", "\u2010"),
		parting("no-break hyphen", "\u2011"),
		parting("figure dash", "\u2012"),
		parting("en dash", "–"),
		parting("en dash with spaces", " – "),
		parting("em dash", "—"),
		parting("horizontal bar", "\u2015"),
		parting("minus", "\u2212"),
		parting("small hyphen", "\uFE63"),
		parting("fullwidth hyphen", "\uFF0D"),
		parting("soft hyphen", "\u00AD"),
		parting("hyphen and soft hyphen", "-\u00AD"),
		parting("hyphen and zero-width space", "-\u200B"),
		parting("zero-width space", "\u200B"),
		parting("zero-width joiner", "\u200D"),
		parting("word joiner", "\u2060"),
		parting("byte order mark", "\uFEFF"),
		parting("left-to-right mark", "\u200E-\u200E"),
		parting("full stop", "."),
		parting("low line", "_"),
		parting("slash", "/"),
		parting("en dash after no-break space", "\u00A0–\u00A0"),
		dated("full stops and hyphen", ".", "-"),
		dated("full stops and en dash", ".", "–"),
		dated("hyphens", "-", "-"),
		dated("slashes and hyphen", "/", "-"),
		dated("spaces and hyphen", " ", "-"),
		dated("spaces", " ", " "),
		dated("no-break hyphens", "\u2011", "\u2011"),
		dated("soft hyphens within", "\u00AD", "-"),
		dated("zero-width within", "\u200B", ""),
		whole("whole year and hyphen", "", "-"),
		whole("whole year and space", "", " "),
		whole("whole year, full stops and hyphen", ".", "-"),
		whole("whole year, hyphens", "-", "-"),
		whole("whole year, bare", "", ""),
		oneByOne("one by one", " ", " "),
		oneByOne("one by one and hyphen", " ", " - "),
		oneByOne("one by one, hyphens", "-", "-"),
		oneByOne("one by one, full stops", ".", "."),
		oneByOne("one by one, no-break spaces", "\u00A0", "\u00A0"),
		oneByOne("one by one, zero-width", "\u200B", "\u200B"),
		oneByOne("one by one, thin spaces and hyphen", "\u2009", "-"),
		script("fullwidth", '０'),
		script("Arabic-Indic", '٠'),
		script("Persian", '۰'),
		script("Devanagari", '०'),
		script("bold", '𝟎'),
		script("monospace", '𝟶'),
		raised("superscript", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
		raised("subscript", "₀₁₂₃₄₅₆₇₈₉"),
		raised("circled", "⓪①②③④⑤⑥⑦⑧⑨"),
		{"ten digits and one before", func(n string) string { return "9" + n }},
		{"ten digits and one after", func(n string) string { return n + "7" }},
		{"letters around", func(n string) string { return "id" + n + "x" }},
		{"parentheses", func(n string) string { return "(" + n[:6] + "-" + n[6:] + ")" }},
		{"year first mentioned", func(n string) string { return "2023-" + n[:6] + "-" + n[6:] }},
		{"combining marks", func(n string) string {
			var b strings.Builder
			for _, c := range n {
				b.WriteRune(c)
				b.WriteRune('\u0332')
			}
			return b.String()
		}},
	}
}

// ASCII tells that a notation can stand in a file name of any system.
func (n Notation) ASCII() bool {
	written := n.Write("0000000000")
	return utf8.RuneCountInString(written) == len(written) && !strings.ContainsAny(written, "/ ")
}
