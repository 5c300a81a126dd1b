package content

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"referat/generator/danish"
	"referat/generator/source"
)

// preparer changes parsed blocks before they are rendered: links become holes,
// headings and paragraphs get anchors, HTML goes, and what cannot be published
// is reported.
type preparer struct {
	*converter
	place
	level   int // of the last heading, so that none is skipped
	targets []Link
	named   []named // paragraphs and items of lists, in the order of the text
}

// named is a block with its anchor. Attributes of goldmark's would take ten times
// the memory.
type named struct {
	node   ast.Node
	anchor string
}

// prepare changes the nodes and gives the group to render. A document of their
// own lets a block among them be replaced.
func (p *preparer) prepare(nodes []ast.Node) ast.Node {
	group := ast.NewDocument()
	for _, n := range nodes {
		group.AppendChild(group, n)
	}
	p.inlineHTML(group)
	p.below = below(group, p.below[:0])
	for _, n := range p.below {
		p.node(n)
	}
	if p.paragraphs != "" {
		p.named = p.anchored[:0]
		p.anchorParagraphs(group)
		p.anchored = p.named
	}
	return group
}

// below appends all nodes inside another, in the order of the text.
func below(node ast.Node, list []ast.Node) []ast.Node {
	for n := node.FirstChild(); n != nil; n = n.NextSibling() {
		list = below(n, append(list, n))
	}
	return list
}

func (p *preparer) node(node ast.Node) {
	switch n := node.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.Link:
		n.Destination = p.link(n, string(n.Destination), false)
		if !n.HasChildren() {
			p.report(n.Pos(), source.EmptyLink, p.targetText(n.Destination))
		}
	case *ast.Image:
		p.image(n)
	case *ast.HTMLBlock:
		p.htmlBlock(n)
	case *ast.List:
		p.list(n)
	case *ast.Text:
		p.brokenLink(n)
		if words := n.Segment.Value(p.src); bytes.Contains(words, []byte("<!--")) || bytes.Contains(words, []byte("-->")) {
			p.report(n.Pos(), source.CommentOpen)
		}
	case *ast.CodeBlock:
		if lines := n.Lines().Value(p.src); bytes.Contains(lines, []byte("<!--")) {
			p.report(n.Pos(), source.CommentOpen)
		} else if lostHeading.Match(lines) {
			p.report(n.Pos(), source.HeadingForm, firstLine(lines))
		}
	case *ast.Paragraph:
		if n.Lines().Len() > 0 {
			first := n.Lines().At(0)
			if line := first.Value(p.src); bytes.HasPrefix(line, []byte("#")) && gluedHeading.Match(line) {
				p.report(first.Start, source.HeadingForm, firstLine(line))
			}
		}
	case *extast.TableRow:
		p.cells(n)
	case *extast.Table:
		if p.place.heading != "" {
			n.SetAttributeString("aria-labelledby", p.place.heading)
		}
	case *markNode:
		p.mark(n)
	}
}

// heading keeps the levels in step below the heading above, and names it.
func (p *preparer) heading(n *ast.Heading) {
	n.Level = min(max(n.Level, p.place.level+1), p.level+1, 6)
	p.level = n.Level
	name := danish.Slug(p.plain(n))
	if p.place.heading != "" {
		name = p.place.heading + "-" + name
	}
	n.SetAttributeString("id", p.anchor(name))
}

// image needs a text. A picture of another site becomes a link to it: the site's
// security policy shows only its own.
func (p *preparer) image(n *ast.Image) {
	target := string(n.Destination)
	text := strings.TrimSpace(p.plain(n))
	if isWeb(target) {
		p.report(n.Pos(), source.ImageOutside, target)
		n.Parent().ReplaceChild(n.Parent(), n, webLink(target, text))
		return
	}
	if text == "" {
		p.report(n.Pos(), source.ImageAlt, target)
	}
	n.Destination = p.link(n, target, true)
}

// webLink is a link to another site; without a text it shows the address.
func webLink(target, text string) ast.Node {
	link := ast.NewLink()
	link.Destination = []byte(target)
	if text == "" {
		text = target
	}
	link.AppendChild(link, ast.NewString([]byte(text)))
	return link
}

