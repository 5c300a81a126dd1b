package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A mark stands between fences of colons and holds other blocks:
//
//	::: beslutning
//	Det blev besluttet, at …
//	:::
//
// It is how an author says that a text is a decision. The program never
// infers one: a pattern that finds outcomes in prose has put an old decision
// under a new date elsewhere.

// markNode is a fenced mark.
type markNode struct {
	ast.BaseBlock
	name   string // the word after the colons
	colons int
	closed bool
}

var kindMark = ast.NewNodeKind("Mark")

func (n *markNode) Kind() ast.NodeKind { return kindMark }

func (n *markNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"name": n.name}, nil)
}

// decision tells whether the mark is one; the English word serves English minutes.
func (n *markNode) decision() bool { return n.name == "beslutning" || n.name == "decision" }

type markParser struct{}

func (markParser) Trigger() []byte { return []byte{':'} }

func (markParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	colons, name := fenceLine(line[pc.BlockOffset():])
	if colons < 3 || len(name) == 0 {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &markNode{name: string(name), colons: colons}, parser.HasChildren
}

// Continue closes only on a fence of the same length: goldmark asks the
// outermost block first, so an inner fence is told from an outer one by it.
func (markParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*markNode)
	line, _ := reader.PeekLine()
	if colons, name := fenceLine(bytes.TrimLeft(line, " ")); colons == n.colons && len(name) == 0 {
		n.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (markParser) Close(ast.Node, text.Reader, parser.Context) {}

func (markParser) CanInterruptParagraph() bool { return true }

func (markParser) CanAcceptIndentedLine() bool { return false }

// fenceLine parts a line into its leading colons and the rest.
func fenceLine(line []byte) (colons int, name []byte) {
	for colons < len(line) && line[colons] == ':' {
		colons++
	}
	return colons, bytes.TrimSpace(line[colons:])
}
