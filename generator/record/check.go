package record

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// Check tells what a site breaks of what was published, and which documents only got other
// names, for Explain. whole is false of a site with files that cannot be read: of what it
// lacks nothing can be said then.
func (r *Record) Check(s Site, whole bool) ([]source.Problem, []Rename) {
	if r.Empty() && len(s.Docs.Settings.Released) == 0 {
		return nil, nil
	}
	c := checker{Record: r, site: s, released: map[string]*release{}, redirects: map[string]source.Path{}}
	for _, given := range s.Docs.Settings.Released {
		address := given.Address
		if plain, err := url.PathUnescape(address); err == nil {
			address = plain
		}
		c.released[address] = &release{Released: given}
	}
	c.addresses()
	c.findRenamed()
	c.texts()
	c.documents()
	if whole {
		c.tellVanished()
		c.tellUnused()
	}
	return c.problems, c.renames
}

// checker gathers what is broken.
type checker struct {
	*Record
	site      Site
	released  map[string]*release
	redirects map[string]source.Path   // addresses that lead to the page of a file
	beside    map[source.Path][]string // what besideMoved gives, once asked for
	vanished  []Address
	excused   []string // addresses where, and below which, nothing is missed
	renames   []Rename
	renamed   []string // the addresses that these have lost
	anchors   []source.Problem
	problems  []source.Problem
}

// release is an address that was given up.
type release struct {
	content.Released
	used bool
}

func (c *checker) report(pos source.Pos, code source.Code, args ...any) {
	c.problems = append(c.problems, source.At(pos, code, args...))
}

// addresses goes along the recorded addresses and those of the site, side by side.
func (c *checker) addresses() {
	minutes := c.site.minutesOf()
	recorded := c.Addresses
	var path string // of the first of them
	ahead := func() bool {
		if len(recorded) > 0 {
			path = recorded[0].path()
		}
		return len(recorded) > 0
	}
	more := ahead()
	for shown := range c.site.Shown {
		for more && path < shown.Path {
			c.vanished = append(c.vanished, recorded[0])
			recorded = recorded[1:]
			more = ahead()
		}
		switch shown.Kind {
		case Stone:
			c.excused = append(c.excused, addressOf(shown.Path))
		case Redirect:
			c.redirects[addressOf(shown.Path)] = shown.From
		}
		if !more || path != shown.Path {
			continue
		}
		if shown.Kind == Page && len(recorded[0].Anchors) > 0 {
			if m := minutes(shown.From); m != nil {
				c.places(recorded[0], m)
			}
		}
		recorded = recorded[1:]
		more = ahead()
	}
	c.vanished = append(c.vanished, recorded...)
}

// places tells which places of minutes have vanished.
func (c *checker) places(a Address, m *content.Minutes) {
	if !sealable(m.State) || hasInOrder(m, a.Anchors) {
		return
	}
	for _, anchor := range a.Anchors {
		if !m.Anchors.Has(anchor) && !c.gaveUp(a.Address+"#"+anchor) {
			c.anchors = append(c.anchors, source.At(source.Pos{Path: m.Path}, source.AnchorVanished, anchor, source.Nearest(anchor, m.Anchors.List()), a.Address+"#"+anchor))
		}
	}
}

// hasInOrder tells that items and sections have just these anchors, in their order, as
// nearly all minutes have.
func hasInOrder(m *content.Minutes, anchors []string) bool {
	same := true
	m.EachPlace(func(anchor string) {
		same = same && len(anchors) > 0 && anchors[0] == anchor
		if same {
			anchors = anchors[1:]
		}
	})
	return same && len(anchors) == 0
}

// gaveUp tells that an address was released.
func (c *checker) gaveUp(address string) bool {
	given := c.released[address]
	if given == nil {
		return false
	}
	given.used = true
	return true
}

// documents compares the latest version of all that is recorded with what is there now.
func (c *checker) documents() {
	minutes := c.site.minutesOf()
	c.Latest(func(d Document) {
		if m := minutes(d.Path); m != nil {
			c.minutes(d, m)
			return
		}
		if _, there := c.site.Tree.File(d.Path); there {
			return
		}
		if !sealable(d.State) || slices.ContainsFunc(c.renames, func(r Rename) bool { return r.From == d.Path }) {
			return
		}
		if c.gaveUp(d.Address) {
			c.excused = append(c.excused, d.Address)
			return
		}
		if to, moved := c.redirects[d.Address]; moved {
			c.moved(d, minutes(to))
			return
		}
		c.excused = append(c.excused, d.Address)
		c.report(source.Pos{Path: d.Path}, source.RecordVanished, d.Address)
	})
}

// moved compares minutes that stand in another file than they were recorded in, until
// they are recorded there.
func (c *checker) moved(d Document, m *content.Minutes) {
	if m == nil {
		return
	}
	if _, known := c.Document(m.Path); !known {
		c.minutes(d, m)
	}
}

// hidden notes the addresses of versions that were given up: were they not, their pages
// would be there.
func (c *checker) hidden(d Document, m *content.Minutes) {
	if len(c.released) == 0 {
		return
	}
	for _, v := range c.Versions(d.Path) {
		if v.Seal != (source.Digest{}) && (v.Version < d.Version || m.Seal != d.Seal) {
			c.gaveUp(VersionAddress(d.Address, v.Version))
		}
	}
}

