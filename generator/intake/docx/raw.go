package docx

import "strings"

// raw is every word of the file that may be imported. It is taken by a plainer way than the manuscript: no
// blocks, lists or tables, only what stands in the file one after the other. So a
// word that the manuscript loses, or has twice, is found by comparing.
func (f *file) raw() string {
	r := &rawText{file: f, seen: map[*note]bool{}}
	r.story(f.body.root)
	for i := 0; i < len(r.notes); i++ {
		r.story(r.notes[i].content)
	}
	for _, part := range f.furniture {
		if part.shown {
			r.story(part.root)
		}
	}
	return r.text.String()
}

type rawText struct {
	file   *file
	text   strings.Builder
	fields fields
	last   fate // of what was written last
	later  []func()
	notes  []*note
	seen   map[*note]bool
}

func (r *rawText) story(root *element) {
	r.fields = fields{}
	r.walk(root, context{ground: r.file.ground})
	r.endLine()
}

func (r *rawText) walk(e *element, c context) {
	if isProperties(e.name) {
		return
	}
	c = r.file.into(e, c)
	if text, is := leaf(e, c); is {
		r.write(text, c.fate)
		return
	}
	switch e.name {
	case "w:instrText":
		r.fields.takesCode(e.text)
	case "w:fldChar":
		r.stand(r.fields.mark(e), c)
	case "w:fldSimple":
		r.fields.simple(e.attr("w:instr"))
		defer func() { r.stand(r.fields.end(), c) }()
	case "w:footnoteReference", "w:endnoteReference":
		if n := r.file.notes[noteOf(e)]; n != nil && !r.seen[n] && !c.fate.unseen() && !r.fields.inCode() {
			r.seen[n] = true
			r.notes = append(r.notes, n)
		}
	case "w:drawing", "w:pict", "w:object", "w:control":
		for _, words := range r.descriptions(e) {
			r.afterLine(c.fate, func() { r.write(words+"\n", c.fate) })
		}
	case "w:txbxContent":
		if !r.fields.inCode() {
			r.afterLine(c.fate, func() { r.box(e, c) })
		}
		return
	}
	before, after := bracket(e)
	r.write(before, c.fate)
	for _, child := range inReadingOrder(e) {
		r.walk(child, c)
	}
	r.write(after, c.fate)
	if e.name == "w:p" {
		if _, joined := r.file.joined(e); !joined {
			r.endLine()
		}
	}
}

func (r *rawText) descriptions(e *element) []string {
	if r.fields.inCode() {
		return nil
	}
	return descriptions(e)
}

func (r *rawText) box(e *element, c context) {
	around := r.fields
	r.fields = fields{}
	for _, child := range e.children {
		r.walk(child, c)
	}
	r.endLine()
	r.fields = around
}

func (r *rawText) write(text string, fate fate) {
	if text == "" || r.fields.takesCode(text) {
		return
	}
	r.fields.showed()
	if fate = max(fate, r.fields.fate()); fate.unseen() {
		return
	}
	if fate != r.last {
		r.text.WriteByte('\n')
		r.last = fate
	}
	r.text.WriteString(text)
}

func (r *rawText) stand(s stand, c context) { r.write(s.text, max(c.fate, s.fate)) }

// afterLine keeps what is anchored in a line until the line is at its end.
func (r *rawText) afterLine(fate fate, write func()) {
	if !fate.unseen() {
		r.later = append(r.later, write)
	}
}

func (r *rawText) endLine() {
	r.text.WriteByte('\n')
	later := r.later
	r.later = nil
	for _, write := range later {
		write()
	}
}
