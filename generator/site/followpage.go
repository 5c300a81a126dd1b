package site

// followAddress is the page that lists all feeds and calendars.
const followAddress = "/foelg/"

// FollowView is the page of all feeds and calendars.
type FollowView struct {
	Page
	Feeds     []Following
	Calendars []Following
	Data      string // address of the page about the data
}

// Following is a way to be told of news, or two: a feed and a calendar.
type Following struct {
	Of       string // minutes, committee, subject, counts or corrections
	Name     string // of the committee, the subject or the counts
	Feed     string // address; empty of none
	Calendar string // address; empty of none
	About    string // address of the page that tells how; empty on that page
}

// followPage lists all feeds and calendars.
func (s *Site) followPage() {
	v := FollowView{Page: s.page(followAddress, ""), Data: s.href(dataAddress)}
	add := func(f Following) {
		f.About = ""
		v.Feeds = append(v.Feeds, f)
		if f.Calendar != "" {
			v.Calendars = append(v.Calendars, f)
		}
	}
	add(s.followMinutes())
	add(s.followCounts())
	add(s.followCorrections())
	for _, c := range s.committees {
		add(s.followCommittee(c.ID, c.Title))
	}
	for _, g := range s.subjects {
		add(s.followSubject(g.ID, g.Title))
	}
	s.putPage("follow", followAddress, v.Lang, v, "")
}

func (f *frame) followMinutes() Following {
	return Following{Of: "minutes", Feed: f.href(f.listAddress() + feedFile), Calendar: f.href("/" + calendarName), About: f.href(followAddress)}
}

func (f *frame) followCommittee(id, name string) Following {
	address := f.committeeAddress(id)
	return Following{Of: "committee", Name: name, Feed: f.href(address + feedFile), Calendar: f.href(address + calendarName), About: f.href(followAddress)}
}

func (f *frame) followSubject(id, name string) Following {
	return Following{Of: "subject", Name: name, Feed: f.href(f.subjectAddress(id) + feedFile), About: f.href(followAddress)}
}

func (f *frame) followCounts() Following {
	return Following{Of: "counts", Name: f.Counts.Title, Feed: f.href(f.countsAddress() + feedFile), About: f.href(followAddress)}
}

func (f *frame) followCorrections() Following {
	return Following{Of: "corrections", Feed: f.href(correctionsAddress + feedFile), About: f.href(followAddress)}
}
