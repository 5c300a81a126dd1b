// Package pdf reads all that a PDF document holds, whether or not anybody sees it.
//
// It reads in two ways that do not trust each other. The objects of the file are found by looking for them from its first byte to its last, not by
// its tables, so that what a later revision has replaced or taken out is read as well; of each, all strings, and all that its
// streams draw or say. And the pages are read as a viewer shows them (package intake/pdf), for a viewer finds letters where a font does
// not name them, and it alone tells what nobody sees: covered by a bar, white on white, outside the page.
//
// It promises that each byte of the file belongs to an object that is read, to a table of objects, or is reported; and that a page
// of which it cannot tell the letters is: a picture of a page, letters without names. An encrypted document is unread as a whole.
// It bounds what it unpacks. It knows nothing of other formats: files and pictures in the document are given back to the inspection.
//
// Parts are "page/3" with all that belongs to the page, "info", "xmp", "outlines" and so on, and of what belongs to no page the objects by number.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
	"referat/generator/intake/manuscript"
	viewer "referat/generator/intake/pdf"
)

// inspection is the reading of one document.
type inspection struct {
	*book
	roles   map[int]role
	named   map[name]any   // fonts
	names   map[int]string // files
	fonts   map[ref]*font
	parts   map[string]found.Kind
	said    map[string]bool // lines of the last revision
	stale   []line          // lines of what does not belong to it
	letters map[int]int     // codes without a letter, by index of page
}

// line is a line of text of a part.
type line struct{ path, text string }

// Read reads a document.
func Read(data []byte, in *found.Into) {
	f := scan(data, in)
	if f.encrypted {
		in.Unread("", found.Encrypted)
		return
	}
	in.Part("", found.PDF, len(data))
	i := examine(f)
	i.shown(data)
	i.report()
}

// examine reads the objects of a document.
func examine(f *file) *inspection {
	i := &inspection{book: open(f), fonts: map[ref]*font{}, parts: map[string]found.Kind{}, said: map[string]bool{}, letters: map[int]int{}}
	i.roles, i.named, i.names = f.roles(), i.namedFonts(), i.files()
	for _, o := range f.objects {
		i.object(o)
	}
	i.rest()
	i.earlier()
	return i
}

// report tells what is of the document as a whole.
func (i *inspection) report() {
	for path, kind := range i.parts {
		i.in.Part(path, kind, 0)
	}
	for _, fault := range i.faults {
		i.in.Unread(i.path(i.newest[fault.object]), fault.why)
	}
	if len(i.pages) == 0 {
		i.in.Unread("", found.Damaged)
	}
	i.flaws()
}

// object reads an object: its strings, and its stream.
func (i *inspection) object(o *object) {
	path := i.path(o)
	i.part(path, found.Text)
	i.strings(path, o)
	i.tell(path, o)
	if o.stream {
		i.stream(path, o)
	}
}

// path names the part that an object belongs to.
func (i *inspection) path(o *object) string {
	if o == nil {
		return ""
	}
	if index, ok := i.owner[o.number]; ok {
		return pagePath(index)
	}
	d := o.dict()
	typ, _ := d["Type"].(name)
	switch {
	case o.number == i.info.number && o.number > 0:
		return "info"
	case typ == "Metadata":
		return "xmp"
	case typ == "Catalog" || typ == "Pages" || typ == "ObjStm" || typ == "XRef":
		return "document"
	case typ == "Font" || typ == "FontDescriptor" || i.roles[o.number] == typeface || i.roles[o.number] == codes:
		return "fonts"
	case typ == "StructElem" || typ == "StructTreeRoot":
		return "structure"
	case d["Title"] != nil && d["Parent"] != nil || typ == "Outlines":
		return "outlines"
	case d["FT"] != nil || d["T"] != nil && d["Kids"] != nil:
		return "form"
	case typ == "Sig" || d["ByteRange"] != nil || i.roles[o.number] == signed:
		return "signatures"
	case !o.stream && (i.current(o) || !speaks(o.value)):
		return "document"
	}
	return "object/" + strconv.Itoa(o.number)
}

// speaks tells that there are strings in a value.
func speaks(v any) (speaks bool) {
	each("", v, func(_ name, v any) bool {
		_, is := v.(text)
		speaks = speaks || is
		return !speaks
	})
	return speaks
}

