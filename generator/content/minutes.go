package content

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"referat/generator/danish"
	"referat/generator/plain"
	"referat/generator/source"
)

// Minutes is one meeting: what its front matter says, and its text by items.
type Minutes struct {
	Path      source.Path
	Committee string // id, from the path
	Name      string // last part of the address: "2023-11-07", "2023-11-07-2"
	Dir       source.Path
	Bundle    bool // an index.md with a folder of its own, so files beside it belong to it

	Title     string
	Date      danish.Date
	Start     string // "14.00"
	End       string
	Place     string
	Chair     string
	Secretary string
	Standing
	Life    Life
	Record  Record
	Summary string
	Lang    string // "" is the site's

	TranslationOf Ref
	OldAddresses  []OldAddress
	Participants  []Person
	Agenda        []AgendaItem
	Attachments   []Attachment
	Corrections   []Correction
	Doubts        []ImportDoubt // for staff only: never in a view, nor in any output
	Unbalanced    source.Pos    // where an importer says that its account of words did not balance; else empty

	Preface *Fragment // what stands before the first item
	Items   []Item
	Notes   *Fragment // footnotes
	Anchors Anchors

	Head plain.Digest  // of the bytes of the front matter
	Seal source.Digest // of the record's words (seal.go)

	made   plain.Digest `plain:"-"`
	linked []LinkedText `plain:"-"`
	prose  *Prose       `plain:"-"` // until it is handed over
}

// LinkedText is a text with links and its place among all texts.
type LinkedText struct {
	Place int
	*Fragment
}

// Linked are the texts that have links, which few have.
func (m *Minutes) Linked() []LinkedText { return m.linked }

// Digest stands for all that the minutes were made from: the file's path and
// bytes and the settings' vocabulary.
func (m *Minutes) Digest() plain.Digest { return m.made }

// EachText visits every converted text, in order.
func (m *Minutes) EachText(visit func(*Fragment)) {
	if m.Preface != nil {
		visit(m.Preface)
	}
	for i := range m.Items {
		for _, section := range m.Items[i].Sections {
			for _, p := range section.Parts {
				visit(p.Text)
			}
		}
	}
	if m.Notes != nil {
		visit(m.Notes)
	}
}

// Heading is the words of a heading and the anchor that it has.
type Heading struct{ Words, Anchor string }

// Headings are those of items and sections, by whose words links may also point; none of
// no minutes.
func (m *Minutes) Headings() []Heading {
	if m == nil {
		return nil
	}
	var list []Heading
	for i := range m.Items {
		item := &m.Items[i]
		if !item.Closed {
			list = append(list, Heading{item.words, item.Anchor})
		}
		for _, s := range item.Sections {
			if s.Anchor != "" {
				list = append(list, Heading{s.Name, s.Anchor})
			}
		}
	}
	return list
}

// Life is when a document is public. Nil is no limit.
type Life struct {
	Publish *time.Time // from this instant
	Expires *time.Time // until this instant
}

// Record is what the case system knows the document by.
type Record struct {
	Unit, Officer, Case, Document string
	Date                          danish.Date
}

// Person took part in a meeting or belongs to a committee.
type Person struct {
	Name, Role, Organisation, NominatedBy, Specialty, Note string
	Chair, Absent, Staff                                   bool
}

// AgendaItem is an item as the agenda has it. Its number is text: "0", "2.1".
type AgendaItem struct {
	Number, Title, Kind, Presenter string
	Minutes                        int // expected length; 0 is not stated
	Concerns                       []string
	All                            bool       // concerns every subject
	Closed                         bool       // behind closed doors: its text is not published
	ConcernsPos                    source.Pos // of none: empty
}

// Attachment is a file beside the minutes that their author wants published.
type Attachment struct {
	File, Title, Item string
	Pos               source.Pos
}

func parseMinutes(f *source.File, v *Vocabulary) (*Minutes, []source.Problem) {
	t, c, problems := open(f)
	if t == nil {
		return nil, problems
	}
	m := &Minutes{Path: f.Path, Dir: f.Path.Dir(), Head: t.doc.head}
	m.placeIn(t, v)
	m.readHead(t)
	m.readLists(t, v)
	m.readImport(t)
	t.end()
	m.readBody(c, v)
	m.openDecisions()
	m.Seal = m.sealed()
	m.checkAgenda(c, t)
	m.findSlips(c, t, v)
	return m, t.problems(c)
}

