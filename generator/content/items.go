package content

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"referat/generator/danish"
	"referat/generator/source"
)

// Item is one item of the minutes: a heading of the first or second level and
// what follows it. Its words are the record's and keep their order: label,
// title, kind, presenter.
type Item struct {
	Anchor    string // "punkt-3"
	Label     string // "Pkt. 3" as written; "" of an item without number
	Number    string
	Title     string
	Kind      string // words of the kind as written: "orientering"; without its brackets
	Presenter string // as written after "v/"
	Closed    bool   // behind closed doors, as the agenda says: only number and label are kept
	Sections  []Section
	Pos       source.Pos

	words string // of the whole heading
}

// Section is a heading of the third level and what follows it. What stands
// before the first is a section without name.
type Section struct {
	Anchor string
	Name   string // as written
	Role   Role
	Parts  []Part

	Decides bool // its name says that what stands there was decided
}

// Part is a run of a section's text: plain, or a decision that its author marked.
type Part struct {
	Decision bool
	Anchor   string // of a decision
	Text     *Fragment
	Opening  string // how a long decision begins; "" of all else
}

// EachPlace visits the anchors of the items and their sections, in order.
func (m *Minutes) EachPlace(visit func(anchor string)) {
	for i := range m.Items {
		visit(m.Items[i].Anchor)
		for _, s := range m.Items[i].Sections {
			if s.Anchor != "" {
				visit(s.Anchor)
			}
		}
	}
}

// readBody parts the text into items and sections, in the author's order.
func (m *Minutes) readBody(c *converter, v *Vocabulary) {
	r := bodyReader{converter: c, words: v, minutes: m, numbers: map[string]int{}, hidden: map[int]bool{}, shown: map[int]bool{}}
	for _, block := range children(c.parse()) {
		r.block(block)
	}
	r.endItem()
	m.placeCorrections(c)
	m.Anchors = c.finish()
}

// bodyReader gathers blocks until a heading ends what they belong to.
type bodyReader struct {
	*converter
	words   *Vocabulary
	minutes *Minutes
	numbers map[string]int // line of each item's number
	item    *Item          // nil before the first
	section *Section
	pending []ast.Node   // blocks of the part in progress
	hidden  map[int]bool // footnotes of closed items
	shown   map[int]bool // footnotes of open ones
}

func (r *bodyReader) block(block ast.Node) {
	if heading, ok := block.(*ast.Heading); r.item != nil && r.item.Closed && !(ok && heading.Level <= 2) {
		if block.Kind() != extast.KindFootnoteList {
			r.hide(block)
			return
		}
	}
	switch n := block.(type) {
	case *ast.Heading:
		if n.Level <= 2 {
			r.startItem(n)
			return
		}
		if n.Level == 3 && r.item != nil {
			r.endSection()
			r.startSection(n)
			return
		}
	case *markNode:
		if r.item != nil && n.decision() && n.closed {
			r.endPart()
			r.addDecision(n)
			return
		}
	case *extast.FootnoteList:
		r.notes(n)
		return
	}
	for _, i := range r.footnotes(block) {
		r.shown[i] = true
	}
	r.pending = append(r.pending, block)
}

// itemHeading parts a heading into its label, its number and the rest. A number with nothing behind it counts only
// before a title that begins with a capital: nouns have none, so "17 patientgrupper" has no number, and a year has four digits.
var itemHeading = regexp.MustCompile(`(?i)^((?:(?:dagsordenens\s+)?(?:pkt\.?|punkt|(?:sag|item)(?:\s+nr\.?)?)|dagsordenspunkt|ad\.?(?:\s*(?:pkt\.?|punkt))?)\s*(\d+(?:\.\s?\d+)*)\s*[.:)–-]*|(\d+(?:\.\s?\d+)+)[.:)]?|(\d+)[.:)]|(\d{1,3}))(?:\s+(.*))?$`)

func (r *bodyReader) startItem(n *ast.Heading) {
	item := r.readHeading(n)
	if r.item != nil && r.item.Closed && r.goesOn(item) {
		r.hide(n)
		return
	}
	r.endItem()
	r.headingLinks(n)
	if n.Level == 1 {
		clear(r.numbers) // a part of its own may count anew
	}
	if r.minutes.closes(&item) {
		item.Closed, item.Title, item.Kind, item.Presenter, item.words = true, "", "", "", ""
	}
	if item.Number == "" {
		item.Anchor = r.anchor(strings.TrimSuffix("afsnit-"+danish.Slug(item.Title), "-"))
	} else {
		if before, twice := r.numbers[item.Number]; twice {
			r.report(n.Pos(), source.DuplicateItem, item.Number, before)
		}
		r.numbers[item.Number] = item.Pos.Line
		item.Anchor = r.anchor(itemAnchor(item.Number))
	}
	r.item = &item
}

// headingLinks tells of links in a heading, which lists and menus show as text.
func (r *bodyReader) headingLinks(n *ast.Heading) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if link, ok := c.(*ast.Link); ok {
			r.report(n.Pos(), source.HeadingLink, string(link.Destination))
		}
	}
}

// closes tells that the agenda has the item behind closed doors, by its number
// or, since the two may disagree, by its title.
func (m *Minutes) closes(item *Item) bool {
	for _, a := range m.Agenda {
		if a.Closed && (a.Number == item.Number || strings.EqualFold(a.Title, item.Title)) {
			return true
		}
	}
	return false
}

