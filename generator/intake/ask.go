package intake

import (
	"slices"
	"strconv"
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
	known := map[string]bool{}
	for _, n := range t.head.kids {
		if isDoubt(n) {
			known[asked(n.value("text"), n.value("anchor"), n.value("nth"))] = true
		}
	}
	var added frontMatter
	anchors, say := t.anchors(), placesIn(lang, Origin{})
	for _, d := range doubts {
		anchor := anchorOf(d.Target, anchors)
		at := t.spot(anchor, d.Pos.Line)
		nth := ""
		if at.nth > 0 {
			nth = strconv.Itoa(at.nth)
		}
		if id := asked(squeezed(sentences(d.Text(lang))), anchor, nth); !known[id] {
			known[id] = true
			added.doubt(d, at, say, anchors)
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

// asked is what a doubt is known by among others.
func asked(text, anchor, nth string) string { return text + "\x00" + anchor + "\x00" + nth }

// spot tells what stands on a line of the file, so that it is found again when lines have come or gone.
func (t *tree) spot(anchor string, line int) spot {
	text, at := t.file()
	if line < at[t.body] {
		return t.headSpot(line, at)
	}
	lines := strings.Split(text, "\n")
	heading, from, to := t.part(anchor, at, len(lines))
	if line == heading || line <= from || line > to {
		return spot{}
	}
	near := firstWords((&block{text: entryLine().ReplaceAllString(lines[line-1], ""), kind: kindOf(lines[line-1])}).words())
	found := withWords(lines[from:to], near)
	i := slices.Index(found, line-1-from)
	if i < 0 {
		return spot{}
	}
	return amongAlike(found, i, near)
}

// headSpot is that of a line of front matter.
func (t *tree) headSpot(line int, at map[any]int) spot {
	for _, n := range t.head.kids {
		name, _, _ := strings.Cut(strings.Trim(tableName().FindString(n.text), "[]"), " ")
		if key := nameKeys[name]; key != "" {
			for _, k := range append([]*node{n}, n.kids...) {
				if at[k] == line {
					return spot{key: name, near: n.value(key)}
				}
			}
		} else if at[n] == line && name == "" {
			return spot{key: n.id}
		}
	}
	return spot{}
}
