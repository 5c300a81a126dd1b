package office

import (
	"path"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
	"referat/generator/inspect/markup"
	"referat/generator/pack"
)

// openPrefixes are those of OpenDocument by what they stand for.
var openPrefixes = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     "office",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      "table",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      "style",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":                       "meta",
	"urn:oasis:names:tc:opendocument:xmlns:config:1.0":                     "config",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                   "manifest",
	"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0":               "presentation",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                    "draw",
	"urn:oasis:names:tc:opendocument:xmlns:script:1.0":                     "script",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":          "fo",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":             "svg",
	"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
	"http://openoffice.org/2000/script":                                    "script",
	"http://www.w3.org/1999/xlink":                                         "xlink",
	"http://purl.org/dc/elements/1.1/":                                     "dc",
	"http://www.w3.org/2000/09/xmldsig#":                                   "ds",
}

// openLines are the elements whose text is one line.
var openLines = map[string]bool{"text:p": true, "text:h": true}

// openSign is the letters that an element stands for.
func openSign(e *markup.Element) string {
	switch e.Name {
	case "text:s":
		return " "
	case "text:tab":
		return "\t"
	case "text:line-break":
		return "\n"
	case "text:soft-hyphen":
		return "\u00AD"
	}
	return ""
}

// openBeside tells whether what stands in a line is no part of its text: who wrote a comment, what a picture shows.
func openBeside(e *markup.Element) bool {
	prefix, _, _ := strings.Cut(e.Name, ":")
	return prefix == "dc" || prefix == "svg" || prefix == "meta" || prefix == "config"
}

// openProperties are what the properties of a document of LibreOffice tell.
var openProperties = map[string]found.TraceKind{
	"meta:initial-creator": found.Author, "dc:creator": found.LastModifiedBy, "meta:printed-by": found.LastModifiedBy, "dc:title": found.Title,
	"dc:subject": found.Properties, "dc:description": found.Properties, "meta:keyword": found.Properties,
}

// ReadOpen reads a file of LibreOffice.
func ReadOpen(p *pack.Pack, in *found.Into) {
	locked := lockedParts(p)
	for _, name := range p.Names() {
		switch {
		case locked[strings.TrimPrefix(name, "/")]:
			in.Unread(name, found.Encrypted)
		case isOpenMarkup(name):
			readOpenMarkup(p, in, name)
		default:
			readOpenFile(p, in, name)
		}
	}
}

// lockedParts are the parts that need a password, as the list of parts says.
func lockedParts(p *pack.Pack) map[string]bool {
	locked := map[string]bool{}
	const list = "META-INF/manifest.xml"
	if !p.Has(list) {
		return locked
	}
	data, err := p.Read(list)
	if err != nil {
		return locked // it is reported when its turn comes
	}
	_, _ = markup.Read(data, &markup.Rules{Prefixes: openPrefixes, Open: func(e *markup.Element) {
		if e.Name == "manifest:encryption-data" && e.Above != nil {
			locked[e.Above.Attr("manifest:full-path")] = true
		}
	}})
	return locked
}

func isOpenMarkup(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xml", ".rdf", ".xba", ".xlb", ".xdl":
		return true
	}
	return false
}

// readOpenFile reads a part that is a file of its own.
func readOpenFile(p *pack.Pack, in *found.Into, name string) {
	data, ok := in.Unpack(p, name)
	if !ok {
		return
	}
	lower := strings.ToLower(name)
	switch {
	case name == "mimetype", lower == "layout-cache", strings.HasSuffix(lower, "/layout-cache"):
		in.Part(name, found.Text, len(data))
		in.Words(name, letters.In(data))
		return
	case strings.HasPrefix(lower, "thumbnails/"):
		in.Trace(found.Thumbnail, name)
	case strings.HasPrefix(lower, "object") && !strings.Contains(lower, "/"):
		in.Trace(found.EmbeddedFile, name)
	}
	in.File(name, data)
}

// readOpenMarkup reads a part that is XML.
func readOpenMarkup(p *pack.Pack, in *found.Into, name string) {
	data, ok := in.Unpack(p, name)
	if !ok {
		return
	}
	o := &openPart{in: in, name: name, hidden: map[string]bool{}}
	words, err := markup.Read(data, &markup.Rules{Prefixes: openPrefixes, Lines: openLines, Open: o.open, Sign: openSign, Beside: openBeside, Technical: o.technical, Bytes: o.bytes, Text: o.text, Place: o.place})
	if err != nil {
		in.Unread(name, found.Damaged)
	} else {
		in.Part(name, found.Markup, len(data))
	}
	for name, kind := range openProperties {
		if strings.TrimSpace(words.Places["#"+localName(name)]) != "" {
			in.Trace(kind, o.name)
		}
	}
	words.Give(in, o.name)
	in.Words(o.name+"#values", o.values.String())
}

