package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"referat/generator/danish"
	"referat/generator/source"
)

// unlistDates undoes a trap of Markdown: a line that begins "7. november 2023"
// would become item 7 of a numbered list, and a date some lines below the next
// number. A list whose first item begins with the name of a month becomes
// paragraphs again, numbers and all, and the author is told how to write it.
func (c *converter) unlistDates(doc ast.Node) {
	var lists []*ast.List
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if l, ok := n.(*ast.List); ok && entering && l.IsOrdered() && c.isDate(l.FirstChild()) {
			lists = append(lists, l)
		}
		return ast.WalkContinue, nil
	})
	for _, l := range lists {
		for _, item := range children(l) {
			c.unlist(l, item)
		}
		l.Parent().RemoveChild(l.Parent(), l)
	}
}

// isDate tells of a list item that began as a date.
func (c *converter) isDate(item ast.Node) bool {
	return item != nil && c.writtenNumber(item) != "" && isMonth(c.firstWord(item))
}

func (c *converter) firstWord(item ast.Node) string {
	at := c.firstByte(item)
	if at < 0 {
		return ""
	}
	rest := c.src[at:]
	if end := bytes.IndexAny(rest, " \t\n,.:;"); end >= 0 {
		rest = rest[:end]
	}
	return string(rest)
}

// unlist puts an item's blocks before its list, the first with the number in front.
func (c *converter) unlist(l *ast.List, item ast.Node) {
	number := c.writtenNumber(item) + string(l.Marker)
	at := c.firstByte(item) - len(number) - 1
	if word := c.firstWord(item); c.isDate(item) {
		c.report(at, source.DateAsList, number+" "+word, c.writtenNumber(item)+`\`+string(l.Marker)+" "+word)
	}
	for i, block := range children(item) {
		if block.Kind() == ast.KindTextBlock {
			paragraph := ast.NewParagraph()
			for _, n := range children(block) {
				paragraph.AppendChild(paragraph, n)
			}
			paragraph.SetLines(block.Lines())
			block = paragraph
		}
		if i == 0 {
			block.InsertBefore(block, block.FirstChild(), ast.NewString([]byte(number+" ")))
		}
		l.Parent().InsertBefore(l.Parent(), l, block)
	}
}

func isMonth(word string) bool {
	_, ok := danish.IsMonth(word)
	return ok
}
