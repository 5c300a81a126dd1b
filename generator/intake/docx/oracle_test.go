package docx

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// pandocShows are the words of the documents that pandoc shows and Word does not, for it does not know hidden
// letters, and gives the caption of a table twice.
var pandocShows = map[string][]string{
	"word-habits.docx":       {"SKJULT", "TEKST", "TEKSTsynlig"},
	"written-by-pandoc.docx": {"Tabel"},
}

func TestEveryWordThatPandocFindsIsRead(t *testing.T) {
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Log("pandoc is not installed: there is nothing to compare with here, the other tests do without it")
		return
	}
	names, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents:", err)
	}
	for _, name := range names {
		out, err := exec.Command(pandoc, "-f", "docx", "-t", "plain", "--wrap=none", "--track-changes=accept", name).Output()
		if err != nil {
			t.Fatal(name, err)
		}
		ours := map[string]int{}
		for _, w := range plainWords(wordsOf(readFile(t, name, true))) {
			ours[w]++
		}
		for _, w := range pandocShows[filepath.Base(name)] {
			ours[w]++
		}
		for _, w := range plainWords(strings.ReplaceAll(string(out), "\u00AD", "")) {
			if ours[w]--; ours[w] < 0 && !isMark(w) {
				t.Errorf("%s: pandoc reads %q, and we do not, or not as often", name, w)
			}
		}
	}
}

// plainWords parts a text at all that is no letter and no digit, for pandoc draws tables, notes and lists with signs.
func plainWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// isMark tells whether a word may be the number of a list or a note.
func isMark(word string) bool { return len(word) <= 2 }
