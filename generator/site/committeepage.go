package site

import (
	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/source"
)

// newestOfCommittee is how many minutes a committee's page shows.
const newestOfCommittee = 5

// committeePages are the list of the committees and a page for each.
func (s *Site) committeePages() {
	address := "/" + s.Committees.Folder + "/"
	list := CommitteesView{Page: s.page(address, s.Committees.Title), Committees: s.committeeRows()}
	s.putPage("committees", address, list.Lang, list, "")
	for _, c := range s.committees {
		v := s.committeeView(c, Link{Text: s.Committees.Title, Href: s.href(address)})
		coming, _ := s.coming(s.held[c.ID])
		newest := minutesIn(s.held[c.ID])
		newest = newest[:min(len(newest), newestOfCommittee)]
		page := committeePage{v, s.rowsOf("coming "+c.ID, coming), s.rowsOf("newest "+c.ID, newest)}
		s.putPage("committee", s.committeeAddress(c.ID), v.Lang, page, c.Path)
		s.putJSON(s.committeeAddress(c.ID), s.committeeData(c), c.Path)
	}
}

func (s *Site) committeeRows() []CommitteeRow {
	rows := make([]CommitteeRow, len(s.committees))
	for i, c := range s.committees {
		list := minutesIn(s.held[c.ID])
		rows[i] = CommitteeRow{Name: c.Title, Href: s.href(s.committeeAddress(c.ID)), Count: len(list), Closed: s.closedWords(c)}
		if len(list) > 0 {
			rows[i].Latest, rows[i].Newest, rows[i].Draft = list[0].Date, s.href(list[0].address), list[0].draft
		}
	}
	return rows
}

// closedWords is when a committee closed; "" while it has not.
func (s *Site) closedWords(c *content.Committee) string {
	if !s.passed(c.Closed) {
		return ""
	}
	return c.Closed.Words
}

func (s *Site) committeeView(c *content.Committee, top Link) CommitteeView {
	address := s.committeeAddress(c.ID)
	v := CommitteeView{
		Page: s.page(address, c.Short, top), Heading: c.Title, Purpose: headed(s.ownText(c.Purpose, c.Path, address), c.Title),
		Terms: c.Terms, Chair: c.Chair, Established: c.Established.Words, Closed: s.closedWords(c),
		Meetings: Link{Text: s.Minutes.Title, Href: s.href(s.committeeList(c.ID))},
		Total:    len(minutesIn(s.held[c.ID])), Follow: s.followCommittee(c.ID, c.Title),
	}
	v.JSON = s.href(address + "index.json")
	if v.Closed == "" {
		v.Closes = c.Closed.Words
	}
	if next := s.committee(c.Successor); next != nil {
		v.Successor = Link{Text: next.Title, Href: s.href(s.committeeAddress(next.ID))}
	}
	for _, p := range c.Members {
		v.Members = append(v.Members, personView(p))
	}
	return v
}

// committeePage is what a committee's page is made from: its view without meetings,
// those that are still to come, and the newest minutes.
type committeePage struct {
	CommitteeView
	coming, newest *sheaf[*row]
}

// View puts the rows in.
func (p committeePage) View() any {
	v := p.CommitteeView
	v.Coming, v.Newest = viewsOf(p.coming), viewsOf(p.newest)
	return v
}

func (s *Site) committeeData(c *content.Committee) committeeFile {
	d := data.Committee{
		SchemaAddress: s.schemaAddress("committee"), Schema: data.SchemaVersion("committee"), ID: c.ID, Address: s.absolute(s.committeeAddress(c.ID)), Name: c.Title, Aliases: c.Aliases, Chair: c.Chair,
		Established: c.Established.Words, Closed: c.Closed.Words, Successor: c.Successor, Terms: c.Terms,
		Members: participants(c.Members), PurposeText: fragments(c.Path, c.Purpose), Minutes: []data.Meeting{},
	}
	return committeeFile{d, s.origin, s.rowsOf("all "+c.ID, s.held[c.ID])}
}

// committeeFile is what a committee's data are made from.
type committeeFile struct {
	data.Committee
	origin string
	rows   *sheaf[*row]
}

// View puts the rows in.
func (f committeeFile) View() any {
	d := f.Committee
	for _, r := range f.rows.leaves {
		d.Minutes = append(d.Minutes, data.Meeting{Date: r.Date.String(), Title: r.Title, State: r.State, Draft: r.Draft, Address: f.origin + r.Href})
	}
	return d
}

// ownText is a fragment on the page of the document it belongs to.
func (s *Site) ownText(f *content.Fragment, from source.Path, page string) Text {
	if f == nil || f.ID == "" {
		return Text{}
	}
	return Text{From: from, Fragment: f.ID, Links: s.links.linksOf(from, page, f)}
}
