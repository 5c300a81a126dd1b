package intake

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// This file doubts of words by how they look in the document: struck through, or parted at the end of a line.

// doubtLooks doubts of them where they stand in the text, and else, as of what has become a fact, in the head.
func (a *analysis) doubtLooks() {
	for i := range a.doc.Blocks {
		b := &a.doc.Blocks[i]
		if words := struckIn(b); words != "" {
			target := a.targetOf(b.At, words)
			a.doubt(doubtAt{b.At, target}, source.DoubtStruck, words)
		}
	}
	for _, h := range a.doc.Hyphens {
		word := h.Left + h.Right
		a.doubt(doubtAt{h.At, a.targetOf(h.At, word)}, source.DoubtHyphen, word)
	}
}

// struckIn are the words of a block that are struck through, those that do not stand together parted by an ellipsis.
func struckIn(b *manuscript.Block) string {
	var parts []string
	add := func(runs []manuscript.Run) {
		together := false
		for _, r := range runs {
			switch {
			case !r.Look.Struck:
				together = together && r.Text == ""
			case together:
				parts[len(parts)-1] += r.Text
			default:
				parts, together = append(parts, r.Text), true
			}
		}
	}
	add(b.Text)
	for _, row := range b.Rows {
		for _, cell := range row {
			add(cell.Text)
		}
	}
	for i := range parts {
		parts[i] = spaced(parts[i])
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return !hasWords(s) }), " … ")
}

// targetOf is the part of the draft where words from a place in the document stand now.
func (a *analysis) targetOf(at manuscript.Place, words string) Target {
	first, _, _ := strings.Cut(words, " … ")
	target, found := Target{Part: InHead}, false
	look := func(blocks []manuscript.Block, t Target) {
		for i := range blocks {
			if b := &blocks[i]; (!found || b.At.Compare(at) <= 0) && strings.Contains(spaced(b.Words()), first) {
				target, found = t, true
				target.Near = first
			}
		}
	}
	look(a.draft.Preface, Target{Part: InPreface})
	for i := range a.draft.Items {
		for s := range a.draft.Items[i].Sections {
			look(a.draft.Items[i].Sections[s].Blocks, Target{Part: InSection, Index: i, Section: s})
		}
	}
	return target
}
