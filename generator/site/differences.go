package site

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/plain"
	"referat/generator/record"
	"referat/generator/source"
)

// around is how many words that were kept are shown on either side of one that was not.
const around = 10

// differences is what was changed in minutes since an earlier version.
func (s *Site) differences(m *meeting, v version) differencesPage {
	is, _ := s.versionsOf(m)
	d := DifferencesView{Page: s.meetingFrame(m.Minutes, m.committeeName(), false), Date: m.Date, Sequence: m.Sequence(), From: v.minutes.Path, Was: s.versionLink(m, v), Is: is}
	return differencesPage{d, &wording{v.minutes, s.docs, m.Path}, &wording{m.Minutes, s.docs, m.Path}}
}

// differencesPage is what such a page is made from: its view without words, and the
// minutes whose words are compared.
type differencesPage struct {
	DifferencesView
	was, is *wording
}

// wording is minutes whose words are read when they are needed, which is seldom. It is a
// leaf: the digest of the minutes is that of their file.
type wording struct {
	*content.Minutes
	docs *content.Documents
	of   source.Path
}

func (w *wording) Digest() plain.Digest { return w.Minutes.Digest() }

func (w *wording) words() []content.Word { return w.docs.Words(w.Path, w.of) }

// View puts the parts in.
func (p differencesPage) View() any {
	v := p.DifferencesView
	words := compared(p.was.words(), p.is.words())
	for len(words) > 0 {
		n := 1
		for n < len(words) && partOf(words[n].Place) == partOf(words[0].Place) {
			n++
		}
		if slices.ContainsFunc(words[:n], fatedWord.changed) {
			v.Parts = append(v.Parts, partIn(words[:n], p.is.Minutes, p.was.Minutes))
		}
		words = words[n:]
	}
	return v
}

// fatedWord is a word of either version and what has become of it.
type fatedWord struct {
	content.Word
	fate string
}

// The fates of words.
const (
	kept    = "kept"
	gone    = "gone"
	isNew   = "new"
	leftOut = "left out"
)

func (w fatedWord) changed() bool { return w.fate != kept }

// compared puts the words of two versions together, what is gone before what is new.
func compared(was, is []content.Word) []fatedWord {
	texts := func(words []content.Word) []string {
		list := make([]string, len(words))
		for i, w := range words {
			list[i] = w.Text
		}
		return list
	}
	all := make([]fatedWord, 0, len(was)+len(is))
	put := func(words []content.Word, fate string) {
		for _, w := range words {
			all = append(all, fatedWord{w, fate})
		}
	}
	at := 0
	for _, d := range record.Diff(texts(was), texts(is)) {
		put(is[at:d.Is[0]], kept)
		put(was[d.Was[0]:d.Was[1]], gone)
		put(is[d.Is[0]:d.Is[1]], isNew)
		at = d.Is[1]
	}
	put(is[at:], kept)
	return all
}

// runsOf gathers words of one fate, and leaves out those that are far from any change.
func runsOf(words []fatedWord) []DifferenceRun {
	var runs []DifferenceRun
	for i, w := range words {
		near := slices.ContainsFunc(words[max(0, i-around):min(len(words), i+around+1)], fatedWord.changed)
		fate, text := w.fate, w.Text
		if !near {
			fate, text = leftOut, ""
		}
		if n := len(runs); n > 0 && runs[n-1].Fate == fate {
			runs[n-1].Words = strings.TrimSpace(runs[n-1].Words + " " + text)
		} else {
			runs = append(runs, DifferenceRun{fate, text})
		}
	}
	return runs
}

// The parts of minutes that no item is.
const (
	facts        = "facts"
	participated = "participants"
	agenda       = "agenda"
	item         = "item"
	text         = "text"
)

// partOf is the part that a word's place belongs to: an anchor, or one of these.
func partOf(place string) string {
	switch {
	case place == "":
		return text
	case place == participated || place == agenda || strings.Contains(place, "-"):
		return place
	}
	return facts
}

// partIn is the part that words stand in. It is named as the minutes have it now, or else
// as they had it; the name of a section is not said twice.
func partIn(words []fatedWord, versions ...*content.Minutes) DifferencePart {
	d := placeIn(words[0].Place, versions)
	d.Runs = runsOf(words)
	if first := &d.Runs[0]; first.Fate == kept && d.Section != "" {
		first.Words = strings.TrimSpace(strings.TrimPrefix(first.Words, d.Section))
	}
	return d
}

func placeIn(place string, versions []*content.Minutes) DifferencePart {
	for _, m := range versions {
		for i := range m.Items {
			it := &m.Items[i]
			d := DifferencePart{Place: item, Label: it.Label, Title: it.Title}
			if it.Anchor == place {
				return d
			}
			for _, section := range it.Sections {
				if section.Anchor == place && place != "" {
					d.Section = section.Name
					return d
				}
			}
		}
	}
	return DifferencePart{Place: partOf(place)}
}
