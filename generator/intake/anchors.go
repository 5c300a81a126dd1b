package intake

import (
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
)

// givenAnchors are the anchors of a file so far, and how often each was wanted. They
// are given as package content gives them; the anchors of paragraphs collide with no other.
type givenAnchors map[string]int

// item is the anchor of an item by its heading.
func (g givenAnchors) item(heading string) string {
	if number := content.NumberOf(heading); number != "" {
		return g.unique("punkt-" + danish.Slug(number))
	}
	title, _, _ := strings.Cut(heading, " v/")
	return g.unique(strings.TrimSuffix("afsnit-"+danish.Slug(title), "-"))
}

// section is the anchor of a section, or of a marked decision, of an item.
func (g givenAnchors) section(item, name string) string {
	return g.unique(item + "-" + danish.Slug(strings.TrimSuffix(name, ":")))
}

func (g givenAnchors) unique(name string) string {
	g[name]++
	if n := g[name]; n > 1 {
		return g.unique(name + "-" + strconv.Itoa(n))
	}
	return name
}

// anchors are those of a file's items, and behind each of its sections'.
func (t *tree) anchors() [][]string {
	given := givenAnchors{}
	decisions := func(item string, blocks []*block) {
		for _, b := range blocks {
			if b.lead != "" {
				given.section(item, strings.TrimLeft(b.mark, ": "))
			}
		}
	}
	var all [][]string
	for _, n := range t.body.kids {
		if !n.isHeading() {
			continue
		}
		item := given.item(n.own())
		list := []string{item}
		if n.unnamed() > 0 {
			list = append(list, item)
		}
		decisions(item, n.blocks)
		for _, s := range n.kids {
			list = append(list, given.section(item, s.own()))
			decisions(item, s.blocks)
		}
		all = append(all, list)
	}
	return all
}
