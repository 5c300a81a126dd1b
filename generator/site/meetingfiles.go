package site

import (
	"slices"
	"strings"

	"referat/generator/source"
)

// attachment is a published file of a meeting.
type attachment struct {
	view    AttachmentView
	item    string
	address string
}

// attachments are the meeting's listed files, without those of closed items.
func (l *linker) attachments(m *meeting) []attachment {
	var list []attachment
	for _, a := range m.Attachments {
		if m.IsClosed(a.Item) {
			continue
		}
		p := source.Path(string(m.Dir) + "/" + a.File)
		f, ok := l.site.files[p]
		if !ok || !m.Bundle || strings.Contains(a.File, "/") {
			l.report(a.Pos, source.AttachmentMissing, a.File, l.site.nearestBeside(m, a.File), bundleOf(m), inBundle(m))
			continue
		}
		address := l.fileAddress(p, a.Pos)
		if address == "" {
			continue
		}
		list = append(list, attachment{item: a.Item, address: address, view: AttachmentView{
			Title: a.Title, Href: l.site.href(address), Type: strings.TrimPrefix(p.Ext(), "."), Size: f.Size}})
	}
	return list
}

// bundleOf is where minutes without a folder of their own must move to have
// files beside them; "" of those that have one.
func bundleOf(m *meeting) string {
	if m.Bundle {
		return ""
	}
	return m.Name + "/index.md"
}

// inBundle is not empty of minutes with a folder of their own.
func inBundle(m *meeting) string {
	if m.Bundle {
		return m.Dir.Base()
	}
	return ""
}

// nearestBeside is the file in the meeting's folder most like the one named.
func (s *Site) nearestBeside(m *meeting, name string) string {
	var names []string
	if m.Bundle {
		for p := range s.files {
			if p.Dir() == m.Dir {
				names = append(names, p.Base())
			}
		}
	}
	slices.Sort(names)
	return source.Nearest(name, names)
}
