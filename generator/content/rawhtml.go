package content

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"referat/generator/source"
)

// Authors do write HTML inside Markdown. What changes the meaning of the words
// stays (2<sup>32</sup>), links and pictures become Markdown's own, anything
// else goes and is reported; words are never lost with a tag.

// kept are the elements that stay, without attributes.
var kept = []string{"sup", "sub", "b", "strong", "i", "em", "s", "del", "ins", "kbd", "u"}

// dropped are the elements whose tags go while their words stay. A word in
// angle brackets that is none of these is no tag but the author's text.
var dropped = []string{"span", "font", "small", "big", "mark", "code", "abbr", "center", "p", "div", "ul", "ol", "li", "table", "tr", "td", "th",
	"thead", "tbody", "details", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote", "pre", "hr", "label", "input", "button",
	"iframe", "video", "audio", "source", "script", "style", "time", "q", "cite", "dl", "dt", "dd", "figure", "figcaption", "picture", "svg", "form", "wbr", "nobr"}

// inline are the dropped elements that stand inside a line, so that words on
// both sides of them belong together.
var inline = []string{"span", "font", "small", "big", "mark", "code", "abbr", "time", "q", "cite", "wbr", "nobr"}

var (
	tagForm    = regexp.MustCompile(`(?s)^<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)|\s+(?:open|checked|disabled|hidden|controls))*)\s*/?>$`)
	attributes = regexp.MustCompile(`(?s)([A-Za-z:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// tag is a piece of HTML in a line.
type tag struct {
	node    *ast.RawHTML
	text    string
	name    string // lower case; "" of what is no tag we know
	closing bool
}

func (p *preparer) readTag(n *ast.RawHTML) tag {
	t := tag{node: n, text: string(n.Segments.Value(p.src))}
	t.name, t.closing = element(t.text)
	return t
}

// element is the name of the element that a tag begins or ends; "" of words in
// angle brackets, which are no tag.
func element(text string) (name string, closing bool) {
	m := tagForm.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	name = strings.ToLower(m[2])
	if !slices.Contains(kept, name) && !slices.Contains(dropped, name) && !slices.Contains([]string{"a", "br", "img"}, name) {
		return "", false
	}
	return name, m[1] != ""
}

func (t tag) attribute(name string) string {
	for _, m := range attributes.FindAllStringSubmatch(t.text, -1) {
		if strings.EqualFold(m[1], name) {
			return html.UnescapeString(m[2] + m[3] + m[4])
		}
	}
	return ""
}

// inlineHTML deals with the tags inside lines, those of one parent together,
// since a tag that stays needs its end there.
func (p *preparer) inlineHTML(group ast.Node) {
	if !p.tags {
		return
	}
	var parents []ast.Node
	_ = ast.Walk(group, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == ast.KindRawHTML && !slices.Contains(parents, n.Parent()) {
			parents = append(parents, n.Parent())
		}
		return ast.WalkContinue, nil
	})
	for _, parent := range parents {
		p.tagsOf(parent)
	}
}

func (p *preparer) tagsOf(parent ast.Node) {
	var open []tag
	for _, n := range children(parent) {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		t := p.readTag(raw)
		switch {
		case t.name == "br":
			p.replace(t, "<br>")
		case t.name == "img":
			p.picture(t)
		case !t.closing && (t.name == "a" || slices.Contains(kept, t.name)):
			open = append(open, t)
		case t.closing && len(open) > 0 && open[len(open)-1].name == t.name:
			p.pair(open[len(open)-1], t)
			open = open[:len(open)-1]
		default:
			p.drop(t)
		}
	}
	for _, t := range open {
		p.drop(t)
	}
}

// replace puts HTML of ours in place of a tag.
func (p *preparer) replace(t tag, with string) {
	ours := ast.NewString([]byte(with))
	ours.SetCode(true) // written as it is
	t.node.Parent().ReplaceChild(t.node.Parent(), t.node, ours)
}

// pair keeps an element, or turns it into a link.
func (p *preparer) pair(start, end tag) {
	target := start.attribute("href")
	if start.name != "a" {
		p.replace(start, "<"+start.name+">")
		p.replace(end, "</"+start.name+">")
		return
	}
	if !isWeb(target) {
		p.drop(start)
		p.drop(end)
		return
	}
	link := ast.NewLink()
	link.Destination = []byte(target)
	parent := start.node.Parent()
	for n := start.node.NextSibling(); n != ast.Node(end.node); {
		next := n.NextSibling()
		link.AppendChild(link, n)
		n = next
	}
	parent.ReplaceChild(parent, start.node, link)
	parent.RemoveChild(parent, end.node)
}

// picture of another site becomes a link to it; of any other its text stays.
func (p *preparer) picture(t tag) {
	text, target := t.attribute("alt"), t.attribute("src")
	p.report(t.node.Pos(), source.RawHTML, t.text)
	if isWeb(target) {
		t.node.Parent().ReplaceChild(t.node.Parent(), t.node, webLink(target, text))
		return
	}
	p.replace(t, html.EscapeString(text))
}

// drop removes a tag; what is none is the author's text and stays.
func (p *preparer) drop(t tag) {
	switch {
	case strings.HasPrefix(t.text, "<!--"):
		p.report(t.node.Pos(), source.HTMLComment)
		p.replace(t, "")
	case t.name == "":
		p.replace(t, html.EscapeString(t.text))
	default:
		if !t.closing {
			p.report(t.node.Pos(), source.RawHTML, t.text)
		}
		between := " "
		if slices.Contains(inline, t.name) || slices.Contains(kept, t.name) || t.name == "a" {
			between = ""
		}
		p.replace(t, between)
	}
}

var (
	commentHTML = regexp.MustCompile(`(?s)<!--.*?(-->|$)`)
	codeHTML    = regexp.MustCompile(`(?is)<(script|style)\b.*?(</(script|style)>|$)`)
	anyTag      = regexp.MustCompile(`(?s)</?[A-Za-z][^<>]*>`)
	imageTag    = regexp.MustCompile(`(?is)<img\b[^<>]*>`)
)

// htmlBlock keeps the words of a block of HTML and drops its tags; comments
// and code are not words.
func (p *preparer) htmlBlock(n *ast.HTMLBlock) {
	raw := n.Lines().Value(p.src)
	if n.HasClosure() {
		raw = append(bytes.Clone(raw), n.ClosureLine.Value(p.src)...)
	}
	all := strings.TrimSpace(string(raw))
	if strings.LastIndex(all, "<!--") > strings.LastIndex(all, "-->") {
		p.report(n.Pos(), source.CommentOpen)
	}
	text := commentHTML.ReplaceAllString(all, " ")
	switch {
	case strings.TrimSpace(text) == "":
		p.report(n.Pos(), source.HTMLComment)
	case anyTag.FindString(text) != "" && !slices.ContainsFunc(anyTag.FindAllString(text, -1), func(found string) bool { name, _ := element(found); return name != "" }):
		// words in angle brackets on a line of their own
	default:
		p.report(n.Pos(), source.RawHTML, all)
	}
	paragraph := ast.NewParagraph()
	for _, img := range imageTag.FindAllString(text, -1) {
		if t := (tag{text: img}); isWeb(t.attribute("src")) {
			paragraph.AppendChild(paragraph, webLink(t.attribute("src"), t.attribute("alt")))
			paragraph.AppendChild(paragraph, ast.NewString([]byte(" ")))
		}
	}
	words := anyTag.ReplaceAllStringFunc(codeHTML.ReplaceAllString(text, " "), func(found string) string {
		if name, _ := element(found); name != "" {
			return " "
		}
		return found
	})
	if words = strings.Join(strings.Fields(html.UnescapeString(words)), " "); words != "" {
		ours := ast.NewString([]byte(html.EscapeString(words)))
		ours.SetCode(true)
		paragraph.AppendChild(paragraph, ours)
	}
	if !paragraph.HasChildren() {
		n.Parent().RemoveChild(n.Parent(), n)
		return
	}
	n.Parent().ReplaceChild(n.Parent(), n, paragraph)
}
