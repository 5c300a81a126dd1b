package record

import (
	"cmp"
	"crypto/sha256"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// Update is what to write so that the record holds what a site shows.
type Update struct {
	News
	stages [4][]File // but for the publication
	past   []Publication
	same   bool // the last publication has the digest of what public/ shows
	at     time.Time
}

// The stages of an update, in the order in which they are written: each rests on those
// before it.
const (
	earlier = iota // texts of versions that another follows
	latest         // texts of the latest versions
	tables
	unwanted // texts that no table names any more
)

// File is a file of the record that is to be written, or to be removed.
type File struct {
	Path source.Path
	Text []byte
	Gone bool
}

// News is what a record did not hold.
type News struct {
	Addresses []string
	New       []source.Path // documents
	Changed   []source.Path // documents with other bytes
	Versions  []Document    // that follow another, with other words
	Left      []source.Path // documents that are no longer published
}

// Next tells what to write. It is for a site that breaks nothing of what was published
// (Check); manifest is the digest of all its files.
func (r *Record) Next(s Site, manifest source.Digest) (Update, *source.Problem) {
	n := nexter{Record: r, site: s, day: danish.FromTime(danish.Local(s.Now)), next: &Record{Entries: slices.Clone(r.Entries)}, told: r.Entries.told(s.Docs), texts: map[source.Path]bool{}, pairs: counted(s.Docs)}
	n.update = Update{past: r.Publications, at: s.Now}
	if last := len(r.Publications) - 1; last >= 0 {
		n.update.same = r.Publications[last].Manifest == manifest
	}
	n.addresses()
	if problem := n.documents(); problem != nil {
		return Update{}, problem
	}
	n.next.Entries.sort()
	n.table(EntriesFile, n.next.EntriesTable())
	n.meetings()
	n.table(DocumentsFile, n.next.DocumentsTable())
	n.table(AddressesFile, n.next.AddressesTable())
	n.table(MeetingsFile, n.next.MeetingsTable())
	n.sweep()
	return n.update, nil
}

// Empty tells that there is nothing to write: the record holds all that public/ shows.
func (u Update) Empty() bool {
	return u.same && !slices.ContainsFunc(u.stages[:], func(files []File) bool { return len(files) > 0 })
}

// Stages are what to write before the publication: the files of each may be written at
// once, but all of them before any of the next.
func (u Update) Stages() [][]File { return u.stages[:] }

// Publication is the file to write last: the reviewer has seen what is recorded. manifest
// is the digest of all files that are made from what the stages have written, for pages
// tell the days that the record has.
func (u Update) Publication(reviewer string, manifest source.Digest) File {
	r := Record{Publications: append(slices.Clone(u.past), Publication{instantOf(u.at), reviewer, len(u.New) + len(u.Changed) + len(u.Left), manifest})}
	return File{Path: PublicationsFile, Text: []byte(r.PublicationsTable())}
}

// nexter makes an update.
type nexter struct {
	*Record
	site   Site
	day    danish.Date
	next   *Record
	pages  map[source.Path]string          // the address of the page of each published content file
	leads  map[string]source.Path          // the content file whose page an old address leads to
	texts  map[source.Path]bool            // files of texts/ that the next record needs
	pairs  map[source.Path]source.Path     // of files that count persons, the other file
	told   map[source.Path][]content.Entry // what feeds tell of documents
	update Update
}

// addresses takes over those that were recorded, but what is to be forgotten, and adds
// those of the site.
func (n *nexter) addresses() {
	n.pages, n.leads = map[source.Path]string{}, map[string]source.Path{}
	minutes := n.site.minutesOf()
	all := map[string]Address{}
	stays := n.stripped(n.erased())
	n.next.Meetings = stays.Meetings
	for _, a := range stays.Addresses {
		all[a.Address] = a
	}
	for shown := range n.site.Shown {
		address := addressOf(shown.Path)
		a, known := all[address]
		a.Address = address
		if !known {
			n.update.Addresses = append(n.update.Addresses, address)
		}
		switch shown.Kind {
		case Page, Stone:
			n.pages[shown.From] = address
		case Redirect:
			n.leads[address] = shown.From
		case Data:
			if _, has := n.pages[shown.From]; !has {
				n.pages[shown.From] = "" // a table has no page of its own
			}
		}
		if m := minutes(shown.From); shown.Kind == Page && m != nil && sealable(m.State) {
			a.Anchors = union(anchorsOf(m), a.Anchors)
		}
		all[address] = a
	}
	n.next.Addresses = slices.SortedFunc(maps.Values(all), byPath)
}

func anchorsOf(m *content.Minutes) (list []string) {
	m.EachPlace(func(anchor string) { list = append(list, anchor) })
	return list
}

// documents takes over the versions of what is sealed and adds what the site is made of.
func (n *nexter) documents() *source.Problem {
	now := n.published()
	stays := func(p source.Path) bool {
		_, found := slices.BinarySearchFunc(now, p, func(d published, p source.Path) int { return cmp.Compare(d.Path, p) })
		return found
	}
	origins := map[source.Path]source.Path{} // where documents have moved from
	n.Latest(func(d Document) {
		to, leads := n.leads[d.Address]
		switch _, known := n.Document(to); {
		case stays(d.Path):
		case leads && !known && stays(to):
			origins[to] = d.Path
		case d.Seal == source.Digest{} && !n.outlives(d):
			n.update.Left = append(n.update.Left, d.Path)
		default: // it has ended
			n.keep(n.Versions(d.Path))
		}
	})
	for _, d := range now {
		if problem := n.document(d, n.Versions(cmp.Or(origins[d.Path], d.Path))); problem != nil {
			return problem
		}
	}
	slices.SortStableFunc(n.next.Documents, func(a, b Document) int { return cmp.Compare(a.Path, b.Path) })
	return nil
}

// keep takes over versions with their texts.
func (n *nexter) keep(versions []Document) {
	for _, d := range versions {
		n.texts[n.TextPath(d)] = true
	}
	n.next.Documents = append(n.next.Documents, versions...)
}

// published is a content file that the site is made of.
type published struct {
	Document
	minutes *content.Minutes // or nil
}

// published are the content files of all that has a page, and the settings, by path.
func (n *nexter) published() []published {
	docs := n.site.Docs
	var list []published
	add := func(p source.Path, address string, m *content.Minutes) {
		if _, there := n.site.Tree.File(p); there {
			list = append(list, published{Document{Path: p, Address: address}, m})
		}
	}
	by := func(page source.Path, files ...source.Path) {
		if address, public := n.pages[page]; public {
			for _, p := range files {
				add(p, address, nil)
			}
		}
	}
	add(source.Settings, "", nil)
	for _, m := range docs.Minutes {
		if address, public := n.pages[m.Path]; public {
			add(m.Path, address, m)
		} else if was, known := n.Document(m.Path); known && stubOf(m) != nil {
			add(m.Path, was.Address, m) // its stone has ended
		}
	}
	for _, c := range docs.Committees {
		by(c.Path, c.Path)
	}
	for _, g := range docs.Subjects {
		by(g.Path, g.Path)
	}
	for _, c := range docs.Series {
		by(c.CSV, c.Path, c.CSV)
	}
	for _, t := range docs.Tables {
		by(t.Path, t.Path, t.CSV)
	}
	for _, p := range docs.Pages {
		if p.Address == "/404.html" && !p.Draft { // which has no address to keep
			add(p.Path, "", nil)
		}
		by(p.Path, p.Path)
	}
	if docs.Shared != nil {
		add(docs.Shared.Path, "", nil)
	}
	slices.SortFunc(list, func(a, b published) int { return cmp.Compare(a.Path, b.Path) })
	return list
}

// document adds the line and the text of a document behind those of its earlier versions;
// versions are all that were recorded.
func (n *nexter) document(p published, versions []Document) *source.Problem {
	if stub := stubOf(p.minutes); stub != nil {
		return n.erase(p.Document, versions, stub)
	}
	d, problem := n.line(p)
	if problem != nil {
		return problem
	}
	var was Document
	if len(versions) > 0 {
		was = versions[len(versions)-1]
		if n.alike(d, was) {
			d.Bytes = was.Bytes
		}
		d.Version, d.Recorded, d.Instant = was.Version, was.Recorded, was.Instant
		before := versions[:len(versions)-1]
		if d.Seal == (source.Digest{}) {
			d.Seal = was.Seal // of what is withdrawn now
		} else if was.Seal == (source.Digest{}) {
			d.record(was.Version, n.site.Now) // now it is a record
		} else if _, changed := n.changeSince(was, p.minutes, n.site); changed {
			d.record(was.Version+1, n.site.Now)
			n.update.Versions = append(n.update.Versions, d)
			before = versions
		}
		follows, problem := n.follows(d, was)
		if problem != nil {
			return problem
		}
		if follows {
			d.record(was.Version+1, n.site.Now)
			before = versions
		}
		for _, e := range before {
			n.setAside(e, d.Path)
		}
	}
	n.entries(d, was)
	n.next.Documents = append(n.next.Documents, d)
	return n.text(d, was, nil)
}

// line is what the table says of a document that it does not have yet.
func (n *nexter) line(p published) (Document, *source.Problem) {
	d := p.Document
	d.record(1, n.site.Now)
	f, _ := n.site.Tree.File(p.Path)
	digest, err := n.site.Tree.Sum(f)
	if err != nil {
		return d, unreadable(p.Path, err)
	}
	d.Bytes = digest
	if p.minutes != nil {
		d.State = p.minutes.State
		if sealable(d.State) {
			d.Seal = p.minutes.Seal
		}
	}
	return d, nil
}

// alike tells that a document has the bytes of a recorded one, whatever git has made of
// the ends of their lines on this machine.
func (n *nexter) alike(d, was Document) bool {
	if d.Bytes == was.Bytes {
		return true
	}
	text, problem := n.read(d.Path)
	if problem != nil {
		return false
	}
	return sameLines(text, was.Bytes)
}

// setAside takes over an earlier version of what now is the file at a path, and keeps its
// text; what was withdrawn has none that may be shown, and one that is lost was told of.
func (n *nexter) setAside(d Document, as source.Path) {
	was := d
	d.Path, d.Was = as, ""
	n.next.Documents = append(n.next.Documents, d)
	to := earlierText(d)
	n.texts[to] = true
	if _, there := n.tree.File(to); there || d.State == content.Withdrawn {
		return
	}
	if text, err := n.Text(was); err == nil {
		n.put(earlier, File{Path: to, Text: text})
	}
}

func (n *nexter) put(stage int, f File) { n.update.stages[stage] = append(n.update.stages[stage], f) }

// text adds the bytes of a document, if the record has others: its stub, or what its file
// has when it has none.
func (n *nexter) text(d, was Document, stub []byte) *source.Problem {
	to := latestText(d.Path)
	n.texts[to] = true
	_, there := n.tree.File(to)
	if there && was.recordedAs() == d.Path && was.Bytes == d.Bytes {
		return nil
	}
	text := stub
	if text == nil {
		var problem *source.Problem
		if text, problem = n.read(d.Path); problem != nil {
			return problem
		}
	}
	n.put(latest, File{Path: to, Text: text})
	if was.Path != d.Path {
		n.update.New = append(n.update.New, d.Path)
	} else {
		n.update.Changed = append(n.update.Changed, d.Path)
	}
	return nil
}

// read gives the bytes of a content file, which must be those that the site was made of.
func (n *nexter) read(p source.Path) ([]byte, *source.Problem) {
	r, err := n.site.Tree.Open(p)
	if err != nil {
		return nil, unreadable(p, err)
	}
	defer func() { _ = r.Close() }()
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, unreadable(p, err)
	}
	if f, ok := n.site.Tree.File(p); ok {
		if digest, known := f.Known(); known && digest == sha256.Sum256(text) {
			return text, nil
		}
	}
	problem := source.At(source.Pos{Path: p}, source.FileChanged)
	return nil, &problem
}

func unreadable(p source.Path, err error) *source.Problem {
	problem := source.At(source.Pos{Path: p}, source.FileUnreadable, source.Because(err))
	return &problem
}

// table adds a table, if the record has another.
func (n *nexter) table(p source.Path, text string) {
	if f, ok := n.tree.File(p); ok {
		if loaded, problem := n.tree.Load(f); problem == nil && loaded.Text == text {
			return
		}
	}
	n.put(tables, File{Path: p, Text: []byte(text)})
}

// sweep removes the texts that no line names.
func (n *nexter) sweep() {
	for _, f := range n.tree.Recorded() {
		if strings.HasPrefix(string(f.Path), string(textsDir)+"/") && !n.texts[f.Path] {
			n.put(unwanted, File{Path: f.Path, Gone: true})
		}
	}
}
