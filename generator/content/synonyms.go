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
		s.Lists = append(s.Lists, list.synonyms(lines))
	}
	t.end()
	return s, doc.problems
}

// synonyms reads one list of words. In lines is where those of the lists before stand.
func (t *table) synonyms(lines map[string]int) []string {
	words := t.texts("words")
	switch {
	case !t.has("words"):
		t.missing("words", `words = ["kræft", "cancer"]`)
	case words != nil && len(words) < 2: // nil is no list of texts, which has been told
		t.report("words", source.FewSynonyms)
	}
	t.end()
	own := map[string]bool{}
	for i, w := range words {
		words[i] = strings.Join(strings.Fields(w), " ")
		key := strings.ToLower(words[i])
		switch {
		case key == "":
			t.report("words", source.SynonymEmpty)
		case own[key]:
			t.report("words", source.SynonymRepeated, words[i])
		case lines[key] > 0:
			t.report("words", source.SynonymTwice, words[i], lines[key])
		}
		own[key] = true
	}
	for key := range own {
		lines[key] = t.pos("words").Line
	}
	return words
}
