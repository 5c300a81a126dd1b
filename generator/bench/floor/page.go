package main

import (
	"bytes"
	"path"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// page is one meeting's page on its way.
type page struct {
	place         string // drift/2023-11-07
	before, after string // places of its neighbours; "" of none
	meta          meta
	text          []byte // HTML of the minutes
}

// meta is the front matter of minutes, as far as a page shows it.
type meta struct {
	Title            string
	Date             time.Time
	Start, End       string
	Place            string
	Chair, Secretary string
	Record           struct{ Case, Document string }
	Agenda           []agendaItem
	Participants     []participant
}

type agendaItem struct {
	Number, Title, Kind, Presenter string
	Minutes                        int
	Concerns                       []string
}

type participant struct {
	Name, Role, Organisation, Specialty string
	NominatedBy                         string `toml:"nominated_by"`
	Chair, Absent, Staff                bool
}

// convert turns the text of minutes into HTML: decisions become quotations,
// items get anchors, and links to files become addresses.
func (w *worker) convert(source []byte) ([]byte, error) {
	source = bytes.ReplaceAll(source, []byte("::: beslutning\n"), []byte("> "))
	source = bytes.ReplaceAll(source, []byte("\n:::\n"), []byte("\n"))
	root := w.markdown.Parser().Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link:
			if entering {
				n.Destination = address(n.Destination)
			}
		case *ast.Heading:
			if _, words, found := bytes.Cut(n.Lines().Value(source), []byte("Pkt. ")); entering && n.Level == 2 && found {
				number, _, _ := bytes.Cut(words, []byte(" "))
				n.SetAttributeString("id", append([]byte("punkt-"), number...))
			}
		}
		return ast.WalkContinue, nil
	})
	var b bytes.Buffer
	b.Grow(len(source) * 5 / 4)
	err := w.markdown.Renderer().Render(&b, source, root)
	return b.Bytes(), err
}

// address is where the page of a file lies that minutes link to.
func address(destination []byte) []byte {
	file, anchor, _ := strings.Cut(string(destination), "#")
	if !strings.HasPrefix(file, "../") || !strings.HasSuffix(file, ".md") {
		return destination
	}
	to := path.Join("/referater/committee", strings.TrimSuffix(file, ".md")) + "/"
	if anchor != "" {
		to += "#" + anchor
	}
	return []byte(to)
}
