package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// This file writes runs of text as Markdown within a block.

// setting is what kind of block runs stand in.
type setting int

const (
	inParagraph setting = iota // lines are parted by hard breaks
	inHeading                  // one line
	inCell                     // lines are parted by <br>
)

// markdownOf is runs as Markdown. Lines are parted by "\n".
func markdownOf(runs []manuscript.Run, wrapped bool, in setting) string {
	w := inlineWriter{in: in, pieces: piecesOf(runs, wrapped)}
	w.escapes = escapesOf(w.pieces, in)
	w.links()
	return w.out.String()
}

// piece is text of one look, or a reference to a note. White space at the ends of a
// block or a line is gone, and between words it is one space or one "\n". A space
// between two pieces has the looks that both have, so that no mark of emphasis stands beside one.
type piece struct {
	manuscript.Run
	at int // offset of its text in that of all pieces
}

// piecesOf tidies runs up: those of one look are one.
func piecesOf(runs []manuscript.Run, wrapped bool) []piece {
	t := tidier{wrapped: wrapped}
	for _, r := range runs {
		t.run(r)
	}
	end := t.text.Len()
	for i := len(t.pieces) - 1; i >= 0; i-- {
		t.pieces[i].Text = t.text.String()[t.pieces[i].at:end]
		end = t.pieces[i].at
	}
	return t.pieces
}

type tidier struct {
	wrapped bool
	pieces  []piece
	text    strings.Builder // of all pieces
	blank   rune            // ' ' or '\n' that has been passed since the last word; 0 of none
}

func (t *tidier) run(r manuscript.Run) {
	if r.Note > 0 {
		t.space(r)
		r.Link = ""
		t.pieces = append(t.pieces, piece{r, t.text.Len()})
		return
	}
	for _, c := range r.Text {
		switch {
		case isBreak(c) && !t.wrapped:
			t.blank = '\n'
		case c == ' ' || c == '\t' || isBreak(c) || isControl(c):
			if t.blank == 0 {
				t.blank = ' '
			}
		default:
			t.space(r)
			t.put(r, c)
		}
	}
}

// isBreak tells of what ends a line.
func isBreak(c rune) bool {
	return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029'
}

// space puts the white space that stands before r, unless a line begins with it.
func (t *tidier) space(r manuscript.Run) {
	if t.blank != 0 && len(t.pieces) > 0 {
		last := t.pieces[len(t.pieces)-1].Run
		both := manuscript.Run{Look: manuscript.Look{
			Bold:        last.Look.Bold && r.Look.Bold,
			Italic:      last.Look.Italic && r.Look.Italic,
			Struck:      last.Look.Struck && r.Look.Struck,
			Superscript: last.Look.Superscript && r.Look.Superscript,
			Subscript:   last.Look.Subscript && r.Look.Subscript,
		}}
		if last.Link == r.Link {
			both.Link = r.Link
		}
		t.put(both, t.blank)
	}
	t.blank = 0
}

func (t *tidier) put(r manuscript.Run, c rune) {
	if n := len(t.pieces); n == 0 || t.pieces[n-1].Note > 0 || t.pieces[n-1].Look != r.Look || t.pieces[n-1].Link != r.Link {
		t.pieces = append(t.pieces, piece{r, t.text.Len()})
	}
	t.text.WriteRune(c)
}

// inlineWriter writes pieces.
type inlineWriter struct {
	in      setting
	pieces  []piece
	escapes map[int]bool // offsets of the letters that need a backslash
	out     strings.Builder
}

// style is a way in which text may stand out.
type style struct {
	has   func(manuscript.Look) bool
	marks []string // in Markdown, the best first
	tag   string   // in HTML, where no mark would be read as one
}

// styles are from the outermost in. Links are around them all.
var styles = []style{
	{func(l manuscript.Look) bool { return l.Struck }, []string{"~~"}, "del"},
	{func(l manuscript.Look) bool { return l.Bold }, []string{"**", "__"}, "strong"},
	{func(l manuscript.Look) bool { return l.Italic }, []string{"*", "_"}, "em"},
	{func(l manuscript.Look) bool { return l.Superscript }, nil, "sup"},
	{func(l manuscript.Look) bool { return l.Subscript }, nil, "sub"},
}

// written writes pieces from..to in the styles from level on: those that have the
// first of them in common stand between its marks. next is the letter that follows.
func (w *inlineWriter) written(from, to, level int, next rune) {
	if level == len(styles) {
		for i := from; i < to; i++ {
			w.text(w.pieces[i])
		}
		return
	}
	s := styles[level]
	for i := from; i < to; {
		j := i + 1
		for j < to && s.has(w.pieces[j].Look) == s.has(w.pieces[i].Look) {
			j++
		}
		after := next
		if j < to {
			after = w.first(j, level)
		}
		if s.has(w.pieces[i].Look) {
			w.between(s, i, j, level, after)
		} else {
			w.written(i, j, level+1, after)
		}
		i = j
	}
}

