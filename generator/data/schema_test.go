package data

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// eachNode visits the parts of a schema by the names of their types and fields.
func eachNode(s Schema, visit func(name string, n *node)) {
	walk := func(owner string, n *node) {
		for _, f := range n.Properties {
			visit(owner+"."+f.name, f.is)
		}
	}
	n := s.whole()
	visit(s.Name, n)
	walk(s.Name, n)
	for _, d := range n.Defs {
		visit(d.name, d.is)
		walk(d.name, d.is)
	}
}

func TestEveryTypeAndFieldOfAJSONFileIsExplained(t *testing.T) {
	seen := 0
	for _, name := range SchemaNames() {
		eachNode(Schema{Name: name}, func(at string, n *node) {
			seen++
			if n.Description == "" {
				t.Errorf("%s: %s has no words in schema/words.txt", name, at)
			}
		})
	}
	if seen < 150 {
		t.Errorf("only %d parts", seen)
	}
}

func TestNoWordsExplainWhatNoFileHas(t *testing.T) {
	used := map[string]bool{"Count.masked": true}
	var use func(typ reflect.Type, owner string)
	use = func(typ reflect.Type, owner string) {
		for typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		used[typ.Name()] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "-" && typ != reflect.TypeFor[Count]() {
				used[typ.Name()+"."+name] = true
				use(f.Type, owner)
			}
		}
	}
	for _, s := range schemas {
		use(s.of, "")
	}
	for name := range readSchemaWords() {
		if !used[name] {
			t.Errorf("%s is in no file", name)
		}
	}
}

func TestASchemaSaysWhichFieldsAreAlwaysThere(t *testing.T) {
	n := Schema{Name: "minutes", Address: "https://ngc.dk/data/skema/minutes-v1.json"}.whole()
	for field, want := range map[string]bool{"$schema": true, "schema": true, "title": true, "items": true, "place": false, "draft": false} {
		if got := slices.Contains(n.Required, field); got != want {
			t.Errorf("%s is required: %v", field, got)
		}
	}
	if n.ID != "https://ngc.dk/data/skema/minutes-v1.json" {
		t.Errorf("its name is %q", n.ID)
	}
	for _, f := range n.Properties {
		if f.name == "schema" && f.is.Const != "minutes/v1" || f.name == "date" && f.is.Format != "date" || f.name == "state" && !slices.Contains(f.is.Enum, "approved") {
			t.Errorf("%s: %+v", f.name, *f.is)
		}
	}
}
