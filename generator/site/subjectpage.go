package site

import (
	"cmp"
	"slices"
	"strconv"

	"referat/generator/chart"
	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
)

// subjectPages are the status of all subjects and a page for each.
func (s *Site) subjectPages() {
	address := "/" + s.Subjects.Folder + "/"
	list := s.subjectsView(address)
	s.putPage("subjects", address, list.Lang, list, "")
	top := Link{Text: s.Subjects.Title, Href: s.href(address)}
	decisions, mentions := s.readDecisions(), s.mentions()
	ofAll := history{decisions: decisions[data.AllSubjects]}
	sharedYears := s.earlier(nil, ofAll, nil, top).Decisions
	newest := newestOf(s.minutes)
	for _, g := range s.subjects {
		v, h := s.subjectView(g, top), history{decisions[g.ID], mentions[g.ID]}
		v.Earlier = s.earlier(g, h, sharedYears, top)
		shown := h.newest()
		p := subjectPage{v, s.frame, s.subjectAddress(g.ID), shown.decisions, ofAll.newest().decisions, tie(&s.memory.subjects, g.ID+" newest", shown.mentions)}
		s.putPage("subject", p.address, v.Lang, p, g.Path)
		s.put(s.feedOutput(p.address, s.subjectFeed(g, decisions[g.ID], decisions[data.AllSubjects], mentions[g.ID], newest), g.Path))
		s.putJSON(p.address, subjectFile{s.subjectData(g), s.frame, tie(&s.memory.subjects, g.ID, mentions[g.ID])}, g.Path)
	}
}

func (s *Site) subjectsView(address string) SubjectsView {
	st := s.Subjects
	v := SubjectsView{Page: s.page(address, st.Title), Lead: st.Lead, Summary: s.subjectsSummary(),
		Source: s.cite(st.PlanSource), Reports: s.reports()}
	v.Description = st.Lead
	for i, g := range s.subjects {
		row := SubjectRow{Name: g.Title, Href: s.href(s.subjectAddress(g.ID)), Status: s.status(g), Period: g.Evaluation.Period.Words,
			Years: years(g.Evaluation), Report: g.Report.Due.Spoken(), Joint: s.joint(g)}
		if i > 0 {
			before := s.subjects[i-1]
			row.NewBlock = before.Evaluation.Period != g.Evaluation.Period || before.Report.Due != g.Report.Due
		}
		if v.Inferred == "" {
			v.Inferred = g.Evaluation.Inferred
		}
		v.Rows = append(v.Rows, row)
	}
	v.Statuses = s.statuses(v.Rows)
	v.Timeline = s.timeline()
	return v
}

// statuses counts the statuses that subjects have: those that are done, the latest
// stage first, then what is planned. One that all have is no choice.
func (s *Site) statuses(rows []SubjectRow) []StatusCount {
	var list []StatusCount
	for _, row := range rows {
		now := row.Status
		i := slices.IndexFunc(list, func(c StatusCount) bool {
			return c.Status.Title == now.Title && c.Status.Done == now.Done && (now.Done || (c.Status.Words == "") == (now.Words == ""))
		})
		if i < 0 {
			i = len(list)
			list = append(list, StatusCount{Status: now})
		}
		list[i].Count++
	}
	if len(list) < 2 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b StatusCount) int { return cmp.Compare(s.stagePlace(b.Status), s.stagePlace(a.Status)) })
	return list
}

// stagePlace is how far a status is: 0 of what is only planned, less of no plan.
func (s *Site) stagePlace(v StatusView) int {
	switch {
	case !v.Done && v.Words == "":
		return -1
	case !v.Done:
		return 0
	}
	return 1 + slices.IndexFunc(s.Stages, func(stage content.Stage) bool { return stage.Title == v.Title })
}

func (s *Site) subjectsSummary() SubjectsSummary {
	v := SubjectsSummary{Title: s.Subjects.Title, Many: s.Subjects.Many, Total: len(s.subjects), Report: s.Subjects.Report,
		Href: s.href("/" + s.Subjects.Folder + "/")}
	for _, g := range s.subjects {
		switch status := s.status(g); {
		case status.Done:
			v.Done++
		case status.Words != "":
			v.Planned++
		}
	}
	return v
}

// reports counts the planned reports, a joint one once.
func (s *Site) reports() int {
	n := 0
	for _, g := range s.subjects {
		first := g.Report.Due.Words != ""
		for _, id := range g.Report.JointWith {
			first = first && g.ID < id
		}
		if first {
			n++
		}
	}
	return n
}

// years are the inferred years of a period: "2023", "2023-2024".
func years(e content.Evaluation) string {
	switch {
	case e.From == 0:
		return ""
	case e.To == e.From:
		return strconv.Itoa(e.From)
	}
	return strconv.Itoa(e.From) + "-" + strconv.Itoa(e.To)
}

func (s *Site) joint(g *content.Subject) []Link {
	var links []Link
	for _, id := range g.Report.JointWith {
		if other := s.subject(id); other != nil {
			links = append(links, Link{Text: other.Title, Href: s.href(s.subjectAddress(other.ID))})
		}
	}
	return links
}

