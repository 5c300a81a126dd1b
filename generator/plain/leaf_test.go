package plain

import (
	"testing"
)

// note is a leaf as a pointer, and holds what is not plain data.
type note struct {
	sum  Digest
	open func()
}

func (n *note) Digest() Digest { return n.sum }

// sum is a leaf as a value; only its first letter counts.
type sum string

func (s sum) Digest() (d Digest) {
	copy(d[:1], s)
	return d
}

// stamp is a leaf as a struct; its last field does not count.
type stamp struct{ first, last uint8 }

func (s stamp) Digest() Digest { return Digest{s.first} }

// promoted has the method of the leaf in it.
type promoted struct {
	*note
	Title string
}

func TestALeafCountsByItsOwnDigestOnly(t *testing.T) {
	type view struct {
		Title string
		Text  *note
		Sum   sum
		Any   Leaf
	}
	base := view{"x", &note{sum: Digest{1}}, "a", sum("b")}
	cases := []struct {
		what string
		make func(v *view)
		same bool
	}{
		{"another pointer to an equal leaf", func(v *view) { v.Text = &note{sum: Digest{1}} }, true},
		{"what the leaf's digest leaves out", func(v *view) { v.Text = &note{sum: Digest{1}, open: func() {}} }, true},
		{"what a leaf that is a value leaves out", func(v *view) { v.Sum = "axx" }, true},
		{"another leaf of the same digest in an interface", func(v *view) { v.Any = &note{sum: Digest{'b'}} }, true},
		{"another leaf", func(v *view) { v.Text = &note{sum: Digest{2}} }, false},
		{"a leaf of digest zero", func(v *view) { v.Text = &note{} }, false},
		{"no leaf", func(v *view) { v.Text = nil }, false},
		{"another value", func(v *view) { v.Sum = "b" }, false},
		{"another leaf in an interface", func(v *view) { v.Any = sum("c") }, false},
		{"nothing in an interface", func(v *view) { v.Any = nil }, false},
	}
	seen := map[Digest]string{DigestOf(base): "base"}
	for _, c := range cases {
		v := base
		c.make(&v)
		d := DigestOf(v)
		if same := d == DigestOf(base); same != c.same {
			t.Errorf("%s: the digest is the same: %v", c.what, same)
		}
		if other, ok := seen[d]; ok && !c.same {
			t.Errorf("%s has the digest of %s", c.what, other)
		}
		seen[d] = c.what
	}
	zero, none, empty := base, base, base
	zero.Text, none.Text = &note{}, nil
	if DigestOf(zero) == DigestOf(none) {
		t.Error("a leaf of digest zero is like no leaf")
	}
	empty.Any, none = (*note)(nil), base
	none.Any = nil
	if DigestOf(empty) != DigestOf(none) {
		t.Error("a nil pointer in an interface is not like nothing in it")
	}
}

func TestALeafInAListCountsByItsOwnDigest(t *testing.T) {
	if a, b := DigestOf([]even{2, 4}), DigestOf([]even{3, 5}); a != b {
		t.Error("a slice of leaves that are bytes is taken for bytes")
	}
	if a, b := DigestOf([2]even{2, 4}), DigestOf([2]even{3, 5}); a != b {
		t.Error("an array of leaves that are bytes is taken for bytes")
	}
	if a, b := DigestOf([]*note{nil, {}}), DigestOf([]*note{{}, nil}); a == b {
		t.Error("it makes no difference which of two leaves is nil")
	}
}

// even is a leaf of one byte, whose last bit does not count.
type even uint8

func (e even) Digest() Digest { return Digest{uint8(e) &^ 1} }
