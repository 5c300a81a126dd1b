package inspect

import (
	"bytes"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/pack"
)

// readZip reads a file that is a pack of parts, by what these are.
func readZip(data []byte, in *found.Into) {
	p := in.Open(data)
	if p == nil {
		return
	}
	readStructure(data, in)
	readArchive(p, data, in)
}

// readArchive reads a pack of files.
func readArchive(p *pack.Pack, data []byte, in *found.Into) {
	in.Part("", found.Archive, len(data))
	for _, name := range p.Names() {
		if isUnsafe(name) {
			in.Unread(name, found.UnsafeName)
			continue
		}
		if part, ok := in.Unpack(p, name); ok {
			in.File(name, part)
		}
	}
}

// readStructure reads what a pack says beside its parts: their names, remarks on them, times. Bytes that belong to nothing are reported.
func readStructure(data []byte, in *found.Into) {
	beside, whole := pack.Beside(data)
	if !whole {
		in.Unread("", found.Between)
	}
	in.Words("#structure", printable(beside))
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

// isUnsafe tells whether the name of a part would lead out of the folder that it is unpacked in.
func isUnsafe(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	if strings.HasPrefix(name, "/") || len(name) > 1 && name[1] == ':' || strings.ContainsRune(name, 0) {
		return true
	}
	for folder := range strings.SplitSeq(name, "/") {
		if folder == ".." {
			return true
		}
	}
	return false
}

// readCompound tells why a file of Office before 2007 is not read. A newer one with a password is of that form, too.
func readCompound(data []byte, in *found.Into) {
	if bytes.Contains(data, []byte(strings.Join(strings.Split("EncryptedPackage", ""), "\x00"))) {
		in.Unread("", found.Encrypted)
		return
	}
	in.Unread("", found.OldOffice)
}
