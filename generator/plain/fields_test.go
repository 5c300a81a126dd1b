package plain

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// field is a field as Fields gives it.
type field struct {
	Name   string
	Digest Digest
}

func fieldsOf(v any) (fields []field) {
	for name, digest := range Fields(v) {
		fields = append(fields, field{name, digest})
	}
	return fields
}

func TestFieldsGivesEveryFieldUnderTheNameThatGoPromotes(t *testing.T) {
	type base struct {
		Lang  string
		Title string
	}
	type head struct {
		base
		Title string
	}
	type view struct {
		Count int
		head
		*note // Go promotes no method that two embedded fields have
		stamp
		kind
	}
	v := view{3, head{base{"da", "low"}, "high"}, &note{sum: Digest{7}}, stamp{8, 9}, "k"}
	want := []field{
		{"Count", DigestOf(3)}, {"Lang", DigestOf("da")}, {"head.base.Title", DigestOf("low")}, {"Title", DigestOf("high")},
		{"note", DigestOf(&note{sum: Digest{7}})}, {"stamp", DigestOf(stamp{8, 9})}, {"kind", DigestOf(kind("k"))},
	}
	if got := fieldsOf(&v); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if !reflect.DeepEqual(fieldsOf(v), fieldsOf(&v)) {
		t.Error("a pointer has other fields than the struct")
	}
	for i, name := range Names(v) {
		if name != want[i].Name {
			t.Errorf("name %d is %s, want %s", i, name, want[i].Name)
		}
	}
}

func TestFieldsAgreesWithTheDigestOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a, b tree
		draw(t, reflect.ValueOf(&a).Elem(), "a")
		draw(t, reflect.ValueOf(&b).Elem(), "b")
		if same := reflect.DeepEqual(fieldsOf(a), fieldsOf(&b)); same != (DigestOf(a) == DigestOf(b)) {
			t.Fatalf("all fields are the same: %v", same)
		}
	})
}
