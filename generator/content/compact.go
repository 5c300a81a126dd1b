package content

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// compactWriter writes what nearly all minutes consist of, paragraphs, lists and
// tables of plain words, as goldmark and the minifier would together, in a sixth
// of the time. It leaves to them what it does not know, and wherever the minifier
// would have something to decide: a space beside another or at the edge of a
// block, a letter that needs an escape. FuzzCompactHTML holds the two against
// each other.
type compactWriter struct {
	src, out []byte
	after    after
	named    []named // blocks to come that have anchors
}

// after is what the writer has just written.
type after int

const (
	afterEdge after = iota // where a block begins or ends
	afterWord
	afterBlank
)

// write gives the HTML of a prepared group, until it is called again. It is not
// ok when there is more in the group than this writer knows.
func (c *converter) write(group ast.Node, anchors []named) (html []byte, ok bool) {
	w := compactWriter{src: c.src, out: c.compact[:0], after: afterEdge, named: anchors}
	ok = w.inside(group)
	c.compact = w.out
	return w.out, ok
}

// inside writes a node's children.
func (w *compactWriter) inside(n ast.Node) bool {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if !w.node(child) {
			return false
		}
	}
	return true
}

func (w *compactWriter) put(parts ...string) {
	for _, p := range parts {
		w.out = append(w.out, p...)
	}
}

func (w *compactWriter) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Text:
		return w.text(n)
	case *ast.String:
		return w.ours(n)
	case *ast.Paragraph:
		return w.block(n, "p")
	case *ast.TextBlock:
		_, second := n.PreviousSibling().(*ast.TextBlock)
		return !second && w.line(n)
	case *ast.ListItem:
		return w.block(n, "li")
	case *ast.List:
		return w.list(n)
	case *ast.Heading:
		return w.block(n, "h"+strconv.Itoa(n.Level))
	case *ast.Emphasis:
		if n.Level == 2 {
			return w.inline(n, "<strong>", "</strong>")
		}
		return w.inline(n, "<em>", "</em>")
	case *phraseNode:
		return w.inline(n, n.tag(), "</span>")
	case *ast.Link:
		return w.link(n)
	case *extast.Table:
		return w.table(n)
	case *extast.TableCell:
		return w.cell(n)
	}
	return false
}

func (w *compactWriter) text(n *ast.Text) bool {
	ok := w.words(n.Segment.Value(w.src))
	switch {
	case n.HardLineBreak():
		return ok && w.lineBreak()
	case n.SoftLineBreak():
		return ok && w.words([]byte{'\n'})
	}
	return ok
}

// words writes text as it stands.
func (w *compactWriter) words(text []byte) bool {
	before := blank
	if w.after == afterWord {
		before = 0
	}
	for _, c := range text {
		now := shownLooks[c]
		if now&(before|other) != 0 {
			return false
		}
		before = now
	}
	switch {
	case before == blank && len(text) > 0:
		w.after = afterBlank
	case len(text) > 0:
		w.after = afterWord
	}
	w.out = append(w.out, text...)
	return true
}

// shownLooks are those of bytes that HTML shows: blanks, and what this writer leaves alone.
var shownLooks = func() (all [256]look) {
	for c := range ' ' {
		all[c] = other
	}
	all[' '], all['\n'] = blank, blank
	all['&'], all['<'], all['\\'] = other, other, other
	return all
}()

func (w *compactWriter) lineBreak() bool {
	ok := w.after != afterBlank
	w.put("<br>")
	w.after = afterEdge
	return ok
}

// ours writes what the program has put among the author's words.
func (w *compactWriter) ours(n *ast.String) bool {
	if n.IsCode() {
		return string(n.Value) == "<br>" && w.lineBreak()
	}
	return w.words(n.Value)
}

func (w *compactWriter) inline(n ast.Node, start, end string) bool {
	w.put(start)
	ok := n.HasChildren() && n.Attributes() == nil && w.inside(n)
	w.put(end)
	return ok
}

func (w *compactWriter) link(n *ast.Link) bool {
	address := string(n.Destination)
	known := strings.HasPrefix(address, placeholder) || strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	return known && isSimple(address) && n.Title == nil && w.inline(n, `<a href="`+address+`">`, "</a>")
}

// block writes an element whose edges part words by themselves.
func (w *compactWriter) block(n ast.Node, name string) bool {
	w.put("<", name)
	for _, a := range n.Attributes() {
		value, ok := a.Value.(string)
		if !ok {
			return false
		}
		w.put(" ", string(a.Name), `="`, value, `"`)
	}
	if len(w.named) > 0 && w.named[0].node == n {
		w.put(` id="`, w.named[0].anchor, `"`)
		w.named = w.named[1:]
	}
	w.put(">")
	ok := w.line(n)
	w.put("</", name, ">")
	return ok
}

// line writes what stands between the edges of a block.
func (w *compactWriter) line(n ast.Node) bool {
	w.after = afterEdge
	return w.inside(n) && w.after != afterBlank
}

func (w *compactWriter) list(n *ast.List) bool {
	switch {
	case !n.IsOrdered():
		return w.block(n, "ul")
	case n.Start == 1:
		return w.block(n, "ol")
	}
	w.put(`<ol start="`, strconv.Itoa(n.Start), `">`)
	ok := n.Attributes() == nil && w.line(n)
	w.put("</ol>")
	return ok
}

func (w *compactWriter) table(n *extast.Table) bool {
	head := n.FirstChild()
	w.out = appendTable(w.out, n)
	w.put("<thead>")
	ok := w.block(head, "tr")
	w.put("</thead>")
	if head.NextSibling() != nil {
		w.put("<tbody>")
		for row := head.NextSibling(); ok && row != nil; row = row.NextSibling() {
			ok = w.block(row, "tr")
		}
		w.put("</tbody>")
	}
	w.put(tableEnd)
	return ok
}

func (w *compactWriter) cell(n *extast.TableCell) bool {
	w.out = appendCell(w.out, n)
	ok := n.Attributes() == nil && w.line(n)
	w.put(cellEnd(n))
	return ok
}

// isSimple tells that no character of an attribute's value needs a thought.
func isSimple(value string) bool {
	for i := range len(value) {
		if c := value[i]; !isBare(c) && strings.IndexByte(":/.#?=", c) < 0 {
			return false
		}
	}
	return true
}
