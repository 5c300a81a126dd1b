package hyphen

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// lineEnd is a hyphen at the end of a line, with the word before and after it.
var lineEnd = pattern.Of(`([\p{L}\p{N}’']+(?:-[\p{L}\p{N}’']+)*)-\n([\p{L}\p{N}’']+)`)

// Rejoin joins the words of a document that ends of lines have parted where nothing but the page's width, or
// that of the author's window, has. What is dropped is told; of a kept hyphen only the end of the line goes, in
// the raw words too.
func Rejoin(doc *manuscript.Document) {
	r := rejoiner{doc: doc, known: Words{}}
	for i := range doc.Blocks {
		for line := range strings.SplitSeq(doc.Blocks[i].Words(), "\n") {
			r.known.Add(line)
		}
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		r.join(b.Text, b.At)
		for _, row := range b.Rows {
			for _, c := range row {
				r.join(c.Text, b.At)
			}
		}
	}
	for _, n := range doc.Notes {
		r.join(n.Text, n.At)
	}
	for _, list := range [][]manuscript.Join{doc.Joins, doc.Hyphens} {
		slices.SortStableFunc(list, func(a, b manuscript.Join) int { return a.At.Compare(b.At) })
	}
}

type rejoiner struct {
	doc   *manuscript.Document
	known Words
}

func (r *rejoiner) join(runs []manuscript.Run, at manuscript.Place) {
	text := manuscript.Plain(runs)
	for _, m := range slices.Backward(lineEnd().FindAllStringSubmatchIndex(text, -1)) {
		whole, right := text[m[2]:m[3]], text[m[4]:m[5]]
		left := whole[strings.LastIndexByte(whole, '-')+1:]
		parting := r.known.Part(left, right, true)
		if parting == Leave {
			continue
		}
		joined := manuscript.Join{Left: whole + "-", Right: right, At: manuscript.Place{Page: at.Page, Line: at.Line + strings.Count(text[:m[3]], "\n")}}
		if parting == Drop {
			cut(runs, m[3], m[3]+2)
			r.doc.Joins = append(r.doc.Joins, joined)
			continue
		}
		if parting == Unclear {
			r.doc.Hyphens = append(r.doc.Hyphens, joined)
		}
		cut(runs, m[3]+1, m[3]+2)
		r.doc.Raw = strings.ReplaceAll(r.doc.Raw, " "+whole+"- "+right, " "+whole+"-"+right)
	}
}

// cut takes the bytes of a stretch out of the text of runs.
func cut(runs []manuscript.Run, from, to int) {
	at := 0
	for i := range runs {
		n := len(runs[i].Text)
		a, b := min(max(from-at, 0), n), min(max(to-at, 0), n)
		runs[i].Text = runs[i].Text[:a] + runs[i].Text[b:]
		at += n
	}
}
