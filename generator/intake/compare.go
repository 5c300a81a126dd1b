package intake

import "referat/generator/source"

// compareAgenda tells where the agenda and the items disagree. Neither is altered.
func (a *analysis) compareAgenda() {
	if len(a.draft.Items) == 0 {
		if len(a.draft.Agenda) == 0 || !a.draft.Head.Cancelled {
			a.doubt(doubtAt{target: Target{Part: InPreface}}, source.DoubtNoItems)
		}
		return
	}
	a.itemsInOrder()
	if len(a.agenda.entries) == 0 {
		return // what stands on it comes from the items
	}
	met := make([]bool, len(a.draft.Agenda))
	for i := range a.draft.Items {
		item := &a.draft.Items[i]
		title := a.bareTitle(a.starts[i].title)
		byNumber, byTitle := -1, -1
		for j := range a.draft.Agenda {
			if a.draft.Agenda[j].Number == item.Number {
				byNumber = j
			}
			if title != "" && alike(a.draft.Agenda[j].Title, title) && (byTitle < 0 || j == byNumber) {
				byTitle = j
			}
		}
		at := doubtAt{item.At, Target{Part: InItem, Index: i}}
		switch {
		case byNumber >= 0 && (byTitle == byNumber || title == ""):
			met[byNumber] = true
		case byTitle >= 0:
			met[byTitle] = true
			if item.Number != "" {
				a.doubt(at, source.DoubtNumber, item.Heading, a.draft.Agenda[byTitle].Number)
			}
		case byNumber >= 0:
			met[byNumber] = true
			a.doubt(at, source.DoubtTitle, item.Heading, a.draft.Agenda[byNumber].Title)
		default:
			a.doubt(at, source.DoubtNotOnAgenda, item.Heading)
		}
	}
	a.agendaWithoutItem(met)
}

// agendaWithoutItem tells of agenda items that the text does not have.
func (a *analysis) agendaWithoutItem(met []bool) {
	for j := range a.draft.Agenda {
		item := &a.draft.Agenda[j]
		if !met[j] && !item.Closed {
			a.doubt(doubtAt{a.lines[a.agenda.entries[j].line].at, Target{Part: InAgenda, Index: j}}, source.DoubtNoItem, item.Number, item.Title)
		}
	}
}

// itemsInOrder tells of items whose numbers do not rise, and of a number that comes twice.
func (a *analysis) itemsInOrder() {
	seen := map[string]bool{}
	for i := range a.starts {
		s := &a.starts[i]
		if s.number == "" {
			continue
		}
		at := doubtAt{a.lines[s.line].at, Target{Part: InItem, Index: i}}
		if seen[s.number] {
			a.doubt(at, source.DoubtItemTwice, s.number)
		} else if i > 0 && a.starts[i-1].number != "" && !s.after(&a.starts[i-1].numbered) {
			a.doubt(at, source.DoubtOrder, s.number, a.starts[i-1].number)
		}
		seen[s.number] = true
	}
}