func (c *checker) minutes(d Document, m *content.Minutes) {
	c.hidden(d, m)
	if d.Version > 1 || d.State == content.Withdrawn {
		c.takenAway(d)
	}
	switch {
	case m.State == content.Withdrawn:
	case sealable(d.State) && (!sealable(m.State) || d.State == content.Approved && m.State == content.Final):
		c.excused = append(c.excused, d.Address)
		c.report(source.Pos{Path: m.Path}, source.RecordState, string(d.State), string(m.State))
	case sealable(m.State):
		if change, changed := c.changeSince(d, m, c.site); changed && !change.Corrected {
			c.problems = append(c.problems, change.problem(m, c.TextPath(d)))
		}
		c.corrections(d, m)
	}
	c.ended(d, m.Life, m.OldAddresses)
}

// ended excuses the pages of a document whose author said that it ends, when it has.
func (c *checker) ended(d Document, l content.Life, old []content.OldAddress) {
	if l.Expires != nil && !c.site.Now.Before(*l.Expires) {
		c.excused = append(c.excused, PagesOf(d.Address, old)...)
	}
}

// takenAway excuses the pages of earlier versions of what was once withdrawn: they do not
// come back when the minutes do.
func (c *checker) takenAway(latest Document) {
	for _, d := range c.Versions(latest.Path) {
		if d.State == content.Withdrawn {
			for n := range d.Version {
				c.excused = append(c.excused, VersionAddress(latest.Address, n+1))
			}
		}
	}
}

// tellVanished reports the addresses and places that nothing stands for any more.
func (c *checker) tellVanished() {
	c.problems = append(c.problems, c.anchors...)
	if len(c.vanished) == 0 {
		return
	}
	for _, p := range c.site.Docs.Pages {
		if d, recorded := c.Document(p.Path); recorded {
			c.ended(d, p.Life, p.OldAddresses)
		}
	}
	from, gone := map[string]source.Path{}, map[string]bool{}
	c.Latest(func(d Document) { from[d.Address] = d.Path })
	for _, a := range c.vanished {
		gone[a.Address] = true
	}
	for _, a := range c.vanished {
		if page := besides(a.Address); c.excuses(a.Address) || page != a.Address && gone[page] {
			continue // what stands beside a page comes back with it, or is led on with it
		}
		pos := source.Pos{Path: AddressesFile, Line: a.Line}
		if p := from[a.Address]; p != "" {
			pos = source.Pos{Path: p}
		}
		c.report(pos, source.AddressVanished, a.Address, fileAt(a.Address))
	}
}

// fileAt is the name of the file at an address; "" of a page, which alone redirect_from can name.
func fileAt(address string) string {
	if mayLead(address) {
		return ""
	}
	return path.Base(address)
}

// mayLead tells that redirect_from can name an address.
func mayLead(address string) bool {
	return strings.HasSuffix(address, "/") || strings.HasSuffix(address, ".html")
}

// excuses tells that nobody has to miss what stood at an address.
func (c *checker) excuses(address string) bool {
	page := besides(address)
	return c.gaveUp(address) || c.leadsOn(page, address) || slices.Contains(c.renamed, address) || page != address && c.gaveUp(page) ||
		slices.ContainsFunc(c.excused, func(e string) bool { return e == address || strings.HasSuffix(e, "/") && strings.HasPrefix(address, e) })
}

// leadsOn tells that what stood beside a page that has moved leads on with it: the same
// stands beside the page now. Where a stone stands now nothing is missed.
func (c *checker) leadsOn(page, address string) bool {
	to, moves := c.redirects[page]
	if !moves {
		return false
	}
	if c.beside == nil {
		c.beside = c.besideMoved()
	}
	const itself = ""
	names := c.beside[to]
	return !slices.Contains(names, itself) || slices.Contains(names, strings.TrimPrefix(address, page))
}

// besideMoved gives of the files whose pages have moved the names of what stands beside
// these now; that of the page itself is empty.
func (c *checker) besideMoved() map[source.Path][]string {
	beside := make(map[source.Path][]string, len(c.redirects))
	for _, to := range c.redirects {
		beside[to] = nil
	}
	for shown := range c.site.Shown {
		names, moved := beside[shown.From]
		if !moved {
			continue
		}
		at := addressOf(shown.Path)
		if name := strings.TrimPrefix(at, besides(at)); name != "" || shown.Kind == Page {
			beside[shown.From] = append(names, name)
		}
	}
	return beside
}

// besides is the page that data, a feed or a calendar stand beside; they go where it goes.
func besides(address string) string {
	for _, name := range []string{"index.json", "feed.xml", "kalender.ics"} {
		if page, is := strings.CutSuffix(address, "/"+name); is {
			return page + "/"
		}
	}
	return address
}

// tellUnused warns of what was given up and is there, or never was.
func (c *checker) tellUnused() {
	for _, given := range c.released {
		if !given.used {
			c.report(given.Pos, source.ReleaseUnused, given.Address)
		}
	}
}
