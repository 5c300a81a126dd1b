package intake

import (
	"strings"
	"unicode"

	"referat/generator/content"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// clash is what both staff and the document have changed.
type clash struct {
	code         source.Code
	at           any     // the node or block of the result to look at
	path         []*node // around it
	mine, theirs string  // what stands there, and what the document has now
}

// clash remembers one. about is the node that it is about, where that is not the innermost around it.
func (g *merger) clash(code source.Code, at any, about *node, mine, theirs string) {
	path := append([]*node(nil), g.path...)
	if about != nil {
		path = append(path, about)
	}
	g.clashes = append(g.clashes, clash{code, at, path, mine, theirs})
}

// inside is the innermost node around what is being merged.
func (g *merger) inside() *node { return g.path[len(g.path)-1] }

// doubt is the clash for a person to settle. lines are those of the merged file.
func (c clash) doubt(t *tree, lines map[any]int) Doubt {
	mine, theirs := c.mine, c.theirs
	if c.code == source.DoubtClash {
		mine, theirs = difference(mine, theirs)
	}
	d := Doubt{Problem: source.At(source.Pos{Line: lines[c.at]}, c.code, where(c.path), mine, theirs), Target: t.target(c.path)}
	d.Target.Near = c.theirs
	return d
}

// where names a place in a file for people: "Pkt. 2, Referat", "participants, Anna Holm", "place".
func where(path []*node) string {
	var names []string
	for _, n := range path {
		if name := n.name(); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// name is that of a key, a table, an item or a section; "" of all of the head or the body.
func (n *node) name() string {
	if footnote().MatchString(n.text) {
		return strings.TrimSuffix(n.id, ":")
	}
	if !n.isHeading() {
		return strings.TrimSpace(strings.NewReplacer("[[", "", "]]", ",", "[", "", "]", "").Replace(n.id))
	}
	heading := n.own()
	if number := content.NumberOf(heading); number != "" {
		if at := strings.Index(heading, number); at > 0 { // a number alone names nothing to a reader
			return heading[:at+len(number)]
		}
	}
	return heading
}

// target is the part of the file that a path leads to.
func (t *tree) target(path []*node) Target {
	if len(path) < 2 {
		return Target{Part: InHead}
	}
	if path[0] != nil && !path[1].isHeading() {
		return t.headTarget(path[1])
	}
	target := Target{Part: InItem, Index: -1}
	for _, item := range t.body.kids {
		if !item.isHeading() {
			continue
		}
		target.Index++
		if item.id != path[1].id {
			continue
		}
		for i, s := range item.kids {
			if len(path) > 2 && s.id == path[2].id {
				target.Part, target.Section = InSection, i+item.unnamed()
			}
		}
		return target
	}
	return Target{Part: InPreface}
}

// unnamed is 1 of an item that has text before its first section: that is a section too.
func (n *node) unnamed() int { return min(len(n.blocks), 1) }

func (t *tree) headTarget(table *node) Target {
	name, _, _ := strings.Cut(table.id, " ")
	part, is := map[string]Part{"[[agenda]]": InAgenda, "[[participants]]": InParticipants}[name]
	if !is {
		return Target{Part: InHead}
	}
	index := -1
	for _, n := range t.head.kids {
		if strings.HasPrefix(n.id, name) {
			index++
		}
		if n.id == table.id {
			break
		}
	}
	return Target{Part: part, Index: index}
}

// words are those of a block as a page shows them.
func (b *block) words() string {
	text := b.text
	switch {
	case b.kind == rowBlock:
		text = strings.ReplaceAll(strings.Trim(strings.TrimSpace(text), "|"), " | ", " <br> ")
	case footnote().MatchString(text):
		text = footnote().ReplaceAllString(text, "")
	}
	return squeezed(bodyText(noteReference().ReplaceAllString(text, "")))
}

var noteReference = pattern.Of(`\[\^[^\]\s]+\]`)

// own are the words of a node's own line: of a heading, or the value of a key.
func (n *node) own() string {
	switch {
	case n.isHeading():
		return squeezed(bodyText(n.text))
	case footnote().MatchString(n.text):
		return (&block{text: n.text}).words()
	case strings.HasPrefix(n.text, "["):
		return ""
	}
	return (&node{kids: []*node{n}}).value(n.id)
}

// words are all words of a node.
func (n *node) words() string {
	list := []string{n.own()}
	for _, b := range n.blocks {
		list = append(list, b.words())
	}
	for _, k := range n.kids {
		list = append(list, k.words())
	}
	return squeezed(strings.Join(list, " "))
}

// squeezed is text with one space between words.
func squeezed(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ") }
