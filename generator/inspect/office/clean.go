package office

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"referat/generator/inspect/markup"
	"referat/generator/pack"
)

// Inner cleans a file within another.
type Inner func(data []byte) []byte

// Clean is a file of Word, Excel or PowerPoint without what programs have written into it of who worked on it: properties, comments,
// lists of people, printers, folders, numbers of who typed what. What an author wrote stays. Files within it are
// cleaned by inner.
func Clean(p *pack.Pack, inner Inner) ([]byte, error) {
	c := &cleaning{pack: p, types: contentTypes(p), inner: inner, dropped: map[string]bool{}, relations: map[string]map[string]bool{}}
	names := p.Names()
	for _, name := range names {
		if c.isDropped(name) {
			c.dropped[pack.Key(name)] = true
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return order(a) - order(b) })
	cleaned := map[string][]byte{}
	for _, name := range names {
		if c.dropped[pack.Key(name)] || c.dropped[ownerOf(name)] {
			continue
		}
		data, err := c.part(name)
		if err != nil {
			return nil, err
		}
		cleaned[name] = data
	}
	var parts []pack.Part
	for _, name := range p.Names() {
		if data, is := cleaned[name]; is {
			parts = append(parts, pack.Part{Name: name, Data: data, Stored: p.Stored(name)})
		}
	}
	return pack.Write(parts)
}

// cleaning is a file while it is cleaned.
type cleaning struct {
	pack      *pack.Pack
	types     types
	inner     Inner
	dropped   map[string]bool            // parts that are left out
	relations map[string]map[string]bool // by part: the ids of its relations to these
}

// order is which parts come first: relations, since they say which ids lead nowhere any more.
func order(name string) int {
	if strings.HasSuffix(name, ".rels") {
		return 0
	}
	return 1
}

// left are the kinds of parts that are left out, as their types end.
var left = []string{
	".comments+xml", ".commentsExtended+xml", ".commentsIds+xml", ".commentsExtensible+xml", ".people+xml", ".threadedcomments+xml", ".person+xml",
	".commentAuthors+xml", ".authors+xml", ".changesinfo+xml", ".revisioninfo+xml", ".custom-properties+xml", ".printerSettings",
}

func (c *cleaning) isDropped(name string) bool {
	kind := c.types.of(name)
	if strings.HasSuffix(pack.Key(name), ".vml") {
		data, err := c.pack.Read(name)
		return err == nil && isNotesOnly(data)
	}
	return slices.ContainsFunc(left, func(end string) bool { return strings.HasSuffix(kind, end) }) ||
		strings.HasPrefix(pack.Key(name), "docprops/thumbnail.")
}

// isNotesOnly tells whether a drawing holds the frames of comments in cells and nothing else.
func isNotesOnly(drawing []byte) bool {
	all := bytes.Count(drawing, []byte("ObjectType="))
	return all > 0 && bytes.Count(drawing, []byte(`ObjectType="Note"`)) == all
}

// part is a part without what is to be cut out of it.
func (c *cleaning) part(name string) ([]byte, error) {
	data, err := c.pack.Read(name)
	if err != nil {
		return nil, err
	}
	if !isMarkup(name, c.types.of(name)) || !begins(data) {
		return c.inner(data), nil
	}
	if strings.HasSuffix(pack.Key(name), ".vml") {
		return data, nil // as old as it is, it need not be XML, and holds shapes only
	}
	p := &cut{cleaning: c, name: name}
	cleaned, err := markup.Cut(data, &markup.Cuts{Prefixes: prefixes, Open: p.open, Attr: p.attr})
	if err != nil {
		return nil, fmt.Errorf("clean %q: %w", name, err)
	}
	return cleaned, nil
}

// cut is a part while it is cut.
type cut struct {
	*cleaning
	name string
}

// open tells what becomes of an element.
func (p *cut) open(e *markup.Element) {
	if _, is := properties[e.Name]; is && e.Name != "dc:title" {
		e.Empty = true
	}
	switch e.Name {
	case "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:rsids", "w:docVars", "w:attachedTemplate", "x15ac:absPath", "x:fileSharing":
		e.Drop = true
	case "p188:commentRel":
		if e.Above != nil {
			e.Above.Drop = true
		}
	case "x:legacyDrawing":
		e.Drop = p.relations[pack.Key(p.name)][e.Attr("r:id")]
	case "rel:Relationship":
		p.openRelation(e)
	case "ct:Override":
		e.Drop = p.dropped[pack.Key(e.Attr("PartName"))]
	}
}

// openRelation drops relations to what is left out, and remembers their ids.
func (p *cut) openRelation(e *markup.Element) {
	owner := ownerOf(p.name)
	template := path.Base(e.Attr("Type")) == "attachedTemplate"
	gone := e.Attr("TargetMode") != "External" && p.dropped[pack.Key(path.Join("/", path.Dir(owner), e.Attr("Target")))]
	if strings.HasPrefix(e.Attr("Target"), "/") {
		gone = e.Attr("TargetMode") != "External" && p.dropped[pack.Key(e.Attr("Target"))]
	}
	if !template && !gone {
		return
	}
	e.Drop = true
	if p.relations[owner] == nil {
		p.relations[owner] = map[string]bool{}
	}
	p.relations[owner][e.Attr("Id")] = true
}

// attr tells whether an attribute is cut: who typed what, and what leads to a part that is left out.
func (p *cut) attr(_ *markup.Element, a markup.Attr) bool {
	return strings.HasPrefix(a.Name, "w:rsid") || a.Name == "r:id" && p.relations[pack.Key(p.name)][a.Value]
}

// ownerOf is the part whose relations a part holds; "" of those of the whole file, and of other parts themselves.
func ownerOf(name string) string {
	folder, base := path.Split(pack.Key(name))
	if !strings.HasSuffix(folder, "_rels/") {
		return "-"
	}
	return strings.TrimSuffix(folder, "_rels/") + strings.TrimSuffix(base, ".rels")
}
