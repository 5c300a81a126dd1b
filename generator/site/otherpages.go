package site

import (
	"referat/generator/content"
)

const (
	// newestOnHome is how many committees the home page shows the newest minutes of.
	newestOnHome = 5
	// comingOnHome is how many meetings it shows of those that are still to come.
	comingOnHome = 5
)

// homePage is the page of content/index.md, or one without words of its own.
func (s *Site) homePage() {
	v := HomeView{
		Page: s.page("/", s.Title), Heading: s.Title, Newest: s.newest(),
		Meetings:   Link{Text: s.Minutes.Title, Href: s.href(s.listAddress())},
		Committees: Link{Text: s.Committees.Title, Href: s.href("/" + s.Committees.Folder + "/")},
		Count:      s.headline(), Subjects: s.subjectsSummary(), Registers: s.registers(), Follow: s.followMinutes(),
	}
	coming, _ := s.coming(s.held[""])
	for _, m := range coming[:min(len(coming), comingOnHome)] {
		v.Coming = append(v.Coming, m.extract.row.MeetingRow)
	}
	v.Facts.Authority = s.authority()
	from := content.Page{}
	for _, p := range s.pages {
		if p.Address == "/" {
			from = *p
			v.Heading, v.Description = p.Title, p.Description
			v.Intro = headed(s.ownText(p.Text, p.Path, "/"), p.Title)
			v.Draft = p.Draft
		}
	}
	s.putPage("home", "/", v.Lang, v, from.Path)
	s.markDraft(v.Draft)
}

// newest are the newest minutes of each committee that has any; a planned or
// cancelled meeting is no minutes. The first comes with its items.
func (s *Site) newest() []NewestView {
	var list []NewestView
	seen := map[string]bool{}
	for _, m := range minutesIn(s.held[""]) {
		if seen[m.Committee] || len(list) == newestOnHome {
			continue
		}
		seen[m.Committee] = true
		n := NewestView{Meeting: m.extract.row.MeetingRow}
		for i := range m.Items {
			if item := &m.Items[i]; len(list) == 0 && !item.Closed {
				n.Items = append(n.Items, ItemLink{Number: item.Number, Title: item.Title,
					Href: s.href(m.address + "#" + item.Anchor), Decisions: item.Decisions()})
			}
		}
		list = append(list, n)
	}
	return list
}

// otherPages are the pages that staff wrote, and the answer to a wrong address,
// which every site has.
func (s *Site) otherPages() {
	missing := true
	for _, p := range s.pages {
		switch p.Address {
		case "/":
			continue
		case "/404.html":
			missing = false
			s.ownPage(p, "notfound")
		default:
			s.ownPage(p, "page")
		}
	}
	if missing {
		v := PageView{Page: s.page("/404.html", "404")}
		s.putPage("notfound", "/404.html", v.Lang, v, "")
	}
}

func (s *Site) ownPage(p *content.Page, kind string) {
	v := PageView{Page: s.page(p.Address, p.Title), Heading: p.Title, Text: headed(s.ownText(p.Text, p.Path, p.Address), p.Title)}
	v.Description, v.Draft = p.Description, p.Draft
	if v.Terms = p.Licence; v.Terms {
		v.Licence = s.licence()
	}
	if p.Lang != "" {
		v.Lang = p.Lang
	}
	s.putPage(kind, p.Address, v.Lang, v, p.Path)
	s.markDraft(v.Draft)
}

// statementPage says where the accessibility statement is and whom to ask.
func (s *Site) statementPage() {
	st := s.Statement
	v := AccessibilityView{Page: s.page(StatementAddress, ""), Address: st.URL, Phone: st.Phone, Email: st.Email, Updated: st.Updated}
	s.putPage("accessibility", StatementAddress, v.Lang, v, "")
}
