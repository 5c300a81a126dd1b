package plain

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

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
	want := []Field{
		{"Count", DigestOf(3)}, {"Lang", DigestOf("da")}, {"head.base.Title", DigestOf("low")}, {"Title", DigestOf("high")},
		{"note", DigestOf(&note{sum: Digest{7}})}, {"stamp", DigestOf(stamp{8, 9})}, {"kind", DigestOf(kind("k"))},
	}
	if got := Fields(&v); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if !reflect.DeepEqual(Fields(v), Fields(&v)) {
		t.Error("a pointer has other fields than the struct")
	}
}

func TestFieldsAgreesWithTheDigestOfTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a, b tree
		draw(t, reflect.ValueOf(&a).Elem(), "a")
		draw(t, reflect.ValueOf(&b).Elem(), "b")
		if same := reflect.DeepEqual(Fields(a), Fields(&b)); same != (DigestOf(a) == DigestOf(b)) {
			t.Fatalf("all fields are the same: %v", same)
		}
	})
}
