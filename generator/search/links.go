package search

import (
	"slices"
	"strings"
)

// What pages of the site a query finds by their names.

// sought tells, by the stems of a name, that a word of the query is in it.
type sought func(stems []string) bool

// links are the pages whose names have all words of a query. With a filter the other
// subjects or committees are left out.
func (r *Reader) links(s said, q Query) []Named {
	var words []sought
	for i, w := range s.words {
		words = append(words, r.soughtWord(w, s.typing && i == len(s.words)-1))
	}
	for _, p := range s.phrases {
		for _, w := range p {
			words = append(words, func(stems []string) bool { return nameHas(stems, w.stem) })
		}
	}
	var found []Named
	add := func(list []Named, only, kind string) {
		for _, n := range list {
			named := func(name string) bool { return names(name, kind, words) }
			if (only == "" || n.ID == only) && slices.ContainsFunc(append([]string{n.Name}, n.Also...), named) {
				found = append(found, n)
			}
		}
	}
	add(r.Manifest.Subjects, q.Subject, r.Manifest.Subject)
	add(r.Manifest.Committees, q.Committee, "")
	add(r.Manifest.Pages, "", "")
	return found
}

// soughtWord seeks a word, the beginning of one that is being typed, or what is another way of saying it.
func (r *Reader) soughtWord(w asked, typing bool) sought {
	folded := fold(w.word)
	begins := typing && len(folded) >= leastTyped || len(folded) == leastPart-1
	others := r.synonymsOf([]string{w.stem})
	return func(stems []string) bool {
		return nameHas(stems, w.stem) || nameHas(stems, folded) ||
			begins && slices.ContainsFunc(stems, func(s string) bool { return strings.HasPrefix(s, folded) }) ||
			slices.ContainsFunc(others, func(u unit) bool {
				return !slices.ContainsFunc(u.stems, func(s string) bool { return !nameHas(stems, s) })
			})
	}
}

// nameHas tells that a stem is one of a name's, or begins or ends one.
func nameHas(stems []string, wanted string) bool {
	return slices.ContainsFunc(stems, func(s string) bool { return loose(s) == loose(wanted) || partOf(s, wanted, 1, 0) > 0 })
}

// names tells that all words are in a name, but for those that say what kind of name it is.
func names(name, kind string, words []sought) bool {
	own := stemsIn(name)
	all := append(slices.Clip(own), stemsIn(kind)...)
	some := false
	for _, has := range words {
		some = some || has(own)
		if !has(all) {
			return false
		}
	}
	return some
}

func stemsIn(text string) []string {
	var stems []string
	eachWord(text, func(word string, _ bool) { stems = append(stems, stemOf(word)) })
	return stems
}
