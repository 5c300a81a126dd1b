package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A chapter begins with a heading that has an empty line before it, and ends where the
// next begins. Where nothing in a document reaches beyond that, a chapter is read by
// itself: by blockReader, or by goldmark when there is more in it than that one knows.

// blocks parses the document, and gives the addresses that it keeps for links.
func (c *converter) blocks() (ast.Node, []parser.Reference) {
	if !c.apart() {
		context := parser.NewContext()
		return c.goldmark(0, len(c.src), context), context.References()
	}
	doc := ast.NewDocument()
	r := blockReader{src: c.src, nodes: &c.nodes}
	for from := 0; from < len(c.src); {
		to := c.chapterEnd(from)
		if !r.read(doc, from, to) {
			rest := c.goldmark(from, to, parser.NewContext())
			for n := rest.FirstChild(); n != nil; n = rest.FirstChild() {
				doc.AppendChild(doc, n)
			}
		}
		from = to
	}
	return doc, nil
}

// goldmark reads a part of the document.
func (c *converter) goldmark(from, to int, context parser.Context) ast.Node {
	reader := text.NewReader(c.src[:to])
	reader.SetPosition(-1, text.NewSegment(from, from))
	reader.AdvanceLine()
	return markdown.Parser().Parse(reader, parser.WithContext(context))
}

// apart tells that each chapter can be read by itself: there are no footnotes, no
// addresses that links elsewhere refer to, no fences of code and no HTML, which could
// hold headings, and marks of decisions have the simplest form.
func (c *converter) apart() bool {
	for _, far := range []string{"]:", "```", "~~~"} {
		if bytes.Contains(c.src, []byte(far)) {
			return false
		}
	}
	return !c.notes && (!c.tags || bytes.Count(c.src, []byte("<")) == bytes.Count(c.src, []byte("<br>"))) && c.simpleMarks()
}

// fenceStart begins a line that opens a mark or ends one.
const fenceStart = ":::"

// simpleMarks tells that every mark begins and ends at the edge of a line, with three
// colons, and holds no other.
func (c *converter) simpleMarks() bool {
	open := false
	for at := bytes.Index(c.src, []byte(fenceStart)); at >= 0; {
		line, _, _ := bytes.Cut(c.src[at:], []byte("\n"))
		colons, name := fenceLine(line)
		if colons != len(fenceStart) || open != (len(name) == 0) || at > 0 && c.src[at-1] != '\n' || bytes.Contains(name, []byte(fenceStart)) {
			return false
		}
		open = !open
		at += len(line)
		next := bytes.Index(c.src[at:], []byte(fenceStart))
		if next < 0 {
			break
		}
		at += next
	}
	return !open
}

// chapterEnd is where the chapter that begins at an offset ends.
func (c *converter) chapterEnd(from int) int {
	for at := from; ; {
		next := bytes.Index(c.src[at:], []byte("\n\n#"))
		if next < 0 {
			return len(c.src)
		}
		at += next + len("\n\n")
		line, _, _ := bytes.Cut(c.src[at:], []byte("\n"))
		if level := headingLevel(line); level > 0 && bytes.Count(c.src[from:at], []byte(fenceStart))%2 == 0 {
			return at
		}
	}
}

// headingLevel is that of a line which begins as headings do; 0 of any other.
func headingLevel(line []byte) int {
	level := 0
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level > 6 || level == len(line) || line[level] != ' ' {
		return 0
	}
	return level
}
