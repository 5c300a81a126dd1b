package content

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	gutil "github.com/yuin/goldmark/util"
)

// A phrase in another language is written [text]{lang=en}; WCAG 2.1, 3.1.2
// wants it told. The text may hold no other marks.

// phraseNode holds the phrase as its children.
type phraseNode struct {
	ast.BaseInline
	lang string // a language tag (BCP 47)
}

var kindPhrase = ast.NewNodeKind("Phrase")

func (n *phraseNode) Kind() ast.NodeKind { return kindPhrase }

func (n *phraseNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"lang": n.lang}, nil)
}

var (
	langAttribute = regexp.MustCompile(`^\{lang="?([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*)"?\}`)
	langTag       = regexp.MustCompile(`^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$`)
)

// phraseParser runs before the parser of links, which begins with the same
// bracket, and leaves the text to it when no language follows.
type phraseParser struct{}

func (phraseParser) Trigger() []byte { return []byte{'['} }

func (phraseParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, start := block.Position()
	block.Advance(1)
	segments, ok := block.FindClosure('[', ']', text.FindClosureOptions{Newline: true, Advance: true})
	if ok {
		rest, _ := block.PeekLine()
		if m := langAttribute.FindSubmatch(rest); m != nil {
			block.Advance(len(m[0]))
			n := &phraseNode{lang: string(m[1])}
			for i := range segments.Len() {
				t := ast.NewTextSegment(segments.At(i))
				t.SetSoftLineBreak(i < segments.Len()-1)
				n.AppendChild(n, t)
			}
			return n
		}
	}
	block.SetPosition(line, start)
	return nil
}

func renderPhrase(w gutil.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</span>")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(node.(*phraseNode).tag())
	return ast.WalkContinue, nil
}

func (n *phraseNode) tag() string { return `<span lang="` + n.lang + `">` }
