package office

import (
	"encoding/xml"
	"path"
	"strings"

	"referat/generator/inspect/found"
)

// types are what the parts of a file are said to be, by name in small letters with a slash before it, or by suffix.
type types struct{ names, suffixes map[string]string }

const typesPart = "[Content_Types].xml"

// contentTypes reads what parts are. Where that cannot be read, every part is taken for what its bytes are.
func (f *file) contentTypes() types {
	t := types{map[string]string{}, map[string]string{}}
	if !f.pack.Has(typesPart) {
		return t
	}
	data, err := f.pack.Read(typesPart)
	if err != nil {
		return t // it is reported when its turn comes
	}
	var said struct {
		Default, Override []struct {
			Extension   string `xml:",attr"`
			PartName    string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
	}
	if err := unmarshal(data, &said); err != nil {
		f.in.Unread(typesPart, found.Damaged)
	}
	for _, d := range said.Default {
		t.suffixes[strings.ToLower(d.Extension)] = d.ContentType
	}
	for _, o := range said.Override {
		t.names[strings.ToLower(o.PartName)] = o.ContentType
	}
	return t
}

func (t types) of(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	if kind, is := t.names["/"+strings.TrimPrefix(name, "/")]; is {
		return kind
	}
	return t.suffixes[strings.TrimPrefix(path.Ext(name), ".")]
}

func isMacro(name, kind string) bool {
	return strings.Contains(kind, "vbaProject") || strings.Contains(kind, "macrosheet") || strings.HasPrefix(strings.ToLower(path.Base(name)), "vbaproject")
}

func isTypeface(name, kind string) bool {
	return strings.HasSuffix(kind, "obfuscatedFont") || strings.HasSuffix(kind, "/x-fontdata") || strings.HasSuffix(strings.ToLower(name), ".odttf")
}

func isMarkup(name, kind string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xml", ".rels", ".vml":
		return true
	}
	return strings.HasSuffix(kind, "+xml") && kind != "image/svg+xml" || strings.HasSuffix(kind, "/xml") || strings.HasSuffix(kind, ".vmlDrawing")
}

// unmarshal reads a small part of XML, in either encoding.
func unmarshal(data []byte, into any) error { return xml.Unmarshal(plainXML(data), into) }
