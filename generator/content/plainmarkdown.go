package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Minutes are mostly headings, paragraphs, lists with dashes and marked decisions, all
// of plain words and links. This file makes of them the very nodes that goldmark would,
// in a sixth of its time. A chapter in which it meets anything else it leaves to
// goldmark. FuzzPlainMarkdown holds the two against each other.

// blockReader stands at the beginning of a line.
type blockReader struct {
	src     []byte
	at, end int  // of the chapter
	blank   bool // the line before is empty
	*nodes
}

// read adds the blocks of a chapter to a document; none when it is not ok.
func (r *blockReader) read(doc ast.Node, from, to int) (ok bool) {
	last := doc.LastChild()
	r.at, r.end, r.blank = from, to, true
	for ok = true; ok && r.at < r.end; {
		ok = r.block(doc)
	}
	if !ok {
		for doc.LastChild() != last {
			doc.RemoveChild(doc, doc.LastChild())
		}
	}
	return ok
}

// block takes a block, or an empty line before one.
func (r *blockReader) block(parent ast.Node) bool {
	switch line := r.src[r.at:r.end]; {
	case line[0] == '\n':
		r.at++
		r.blank = true
		return true
	case line[0] == '#':
		return r.heading(parent)
	case line[0] == '-':
		return r.list(parent)
	case bytes.HasPrefix(line, []byte(fenceStart)):
		return r.mark(parent)
	}
	return r.paragraph(parent)
}

// words takes the words from an offset to the end of the line. They are not ok when
// their first letter could open a block or one of them has a meaning in Markdown other
// than that of a link, and where there is a space too many.
func (r *blockReader) words(from int) (words text.Segment, ok bool) {
	at := from
	if ok = at < r.end && !opening[r.src[at]]; ok && r.src[at] >= '0' && r.src[at] <= '9' {
		ok = !r.numbered(at)
	}
	for ; ok && at < r.end && r.src[at] != '\n'; at++ {
		if meaning[r.src[at]] {
			_, address := r.link(at)
			at = address.Stop
			ok = at > 0
		}
	}
	if ok = ok && r.src[at-1] != ' '; ok {
		r.at = min(at+1, r.end)
	}
	return text.NewSegment(from, at), ok
}

// link is the words and the address of a link [words](address) of plain letters;
// nothing of any other.
func (r *blockReader) link(at int) (words, address text.Segment) {
	words.Start = at + len("[")
	end := words.Start
	for end < r.end && r.src[end] != '\n' && !meaning[r.src[end]] {
		end++
	}
	words.Stop, address.Start = end, end+len("](")
	if r.src[at] != '[' || end == words.Start || !bytes.HasPrefix(r.src[end:r.end], []byte("](")) {
		return text.Segment{}, text.Segment{}
	}
	for end = address.Start; end < r.end && isSimple(string(r.src[end:end+1])); {
		end++
	}
	if end == address.Start || end == r.end || r.src[end] != ')' {
		return text.Segment{}, text.Segment{}
	}
	address.Stop = end
	return words, address
}

// numbered tells of digits that could be the number of a list's item.
func (r *blockReader) numbered(at int) bool {
	for at < r.end && r.src[at] >= '0' && r.src[at] <= '9' {
		at++
	}
	return at == r.end || r.src[at] == '.' || r.src[at] == ')' || r.src[at] == '\n'
}

var (
	// opening are the letters that open blocks at the beginning of a line, numbers aside.
	opening = letters("\n #-+=:>|")
	// meaning are the letters that mean something among words.
	meaning = letters("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f`*_~[]!<\\")
)

func letters(of string) (set [256]bool) {
	for i := range len(of) {
		set[of[i]] = true
	}
	return set
}

func (r *blockReader) heading(parent ast.Node) bool {
	at := r.at
	line, _, _ := bytes.Cut(r.src[at:r.end], []byte("\n"))
	level := headingLevel(line)
	words, ok := r.words(at + level + 1)
	if level == 0 || !ok || r.src[words.Stop-1] == '#' {
		return false
	}
	n := r.headings.take()
	n.Level = level
	r.put(parent, n, at)
	r.line(n, words, false)
	lines := r.linesFrom(r.lines.Len() - 1)
	n.SetLines(&lines)
	r.blank = false
	return true
}

