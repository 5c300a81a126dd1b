package site

import (
	"strings"

	"referat/generator/content"
)

// This file says where facts come from.

// cite says where a fact comes from.
func (s *Site) cite(r content.Ref) SourceView {
	switch {
	case r.IsZero():
		return SourceView{}
	case r.Web != "":
		title := s.SourceTitle(r.Web)
		if title == "" {
			title = shortAddress(r.Web)
		}
		return SourceView{Href: r.Web, Text: title}
	}
	s.links.goals = append(s.links.goals, r.Path)
	address := s.links.contentAddress(r.Path, r.Anchor, r.As, r.Pos)
	t := s.targets[r.Path]
	v := SourceView{Href: s.href(address), Text: t.title}
	if address == "" {
		return SourceView{}
	}
	if t.meeting != nil {
		v.Date = t.meeting.Date
		for _, item := range t.meeting.Items {
			if r.Anchor == item.Anchor || strings.HasPrefix(r.Anchor, item.Anchor+"-") {
				v.Number = item.Number
			}
		}
	}
	return v
}

// citeAddress is the absolute address of a source, for data files.
func (s *Site) citeAddress(r content.Ref) string {
	if r.IsZero() || r.Web != "" {
		return r.Web
	}
	t, ok := s.targets[r.Path]
	if !ok || t.address == "" {
		return ""
	}
	if r.Anchor != "" && !t.withdrawn {
		return s.absolute(t.address + "#" + r.Anchor)
	}
	return s.absolute(t.address)
}

// shortAddress is a web address for people: without scheme, www and last slash.
func shortAddress(web string) string {
	_, rest, _ := strings.Cut(web, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
