package intake

import (
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

// committeesIn are the ids of the committees that a text names. Of two names of which
// one holds the other, the longer counts.
func (f *front) committeesIn(text string) []string {
	words := stems(text)
	longest, ids := 0, []string(nil)
	for _, c := range f.words.Committees {
		best := 0
		for _, name := range c.Names {
			if n := stems(name); within(words, n) {
				best = max(best, len(strings.Join(n, " ")))
			}
		}
		switch {
		case best == 0 || best < longest:
		case best > longest:
			longest, ids = best, []string{c.ID}
		default:
			ids = append(ids, c.ID)
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

// within tells that the words of a name stand together, in order.
func within(words, name []string) bool {
	if len(name) == 0 {
		return false
	}
	for i := 0; i+len(name) <= len(words); i++ {
		match := true
		for j := range name {
			match = match && words[i+j] == name[j]
		}
		if match {
			return true
		}
	}
	return false
}
