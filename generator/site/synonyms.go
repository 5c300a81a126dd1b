package site

import "strings"

// synonyms are lists of words that say the same: those of the glossary.
func (s *Site) synonyms() [][]string {
	var lists [][]string
	for _, t := range s.Glossary {
		words, _, _ := strings.Cut(t.Text, "(") // what is in brackets explains
		lists = append(lists, []string{t.Term, strings.TrimSpace(words)})
	}
	return lists
}
