// Package site sees all documents together and says what the finished site
// consists of: every file of public/ with its address, the view it is drawn
// from, and the layout or encoder that draws it.
//
// It decides what is public, in which order things stand, where every link
// leads, and which text mentions which subject. It cannot know how a page
// looks: no word that a reader sees stands here, and no markup. Feeds and
// calendars, which no template draws, name their labels (Wording).
//
// Addresses end in a slash; the file is index.html below it. A fragment of
// text stands in a view by its name, with what its holes hold and where its
// marks are, so that a view is small and whoever links words never touches them.
//
// # Recipes and leaves
//
// A view is plain data. Where views are many or large an output holds a Recipe
// instead, of which the view is a method: plain data and leaves, values whose
// digest stands for them, as that of a document is that of its bytes. The digest
// refuses any other pointer, so that a view cannot depend on what its key does not
// count. A key that differs may still give the same view: then its fields decide.
//
// # What always holds
//
//   - Now is compared, never shown: it decides what is public and which plans
//     have passed, in Danish time.
//   - A file is published only when a public document refers to it. Everything
//     else in content/ is reported.
//   - Lists are cut by time, never by page number, so that an address keeps its
//     contents: by year, and a long year by month.
package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/record"
	"referat/generator/source"
)

// Options are the inputs of a build that are not in the user's files.
type Options struct {
	Now    time.Time // only compared, never shown
	Drafts bool      // show drafts and what is not yet public
	Memory *Memory   // what earlier sites left; may be nil

	Past *record.Record // what was published; may be nil
}

// Site is all documents of the site, in order.
type Site struct {
	*frame
	drafts bool
	clock  clock
	memory *Memory

	library
	attachedFiles
	remembered
	names  *matcher
	links  *linker
	silent int64 // since when a feed without entries is as it is, an instant in seconds
	growth
	catalogue
}

// growth is how a site grows out of the one before (grow.go).
type growth struct {
	last     *stage     // that it takes over how things are arranged from; nil of none
	quiet    bool       // and all outputs but those of changed meetings, with later
	told     bool       // a changed meeting tells something else of subjects
	later    grafts     // what changed meetings have in the place of what they had
	changed  []*meeting // whose texts differ
	arranged findings   // what is wrong before any text is read
}

// library is what the site's pages are about.
type library struct {
	docs         *content.Documents
	minutes      []*meeting            // public ones and withdrawn ones, newest first
	byPath       []*meeting            // the same in order of their files
	held         map[string][]*meeting // those that lists show, by committee; "" of all
	committees   []*content.Committee
	subjects     []*content.Subject
	shared       []content.Milestone
	series       []*content.Series
	pages        []*content.Page
	translations map[source.Path][]*meeting // of minutes, by their file
	targets      map[source.Path]target
}

// attachedFiles are the files of content/ that are no documents.
type attachedFiles struct {
	tree   *source.Tree
	files  map[source.Path]*source.File
	listed map[source.Path]bool // those that some document lists, public or not
	shut   map[source.Path]bool // those that belong to what is not public
	moved  map[source.Path]bool // documents and files that links lead to otherwise than in the last site
	hidden bool                 // something is left out that Drafts would show
}

// catalogue is every output, and who has its address: by folded path, those of
// meetings apart.
type catalogue struct {
	outputs  []Output
	owners   map[string]source.Path
	meetings map[string]source.Path
	index    []*IndexPart
}

// meeting is minutes with what other documents say of them.
type meeting struct {
	*content.Minutes
	committee *content.Committee
	closed    string // when the committee closed, in words; "" while it has not
	address   string
	draft     bool // shown although a draft
	on        days
	previous  *meeting
	next      *meeting
	reading   *Reading
	extract   *extract
	recipe    *meetingRecipe
	known     *known
}

// target is where a content file's page stands, and what can be pointed at there.
type target struct {
	address string // "" while it is not public
	anchors content.Anchors
	minutes *content.Minutes // of minutes: the words of their headings are other names of anchors
	meeting *meeting         // of minutes
	title   string

	withdrawn bool // only a stone stands there, without places to point at
}

