package intake

import (
	"slices"
	"strings"

	"referat/generator/source"
)

// findCommittee looks for the committee in the title, then in the lines before the items. The
// name may be inflected: "Møde i arbejdsgruppen for …" is of "Arbejdsgruppe for …".
func (f *front) findCommittee() {
	at := doubtAt{target: Target{Part: InHead, Near: "committee"}}
	texts := []string{f.draft.Head.Title}
	for i := range f.end {
		if len(f.lines[i].text) < 2*longestTitle {
			texts = append(texts, f.lines[i].text)
		}
	}
	texts = append(texts, strings.Join(texts[1:min(len(texts), 12)], " ")) // a name that is broken over lines
	for _, text := range texts {
		named := f.committeesIn(text)
		if len(named) == 0 {
			continue
		}
		if len(named) > 1 {
			f.doubt(at, source.DoubtCommittees, strings.Join(named, ", "))
			return
		}
		f.draft.Head.Committee = named[0]
		return
	}
	f.doubt(at, source.DoubtCommittee)
}

// committeesIn are the ids of the committees that a text names. Of two names of which one holds the other, the
// longer counts.
func (f *front) committeesIn(text string) []string {
	words := stems(text)
	type place struct {
		id       string
		from, to int
	}
	var found []place
	for _, c := range f.words.Committees {
		best := place{id: c.ID}
		for _, name := range c.Names {
			n := stems(name)
			if from := within(words, n); from >= 0 && len(n) > best.to-best.from {
				best.from, best.to = from, from+len(n)
			}
		}
		if best.to > 0 {
			found = append(found, best)
		}
	}
	var ids []string
	for _, c := range found {
		if !slices.ContainsFunc(found, func(d place) bool { return d.from <= c.from && c.to <= d.to && d.to-d.from > c.to-c.from }) {
			ids = append(ids, c.id)
		}
	}
	return ids
}

func stems(s string) []string {
	words := tokens(s)
	for i := range words {
		words[i] = stem(words[i])
	}
	return words
}

// within is where the words of a name stand together, in order; -1 of nowhere.
func within(words, name []string) int {
	if len(name) == 0 {
		return -1
	}
	for i := 0; i+len(name) <= len(words); i++ {
		match := true
		for j := range name {
			match = match && words[i+j] == name[j]
		}
		if match {
			return i
		}
	}
	return -1
}
