package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"referat/generator/source"
)

var footnoteLine = regexp.MustCompile(`(?m)^ {0,3}\[\^([^\]\s]+)\]:`)

// findLost reports what Markdown leaves out of a page without a word: a
// footnote that nothing refers to, and a line such as "[Ib]: undersøger", which
// it takes for the address of a link.
func (c *converter) findLost(doc ast.Node, references []parser.Reference) {
	if c.notes { // else the search costs more than the parsing
		c.findLostFootnotes(doc)
	}
	c.findLostReferences(references)
}

func (c *converter) findLostFootnotes(doc ast.Node) {
	for _, at := range footnoteLine.FindAllSubmatchIndex(c.src, -1) {
		if label := string(c.src[at[2]:at[3]]); !inCode(doc, at[2]) && !slices.Contains(footnoteLabels(doc), label) {
			c.report(at[0], source.FootnoteUnused, label)
		}
	}
}

func (c *converter) findLostReferences(references []parser.Reference) {
	for _, r := range references {
		if target := string(r.Destination()); strings.ContainsAny(target, "./:#") || target == "" {
			continue
		}
		label := string(r.Label())
		c.report(max(bytes.Index(c.src, []byte("["+label+"]:")), 0), source.ReferenceLost, label)
	}
}

// footnoteLabels are the labels of the footnotes that the text refers to.
func footnoteLabels(doc ast.Node) []string {
	var labels []string
	if list, ok := doc.LastChild().(*extast.FootnoteList); ok {
		for n := list.FirstChild(); n != nil; n = n.NextSibling() {
			labels = append(labels, string(n.(*extast.Footnote).Ref))
		}
	}
	return labels
}

// inCode tells that the offset lies in a block of code.
func inCode(doc ast.Node, at int) bool {
	found := false
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && (n.Kind() == ast.KindCodeBlock || n.Kind() == ast.KindFencedCodeBlock) {
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				found = found || line.Start <= at && at < line.Stop
			}
		}
		return ast.WalkContinue, nil
	})
	return found
}
