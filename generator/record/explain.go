package record

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"referat/generator/source"
)

// This file tells once of each document that only got another name, in place of all that
// follows from it: links to the old name, and what knows a committee or a subject by its id.

// Explain gives what is wrong between the documents of a site, but for what follows from
// renames, and these.
func Explain(renames []Rename, problems []source.Problem) []source.Problem {
	if len(renames) == 0 {
		return problems
	}
	left := make([]source.Problem, 0, len(problems))
	causes := causesOf(renames)
	for _, p := range source.Sort(problems) { // a link may be followed for more than one page
		if c := causes.of(p); c == nil {
			left = append(left, p)
		} else if written := p.Args[0].(string); !strings.HasPrefix(written, "/") { // an address is right again when it leads on
			c.follow++
		}
	}
	for _, c := range causes.all {
		left = append(left, c.problem())
	}
	return left
}

// cause is a rename, and in how many places its old name is used.
type cause struct {
	*Rename
	follow int
}

// causes are renames by what they have taken away.
type causes struct {
	all                  []*cause
	files, folders       map[source.Path]*cause
	addresses            map[string]*cause
	committees, subjects map[string]*cause
}

func causesOf(renames []Rename) causes {
	by := causes{files: map[source.Path]*cause{}, folders: map[source.Path]*cause{}, addresses: map[string]*cause{}, committees: map[string]*cause{}, subjects: map[string]*cause{}}
	for i := range renames {
		c := &cause{Rename: &renames[i]}
		by.all = append(by.all, c)
		by.files[c.From] = c
		by.folders[source.Path(c.folder)] = c
		by.committees[c.committee], by.subjects[c.subject] = c, c
		for _, address := range c.Lost {
			by.addresses[address] = c
		}
	}
	delete(by.folders, "")
	return by
}

// of is the rename that a problem between documents follows from; nil of none.
func (by causes) of(p source.Problem) *cause {
	if len(p.Args) == 0 {
		return nil
	}
	written, _ := p.Args[0].(string)
	switch {
	case written == "":
		return nil
	case p.Code == source.UnknownCommittee:
		return by.committees[written]
	case p.Code == source.UnknownSubject:
		return by.subjects[written]
	case p.Code == source.DeadLink || p.Code == source.ApprovedBy:
		return by.linked(p.Pos.Path, written)
	}
	return nil
}

// linked is the rename for which a link in a file leads nowhere: to the old name, to one of its
// addresses, or to minutes that have lost their committee.
func (by causes) linked(from source.Path, written string) *cause {
	to, _, _ := strings.Cut(written, "#")
	if plain, err := url.PathUnescape(to); err == nil {
		to = plain
	}
	if strings.HasPrefix(to, "/") {
		to, _, _ = strings.Cut(to, "?")
		return by.addresses[to]
	}
	file := source.Path(path.Join(string(from.Dir()), to))
	if c := by.files[file]; c != nil {
		return c
	}
	for dir := file.Dir(); dir != "." && dir != ""; dir = dir.Dir() {
		if c := by.folders[dir]; c != nil {
			return c
		}
	}
	return nil
}

func (c *cause) problem() source.Problem {
	var lines []string
	replaced := "" // says that a line is there, of which there can be one only
	for _, a := range c.leading {
		lines = append(lines, strconv.Quote(a.Address))
		replaced = "redirect_from"
	}
	for _, address := range c.Lost {
		lines = append(lines, strconv.Quote(address))
	}
	redirect, places := strings.Join(lines, ", "), ""
	if c.follow > 0 {
		places = strconv.Itoa(c.follow)
	}
	if c.folder != "" {
		redirect, places, replaced = "", "", "" // its minutes would have no committee all the same
	}
	return source.At(source.Pos{Path: c.To}, source.DocumentMoved, string(c.From), c.Lost[0], redirect, places, c.folder, replaced)
}
