package site

import (
	"cmp"
	"slices"

	"referat/generator/plain"
	"referat/generator/source"
)

// A site that grows takes over the recipes of other pages also when a meeting has
// another row, mention or decision there, if each still stands where the one before
// stood: then that leaf takes the place of the other in every recipe that holds it.
// What a recipe holds is always the leaf that the extract of a meeting has now.

// grafts are later leaves.
type grafts struct {
	leaves map[plain.Leaf]plain.Leaf // by those whose places they take
	parts  map[*IndexPart]*IndexPart // of the index, once they have the later leaves
	set    bool                      // one has been set since this was last made false
}

func newGrafts() grafts {
	return grafts{map[plain.Leaf]plain.Leaf{}, map[*IndexPart]*IndexPart{}, false}
}

// onlyIndexed tells that the index alone has other leaves.
func (g *grafts) onlyIndexed() bool {
	for was := range g.leaves {
		if _, ok := was.(*indexed); !ok {
			return false
		}
	}
	return true
}

// replace notes a leaf that takes the place of another, if it is not that itself.
func (g *grafts) replace(was, is plain.Leaf) {
	if was != is {
		g.leaves[was] = is
	}
}

// note notes what differs between a meeting's extract and a later one. It is false
// when lists of such leaves would differ in more than that.
func (g *grafts) note(was, is *extract) bool {
	g.replace(was.row, is.row)
	g.replace(was.tiding, is.tiding)
	g.replace(was.event, is.event)
	g.replace(was.indexed, is.indexed)
	g.replace(was.items, is.items)
	return slices.EqualFunc(was.mentions, is.mentions, func(was, is *mentions) bool {
		g.replace(was, is)
		return was.subject == is.subject && len(was.places) == len(is.places)
	}) && slices.EqualFunc(was.decisions, is.decisions, func(was, is decided) bool {
		g.replace(was.shown, is.shown)
		return was.shown != nil && is.shown != nil && slices.Equal(was.concerns, is.concerns)
	})
}

// stock is a recipe that holds leaves of meetings.
type stock interface {
	graft(*grafts) any // the same recipe with the later leaves
}

func (l meetingList) graft(g *grafts) any {
	l.groups = slices.Clone(l.groups)
	for i := range l.groups {
		l.groups[i].rows = onSheaf(g, l.groups[i].rows)
	}
	return l
}

func (p committeePage) graft(g *grafts) any {
	p.coming, p.newest = onSheaf(g, p.coming), onSheaf(g, p.newest)
	return p
}

func (f committeeFile) graft(g *grafts) any {
	f.rows = onSheaf(g, f.rows)
	return f
}

func (p subjectPage) graft(g *grafts) any {
	p.own, p.shared = onList(g, p.own), onList(g, p.shared)
	p.mentions = onSheaf(g, p.mentions)
	return p
}

func (f subjectFile) graft(g *grafts) any {
	f.mentions = onSheaf(g, f.mentions)
	return f
}

func (p subjectPeriod) graft(g *grafts) any {
	p.decisions = onList(g, p.decisions)
	p.mentions = onSheaf(g, p.mentions)
	return p
}

func (l decisionList) graft(g *grafts) any {
	l.groups = slices.Clone(l.groups)
	for i := range l.groups {
		l.groups[i].decisions = onSheaf(g, l.groups[i].decisions)
	}
	return l
}

func (f decisionFile) graft(g *grafts) any {
	f.decisions = onSheaf(g, f.decisions)
	return f
}

func (f IndexFile) graft(g *grafts) any {
	later := g.onPart(f.Part)
	g.set = g.set || later != f.Part
	f.Part = later
	return f
}

func (w IndexWords) graft(g *grafts) any {
	parts := g.onParts(w.Parts)
	g.set = g.set || !slices.Equal(parts, w.Parts)
	return IndexWords{parts}
}

func (g *grafts) onParts(parts []*IndexPart) []*IndexPart {
	later := make([]*IndexPart, len(parts))
	for i, p := range parts {
		later[i] = g.onPart(p)
	}
	return later
}

// onPart gives a part of the index with the later leaves. It is asked for by each file of the part.
func (g *grafts) onPart(p *IndexPart) *IndexPart {
	if later := g.parts[p]; later != nil {
		return later
	}
	before := g.set
	if meetings := onList(g, p.meetings); len(meetings) > 0 && &meetings[0] != &p.meetings[0] {
		g.parts[p] = newIndexPart(meetings)
	} else {
		g.parts[p] = p
	}
	g.set = before
	return g.parts[p]
}

// sameShards tells that parts of the index have as many files with the later leaves.
func (g *grafts) sameShards(parts []*IndexPart) bool {
	for _, p := range parts {
		if g.onPart(p).PartName != p.PartName {
			return false
		}
	}
	return true
}

// onList gives a list with the later leaves; the list stays as it is.
func onList[T leaf](g *grafts, list []T) []T {
	grown := list
	for was, is := range g.leaves {
		was, ours := was.(T)
		if !ours {
			continue
		}
		for i, one := range list {
			if one != was {
				continue
			}
			if &grown[0] == &list[0] {
				grown = slices.Clone(list)
			}
			grown[i], g.set = is.(T), true
		}
	}
	return grown
}

func onSheaf[T leaf](g *grafts, s *sheaf[T]) *sheaf[T] {
	leaves := onList(g, s.leaves)
	if len(leaves) == 0 || &leaves[0] == &s.leaves[0] {
		return s
	}
	return bind(leaves)
}

// graft puts the later leaves into outputs, sorted by path, and into those of them
// that are the subjects'.
func (s *Site) graft(outputs []Output, subjects part) part {
	now := map[*weighed]any{} // by what they were made from before
	for i, o := range outputs {
		w, ok := o.Made.(*weighed)
		if !ok {
			continue
		}
		if r, ok := w.made.(stock); ok {
			s.later.set = false
			made := r.graft(&s.later)
			if s.later.set {
				outputs[i].Made = made
				outputs[i].weigh()
				now[w] = outputs[i].Made
			}
		}
	}
	if s.later.onlyIndexed() {
		return subjects
	}
	home := s.homeAgain()
	if i, found := slices.BinarySearchFunc(outputs, home.Path, func(o Output, path string) int { return cmp.Compare(o.Path, path) }); found {
		outputs[i] = home
	}
	subjects.outputs = slices.Clone(subjects.outputs)
	for i, o := range subjects.outputs {
		if w, ok := o.Made.(*weighed); ok && now[w] != nil {
			subjects.outputs[i].Made = now[w]
		}
	}
	return subjects
}

// homeAgain is the home page, which names items of the newest meeting.
func (s *Site) homeAgain() Output {
	aside := *s // what is found on the way is known
	aside.links, aside.catalogue = newLinker(&aside), catalogue{}
	aside.owners = map[string]source.Path{}
	aside.homePage()
	aside.outputs[0].weigh()
	return aside.outputs[0]
}