// placeIn takes committee and date from the path, which is the address.
func (m *Minutes) placeIn(t *table, v *Vocabulary) {
	rest := strings.TrimPrefix(string(m.Path), "content/"+v.Folders.Minutes+"/")
	parts := strings.Split(strings.TrimSuffix(rest, ".md"), "/")
	if len(parts) == 3 && parts[2] == "index" {
		m.Bundle = true
		parts = parts[:2]
	}
	date := t.date("date")
	if len(parts) != 2 {
		t.doc.problems = append(t.doc.problems, source.At(source.Pos{Path: m.Path}, source.BadFileName, rest,
			"content/"+v.Folders.Minutes+"/klinisk-anvendelse/2023-11-07.md"))
		return
	}
	m.Committee, m.Name = parts[0], parts[1]
	day, number, _ := strings.Cut(m.Name[min(10, len(m.Name)):], "-")
	var err error
	if m.Date, err = danish.ParseDate(m.Name[:min(10, len(m.Name))]); err != nil || day != "" || m.Date.String() != m.Name[:min(10, len(m.Name))] ||
		number != "" && strings.Trim(number, "0123456789") != "" {
		t.doc.problems = append(t.doc.problems, source.At(source.Pos{Path: m.Path}, source.MinutesName, m.Name))
		return
	}
	if !date.IsZero() && date != m.Date {
		t.report("date", source.PathDisagrees, "date", date.String(), m.Date.String())
	}
	if c := t.text("committee"); c != "" && c != m.Committee {
		t.report("committee", source.PathDisagrees, "committee", c, m.Committee)
	}
}

// Sequence is 2 of a committee's second meeting on the day, and so on; 0 of
// the only or first one.
func (m *Minutes) Sequence() int {
	if !m.TranslationOf.IsZero() {
		return 0
	}
	number, later := strings.CutPrefix(m.Name[min(len("2006-01-02"), len(m.Name)):], "-")
	if !later {
		return 0
	}
	n, _ := strconv.Atoi(number)
	return n
}

func (m *Minutes) readHead(t *table) {
	m.Title = t.required("title", `title = "Møde i …"`)
	m.Start = t.clock("start")
	m.End = t.clock("end")
	if m.Start != "" && m.End != "" && m.End < m.Start {
		t.report("end", source.EndBeforeStart, m.Start, m.End)
	}
	m.Place = t.text("place")
	m.Chair = t.text("chair")
	m.Secretary = t.text("secretary")
	m.readStanding(t)
	m.Life = t.life()
	r := t.table("record")
	m.Record = Record{Unit: r.text("unit"), Officer: r.text("officer"), Case: r.text("case"), Document: r.text("document"), Date: r.date("date")}
	r.end()
	m.Summary = t.text("summary")
	m.Lang = t.lang()
	m.TranslationOf = t.ref("translation_of")
	m.OldAddresses = t.oldAddresses()
}

func (t *table) life() Life {
	l := Life{Publish: t.instant("publish"), Expires: t.instant("expires")}
	if l.Publish != nil && l.Expires != nil && l.Expires.Before(*l.Publish) {
		t.report("expires", source.EndBeforeStart, l.Publish.Format(time.RFC3339), l.Expires.Format(time.RFC3339))
	}
	return l
}

func (m *Minutes) readLists(t *table, v *Vocabulary) {
	participants, agenda := t.tables("participants"), t.tables("agenda")
	m.Participants = slices.Grow(m.Participants, len(participants))
	for _, p := range participants {
		m.Participants = append(m.Participants, p.person())
	}
	numbers := map[string]*table{}
	kinds := v.kindCodes()
	m.Agenda = slices.Grow(m.Agenda, len(agenda))
	for _, a := range agenda {
		item := AgendaItem{
			Number:    a.required("number", `number = "1"`),
			Title:     a.required("title", `title = "…"`),
			Kind:      a.choice("kind", kinds...),
			Presenter: a.text("presenter"),
			Minutes:   a.number("minutes", 0),
			Closed:    a.flag("closed"),
		}
		if item.Concerns, item.All = a.concerns(); item.Concerns != nil {
			item.ConcernsPos = a.pos("concerns")
		}
		if before := numbers[item.Number]; before != nil {
			a.report("number", source.DuplicateItem, item.Number, before.pos("number").Line)
		}
		numbers[item.Number] = a
		a.end()
		m.Agenda = append(m.Agenda, item)
	}
	for _, a := range t.tables("attachments") {
		m.Attachments = append(m.Attachments, Attachment{
			File: a.required("file", `file = "bilag-1.pdf"`), Title: a.required("title", `title = "…"`),
			Item: a.text("item"), Pos: a.pos("file")})
		a.end()
	}
	m.readCorrections(t)
}

