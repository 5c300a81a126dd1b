package content

import (
	"strings"

	"referat/generator/source"
)

// synonymsFile is the file of words that say the same to whoever searches.
const synonymsFile source.Path = "content/soegeord.toml"

// Synonyms are lists of words that find each other in the readers' search.
type Synonyms struct {
	Path  source.Path
	Lists [][]string
}

func parseSynonyms(f *source.File) (*Synonyms, []source.Problem) {
	t, doc := decode(f.Path, f.Text, 1)
	if t == nil {
		return nil, doc.problems
	}
	s := &Synonyms{Path: f.Path}
	lines := map[string]int{} // where each word stands
	for _, list := range t.tables("synonyms") {
		words := list.texts("words")
		list.end()
		if len(words) < 2 {
			list.report("words", source.FewSynonyms)
		}
		for i, w := range words {
			words[i] = strings.Join(strings.Fields(w), " ")
			key := strings.ToLower(words[i])
			if line := lines[key]; line > 0 {
				list.report("words", source.SynonymTwice, words[i], line)
			}
			lines[key] = list.pos("words").Line
		}
		s.Lists = append(s.Lists, words)
	}
	t.end()
	return s, doc.problems
}
