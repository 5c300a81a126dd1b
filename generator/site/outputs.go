package site

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/hosting"
	"referat/generator/source"
)

// Outputs gives every file of public/ but the layouts' assets, sorted by path.
func (s *Site) Outputs() []Output {
	if s.last != nil {
		s.followChanged()
		if s.quiet {
			return s.replaced()
		}
	} else {
		s.memory.round++
		s.followLinks(s.minutes)
	}
	read := len(s.links.problems)
	for _, m := range s.minutes {
		s.links.join(m.known.found)
	}
	found := len(s.links.problems)
	subjects := s.allOutputs()
	problems := s.links.problems
	s.leave(stage{arranged: s.arranged, meetings: problems[read:found], rest: slices.Concat(problems[len(s.arranged.problems):read], problems[found:]),
		subjects: subjects, goals: setOf(s.links.goals), promised: s.links.promised, outputs: s.outputs, index: s.index})
	return s.outputs
}

// allOutputs makes all of them, and gives those of the subjects apart too.
func (s *Site) allOutputs() (subjects part) {
	s.memory.lists.turn()
	pages := s.meetingPages()
	s.homePage()
	s.meetingLists()
	s.decisionPages()
	s.committeePages()
	subjects = s.subjectsAgain()
	s.countPages()
	corrections := s.correctionRows()
	s.correctionPages(corrections)
	s.newsPage(corrections)
	s.minutesFeeds()
	s.calendars()
	s.followPage()
	s.tablePages()
	s.openData()
	s.otherPages()
	s.statementPage()
	s.searchPage()
	s.versionPages()
	s.copies()
	s.siteFiles()
	s.redirectPages()
	s.emptiedLists()
	s.indexFiles()
	s.keepPromises()
	weigh(s.outputs)
	s.outputs = merged(pages, s.outputs)
	s.fillSitemap()
	return subjects
}

func byPath(a, b Output) int { return cmp.Compare(a.Path, b.Path) }

// merged sorts two lists into one. The first is long and sorted.
func merged(a, b []Output) []Output {
	slices.SortFunc(b, byPath)
	all := make([]Output, 0, len(a)+len(b))
	for _, o := range b {
		n, _ := slices.BinarySearchFunc(a, o, byPath)
		all = append(append(all, a[:n]...), o)
		a = a[n:]
	}
	return append(all, a...)
}

// put adds an output, unless its address belongs to another already: equal
// addresses, or such as differ by case only, would be one file on many disks.
func (s *Site) put(o Output) {
	key := folded(o.Path)
	from := o.From
	if from == "" {
		from = source.Settings
	}
	owner, taken := s.owner(key)
	if taken && o.Form == JSON {
		return // its page has the same fault, and says so
	}
	if taken {
		s.reportTaken("/"+strings.TrimSuffix(o.Path, "index.html"), from, owner)
		return
	}
	s.owners[key] = from
	s.outputs = append(s.outputs, o)
}

// reportTaken tells of an address that two sources want. What the site itself puts there
// cannot move, so that the other one has to.
func (s *Site) reportTaken(address string, from, owner source.Path) {
	if from == source.Settings {
		from, owner = owner, from
	}
	if owner == source.Settings && from != owner {
		s.report(source.Pos{Path: from}, source.AddressReserved, address)
		return
	}
	s.report(source.Pos{Path: from}, source.AddressConflict, address, string(owner))
}

func (s *Site) owner(key string) (from source.Path, taken bool) {
	if from, taken = s.owners[key]; !taken {
		from, taken = s.meetings[key]
	}
	return from, taken
}

// folded is what two paths have in common that many disks take for one.
func folded(p string) string {
	for i := 0; i < len(p); i++ {
		if p[i] >= 0x80 || p[i] >= 'A' && p[i] <= 'Z' {
			return strings.ToLower(norm.NFC.String(p))
		}
	}
	return p
}

// putPage adds an HTML page at an address.
func (s *Site) putPage(kind, address, lang string, made any, from source.Path) {
	s.put(Output{Path: outputPath(address), Form: HTML, Layout: kind, Lang: lang, Made: made, From: from})
}