// part notes a part that is read.
func (i *inspection) part(path string, kind found.Kind) {
	if i.parts[path] == "" || kind != found.Text {
		i.parts[path] = kind
	}
}

// written tells a line that somebody has written from a date or a number, which a program changes from revision to revision.
func written(line string) bool {
	return strings.ContainsFunc(line, unicode.IsLetter) && !strings.HasPrefix(line, "D:")
}

// say gives the words of an object.
func (i *inspection) say(path, words string, o *object) {
	i.in.Words(path, words)
	for l := range strings.Lines(words) {
		l = strings.Join(strings.Fields(l), " ")
		switch {
		case !written(l):
		case o == nil || i.current(o):
			i.said[l] = true
		default:
			i.stale = append(i.stale, line{i.path(o), l})
		}
	}
}

// earlier tells of what the last revision does not say any more.
func (i *inspection) earlier() {
	told := map[string]bool{}
	for _, l := range i.stale {
		if !i.said[l.text] && !told[l.path] && l.path != "info" && l.path != "xmp" {
			told[l.path] = true
			i.in.Trace(found.EarlierVersion, l.path)
		}
	}
}

// strings reads the strings of an object, those that a property has a name for apart.
func (i *inspection) strings(path string, o *object) {
	var all strings.Builder
	each("", o.value, func(key name, v any) bool {
		t, is := v.(text)
		if !is || len(t) == 0 {
			return true
		}
		switch s := t.String(); {
		case path == "signatures" || key == "ID" && path == "document":
			i.say(path, letters.In(t)+"\n"+s, o)
		case path == "info":
			i.in.Words("info#"+string(key), s)
		default:
			all.WriteString(s + "\n")
		}
		return true
	})
	i.say(path, all.String(), o)
}

// rest reads what stands between the objects, and the names of all things.
func (i *inspection) rest() {
	names := map[name]any{}
	for _, o := range i.objects {
		each("", o.value, func(_ name, v any) bool {
			switch v := v.(type) {
			case name:
				names[v] = nil
			case dict:
				for k := range v {
					names[k] = nil
				}
			}
			return true
		})
	}
	var all strings.Builder
	for _, n := range sortedKeys(names) {
		if len(n) > 5 {
			all.WriteString(string(n) + "\n")
		}
	}
	for _, t := range i.trailers {
		i.strings("document", &object{number: -1, value: t.dict})
	}
	i.in.Words("document#names", all.String())
	i.in.Words("document#comments", string(i.notes))
	i.in.Words("document#between", letters.In(i.loose))
	if len(bytes.TrimSpace(i.loose)) > 0 {
		i.in.Unread("document", found.Between)
	}
	i.part("document", found.Text)
}

// shown reads the pages as a viewer shows them.
func (i *inspection) shown(data []byte) {
	limits := i.in.Limits()
	ctx, cancel := context.WithTimeout(context.Background(), limits.Time)
	defer cancel()
	sheets, err := viewer.Sheets(ctx, data, limits.Compiled)
	var refusal *manuscript.Refusal
	switch {
	case errors.As(err, &refusal) && refusal.Why == manuscript.TooLarge, ctx.Err() != nil:
		i.in.Unread("", found.TooLarge)
	case err != nil || len(sheets) != len(i.pages):
		i.in.Unread("", found.Damaged)
	}
	for n, s := range sheets {
		path := pagePath(n)
		i.part(path, found.Text)
		i.in.Words(path, s.Text)
		switch {
		case s.ImageOnly():
			i.in.Unread(path, found.ImageOnly)
		case s.Unnamed > 0 && i.letters[n] > 0:
			i.in.Unread(path, found.UnknownKind)
		}
		if s.Covered > 0 {
			i.in.Trace(found.Covered, path)
		}
		if s.Hidden > s.Covered && !s.ImageOnly() { // what a machine has read from a picture is hidden behind it
			i.in.Trace(found.HiddenText, path)
		}
	}
	for n, unknown := range i.letters {
		if unknown > 0 && n >= len(sheets) {
			i.in.Unread(pagePath(n), found.UnknownKind)
		}
	}
}
