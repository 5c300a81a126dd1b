package data

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"reflect"
	"strings"
)

// schemas are the JSON files that a site has, by the names that their field "schema" begins
// with. A version of them only ever gets more fields; what takes one away is the next.
var schemas = []struct {
	name string
	of   reflect.Type
}{
	{"minutes", reflect.TypeFor[Minutes]()},
	{"committee", reflect.TypeFor[Committee]()},
	{"subject", reflect.TypeFor[Subject]()},
	{"subjects", reflect.TypeFor[Subjects]()},
	{"decisions", reflect.TypeFor[Decisions]()},
	{"counts", reflect.TypeFor[Counts]()},
	{"table", reflect.TypeFor[Table]()},
}

const version = "v1"

// SchemaNames are the names of all schemas.
func SchemaNames() []string {
	names := make([]string, len(schemas))
	for i, s := range schemas {
		names[i] = s.name
	}
	return names
}

// SchemaFile is the name of the file of a schema: "minutes-v1.json".
func SchemaFile(name string) string { return name + "-" + version + ".json" }

// SchemaVersion is what the field "schema" says of a file: "minutes/v1".
func SchemaVersion(name string) string { return name + "/" + version }

// Schema is a schema (JSON Schema 2020-12) by its name. What it says of types, and which
// fields are always there, is taken from the types of this package, so that it cannot differ
// from what is written; its words stand in schema/words.txt.
type Schema struct {
	Name    string
	Address string // absolute
	Kinds   []Kind // the letters for how an item of the agenda is dealt with
}

// Kind is a letter and what it stands for.
type Kind struct{ Code, Name string }

// heading is what only a whole schema has.
type heading struct {
	Schema string `json:"$schema,omitempty"`
	ID     string `json:"$id,omitempty"`
	Title  string `json:"title,omitempty"`
}

// node is a schema or a part of one.
type node struct {
	heading
	Ref         string   `json:"$ref,omitempty"`
	Description string   `json:"description,omitempty"`
	Type        string   `json:"type,omitempty"`
	Format      string   `json:"format,omitempty"`
	Const       string   `json:"const,omitempty"`
	Enum        []string `json:"enum,omitempty"`
	Items       *node    `json:"items,omitempty"`
	Properties  fields   `json:"properties,omitempty"`
	Required    []string `json:"required,omitempty"`
	OneOf       []*node  `json:"oneOf,omitempty"`
	Defs        fields   `json:"$defs,omitempty"`
}

// fields are parts by their names, in the order in which they are written.
type fields []field

type field struct {
	name string
	is   *node
}

// MarshalJSON writes them as an object.
func (f fields) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i, one := range f {
		b.WriteByte("{,"[min(i, 1)])
		_ = e.Encode(one.name) // a buffer does not fail
		b.WriteByte(':')
		if err := e.Encode(one.is); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// whole is the schema itself.
func (s Schema) whole() *node {
	w := schemaWriter{words: readSchemaWords(), kinds: s.Kinds}
	for _, known := range schemas {
		if known.name == s.Name {
			n := w.object(known.of)
			n.heading, n.Defs = heading{"https://json-schema.org/draft/2020-12/schema", s.Address, SchemaVersion(s.Name)}, w.defs
			for _, f := range n.Properties {
				if f.name == "schema" {
					f.is.Const = SchemaVersion(s.Name)
				}
			}
			return n
		}
	}
	return nil
}

// schemaWriter turns types into schemas; those that others hold stand among the definitions.
type schemaWriter struct {
	words map[string]schemaWord
	kinds []Kind
	defs  fields
}

// object is the schema of a struct.
func (w *schemaWriter) object(t reflect.Type) *node {
	n := &node{Type: "object", Description: w.words[t.Name()].text}
	w.fill(n, t, t.Name())
	return n
}

// fill adds the fields of a struct, those of embedded ones among them.
func (w *schemaWriter) fill(n *node, t reflect.Type, owner string) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			w.fill(n, f.Type, f.Type.Name())
			continue
		case name == "-":
			continue
		}
		part := w.value(f.Type)
		word := w.words[owner+"."+name]
		part.Description, part.Format, part.Enum = word.text, word.format, word.values
		if part.Format == letterOfKind {
			part.Format, part.OneOf = "", w.letters()
		}
		n.Properties = append(n.Properties, field{name, part})
		if options == "" {
			n.Required = append(n.Required, name)
		}
	}
}

// value is the schema of what a field holds.
func (w *schemaWriter) value(t reflect.Type) *node {
	switch {
	case t == reflect.TypeFor[Count]():
		masked := &node{Type: "object", Required: []string{"masked"}, Properties: fields{{"masked", &node{Type: "string", Description: w.words["Count.masked"].text}}}}
		return &node{OneOf: []*node{{Type: "integer"}, {Type: "null"}, masked}}
	case t.Kind() == reflect.Slice:
		return &node{Type: "array", Items: w.value(t.Elem())}
	case t.Kind() == reflect.Struct:
		return &node{Ref: "#/$defs/" + w.define(t)}
	case t.Kind() == reflect.Bool:
		return &node{Type: "boolean"}
	case t.Kind() == reflect.String:
		return &node{Type: "string"}
	}
	return &node{Type: "integer"}
}

// letterOfKind stands in the place of a format where the letters of the settings stand.
const letterOfKind = "letter"

// letters are the letters that a kind can have, with their words.
func (w *schemaWriter) letters() (list []*node) {
	for _, k := range w.kinds {
		list = append(list, &node{heading: heading{Title: k.Name}, Const: k.Code})
	}
	return list
}

// define puts a struct among the definitions, once, and gives its name there.
func (w *schemaWriter) define(t reflect.Type) string {
	name := strings.ToLower(t.Name())
	for _, d := range w.defs {
		if d.name == name {
			return name
		}
	}
	at := len(w.defs)
	w.defs = append(w.defs, field{name: name})
	w.defs[at].is = w.object(t)
	return name
}

//go:embed schema/words.txt
var schemaWords string

// schemaWord is what is said of a type or of one of its fields.
type schemaWord struct {
	text, format string
	values       []string
}

// readSchemaWords reads the lines of schema/words.txt: a type or a field, in brackets a
// format or all values that it can have, and words.
func readSchemaWords() map[string]schemaWord {
	words := map[string]schemaWord{}
	for line := range strings.Lines(schemaWords) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "" || name == "#" {
			continue
		}
		w := schemaWord{text: strings.TrimSpace(text)}
		if form, rest, bracketed := strings.Cut(strings.TrimPrefix(w.text, "["), "] "); bracketed && strings.HasPrefix(w.text, "[") {
			w.text = rest
			if w.values = strings.Split(form, "|"); len(w.values) == 1 {
				w.format, w.values = form, nil
			}
		}
		words[name] = w
	}
	return words
}