// links writes all pieces, those of one address together.
func (w *inlineWriter) links() {
	for i := 0; i < len(w.pieces); {
		j := i + 1
		for j < len(w.pieces) && w.pieces[j].Link == w.pieces[i].Link {
			j++
		}
		next := ' '
		if j < len(w.pieces) {
			next = w.opening(j)
		}
		switch to := w.pieces[i].Link; {
		case to == "":
			w.written(i, j, 0, next)
		case j == i+1 && w.pieces[i].Text == to && w.pieces[i].Look == (manuscript.Look{}) && bareAddress().MatchString(to):
			w.out.WriteString("<" + to + ">")
		default:
			w.out.WriteString("[")
			w.written(i, j, 0, ']')
			w.out.WriteString("](" + destination(to) + ")")
		}
		i = j
	}
}

// bareAddress is one that may stand in angle brackets as its own text.
var bareAddress = pattern.Of(`^https?://[^\s<>|\\&` + "`" + `]+$`)

// between writes pieces i..j between the marks of a style.
func (w *inlineWriter) between(s style, i, j, level int, next rune) {
	before, first, last := w.last(), w.first(i, level+1), w.final(j-1, level+1)
	for _, mark := range s.marks {
		c := rune(mark[0])
		if before != c && last != c && next != c && opens(c, before, first) && closes(c, last, next) {
			w.out.WriteString(mark)
			w.written(i, j, level+1, c)
			w.out.WriteString(mark)
			return
		}
	}
	w.out.WriteString("<" + s.tag + ">")
	w.written(i, j, level+1, '<')
	w.out.WriteString("</" + s.tag + ">")
}

// opening is the letter with which a piece begins that may be a link.
func (w *inlineWriter) opening(i int) rune {
	if w.pieces[i].Link != "" {
		return '['
	}
	return w.first(i, 0)
}

// first is the letter with which a piece begins: its text's own, or the sign of a mark
// before it.
func (w *inlineWriter) first(i, level int) rune {
	p := w.pieces[i]
	if w.marked(p, level) || w.escapes[p.at] {
		return '<'
	}
	r, _ := utf8.DecodeRuneInString(p.Text)
	return r
}

// final is the letter with which a piece ends.
func (w *inlineWriter) final(i, level int) rune {
	if p := w.pieces[i]; !w.marked(p, level) {
		r, _ := utf8.DecodeLastRuneInString(p.Text)
		return r
	}
	return '>'
}

// marked tells that a piece has marks of the styles from level on.
func (w *inlineWriter) marked(p piece, level int) bool {
	return p.Note > 0 || slices.ContainsFunc(styles[level:], func(s style) bool { return s.has(p.Look) })
}

// last is the letter that was written last.
func (w *inlineWriter) last() rune {
	if w.out.Len() == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(w.out.String())
	return r
}

// text writes a piece's letters, or the reference that it is.
func (w *inlineWriter) text(p piece) {
	if p.Note > 0 {
		w.out.WriteString("[^" + strconv.Itoa(p.Note) + "]")
		return
	}
	for i, c := range p.Text {
		switch {
		case c != '\n':
			if w.escapes[p.at+i] {
				w.out.WriteByte('\\')
			}
			w.out.WriteRune(c)
		case w.in == inCell:
			w.out.WriteString("<br>")
		case w.in == inHeading:
			w.out.WriteByte(' ')
		case w.last() == '\\':
			w.out.WriteString("<br>\n") // a backslash here would not be read as a break
		default:
			w.out.WriteString("\\\n")
		}
	}
}

// opens tells that a mark between the two letters begins an emphasis, as
// CommonMark has it (6.2, left-flanking).
func opens(mark, before, after rune) bool {
	left, right := flanks(before, after)
	return left && (mark != '_' || !right || util.IsPunctRune(before))
}

// closes tells that a mark between the two letters ends an emphasis.
func closes(mark, before, after rune) bool {
	left, right := flanks(before, after)
	return right && (mark != '_' || !left || util.IsPunctRune(after))
}

func flanks(before, after rune) (left, right bool) {
	blankBefore, blankAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	signBefore, signAfter := util.IsPunctRune(before), util.IsPunctRune(after)
	return !blankAfter && (!signAfter || blankBefore || signBefore), !blankBefore && (!signBefore || blankAfter || signAfter)
}

// destination is an address as the target of a link.
func destination(address string) string {
	var b strings.Builder
	level, balanced := 0, true
	for _, c := range address {
		switch c {
		case '(':
			level++
		case ')':
			level--
			balanced = balanced && level >= 0
		}
	}
	for _, c := range address {
		if c <= ' ' || strings.ContainsRune("<>\\|`", c) || (c == '(' || c == ')') && (!balanced || level != 0) || isControl(c) {
			for _, octet := range []byte(string(c)) {
				fmt.Fprintf(&b, "%%%02X", octet)
			}
			continue
		}
		b.WriteRune(c)
	}
	return entity().ReplaceAllString(b.String(), "&amp;$1")
}
