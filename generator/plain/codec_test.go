package plain

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"

	"pgregory.net/rapid"
)

// roundTrip checks that a random value of T comes back from its bytes, and from
// all bytes of equal values.
func roundTrip[T any](t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in, out, other T
		draw(t, reflect.ValueOf(&in).Elem(), "in")
		draw(t, reflect.ValueOf(&out).Elem(), "out") // what Read finds there must not matter
		draw(t, reflect.ValueOf(&other).Elem(), "other")
		data := string(Append(nil, &in))
		rest, err := Read(data+"rest", &out)
		if err != nil || rest != "rest" {
			t.Fatalf("error %v, rest %q", err, rest)
		}
		if !reflect.DeepEqual(in, out) {
			t.Fatalf("got %+v\nwant %+v", out, in)
		}
		if again := string(Append(nil, &out)); again != data {
			t.Fatalf("written again the bytes are others: %q\nwant %q", again, data)
		}
		if same := reflect.DeepEqual(in, other); same != (string(Append(nil, &other)) == data) {
			t.Fatalf("two values are equal: %v, their bytes say otherwise", same)
		}
		cut := rapid.IntRange(0, len(data)).Draw(t, "cut")
		if cut < len(data) {
			if _, err := Read(data[:cut], &out); err == nil {
				t.Fatalf("the first %d of %d bytes were read without an error", cut, len(data))
			}
		}
	})
}

func TestAnyValueComesBackFromItsBytes(t *testing.T) {
	t.Run("everything", roundTrip[everything])
	t.Run("a small struct", roundTrip[page])
	t.Run("a tree", roundTrip[tree])
	t.Run("a list of pointers", roundTrip[[]*everything])
	t.Run("any", roundTrip[any])
	t.Run("text", roundTrip[kind])
	t.Run("a map", roundTrip[map[kind]any])
	t.Run("numbers", roundTrip[struct {
		A int8
		B uint8
		C int64
		D uint64
	}])
}

func TestTheBinaryFormStaysWhatItIs(t *testing.T) {
	v := struct {
		Name  string
		Count int
		None  []bool
		Flags []bool
		At    time.Time
		Held  any
		Tags  map[string]uint16
		Next  *[2]uint8
	}{"ab", -2, nil, []bool{true, false}, time.Unix(1, 2).In(time.FixedZone("", 60)), 'x', map[string]uint16{"b": 300, "a": 1}, &[2]uint8{200, 9}}
	want := "\x02ab" + "\x03" + "\x00" + "\x03\x01\x00" + "\x02\x02\x78" + "\x04\xf0\x01" + "\x03\x01a\x01\x01b\xac\x02" + "\x01\xc8\x09"
	if got := string(Append([]byte("before"), &v)); got != "before"+want {
		t.Errorf("got  %q\nwant %q", got, "before"+want)
	}
}

func TestStringsThatAreReadAreNotCopied(t *testing.T) {
	data := string(Append(nil, []string{"abc"}))
	var got []string
	if _, err := Read(data, &got); err != nil {
		t.Fatal(err)
	}
	if unsafe.StringData(got[0]) != unsafe.StringData(data[2:]) {
		t.Error("the string stands elsewhere than in the data")
	}
}

func TestAFieldThatIsLeftOutIsZeroAfterRead(t *testing.T) {
	type kept struct {
		A     string
		cache chan int `plain:"-"`
		B     int
		Open  func() `plain:"-"`
	}
	type plainer struct {
		A string
		B int
	}
	in := kept{"a", make(chan int), 2, func() {}}
	data := Append(nil, &in)
	if !bytes.Equal(data, Append(nil, plainer{"a", 2})) {
		t.Error("more than the other fields was written")
	}
	out := in
	if _, err := Read(string(data), &out); err != nil || out.A != "a" || out.B != 2 || out.cache != nil || out.Open != nil {
		t.Errorf("got %+v, error %v", out, err)
	}
}

