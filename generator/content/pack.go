package content

// pack moves what was gathered bit by bit into few pieces of memory, none larger than
// need be. Minutes are kept for as long as the program runs, and there are many.
func (m *Minutes) pack() {
	sections, parts, texts := 0, 0, 0
	for i := range m.Items {
		sections += len(m.Items[i].Sections)
		for j := range m.Items[i].Sections {
			parts += len(m.Items[i].Sections[j].Parts)
		}
	}
	m.EachText(func(*Fragment) { texts++ })
	p := packer{make([]Section, 0, sections), make([]Part, 0, parts), make([]Fragment, 0, texts)}
	m.Preface, m.Notes = p.text(m.Preface), p.text(m.Notes)
	m.Items = exact(m.Items)
	m.Participants, m.Agenda = exact(m.Participants), exact(m.Agenda)
	for i := range m.Items {
		m.Items[i].Sections = moved(&p.sections, m.Items[i].Sections)
		for j := range m.Items[i].Sections {
			s := &m.Items[i].Sections[j]
			s.Parts = moved(&p.parts, s.Parts)
			for k := range s.Parts {
				s.Parts[k].Text = p.text(s.Parts[k].Text)
			}
		}
	}
}

// pack does the same to the facts of a text.
func (p *Prose) pack() {
	p.Capitals, p.Figures = exact(p.Capitals), exact(p.Figures)
	p.Totals, p.Listed = exact(p.Totals), exact(p.Listed)
}

// packer is the memory that is moved into.
type packer struct {
	sections []Section
	parts    []Part
	texts    []Fragment
}

func (p *packer) text(f *Fragment) *Fragment {
	if f == nil {
		return nil
	}
	p.texts = append(p.texts, *f)
	return &p.texts[len(p.texts)-1]
}

// moved is a list that now stands behind what was moved before.
func moved[T any](to *[]T, list []T) []T {
	if list == nil {
		return nil
	}
	from := len(*to)
	*to = append(*to, list...)
	return (*to)[from:len(*to):len(*to)]
}

// exact is a list that takes no more memory than it needs.
func exact[T any](list []T) []T {
	if len(list) == cap(list) {
		return list
	}
	return append(make([]T, 0, len(list)), list...)
}
