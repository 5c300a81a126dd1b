package site

import (
	"maps"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/source"
)

// Hidden is why a content file is not public now. One reason stands, none for what
// no document is.
type Hidden struct {
	Draft       bool
	From, Until string // not yet, or no more: instants as RFC 3339

	withdrawn bool
	closed    bool        // it belongs to an item behind closed doors
	unnamed   bool        // no document names it by its path
	with      source.Path // of a file: the document whose reason it is; "" of its own
}

// WhyHidden tells why the document at a path has no page at an instant.
func WhyHidden(docs *content.Documents, p source.Path, now time.Time) Hidden {
	for _, m := range docs.Minutes {
		if m.Path == p {
			open := slices.ContainsFunc(docs.Committees, func(c *content.Committee) bool { return c.ID == m.Committee && c.PublishDrafts })
			h := hiddenFor(m.State == content.Draft && !open, m.Life, now)
			h.withdrawn = m.State == content.Withdrawn && h == Hidden{}
			return h
		}
	}
	for _, page := range docs.Pages {
		if page.Path == p {
			return hiddenFor(page.Draft, page.Life, now)
		}
	}
	return Hidden{}
}

// hiddenFor puts first what stays so the longest.
func hiddenFor(draft bool, l content.Life, now time.Time) Hidden {
	switch {
	case l.Expires != nil && !l.Expires.After(now):
		return Hidden{Until: l.Expires.Format(time.RFC3339)}
	case draft:
		return Hidden{Draft: true}
	case l.Publish != nil && l.Publish.After(now):
		return Hidden{From: l.Publish.Format(time.RFC3339)}
	}
	return Hidden{}
}

// Linked is the problem of a link to the file.
func (h Hidden) Linked(pos source.Pos, p source.Path) source.Problem {
	return source.At(pos, source.LinkNotPublic, string(p), source.Given(h.Draft), h.From, h.Until,
		source.Given(h.withdrawn), source.Given(h.closed), source.Given(h.unnamed), string(h.with))
}

// hiddenFile tells why a file beside documents is not public.
func (s *Site) hiddenFile(p source.Path) Hidden {
	if !s.shut[p] {
		return Hidden{unnamed: true}
	}
	for _, m := range s.docs.Minutes {
		if !m.Bundle || !strings.HasPrefix(string(p), string(m.Dir)+"/") {
			continue
		}
		if h := WhyHidden(s.docs, m.Path, s.clock.now); h != (Hidden{}) {
			h.with = m.Path
			return h
		}
	}
	return Hidden{closed: true}
}

// hiddenAt finds what would stand at an address, by its path in public/, if it were public.
func (s *Site) hiddenAt(path string) (source.Path, Hidden, bool) {
	stands := func(address string) bool { return strings.EqualFold(outputPath(address), path) }
	for _, m := range s.docs.Minutes {
		if stands(s.minutesAddress(m)) {
			return m.Path, WhyHidden(s.docs, m.Path, s.clock.now), true
		}
	}
	for _, page := range s.docs.Pages {
		if stands(page.Address) {
			return page.Path, WhyHidden(s.docs, page.Path, s.clock.now), true
		}
	}
	for _, p := range slices.Sorted(maps.Keys(s.files)) {
		if stands(FileAddress(p)) {
			return p, s.hiddenFile(p), true
		}
	}
	return "", Hidden{}, false
}
