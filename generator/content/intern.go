package content

import (
	"hash/maphash"
	"sync"
)

// names keeps one copy of strings that stand in many files: the same people meet
// again and again, and items and sections are named alike in all minutes.
type names struct {
	seed    maphash.Seed
	shelves [64]struct {
		mu   sync.Mutex
		kept map[string]string
	}
}

func newNames() *names { return &names{seed: maphash.MakeSeed()} }

// one makes each string the copy that is kept of it.
func (n *names) one(strings ...*string) {
	for _, s := range strings {
		if *s == "" {
			continue
		}
		shelf := &n.shelves[maphash.String(n.seed, *s)%uint64(len(n.shelves))]
		shelf.mu.Lock()
		if kept, ok := shelf.kept[*s]; ok {
			*s = kept
		} else {
			if shelf.kept == nil {
				shelf.kept = map[string]string{}
			}
			shelf.kept[*s] = *s
		}
		shelf.mu.Unlock()
	}
}

// share lets minutes share strings with others.
func (m *Minutes) share(n *names) {
	n.one(&m.Title, &m.Start, &m.End, &m.Place, &m.Chair, &m.Secretary, &m.Record.Unit, &m.Record.Officer)
	for i := range m.Participants {
		p := &m.Participants[i]
		n.one(&p.Name, &p.Role, &p.Organisation, &p.NominatedBy, &p.Specialty, &p.Note)
	}
	for i := range m.Agenda {
		a := &m.Agenda[i]
		n.one(&a.Number, &a.Title, &a.Kind, &a.Presenter)
	}
	for i := range m.Items {
		item := &m.Items[i]
		n.one(&item.Anchor, &item.Label, &item.Number, &item.Title, &item.Kind, &item.Presenter, &item.words)
		for j := range item.Sections {
			section := &item.Sections[j]
			n.one(&section.Anchor, &section.Name)
			for k := range section.Parts {
				n.one(&section.Parts[k].Anchor)
			}
		}
	}
}

// share lets the facts of a text share strings with those of others.
func (p *Prose) share(n *names) {
	for i := range p.Capitals {
		n.one(&p.Capitals[i].Word)
	}
	for i := range p.Figures {
		f := &p.Figures[i]
		n.one(&f.Of, &f.Date.Words)
	}
	for i := range p.Totals {
		n.one(&p.Totals[i].Words)
	}
	for i := range p.Listed {
		n.one(&p.Listed[i].Name, &p.Listed[i].Column)
	}
}