// markDraft marks the output that was last put.
func (s *Site) markDraft(draft bool) { s.outputs[len(s.outputs)-1].Draft = draft }

func (s *Site) putJSON(address string, made any, from source.Path) {
	s.put(Output{Path: outputPath(address + "index.json"), Form: JSON, Made: made, From: from})
}

// copies publishes the files that some public document refers to, and tells of
// the others.
func (s *Site) copies() {
	used := map[source.Path]bool{}
	for _, p := range s.links.used {
		used[p] = true
	}
	drafts := map[source.Path]bool{} // folders of drafts
	for _, m := range s.minutes {
		if m.draft && m.Bundle {
			drafts[m.Dir] = true
		}
	}
	for _, p := range slices.Sorted(maps.Keys(s.files)) {
		if f := s.files[p]; used[p] {
			digest, err := s.tree.Sum(f)
			if err != nil {
				s.report(source.Pos{Path: p}, source.FileUnreadable, source.Because(err))
			}
			s.put(Output{Path: outputPath(s.links.fileAddress(p, source.Pos{Path: p})), Form: Copy, Made: FileView{p, f.Size, digest}, From: p, Draft: drafts[p.Dir()]})
		} else if !s.listed[p] {
			s.report(source.Pos{Path: p}, source.FileNotPublished)
		}
	}
}

// keepPromises checks the links that name an address of the site.
func (s *Site) keepPromises() {
	for _, p := range s.links.promised {
		address, _, _ := strings.Cut(p.address, "#")
		address, _, _ = strings.Cut(address, "?")
		if plain, err := url.PathUnescape(address); err == nil {
			address = plain
		}
		path := outputPath(address)
		if _, ok := s.owner(strings.ToLower(path)); !ok || hosting.Hidden(path) {
			s.deadLink(p, path)
			continue
		}
		if _, anchor, has := strings.Cut(p.address, "#"); has {
			s.checkAnchor(p, address, anchor)
		}
	}
}

// deadLink tells of a link to an address at which nothing stands, or not now.
func (s *Site) deadLink(p promise, path string) {
	if file, why, is := s.hiddenAt(path); is && why != (Hidden{}) {
		s.links.problems = append(s.links.problems, why.Linked(p.pos, file))
		return
	}
	s.report(p.pos, source.DeadLink, p.address, source.Nearest(p.address, s.addresses()))
}

// addresses are those that a link may lead to, sorted.
func (s *Site) addresses() []string {
	var known []string
	for _, owners := range []map[string]source.Path{s.owners, s.meetings} {
		for key := range owners {
			if !hosting.Hidden(key) {
				known = append(known, "/"+strings.TrimSuffix(key, "index.html"))
			}
		}
	}
	slices.Sort(known)
	return known
}

// checkAnchor looks for a place on a meeting's page; those of other pages are
// partly the layouts' own.
func (s *Site) checkAnchor(p promise, address, anchor string) {
	for _, m := range s.minutes {
		if m.address == address && m.State != content.Withdrawn && !m.Anchors.Has(anchor) {
			s.report(p.pos, source.DeadAnchor, anchor, string(m.Path), source.Nearest(anchor, m.Anchors.List()))
		}
	}
}

// siteFiles are for machines. The sitemap is filled last, for it names the others.
func (s *Site) siteFiles() {
	s.put(Output{Path: "robots.txt", Form: Robots, Made: data.Site{Sitemap: s.absolute("/" + sitemapFile)}})
	s.put(Output{Path: sitemapFile, Form: Sitemap})
	s.put(Output{Path: "manifest.webmanifest", Form: Manifest, Made: s.manifest()})
	s.securityFile()
	s.serverRules()
}

// forEverybody tells that an output is one that readers and search engines are to find.
func (o *Output) forEverybody() bool {
	switch o.Form {
	case Sitemap, Robots, SecurityText, Rules, Index, Manifest:
		return false
	}
	return o.Path != "404.html" && !o.Draft && !o.Earlier && o.Layout != "withdrawn" && o.Layout != "redirect"
}