// openPart is a part of a file of LibreOffice while it is read.
type openPart struct {
	in     *found.Into
	name   string
	style  string          // that is open
	hidden map[string]bool // styles that hide what has them
	values strings.Builder // of cells, which may show less of them
}

// technical tells whether the value of an attribute is for programs. The value of a cell is read as a number.
func (o *openPart) technical(e *markup.Element, a markup.Attr) bool {
	if a.Name == "office:value" {
		o.values.WriteString(number(a.Value, "", "") + markup.Apart)
	}
	return a.Name == "office:value" || a.Name == "svg:d" || a.Name == "draw:points" || a.Name == "svg:viewBox" || a.Name == "draw:enhanced-path"
}

// bytes reads what the printer's program keeps.
func (o *openPart) bytes(e *markup.Element, data []byte) bool {
	if e.Name != "config:config-item" || !strings.HasPrefix(e.Attr("config:name"), "Printer") {
		return false
	}
	o.in.Trace(found.PrinterSettings, o.name)
	o.in.Words(o.name, letters.In(data))
	return true
}

// place is where the words of a property are given. Within a comment the same names say who wrote that.
func (o *openPart) place(e *markup.Element) (place string, own bool) {
	if _, is := openProperties[e.Name]; is && e.Within("office:meta") {
		return "#" + localName(e.Name), true
	}
	return "", false
}

func (o *openPart) text(e *markup.Element, text string) string {
	if strings.TrimSpace(text) == "" {
		return text
	}
	if e.State&markup.Hidden != 0 {
		o.in.Trace(found.HiddenText, o.name)
	}
	if e.Within("presentation:notes") && !strings.HasPrefix(e.Name, "presentation:") && e.Name != "text:page-number" && !e.Within("style:style") {
		o.in.Trace(found.SpeakerNotes, o.name)
	}
	if e.Name == "config:config-item" && strings.HasPrefix(e.Attr("config:name"), "Printer") {
		o.in.Trace(found.PrinterSettings, o.name)
	}
	return text
}

// open looks at an element.
func (o *openPart) open(e *markup.Element) {
	switch e.Name {
	case "text:tracked-changes", "table:tracked-changes", "text:changed-region":
		if e.Name == "text:changed-region" || e.Name == "table:tracked-changes" {
			o.in.Trace(found.TrackedChanges, o.name)
		}
		e.State |= markup.Deleted
	case "office:annotation":
		o.in.Trace(found.Comments, o.name)
	case "meta:user-defined", "text:user-field-decl":
		o.in.Trace(found.CustomProperties, o.name)
	case "meta:template":
		if isFolder(e.Attr("xlink:href")) {
			o.in.Trace(found.Template, o.name)
		}
	case "script:module":
		o.in.Trace(found.Script, o.name)
	case "ds:Signature":
		o.in.Trace(found.Signature, o.name)
	case "text:hidden-text", "text:hidden-paragraph":
		o.in.Trace(found.HiddenText, o.name)
	case "style:style":
		o.style = e.Attr("style:name")
	case "text:section":
		if display := e.Attr("text:display"); display == "none" || display == "condition" {
			o.in.Trace(found.HiddenText, o.name)
		}
	}
	o.openLook(e)
	o.openPlace(e)
	if href := e.Attr("xlink:href"); e.Name != "meta:template" && isFolder(href) {
		o.in.Trace(found.ExternalLink, o.name)
	}
}

// openLook notes which styles hide, and what has them.
func (o *openPart) openLook(e *markup.Element) {
	switch e.Name {
	case "style:text-properties":
		if e.Attr("text:display") == "none" {
			o.hidden[o.style] = true
		}
	case "style:table-properties":
		if e.Attr("table:display") == "false" {
			o.hidden[o.style] = true
		}
	case "style:drawing-page-properties":
		if e.Attr("presentation:visibility") == "hidden" {
			o.hidden[o.style] = true
		}
	}
	if style := e.Attr("text:style-name"); style != "" && o.hidden[style] {
		e.State |= markup.Hidden
	}
}

// openPlace reports sheets, rows, columns and slides that are not shown.
func (o *openPart) openPlace(e *markup.Element) {
	switch e.Name {
	case "table:table":
		if o.hidden[e.Attr("table:style-name")] {
			o.in.Trace(found.HiddenSheet, o.name)
		}
	case "table:table-row":
		if v := e.Attr("table:visibility"); v == "collapse" || v == "filter" {
			o.in.Trace(found.HiddenRows, o.name)
		}
	case "table:table-column":
		if e.Attr("table:visibility") == "collapse" {
			o.in.Trace(found.HiddenColumns, o.name)
		}
	case "draw:page":
		if o.hidden[e.Attr("draw:style-name")] {
			o.in.Trace(found.HiddenSlide, o.name)
		}
	}
}
