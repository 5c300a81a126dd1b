package site

import (
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// checkNames tells of a name that two subjects claim.
func (s *Site) checkNames() {
	owners := map[string]*content.Subject{}
	claim := func(g *content.Subject, name string, pos source.Pos) {
		key := foldText(strings.Join(strings.Fields(name), " "))
		if other := owners[key]; other != nil && other != g {
			s.report(pos, source.AliasConflict, name, string(other.Path))
		}
		owners[key] = g
	}
	for _, g := range s.subjects {
		claim(g, g.Title, g.TitlePos)
	}
	for _, g := range s.subjects {
		for _, a := range g.Aliases {
			claim(g, a.Name, a.Pos)
		}
	}
}
