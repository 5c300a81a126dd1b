package intake

import (
	"strings"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
)

// File is a content file.
type File struct {
	Text   string
	Doubts []Doubt // with the line of Text that each is about
}

// fence stands above and below the front matter.
const fence = "+++"

// Write gives the content file of a draft as staff would write it: the facts in the order of
// the reference of package content, then the text. No word is changed; what Markdown
// would misread is escaped, and nothing else. Whatever the document says of the meeting, the file is
// a draft until a person says otherwise. The words of the doubts are in the
// language named.
func Write(d *Draft, doc *manuscript.Document, from Origin, lang string) *File {
	body := newBodyWriter(d.Notes)
	body.write(d)
	all := *d
	all.Kept = append(append([]Kept(nil), d.Kept...), body.left()...)
	all.Doubts = append(append([]Doubt(nil), d.Doubts...), body.doubts...)
	find := finder{draft: &all, body: body, taken: map[spot]bool{}}
	spots := make([]spot, len(all.Doubts))
	for i := range all.Doubts {
		spots[i] = find.spot(all.Doubts[i])
	}

	head := headWriter{draft: &all}
	head.add(fence)
	head.write()
	head.imported(doc, from)
	for i, doubt := range all.Doubts {
		head.doubt(doubt, spots[i], placesIn(lang, from), body.anchors)
	}
	head.add(fence)
	head.add("")
	f := &File{Text: strings.Join(append(head.lines, body.lines...), "\n") + "\n"}
	for i, doubt := range all.Doubts {
		doubt.Pos.Line = head.lineOf(doubt.Target, spots[i])
		f.Doubts = append(f.Doubts, doubt)
	}
	return f
}

// headWriter writes the front matter of a draft and remembers where things stand.
type headWriter struct {
	frontMatter
	draft        *Draft
	keys         map[string]int // line of each key of the head
	participants []int
	agenda       []int
}

func (w *headWriter) write() {
	h, r := &w.draft.Head, &w.draft.Record
	w.keys = map[string]int{}
	w.at("title").plain("title", quoted(h.Title))
	if date := w.at("date"); !h.Date.IsZero() {
		date.plain("date", h.Date.String())
	}
	w.at("start").text("start", h.Start)
	w.at("end").text("end", h.End)
	w.at("place").text("place", h.Place)
	w.at("chair").text("chair", h.Chair)
	w.at("secretary").text("secretary", h.Secretary)
	w.at("state").text("state", string(content.Draft))
	if *r != (content.Record{}) {
		w.table("record")
		w.at("unit").text("unit", r.Unit)
		w.at("officer").text("officer", r.Officer)
		w.at("case").text("case", r.Case)
		w.at("document").text("document", r.Document)
		if !r.Date.IsZero() {
			w.at("record.date").plain("date", r.Date.String())
		}
	}
	for _, a := range w.draft.Agenda {
		w.item(a)
	}
	for _, p := range w.draft.Participants {
		w.person(p)
	}
}

// at remembers the line that a key is about to stand on. A key without value has the line
// of the one after it, where staff would write it.
func (w *headWriter) at(key string) *frontMatter {
	w.keys[key] = w.line()
	return &w.frontMatter
}

func (w *headWriter) item(a content.AgendaItem) {
	w.table("[agenda]")
	w.agenda = append(w.agenda, w.line()-1)
	w.plain("number", quoted(a.Number))
	w.number("minutes", a.Minutes)
	w.plain("title", quoted(a.Title))
	w.text("kind", a.Kind)
	w.text("presenter", a.Presenter)
	w.flag("closed", a.Closed)
}

func (w *headWriter) person(p content.Person) {
	w.table("[participants]")
	w.participants = append(w.participants, w.line()-1)
	w.plain("name", quoted(p.Name))
	w.text("role", p.Role)
	w.text("organisation", p.Organisation)
	w.text("nominated_by", p.NominatedBy)
	w.text("specialty", p.Specialty)
	w.text("note", p.Note)
	w.flag("chair", p.Chair)
	w.flag("absent", p.Absent)
	w.flag("staff", p.Staff)
}
