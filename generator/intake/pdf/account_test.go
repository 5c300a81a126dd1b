package pdf

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"referat/generator/intake/manuscript"
)

// wordsIn counts words: letters and digits between anything else.
func wordsIn(count map[string]int, text string, by int) {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		count[w] += by
	}
}

func TestEveryWordOfTheRawTextIsSomewhereAndNoneIsTwice(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			doc := readFile(t, path, Options{})
			count := map[string]int{}
			wordsIn(count, doc.Raw, 1)
			for i := range doc.Blocks {
				wordsIn(count, doc.Blocks[i].Mark+" "+doc.Blocks[i].Words(), -1)
			}
			for _, n := range doc.Notes {
				wordsIn(count, manuscript.Plain(n.Text), -1)
			}
			for _, a := range doc.Aside {
				wordsIn(count, a.Words, -a.Times)
			}
			for _, j := range doc.Joins {
				wordsIn(count, j.Left+" "+j.Right, -1)
				wordsIn(count, strings.TrimSuffix(j.Left, "-")+j.Right, 1)
			}
			for w, n := range count {
				if n != 0 {
					t.Errorf("%q: %+d", w, n)
				}
			}
		})
	}
}
