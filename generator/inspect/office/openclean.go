package office

import (
	"fmt"
	"strings"

	"referat/generator/inspect/markup"
	"referat/generator/pack"
)

// CleanOpen is a file of LibreOffice without what the program has written into it of who worked on it: properties, comments,
// printers, the picture of its first page.
func CleanOpen(p *pack.Pack, inner Inner) ([]byte, error) {
	var parts []pack.Part
	for _, name := range p.Names() {
		if isThumbnail(name) {
			continue
		}
		data, err := p.Read(name)
		if err != nil {
			return nil, err
		}
		switch {
		case isOpenMarkup(name):
			data, err = markup.Cut(data, &markup.Cuts{Prefixes: openPrefixes, Open: cutOpen})
		case name != "mimetype":
			data = inner(data)
		}
		if err != nil {
			return nil, fmt.Errorf("clean %q: %w", name, err)
		}
		parts = append(parts, pack.Part{Name: name, Data: data, Stored: p.Stored(name)})
	}
	return pack.Write(parts)
}

// cutOpen tells what becomes of an element.
func cutOpen(e *markup.Element) {
	if _, is := openProperties[e.Name]; is && e.Name != "dc:title" && e.Within("office:meta") {
		e.Drop = true
	}
	switch e.Name {
	case "office:annotation", "office:annotation-end", "meta:user-defined", "meta:template":
		e.Drop = true
	case "config:config-item":
		e.Empty = strings.HasPrefix(e.Attr("config:name"), "Printer")
	case "manifest:file-entry":
		e.Drop = isThumbnail(e.Attr("manifest:full-path"))
	}
}

func isThumbnail(name string) bool { return strings.HasPrefix(pack.Key(name), "thumbnails/") }
