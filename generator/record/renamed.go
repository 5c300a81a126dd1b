package record

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// This file knows a document again whose file got another name or place: both its file and
// its address are gone, and a file that is not recorded has its words.

// Rename is a document that was published from another file.
type Rename struct {
	From, To source.Path
	Lost     []string // its address, which is gone, and others that redirect_from can name

	leading            []content.OldAddress // that lead to it already
	committee, subject string               // the id that it had, if it is one
	folder             string               // of a committee: where its minutes still are; "" of none
}

// findRenamed finds the documents that only got other names.
func (c *checker) findRenamed() {
	if len(c.vanished) == 0 {
		return
	}
	vanished := map[string]bool{}
	for _, a := range c.vanished {
		vanished[a.Address] = true
	}
	var gone []Document
	c.Latest(func(d Document) {
		if _, there := c.site.Tree.File(d.Path); !there && vanished[d.Address] && c.released[d.Address] == nil {
			gone = append(gone, d)
		}
	})
	if len(gone) == 0 {
		return
	}
	fresh := c.unrecorded()
	taken := map[source.Path]bool{}
	for _, d := range gone {
		if to := sameWords(d, fresh, taken); to != "" {
			taken[to] = true
			c.renames = append(c.renames, c.rename(d, to, gone))
		}
	}
}

// unrecorded are the texts of content/ that were not published yet, by the digests of their
// bytes and the seals of minutes.
func (c *checker) unrecorded() map[source.Digest][]source.Path {
	minutes := c.site.minutesOf()
	fresh := map[source.Digest][]source.Path{}
	for _, f := range c.site.Tree.Below("content") {
		if _, known := c.Document(f.Path); known || f.Path.Ext() != ".md" {
			continue
		}
		if sum, err := c.site.Tree.Sum(f); err == nil {
			fresh[sum] = append(fresh[sum], f.Path)
		}
		if m := minutes(f.Path); m != nil && sealable(m.State) {
			fresh[m.Seal] = append(fresh[m.Seal], f.Path)
		}
	}
	return fresh
}

// sameWords is the one of the files that has the words of a document, rather one of the
// same name in another folder; "" of none.
func sameWords(d Document, fresh map[source.Digest][]source.Path, taken map[source.Path]bool) (found source.Path) {
	same := fresh[d.Bytes]
	if d.Seal != (source.Digest{}) {
		same = slices.Concat(same, fresh[d.Seal])
	}
	for _, p := range same {
		if !taken[p] && (found == "" || p.Base() == d.Path.Base() && found.Base() != d.Path.Base()) {
			found = p
		}
	}
	return found
}

// rename says what a document has lost with its name.
func (c *checker) rename(d Document, to source.Path, gone []Document) Rename {
	r := Rename{From: d.Path, To: to, Lost: []string{d.Address}, leading: c.leading(to)}
	id := strings.TrimSuffix(d.Path.Base(), ".md")
	folders := c.site.Docs.Settings.Folders
	switch strings.TrimPrefix(string(d.Path.Dir()), "content/") {
	case folders.Committees:
		r.committee = id
		for _, m := range c.site.Docs.Minutes {
			if m.Committee == id {
				r.folder = "content/" + folders.Minutes + "/" + id
				c.renamed = append(c.renamed, PagesOf("", m.OldAddresses)...)
			}
		}
	case folders.Subjects:
		r.subject = id
	}
	for _, a := range c.vanishedWith(d, r.committee, gone) {
		page := besides(a)
		leads := mayLead(page)
		if leads || r.folder != "" {
			c.renamed = append(c.renamed, a)
		}
		if leads && page == a && page != d.Address {
			r.Lost = append(r.Lost, page)
		}
	}
	return r
}

// vanishedWith are the addresses that went with a document: its own, those below, and of a
// committee the lists that have its id in theirs, but not what other documents have lost.
func (c *checker) vanishedWith(d Document, committee string, gone []Document) (list []string) {
	folder := strings.TrimPrefix(d.Address, "/")
	from, _ := slices.BinarySearchFunc(c.vanished, folder, func(a Address, p string) int { return strings.Compare(a.path(), p) })
	for _, a := range c.vanished[from:] {
		if !strings.HasPrefix(a.path(), folder) {
			break
		}
		list = append(list, a.Address)
	}
	if committee == "" {
		return list
	}
	for _, a := range c.vanished {
		others := func(other Document) bool { return strings.HasPrefix(a.Address, other.Address) }
		if strings.Contains(a.Address, "/"+committee+"/") && !slices.ContainsFunc(gone, others) {
			list = append(list, a.Address)
		}
	}
	return list
}

// leading are the addresses that lead to a document already.
func (c *checker) leading(p source.Path) []content.OldAddress {
	if m := c.site.minutesOf()(p); m != nil {
		return m.OldAddresses
	}
	for _, d := range c.site.Docs.Committees {
		if d.Path == p {
			return d.OldAddresses
		}
	}
	for _, d := range c.site.Docs.Subjects {
		if d.Path == p {
			return d.OldAddresses
		}
	}
	for _, d := range c.site.Docs.Pages {
		if d.Path == p {
			return d.OldAddresses
		}
	}
	return nil
}
