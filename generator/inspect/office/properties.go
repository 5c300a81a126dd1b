package office

import (
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// properties are the elements that say of a file who made it and what it is about, and what each tells.
var properties = map[string]found.TraceKind{
	"dc:creator": found.Author, "cp:lastModifiedBy": found.LastModifiedBy, "dc:title": found.Title,
	"dc:subject": found.Properties, "dc:description": found.Properties, "cp:keywords": found.Properties, "cp:category": found.Properties,
	"cp:contentStatus": found.Properties,
	"app:Company":      found.Company, "app:Manager": found.Manager, "app:HyperlinkBase": found.Folder, "app:Template": found.Template,
}

// place is where the words of a property are given, so that whoever judges them knows which they are.
func (p *part) place(e *markup.Element) (place string, own bool) {
	_, is := properties[e.Name]
	if !is {
		return "", false
	}
	return "#" + localName(e.Name), true
}

// localName is a name without its prefix.
func localName(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// seeProperties reports the properties that say anything.
func (p *part) seeProperties(words markup.Words) {
	for name, kind := range properties {
		text := strings.TrimSpace(words.Places["#"+localName(name)])
		if text != "" && (kind != found.Template || isFolder(text)) {
			p.file.in.Trace(kind, p.name)
		}
	}
}

// openProperty reports a property that staff or a program have invented.
func (p *part) openProperty(e *markup.Element) {
	if e.Name == "cust:property" {
		p.file.in.Trace(found.CustomProperties, p.name)
	}
}

// openSignature reports that a person has signed.
func (p *part) openSignature(e *markup.Element) {
	if e.Name == "ds:Signature" {
		p.file.in.Trace(found.Signature, p.name)
	}
}

// isFolder tells whether an address leads to a disk or into a network, whose names tell of people.
func isFolder(address string) bool {
	lower := strings.ToLower(strings.TrimSpace(address))
	return strings.HasPrefix(lower, "file:") || strings.HasPrefix(lower, `\\`) || strings.HasPrefix(lower, "//") ||
		len(lower) > 2 && lower[1] == ':' && (lower[2] == '\\' || lower[2] == '/') || strings.HasPrefix(lower, "/users/") || strings.HasPrefix(lower, "/home/")
}
