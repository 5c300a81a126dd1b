package data

import (
	"encoding/json"
	"io"
)

// Metadata describes the columns of a CSV file (Metadata Vocabulary for Tabular Data, W3C).
type Metadata struct {
	Language    string
	File        string // name of the CSV file beside it
	Title       string
	Description string
	Licence     string // address; "" of none
	Columns     []Column
}

// Column is a column of a CSV file.
type Column struct {
	Name        string
	Description string
	Type        string // a name of CSVW's
	Format      string
	Separator   string // between several values in a cell
	Unit        string
	Required    bool
}

// The types of columns.
const (
	textColumn    = "string"
	addressColumn = "anyURI"
	dateColumn    = "date"
	numberColumn  = "integer"
	flagColumn    = "boolean"
)

// ColumnOf is what is known of a column by its name alone, which means the same in all tables.
func ColumnOf(name string) Column {
	c := Column{Name: name, Type: textColumn}
	switch name {
	case "date", "date_from", "date_to", "evaluation_from", "evaluation_to":
		c.Type, c.Format = dateColumn, "yyyy-MM-dd"
	case "address", "source":
		c.Type = addressColumn
	case "value":
		c.Type = numberColumn
	case "draft", "done":
		c.Type, c.Format = flagColumn, "true|false"
	case "concerns", "aliases":
		c.Separator = listSeparator
	}
	switch name {
	case "date", "draft", "done", "address", "id", "name", "committee", "committee_name", "title", "row", "column":
		c.Required = true
	}
	return c
}

// MetadataJSON writes the description. An empty cell says nothing, in every column.
func MetadataJSON(w io.Writer, m Metadata) error {
	columns := make([]any, len(m.Columns))
	for i, c := range m.Columns {
		columns[i] = c.node()
	}
	doc := jsonNode{
		"@context": []any{"http://www.w3.org/ns/csvw", jsonNode{"@language": m.Language}},
		"url":      m.File, "dc:title": m.Title, "dc:description": m.Description,
		"dialect":     jsonNode{"encoding": "utf-8", "header": true, "delimiter": ","},
		"tableSchema": jsonNode{"columns": columns},
	}
	if m.Licence != "" {
		doc["dc:license"] = jsonNode{"@id": m.Licence}
	}
	return doc.write(w)
}

func (c Column) node() jsonNode {
	n := jsonNode{"name": c.Name, "titles": c.Name, "dc:description": c.Description, "datatype": c.Type, "null": ""}
	if c.Format != "" {
		n["datatype"] = jsonNode{"base": c.Type, "format": c.Format}
	}
	if c.Separator != "" {
		n["separator"] = c.Separator
	}
	if c.Unit != "" {
		n["schema:unitText"] = c.Unit
	}
	if c.Required {
		n["required"] = true
	}
	return n
}

// jsonNode is an object whose fields are written in the order of their names.
type jsonNode map[string]any

func (n jsonNode) write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(n)
}
