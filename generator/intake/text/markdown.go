package text

import (
	"bytes"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"referat/generator/intake/hyphen"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

const (
	maxMarkdown = 1 << 20 // bytes; the time it takes to parse may grow faster than the text
	maxNesting  = 30      // lists and quotes within one another
	maxIndent   = 100     // columns before a list's mark
)

// markdown parses what authors write in Markdown on the sites of their bodies.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote),
	goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(twoTildes{extension.NewStrikethroughParser()}, 500))))

// twoTildes strikes text through between two tildes, as authors mean it. Between single ones it is small or about.
type twoTildes struct{ parser.InlineParser }

// Parse reads the tildes that begin or end it.
func (p twoTildes) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !bytes.HasPrefix(line, []byte("~~")) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// markdownReader makes a document out of parsed Markdown.
type markdownReader struct {
	doc     *manuscript.Document
	source  []byte
	starts  []int // offset of every line
	titled  bool  // the first heading is the only one of its level, and so the document's title
	numbers []renumbered
}

// renumbered is the number of a list's entry as Markdown shows it, in the place of the one written.
type renumbered struct {
	from, to int
	number   string
}

// ReadMarkdown makes a document of minutes written in Markdown. Raw is the text with its signs, as it is
// before it is parsed: without comments and tags, and with numbers of lists as they are shown. What
// Markdown itself leaves out, as the label of a link, is set aside.
func ReadMarkdown(data []byte) (*manuscript.Document, error) {
	raw, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	if len(raw) > maxMarkdown {
		return nil, &manuscript.Refusal{Why: manuscript.TooLarge, Detail: fmt.Sprintf("%d bytes", len(raw)), Limit: manuscript.Bytes, Most: maxMarkdown}
	}
	r := &markdownReader{doc: &manuscript.Document{Encoding: encoding}}
	front, body := frontMatter(strings.ReplaceAll(raw, "\f", "\n"))
	body = keepNotes(withBoxes(withoutHTML(body, r.doc)))
	if err := checkNesting(body); err != nil {
		return nil, err
	}
	if len(front) > 0 {
		r.add(manuscript.Block{Text: runOf(strings.Join(front, "\n")), At: manuscript.Place{Line: 2}})
	}
	body, marks := r.withoutMarks(body)
	r.source = []byte(body)
	r.starts = startsOf(body)
	root := markdown.Parser().Parse(text.NewReader(r.source))
	r.titled = hasTitle(root)
	r.blocks(root, 0)
	shown := withLines(r.shown(), marks)
	r.doc.Raw = strings.Join(front, "\n") + shown
	if !strings.ContainsFunc(r.doc.Raw, isWord) {
		return nil, &manuscript.Refusal{Why: manuscript.NoText}
	}
	r.setAsideRest(front, shown)
	hyphen.Rejoin(r.doc)
	return r.doc, nil
}

var nesting = pattern.Of(`^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)))+`)

// checkNesting refuses what is nested deeper than any minutes.
func checkNesting(body string) error {
	for line := range strings.Lines(body) {
		marks := nesting().FindString(line)
		indent := len(marks) - len(strings.TrimLeft(marks, " \t"))
		if len(strings.Fields(marks))+strings.Count(marks, ">") > maxNesting || indent > maxIndent {
			return &manuscript.Refusal{Why: manuscript.TooLarge, Detail: "nesting", Limit: manuscript.Depth, Most: maxNesting}
		}
	}
	return nil
}

func startsOf(s string) []int {
	starts := []int{0}
	for i := range len(s) {
		if s[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (r *markdownReader) at(offset int) manuscript.Place {
	return manuscript.Place{Line: sort.SearchInts(r.starts, offset+1)}
}

func (r *markdownReader) add(b manuscript.Block) { r.doc.Blocks = append(r.doc.Blocks, b) }

// hasTitle tells that a document begins with its only heading of the first level.
func hasTitle(root ast.Node) bool {
	first, others := 0, 0
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, is := n.(*ast.Heading); is {
			switch {
			case h.Level == 1:
				first++
			case first == 0:
				others++
			}
		}
	}
	return first == 1 && others == 0
}

// offset is where a node's text begins.
func offset(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return -1
}

var noteLabel = pattern.Of(`\[\^[^\]\s\\]+\]:?`)

// shown is the source with its lists numbered as Markdown shows them, and without the labels of notes.
func (r *markdownReader) shown() string {
	var b bytes.Buffer
	last := 0
	for _, n := range r.numbers {
		if n.from < last {
			continue
		}
		b.Write(r.source[last:n.from])
		b.WriteString(n.number)
		last = n.to
	}
	b.Write(r.source[last:])
	return noteLabel().ReplaceAllString(strings.ReplaceAll(b.String(), lineBreak, " "), "")
}

var numberBefore = pattern.Of(`(\d{1,9})[.)][ \t]*$`)

// markOf is what stands before an entry when Markdown shows it.
func (r *markdownReader) markOf(list *ast.List, item ast.Node, index int) string {
	if !list.IsOrdered() {
		return "•"
	}
	number := strconv.Itoa(list.Start + index)
	if from := offset(item); from >= 0 {
		line := r.starts[sort.SearchInts(r.starts, from+1)-1]
		if m := numberBefore().FindSubmatchIndex(r.source[line:from]); m != nil && string(r.source[line+m[2]:line+m[3]]) != number {
			r.numbers = append(r.numbers, renumbered{line + m[2], line + m[3], number})
		}
	}
	return number + string(list.Marker)
}

// setAsideRest sets aside the words of the source that are in no block: labels and titles of links, languages of
// code, cells that a table has no column for.
func (r *markdownReader) setAsideRest(front []string, shown string) {
	have := map[string]int{}
	add := func(s string) {
		for _, w := range wordsOf(s) {
			have[w]++
		}
	}
	for i := range r.doc.Blocks {
		b := &r.doc.Blocks[i]
		add(b.Mark)
		addRuns(b.Text, add)
		for _, row := range b.Rows {
			for _, c := range row {
				addRuns(c.Text, add)
			}
		}
	}
	for _, n := range r.doc.Notes {
		addRuns(n.Text, add)
	}
	for _, a := range r.doc.Aside {
		add(a.Words)
	}
	for _, w := range wordsOf(strings.Join(front, "\n")) {
		have[w]--
	}
	number := 0
	for line := range strings.Lines(shown) {
		number++
		var left []string
		for _, w := range wordsOf(line) {
			if have[w]--; have[w] < 0 {
				left = append(left, w)
			}
		}
		if left != nil {
			r.doc.Aside = append(r.doc.Aside, manuscript.Aside{Words: strings.Join(left, " "), Why: manuscript.Markup, At: manuscript.Place{Line: number}, Times: 1})
		}
	}
}

func addRuns(runs []manuscript.Run, add func(string)) {
	add(manuscript.Plain(runs))
	for _, run := range runs {
		add(run.Link)
	}
}

// wordsOf are the words of a text, without signs.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) })
}
