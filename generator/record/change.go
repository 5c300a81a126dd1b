package record

import (
	"slices"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/personal"
	"referat/generator/source"
)

// Change is how the words of minutes differ from those of a recorded version.
type Change struct {
	Since       Document
	Was, Is     []content.Word
	Differences []Difference
	Corrected   bool // a correction tells of it that the version has not
	Lost        bool // the version's text is gone, so that its words are not known
}

// changeSince tells how minutes differ from a recorded version. It is not ok when no word
// differs, or when none is sealed. The seal decides first; where that is another, the
// words themselves do.
func (r *Record) changeSince(d Document, m *content.Minutes, s Site) (Change, bool) {
	if d.Seal == (source.Digest{}) || d.Seal == m.Seal {
		return Change{}, false
	}
	c := Change{Since: d}
	var now *content.Minutes
	if now, c.Is = s.wording(m.Path, m.Path); now == nil {
		return Change{}, false // it has changed since it was looked at, which is told elsewhere
	}
	then, words := s.wording(r.TextPath(d), d.Path)
	if then == nil {
		c.Lost = true
		c.Corrected = correctedSince(m, d)
		return c, true
	}
	c.Was = words
	c.Corrected = corrected(m, then)
	c.Differences = Diff(texts(c.Was), texts(c.Is))
	// Of what was withdrawn the text may have changed since it was sealed.
	return c, len(c.Differences) > 0 || d.State == content.Withdrawn
}

// wording reads the words of a text as those of the minutes at a path.
func (s Site) wording(text, path source.Path) (*content.Minutes, []content.Word) {
	f, ok := s.Tree.File(text)
	if !ok {
		return nil, nil
	}
	loaded, problem := s.Tree.Load(f)
	if problem != nil {
		return nil, nil
	}
	loaded.Path = path
	return content.Wording(loaded, &s.Docs.Settings.Vocabulary)
}

func texts(words []content.Word) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = w.Text
	}
	return list
}

// corrected tells that minutes have a correction that they had not then.
func corrected(now, then *content.Minutes) bool {
	had := map[content.Correction]int{}
	for _, c := range then.Corrections {
		c.Anchor = "" // of which the order of the file decides
		had[c]++
	}
	for _, c := range now.Corrections {
		c.Anchor = ""
		if had[c]--; had[c] < 0 && !c.Date.IsZero() {
			return true
		}
	}
	return false
}

// correctedSince tells that minutes have a correction from the day that a version was
// recorded or later.
func correctedSince(m *content.Minutes, d Document) bool {
	for _, c := range m.Corrections {
		if !c.Date.IsZero() && !c.Date.Before(d.Recorded) {
			return true
		}
	}
	return false
}

// problem is the change as a problem at the place of the first difference.
func (c Change) problem(m *content.Minutes, text source.Path) source.Problem {
	pos := source.Pos{Path: m.Path}
	if c.Lost {
		return source.At(pos, source.RecordTextLost, string(text))
	}
	if len(c.Differences) == 0 {
		return source.At(pos, source.RecordReturned)
	}
	first := c.Differences[0]
	if len(c.Is) > 0 {
		pos.Line = c.Is[min(first.Is[0], len(c.Is)-1)].Line
	}
	count := ""
	if n := len(c.Differences); n > 1 {
		count = strconv.Itoa(n)
	}
	return source.At(pos, source.RecordChanged, c.shown(first), count, string(text))
}

// How many words of a difference, and around it, a message shows.
const (
	around = 4
	within = 10
)

// shown writes a difference with some words around it that have the same place:
// "rådet [-godkendte-]{+forkastede+} planen".
func (c Change) shown(d Difference) string {
	was, is := printable(c.Was), printable(c.Is)
	from, to := d.Was[0], d.Was[1]
	place := ""
	if d.Is[0] < d.Is[1] {
		place = c.Is[d.Is[0]].Place
	} else {
		place = c.Was[from].Place
	}
	for from > 0 && d.Was[0]-from < around && c.Was[from-1].Place == place {
		from--
	}
	for to < len(was) && to-d.Was[1] < around && c.Was[to].Place == place {
		to++
	}
	var parts []string
	if from < d.Was[0] {
		parts = append(parts, strings.Join(was[from:d.Was[0]], " "))
	}
	change := ""
	if d.Was[0] < d.Was[1] {
		change = "[-" + brief(was[d.Was[0]:d.Was[1]]) + "-]"
	}
	if d.Is[0] < d.Is[1] {
		change += "{+" + brief(is[d.Is[0]:d.Is[1]]) + "+}"
	}
	parts = append(parts, change)
	if d.Was[1] < to {
		parts = append(parts, strings.Join(was[d.Was[1]:to], " "))
	}
	return strings.Join(parts, " ")
}

// brief leaves out the middle of many words.
func brief(words []string) string {
	if len(words) > within {
		return strings.Join(words[:within/2], " ") + " … " + strings.Join(words[len(words)-within/2:], " ")
	}
	return strings.Join(words, " ")
}

// printable are words without the numbers of persons among them, which may be the very
// reason why the words were changed: no message may repeat one.
func printable(words []content.Word) []string {
	list := texts(words)
	text := strings.Join(list, " ")
	found := slices.DeleteFunc(personal.Scan(text), func(f personal.Finding) bool { return f.Kind != personal.CPR && f.Kind != personal.Replacement })
	if len(found) == 0 {
		return list
	}
	at := 0 // where the word begins
	for i, word := range list {
		end, done := at+len(word), at
		var b strings.Builder
		for _, f := range found {
			if f.From >= done && f.From < end {
				b.WriteString(text[done:f.From] + f.Shown)
			}
			if f.From < end {
				done = max(done, min(f.To, end)) // the number may go on in the next word
			}
		}
		b.WriteString(text[done:end])
		list[i], at = b.String(), end+1
	}
	return list
}
