package office

import (
	"strconv"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// What text of Word inherits beside what becomes of it.
const (
	onGround markup.State = markup.Free << iota // there is, or may be, a colour behind it
	isWhite
	isTiny
)

// style is what a style of Word says of whether its text can be seen.
type style struct {
	basedOn               string
	hidden, white, shaded bool
}

// changes are the elements that keep what has been changed, by whom and when.
var changes = map[string]bool{
	"w:ins": true, "w:del": true, "w:moveFrom": true, "w:moveTo": true, "w:cellIns": true, "w:cellDel": true, "w:cellMerge": true,
	"w:rPrChange": true, "w:pPrChange": true, "w:sectPrChange": true, "w:tblPrChange": true, "w:trPrChange": true, "w:tcPrChange": true,
	"w:tblPrExChange": true, "w:tblGridChange": true, "w:numberingChange": true,
	"w:customXmlInsRangeStart": true, "w:customXmlDelRangeStart": true, "w:customXmlMoveFromRangeStart": true, "w:customXmlMoveToRangeStart": true,
	"w14:conflictIns": true, "w14:conflictDel": true,
}

// openWord looks at an element of Word.
func (p *part) openWord(e *markup.Element) {
	if changes[e.Name] {
		p.file.in.Trace(found.TrackedChanges, p.name)
	}
	switch e.Name {
	case "w:ins", "w:moveTo":
		e.State |= markup.Inserted
	case "w:del", "w:moveFrom":
		e.State |= markup.Deleted
	case "w:comment":
		p.file.in.Trace(found.Comments, p.name)
	case "w15:person":
		p.file.in.Trace(found.People, p.name)
	case "w:docVar":
		p.file.in.Trace(found.CustomProperties, p.name)
	case "w:txbxContent", "v:textbox", "w:background":
		e.State |= onGround
		if e.Name == "w:background" && e.Above != nil {
			e.Above.State |= onGround
		}
	case "w:style":
		p.file.styles[e.Attr("w:styleId")] = style{}
	}
	p.openLook(e)
}

// openLook looks at what an element says of how text looks. It stands in the properties of what it is about, before all text.
func (p *part) openLook(e *markup.Element) {
	if e.Above == nil || e.Above.Above == nil {
		return
	}
	owner := e.Above.Above
	if e.Name == "w:basedOn" {
		id := e.Above.Attr("w:styleId")
		s := p.file.styles[id]
		s.basedOn = e.Attr("w:val")
		p.file.styles[id] = s
		return
	}
	if owner.Name == "w:style" {
		p.openStyle(e, owner.Attr("w:styleId"))
		return
	}
	switch val := e.Attr("w:val"); e.Name {
	case "w:pStyle", "w:rStyle":
		owner.State |= p.file.stateOf(val)
	case "w:tblStyle":
		owner.State |= onGround
	case "w:shd":
		if isGround(e) {
			owner.State |= onGround
		}
	case "w:highlight":
		if val == "black" && owner.Name == "w:r" {
			p.file.in.Trace(found.Covered, p.name)
		}
		owner.State |= onGround
	case "w:vanish", "w:specVanish":
		if owner.Name == "w:r" && isOn(val) {
			owner.State |= markup.Hidden
		} else if owner.Name == "w:r" {
			owner.State &^= markup.Hidden
		}
	case "w:color":
		if owner.Name == "w:r" {
			owner.State = withWhite(owner.State, val)
		}
	case "w:sz":
		if size, err := strconv.Atoi(val); err == nil && size <= 2 && owner.Name == "w:r" {
			owner.State |= isTiny
		}
	}
}

// openStyle notes what a style says.
func (p *part) openStyle(e *markup.Element, id string) {
	s := p.file.styles[id]
	switch val := e.Attr("w:val"); e.Name {
	case "w:vanish", "w:specVanish":
		s.hidden = isOn(val)
	case "w:color":
		s.white = isPaper(val)
	case "w:shd":
		s.shaded = isGround(e)
	}
	p.file.styles[id] = s
}

// stateOf is what a style makes of its text.
func (f *file) stateOf(id string) (state markup.State) {
	const most = 20 // styles based on each other
	for range most {
		s, known := f.styles[id]
		if !known {
			break
		}
		if s.hidden {
			state |= markup.Hidden
		}
		if s.white {
			state |= isWhite
		}
		if s.shaded {
			state |= onGround
		}
		id = s.basedOn
	}
	return state
}

// seeWords reports text that nobody is shown.
func (p *part) seeWords(e *markup.Element, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	unseen := e.State&markup.Hidden != 0 || e.State&isTiny != 0 || e.State&isWhite != 0 && e.State&onGround == 0
	if unseen {
		p.file.in.Trace(found.HiddenText, p.name)
	}
}

// seeInstruction reports a field that fetches something from a disk.
func (p *part) seeInstruction(text string) {
	word, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	switch strings.ToUpper(word) {
	case "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD":
		p.file.in.Trace(found.ExternalLink, p.name)
	}
}

func isOn(val string) bool { return val != "0" && val != "false" && val != "off" }

func withWhite(s markup.State, colour string) markup.State {
	if isPaper(colour) {
		return s | isWhite
	}
	return s &^ isWhite
}

// isPaper tells whether nobody can tell a colour from white.
func isPaper(colour string) bool {
	n, err := strconv.ParseUint(colour, 16, 32)
	const nearly = 0xF9
	return err == nil && len(colour) == 6 && n>>16 >= nearly && n>>8&0xFF >= nearly && n&0xFF >= nearly
}

// isGround tells whether a shading may be another colour than white.
func isGround(shading *markup.Element) bool {
	fill, pattern := shading.Attr("w:fill"), shading.Attr("w:val")
	if pattern != "" && pattern != "clear" && pattern != "nil" {
		return true
	}
	return fill != "" && fill != "auto" && !isPaper(fill)
}
