package site

import (
	"path"
	"strings"

	"referat/generator/source"
)

// Lists are cut by year and month. One that has nothing left to show, since its only minutes
// were withdrawn, keeps its address all the same and leads to the list above it.

// recordedLists are the addresses that lists of a year or of a month have had, sorted.
func (s *Site) recordedLists() []string {
	var lists []string
	for _, a := range s.past.Addresses {
		if isPeriod(a.Address) && (strings.HasPrefix(a.Address, s.listAddress()) || strings.HasPrefix(a.Address, decisionsAddress) || strings.HasPrefix(a.Address, "/"+s.Subjects.Folder+"/")) {
			lists = append(lists, a.Address)
		}
	}
	return lists
}

// isPeriod tells that an address ends in a year or in a year and a month: /2024/, /2024/03/.
func isPeriod(address string) bool {
	dir, slash := strings.CutSuffix(address, "/")
	if !slash {
		return false
	}
	last := path.Base(dir)
	if len(last) == 2 && digits(last) {
		last = path.Base(path.Dir(dir))
	}
	return len(last) == 4 && digits(last)
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// emptiedLists stand where lists stood that show nothing any more. All pages but these
// are there already.
func (s *Site) emptiedLists() {
	for _, address := range s.lists {
		above := address
		for !s.has(above) && above != "/" {
			above = parent(above)
		}
		if above == address || above == "/" { // it is there, or nothing like it is
			continue
		}
		v := RedirectView{Page: s.page(above, ""), Old: address, To: s.href(above)}
		v.Crumbs = nil
		s.putPage("redirect", address, v.Lang, v, source.Settings)
	}
}

// has tells that a page stands at an address.
func (s *Site) has(address string) bool {
	_, taken := s.owner(folded(outputPath(address)))
	return taken
}

// parent is the folder that an address with a last slash lies in.
func parent(address string) string {
	if dir := path.Dir(path.Dir(address)); dir != "/" {
		return dir + "/"
	}
	return "/"
}
