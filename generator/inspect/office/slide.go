package office

import (
	"path"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// openSlide looks at an element of PowerPoint.
func (p *part) openSlide(e *markup.Element) {
	switch e.Name {
	case "p:sld":
		if isFalse(e.Attr("show")) {
			p.file.in.Trace(found.HiddenSlide, p.name)
		}
	case "p:cm", "p188:cm":
		p.file.in.Trace(found.Comments, p.name)
	case "p:cmAuthor", "p188:author":
		p.file.in.Trace(found.People, p.name)
	case "pc:chgData":
		p.file.in.Trace(found.TrackedChanges, p.name)
	}
}

// openObject reports a shape that is in the file and not on the page.
func (p *part) openObject(e *markup.Element) {
	if hidden := e.Attr("hidden"); hidden != "" && !isFalse(hidden) {
		p.file.in.Trace(found.HiddenObject, p.name)
	}
}

// seeNotes reports what a speaker means to say to a slide; its number is not that.
func (p *part) seeNotes(e *markup.Element, text string) {
	if isNotes(p.name) && strings.TrimSpace(text) != "" && !e.Within("a:fld") {
		p.file.in.Trace(found.SpeakerNotes, p.name)
	}
}

// isNotes tells whether a part is what a speaker says to a slide.
func isNotes(name string) bool {
	return strings.HasPrefix(strings.ToLower(path.Base(name)), "notesslide") && strings.HasSuffix(name, ".xml")
}

func isFalse(value string) bool { return value == "0" || value == "false" || value == "off" }
