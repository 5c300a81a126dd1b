// Package office reads files of Word, Excel and PowerPoint (Office Open XML), and of LibreOffice (OpenDocument), part by part.
//
// It owns what parts of these formats hold, and what in them tells of people and of editing. It promises that the words of every part
// that is XML are given, shown or not, joined where formats part them; and that every other part is handed on as a file of its own, or
// reported. Which parts there are is taken from the pack, not from what they say of each other: a part that nothing refers to is
// read as well. It knows nothing of how a document looks beyond what hides words from its readers.
package office

import (
	"bytes"
	"slices"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
	"referat/generator/inspect/markup"
	"referat/generator/pack"
)

// Read reads a file of Word, Excel or PowerPoint, or any other that is packed as these are.
func Read(p *pack.Pack, in *found.Into) {
	f := &file{in: in, pack: p, styles: map[string]style{}}
	f.types = contentTypes(p)
	names := p.Names()
	slices.SortStableFunc(names, func(a, b string) int { return f.rank(a) - f.rank(b) })
	for _, name := range names {
		f.readPart(name)
	}
	f.readStringsOfNoSheet()
}

// file is a file of Office while it is read.
type file struct {
	in     *found.Into
	pack   *pack.Pack
	types  types
	styles map[string]style // of Word, by id
	cells  cellFormats
	table  sharedStrings
}

// rank orders parts: what others refer to comes first.
func (f *file) rank(name string) int {
	kind := f.types.of(name)
	if strings.HasSuffix(kind, ".styles+xml") || strings.HasSuffix(kind, ".sharedStrings+xml") {
		return 0
	}
	return 1
}

func (f *file) readPart(name string) {
	kind := f.types.of(name)
	if isMacro(name, kind) {
		f.in.Unread(name, found.Macros)
		return
	}
	data, ok := f.in.Unpack(f.pack, name)
	if !ok {
		return
	}
	switch {
	case strings.HasSuffix(kind, ".printerSettings"):
		f.in.Part(name, found.Printer, len(data))
		f.in.Trace(found.PrinterSettings, name)
		f.in.Words(name, letters.In(data))
	case isTypeface(name, kind):
		f.in.Part(name, found.Typeface, len(data))
	case isMarkup(name, kind) && (len(data) == 0 || begins(data)):
		f.readMarkup(name, data)
	default:
		f.readFile(name, data)
	}
}

// readFile reads a part that is a file of its own: a picture, a workbook.
func (f *file) readFile(name string, data []byte) {
	lower := strings.ToLower(name)
	switch {
	case strings.Contains(lower, "embeddings/"), strings.Contains(lower, "/afchunk"):
		f.in.Trace(found.EmbeddedFile, name)
	case strings.Contains(lower, "thumbnail"):
		f.in.Trace(found.Thumbnail, name)
	}
	f.in.File(name, data)
}

// readMarkup reads a part that is XML.
func (f *file) readMarkup(name string, data []byte) {
	p := &part{file: f, name: name}
	words, err := markup.Read(data, p.rules())
	p.file.table.close()
	p.seeProperties(words)
	if err != nil {
		f.in.Unread(name, found.Damaged)
	} else {
		f.in.Part(name, found.Markup, len(data))
	}
	words.Give(f.in, name)
}

// begins tells whether bytes may be XML.
func begins(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(letters.FromUTF16(data[:min(len(data), 200)]), " \t\r\n"), []byte("<"))
}
