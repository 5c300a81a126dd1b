package content

import (
	"bufio"
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// scratch is memory that one document after another uses. Nothing of a document may
// point into it.
type scratch struct {
	anchors     map[string]int // given so far, and how often their name was wanted
	all         []byte         // the HTML of the fragments so far
	ids         []byte         // and their IDs
	html, small bytes.Buffer   // of the fragment in progress, before and after minifying
	buffered    *bufio.Writer
	compact     []byte
	below       []ast.Node
	anchored    []named
	nodes       nodes
	names       []string // the anchors in order, and what is made of them
	listed      []byte
}

// scratches only spares work: what is in a scratch is overwritten from its start.
var scratches = sync.Pool{New: func() any { return &scratch{anchors: map[string]int{}} }}

func newScratch() *scratch { return scratches.Get().(*scratch) }

// giveBack lets another document use the scratch.
func (s *scratch) giveBack() {
	clear(s.anchors)
	clear(s.names)
	s.all, s.ids = s.all[:0], s.ids[:0]
	s.nodes.clear()
	scratches.Put(s)
}

// nodes are those of a document, but for what goldmark has made itself.
type nodes struct {
	headings   shelf[ast.Heading]
	paragraphs shelf[ast.Paragraph]
	lists      shelf[ast.List]
	items      shelf[ast.ListItem]
	blocks     shelf[ast.TextBlock]
	texts      shelf[ast.Text]
	links      shelf[ast.Link]
	lines      text.Segments
}

func (n *nodes) clear() {
	n.headings.clear()
	n.paragraphs.clear()
	n.lists.clear()
	n.items.clear()
	n.blocks.clear()
	n.texts.clear()
	n.links.clear()
	n.lines.SetSliced(0, 0)
}

// shelf is many values that were made at once, the first of which are in use.
type shelf[T any] struct {
	all  []T
	used int
}

// take gives a zero value.
func (s *shelf[T]) take() *T {
	if s.used == len(s.all) {
		s.all, s.used = make([]T, max(16, 2*len(s.all))), 0
	}
	s.used++
	return &s.all[s.used-1]
}

func (s *shelf[T]) clear() {
	clear(s.all[:s.used])
	s.used = 0
}
