package site

import (
	"slices"
	"strings"
)

// synonyms are lists of words that say the same: those that staff wrote, those of
// the glossary, and the names of subjects.
func (s *Site) synonyms() [][]string {
	var lists [][]string
	if s.docs.Synonyms != nil {
		lists = slices.Clone(s.docs.Synonyms.Lists)
	}
	for _, t := range s.Glossary {
		words, _, _ := strings.Cut(t.Text, "(") // what is in brackets explains
		lists = append(lists, []string{t.Term, strings.TrimSpace(words)})
	}
	for _, g := range s.subjects {
		names := []string{g.Title}
		for _, a := range g.Aliases {
			names = append(names, a.Name)
		}
		if len(names) > 1 {
			lists = append(lists, names)
		}
	}
	return lists
}
