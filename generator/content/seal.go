package content

import (
	"crypto/sha256"
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/unicode/norm"

	"referat/generator/source"
)

// The words of the record are what the authority wrote: the facts in the front
// matter, then the text in its order. They are the same whatever is added to them:
// marks, links, the language of a phrase, a summary, which subjects an item
// concerns, a correction, what an importer kept, files to publish; and whether the
// minutes are final or approved. Words that are struck out are others: they are the
// same to look at, but no longer hold. Where lines break makes no difference, nor how
// wide a space is, nor in which form a letter is written.

// sealed tells the seal of the minutes: the digest of their words, in order. One
// word, name, date or place in the order that is another gives another seal.
func (m *Minutes) sealed() source.Digest {
	scratch := newScratch()
	defer scratch.giveBack()
	s := sealer{words: scratch.all, shown: scratch.compact}
	m.eachFact(func(f fact) {
		s.text(f.list)
		s.text(f.key)
		s.text(f.text)
		s.words = append(s.words, '\n')
	})
	m.eachWording(func(_, heading string, f *Fragment) {
		if f != nil {
			s.html(f.HTML)
		} else {
			s.text(heading)
		}
	})
	scratch.all, scratch.compact = s.words, s.shown
	return sha256.Sum256(s.normal())
}

// sealer gathers words with one space behind each.
type sealer struct {
	words []byte
	shown []byte // the text of HTML
	forms bool   // some letter may have more than one Unicode form
}

// normal are the words in one Unicode form: an entity may give letters in another.
func (s *sealer) normal() []byte {
	if !s.forms || norm.NFC.IsNormal(s.words) {
		return s.words
	}
	return norm.NFC.Bytes(s.words)
}

// text takes the words between spaces of all kinds, as strings.Fields has them.
func (s *sealer) text(text string) {
	from := 0
	put := func(to int) {
		if words := strings.TrimSuffix(text[from:to], " "); words != "" {
			s.words = append(append(s.words, words...), ' ')
		}
	}
	before := blank
	for i := 0; i < len(text); {
		if now := looks[text[i]]; now&(before|other) == 0 { // a letter, or a blank behind one
			before = now
			i++
			continue
		}
		before = 0
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			put(i)
			from, before = i+size, blank
		case r >= firstMark && (r < '‐' || r > '‧'): // dashes, quotes and dots have one form
			s.forms = true
		}
		i += size
	}
	put(len(text))
}

// look is what a byte among words is looked at for: nothing when neither a space begins with
// it nor a mark.
type look uint8

const (
	blank look = 1 << iota // it may stay as it is behind a letter
	other
)

var looks = func() (all [256]look) {
	for c := range all {
		if c < ' ' || c >= 0xC2 && c != 0xC3 {
			all[c] = other
		}
	}
	all[' '] = blank
	return all
}()

// firstMark is the first character that joins the one before it; all before it have one form.
const firstMark = '\u0300'

// struck stands before and behind words that are struck out.
const struck = "~~"

// html takes the words that HTML shows: those of its Plain text, for which this is
// the quick way, and which of them are struck out.
func (s *sealer) html(in string) {
	s.shown = s.shown[:0]
	silent := false
	for at := 0; at < len(in); {
		next := strings.IndexByte(in[at:], '<')
		if next < 0 {
			next = len(in) - at
		}
		if entity := strings.IndexByte(in[at:at+next], '&'); entity >= 0 {
			next = entity
		}
		if !silent {
			s.shown = append(s.shown, in[at:at+next]...)
		}
		at += next
		switch {
		case at == len(in):
		case in[at] == '<':
			end := tagEnd(in, at)
			name, closing := tagName(in[at:end])
			silent = silences(in[at:end], name, closing, silent)
			switch {
			case parts(name):
				s.shown = append(s.shown, ' ')
			case !silent && strikes(name):
				s.shown = append(s.shown, struck...)
			}
			at = end
		default:
			n := entityAt(in[at:])
			if !silent {
				s.shown = append(s.shown, html.UnescapeString(in[at:at+n])...)
			}
			at += n
		}
	}
	s.text(unsafe.String(unsafe.SliceData(s.shown), len(s.shown)))
}

// parts tells of an element that parts words, as one that only gives them another look
// does not.
func parts(name string) bool {
	switch name {
	case "p", "li", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "br", "div", "blockquote", "dd", "dt", "pre", "hr", "ul", "ol":
		return true
	}
	return false
}

// strikes tells of an element that strikes words out.
func strikes(name string) bool { return name == "del" || name == "s" }

// fact is a value of the front matter that is the record's: its key, in which list
// or table, and in which of the list's.
type fact struct {
	list string
	nth  int
	key  string
	text string
}

// eachFact visits the facts that are there.
func (m *Minutes) eachFact(visit func(fact)) {
	list, nth := "", 0
	put := func(key, text string) {
		if text != "" {
			visit(fact{list, nth, key, text})
		}
	}
	put("title", m.Title)
	put("date", m.Date.String())
	put("start", m.Start)
	put("end", m.End)
	put("place", m.Place)
	put("chair", m.Chair)
	put("secretary", m.Secretary)
	list = "record"
	put("unit", m.Record.Unit)
	put("officer", m.Record.Officer)
	put("case", m.Record.Case)
	put("document", m.Record.Document)
	put("date", m.Record.Date.String())
	list = "participants"
	for i, p := range m.Participants {
		nth = i
		put("name", p.Name)
		put("role", p.Role)
		put("organisation", p.Organisation)
		put("nominated_by", p.NominatedBy)
		put("specialty", p.Specialty)
		put("note", p.Note)
		put("chair", flagged(p.Chair, "chair"))
		put("absent", flagged(p.Absent, "absent"))
		put("staff", flagged(p.Staff, "staff"))
	}
	list = "agenda"
	for i, a := range m.Agenda {
		nth = i
		put("number", a.Number)
		if !a.Closed { // what is not shown is no part of what was published
			put("title", a.Title)
			put("kind", a.Kind)
			put("presenter", a.Presenter)
		}
		if a.Minutes > 0 {
			put("minutes", strconv.Itoa(a.Minutes))
		}
	}
}

// flagged is a word for what is true.
func flagged(is bool, word string) string {
	if is {
		return word
	}
	return ""
}

// eachWording visits headings and texts, in order, with the anchor of the item or
// section that they belong to.
func (m *Minutes) eachWording(visit func(anchor, heading string, text *Fragment)) {
	text := func(anchor string, f *Fragment) {
		if f != nil {
			visit(anchor, "", f)
		}
	}
	text("", m.Preface)
	for i := range m.Items {
		item := &m.Items[i]
		if item.Closed {
			visit(item.Anchor, item.Label, nil)
		}
		visit(item.Anchor, item.words, nil)
		for _, s := range item.Sections {
			anchor := s.Anchor
			if anchor == "" {
				anchor = item.Anchor
			}
			visit(anchor, s.Name, nil)
			for _, p := range s.Parts {
				text(anchor, p.Text)
			}
		}
	}
	text("", m.Notes)
}
