// Package personal finds in a text what looks like personal data: numbers of the
// Danish civil register (CPR), the replacement numbers of health care (eCPR), telephone
// numbers and mail addresses.
//
// It owns the rule by which such a thing is known, and the ways in which it may hide: any
// kind of dash or space, characters that cannot be seen, the digits of other scripts, the
// escapes of HTML, JSON and addresses, markup between two digits, the cells of a table.
//
// It promises that a finding lies inside the text, that Shown never holds the last four
// characters of a number, and that the time it takes grows with the text and not faster. It
// knows no file and no site, and nothing of what somebody has allowed but the list that it is given.
//
// The rule. A CPR number is ten digits: a day, a month, two digits of a year, four more of which the
// first tells the century. It is *sure* when the date is one that has been and more speaks for it:
// a dash or a space at its place, the check digit, a word such as "cpr" or "født" within 40
// characters, or that it is the 1st of January, where numbers without check digits are given. Ten bare
// digits with a date and no more are *possible*. Numbers whose parts stand in cells, paragraphs, brackets or
// quotes of their own, or in groups that nobody writes, need more evidence (see form). What is labelled as something else
// ("Sagsnr.", "CVR") goes down one step, unless such a word is near, or the dash or space and the check digit are right both.
//
// A date that is still to come when a text is scanned is no birthday. A number that was published before its
// owner's birth is nobody's, so it does not matter that a text is not scanned again later.
package personal

import (
	"cmp"
	"slices"
	"unsafe"
)

// Kind is what a finding looks like.
type Kind uint8

const (
	CPR         Kind = iota // a number of the civil register
	Replacement             // a replacement number of health care: eCPR, with two letters
	Phone                   // a Danish telephone number
	Mail                    // a mail address
)

// Finding is one thing that looks like personal data.
type Finding struct {
	Kind     Kind
	Sure     bool   // enough speaks for it to stop a publication
	From, To int    // bytes of the text
	Shown    string // what may be printed: "010203-****"
	Same     uint64 // equal of findings of one number or address
}

// dialect is how a text writes what it says.
type dialect uint8

const (
	tags     dialect = 1 << iota // <b>, <!-- -->
	entities                     // &nbsp; &#45;
	escapes                      // \u002d
	quotes                       // quotes and commas part the cells of a table
	unknown                      // tags whose names are not those of HTML: they part nothing unless known to
	folded                       // the end of a line is a space
)

// Scan finds what looks like personal data in plain text.
func Scan(text string) []Finding { return scan(text, 0) }

// ScanSource finds it in what staff write: Markdown, and the TOML above it.
func ScanSource(text string) []Finding { return scan(text, tags|entities|escapes) }

// ScanHTML finds it in a page: in its text, joined across inline markup, and in every attribute.
func ScanHTML(page []byte) []Finding { return scan(view(page), tags|entities|escapes|folded) }

// ScanXML finds it in XML, SVG included. Markup parts nothing but where it is known to be a paragraph, a row or a cell.
func ScanXML(text []byte) []Finding { return scan(view(text), tags|entities|unknown|folded) }

// ScanJSON finds it in JSON.
func ScanJSON(text []byte) []Finding { return scan(view(text), escapes|quotes) }

// ScanCSV finds it in a table; semicolons and tabs part cells as commas do.
func ScanCSV(text []byte) []Finding { return scan(view(text), quotes) }

// view is bytes as a string without a copy of them. Nobody writes them while they are scanned, and a
// finding keeps no part of them.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func scan(text string, as dialect) []Finding {
	s := scanner{text: text, dialect: as}
	s.numbers(0, len(text))
	s.mails()
	slices.SortFunc(s.found, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return s.found
}

// scanner reads one text.
type scanner struct {
	text    string
	dialect dialect
	found   []Finding
	tokens  []token // of the cluster that is being read
	groups  []group // its digits that stand together
	skipped []span  // markup within the cluster, which is still to be read by itself
}

// span is a part of the text.
type span struct{ from, to int }

func (s *scanner) has(d dialect) bool { return s.dialect&d != 0 }

// numbers reads a part of the text, digits by digits.
func (s *scanner) numbers(from, to int) {
	whole := s.text
	s.text = whole[:to]
	for p := from; ; {
		if p = nextNumeral(s.text, p); p == len(s.text) {
			break
		}
		if end := s.few(p); end > p {
			p = end
			continue
		}
		end := s.cluster(s.start(p, from))
		s.weighCluster()
		inner := slices.Clone(s.skipped)
		for _, t := range inner {
			s.numbers(t.from, t.to)
		}
		p = max(end, p+1)
	}
	s.text = whole
}
