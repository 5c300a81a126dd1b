package text

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"referat/generator/intake/manuscript"
)

// blocks makes blocks of the children of a node. Those of a quote stand as if they were not quoted.
func (r *markdownReader) blocks(parent ast.Node, depth int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			level := n.Level
			if r.titled {
				level--
			}
			r.addText(manuscript.Block{Kind: manuscript.Heading, Level: level}, n)
		case *ast.Paragraph, *ast.TextBlock:
			r.addText(manuscript.Block{}, n)
		case *ast.List:
			r.list(n, depth)
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			r.lines(n)
		case *extast.Table:
			r.table(n)
		case *extast.FootnoteList:
			r.notes(n)
		default:
			r.blocks(n, depth)
		}
	}
}

// addText adds a block with the text of a node, if it has any.
func (r *markdownReader) addText(b manuscript.Block, n ast.Node) {
	b.Text, b.Wrapped = r.textOf(n)
	if b.Text != nil {
		b.Strong = b.Kind == manuscript.Paragraph && !slices.ContainsFunc(b.Text, func(run manuscript.Run) bool { return !run.Look.Bold })
		b.At = r.at(offset(n))
		r.add(b)
	}
}

// list adds entries. What stands in an entry behind its first text is a block of its own.
func (r *markdownReader) list(list *ast.List, depth int) {
	index := 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := r.markOf(list, item, index)
		index++
		rest := item.FirstChild()
		if rest == nil {
			continue
		}
		entry := manuscript.Block{Kind: manuscript.Entry, Level: depth, Mark: mark}
		switch rest.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			r.addText(entry, rest)
			item.RemoveChild(item, rest)
		}
		r.blocks(item, depth+1)
	}
}

// lines adds the lines of code or of HTML as they are.
func (r *markdownReader) lines(n ast.Node) {
	var text []string
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		if line := spaced(string(segment.Value(r.source))); line != "" {
			text = append(text, line)
		}
	}
	if h, is := n.(*ast.HTMLBlock); is && h.HasClosure() {
		text = append(text, spaced(string(h.ClosureLine.Value(r.source))))
	}
	if len(text) > 0 {
		r.add(manuscript.Block{Text: runOf(strings.ReplaceAll(strings.Join(text, "\n"), lineBreak, "\n")), At: r.at(offset(n))})
	}
}

func (r *markdownReader) table(n *extast.Table) {
	b := manuscript.Block{Kind: manuscript.Table, At: r.at(max(0, offset(n)))}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []manuscript.Cell
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			if len(b.Rows) == 0 && cells == nil && c.Lines().Len() > 0 {
				b.At = r.at(c.Lines().At(0).Start)
			}
			text, _ := r.textOf(c)
			cells = append(cells, manuscript.Cell{Text: text, Columns: 1, Heading: row.Kind() == extast.KindTableHeader})
		}
		b.Rows = append(b.Rows, cells)
	}
	r.add(b)
}

func (r *markdownReader) notes(list ast.Node) {
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		at := r.at(max(0, offset(n)))
		before := len(r.doc.Blocks)
		r.blocks(n, 0)
		note := manuscript.Note{At: at}
		for _, b := range r.doc.Blocks[before:] {
			if len(note.Text) > 0 {
				note.Text = append(note.Text, manuscript.Run{Text: "\n"})
			}
			if b.Kind == manuscript.Table || b.Mark != "" {
				note.Text = append(note.Text, manuscript.Run{Text: strings.TrimSpace(b.Mark + " ")})
			}
			if b.Kind == manuscript.Table {
				b.Text = runOf(b.Words())
			}
			note.Text = append(note.Text, b.Text...)
		}
		r.doc.Blocks = r.doc.Blocks[:before]
		r.doc.Notes = append(r.doc.Notes, note)
	}
}

// textOf makes runs of what stands in a node. Lines that the author only wrapped in the file may be meant
// as lines: they are parted and the text is wrapped, unless there are breaks that are certain.
func (r *markdownReader) textOf(n ast.Node) (runs []manuscript.Run, wrapped bool) {
	w := inlineReader{markdownReader: r}
	w.children(n, manuscript.Run{})
	soft := "\n"
	if w.hard {
		soft = " "
	}
	for i := range w.runs {
		w.runs[i].Text = strings.ReplaceAll(string(w.texts[i]), softBreak, soft)
	}
	return tidied(w.runs), w.soft && !w.hard
}

