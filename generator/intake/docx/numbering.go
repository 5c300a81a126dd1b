package docx

import (
	"strconv"
	"strings"
)

// depths is how many levels a list of Word has.
const depths = 9

// numbering counts the entries of lists.
type numbering struct {
	lists map[string]*list // by the id that paragraphs use
}

// list is a numbering that paragraphs name. Lists made from the same definition count on from each other.
type list struct {
	definition *definition
	own        [depths]*listLevel // in place of the definition's
	restart    [depths]int        // where it starts over when first used; notSaid
}

// definition is what lists are made from, and how far they have come.
type definition struct {
	levels  [depths]*listLevel
	counted [depths]int
	begun   [depths]bool
}

// listLevel is how one level of a list looks.
type listLevel struct {
	format  string // "decimal", "bullet"
	pattern string // of a custom format: "001, 002"
	text    string // "%1.%2"
	font    string
	style   string // whose paragraphs are of this level
	start   int
	after   int // the level, from 1, whose entries make it start over; notSaid: any above; 0: never
	legal   bool
	picture bool // its bullet is one
}

func newNumbering(root *element) *numbering {
	n := &numbering{lists: map[string]*list{}}
	if root == nil {
		return n
	}
	definitions := definitionsIn(root)
	for _, e := range root.children {
		if e.name == "w:num" {
			if d := definitions[e.child("w:abstractNumId").val()]; d != nil {
				n.lists[e.attr("w:numId")] = newList(e, d)
			}
		}
	}
	return n
}

// definitionsIn is what the lists of a file are made from, by id. One without levels of its own names a list
// style, whose definition it is then.
func definitionsIn(root *element) map[string]*definition {
	byID, byStyle := map[string]*definition{}, map[string]*definition{}
	linked := map[string]string{}
	for _, e := range root.children {
		if e.name != "w:abstractNum" {
			continue
		}
		d := &definition{}
		for _, l := range e.children {
			if i, level, is := levelOf(l); is {
				d.levels[i] = level
			}
		}
		id := e.attr("w:abstractNumId")
		byID[id] = d
		if style := e.child("w:styleLink").val(); style != "" {
			byStyle[style] = d
		}
		if style := e.child("w:numStyleLink").val(); style != "" {
			linked[id] = style
		}
	}
	for id, style := range linked {
		if d := byStyle[style]; d != nil {
			byID[id] = d
		}
	}
	return byID
}

func newList(e *element, d *definition) *list {
	l := &list{definition: d}
	for i := range l.restart {
		l.restart[i] = notSaid
	}
	for _, o := range e.children {
		i, err := strconv.Atoi(o.attr("w:ilvl"))
		if o.name != "w:lvlOverride" || err != nil || i < 0 || i >= depths {
			continue
		}
		if _, level, is := levelOf(o.child("w:lvl")); is {
			l.own[i] = level
			l.restart[i] = level.start
		}
		if start, err := strconv.Atoi(o.child("w:startOverride").val()); err == nil {
			l.restart[i] = start
		}
	}
	return l
}

func levelOf(e *element) (depth int, l *listLevel, is bool) {
	if e == nil || e.name != "w:lvl" {
		return 0, nil, false
	}
	depth, err := strconv.Atoi(e.attr("w:ilvl"))
	if err != nil || depth < 0 || depth >= depths {
		return 0, nil, false
	}
	format := e.child("w:numFmt")
	text := e.child("w:lvlText").val()
	if len(text) > maxMark {
		text = ""
	}
	l = &listLevel{
		format: format.val(), pattern: format.attr("w:format"), text: text,
		font:  e.child("w:rPr").child("w:rFonts").attr("w:ascii"),
		style: e.child("w:pStyle").val(), start: 1, after: notSaid, legal: e.toggle("w:isLgl") == on,
		picture: e.child("w:lvlPicBulletId") != nil,
	}
	if n, err := strconv.Atoi(e.child("w:start").val()); err == nil {
		l.start = n
	}
	if n, err := strconv.Atoi(e.child("w:lvlRestart").val()); err == nil {
		l.after = n
	}
	return depth, l, true
}

// mark is what stands before an entry of a list.
type mark struct {
	text   string
	bullet bool
}

// next counts a paragraph of a list and gives its depth and mark. A paragraph that is in no list, or has no
// mark, is not listed.
func (n *numbering) next(l listing) (m mark, depth int, listed bool) {
	used := n.lists[l.num]
	if used == nil {
		return mark{}, 0, false
	}
	depth = used.depth(l)
	level := used.level(depth)
	if level == nil {
		return mark{}, 0, false
	}
	used.count(depth)
	if level.format == "bullet" {
		m = mark{bulletSign(level), true}
	} else {
		m = mark{used.words(level), false}
	}
	return m, depth, m.text != ""
}

func (l *list) level(depth int) *listLevel {
	if l.own[depth] != nil {
		return l.own[depth]
	}
	return l.definition.levels[depth]
}

// depth is how deep a paragraph is in the list. The list itself knows it of the styles that
// it is made for.
func (l *list) depth(of listing) int {
	if of.style != "" {
		for i := range depths {
			if level := l.level(i); level != nil && level.style == of.style {
				return i
			}
		}
	}
	return max(of.depth, 0)
}

func (l *list) count(depth int) {
	d, level := l.definition, l.level(depth)
	switch {
	case l.restart[depth] != notSaid:
		d.counted[depth], d.begun[depth] = l.restart[depth], true
		l.restart[depth] = notSaid
	case !d.begun[depth]:
		d.counted[depth], d.begun[depth] = level.start, true
	default:
		d.counted[depth]++
	}
	for below := depth + 1; below < depths; below++ {
		if b := l.level(below); b != nil && (b.after == notSaid || depth+1 <= b.after) {
			d.begun[below] = false
		}
	}
}

// words puts the numbers of all levels into a level's text: "%1.%2" is "3.1".
func (l *list) words(level *listLevel) string {
	var s strings.Builder
	text := []rune(level.text)
	for i := 0; i < len(text); i++ {
		if text[i] != '%' || i+1 == len(text) || text[i+1] < '1' || text[i+1] > '9' {
			s.WriteRune(text[i])
			continue
		}
		i++
		depth := int(text[i] - '1')
		of := l.level(depth)
		if of == nil {
			continue
		}
		n := of.start
		if l.definition.begun[depth] {
			n = l.definition.counted[depth]
		}
		format := of.format
		if level.legal {
			format = "decimal"
		}
		s.WriteString(numeral(n, format, of.pattern))
	}
	return strings.TrimSpace(s.String())
}

// bulletSign is what a bullet looks like; nothing where a list only indents.
func bulletSign(l *listLevel) string {
	sign := strings.TrimSpace(inUnicode(l.text, l.font))
	switch {
	case l.picture, strings.Contains(sign, replacement):
		return "•"
	case sign == "o" && strings.HasPrefix(l.font, "Courier"):
		return "◦"
	}
	return sign
}
