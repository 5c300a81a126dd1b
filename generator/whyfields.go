package main

import (
	"encoding/hex"
	"reflect"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/plain"
	"referat/generator/site"
	"referat/generator/source"
)

// field is a field of a view with its value in few words.
type field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// fieldsOf gives the fields of a view, by the names that the ledger has for them.
func fieldsOf(view any, docs *content.Documents) []field {
	var values []string
	eachField(reflect.ValueOf(view), func(v reflect.Value) { values = append(values, cut(brief(v, docs))) })
	var fields []field
	for i, name := range plain.Names(view) {
		fields = append(fields, field{name, values[i]})
	}
	return fields
}

// eachField visits the fields of a struct, those of embedded ones one by one, in
// the order of plain.Fields.
func eachField(v reflect.Value, visit func(reflect.Value)) {
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.Anonymous && f.Type.Kind() == reflect.Struct {
			eachField(v.Field(i), visit)
			continue
		}
		visit(v.Field(i))
	}
}

// brief is a value on one line: a text by its words, a list by its length, a
// struct by what stands in it. It is empty of an empty value.
func brief(v reflect.Value, docs *content.Documents) string {
	if v.Kind() == reflect.Slice && v.Len() == 0 || v.Kind() == reflect.Struct && v.IsZero() {
		return ""
	}
	switch x := v.Interface().(type) {
	case site.Text:
		return plainWords(docs, x.From, x.Fragment)
	case data.Text:
		var all []string
		for _, p := range x {
			all = append(all, plainWords(docs, source.Path(p.From), p.Fragment))
		}
		return strings.Join(all, " ")
	case danish.Date:
		return x.String()
	case source.Digest:
		return hex.EncodeToString(x[:6]) + "…"
	}
	switch {
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10)
	case v.Kind() == reflect.Slice:
		return "[" + strconv.Itoa(v.Len()) + "]"
	case v.Kind() == reflect.Struct:
		var parts []string
		eachField(v, func(f reflect.Value) {
			if !f.IsZero() && f.Kind() != reflect.Bool { // true alone says nothing
				parts = append(parts, brief(f, docs))
			}
		})
		return strings.Join(parts, " · ")
	}
	return v.String()
}

// plainWords are the words of a text; none when its file was changed meanwhile.
func plainWords(docs *content.Documents, from source.Path, id string) string {
	if f := docs.Fragment(from, id); f != nil {
		return f.Plain().Text
	}
	return ""
}

// cut makes a text one line of at most 60 characters.
func cut(s string) string {
	const most = 60
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= most {
		return string(r)
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}
