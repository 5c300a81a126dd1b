package site

import (
	"referat/generator/content"
	"referat/generator/source"
)

// step is a dated step of a subject, or of all, and its place on the subject's page.
type step struct {
	content.Milestone
	on     days
	all    bool
	anchor string
}

// told tells that feeds and the list of what is new tell of the step.
func (t *step) told() bool { return t.Done && !t.on.updated.IsZero() }

// steps are a subject's own steps and those of all subjects. What names a step names its
// place for good.
func (s *Site) steps(g *content.Subject) []step {
	list := append(s.stepsIn(g.Path, g.Milestones), s.sharedSteps()...)
	taken := map[string]int{}
	for i := range list {
		t := &list[i]
		t.anchor = content.Unused("forloeb-"+t.Name(), taken)
	}
	return list
}

// sharedSteps are those of all subjects.
func (s *Site) sharedSteps() []step {
	if s.docs.Shared == nil {
		return nil
	}
	list := s.stepsIn(s.docs.Shared.Path, s.shared)
	for i := range list {
		list[i].all = true
	}
	return list
}

// stepsIn are the steps of a document, with the days that the record has of them.
func (s *Site) stepsIn(p source.Path, milestones []content.Milestone) []step {
	list := make([]step, len(milestones))
	taken := map[string]int{}
	for i, m := range milestones {
		list[i] = step{Milestone: m, on: s.entryDays(p, content.Unused(m.Name(), taken), m.Date)}
	}
	return list
}
