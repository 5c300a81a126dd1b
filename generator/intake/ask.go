package intake

import (
	"slices"
	"strings"
)

// Ask adds doubts to those that a content file has under [import], so that the preview shows them
// beside the text, in the language named. One that is there already is not added again. It
// gives the doubts with the lines that they are about now.
func Ask(file string, doubts []Doubt, lang string) (string, []Doubt) {
	file = normal(file)
	head, _ := split(file)
	first, _, _ := strings.Cut(file, "\n")
	above := len(first) + 1 + len(head)
	if !isFence(first) || above >= len(file) {
		return file, doubts // it has no front matter, or none that ends
	}
	t := parseFile(file)
	known := map[[2]string]bool{}
	for _, n := range t.head.kids {
		if isDoubt(n) {
			known[[2]string{n.value("text"), n.value("anchor")}] = true
		}
	}
	var added frontMatter
	anchors, say := t.anchors(), placesIn(lang, Origin{})
	for _, d := range doubts {
		id := [2]string{squeezed(sentences(d.Text(lang))), anchorOf(d.Target, anchors)}
		if !known[id] {
			known[id] = true
			added.doubt(d, say, anchors)
		}
	}
	moved, last := slices.Clone(doubts), strings.Count(file[:above], "\n")
	for i := range moved {
		if moved[i].Pos.Line > last {
			moved[i].Pos.Line += len(added.lines)
		}
	}
	return file[:above] + strings.Join(append(added.lines, file[above:]), "\n"), moved
}
