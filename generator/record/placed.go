package record

import (
	"slices"

	"referat/generator/content"
	"referat/generator/source"
)

// This file keeps every correction at the place where readers have found it. Minutes
// alone cannot tell it: of two corrections of a day the file says which stands first, but
// not which was published first.

// Placed are the corrections of minutes that all may read, each with the anchor that it was
// published with, wherever in the list later ones are written.
func (all Entries) Placed(m *content.Minutes) []content.Correction {
	list := m.PublicCorrections()
	if len(list) == 0 {
		return nil // as nearly all minutes
	}
	published := all.inMinutes(m.Path)
	if len(published) == 0 {
		return list
	}
	taken := map[string]bool{}
	place := func(c *content.Correction, fits func(anchor string) bool) bool {
		for _, other := range m.Corrections {
			if anchor := other.Anchor; other.Date == c.Date && !taken[anchor] && fits(anchor) {
				c.Anchor, taken[anchor] = anchor, true
				return true
			}
		}
		return false
	}
	var later []*content.Correction
	for i := range list {
		c := &list[i]
		seal := c.Entry().Seal
		if !place(c, func(anchor string) bool {
			return slices.ContainsFunc(published, func(e Entry) bool { return e.Name == anchor && e.Seal == seal })
		}) {
			later = append(later, c)
		}
	}
	for _, c := range later {
		unpublished := func(anchor string) bool {
			return !slices.ContainsFunc(published, func(e Entry) bool { return e.Name == anchor })
		}
		if !place(c, unpublished) { // a draft's, which has other words now
			place(c, func(string) bool { return true })
		}
	}
	return list
}

// inMinutes are the lines of all corrections of minutes, also of those that got a folder of
// their own since.
func (all Entries) inMinutes(p source.Path) Entries {
	if lines := all.ofDocument(p); len(lines) > 0 {
		return lines
	}
	return all.ofDocument(twin(p))
}