// targetOf is where the page of minutes stands. Of withdrawn ones nobody is told
// the title, which may name a person.
func targetOf(m *meeting) target {
	if m.State == content.Withdrawn {
		return target{address: m.address, meeting: m, withdrawn: true}
	}
	return target{address: m.address, anchors: m.Anchors, minutes: m.Minutes, meeting: m, title: m.Title}
}

// New puts the documents in order and finds the problems between them.
func New(tree *source.Tree, docs *content.Documents, o Options) *Site {
	s := &Site{frame: newFrame(docs.Settings), drafts: o.Drafts, clock: newClock(o.Now), memory: o.Memory}
	if s.memory == nil {
		s.memory = &Memory{}
	}
	s.library = library{
		docs: docs, committees: slices.Clone(docs.Committees), subjects: slices.Clone(docs.Subjects), series: docs.Series,
		translations: map[source.Path][]*meeting{}, targets: make(map[source.Path]target, len(docs.Minutes)),
	}
	s.attachedFiles = attachedFiles{tree: tree, files: map[source.Path]*source.File{}, listed: map[source.Path]bool{}, shut: map[source.Path]bool{}}
	s.owners = map[string]source.Path{}
	s.links = newLinker(s)
	for _, f := range docs.Files {
		s.files[f.Path] = f
	}
	s.past = cmp.Or(o.Past, &record.Record{})
	s.versions, s.days, s.lists, s.begun = s.findVersions(), s.readDays(), s.recordedLists(), begunIn(s.past)
	last := s.memory.last
	s.memory.last = nil // until this site is whole
	if s.growsFrom(last) {
		s.takeOver(last)
		s.readChanged()
	} else {
		s.arrange()
		s.readTexts(s.minutes)
		s.memory.keep(s.minutes)
	}
	s.silent = cmp.Or(s.begun, s.newestChange())
	return s
}

// arrange puts the documents in order and finds out who is meant by which name.
func (s *Site) arrange() {
	docs := s.docs
	if docs.Shared != nil {
		s.shared = docs.Shared.Milestones
	}
	s.orderSubjects()
	s.orderCommittees()
	s.orderMinutes(docs.Minutes)
	s.choosePages(docs.Pages)
	s.checkSources(docs.Minutes)
	if len(s.tree.Below("content")) == 0 {
		s.report(source.Pos{Path: "content"}, source.ContentMissing)
	}
	s.moved = s.memory.moved(s.targets, s.files, s.shut)
	s.checkSettings()
	s.names = newMatcher(s.Settings, s.subjects)
	s.checkNames()
	s.arranged = findings{trail: trail{promised: slices.Clone(s.links.promised)}, problems: slices.Clone(s.links.problems)}
}

// Problems are those found between documents; complete after Outputs.
func (s *Site) Problems() []source.Problem { return s.links.problems }

// Hides tells that there is something that only the site with drafts shows.
func (s *Site) Hides() bool { return s.hidden }

// Span gives the instants between which the site is the same, the first included:
// something became public, ended or passed at since, or will at until. A zero time
// is no limit. Complete after Outputs.
func (s *Site) Span() (since, until time.Time) { return s.clock.span() }

func (s *Site) report(pos source.Pos, code source.Code, args ...any) {
	s.links.report(pos, code, args...)
}

// public tells whether a life has begun and not ended.
func (s *Site) public(l content.Life) bool {
	if l.Expires != nil && s.clock.reached(*l.Expires) {
		return false
	}
	if l.Publish != nil && !s.clock.reached(*l.Publish) {
		s.hidden = true
		return s.drafts
	}
	return true
}

func (s *Site) checkSettings() {
	for _, e := range slices.Concat(s.Menu, s.Footer) {
		s.links.promised = append(s.links.promised, promise{e.Page, e.Pos})
	}
	host := s.Base.Hostname()
	if s.BaseGiven && (host == "example.org" || strings.HasSuffix(host, ".example.org") || host == "example.com" || strings.HasSuffix(host, ".example")) {
		s.report(s.BasePos, source.BaseIsExample, s.Base.String())
	}
	s.checkStatement()
	s.checkSecurity()
	s.checkOpenData()
}
