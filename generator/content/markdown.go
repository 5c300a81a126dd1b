package content

import (
	"bufio"
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/tdewolff/minify/v2"
	minhtml "github.com/tdewolff/minify/v2/html"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	gutil "github.com/yuin/goldmark/util"

	"referat/generator/source"
)

// maxNesting is how deep lists and quotes may lie in one another. Minutes need
// three; beyond this a file is damaged, and parsing takes time with the cube
// of the depth.
const maxNesting = 50

// markdown parses and renders; it keeps no state between documents.
var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
		extension.Footnote,
		extension.DefinitionList,
		extension.Strikethrough,
	),
	goldmark.WithParserOptions(
		parser.WithBlockParsers(gutil.Prioritized(markParser{}, 50)),
		parser.WithInlineParsers(gutil.Prioritized(phraseParser{}, 50)),
	),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(gutil.Prioritized(nodeRenderer{}, 50))),
)

// minifier is used for text/html only: its SVG minifier eats spaces, and its
// dropping of end tags and quotes saves next to nothing once compressed.
var minifier = &minhtml.Minifier{KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true, KeepDocumentTags: true}

// nothingElse is the minifier's registry of other media types: of none.
var nothingElse = minify.New()

// nodeRenderer writes the nodes that differ from goldmark's own HTML.
type nodeRenderer struct{}

func (nodeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindPhrase, renderPhrase)
	r.Register(kindMark, renderMark)
	r.Register(extast.KindTable, renderTable)
	r.Register(extast.KindTableCell, renderCell)
}

// renderMark writes a mark that stands where it has no meaning as a plain group.
func renderMark(w gutil.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	tag := "<div>"
	if !entering {
		tag = "</div>"
	}
	_, _ = w.WriteString(tag)
	return ast.WalkContinue, nil
}

func renderTable(w gutil.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.Write(appendTable(nil, node))
	} else {
		_, _ = w.WriteString(tableEnd)
	}
	return ast.WalkContinue, nil
}

// appendTable puts the table into a box that scrolls by itself on a small
// screen; the box can be reached by keyboard and has a name (WCAG 2.1, 2.1.1 and 4.1.2).
func appendTable(to []byte, n ast.Node) []byte {
	to = append(to, `<div class="scroll" role="region" tabindex="0"`...)
	if name, ok := n.AttributeString("aria-labelledby"); ok {
		to = append(append(append(to, ` aria-labelledby="`...), name.(string)...), '"')
	}
	return append(to, "><table>"...)
}

const tableEnd = "</table></div>"

func renderCell(w gutil.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*extast.TableCell)
	if entering {
		_, _ = w.Write(appendCell(nil, n))
	} else {
		_, _ = w.WriteString(cellEnd(n))
	}
	return ast.WalkContinue, nil
}

// appendCell tells the alignment by class, since the site's security policy
// allows no style attribute.
func appendCell(to []byte, n *extast.TableCell) []byte {
	switch {
	case isHeading(n):
		to = append(to, `<th scope="col"`...)
	case isRowHeading(n):
		to = append(to, `<th scope="row"`...)
	default:
		to = append(to, "<td"...)
	}
	if n.Alignment != extast.AlignNone {
		to = append(append(append(to, ` class="`...), n.Alignment.String()...), '"')
	}
	return append(to, '>')
}

func cellEnd(n *extast.TableCell) string {
	if isHeading(n) || isRowHeading(n) {
		return "</th>"
	}
	return "</td>"
}

// isHeading tells of a cell with words in the first row.
func isHeading(n *extast.TableCell) bool {
	return n.Parent().Kind() == extast.KindTableHeader && n.HasChildren()
}

// isRowHeading tells of a cell with words that is the first of several in its row.
func isRowHeading(n *extast.TableCell) bool {
	return n.Parent().Kind() == extast.KindTableRow && n.PreviousSibling() == nil && n.NextSibling() != nil && n.HasChildren()
}

// noteRoles are what goldmark says of footnotes to screen readers. Tests of
// accessibility do not know them (ACT rule 674b10), and the links say as much.
var noteRoles = regexp.MustCompile(` role="doc-[a-z]+"`)

// converter turns the Markdown of one document into fragments.
type converter struct {
	path     source.Path
	src      []byte
	line     int // line of the file on which the Markdown begins
	problems []source.Problem

	paragraph   int  // paragraphs and list items of the section that have anchors so far
	tags, notes bool // whether the text may have any HTML, any footnotes
	fragments   []*Fragment
	*scratch
}

func newConverter(path source.Path, body string, line int) *converter {
	src := unsafe.Slice(unsafe.StringData(body), len(body)) // which nobody writes to
	return &converter{path: path, src: src, line: line, scratch: newScratch(),
		tags: strings.Contains(body, "<"), notes: strings.Contains(body, "[^")}
}

