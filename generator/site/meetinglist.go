package site

import (
	"fmt"
	"slices"

	"referat/generator/content"
)

const (
	// mostInList is how many meetings a list shows before it is cut by year,
	// then by month: by time, never by page number, so that an address keeps
	// its contents.
	mostInList = 100
	// newestInList is how many a cut list still shows.
	newestInList = 20
)

// Lists show the meetings that s.held has: withdrawn ones and translations are not
// among them.

// minutesIn is a new list of the meetings that have minutes: one that is planned or was
// cancelled stands in lists but counts for none.
func minutesIn(list []*meeting) []*meeting {
	var some []*meeting
	for _, m := range list {
		if m.State != content.Planned && m.State != content.Cancelled {
			some = append(some, m)
		}
	}
	return some
}

// meetingLists are all lists of minutes: of all, and of each committee.
func (s *Site) meetingLists() {
	all := s.held[""]
	v := s.listView(s.listAddress(), s.Minutes.Title, all, s.listAddress)
	v.Committees, v.Registers, v.Follow = s.committeeRows(), s.registers(), s.followMinutes()
	s.putPage("meetings", s.listAddress(), v.Lang, v, "")
	s.yearLists(all)
	for _, c := range s.committees {
		s.committeeLists(c)
	}
}

// registers are those of all minutes.
func (s *Site) registers() RegistersView {
	return RegistersView{Decisions: s.href(decisionsAddress), Corrections: s.href(correctionsAddress), News: s.href(newsAddress)}
}

// meetingList is what a list is made from: its view without groups, and the groups.
type meetingList struct {
	MeetingsView
	groups []group
}

// group is a year's or a month's meetings, or those that are still to come.
type group struct {
	year, month int
	coming      bool
	rows        *sheaf[*row]
}

// group is part of the list at an address.
func (s *Site) group(address string, year, month int, list []*meeting) group {
	return group{year: year, month: month, rows: s.rowsOf(fmt.Sprint(address, " ", year, " ", month), list)}
}

// View puts the rows in.
func (l meetingList) View() any {
	v := l.MeetingsView
	for _, g := range l.groups {
		v.Groups = append(v.Groups, MeetingGroup{Year: g.year, Month: g.month, Coming: g.coming, Meetings: viewsOf(g.rows)})
	}
	return v
}

// listView is a list with its years; cut to the newest when it is long.
func (s *Site) listView(address, title string, list []*meeting, yearAddress func(...int) string, crumbs ...Link) meetingList {
	v := meetingList{MeetingsView: MeetingsView{Page: s.page(address, title, crumbs...), Total: len(minutesIn(list))}}
	for _, y := range byYear(list) {
		v.Years = append(v.Years, PeriodLink{Year: y[0].Date.Year, Count: len(minutesIn(y)), Href: s.href(yearAddress(y[0].Date.Year))})
	}
	coming, shown := s.coming(list)
	if len(coming) > 0 {
		v.groups = append(v.groups, group{coming: true, rows: s.rowsOf(address+" coming", coming)})
	}
	if len(list) > mostInList {
		v.Newest, shown = true, shown[:min(len(shown), newestInList)]
	}
	for _, y := range byYear(shown) {
		v.groups = append(v.groups, s.group(address, y[0].Date.Year, 0, y))
	}
	return v
}

// yearLists are the years of all minutes; a long one is cut by month.
func (s *Site) yearLists(all []*meeting) {
	top := Link{Text: s.Minutes.Title, Href: s.href(s.listAddress())}
	for _, list := range byYear(all) {
		year := list[0].Date.Year
		address := s.listAddress(year)
		v := s.listView(address, s.Minutes.Title, all, s.listAddress, top)
		v.Year, v.Total, v.Newest, v.groups = year, len(minutesIn(list)), len(list) > mostInList, nil
		v.Crumbs[len(v.Crumbs)-1] = Link{Current: true} // the layout writes the year
		markYear(v.Years, year)
		months := byMonth(list)
		if v.Newest {
			for _, month := range months {
				v.Months = append(v.Months, PeriodLink{Year: year, Month: month[0].Date.Month, Count: len(minutesIn(month)), Href: s.href(s.listAddress(year, month[0].Date.Month))})
			}
			s.monthLists(v, months)
		} else {
			for _, month := range months {
				v.groups = append(v.groups, s.group(address, year, month[0].Date.Month, month))
			}
		}
		s.putPage("meetings", address, v.Lang, v, "")
	}
}

// monthLists are the months of a long year; they share the year's view.
func (s *Site) monthLists(year meetingList, months [][]*meeting) {
	for i, list := range months {
		month := list[0].Date.Month
		address := s.listAddress(year.Year, month)
		v := year
		v.Page = s.page(address, s.Minutes.Title, year.Crumbs[0], Link{Href: s.href(s.listAddress(year.Year))})
		v.Crumbs[len(v.Crumbs)-1] = Link{Current: true}
		v.Month, v.Total, v.Newest = month, len(minutesIn(list)), false
		v.Months = slices.Clone(year.Months)
		v.Months[i].Current = true
		v.groups = []group{s.group(address, year.Year, month, list)}
		s.putPage("meetings", address, v.Lang, v, "")
	}
}

// committeeLists are a committee's minutes; its years get lists of their own
// when there are many.
func (s *Site) committeeLists(c *content.Committee) {
	list := s.held[c.ID]
	top := Link{Text: s.Minutes.Title, Href: s.href(s.listAddress())}
	committee := Link{Text: c.Title, Href: s.href(s.committeeAddress(c.ID))}
	address := s.committeeList(c.ID)
	yearAddress := func(y ...int) string { return s.committeeList(c.ID, y...) }
	v := s.listView(address, c.Short, list, yearAddress, top)
	v.Registers.Decisions = s.href(decisionsAt(c.ID))
	v.Committee, v.Closed, v.Follow = committee, s.closedWords(c), s.followCommittee(c.ID, c.Title)
	if !v.Newest {
		v.Years = nil // the groups are the years
	}
	s.putPage("meetings", address, v.Lang, v, c.Path)
	if !v.Newest {
		return
	}
	for _, year := range byYear(list) {
		y := year[0].Date.Year
		w := meetingList{MeetingsView: MeetingsView{Page: s.page(yearAddress(y), c.Short, top, Link{Text: c.Short, Href: s.href(address)}),
			Periods: Periods{Year: y, Years: slices.Clone(v.Years)}, Committee: committee, Closed: v.Closed, Total: len(minutesIn(year))}}
		w.Crumbs[len(w.Crumbs)-1] = Link{Current: true}
		markYear(w.Years, y)
		w.groups = []group{s.group(yearAddress(y), y, 0, year)}
		s.putPage("meetings", yearAddress(y), w.Lang, w, c.Path)
	}
}

func markYear(years []PeriodLink, year int) {
	for i := range years {
		years[i].Current = years[i].Year == year
	}
}

func byYear(list []*meeting) [][]*meeting {
	return cut(list, func(a, b *meeting) bool { return a.Date.Year == b.Date.Year })
}

func byMonth(list []*meeting) [][]*meeting {
	return cut(list, func(a, b *meeting) bool { return a.Date.Year == b.Date.Year && a.Date.Month == b.Date.Month })
}

// cut parts a list where two neighbours are not alike.
func cut[T any](list []T, alike func(a, b T) bool) [][]T {
	var parts [][]T
	start := 0
	for i := 1; i <= len(list); i++ {
		if i == len(list) || !alike(list[i-1], list[i]) {
			parts = append(parts, list[start:i])
			start = i
		}
	}
	return parts
}
