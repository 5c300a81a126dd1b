package content

import (
	"bufio"
	"bytes"
	"sync"

	"github.com/yuin/goldmark/ast"
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
	nodes       []ast.Node
	anchored    []named
}

// scratches only spares work: what is in a scratch is overwritten from its start.
var scratches = sync.Pool{New: func() any { return &scratch{anchors: map[string]int{}} }}

func newScratch() *scratch {
	s := scratches.Get().(*scratch)
	clear(s.anchors)
	s.all, s.ids = s.all[:0], s.ids[:0]
	return s
}