// parse gives the document's blocks; none when it is nested too deep.
func (c *converter) parse() ast.Node {
	if at := nestedTooDeep(c.src); at >= 0 {
		c.report(at, source.NestingTooDeep, maxNesting)
		return ast.NewDocument()
	}
	doc, references := c.blocks()
	c.unlistDates(doc)
	c.findLost(doc, references)
	return doc
}

// nestedTooDeep is the offset of the first line that opens too many lists,
// quotes or marks, by repeated marks or by its indent; -1 of none.
func nestedTooDeep(src []byte) int {
	marks := 0
	for at := 0; at < len(src); {
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		if colons, name := fenceLine(bytes.TrimLeft(line, " ")); colons >= 3 && len(name) > 0 {
			marks++
		} else if colons >= 3 {
			marks = max(marks-1, 0)
		}
		if depth(line) > maxNesting || marks > maxNesting {
			return at
		}
		at += len(line) + 1
	}
	return -1
}

// depth is how many lists and quotes a line may open, if it opens any.
func depth(line []byte) int {
	columns, marks := 0, 0
	for i := 0; i < len(line); {
		next := byte(' ')
		if i+1 < len(line) {
			next = line[i+1]
		}
		switch c := line[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>', next == ' ' && bytes.IndexByte([]byte("-*+.)"), c) >= 0:
			marks++
		case c < '0' || c > '9':
			i = len(line)
		}
		i++
	}
	if marks == 0 {
		return 0
	}
	return columns/2 + marks/2
}

// pos is the place in the file of an offset into the Markdown.
func (c *converter) pos(at int) source.Pos {
	at = min(max(at, 0), len(c.src))
	before := c.src[:at]
	return source.Pos{
		Path: c.path,
		Line: c.line + bytes.Count(before, []byte("\n")),
		Col:  utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
	}
}

func (c *converter) report(at int, code source.Code, args ...any) {
	c.problems = append(c.problems, source.At(c.pos(at), code, args...))
}

// anchor makes a name unique in the document.
func (c *converter) anchor(name string) string {
	if name == "" {
		name = "afsnit"
	}
	return Unused(name, c.anchors)
}

// plain is the text of a block without its marks.
func (c *converter) plain(node ast.Node) string {
	if t, ok := node.FirstChild().(*ast.Text); ok && t.NextSibling() == nil {
		if words := t.Segment.Value(c.src); !bytes.ContainsAny(words, "\\&") {
			return oneLine(string(words)) // nothing to resolve
		}
	}
	group := ast.NewDocument()
	for _, n := range children(node) {
		group.AppendChild(group, n)
	}
	(&preparer{converter: c}).inlineHTML(group)
	c.render(group)
	for _, n := range children(group) {
		node.AppendChild(node, n)
	}
	return oneLine(plainOf(c.html.String()).Text)
}

// oneLine has one space between words and none at the ends.
func oneLine(s string) string {
	space := true
	for _, r := range s {
		before := space
		space = unicode.IsSpace(r)
		if space && (before || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return strings.TrimSuffix(s, " ")
}

// place tells a fragment where it stands in its document.
type place struct {
	heading    string // anchor of the heading above it; names its tables
	level      int    // level of that heading
	paragraphs string // paragraphs get anchors that begin like this; "" for none
}

// fragment converts blocks that stand together. It has its HTML and its ID when the
// document is finished.
func (c *converter) fragment(nodes []ast.Node, at place) *Fragment {
	if len(nodes) == 0 {
		return &Fragment{}
	}
	p := preparer{converter: c, place: at, level: at.level}
	first := nodes[0].Pos()
	group := p.prepare(nodes)
	html, ok := c.write(group, p.named)
	if !ok {
		var err error
		if html, err = c.minified(group, p.named); err != nil {
			c.report(first, source.ProgramFault, err.Error())
		}
	}
	return c.keep(html, p.targets)
}

// minified is what goldmark and the minifier make of a prepared group, until it
// is called again.
func (c *converter) minified(group ast.Node, anchors []named) ([]byte, error) {
	for _, a := range anchors {
		a.node.SetAttributeString("id", a.anchor)
	}
	c.render(group)
	c.small.Reset()
	err := minifier.Minify(nothingElse, &c.small, &c.html, nil)
	if c.notes {
		return noteRoles.ReplaceAll(c.small.Bytes(), nil), err
	}
	return c.small.Bytes(), err
}

// render writes a node's HTML to c.html.
func (c *converter) render(node ast.Node) {
	c.html.Reset()
	if c.buffered == nil {
		c.buffered = bufio.NewWriter(&c.html) // what goldmark would make anew each time
	}
	_ = markdown.Renderer().Render(c.buffered, c.src, node) // a buffer does not fail
}

// children lists a node's children.
func children(node ast.Node) []ast.Node {
	var list []ast.Node
	for n := node.FirstChild(); n != nil; n = n.NextSibling() {
		list = append(list, n)
	}
	return list
}
