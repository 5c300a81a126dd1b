package site

import (
	"slices"

	"referat/generator/content"
)

// coming parts a list into planned meetings that are still to be held, the first of
// them first, and all others. A meeting is to be held until its day is over.
func (s *Site) coming(list []*meeting) (coming, others []*meeting) {
	ahead := func(m *meeting) bool { return m.State == content.Planned && !s.clock.over(m.Date) }
	if !slices.ContainsFunc(list, ahead) {
		return nil, list
	}
	for _, m := range list {
		if ahead(m) {
			coming = append(coming, m)
		} else {
			others = append(others, m)
		}
	}
	slices.Reverse(coming)
	return coming, others
}
