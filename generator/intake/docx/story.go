package docx

import "referat/generator/intake/manuscript"

// story is one flow of text while it is read: the body, a note, the head of a page.
type story struct {
	file   *file
	links  relations
	body   bool // it is the body, whose paragraphs are counted
	paged  bool // it tells where pages end
	flat   bool // tables are taken apart
	here   manuscript.Place
	fields fields
	para   *paragraph // that is being read; nil between paragraphs
	out    *[]laid
}

// laid is a block with what only counts until the whole story is read.
type laid struct {
	manuscript.Block
	size         int // of its smallest letters, in half points
	bullet       bool
	numbersPages bool
}

// collect is the blocks that stand in e.
func (s *story) collect(e *element, c context) []laid {
	var out []laid
	above := s.out
	s.out = &out
	s.blocks(e, c)
	s.close()
	s.out = above
	return out
}

// blocks reads what stands in e, one below the other.
func (s *story) blocks(e *element, c context) {
	c = s.file.into(e, c)
	for _, child := range e.children {
		switch child.name {
		case "w:p":
			s.paragraph(child, c)
		case "w:tbl":
			s.close()
			s.table(child, c)
		case "w:altChunk", "w:subDoc":
			s.file.unseen(manuscript.Embedded, s.here, 0)
		case "w:body", "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo":
			s.blocks(child, c)
		default:
			s.loose(child, c)
		}
	}
}

func (s *story) paragraph(e *element, c context) {
	c = s.file.into(e, c)
	s.begin()
	s.para.properties, s.para.style = e.child("w:pPr"), c.style
	s.para.gone = c.fate.unseen() || s.file.lettersIn(s.para.properties.child("w:rPr"), c.style).hidden == on
	for _, child := range e.children {
		s.inline(child, c)
	}
	if fate, joined := s.file.joined(e); joined {
		if fate.unseen() {
			s.para.add(span{run: manuscript.Run{Text: "\n"}, fate: fate, at: s.here})
		}
		return
	}
	s.close()
}

// loose reads what stands between paragraphs. Where it has words it is one.
func (s *story) loose(e *element, c context) {
	if isProperties(e.name) || !hasWords(e) {
		return
	}
	s.begin()
	s.inline(e, c)
	s.close()
}

func hasWords(e *element) bool {
	if holdsWords(e.name) {
		return true
	}
	for _, c := range e.children {
		if hasWords(c) {
			return true
		}
	}
	return false
}

// begin starts a paragraph, or goes on in one that is not at its end.
func (s *story) begin() {
	if s.para != nil {
		return
	}
	if s.body {
		s.here.Line++
	}
	s.para = &paragraph{}
}

// close ends the paragraph that is being read. Text boxes anchored in it come after it.
func (s *story) close() {
	p := s.para
	if p == nil {
		return
	}
	s.para = nil
	if l, any := s.lay(p); any {
		*s.out = append(*s.out, l)
	}
	for _, box := range p.boxes {
		around := s.fields
		s.fields = fields{}
		s.blocks(box.content, box.context)
		s.close()
		s.fields = around
	}
}
