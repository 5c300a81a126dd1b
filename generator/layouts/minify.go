package layouts

import (
	"strconv"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	tdparse "github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"
)

// The minifier is told to keep whatever saves nothing after compression and
// could change what a page means. It gets no minifier for what stands inside
// HTML: the one for SVG joins words, and there are no inline styles or scripts.
func minifyHTML(text string) (string, error) {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDefaultAttrVals: true,
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		TemplateDelims:      html.GoTemplateDelims,
	})
	return m.String("text/html", text)
}

// minifyAsset makes a style sheet or a script smaller; anything else stays as
// it is. The SVG minifier deletes spaces between words.
func minifyAsset(ext, text string) (string, error) {
	m := minify.New()
	switch ext {
	case ".css":
		if err := checkStyleSheet(text); err != nil {
			return "", err
		}
		m.Add("text/css", &css.Minifier{})
		return m.String("text/css", text)
	case ".js":
		m.Add("application/javascript", &js.Minifier{})
		return m.String("application/javascript", text)
	}
	return text, nil
}

// shrink minifies a template, in place. The minifier knows the outside of an
// action and nothing of its inside: neither comments, nor raw strings, nor the
// marks {{- and -}}, which would take away a space it counts on. So it gets the
// template as the parser prints it, where those have been dealt with. Then only
// the text between actions is taken from its answer, and only if every action
// came back as it was; otherwise the template stays as it is.
func shrink(tree *parse.Tree) {
	quoteStrings(tree.Root)
	printed := `{{define "x"}}` + tree.Root.String() + `{{end}}` // actions at both edges, so that no space there is lost
	if rawTextWithActions(printed) {
		return
	}
	small, err := minifyHTML(printed)
	if err != nil {
		return
	}
	trees, err := parseText("", small)
	if err != nil || trees["x"] == nil || !sameActions(tree.Root, trees["x"].Root) {
		return
	}
	takeTexts(tree.Root, trees["x"].Root)
}

// rawTextWithActions finds an element such as script or textarea that has an
// action in its text. The minifier would treat that text as a paragraph's.
func rawTextWithActions(text string) bool {
	l := lexer.NewTemplateLexer(tdparse.NewInputString(text), lexer.GoTemplate)
	tag := ""
	for {
		switch kind, _ := l.Next(); kind {
		case lexer.ErrorToken:
			return false
		case lexer.StartTagToken:
			tag = string(l.Text())
		case lexer.EndTagToken, lexer.TemplateToken:
			tag = ""
		case lexer.TextToken:
			if l.HasTemplate() && tag != "title" {
				return true
			}
		}
	}
}

// quoteStrings lets raw strings print with the only quotes the minifier knows.
func quoteStrings(root *parse.ListNode) {
	walk(root, func(n parse.Node) {
		if s, ok := n.(*parse.StringNode); ok {
			s.Quoted = strconv.Quote(s.Text)
		}
	})
}

// sameActions compares two templates in everything but text.
func sameActions(a, b *parse.ListNode) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	as, bs := actions(a), actions(b)
	if len(as) != len(bs) {
		return false
	}
	for i, x := range as {
		if !sameAction(x, bs[i]) {
			return false
		}
	}
	return true
}

func sameAction(a, b parse.Node) bool {
	x, y := branch(a), branch(b)
	if x == nil || y == nil {
		return x == nil && y == nil && a.Type() == b.Type() && a.String() == b.String()
	}
	return x.NodeType == y.NodeType && x.Pipe.String() == y.Pipe.String() &&
		sameActions(x.List, y.List) && sameActions(x.ElseList, y.ElseList)
}

// actions are the nodes of a list that are not text.
func actions(list *parse.ListNode) []parse.Node {
	var found []parse.Node
	for _, n := range list.Nodes {
		if n.Type() != parse.NodeText {
			found = append(found, n)
		}
	}
	return found
}

// takeTexts puts the texts of from between the actions of to.
func takeTexts(to, from *parse.ListNode) {
	if to == nil {
		return
	}
	own := actions(to)
	for i, n := range from.Nodes {
		if n.Type() == parse.NodeText {
			continue
		}
		if x := branch(own[0]); x != nil {
			y := branch(n)
			takeTexts(x.List, y.List)
			takeTexts(x.ElseList, y.ElseList)
		}
		from.Nodes[i], own = own[0], own[1:]
	}
	to.Nodes = from.Nodes
}
