package main

import (
	"referat/generator/data"
	"referat/generator/site"
)

// This file puts the words of a language into what no template draws.

// feed is a feed with its words.
func (a artist) feed(lang string, v site.FeedView) data.Feed {
	say := func(all []site.Wording) string { return a.layouts.Say(lang, all...) }
	f := data.Feed{Self: v.Self, Page: v.Page, Title: say(v.Title), Language: lang, Author: v.Author, Updated: v.Updated}
	for _, e := range v.Entries {
		f.Entries = append(f.Entries, data.Entry{Page: e.Page, Published: e.Published, Updated: e.Updated, Category: e.Category,
			Title: say(e.Title), Summary: say(e.Summary), Text: say(e.Text), Quote: e.Quote})
	}
	return f
}

// calendar is a calendar with its words.
func (a artist) calendar(lang string, v site.CalendarView) data.Calendar {
	say := func(all []site.Wording) string { return a.layouts.Say(lang, all...) }
	c := data.Calendar{Self: v.Self, Name: say(v.Name), Maker: v.Maker, Language: lang, Events: make([]data.Event, len(v.Events))}
	for i, e := range v.Events {
		c.Events[i] = data.Event{Page: e.Page, Title: say(e.Title), Text: say(e.Text), Place: e.Place, Category: e.Committee, Changed: e.Changed,
			Sequence: e.Sequence, Day: e.Date.String(), Start: e.Start, End: e.End, Cancelled: e.Cancelled}
	}
	return c
}