func TestTimesKeepTheirInstantAndTheirDistanceFromUTC(t *testing.T) {
	copenhagen := time.FixedZone("CEST", 7200)
	for _, at := range []time.Time{
		{}, time.Unix(0, 0).UTC(), time.Date(2025, 3, 4, 14, 0, 0, 123456789, copenhagen),
		time.Date(1900, 1, 1, 0, 0, 0, 0, time.FixedZone("", -3*3600-30*60)), time.Now(), time.Unix(math.MaxInt64, 0), time.Unix(math.MinInt64, 0),
	} {
		var got time.Time
		if _, err := Read(string(Append(nil, at)), &got); err != nil {
			t.Fatal(err)
		}
		if !got.Equal(at) || got.Format(time.RFC3339) != at.Format(time.RFC3339) || got.IsZero() != at.IsZero() {
			t.Errorf("got %v, want %v", got, at)
		}
	}
}

type shown string

func (shown) String() string { return "otherwise" }

func TestAnyHoldsNamedTextAsText(t *testing.T) {
	var got []any
	if _, err := Read(string(Append(nil, []any{kind("a")})), &got); err != nil || got[0] != any("a") {
		t.Errorf("got %#v, error %v", got, err)
	}
}

func TestWhatHasNoBinaryFormPanicsWithItsPath(t *testing.T) {
	type problem struct{ Args []any }
	type report struct{ Problems map[string]*problem }
	held := func(v any) report { return report{map[string]*problem{"a": {[]any{1, v}}}} }
	cases := []struct {
		v    any
		want string
	}{
		{held(1.5), "plain.report.Problems[].Args[] holds a float64"},
		{held(shown("x")), "plain.report.Problems[].Args[] holds a plain.shown"},
		{held(uint(1)), "plain.report.Problems[].Args[] holds a uint, which cannot be kept"},
		{held([]string{}), "plain.report.Problems[].Args[] holds a []string"},
		{struct{ Score []float32 }{}, ".Score[] is a float32"},
		{struct{ M map[int]string }{}, ".M is a map (map[int]string)"},
		{struct{ E error }{}, ".E is a interface (error)"},
		{struct{ F func() }{}, ".F is a func"},
		{struct{ P uintptr }{}, ".P is a uintptr"},
		{struct{ S []struct{} }{}, ".S is a slice of values that take no bytes"},
		{struct{ N *nested }{}, "a type may not contain itself"},
		{(*row)(nil), "nil pointer to referat/generator/plain.row"},
		{nil, "nil is not plain data"},
	}
	for _, c := range cases {
		if got := panicOf(func() { Append(nil, c.v) }); !strings.Contains(got, c.want) {
			t.Errorf("Append of %T: panic with %q, want %q", c.v, got, c.want)
		}
	}
	if got := panicOf(func() { _, _ = Read("\x00", row{}) }); !strings.Contains(got, "plain.row is not a pointer") {
		t.Errorf("Read into a value: panic with %q", got)
	}
	if got := panicOf(func() { _, _ = Read("\x00", (*row)(nil)) }); !strings.Contains(got, "plain: nil pointer") {
		t.Errorf("Read into a nil pointer: panic with %q", got)
	}
	if got := panicOf(func() { Shape(reflect.TypeFor[nested]()) }); !strings.Contains(got, "may not contain itself") {
		t.Errorf("Shape: panic with %q", got)
	}
}

func panicOf(f func()) (message string) {
	defer func() { message = fmt.Sprint(recover()) }()
	f()
	return ""
}

