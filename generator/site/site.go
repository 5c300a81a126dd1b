// Package site sees all documents together and says what the finished site
// consists of: every file of public/ with its address, the view it is drawn
// from, and the layout or encoder that draws it.
//
// It decides what is public, in which order things stand, where every link
// leads, and which text mentions which subject. It cannot know how a page
// looks: no word that a reader sees stands here, and no markup.
//
// Addresses end in a slash; the file is index.html below it. A fragment of
// text stands in a view by its name, with what its holes hold.
package site

import (
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// Options are the inputs of a build that are not in the user's files.
type Options struct {
	Now    time.Time // only compared, never shown
	Drafts bool      // show drafts and what is not yet public
}

// Site is all documents of the site, in order.
type Site struct {
	settings *content.Settings
	options  Options
	today    danish.Date

	minutes    []*meeting // public ones and withdrawn ones, newest first
	committees []*content.Committee
	subjects   []*content.Subject
	shared     []content.Milestone
	series     []*content.Series
	pages      []*content.Page

	translations map[source.Path][]*meeting // of minutes, by their file

	names    *matcher
	mentions map[string][]mention // by subject, newest first
	targets  map[source.Path]target
	files    map[source.Path]*source.File
	listed   map[source.Path]bool // files that some document lists, public or not
	shut     map[source.Path]bool // files that belong to what is not public
	tree     *source.Tree
	links    *linker
	outputs  []Output
	owners   map[string]source.Path // who has an address, by its folded form
}

// meeting is minutes with what other documents say of them.
type meeting struct {
	*content.Minutes
	committee *content.Committee
	address   string
	draft     bool // shown although a draft
	previous  *meeting
	next      *meeting
	texts     map[*content.Fragment]Text
}

// target is where a content file's page stands, and what can be pointed at there.
type target struct {
	address  string // "" while it is not public
	anchors  map[string]int
	headings []content.Heading // whose words are other names of anchors
	meeting  *meeting          // of minutes
	title    string

	withdrawn bool // only a stone stands there, without places to point at
}

// New puts the documents in order and finds the problems between them.
func New(tree *source.Tree, docs *content.Documents, o Options) *Site {
	s := &Site{
		settings: docs.Settings, options: o, tree: tree,
		today:      danish.FromTime(o.Now.In(copenhagen(o.Now))),
		committees: docs.Committees, subjects: docs.Subjects, series: docs.Series,
		mentions: map[string][]mention{}, translations: map[source.Path][]*meeting{},
		targets: map[source.Path]target{}, files: map[source.Path]*source.File{},
		owners: map[string]source.Path{}, listed: map[source.Path]bool{}, shut: map[source.Path]bool{},
	}
	s.links = newLinker(s)
	for _, f := range docs.Files {
		s.files[f.Path] = f
	}
	if docs.Shared != nil {
		s.shared = docs.Shared.Milestones
	}
	s.orderSubjects()
	s.orderCommittees()
	s.orderMinutes(docs.Minutes)
	s.choosePages(docs.Pages)
	s.checkSources(docs.Minutes)
	if len(tree.Below("content")) == 0 {
		s.report(source.Pos{Path: "content"}, source.ContentMissing)
	}
	s.checkSettings()
	s.names = newMatcher(s.settings, s.subjects)
	s.readTexts()
	return s
}

// Problems are those found between documents; complete after Outputs.
func (s *Site) Problems() []source.Problem { return s.links.problems }

func (s *Site) report(pos source.Pos, code source.Code, args ...any) {
	s.links.report(pos, code, args...)
}

// copenhagen is the zone that dates are told in. Since 1996 summer time in the
// European Union runs from the last Sunday of March to that of October, 01:00
// UTC (directive 2000/84/EC), so no zone file is needed on the machine.
func copenhagen(at time.Time) *time.Location {
	at = at.UTC()
	change := func(m time.Month) time.Time {
		last := time.Date(at.Year(), m, 31, 1, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -int(last.Weekday()))
	}
	if at.Before(change(time.March)) || !at.Before(change(time.October)) {
		return time.FixedZone("CET", 3600)
	}
	return time.FixedZone("CEST", 7200)
}

// public tells whether a life has begun and not ended.
func (s *Site) public(l content.Life) bool {
	if l.Expires != nil && !s.options.Now.Before(*l.Expires) {
		return false
	}
	return s.options.Drafts || l.Publish == nil || !s.options.Now.Before(*l.Publish)
}

func (s *Site) checkSettings() {
	for _, e := range slices.Concat(s.settings.Menu, s.settings.Footer) {
		s.links.promised = append(s.links.promised, promise{e.Page, e.Pos})
	}
	host := s.settings.Base.Hostname()
	if s.settings.BaseGiven && (host == "example.org" || strings.HasSuffix(host, ".example.org") || host == "example.com" || strings.HasSuffix(host, ".example")) {
		s.report(s.settings.BasePos, source.BaseIsExample, s.settings.Base.String())
	}
	st := s.settings.Statement
	var missing []string
	for _, f := range []struct {
		key   string
		empty bool
	}{{"url", st.URL == ""}, {"phone", st.Phone == ""}, {"email", st.Email == ""}, {"updated", st.Updated.IsZero()}} {
		if f.empty {
			missing = append(missing, f.key)
		}
	}
	if missing != nil {
		s.report(st.Pos, source.StatementMissing, strings.Join(missing, ", "))
	}
}
