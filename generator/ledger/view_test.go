package ledger

import (
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
	Kids  []tree
}

func TestEqualViewsHaveTheSameDigest(t *testing.T) {
	build := func() tree {
		return tree{
			page:  page{"da", true},
			Rows:  []row{{"a", "x", -1, [2]uint8{1, 2}}, {}},
			Words: []string{"æ", ""},
			Kids:  []tree{{page: page{Lang: "en"}}, {}},
		}
	}
	d := View(build())
	if View(build()) != d {
		t.Error("the digests of two equal views differ")
	}
	if d == (Digest{}) {
		t.Error("a view has the digest that means unknown")
	}
}

func TestViewsThatDifferHaveDifferentDigests(t *testing.T) {
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
		tree{}, tree{page: page{Lang: "da"}}, tree{Kids: []tree{{}}}, tree{Kids: []tree{{}, {}}},
		tree{Kids: []tree{{Kids: []tree{{}}}}},
		strings.Repeat("x", 127), strings.Repeat("x", 128), strings.Repeat("x", 1<<16),
	)
	seen := map[Digest]string{}
	for _, v := range views {
		what := fmt.Sprintf("%T %.60v", v, v)
		d := View(v)
		if other, ok := seen[d]; ok {
			t.Errorf("%s has the digest of %s", what, other)
		}
		seen[d] = what
	}
}

// sameNames gives views whose types have one name, as those of one program and
// the next have, and whose values are written alike.
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

func TestTheDigestOfAnyTwoViewsAgreesWithTheirEquality(t *testing.T) {
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
		if equal := reflect.DeepEqual(a, b); equal != (View(a) == View(b)) {
			t.Fatalf("equal is %v, but the digests say otherwise", equal)
		}
	})
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
		{leaf{}, "ledger.leaf.Score is a float64"},
		{struct{ Rows []struct{ Leaves [2]leaf } }{}, ".Rows[].Leaves[].Score is a float64"},
		{struct{ At time.Time }{}, ".At.loc is a ptr (*time.Location)"},
		{struct{ M map[string]int }{}, ".M is a map"},
		{struct{ F func() }{}, ".F is a func"},
		{struct{ C chan int }{}, ".C is a chan"},
		{struct{ E error }{}, ".E is a interface"},
		{struct{ Z complex64 }{}, ".Z is a complex64"},
		{struct{ p uintptr }{}, ".p is a uintptr"},
		{&tree{}, "*ledger.tree is a ptr"},
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
			t.Errorf("View of %T: panic is %v", c.view, got)
		}
	}
}

func panics(v any) (did bool) {
	defer func() { did = recover() != nil }()
	View(v)
	return false
}

func TestViewsAreDigestedInManyGoroutines(t *testing.T) {
	type fresh struct{ Rows []row }
	want := View([]fresh{{}, {[]row{{Name: "a"}}}})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 200 {
				View(strings.Repeat("x", i*100))
				if View([]fresh{{}, {[]row{{Name: "a"}}}}) != want {
					t.Error("the digest differs")
				}
			}
		})
	}
	wg.Wait()
}

// view200 is a list of 200 strings of the length that titles and addresses have.
func view200() any {
	type link struct {
		Text, Href string
		Current    bool
		Count      int
	}
	type list struct {
		page
		Links []link
	}
	v := list{page: page{"da", false}}
	for i := range 100 {
		v.Links = append(v.Links, link{
			Text: fmt.Sprintf("Møde nr. %d i styregruppen", i), Href: fmt.Sprintf("/referater/styregruppen/2024-01-%02d/", i)})
	}
	return v
}

func BenchmarkView200Strings(b *testing.B) {
	v := view200()
	b.ReportAllocs()
	for b.Loop() {
		View(v)
	}
}