// hide keeps nothing of a closed item's block but which footnotes it has.
func (r *bodyReader) hide(block ast.Node) {
	for _, i := range r.footnotes(block) {
		r.hidden[i] = true
	}
}

// notes converts the footnotes of the open items.
func (r *bodyReader) notes(list *extast.FootnoteList) {
	for _, n := range children(list) {
		if i := n.(*extast.Footnote).Index; r.hidden[i] && !r.shown[i] {
			list.RemoveChild(list, n)
		}
	}
	if list.HasChildren() {
		r.minutes.Notes = r.fragment([]ast.Node{list}, place{level: 2})
	}
}

// footnotes are the numbers of the footnotes that a block refers to.
func (c *converter) footnotes(block ast.Node) []int {
	if !c.notes {
		return nil
	}
	var list []int
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*extast.FootnoteLink); ok && entering {
			list = append(list, link.Index)
		}
		return ast.WalkContinue, nil
	})
	return list
}

// readHeading parts the words of an item's heading.
func (r *bodyReader) readHeading(n *ast.Heading) Item {
	title := r.plain(n)
	item := Item{Pos: r.pos(n.Pos()), words: title}
	item.Label, item.Number, title = partLabel(title)
	item.Title, item.Kind, item.Presenter = r.words.partTitle(title)
	return item
}

// partLabel finds the label and its number at the start of a heading.
func partLabel(heading string) (label, number, title string) {
	m := itemHeading.FindStringSubmatch(heading)
	if m == nil || startsWithMonth(m[6]) || m[5] != "" && !startsWithCapital(m[6]) {
		return "", "", heading
	}
	return strings.TrimSpace(m[1]), strings.ReplaceAll(m[2]+m[3]+m[4]+m[5], " ", ""), m[6]
}

func startsWithCapital(title string) bool {
	first, _ := utf8.DecodeRuneInString(title)
	return unicode.IsUpper(first)
}

// NumberOf is the number that the words of an item's heading give it, "" of none.
func NumberOf(heading string) string {
	_, number, _ := partLabel(heading)
	return number
}

// goesOn tells that what follows a closed item still belongs to it: a heading
// opens the doors again only when it has a number that can be nothing else, or a title of the agenda.
func (r *bodyReader) goesOn(item Item) bool {
	bare := item.Label == item.Number && !strings.Contains(item.Number, ".")
	return bare && r.minutes.sameTitle(item.Title) == nil
}

// startsWithMonth tells of a heading such as "7. november", which has no number.
func startsWithMonth(title string) bool {
	first, _, _ := strings.Cut(title, " ")
	return isMonth(strings.Trim(first, ".,:"))
}

// partTitle finds the kind and the presenter at the end of a heading.
func (v *Vocabulary) partTitle(heading string) (title, kind, by string) {
	title = heading
	if before, after, found := strings.Cut(heading, " v/"); found && strings.TrimSpace(after) != "" {
		title, by = strings.TrimRight(before, " "), strings.TrimLeft(after, " ")
	}
	if rest, bracketed := strings.CutSuffix(title, ")"); bracketed {
		if open := strings.LastIndexByte(rest, '('); open >= 0 && v.KindOf(rest[open+1:]) != "" {
			title, kind = strings.TrimRight(rest[:open], " "), rest[open+1:]
		}
	}
	return title, kind, by
}

func (r *bodyReader) startSection(n *ast.Heading) {
	name := r.plain(n)
	r.headingLinks(n)
	word, known := r.words.section(name)
	if !known {
		r.report(n.Pos(), source.UnknownSection, name, source.Nearest(name, r.words.sectionNames()))
	}
	r.paragraph = 0
	r.section = &Section{Anchor: r.anchor(r.item.Anchor + "-" + danish.Slug(strings.TrimSuffix(name, ":"))), Name: name, Role: word.Role, Decides: word.Decision && word.Role == Outcome}
}

// open is the section in progress; text before the first heading has none.
func (r *bodyReader) open() *Section {
	if r.section == nil {
		r.section = &Section{}
	}
	return r.section
}

func (r *bodyReader) addDecision(n *markNode) {
	name := r.item.Anchor + "-" + danish.Slug(n.name)
	s := r.open()
	s.Parts = append(s.Parts, Part{Decision: true, Anchor: r.anchor(name), Text: r.convert(children(n))})
}

// endPart converts the blocks gathered since the last heading or decision.
func (r *bodyReader) endPart() {
	if len(r.pending) == 0 {
		return
	}
	nodes := r.pending
	r.pending = r.pending[:0]
	if r.item == nil {
		r.minutes.Preface = r.fragment(nodes, place{level: 1})
		return
	}
	s := r.open()
	if f := r.convert(nodes); f.Size > 0 {
		s.Parts = append(s.Parts, Part{Text: f})
	}
}

func (r *bodyReader) convert(nodes []ast.Node) *Fragment {
	s := r.open()
	at := place{heading: s.Anchor, level: 3}
	if s.Name == "" {
		at = place{heading: r.item.Anchor, level: 2}
	}
	if s.Role == Outcome {
		at.paragraphs = s.Anchor
	}
	return r.fragment(nodes, at)
}

func (r *bodyReader) endSection() {
	r.endPart()
	if r.section != nil && (r.section.Name != "" || len(r.section.Parts) > 0) {
		r.item.Sections = append(r.item.Sections, *r.section)
	}
	r.section = nil
}

func (r *bodyReader) endItem() {
	if r.item == nil {
		r.endPart()
		return
	}
	r.endSection()
	r.minutes.Items = append(r.minutes.Items, *r.item)
	r.item = nil
}
