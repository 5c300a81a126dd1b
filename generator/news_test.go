package main

import (
	"bytes"
	"math/rand/v2"
	"path"
	"strings"
	"testing"
	_ "time/tzdata" // for a reader that knows zones by their names alone

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed/atom"

	"referat/generator/data"
	"referat/generator/personal"
	"referat/generator/personal/personaltest"
)

func TestReadersThatAreNotOursReadEveryFeedAndCalendar(t *testing.T) {
	feeds, calendars, events := 0, 0, map[string]string{}
	for name, text := range files(t, "testdata/want") {
		switch path.Base(name) {
		case "feed.xml":
			feeds++
			feed, err := (&atom.Parser{}).Parse(bytes.NewReader(text))
			if err != nil || feed.UpdatedParsed == nil || feed.Title == "" || !strings.HasSuffix(feed.ID, "/"+name) {
				t.Errorf("%s: %v %+v", name, err, feed)
				continue
			}
			seen := map[string]bool{}
			for _, e := range feed.Entries {
				if seen[e.ID] || e.UpdatedParsed == nil || e.PublishedParsed != nil && e.UpdatedParsed.Before(*e.PublishedParsed) || e.Title == "" || e.Links[0].Href != e.ID {
					t.Errorf("%s: %+v", name, e)
				}
				seen[e.ID] = true
			}
		case "kalender.ics":
			calendars++
			calendar, err := ics.ParseCalendar(bytes.NewReader(text))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			for _, e := range calendar.Events() {
				start, err := e.GetStartAt()
				if err != nil || start.IsZero() {
					t.Errorf("%s: %s: %v", name, e.Id(), err)
				}
				says := start.String() + e.GetProperty(ics.ComponentPropertySummary).Value + e.GetProperty(ics.ComponentPropertySequence).Value
				if was, twice := events[e.Id()]; twice && was != says {
					t.Errorf("%s has another event %s", name, e.Id())
				}
				events[e.Id()] = says
			}
		}
	}
	if feeds < 6 || calendars < 2 || len(events) < 3 {
		t.Errorf("only %d feeds, %d calendars, %d events", feeds, calendars, len(events))
	}
}

func TestANumberIsSeenThoughACalendarFoldsIt(t *testing.T) {
	number := personaltest.Number(rand.New(rand.NewPCG(7, 4)))
	for before := range 80 {
		folded := data.ICalendar(data.Calendar{Events: []data.Event{{Page: "https://ngc.dk/a/", Day: "2024-03-05", Title: strings.Repeat("å", before%2) + strings.Repeat("a", before) + " " + number}}})
		if found := scanOf("kalender.ics")(folded); len(found) != 1 || found[0].Kind != personal.CPR {
			t.Errorf("behind %d letters: %v", before, found)
		}
	}
}