func TestReadRefusesWhatAppendNeverWrites(t *testing.T) {
	long := "\x80\x80\x80\x80\x80\x80\x80\x80\x80"
	cases := []struct {
		into any
		data string
	}{
		{new(bool), "\x02"}, {new(bool), ""}, {new(string), "\x02a"}, {new(string), "\x81\x00a"}, {new(int), "\x80"}, {new(int), "\x80\x00"},
		{new(int8), "\x80\x02"}, {new(uint8), "\x80\x02"}, {new(uint64), long + "\x02"}, {new(uint64), long + "\x81\x00"}, {new([]string), "\x03\x00"},
		{new([]string), long + "\x01"}, {new([]byte), "\x03a"}, {new([2]byte), "a"}, {new(*string), "\x02\x00"}, {new(*string), "\x01"}, {new(*string), ""},
		{new(map[string]bool), "\x03\x01b\x01\x01a\x01"}, {new(map[string]bool), "\x03\x01a\x01\x01a\x01"}, {new(map[string]bool), "\x02\x01a\x02"},
		{new(time.Time), "\x00\x80\x94\xeb\xdc\x03\x00"}, {new(time.Time), "\x00\x00"}, {new(any), "\x07\x00"}, {new(any), "\x01\x01"}, {new(any), ""},
		{new(any), "\x05\x80\x02"}, {new(any), "\x04" + "\xfe\xff\xff\xff\x1f"},
	}
	for _, c := range cases {
		rest, err := Read(c.data, c.into)
		if err == nil || rest != "" || !strings.Contains(err.Error(), fmt.Sprintf("of %d", len(c.data))) {
			t.Errorf("%T from %q: rest %q, error %v", c.into, c.data, rest, err)
		}
	}
}

func TestALyingLengthAllocatesNoMoreThanTheDataAllow(t *testing.T) {
	data := "\xff\xff\xff\xff\x0f" + strings.Repeat("\xff\x7f", 1<<15) // the last lengths that would fit say 16384
	for _, into := range []any{new([]string), new([][][]row), new(map[string]row), new([]everything), new([]byte), new(string), new([]any), new(*[]*[]string)} {
		for _, d := range []string{data, data[5:], strings.Repeat("\x01", 1<<15), strings.Repeat("\xff\xff\x01", 1<<14), strings.Repeat("\x01\xff\x7f", 1<<14)} {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, _ = Read(d, into)
			runtime.ReadMemStats(&after)
			if got := after.TotalAlloc - before.TotalAlloc; got > uint64(len(d))*100+1<<16 {
				t.Errorf("%T from %d bytes (%q): %d bytes allocated", into, len(d), d[:6], got)
			}
		}
	}
}

func TestShapesOfDifferentTypesDiffer(t *testing.T) {
	shapes := map[Digest]string{}
	for _, v := range append(sameNames(), row{}, page{}, tree{}, "", kind(""), 0, int8(0), []string{}, [2]string{}, [3]string{}, map[string]int{}, map[kind]int{},
		map[string]int8{}, struct{ P *row }{}, struct{ P row }{}, struct{ P any }{}, struct{ P time.Time }{}, struct{ P []row }{},
		struct{ A, B string }{}, struct{ B, A string }{}, namedMaps()[0], namedMaps()[1]) {
		what := fmt.Sprintf("%T", v)
		shape := Shape(reflect.TypeOf(v))
		if other, ok := shapes[shape]; ok {
			t.Errorf("%s has the shape of %s", what, other)
		}
		shapes[shape] = what
	}
	if Shape(reflect.TypeFor[*row]()) != Shape(reflect.TypeFor[row]()) {
		t.Error("a pointer has another shape than what it points to")
	}
}

// namedMaps gives maps whose types have one name.
func namedMaps() [2]any {
	var maps [2]any
	{
		type words map[string]int
		maps[0] = words{}
	}
	{
		type words map[kind]int
		maps[1] = words{}
	}
	return maps
}

func TestAFieldThatIsLeftOutIsNoPartOfTheShape(t *testing.T) {
	var with, without reflect.Type
	{
		type view struct {
			A string
			B int `plain:"-"`
		}
		with = reflect.TypeFor[view]()
	}
	{
		type view struct{ A string }
		without = reflect.TypeFor[view]()
	}
	if Shape(with) != Shape(without) {
		t.Error("the shapes differ")
	}
}
