package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestNoTwoMeetingsShareAPlace(t *testing.T) {
	places := map[string]bool{}
	second := 0
	for i := range 30_000 {
		s := slotOf(i)
		if places[s.place()] {
			t.Fatalf("meeting %d: %s is taken", i, s.place())
		}
		places[s.place()] = true
		if y := s.day.Year(); y < 2016 || y > 2025 || s.day.Weekday() == time.Saturday || s.day.Weekday() == time.Sunday {
			t.Fatalf("meeting %d is held on %s", i, s.day.Format(time.RFC1123))
		}
		if strings.HasSuffix(s.place(), "-2") && s.lap == 2 {
			second++
		}
	}
	if second == 0 {
		t.Error("no committee has met twice on a day")
	}
}

func TestAFewMeetingsAreSpreadOverAllYears(t *testing.T) {
	perYear := map[int]int{}
	for i := range 90 {
		perYear[slotOf(i).day.Year()]++
	}
	for year := firstYear; year < firstYear+years; year++ {
		if n := perYear[year]; n < 6 || n > 12 {
			t.Errorf("%d: %d of 90 meetings", year, n)
		}
	}
}

func TestMeetingsHaveTheSizeOfRealOnes(t *testing.T) {
	c := invent(200)
	var head, text, tables, lists, decisions, links int
	for i := range 200 {
		m := inventMeeting(i)
		if n := len(m.Participants); n < 12 || n > 18 {
			t.Errorf("meeting %d: %d participants", i, n)
		}
		if n := len(m.Agenda); n < 5 || n > 8 {
			t.Errorf("meeting %d: %d items", i, n)
		}
		_, rest, _ := strings.Cut(string(c.minutesFile(m).data), "+++\n")
		front, body, _ := strings.Cut(rest, "+++\n")
		head, text = head+len(front), text+len(body)
		tables += strings.Count(body, "| Patientgruppe |")
		lists += strings.Count(body, "\n\n- ")
		decisions += strings.Count(body, "::: beslutning")
		links += strings.Count(body, "](../")
	}
	if head /= 200; head < 2500 || head > 3500 {
		t.Errorf("front matter of %d bytes", head)
	}
	if text /= 200; text < 12_000 || text > 16_000 {
		t.Errorf("text of %d bytes", text)
	}
	if tables != 200 || lists < 200 || decisions < 100 || links < 200 {
		t.Errorf("%d tables, %d lists, %d decisions, %d links", tables, lists, decisions, links)
	}
}

func TestLinksLeadToMeetingsHeldBefore(t *testing.T) {
	made := map[string]slot{} // the meetings that stand before
	for i := range 300 {
		for _, slug := range linksOf(inventMeeting(i)) {
			if to, ok := made[slug]; !ok || !to.day.Before(slotOf(i).day) {
				t.Errorf("meeting %d links to %q", i, slug)
			}
		}
		made[slotOf(i).place()] = slotOf(i)
	}
}

func linksOf(m meeting) []string {
	var slugs []string
	for _, it := range m.Agenda {
		for _, s := range it.Sections {
			for _, b := range s.Blocks {
				for _, sp := range b.Para {
					if sp.Meeting != "" {
						slugs = append(slugs, sp.Meeting)
					}
				}
			}
		}
	}
	return slugs
}

func TestWordsAgree(t *testing.T) {
	plan := noun{"plan", "planen", "planer", "planerne", false}
	draft := noun{"udkast", "udkastet", "udkast", "udkastene", true}
	adj := adjective{"ny", "nyt", "nye"}
	for _, c := range []struct {
		n         noun
		place     string
		described bool
		want      string
	}{
		{plan, "en", false, "en plan"},
		{plan, "en", true, "en ny plan"},
		{draft, "en", true, "et nyt udkast"},
		{draft, "den", false, "udkastet"},
		{plan, "den", true, "den nye plan"},
		{draft, "den", true, "det nye udkast"},
		{plan, "flere", false, "planer"},
		{plan, "flere", true, "nye planer"},
		{draft, "de", false, "udkastene"},
		{plan, "de", true, "de nye planer"},
	} {
		if got := c.n.form(c.place, c.described, adj); got != c.want {
			t.Errorf("%s of %s: got %q, want %q", c.place, c.n.one, got, c.want)
		}
	}
}

func TestEveryPlaceOfAPatternIsKnown(t *testing.T) {
	known := []string{"en", "den", "flere", "de", "gruppe", "måned", "antal", "tal"}
	for _, patterns := range [][]string{titlePatterns, proposalPatterns, recordPatterns, problemPatterns,
		backgroundPatterns, solutionPatterns, decisionPatterns, entryPatterns} {
		for _, p := range patterns {
			for _, part := range strings.Split(p, "{")[1:] {
				place, _, closed := strings.Cut(part, "}")
				if !closed || !slices.Contains(known, place) {
					t.Errorf("%q: place %q", p, place)
				}
			}
			if strings.HasSuffix(p, ".") {
				t.Errorf("%q ends in a stop of its own", p)
			}
		}
	}
}
