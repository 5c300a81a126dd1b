package inspect

import (
	"bytes"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/office"
	"referat/generator/pack"
)

// readZip reads a pack of files.
func readZip(data []byte, in *found.Into) {
	readPack(data, in, found.Archive, func(p *pack.Pack, in *found.Into) {
		for _, name := range p.Names() {
			if part, ok := in.Unpack(p, name); ok {
				in.File(name, part)
			}
		}
	})
}

// readOffice reads a file of Office.
func readOffice(data []byte, in *found.Into) { readPack(data, in, found.Document, office.Read) }

// readOpen reads a file of LibreOffice.
func readOpen(data []byte, in *found.Into) { readPack(data, in, found.Document, office.ReadOpen) }

// readPack opens a pack of parts, which parts reads.
func readPack(data []byte, in *found.Into, kind found.Kind, parts func(*pack.Pack, *found.Into)) {
	p := in.Open(data)
	if p == nil {
		return
	}
	in.Part("", kind, len(data))
	beside, whole := pack.Beside(data)
	if !whole {
		in.Unread("", found.Between)
	}
	in.Words("#structure", printable(beside))
	parts(p, in)
}

// printable is what can be read in bytes that are no text, a line of each piece.
func printable(data []byte) string {
	var s strings.Builder
	s.Grow(len(data))
	for piece := range bytes.FieldsFuncSeq(data, func(r rune) bool { return r < ' ' || r == 0x7F }) {
		s.Write(piece)
		s.WriteByte('\n')
	}
	return strings.ToValidUTF8(s.String(), "?")
}

// readCompound tells why a file of Office before 2007 is not read. A newer one with a password is of that form, too.
func readCompound(data []byte, in *found.Into) {
	if bytes.Contains(data, []byte(strings.Join(strings.Split("EncryptedPackage", ""), "\x00"))) {
		in.Unread("", found.Encrypted)
		return
	}
	in.Unread("", found.OldOffice)
}
