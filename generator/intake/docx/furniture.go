package docx

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
)

// furniture is the head or foot of pages.
type furniture struct {
	part
	shown bool // there are pages that have it
}

// headsAndFeet finds what sections say of the heads and feet of their pages. Those of a
// first page, and of even pages, are on no page unless the file says that such pages differ.
func (c *container) headsAndFeet(f *file, evenDiffers bool) error {
	sections := sectionsOf(f.body.root)
	firstDiffers := false
	for _, section := range sections {
		firstDiffers = firstDiffers || section.toggle("w:titlePg") == on
	}
	index := map[string]int{}
	for _, section := range sections {
		for _, e := range section.children {
			if e.name != "w:headerReference" && e.name != "w:footerReference" {
				continue
			}
			kind := e.attr("w:type")
			shown := kind != "first" && kind != "even" || kind == "first" && firstDiffers || kind == "even" && evenDiffers
			to := f.body.links[e.attr("r:id")]
			if to.target == "" || to.external {
				return damaged("a section refers to a head or foot that is not there")
			}
			if i, known := index[to.target]; known {
				f.furniture[i].shown = f.furniture[i].shown || shown
				continue
			}
			read, err := c.part(to.target)
			if err != nil {
				return err
			}
			index[to.target] = len(f.furniture)
			f.furniture = append(f.furniture, furniture{read, shown})
		}
	}
	return nil
}

// sectionsOf are the properties of the sections of a document, in order.
func sectionsOf(e *element) []*element {
	var all []*element
	for _, c := range e.children {
		if c.name == "w:sectPr" {
			all = append(all, c)
		} else if c.name != "w:r" {
			all = append(all, sectionsOf(c)...)
		}
	}
	return all
}

// readFurniture sets aside what stands at the head and foot of pages: once, however many of them say it.
func (f *file) readFurniture() {
	first := len(f.out.Aside)
	for _, part := range f.furniture {
		if !part.shown {
			if words := len(strings.Fields(allWords(part.root))); words > 0 {
				f.unseen(manuscript.Hidden, manuscript.Place{}, words)
			}
			continue
		}
		s := &story{file: f, links: part.links, flat: true}
		for _, l := range s.collect(part.root, context{ground: f.ground}) {
			why := manuscript.Furniture
			if l.numbersPages {
				why = manuscript.PageNumber
			}
			f.aside(l.Words(), why, manuscript.Place{})
		}
	}
	all := slices.Clone(f.out.Aside[first:])
	f.out.Aside = f.out.Aside[:first]
	index := map[manuscript.Aside]int{}
	for _, a := range all {
		i, known := index[a]
		if known {
			f.out.Aside[i].Times++
			continue
		}
		index[a] = len(f.out.Aside)
		f.out.Aside = append(f.out.Aside, a)
	}
}
