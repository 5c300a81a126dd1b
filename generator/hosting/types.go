package hosting

import (
	"path"
	"slices"
	"strings"
)

// fileType is what a file is by the end of its name.
type fileType struct {
	name string
	make making
	exts []string
}

// named is a type that a file has by its whole name, whatever its end says.
type named struct {
	file string
	fileType
}

// namedTypes are such types: a feed's name ends as that of any XML, for programs that
// look at no more.
func namedTypes() []named {
	return []named{{"feed.xml", fileType{name: "application/atom+xml", make: textual}}}
}

// otherwise is the type by the end of the name.
func (n named) otherwise() string {
	i := slices.IndexFunc(fileTypes(), func(t fileType) bool { return slices.Contains(t.exts, path.Ext(n.file)) })
	return fileTypes()[i].name
}

// making is what bytes of a type are like.
type making uint8

const (
	packed  making = iota // small already
	textual               // worth packing; its form says how letters are written
	written               // worth packing, and in UTF-8, which a server has to say
)

// fileTypes are the types of all that a site publishes.
func fileTypes() []fileType {
	return []fileType{
		{"text/html", written, []string{".html"}},
		{"text/css", written, []string{".css"}},
		{"text/javascript", written, []string{".js", ".mjs"}},
		{"application/json", textual, []string{".json"}},
		{"application/manifest+json", textual, []string{".webmanifest"}},
		{"text/csv", written, []string{".csv"}},
		{"text/plain", written, []string{".txt", ".md"}},
		{"application/xml", written, []string{".xml"}},
		{"application/atom+xml", textual, []string{".atom"}},
		{"text/calendar", written, []string{".ics"}},
		{"image/svg+xml", written, []string{".svg"}},
		{"image/png", packed, []string{".png"}},
		{"image/jpeg", packed, []string{".jpg", ".jpeg"}},
		{"image/gif", packed, []string{".gif"}},
		{"image/webp", packed, []string{".webp"}},
		{"image/avif", packed, []string{".avif"}},
		{"image/x-icon", packed, []string{".ico"}},
		{"font/woff2", packed, []string{".woff2"}},
		{"application/pdf", packed, []string{".pdf"}},
		{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", packed, []string{".docx"}},
		{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", packed, []string{".xlsx"}},
		{"application/vnd.openxmlformats-officedocument.presentationml.presentation", packed, []string{".pptx"}},
		{"application/vnd.oasis.opendocument.text", packed, []string{".odt"}},
		{"application/vnd.oasis.opendocument.spreadsheet", packed, []string{".ods"}},
		{"application/zip", packed, []string{".zip"}},
	}
}

// AnyType is the type of all other files: a browser saves them and shows nothing.
const AnyType = "application/octet-stream"

// whole is the type as it stands in a Content-Type.
func (t fileType) whole() string {
	if t.make == written {
		return t.name + "; charset=utf-8"
	}
	return t.name
}

// TypeOf says what a file is by its name, mostly by the end of it. The machine's own table is
// not asked: it differs from system to system, and on Windows programs write in
// it.
func TypeOf(name string) string {
	for _, n := range namedTypes() {
		if path.Base(name) == n.file {
			return n.whole()
		}
	}
	ext := strings.ToLower(path.Ext(name))
	for _, t := range fileTypes() {
		if slices.Contains(t.exts, ext) {
			return t.whole()
		}
	}
	return AnyType
}

// namesOf are the names of the types that are asked for, HTML left out when some
// server takes it for granted.
func namesOf(html bool, wanted ...making) []string {
	var names []string
	for _, t := range fileTypes() {
		if slices.Contains(wanted, t.make) && (html || t.name != "text/html") {
			names = append(names, t.name)
		}
	}
	return names
}
