package layouts

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"referat/generator/source"
)

// file is one file of templates: the template that carries the file's own name,
// and those it defines.
type file struct {
	path    source.Path
	name    string // "partials/link.html"
	text    string
	trees   map[string]*parse.Tree // minified; nil when the file cannot be read
	printed map[string]string      // the trees as text
}

// parseFile reads a file's templates and makes them as small as they get. All
// positions in the trees stay those of the file as its author knows it.
func parseFile(path source.Path, name, text string) (f *file, problem *source.Problem) {
	f = &file{path: path, name: name, text: text}
	trees, err := parseText(name, text)
	if err != nil {
		p := syntaxProblem(path, name, err)
		return f, &p
	}
	if isKindFile(name) {
		problem = f.stray(trees[name].Root)
	}
	trimEdges(trees[name].Root)
	f.trees, f.printed = trees, map[string]string{}
	for name, tree := range trees {
		shrink(tree)
		f.printed[name] = tree.Root.String()
	}
	return f, problem
}

// parseText knows the functions of funcs.go and no others, so that a template
// that uses another one, such as printf, is refused here.
func parseText(name, text string) (trees map[string]*parse.Tree, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			trees, err = nil, fmt.Errorf("%v", fault)
		}
	}()
	return parse.Parse(name, text, "", "", functionNames())
}

const (
	// startedAt is what the parser adds when an action has more lines than one.
	startedAt = `^(.+?)(?: in action)? started at .+:(\d+)$`

	unclosedAction = "unclosed action"
)

// syntaxProblem takes the line out of the parser's message, "template:
// minutes.html:12: unexpected …". The parser knows no column.
func syntaxProblem(path source.Path, name string, err error) source.Problem {
	pos := source.Pos{Path: path}
	message := strings.TrimPrefix(err.Error(), "template: "+name+":")
	if number, rest, ok := strings.Cut(message, ": "); ok {
		if line, err := strconv.Atoi(number); err == nil {
			pos.Line, message = line, rest
		}
	}
	if m := regexp.MustCompile(startedAt).FindStringSubmatch(message); m != nil {
		message = m[1]
		if line, err := strconv.Atoi(m[2]); err == nil && message == unclosedAction {
			pos.Line = line // it was found at the end of the file
		}
	}
	return source.At(pos, source.LayoutSyntax, complaint(message))
}

const space = " \t\r\n\f"

// trimEdges drops white space at the edges of a file: the line end that every
// editor puts last must not become a space after a partial. A {{define}} leaves
// nothing between two texts.
func trimEdges(root *parse.ListNode) {
	trim := func(n parse.Node, trim func([]byte, string) []byte) (more bool) {
		text, ok := n.(*parse.TextNode)
		if ok {
			text.Text = trim(text.Text, space)
		}
		return ok && len(text.Text) == 0
	}
	for _, n := range root.Nodes {
		if !trim(n, bytes.TrimLeft) {
			break
		}
	}
	for _, n := range slices.Backward(root.Nodes) {
		if !trim(n, bytes.TrimRight) {
			break
		}
	}
}

// stray finds what stands outside {{define}} in the file of a kind of page,
// where nothing would show it.
func (f *file) stray(root *parse.ListNode) *source.Problem {
	for _, n := range root.Nodes {
		if parse.IsEmptyTree(n) {
			continue
		}
		offset := int(n.Position())
		if text, ok := n.(*parse.TextNode); ok {
			offset += len(text.Text) - len(bytes.TrimLeft(text.Text, space))
		}
		p := source.At(f.pos(offset), source.LayoutSyntax, source.Why(source.OutsideDefine))
		return &p
	}
	return nil
}

// pos is the place of a byte of the file.
func (f *file) pos(offset int) source.Pos {
	before := f.text[:min(max(offset, 0), len(f.text))]
	line := strings.Count(before, "\n") + 1
	return source.Pos{Path: f.path, Line: line, Col: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1}
}
