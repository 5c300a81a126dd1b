package docx

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// styles are the styles of a file, each with what it has from those it is based on.
type styles struct {
	defaults letters
	plain    string // the style of a paragraph that names none
	byID     map[string]*style
}

// style is one style with all that it inherits.
type style struct {
	letters letters
	ground  string
	level   int // of a heading, as in manuscript.Block; notHeading
	list    listing
	shaded  bool // a table style that gives cells a ground
}

// notHeading is the level of a paragraph that is no heading.
const notHeading = -1

// listing is the list that a paragraph is an entry of.
type listing struct {
	num   string // "" is not said, "0" is of none
	depth int    // notSaid
	style string // that says so, where it is a style
}

// notSaid is the depth of a listing that says none.
const notSaid = -1

func newStyles(root *element) *styles {
	s := &styles{byID: map[string]*style{}, plain: "Normal"}
	s.defaults = lettersOf(root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"))
	if root == nil {
		return s
	}
	raw := map[string]*element{}
	for _, e := range root.children {
		if e.name != "w:style" {
			continue
		}
		id := e.attr("w:styleId")
		raw[id] = e
		if e.attr("w:type") == "paragraph" && (e.attr("w:default") == "1" || e.attr("w:default") == "true") {
			s.plain = id
		}
	}
	for _, id := range slices.Sorted(maps.Keys(raw)) {
		s.inherit(raw, id, nil)
	}
	return s
}

// inherit makes a style after those it is based on. A style that is based on itself, by whatever way, or on
// more than anybody makes, is based on nothing.
func (s *styles) inherit(raw map[string]*element, id string, below []string) *style {
	if done := s.byID[id]; done != nil {
		return done
	}
	e := raw[id]
	base := &style{level: notHeading, list: listing{depth: notSaid}}
	if on := e.child("w:basedOn").val(); raw[on] != nil && !slices.Contains(below, on) && on != id && len(below) < maxDepth {
		base = s.inherit(raw, on, append(below, id))
	}
	p := e.child("w:pPr")
	st := &style{
		letters: lettersOf(e.child("w:rPr")).over(base.letters),
		ground:  or(fill(p.child("w:shd")), base.ground),
		level:   base.level,
		list:    base.list,
		shaded:  base.shaded || e.attr("w:type") == "table" && shades(e),
	}
	if level, is := headingByName(e.child("w:name").val()); is {
		st.level = level
	} else if level, is := headingByName(id); is {
		st.level = level
	}
	if outline := p.child("w:outlineLvl"); outline != nil {
		st.level = outlineLevel(outline)
	}
	if listed := listingOf(p); listed.num != "" {
		listed.style = id
		st.list = listed
	} else if listed.depth != notSaid {
		st.list.depth = listed.depth
	}
	s.byID[id] = st
	return st
}

// of is a style by its id. One that the file does not have is known by its id alone.
func (s *styles) of(id string) *style {
	if st := s.byID[id]; st != nil {
		return st
	}
	st := &style{level: notHeading, list: listing{depth: notSaid}}
	if level, is := headingByName(id); is {
		st.level = level
	}
	return st
}

func outlineLevel(e *element) int {
	n, err := strconv.Atoi(e.val())
	if err != nil || n < 0 || n > 8 {
		return notHeading // 9 is text
	}
	return n + 1
}

func listingOf(p *element) listing {
	e := p.child("w:numPr")
	l := listing{num: e.child("w:numId").val(), depth: notSaid}
	if n, err := strconv.Atoi(e.child("w:ilvl").val()); err == nil && n >= 0 && n < depths {
		l.depth = n
	}
	return l
}

// headingNames and titleNames are what versions of Word in other languages call the built-in styles; as
// ids they are without the letters that ids cannot have.
var (
	headingNames = []string{"heading", "overskrift", "überschrift", "berschrift", "rubrik", "titre", "título", "ttulo", "titolo", "kop", "otsikko"}
	titleNames   = []string{"title", "titel", "tittel", "rubrik", "titre", "título", "ttulo", "titolo", "otsikko"}
)

// headingByName is the level of a heading whose style has a built-in name: "heading 1", "Overskrift1", "Titel".
func headingByName(name string) (level int, is bool) {
	name = strings.ToLower(strings.ReplaceAll(name, " ", ""))
	if slices.Contains(titleNames, name) {
		return 0, true
	}
	if name == "" {
		return 0, false
	}
	last := len(name) - 1
	if digit := name[last]; digit >= '1' && digit <= '9' && slices.Contains(headingNames, name[:last]) {
		return int(digit - '0'), true
	}
	return 0, false
}

func shades(e *element) bool {
	if e.name == "w:shd" && fill(e) != "" && !alike(fill(e), white) {
		return true
	}
	return slices.ContainsFunc(e.children, shades)
}
