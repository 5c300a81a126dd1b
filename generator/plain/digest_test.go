package plain

import (
	"crypto/sha256"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

type kind string

type row struct {
	Name  string
	Kind  kind
	Count int
	tag   [2]uint8
}

type page struct {
	Lang  string
	Draft bool
}

type tree struct {
	page
	Rows  []row
	Words []string
	Kids  []kid
}

type kid struct {
	page
	Kids []row
}

func TestEqualValuesHaveTheSameDigest(t *testing.T) {
	build := func() tree {
		return tree{
			page:  page{"da", true},
			Rows:  []row{{"a", "x", -1, [2]uint8{1, 2}}, {}},
			Words: []string{"æ", ""},
			Kids:  []kid{{page: page{Lang: "en"}}, {}},
		}
	}
	d := DigestOf(build())
	if DigestOf(build()) != d {
		t.Error("the digests of two equal values differ")
	}
	if d == (Digest{}) {
		t.Error("a value has the digest that means unknown")
	}
}

func TestValuesThatDifferHaveDifferentDigests(t *testing.T) {
	type two struct{ A, B string }
	type otherName struct{ A, C string }
	type otherOrder struct{ B, A string }
	type lists struct{ A, B []string }
	type inner struct{ S []row }
	views := append(sameNames(),
		two{"x", ""}, two{"", "x"}, two{}, otherName{"x", ""}, otherOrder{"", "x"}, otherOrder{"x", ""},
		lists{[]string{"a"}, []string{"b"}}, lists{[]string{"a", "b"}, nil}, lists{nil, []string{"a", "b"}},
		lists{[]string{"a", "b"}, []string{}},
		[]string{"ab", "c"}, []string{"a", "bc"}, []string{"abc"}, []string{"a", "b", "c"},
		[]string(nil), []string{}, []string{""}, []string{"", ""},
		[3]string{"a", "b", "c"}, [2]string{"ab", "c"},
		"", "a", kind("a"), 1, int64(1), uint(1), uint8(1), true, false, 0, -1,
		row{Name: "a"}, row{Kind: "a"}, row{tag: [2]uint8{1, 0}}, row{tag: [2]uint8{0, 1}},
		inner{[]row{{}}}, inner{[]row{{}, {}}},
		[][]string{{"a"}, {"b"}}, [][]string{{"a", "b"}, {}}, [][]string{{}, {"a", "b"}}, [][]string{nil, {"a", "b"}},
		[][]string{{"a", "b"}},
		tree{}, tree{page: page{Lang: "da"}}, tree{Kids: []kid{{}}}, tree{Kids: []kid{{}, {}}},
		tree{Kids: []kid{{Kids: []row{{}}}}},
		strings.Repeat("x", 127), strings.Repeat("x", 128), strings.Repeat("x", 1<<16),
	)
	seen := map[Digest]string{}
	for _, v := range views {
		what := fmt.Sprintf("%T %.60v", v, v)
		d := DigestOf(v)
		if other, ok := seen[d]; ok {
			t.Errorf("%s has the digest of %s", what, other)
		}
		seen[d] = what
	}
}

// sameNames gives values whose types have one name, as those of one program and
// the next have, and which are written alike.
func sameNames() []any {
	var views []any
	{
		type view struct{ A, B string }
		views = append(views, view{})
	}
	{
		type view struct{ A, C string }
		views = append(views, view{})
	}
	{
		type view struct{ C, A string }
		views = append(views, view{})
	}
	{
		type view struct{ A, B []string }
		views = append(views, view{[]string{}, []string{}})
	}
	type a string
	type b string
	{
		type view struct {
			X a
			Y b
			Z a
		}
		views = append(views, view{})
	}
	{
		type view struct {
			X a
			Y b
			Z b
		}
		views = append(views, view{})
	}
	{
		type part [2]struct{}
		type view struct{ P part }
		views = append(views, view{})
	}
	{
		type part [3]struct{}
		type view struct{ P part }
		views = append(views, view{})
	}
	{
		type view int
		views = append(views, view(0))
	}
	{
		type view uint
		views = append(views, view(0))
	}
	return views
}

func TestTheDigestsOfAnyTwoValuesAgreeWithTheirEquality(t *testing.T) {
	type view struct {
		A string
		B []string
		C [][]bool
		D []row
		E int16
		F string
	}
	small := rapid.StringMatching(`[ab\x00]{0,2}`)
	rows := rapid.Custom(func(t *rapid.T) row {
		return row{Name: small.Draw(t, "name"), Count: rapid.IntRange(-1, 1).Draw(t, "count")}
	})
	views := rapid.Custom(func(t *rapid.T) view {
		return view{
			A: small.Draw(t, "A"),
			B: rapid.SliceOfN(small, 0, 2).Draw(t, "B"),
			C: rapid.SliceOfN(rapid.SliceOfN(rapid.Bool(), 0, 2), 0, 2).Draw(t, "C"),
			D: rapid.SliceOfN(rows, 0, 2).Draw(t, "D"),
			E: rapid.Int16Range(-1, 1).Draw(t, "E"),
			F: small.Draw(t, "F"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := views.Draw(t, "a"), views.Draw(t, "b")
		if equal := reflect.DeepEqual(a, b); equal != (DigestOf(a) == DigestOf(b)) {
			t.Fatalf("equal is %v, but the digests say otherwise", equal)
		}
	})
}

// nested contains itself.
type nested struct {
	Name  string
	Below []struct{ Up []nested }
}

func TestCheckTypeNamesThePathToWhatIsNotPlainData(t *testing.T) {
	type leaf struct {
		Good  []string
		Score float64
	}
	cases := []struct {
		view any
		path string // empty: plain data
	}{
		{tree{}, ""},
		{Digest{}, ""},
		{[]row{}, ""},
		{leaf{}, "plain.leaf.Score is a float64"},
		{struct{ Rows []struct{ Leaves [2]leaf } }{}, ".Rows[].Leaves[].Score is a float64"},
		{struct{ At time.Time }{}, ".At.loc is a ptr (*time.Location)"},
		{struct{ M map[string]int }{}, ".M is a map"},
		{struct{ F func() }{}, ".F is a func"},
		{struct{ C chan int }{}, ".C is a chan"},
		{struct{ E error }{}, ".E is a interface"},
		{struct{ Z complex64 }{}, ".Z is a complex64"},
		{struct{ p uintptr }{}, ".p is a uintptr"},
		{&tree{}, ""},
		{new(string), "*string is a ptr"},
		{new(*tree), "**plain.tree is a ptr"},
		{struct{ P *tree }{}, ".P is a ptr"},
		{struct{ A any }{}, ".A is a interface"},
		{nested{}, "plain.nested.Below[].Up[] is a referat/generator/plain.nested inside"},
		{note{}, "plain.note.open is a func"},
		{&note{}, ""},
		{struct {
			N *note
			V sum
			L Leaf
		}{}, ""},
		{struct{ Page promoted }{}, ".Page embeds *plain.note, whose digest would stand for the whole"},
		{nil, "nil is not plain data"},
	}
	for _, c := range cases {
		err := CheckType(reflect.TypeOf(c.view))
		switch {
		case c.path == "" && err != nil:
			t.Errorf("%T is refused: %v", c.view, err)
		case c.path != "" && (err == nil || !strings.Contains(err.Error(), c.path)):
			t.Errorf("%T: got %v, want an error with %q", c.view, err, c.path)
		}
		if got := panics(c.view); got != (c.path != "") {
			t.Errorf("DigestOf of %T: panic is %v", c.view, got)
		}
	}
}

func panics(v any) (did bool) {
	defer func() { did = recover() != nil }()
	DigestOf(v)
	return false
}

func TestValuesAreDigestedInManyGoroutines(t *testing.T) {
	type fresh struct{ Rows []row }
	want := DigestOf([]fresh{{}, {[]row{{Name: "a"}}}})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 200 {
				DigestOf(strings.Repeat("x", i*100))
				if DigestOf([]fresh{{}, {[]row{{Name: "a"}}}}) != want {
					t.Error("the digest differs")
				}
			}
		})
	}
	wg.Wait()
}

