package site

import (
	"fmt"
	"strconv"
)

// The register of decisions: everything that minutes say was decided. Nobody writes
// it. It is cut by time as lists of meetings are.

// decisionsAddress is the register of all decisions.
const decisionsAddress = "/beslutninger/"

// decisionsAt is the register of all committees or of one, of all years, of a year or
// of a month.
func decisionsAt(committee string, parts ...int) string {
	if committee != "" {
		committee += "/"
	}
	return decisionsAddress + committee + periodPath(parts)
}

// decisionList is what a page of the register is made from: its view without groups,
// and the groups.
type decisionList struct {
	DecisionsView
	frame   *frame
	address string
	names   []subjectName
	groups  []decisionGroup
}

// decisionGroup is a year's or a month's decisions.
type decisionGroup struct {
	year, month int
	decisions   *sheaf[*decision]
}

// View puts the decisions in.
func (l decisionList) View() any {
	v := l.DecisionsView
	for _, g := range l.groups {
		v.Groups = append(v.Groups, DecisionGroup{Year: g.year, Month: g.month, Decisions: l.frame.decisionViews(g.decisions.leaves, l.address, l.names)})
	}
	return v
}

// register is the decisions of all committees or of one, on their way to its pages.
type register struct {
	*Site
	committee string // id; "" of all
	names     []subjectName
	view      DecisionsView // what all its pages have
	above     []Link        // the pages above the first, and that itself
}

// decisionPages are the register of all decisions, and that of each committee.
func (s *Site) decisionPages() {
	all, of := s.decisions()
	names := make([]subjectName, len(s.subjects))
	for i, g := range s.subjects {
		names[i] = subjectName{g.ID, Link{Text: g.Title, Href: s.href(s.subjectAddress(g.ID))}}
	}
	top := Link{Href: s.href(decisionsAddress)} // the layout writes what it is
	r := register{Site: s, names: names, view: DecisionsView{All: top.Href, Follow: s.followMinutes()}, above: []Link{top}}
	r.pages(all)
	for _, c := range s.committees {
		r.committee, r.view.Committee = c.ID, Link{Text: c.Title, Href: s.href(s.committeeAddress(c.ID))}
		r.view.Follow = s.followCommittee(c.ID, c.Title)
		r.above = []Link{top, {Text: c.Short, Href: s.href(decisionsAt(c.ID))}}
		r.pages(of[c.ID])
	}
	s.putJSON(decisionsAddress, decisionFile{s.frame, tie(&s.memory.lists, decisionsAddress, all)}, "")
}

// decisions are all decisions, newest first, and those of each committee.
func (s *Site) decisions() (all []*decision, of map[string][]*decision) {
	of = map[string][]*decision{}
	for _, m := range s.held[""] {
		for i := range m.extract.decisions {
			d := s.shown(m, &m.extract.decisions[i])
			all = append(all, d)
			of[m.Committee] = append(of[m.Committee], d)
		}
	}
	return all, of
}

// pages are the first page and those of the years. A committee has these when it has
// many decisions.
func (r register) pages(list []*decision) {
	years := cut(list, func(a, b *decision) bool { return a.view.Date.Year == b.view.Date.Year })
	shown := list
	v := r.view
	v.Total = len(list)
	if len(list) > mostInList {
		v.Newest, shown = true, list[:newestInList]
	}
	if r.committee == "" || v.Newest {
		for _, part := range years {
			year := part[0].view.Date.Year
			r.view.Years = append(r.view.Years, PeriodLink{Year: year, Count: len(part), Href: r.href(decisionsAt(r.committee, year))})
		}
	}
	v.Years = r.view.Years
	if r.committee == "" {
		v.Committees, v.Subjects = r.countedOf(list)
	}
	r.put(v, cut(shown, func(a, b *decision) bool { return a.view.Date.Year == b.view.Date.Year }))
	if v.Years != nil {
		for _, part := range years {
			r.year(part)
		}
	}
}

// year is the page of a year, and those of its months when it is long.
func (r register) year(list []*decision) {
	v := r.view
	v.Year, v.Total, v.Newest = list[0].view.Date.Year, len(list), len(list) > mostInList
	v.Years = append([]PeriodLink(nil), v.Years...)
	markYear(v.Years, v.Year)
	months := cut(list, func(a, b *decision) bool { return a.view.Date.Month == b.view.Date.Month })
	if !v.Newest {
		r.put(v, months)
		return
	}
	for _, part := range months {
		month := part[0].view.Date.Month
		v.Months = append(v.Months, PeriodLink{Year: v.Year, Month: month, Count: len(part), Href: r.href(decisionsAt(r.committee, v.Year, month))})
	}
	r.put(v, nil)
	for i, part := range months {
		w := v
		w.Month, w.Total, w.Newest = v.Months[i].Month, len(part), false
		w.Months = append([]PeriodLink(nil), v.Months...)
		w.Months[i].Current = true
		r.put(w, [][]*decision{part})
	}
}

// put puts a page of the register; groups are its decisions by year, or by month.
func (r register) put(v DecisionsView, groups [][]*decision) {
	crumbs := append([]Link(nil), r.above...)
	var period []int
	if v.Year > 0 {
		period = append(period, v.Year)
	}
	if v.Month > 0 {
		crumbs = append(crumbs, Link{Text: strconv.Itoa(v.Year), Href: r.href(decisionsAt(r.committee, v.Year))})
		period = append(period, v.Month)
	}
	address := decisionsAt(r.committee, period...)
	if v.Year == 0 {
		crumbs = crumbs[:len(crumbs)-1] // which is this page
	}
	v.Page = r.page(address, "", crumbs...)
	if v.Year == 0 {
		v.Crumbs[len(v.Crumbs)-1].Text = r.above[len(r.above)-1].Text
	}
	if v.Year == 0 && r.committee == "" {
		v.JSON = r.href(decisionsAddress + "index.json")
	}
	l := decisionList{DecisionsView: v, frame: r.frame, address: address, names: r.names}
	for _, part := range groups {
		g := decisionGroup{year: part[0].view.Date.Year}
		if v.Year > 0 {
			g.month = part[0].view.Date.Month
		}
		g.decisions = tie(&r.memory.lists, fmt.Sprint(address, " ", g.year, " ", g.month), part)
		l.groups = append(l.groups, g)
	}
	r.putPage("decisions", address, v.Lang, l, "")
}

// countedOf leads to the decisions of each committee and about each subject that has
// any.
func (r register) countedOf(list []*decision) (committees, subjects []DecisionsOf) {
	of, about := map[string]int{}, map[string]int{}
	for _, d := range list {
		of[d.committee]++
		for _, id := range d.concerns {
			about[id]++
		}
	}
	for _, c := range r.committees {
		if n := of[c.ID]; n > 0 {
			committees = append(committees, DecisionsOf{Name: c.Title, Count: n, Href: r.href(decisionsAt(c.ID))})
		}
	}
	for _, name := range r.names {
		if n := about[name.ID]; n > 0 {
			subjects = append(subjects, DecisionsOf{Name: name.Text, Count: n, Href: name.Href + "#beslutninger"})
		}
	}
	return committees, subjects
}
