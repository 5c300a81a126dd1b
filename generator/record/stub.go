package record

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// This file says what stays of minutes that are withdrawn: a stub of their file, and the
// addresses where stones stand.

// Stub is a file of withdrawn minutes that has what the stone needs, and nothing of their
// text.
func Stub(m *content.Minutes) []byte {
	var b strings.Builder
	b.WriteString("+++\ntitle = \"Trukket tilbage\"\n")
	fmt.Fprintf(&b, "state = %q\nwithdrawn = %s\nwithdrawn_reason = %q\n", content.Withdrawn, m.Withdrawn, m.WithdrawnReason)
	if m.Lang != "" {
		fmt.Fprintf(&b, "lang = %q\n", m.Lang)
	}
	if len(m.OldAddresses) > 0 {
		old := make([]string, len(m.OldAddresses))
		for i, o := range m.OldAddresses {
			old[i] = fmt.Sprintf("%q", o.Address)
		}
		fmt.Fprintf(&b, "redirect_from = [%s]\n", strings.Join(old, ", "))
	}
	b.WriteString("+++\n")
	return []byte(b.String())
}

// stubOf is all that the record may have of a document: nil of one that it may have whole.
// Where persons were told of, it keeps no more than the command withdraw leaves in it.
func stubOf(m *content.Minutes) []byte {
	if m == nil || m.State != content.Withdrawn || m.WithdrawnReason != content.PersonalData {
		return nil
	}
	return Stub(m)
}

// erase adds the line of a document and its stub, with the number, day and seal of its
// latest version. No other version stays.
func (n *nexter) erase(d Document, versions []Document, stub []byte) *source.Problem {
	d.record(1, n.site.Now)
	var was Document
	if len(versions) > 0 {
		was = versions[len(versions)-1]
		d.Version, d.Recorded, d.Instant, d.Seal = was.Version, was.Recorded, was.Instant, was.Seal
	}
	d.State, d.Bytes = content.Withdrawn, sha256.Sum256(stub)
	n.next.Documents = append(n.next.Documents, d)
	n.next.Entries = n.next.Entries.without(d.Path).without(was.recordedAs())
	return n.text(d, was, stub)
}

// erased are the addresses of the minutes of which the record keeps but a stub.
func (n *nexter) erased() (pages []string) {
	for _, m := range n.site.Docs.Minutes {
		if stubOf(m) != nil {
			d, _ := n.Document(m.Path)
			pages = append(pages, PagesOf(d.Address, m.OldAddresses)...)
		}
	}
	return pages
}

// PagesOf are the address of a page and those at which it once stood.
func PagesOf(address string, old []content.OldAddress) []string {
	pages := []string{address}
	for _, o := range old {
		pages = append(pages, o.Address)
	}
	return pages
}

// stripped is the record of addresses and meetings without what may tell of withdrawn
// minutes with these pages: how their meeting was announced, the names of their places and
// of what stood below them. Where versions of them stood there are stones.
func (r *Record) stripped(pages []string) *Record {
	left := &Record{Meetings: slices.DeleteFunc(slices.Clone(r.Meetings), func(m Meeting) bool { return slices.Contains(pages, m.Address) })}
	for _, a := range r.Addresses {
		below := func(page string) bool {
			return strings.HasSuffix(page, "/") && strings.HasPrefix(a.Address, page) && a.Address != page && VersionAt(a.Address, page) == 0
		}
		switch {
		case slices.Contains(pages, a.Address):
			a.Anchors = nil
		case slices.ContainsFunc(pages, below):
			continue
		}
		left.Addresses = append(left.Addresses, a)
	}
	return left
}

// VersionAddress is where an earlier version of minutes stands.
func VersionAddress(of string, number int) string { return of + "v" + strconv.Itoa(number) + "/" }

// VersionAt is the number of the version of minutes that stands at an address; 0 of none.
func VersionAt(address, of string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(address, of+"v"), "/"))
	if err != nil || VersionAddress(of, n) != address {
		return 0
	}
	return n
}
