package content

import (
	"strings"

	"referat/generator/danish"
	"referat/generator/source"
)

// Committee is a body whose meetings have minutes.
type Committee struct {
	Path          source.Path
	ID            string // file name without suffix
	Title         string
	Short         string // for breadcrumbs; "" is Title
	Aliases       []string
	Terms         string // address of its terms of reference
	Chair         string
	Established   danish.Partial
	Closed        danish.Partial
	Successor     string // id of the committee that followed
	SuccessorPos  source.Pos
	PublishDrafts bool // its drafts are public, marked as drafts everywhere
	OldAddresses  []OldAddress
	Members       []Person
	Purpose       *Fragment
	Anchors       Anchors
}

func parseCommittee(f *source.File) (*Committee, []source.Problem) {
	t, c, problems := open(f)
	if t == nil {
		return nil, problems
	}
	b := &Committee{
		Path: f.Path, ID: t.id(),
		Title: t.required("title", `title = "Arbejdsgruppen for …"`), Short: t.text("short"), Aliases: t.texts("aliases"),
		Terms: t.web("terms"), Chair: t.text("chair"),
		Established: t.partial("established"), Closed: t.partial("closed"),
		Successor: t.text("successor"), SuccessorPos: t.pos("successor"),
		PublishDrafts: t.flag("publish_drafts"), OldAddresses: t.oldAddresses(),
	}
	if b.Short == "" {
		b.Short = b.Title
	}
	for _, m := range t.tables("members") {
		b.Members = append(b.Members, m.person())
	}
	t.end()
	b.Purpose, b.Anchors = c.whole(1)
	return b, t.problems(c)
}

// id is the file's name without its suffix, which must be fit for an address.
func (t *table) id() string {
	name := strings.TrimSuffix(t.doc.path.Base(), t.doc.path.Ext())
	if want := danish.Slug(name); want != name {
		if want != "" { // something in the name is fit for an address
			want += t.doc.path.Ext()
		}
		t.doc.problems = append(t.doc.problems, source.At(source.Pos{Path: t.doc.path}, source.BadFileName, name, want))
	}
	t.refuseReserved(name)
	return name
}

// refuseReserved reports a name that Windows has for a device
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
func (t *table) refuseReserved(name string) {
	if IsReserved(name) {
		t.doc.problems = append(t.doc.problems, source.At(source.Pos{Path: t.doc.path}, source.ReservedName, name))
	}
}

// IsReserved tells that no file of the site may have the name, with or without a suffix.
func IsReserved(name string) bool {
	name, _, _ = strings.Cut(strings.ToLower(name), ".")
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && name[3] >= '0' && name[3] <= '9'
}

// whole converts a body that has no items, under a heading of the level.
func (c *converter) whole(level int) (*Fragment, Anchors) {
	f := c.fragment(children(c.parse()), place{level: level})
	return f, c.finish()
}
