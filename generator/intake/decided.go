package intake

import (
	"strings"

	"referat/generator/source"
)

// This file tells which doubts of a revised document staff have answered by marking a decision.

// doubtIDs are the doubts that a file's front matter has.
func doubtIDs(head *node) map[string]bool {
	ids := map[string]bool{}
	for _, n := range head.kids {
		if isDoubt(n) {
			ids[n.id] = true
		}
	}
	return ids
}

// decided tells of a doubt that asks whether something is a decision where staff have marked one: its
// words stand between the lines of a mark and nowhere else, or a clash tells of them beside one.
func (g *merger) decided(body, doubt *node) bool {
	words := lettersOf(doubt.value("near"))
	if words == "" || !asksOfDecision(doubt.value("text")) {
		return false
	}
	for _, c := range g.clashes {
		if b, is := c.at.(*block); is && b.mark != "" && strings.Contains(lettersOf(c.theirs), words) {
			return true
		}
	}
	marked, unmarked := body.having(words)
	return marked > 0 && unmarked == 0
}

// asksOfDecision tells of the text of a doubt, in any language.
func asksOfDecision(text string) bool {
	for _, lang := range []string{"da", "en"} {
		asked, _, _ := strings.Cut(sentences(source.At(source.Pos{}, source.DoubtDecision, "").Text(lang)), `"`)
		if strings.HasPrefix(text, asked) {
			return true
		}
	}
	return false
}

// having counts the blocks of a node that have the words, in marks and elsewhere.
func (n *node) having(words string) (marked, unmarked int) {
	for _, b := range n.blocks {
		switch {
		case !strings.Contains(lettersOf(b.words()), words):
		case b.mark != "":
			marked++
		default:
			unmarked++
		}
	}
	for _, k := range n.kids {
		m, u := k.having(words)
		marked, unmarked = marked+m, unmarked+u
	}
	return marked, unmarked
}