// softBreak stands for the end of a line of the file.
const softBreak = "\u2029"

// inlineReader makes runs.
type inlineReader struct {
	*markdownReader
	runs       []manuscript.Run
	texts      [][]byte // of the runs, while they grow
	soft, hard bool     // there are line ends of the file, and breaks
}

func (w *inlineReader) put(text string, like manuscript.Run) {
	if strings.Contains(text, lineBreak) {
		w.hard = true
		text = strings.ReplaceAll(text, lineBreak, "\n")
	}
	if n := len(w.runs); n > 0 && w.runs[n-1].Note == 0 && w.runs[n-1].Look == like.Look && w.runs[n-1].Link == like.Link {
		w.texts[n-1] = append(w.texts[n-1], text...)
		return
	}
	w.runs, w.texts = append(w.runs, like), append(w.texts, []byte(text))
}

// children reads what stands in a node; like has the look and the link that it has from outside.
func (w *inlineReader) children(parent ast.Node, like manuscript.Run) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.inline(n, like)
	}
}

func (w *inlineReader) inline(n ast.Node, like manuscript.Run) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n, like)
	case *ast.String:
		w.put(string(n.Value), like)
	case *ast.RawHTML:
		for i := range n.Segments.Len() {
			segment := n.Segments.At(i)
			w.put(string(segment.Value(w.source)), like)
		}
	case *ast.Emphasis:
		like.Look.Italic = like.Look.Italic || n.Level == 1
		like.Look.Bold = like.Look.Bold || n.Level > 1
		w.children(n, like)
	case *extast.Strikethrough:
		like.Look.Struck = true
		w.children(n, like)
	case *ast.Link:
		like.Link = string(n.Destination)
		w.children(n, like)
	case *ast.AutoLink:
		like.Link = string(n.URL(w.source))
		w.put(string(n.Label(w.source)), like)
	case *ast.Image:
		w.image(n)
	case *extast.FootnoteLink:
		w.runs, w.texts = append(w.runs, manuscript.Run{Note: n.Index}), append(w.texts, nil)
	case *extast.FootnoteBacklink:
	default:
		w.children(n, like)
	}
}

func (w *inlineReader) text(n *ast.Text, like manuscript.Run) {
	value := n.Segment.Value(w.source)
	if n.Parent().Kind() != ast.KindCodeSpan {
		value = util.UnescapePunctuations(value)
	}
	w.put(string(value), like)
	switch {
	case n.HardLineBreak():
		w.hard = true
		w.put("\n", like)
	case n.SoftLineBreak():
		w.soft = true
		w.put(softBreak, like)
	}
}

// image sets the words that stand for a picture aside.
func (w *inlineReader) image(n *ast.Image) {
	alt := inlineReader{markdownReader: w.markdownReader}
	alt.children(n, manuscript.Run{})
	words := spaced(string(bytes.Join(alt.texts, nil)) + " " + string(n.Destination))
	at := manuscript.Place{Line: 1}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Type() == ast.TypeBlock && offset(p) >= 0 {
			at = w.at(offset(p))
			break
		}
	}
	w.doc.Unseen = append(w.doc.Unseen, manuscript.Unseen{Kind: manuscript.Picture, At: at})
	if words != "" {
		w.doc.Aside = append(w.doc.Aside, manuscript.Aside{Words: words, Why: manuscript.Decoration, At: at, Times: 1})
	}
}

// tidied leaves out white space at the ends of lines and of the whole, and runs without text.
func tidied(runs []manuscript.Run) []manuscript.Run {
	var out []manuscript.Run
	before := "\n"
	for _, run := range runs {
		if run.Note == 0 {
			var b strings.Builder
			for _, c := range strings.ReplaceAll(run.Text, "\t", " ") {
				if c == ' ' && (before == " " || before == "\n") || c == '\n' && before == "\n" {
					continue
				}
				b.WriteRune(c)
				before = string(c)
			}
			run.Text = strings.ReplaceAll(b.String(), " \n", "\n")
		}
		if run.Text != "" || run.Note > 0 {
			out = append(out, run)
		}
	}
	for n := len(out); n > 0 && out[n-1].Note == 0; n = len(out) {
		if out[n-1].Text = strings.TrimRight(out[n-1].Text, " \n"); out[n-1].Text != "" {
			break
		}
		out = out[:n-1]
	}
	return out
}