func (t *table) person() Person {
	p := Person{
		Name: t.required("name", `name = "…"`), Role: t.text("role"), Organisation: t.text("organisation"),
		NominatedBy: t.text("nominated_by"), Specialty: t.text("specialty"), Note: t.text("note"),
		Chair: t.flag("chair"), Absent: t.flag("absent"), Staff: t.flag("staff"),
	}
	t.end()
	return p
}

// concerns is a list of subjects' ids, or "*" for all of them, which stands in no list.
func (t *table) concerns() (ids []string, all bool) {
	const everySubject = "*"
	if one, isText := t.values["concerns"].value.(string); isText {
		if t.get("concerns"); one != everySubject {
			t.report("concerns", source.BadConcerns, one)
		}
		return nil, one == everySubject
	}
	ids = t.texts("concerns")
	if slices.Contains(ids, everySubject) {
		t.report("concerns", source.BadConcerns, "", `["`+strings.Join(ids, `", "`)+`"]`)
		return nil, false
	}
	return ids, false
}

// checkAgenda compares the items of agenda and text. The record is never
// altered to fit: a difference may stand in the original.
func (m *Minutes) checkAgenda(c *converter, t *table) {
	for _, item := range m.Items {
		if len(m.Agenda) > 0 && item.Number != "" && m.AgendaItem(item.Number) == nil {
			same := ""
			if a := m.sameTitle(item.Title); a != nil {
				same = a.Number
			}
			c.problems = append(c.problems, source.At(item.Pos, source.ItemNotOnAgenda, item.Number, item.Title, same))
		}
	}
	numbers := m.itemNumbers()
	for i, a := range t.tables("attachments") {
		switch n := m.Attachments[i].Item; {
		case n != "" && !m.hasItem(n):
			a.report("item", source.UnknownItem, n, numbers)
		case m.IsClosed(n):
			a.report("item", source.AttachmentClosed, m.Attachments[i].File, n)
		}
	}
	for i, a := range t.tables("corrections") {
		if n := m.Corrections[i].Item; n != "" && !m.hasItem(n) {
			a.report("item", source.UnknownItem, n, numbers)
		}
	}
}

// AgendaItem is the agenda's item with the number, or nil.
func (m *Minutes) AgendaItem(number string) *AgendaItem {
	for i := range m.Agenda {
		if m.Agenda[i].Number == number {
			return &m.Agenda[i]
		}
	}
	return nil
}

// Elsewhere is the item that has the agenda item's title under another number
// that the agenda does not know, or nil: the two are most likely the same.
func (m *Minutes) Elsewhere(a *AgendaItem) *Item {
	for i := range m.Items {
		item := &m.Items[i]
		if strings.EqualFold(item.Title, a.Title) && m.AgendaItem(item.Number) == nil {
			return item
		}
	}
	return nil
}

// Announced is where the page of a planned meeting has an item of its agenda that has no
// text yet: the anchor that it will have in the minutes. It is "" of any other.
func (m *Minutes) Announced(a *AgendaItem) string {
	if m.State != Planned || a.Closed || m.Elsewhere(a) != nil {
		return ""
	}
	if anchor := itemAnchor(a.Number); !m.Anchors.Has(anchor) {
		return anchor
	}
	return ""
}

func itemAnchor(number string) string { return "punkt-" + danish.Slug(number) }

func (m *Minutes) sameTitle(title string) *AgendaItem {
	for i := range m.Agenda {
		if strings.EqualFold(m.Agenda[i].Title, title) {
			return &m.Agenda[i]
		}
	}
	return nil
}

func (m *Minutes) hasItem(number string) bool {
	return m.Item(number) != nil || m.AgendaItem(number) != nil
}

// Item is the text of the item with the number, or nil.
func (m *Minutes) Item(number string) *Item {
	for i := range m.Items {
		if m.Items[i].Number == number {
			return &m.Items[i]
		}
	}
	return nil
}

func (m *Minutes) itemNumbers() string {
	var numbers []string
	for _, a := range m.Agenda {
		numbers = append(numbers, a.Number)
	}
	for _, i := range m.Items {
		if i.Number != "" && m.AgendaItem(i.Number) == nil {
			numbers = append(numbers, i.Number)
		}
	}
	return strings.Join(numbers, ", ")
}
