package record

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"referat/generator/content"
	"referat/generator/danish"
)

// This file remembers how meetings were announced before they were held: who has put one
// into a calendar is to see that it has changed.

// Meeting is how a meeting was announced, from a day on.
type Meeting struct {
	Address  string // of its page
	Recorded danish.Date
	Terms
	Title string
}

// Terms are what everybody who comes to a meeting must know.
type Terms struct {
	State             content.State // planned or cancelled
	Start, End, Place string
}

// announced tells of a meeting that is to be held, or is not going to be.
func announced(m *content.Minutes) bool {
	return m.State == content.Planned || m.State == content.Cancelled
}

// termsOf are those of a meeting, in the words that a line of the table can have.
func termsOf(m *content.Minutes) Terms { return Terms{m.State, m.Start, m.End, oneLine(m.Place)} }

func oneLine(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }

// Announced is what became of a meeting, from one announcement to the next.
type Announced struct {
	Meeting // the latest; zero of one that was never announced
	changes int
}

// Announced gives a function that tells what became of the meeting whose page is at an
// address, quickly when it is asked in about the order of the addresses.
func (r *Record) Announced() func(address string) Announced {
	return inOrder(r.announced, func(a Announced, address string) int { return strings.Compare(a.Address, address) })
}

// Changes is how often the time, the place or the state of a meeting has changed when it
// is as its minutes say. That it is cancelled, or held, is a change: all are planned first.
func (a Announced) Changes(m *content.Minutes) int {
	if !announced(m) {
		return a.changes + 1
	}
	return a.next(termsOf(m))
}

func (a Announced) next(now Terms) int {
	if now == a.Terms || now.State == content.Planned && a.Meeting == (Meeting{}) {
		return a.changes
	}
	return a.changes + 1
}

// announce goes along all that was announced.
func (r *reader) announce() {
	slices.SortStableFunc(r.Meetings, byDay)
	for _, m := range r.Meetings {
		last := len(r.announced) - 1
		if last < 0 || r.announced[last].Address != m.Address {
			r.announced = append(r.announced, Announced{})
			last++
		}
		r.announced[last] = Announced{m, r.announced[last].next(m.Terms)}
	}
}

// meetings adds how meetings are announced now, where that is new, behind what was said of
// them before.
func (n *nexter) meetings() {
	before := n.Announced()
	for _, m := range n.site.Docs.Minutes {
		address, public := n.pages[m.Path]
		if !public || !announced(m) {
			continue
		}
		now, was := Meeting{address, n.day, termsOf(m), oneLine(m.Title)}, before(address)
		if now.Recorded.Before(was.Recorded) {
			now.Recorded = was.Recorded // a clock was wrong; what comes later stands later
		}
		if was.Terms != now.Terms || was.Title != now.Title {
			n.next.Meetings = append(n.next.Meetings, now)
		}
	}
	slices.SortStableFunc(n.next.Meetings, byDay)
}

// byDay sorts by address, then by day; what became of a meeting on one day stays in its order.
func byDay(a, b Meeting) int {
	return cmp.Or(strings.Compare(a.Address, b.Address), a.Recorded.Compare(b.Recorded))
}

// MeetingsTable is described at AddressesTable.
func (r *Record) MeetingsTable() string {
	b := []byte(meetingColumns + "\n")
	for _, m := range r.Meetings {
		b = appendRow(b, m.Address, m.Recorded.String(), string(m.State), m.Start, m.End, m.Place, m.Title)
	}
	return string(b)
}

// meeting reads a line of the table.
func (r *reader) meeting(_ int, values []string) (bad string) {
	m := Meeting{values[0], danish.Date{}, Terms{content.State(values[2]), values[3], values[4], values[5]}, values[6]}
	day, err := time.Parse(time.DateOnly, values[1])
	switch {
	case !strings.HasPrefix(m.Address, "/"):
		return "address"
	case err != nil:
		return "recorded"
	case m.State != content.Planned && m.State != content.Cancelled:
		return "state"
	case !isClock(m.Start):
		return "start"
	case !isClock(m.End):
		return "end"
	}
	m.Recorded = danish.FromTime(day)
	r.Meetings = append(r.Meetings, m)
	return ""
}

// isClock tells of a time of day, or of none.
func isClock(s string) bool {
	_, err := time.Parse("15.04", s)
	return s == "" || err == nil
}