// status is the latest step of the report that is done; without one, the plan, if
// there is any.
func (s *Site) status(g *content.Subject) StatusView {
	var latest *content.Milestone
	for i := range g.Milestones {
		m := &g.Milestones[i]
		if m.Stage != "" && m.Done && (latest == nil || !asOf(m.Date).Before(asOf(latest.Date))) {
			latest = m
		}
	}
	if latest != nil {
		return StatusView{Title: latest.Title, Words: latest.Date.Spoken(), Done: true, Source: s.cite(latest.Source)}
	}
	if g.Report.Due.Words == "" {
		return StatusView{}
	}
	return StatusView{Title: s.Subjects.Report, Words: g.Report.Due.Spoken(), Passed: s.passed(g.Report.Due), Source: s.cite(g.Report.Source)}
}

// asOf puts a time into an order: by its end, so that "medio 2024" comes after
// all that can lie before it.
func asOf(p danish.Partial) danish.Date { return p.AsOf() }

// passed tells that the last day of a time lies behind us.
func (s *Site) passed(p danish.Partial) bool {
	return !p.To.IsZero() && !p.NoYear && s.clock.over(p.To)
}

func (s *Site) timeline() chart.Timeline {
	t := chart.Timeline{ID: s.Subjects.Folder}
	for i, g := range s.subjects {
		p, due := g.Evaluation.Period, g.Report.Due
		if p.Words == "" || p.Start.NoYear || p.Start.From.IsZero() || p.End.To.IsZero() || due.From.IsZero() || due.To.IsZero() {
			continue
		}
		row := chart.Row{Name: g.Title, StartFrom: p.Start.From, StartTo: p.Start.To, EndFrom: p.End.From, EndTo: p.End.To,
			ReportFrom: due.From, ReportTo: due.To}
		if i > 0 {
			before := s.subjects[i-1]
			row.NewBlock = before.Evaluation.Period != p || before.Report.Due != due
		}
		if i+1 < len(s.subjects) {
			row.JoinedWithNext = slices.Contains(g.Report.JointWith, s.subjects[i+1].ID)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (s *Site) subjectView(g *content.Subject, top Link) SubjectView {
	address := s.subjectAddress(g.ID)
	v := SubjectView{
		Page: s.page(address, g.Title, top), Heading: g.Title, Kind: s.Subjects.One, Status: s.status(g),
		Period: g.Evaluation.Period.Words, Years: years(g.Evaluation), Inferred: g.Evaluation.Inferred, PlanSource: s.cite(g.Evaluation.Source),
		Report: g.Report.Due.Spoken(), Joint: s.joint(g), Family: g.Family, FamilyNote: g.FamilyNote,
		Text: headed(s.ownText(g.Text, g.Path, address), g.Title), Milestones: s.milestones(g), Total: len(s.subjects), Many: s.Subjects.Many, Tables: s.tablesOf(g.ID), Follow: s.followSubject(g.ID, g.Title),
	}
	v.JSON = s.href(address + "index.json")
	for _, a := range g.Aliases {
		v.Names = append(v.Names, NameView{Name: a.Name, Lang: a.Lang, Date: a.Date.Spoken(), Source: s.cite(a.Source)})
	}
	for _, l := range g.Links {
		v.Links = append(v.Links, Link{Text: l.Title, Href: l.URL})
	}
	return v
}

// milestones are a subject's own steps, those of all subjects, its evaluation
// and, while no report is there, the plan of one; in order of time.
func (s *Site) milestones(g *content.Subject) []MilestoneView {
	type dated struct {
		at   danish.Date
		view MilestoneView
	}
	var list []dated
	for _, m := range s.steps(g) {
		all := ""
		if m.all {
			all = s.Subjects.Many
		}
		list = append(list, dated{asOf(m.Date), MilestoneView{Anchor: m.anchor, Words: m.Date.Spoken(), Title: m.Title, Done: m.Done,
			Passed: !m.Done && s.passed(m.Date), All: all, Source: s.cite(m.Source), Note: m.Note}})
	}
	if e := g.Evaluation; e.Period.Words != "" {
		list = append(list, dated{e.Period.End.To, MilestoneView{Words: e.Period.Words, Years: years(e), Period: true,
			Passed: s.passed(e.Period.End), Source: s.cite(e.Source), Note: e.Inferred}})
	}
	if g.Report.Due.Words != "" && !s.status(g).Done {
		list = append(list, dated{asOf(g.Report.Due), MilestoneView{Words: g.Report.Due.Spoken(), Title: s.Subjects.Report,
			Passed: s.passed(g.Report.Due), Source: s.cite(g.Report.Source)}})
	}
	slices.SortStableFunc(list, func(a, b dated) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.view.Title, b.view.Title)) })
	views := make([]MilestoneView, len(list))
	for i, d := range list {
		views[i] = d.view
	}
	return views
}
