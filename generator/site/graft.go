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

// grafts are leaves by those whose places they take.
type grafts struct {
	rows      map[*row]*row
	tidings   map[*tiding]*tiding
	events    map[*event]*event
	mentions  map[*mentions]*mentions
	decisions map[*decision]*decision
	items     map[*itemRows]*itemRows
	indexed   map[*indexed]*indexed
	parts     map[*IndexPart]*IndexPart // of the index, once they have the later leaves
	set       bool                      // one has been set since this was last made false
}

func newGrafts() grafts {
	return grafts{map[*row]*row{}, map[*tiding]*tiding{}, map[*event]*event{}, map[*mentions]*mentions{}, map[*decision]*decision{}, map[*itemRows]*itemRows{},
		map[*indexed]*indexed{}, map[*IndexPart]*IndexPart{}, false}
}

func (g *grafts) none() bool { return g.onlyIndexed() && len(g.indexed) == 0 }

// onlyIndexed tells that the index alone has other leaves.
func (g *grafts) onlyIndexed() bool {
	return len(g.rows)+len(g.tidings)+len(g.events)+len(g.mentions)+len(g.decisions)+len(g.items) == 0
}

// note notes what differs between a meeting's extract and a later one. It is false
// when lists of such leaves would differ in more than that.
func (g *grafts) note(was, is *extract) bool {
	if was.row != is.row {
		g.rows[was.row] = is.row
	}
	if was.tiding != is.tiding {
		g.tidings[was.tiding] = is.tiding
	}
	if was.event != is.event {
		g.events[was.event] = is.event
	}
	if was.indexed != is.indexed {
		g.indexed[was.indexed] = is.indexed
	}
	if was.items != is.items {
		g.items[was.items] = is.items
	}
	return slices.EqualFunc(was.mentions, is.mentions, func(was, is *mentions) bool {
		if was != is {
			g.mentions[was] = is
		}
		return was.subject == is.subject && len(was.places) == len(is.places)
	}) && slices.EqualFunc(was.decisions, is.decisions, func(was, is decided) bool {
		if was.shown != is.shown {
			g.decisions[was.shown] = is.shown
		}
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
		l.groups[i].rows = onSheaf(g, l.groups[i].rows, g.rows)
	}
	return l
}

func (p committeePage) graft(g *grafts) any {
	p.newest = onSheaf(g, p.newest, g.rows)
	return p
}

func (f committeeFile) graft(g *grafts) any {
	f.rows = onSheaf(g, f.rows, g.rows)
	return f
}

func (p subjectPage) graft(g *grafts) any {
	p.own, p.shared = onList(g, p.own, g.decisions), onList(g, p.shared, g.decisions)
	p.mentions = onSheaf(g, p.mentions, g.mentions)
	return p
}

func (f subjectFile) graft(g *grafts) any {
	f.mentions = onSheaf(g, f.mentions, g.mentions)
	return f
}

func (p subjectPeriod) graft(g *grafts) any {
	p.decisions = onList(g, p.decisions, g.decisions)
	p.mentions = onSheaf(g, p.mentions, g.mentions)
	return p
}

func (l decisionList) graft(g *grafts) any {
	l.groups = slices.Clone(l.groups)
	for i := range l.groups {
		l.groups[i].decisions = onSheaf(g, l.groups[i].decisions, g.decisions)
	}
	return l
}

func (f decisionFile) graft(g *grafts) any {
	f.decisions = onSheaf(g, f.decisions, g.decisions)
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
	if meetings := onList(g, p.meetings, g.indexed); len(meetings) > 0 && &meetings[0] != &p.meetings[0] {
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
func onList[T comparable](g *grafts, list []T, later map[T]T) []T {
	grown := list
	for was, is := range later {
		for i, leaf := range list {
			if leaf != was {
				continue
			}
			if &grown[0] == &list[0] {
				grown = slices.Clone(list)
			}
			grown[i], g.set = is, true
		}
	}
	return grown
}

func onSheaf[T interface {
	plain.Leaf
	comparable
}](g *grafts, s *sheaf[T], later map[T]T) *sheaf[T] {
	leaves := onList(g, s.leaves, later)
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
