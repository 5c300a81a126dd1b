package content

import (
	"regexp"
	"strings"

	"referat/generator/source"
)

// block is a paragraph, a heading, an item of a list or a line of a cell, in the words
// that a reader sees. It is taken from the Markdown by its lines alone, so that every word
// has its place in the file; what comes of a text is told by its HTML, not here.
type block struct {
	text    string
	starts  []int // where each line of the file begins in the text
	line    int   // of the file, of the first
	level   int   // of a heading; 0 of none
	section string
	cell    bool   // of a table
	column  string // heading of the column, of a cell below it
	linked  bool   // it has a link
}

// at is the place of a byte of the block's text; the column is left out, since marks may
// stand before it.
func (b *block) at(offset int) int {
	line := b.line
	for i, start := range b.starts {
		if start <= offset {
			line = b.line + i
		}
	}
	return line
}

func (b *block) pos(path source.Path, offset int) source.Pos {
	return source.Pos{Path: path, Line: b.at(offset)}
}

// blockWalker goes through a body from block to block.
type blockWalker struct {
	visit   func(b *block)
	now     block
	columns []string // headings of the table at hand
	hidden  bool     // inside a comment or code
}

// eachBlock visits the blocks of a body, which begins at a line of its file.
func eachBlock(body string, line int, visit func(b *block)) {
	r := blockWalker{visit: visit}
	for text := range strings.Lines(body) {
		r.take(strings.TrimSpace(text), line)
		line++
	}
	r.end()
}

// listMark is what an item of a list begins with.
var listMark = regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)]) +`)

func (r *blockWalker) take(text string, line int) {
	switch {
	case strings.HasPrefix(text, "```"):
		r.end()
		r.hidden = !r.hidden
		return
	case strings.HasPrefix(text, "<!--"):
		r.end()
		r.hidden = true
	}
	if r.hidden {
		r.hidden = !strings.Contains(text, "-->")
		return
	}
	if !strings.HasPrefix(text, "|") {
		r.columns = nil
	}
	switch {
	case text == "" || strings.HasPrefix(text, ":::"):
		r.end()
	case text[0] == '#':
		r.heading(text, line)
	case text[0] == '|':
		r.row(text, line)
	default:
		if strings.IndexByte("-*+0123456789", text[0]) >= 0 {
			if mark := listMark.FindString(text); mark != "" && !startsWithMonth(text[len(mark):]) {
				r.end()
				text = text[len(mark):]
			}
		}
		r.add(strings.TrimLeft(text, "> "), line)
	}
}

func (r *blockWalker) heading(text string, line int) {
	r.end()
	words := strings.TrimLeft(text, "#")
	r.add(strings.TrimRight(words, "# "), line)
	r.now.level = len(text) - len(words)
	switch {
	case r.now.level <= 2:
		r.now.section = ""
	case r.now.level == 3:
		r.now.section = strings.TrimSpace(r.now.text)
	}
	r.end()
}

// row takes the cells of a table's line, each line of a cell by itself.
func (r *blockWalker) row(text string, line int) {
	r.end()
	cells := strings.Split(strings.Trim(text, "|"), "|")
	header := r.columns == nil
	if header {
		for _, c := range cells {
			r.columns = append(r.columns, strings.TrimSpace(c))
		}
	} else if strings.Trim(text, "|-: ") == "" {
		return
	}
	for i, c := range cells {
		for _, words := range strings.Split(c, "<br>") {
			r.add(strings.TrimSpace(words), line)
			r.now.cell = true
			if !header && i < len(r.columns) {
				r.now.column = r.columns[i]
			}
			r.end()
		}
	}
}

// add takes a line of a block.
func (r *blockWalker) add(text string, line int) {
	if len(r.now.starts) == 0 {
		r.now.line = line
	} else {
		r.now.text += " "
	}
	r.now.starts = append(r.now.starts, len(r.now.text))
	seen, linked := withoutMarks(strings.TrimSpace(text))
	r.now.text += seen
	r.now.linked = r.now.linked || linked
}

func (r *blockWalker) end() {
	if r.now.text != "" {
		r.visit(&r.now)
	}
	r.now = block{section: r.now.section, starts: r.now.starts[:0]}
}

// markup is what Markdown writes and a reader does not see. No part of it may hold what it
// begins with, so that a line is gone through once, whatever is in it.
var markup = regexp.MustCompile(`^(?:!?\[([^\[\]]*)\]\([^()]*\)|<https?:[^<>]*>|https?://[^\s<)]*|</?[A-Za-z][^<>]*>|\{lang=[a-z-]*\}|\[\^[^\[\]]*\]:?|[*` + "`" + `\\\[\]])`)

// beginsMarkup are the letters that it begins with.
var beginsMarkup = letters("![]<h{*`\\")

// withoutMarks gives the words that a reader sees of a line, and whether it has a link.
func withoutMarks(text string) (seen string, linked bool) {
	var b strings.Builder
	done := 0
	for at := 0; at < len(text); {
		if c := text[at]; !beginsMarkup[c] || c == 'h' && !strings.HasPrefix(text[at:], "http") {
			at++
			continue
		}
		m := markup.FindStringSubmatchIndex(text[at:])
		if m == nil {
			at++
			continue
		}
		b.WriteString(text[done:at])
		done = at + m[1]
		if words := m[2:]; words[0] >= 0 {
			b.WriteString(text[at+words[0] : at+words[1]])
		}
		linked = linked || strings.Contains(text[at:done], "://") || strings.Contains(text[at:min(done+1, len(text))], "](")
		at = done
	}
	if done == 0 {
		return text, false
	}
	b.WriteString(text[done:])
	return b.String(), linked
}