// cells reports a row with more cells than its table has columns, which
// Markdown would leave out.
func (p *preparer) cells(row *extast.TableRow) {
	at := max(row.Pos(), 0)
	line := strings.Trim(strings.ReplaceAll(firstLine(p.src[at:]), `\|`, ""), " \t\r")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	if have, want := strings.Count(line, "|")+1, len(row.Alignments); have > want {
		p.report(at, source.TableCells, have, want)
	}
}

// link turns an address inside the site into a hole and lets others stand.
func (p *preparer) link(n ast.Node, target string, image bool) []byte {
	scheme, _, hasScheme := strings.Cut(target, ":")
	if hasScheme && !strings.ContainsAny(scheme, "/#?.") {
		switch strings.ToLower(scheme) {
		case "http", "https":
			if !image && isWeb(target) {
				return []byte(target)
			}
		case "mailto", "tel":
			if !image && len(target) > len(scheme)+1 {
				return []byte(target)
			}
		}
		p.report(n.Pos(), source.UnsafeLink, target)
		return nil
	}
	if strings.HasPrefix(target, "//") {
		p.report(n.Pos(), source.UnsafeLink, target)
		return nil
	}
	p.targets = append(p.targets, Link{Target: target, Image: image, Pos: p.pos(n.Pos())})
	return []byte(placeholder + strconv.Itoa(len(p.targets)-1))
}

var (
	gluedHeading = regexp.MustCompile(`^#{1,6}[^#\s\d]`)
	lostHeading  = regexp.MustCompile(`^#{1,6}\s`)
)

func firstLine(text []byte) string {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return string(line)
}

var linkWithSpace = regexp.MustCompile(`\]\(([^()<>\s]+ [^()<>]*\.[A-Za-z0-9]{2,5})\)`)

// brokenLink tells of [text](a path with spaces.pdf), which Markdown takes for
// plain words: people who name files in Word write it so.
func (p *preparer) brokenLink(n *ast.Text) {
	words := n.Segment.Value(p.src)
	if !bytes.Contains(words, []byte("](")) {
		return
	}
	if m := linkWithSpace.FindSubmatch(words); m != nil {
		p.report(n.Pos(), source.LinkSpace, string(m[1]))
	}
}

// targetText undoes link, for a message.
func (p *preparer) targetText(destination []byte) string {
	if n, isHole := strings.CutPrefix(string(destination), placeholder); isHole {
		i, _ := strconv.Atoi(n)
		return p.targets[i].Target
	}
	return string(destination)
}

func (p *preparer) mark(n *markNode) {
	switch {
	case !n.decision():
		p.report(n.Pos(), source.FenceUnknown, n.name)
	case !n.closed:
		p.report(n.Pos(), source.FenceOpen, n.name)
	default:
		p.report(n.Pos(), source.DecisionAstray)
	}
}

// list keeps the numbers that the author wrote: Markdown itself counts on
// from the first, which would change the record.
func (p *preparer) list(n *ast.List) {
	if !n.IsOrdered() {
		return
	}
	expected := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		written := p.writtenNumber(item)
		if number, err := strconv.Atoi(written); err == nil && number != expected {
			item.SetAttributeString("value", written)
			expected = number
		}
		expected++
	}
}

// writtenNumber is the number before a list item's text.
func (c *converter) writtenNumber(item ast.Node) string {
	at := c.firstByte(item)
	if at < 0 {
		return ""
	}
	line := c.src[bytes.LastIndexByte(c.src[:at], '\n')+1 : at]
	line = bytes.TrimRight(line, " \t.)")
	digits := len(line)
	for digits > 0 && line[digits-1] >= '0' && line[digits-1] <= '9' {
		digits--
	}
	return string(line[digits:])
}

// firstByte is the offset of the first text in a block, or -1.
func (c *converter) firstByte(node ast.Node) int {
	for n := node; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return -1
}

// anchorParagraphs names the paragraphs and the items of lists that stand
// directly in a section, so that a sentence of the minutes can be pointed at.
func (p *preparer) anchorParagraphs(group ast.Node) {
	name := func(n ast.Node) {
		p.paragraph++
		p.named = append(p.named, named{n, p.anchor(p.paragraphs + "-" + strconv.Itoa(p.paragraph))})
	}
	for n := group.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindParagraph:
			name(n)
		case ast.KindList:
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				name(item)
			}
		}
	}
}