func TestAFieldThatAppendLeavesOutCountsInTheDigest(t *testing.T) {
	type view struct {
		A string `plain:"-"`
	}
	if DigestOf(view{"a"}) == DigestOf(view{"b"}) {
		t.Error("the digest is the same")
	}
}

func TestAPointerToAStructHasTheDigestOfTheStruct(t *testing.T) {
	v := tree{page: page{"da", true}, Words: []string{"a"}}
	if DigestOf(&v) != DigestOf(v) {
		t.Error("the digests differ")
	}
	if DigestOf(&stamp{1, 2}) != DigestOf(stamp{1, 3}) {
		t.Error("the digests of a leaf that is a struct differ")
	}
	if a, b := DigestOf(&note{sum: Digest{1}}), DigestOf(&note{sum: Digest{2}}); a == b {
		t.Error("a pointer that is a leaf was not asked")
	}
	defer func() {
		if got := fmt.Sprint(recover()); !strings.Contains(got, "nil pointer to referat/generator/plain.tree") {
			t.Errorf("a nil pointer: panic with %s", got)
		}
	}()
	DigestOf((*tree)(nil))
}

// A long list is hashed a few elements at a time; its digest is that of all its bytes.
func TestTheDigestOfAListDoesNotDependOnItsLength(t *testing.T) {
	for _, n := range []int{0, few - 1, few, few + 1, 2 * few, 5*few + 3} {
		rows, words := make([]row, n), make([]string, n)
		for i := range n {
			rows[i], words[i] = row{Name: strings.Repeat("æ", i%7), Count: i}, fmt.Sprint(i)
		}
		for _, list := range []any{rows, words} {
			f := formOf(reflect.TypeOf(list), digests)
			if want := sha256.Sum256(f.root.write(append([]byte(nil), f.shape[:]...), f.address(list))); DigestOf(list) != want {
				t.Errorf("%d elements of %T have another digest than their bytes", n, list)
			}
		}
	}
}
