package text

import (
	"strings"

	"referat/generator/intake/manuscript"
)

// reporter is a test, or a try of a property.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// balance counts the words of Blocks, Notes and Aside, and takes those of Raw away: below 0 is lost, above 0 is
// not of the source.
func balance(doc *manuscript.Document) map[string]int {
	words := map[string]int{}
	count := func(text string, times int) {
		for _, w := range wordsOf(text) {
			if words[w] += times; words[w] == 0 {
				delete(words, w)
			}
		}
	}
	runs := func(text []manuscript.Run) { addRuns(text, func(s string) { count(s, 1) }) }
	count(doc.Raw, -1)
	for _, b := range doc.Blocks {
		count(b.Mark, 1)
		runs(b.Text)
		for _, row := range b.Rows {
			for _, c := range row {
				runs(c.Text)
			}
		}
	}
	for _, n := range doc.Notes {
		runs(n.Text)
	}
	for _, a := range doc.Aside {
		count(a.Words, a.Times)
	}
	for _, j := range doc.Joins {
		count(j.Left+" "+j.Right, 1)
		left := strings.TrimSuffix(j.Left, "-")
		count(left+j.Right, -1)
	}
	return words
}

// checkWords tests what the package promises above all: no word of the source is lost and none comes from
// elsewhere. An address that Markdown writes once may be that of several links.
func checkWords(t reporter, doc *manuscript.Document, markdown bool) {
	t.Helper()
	for w, n := range balance(doc) {
		if n < 0 || !markdown {
			t.Errorf("word %q: %+d", w, n)
		}
	}
}

// checkForm tests what holds for every document.
func checkForm(t reporter, doc *manuscript.Document) {
	t.Helper()
	lines := strings.Count(doc.Raw, "\n") + 1 + frontLines
	check := func(at manuscript.Place) {
		if at.Line < 1 || at.Line > lines || at.Page < 0 {
			t.Errorf("place %+v of a file of %d lines", at, lines)
		}
	}
	for _, b := range doc.Blocks {
		check(b.At)
		text := manuscript.Plain(b.Text)
		switch {
		case b.Kind == manuscript.Table && len(b.Rows) == 0, b.Kind != manuscript.Table && strings.TrimSpace(text) == "" && notes(b.Text) == 0:
			t.Errorf("empty block %+v", b)
		case strings.ContainsAny(text, "\t\r\f\u00ad\u200b\u2028\u2029"):
			t.Errorf("untidy text %q", text)
		case (b.Kind == manuscript.Entry) != (b.Mark != ""):
			t.Errorf("mark %q of kind %d", b.Mark, b.Kind)
		case b.Level < 0:
			t.Errorf("level %d", b.Level)
		}
	}
	for _, a := range doc.Aside {
		check(a.At)
		if a.Times < 1 || a.Words == "" {
			t.Errorf("aside %+v", a)
		}
	}
}

func notes(runs []manuscript.Run) int {
	n := 0
	for _, r := range runs {
		if r.Note > 0 {
			n++
		}
	}
	return n
}
