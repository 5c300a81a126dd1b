package docx

import (
	"maps"
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
)

// noteKey is what a note is referred to by.
type noteKey struct{ kind, id string } // "footnote", "endnote"

// note is a footnote or endnote.
type note struct {
	content *element
	links   relations
	number  int // from 1, as the text refers to it; 0 until it does
	at      manuscript.Place
	counted bool // it is not to be seen, since what refers to it is not
}

// comment is what somebody has remarked; only how many words it has is kept.
type comment struct {
	words    int
	referred bool
}

func (f *file) addNotes(kind string, p part) {
	if p.root == nil {
		return
	}
	for _, e := range p.root.children {
		if t := e.attr("w:type"); e.name != "w:"+kind || t != "" && t != "normal" {
			continue // a separator is a line, not a note
		}
		n := &note{content: e, links: p.links}
		f.notes[noteKey{kind, e.attr("w:id")}] = n
		f.noteOrder = append(f.noteOrder, n)
	}
}

func (f *file) addComments(root *element) {
	f.comments = map[string]*comment{}
	if root == nil {
		return
	}
	for _, e := range root.children {
		if e.name == "w:comment" {
			f.comments[e.attr("w:id")] = &comment{words: len(strings.Fields(allWords(e)))}
		}
	}
}

// allWords are the words of an element, whatever becomes of them: to be counted.
func allWords(e *element) string {
	var s strings.Builder
	var walk func(e *element)
	walk = func(e *element) {
		if text, is := leaf(e, context{}); is {
			s.WriteString(text)
		}
		for _, c := range e.children {
			walk(c)
		}
		if e.name == "w:p" {
			s.WriteByte('\n')
		}
	}
	walk(e)
	return s.String()
}

func noteOf(e *element) noteKey {
	return noteKey{strings.TrimSuffix(strings.TrimPrefix(e.name, "w:"), "Reference"), e.attr("w:id")}
}

// refer reads a reference to a note. A note that only unseen text refers to is as unseen as that.
func (s *story) refer(e *element, c context) {
	n := s.file.notes[noteOf(e)]
	if n == nil || s.fields.inCode() {
		return
	}
	fate := max(c.fate, s.fields.fate())
	if fate.unseen() {
		if !n.counted {
			s.para.add(span{run: manuscript.Run{Text: " " + allWords(n.content)}, fate: fate, at: s.here})
		}
		n.counted = true
		return
	}
	if n.number == 0 {
		s.file.referred = append(s.file.referred, n)
		n.number, n.at = len(s.file.referred), s.here
	}
	s.para.add(span{run: manuscript.Run{Note: n.number}, fate: fate, at: s.here})
}

// readNotes reads the notes that the text refers to. What nothing refers to is on no page.
func (f *file) readNotes() {
	for i := 0; i < len(f.referred); i++ {
		n := f.referred[i]
		s := &story{file: f, links: n.links, flat: true, here: n.at}
		text, _ := flatten(s.collect(n.content, context{ground: f.ground}))
		f.out.Notes = append(f.out.Notes, manuscript.Note{Text: text, At: n.at})
	}
	for _, n := range f.noteOrder {
		if words := len(strings.Fields(allWords(n.content))); n.number == 0 && !n.counted && words > 0 {
			f.unseen(manuscript.Hidden, manuscript.Place{}, words)
		}
	}
}

func (s *story) comment(e *element) {
	words := 0
	if c := s.file.comments[e.attr("w:id")]; c != nil {
		words, c.referred = c.words, true
	}
	s.file.unseen(manuscript.Comment, s.here, words)
}

// reportStrayComments reports the comments that no place in the text refers to.
func (f *file) reportStrayComments() {
	for _, id := range slices.Sorted(maps.Keys(f.comments)) {
		if c := f.comments[id]; !c.referred {
			f.unseen(manuscript.Comment, manuscript.Place{}, c.words)
		}
	}
}