// paragraph takes lines up to one that is empty or opens another block.
func (r *blockReader) paragraph(parent ast.Node) bool {
	n, first := r.paragraphs.take(), r.lines.Len()
	r.put(parent, n, r.at)
	for more := true; more; {
		words, ok := r.words(r.at)
		if !ok {
			return false
		}
		more = r.at < r.end && r.src[r.at] != '\n' && r.src[r.at] != '#' && r.src[r.at] != '-' && !r.fence()
		r.line(n, words, more)
	}
	lines := r.linesFrom(first)
	n.SetLines(&lines)
	r.blank = false
	return true
}

// fence tells of a line that opens a mark or ends one.
func (r *blockReader) fence() bool { return bytes.HasPrefix(r.src[r.at:r.end], []byte(fenceStart)) }

// list takes items of one line each.
func (r *blockReader) list(parent ast.Node) bool {
	list := r.lists.take()
	list.Marker, list.IsTight = '-', true
	r.put(parent, list, r.at)
	for r.at < r.end && r.src[r.at] != '\n' && !r.fence() {
		if !bytes.HasPrefix(r.src[r.at:r.end], []byte("- ")) {
			return false
		}
		item := r.items.take()
		item.Offset = len("- ")
		r.put(list, item, r.at)
		words, ok := r.words(r.at + len("- "))
		if !ok {
			return false
		}
		block := r.blocks.take()
		item.AppendChild(item, block)
		r.line(block, words, false)
		lines := r.linesFrom(r.lines.Len() - 1)
		block.SetLines(&lines)
		r.blank = false
	}
	next := bytes.TrimLeft(r.src[r.at:r.end], "\n")
	return len(next) == 0 || next[0] != '-' && next[0] != ' ' // else the list goes on
}

// mark takes the blocks up to its end.
func (r *blockReader) mark(parent ast.Node) bool {
	line, _, _ := bytes.Cut(r.src[r.at:r.end], []byte("\n"))
	_, name := fenceLine(line)
	n := &markNode{name: string(name), colons: len(fenceStart)}
	r.put(parent, n, r.at)
	r.at, r.blank = min(r.at+len(line)+1, r.end), false
	for r.at < r.end {
		if r.fence() {
			n.closed = true
			r.at, r.blank = min(r.at+len(fenceStart)+1, r.end), true
			return true
		}
		if !r.block(n) {
			return false
		}
	}
	return false
}

// put adds a block that begins at an offset.
func (r *blockReader) put(parent, n ast.Node, at int) {
	n.SetPos(at)
	n.SetBlankPreviousLines(r.blank)
	parent.AppendChild(parent, n)
}

// line adds the words of a line to a block; more tells that another line follows.
func (r *blockReader) line(block ast.Node, words text.Segment, more bool) {
	whole, at := words, words.Start
	if more {
		whole.Stop++
	}
	r.lines.Append(whole)
	for next := bytes.IndexByte(r.src[at:words.Stop], '['); next >= 0; next = bytes.IndexByte(r.src[at:words.Stop], '[') {
		if next > 0 {
			r.text(block, at, at+next)
		}
		of, address := r.link(at + next)
		n := r.links.take()
		n.Destination = r.src[address.Start:address.Stop]
		n.SetPos(at + next)
		r.text(n, of.Start, of.Stop)
		block.AppendChild(block, n)
		at = address.Stop + len(")")
	}
	if at < words.Stop || more {
		r.text(block, at, words.Stop).SetSoftLineBreak(more)
	}
}

func (r *blockReader) text(parent ast.Node, from, to int) *ast.Text {
	n := r.texts.take()
	n.Segment = text.NewSegment(from, to)
	parent.AppendChild(parent, n)
	return n
}

// linesFrom are the lines that were added from the first on.
func (r *blockReader) linesFrom(first int) text.Segments {
	lines := r.lines
	lines.SetSliced(first, r.lines.Len())
	return lines
}
