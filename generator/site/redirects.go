package site

import (
	"path"
	"strings"

	"referat/generator/content"
	"referat/generator/hosting"
	"referat/generator/source"
)

// redirect is an address that a document once had, and where it stands now.
type redirect struct {
	content.OldAddress
	to target
}

// redirects are those of all documents that have a page. A document that is not
// public has no page to lead to.
func (s *Site) redirects() []redirect {
	var list []redirect
	add := func(p source.Path, old []content.OldAddress) {
		for _, o := range old {
			if to := s.targets[p]; to.address != "" {
				list = append(list, redirect{o, to})
			}
		}
	}
	for _, m := range s.byPath {
		add(m.Path, m.OldAddresses)
	}
	for _, c := range s.committees {
		add(c.Path, c.OldAddresses)
	}
	for _, g := range s.subjects {
		add(g.Path, g.OldAddresses)
	}
	for _, p := range s.pages {
		add(p.Path, p.OldAddresses)
	}
	return list
}

// redirectPages stand where pages stood that have moved, for servers that do not know
// the rules. All pages but these are there already.
func (s *Site) redirectPages() {
	moved := s.redirects()
	if len(moved) == 0 {
		return
	}
	folders := s.folders()
	for _, r := range moved {
		file := outputPath(r.Address)
		key := folded(file)
		owner, taken := s.owner(key)
		if at, is := folders[key]; is && !taken {
			owner, taken = at, true // a folder would have to be a file
		}
		for dir := path.Dir(key); dir != "." && !taken; dir = path.Dir(dir) {
			owner, taken = s.owner(dir)
		}
		if hosting.Hidden(file) {
			owner, taken = source.Path(file), true
		}
		if taken {
			s.report(r.Pos, source.RedirectTaken, r.Address, string(owner))
			continue
		}
		v := RedirectView{Page: s.page(r.to.address, ""), Old: r.Address, To: s.href(r.to.address)}
		v.Crumbs = nil
		s.putPage("redirect", r.Address, v.Lang, v, r.Pos.Path)
		for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
			folders[dir] = r.Pos.Path
		}
	}
}

// folders are the folders that outputs lie in, folded, each with a file that one of
// them is drawn from.
func (s *Site) folders() map[string]source.Path {
	all := map[string]source.Path{}
	for _, owners := range []map[string]source.Path{s.owners, s.meetings} {
		for key, from := range owners {
			for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
				if known, is := all[dir]; is && known <= from {
					break
				}
				all[dir] = from
			}
		}
	}
	return all
}

// rulesOfRedirects are the redirects as a web server is told them. It is asked for a
// folder with and without the last slash, and for what stood beside its page.
func (s *Site) rulesOfRedirects() []hosting.Redirect {
	var list []hosting.Redirect
	for _, r := range s.redirects() {
		from, to := strings.TrimPrefix(r.Address, "/"), strings.TrimPrefix(r.to.address, "/")
		list = append(list, hosting.Redirect{From: from, To: to})
		if folder, is := strings.CutSuffix(from, "/"); is {
			list = append(list, hosting.Redirect{From: folder, To: to})
			list = append(list, s.besideMoved(from, to)...)
		}
	}
	return list
}

// besideMoved leads whoever follows a page by its data, feed or calendar to those that
// stand beside the page now. Only a server can: none of them can say itself where it went.
func (s *Site) besideMoved(from, to string) []hosting.Redirect {
	var list []hosting.Redirect
	for _, name := range []string{"index.json", feedFile, calendarName} {
		_, there := s.owner(folded(outputPath("/" + to + name)))
		if _, taken := s.owner(folded(outputPath("/" + from + name))); there && !taken {
			list = append(list, hosting.Redirect{From: from + name, To: to + name})
		}
	}
	return list
}
