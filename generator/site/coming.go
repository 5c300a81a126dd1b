package site

import (
	"slices"

	"referat/generator/content"
)

// coming parts a list into meetings that are still to come, the first of them first,
// and all others. A planned meeting comes until its day is over, and until then readers
// are told of one that is cancelled: they may have it in mind.
func (s *Site) coming(list []*meeting) (coming, others []*meeting) {
	ahead := func(m *meeting) bool {
		return (m.State == content.Planned || m.State == content.Cancelled) && !s.clock.over(m.Date)
	}
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
