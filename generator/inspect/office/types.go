package office

import (
	"path"
	"strings"

	"referat/generator/inspect/markup"
	"referat/generator/pack"
)

// types are what the parts of a file are said to be, by name or by suffix.
type types struct{ names, suffixes map[string]string }

const typesPart = "[Content_Types].xml"

// contentTypes reads what parts are. Where that cannot be read, every part is taken for what its bytes are, and the
// list is reported when its turn comes.
func contentTypes(p *pack.Pack) types {
	t := types{map[string]string{}, map[string]string{}}
	data, err := p.Read(typesPart)
	if err != nil {
		return t
	}
	_, _ = markup.Read(data, &markup.Rules{Prefixes: prefixes, Open: func(e *markup.Element) {
		switch e.Name {
		case "ct:Default":
			t.suffixes[strings.ToLower(e.Attr("Extension"))] = e.Attr("ContentType")
		case "ct:Override":
			t.names[pack.Key(e.Attr("PartName"))] = e.Attr("ContentType")
		}
	}})
	return t
}

func (t types) of(name string) string {
	name = pack.Key(name)
	if kind, is := t.names[name]; is {
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
