package plain

import (
	"math"
	"reflect"
	"strings"
	"time"
	"unsafe"

	"pgregory.net/rapid"
)

// draw fills v, which may be set or is a field without capital letter, with a
// random value. Small ones, so that equal values come by chance.
func draw(t *rapid.T, v reflect.Value, at string) {
	if v.Type() == timeType {
		zone := time.UTC
		if ahead := rapid.SampledFrom([]int{0, 0, 3600, -5 * 3600, 12345, -1}).Draw(t, at); ahead != 0 {
			zone = time.FixedZone("", ahead)
		}
		seconds := rapid.OneOf(rapid.Int64Range(-1e9, 4e9), rapid.Just(int64(-62135596800))).Draw(t, at)
		v.Set(reflect.ValueOf(time.Unix(seconds, rapid.Int64Range(0, 999_999_999).Draw(t, at)).In(zone)))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, at))
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.StringMatching(`[ab\x00]{0,2}`), rapid.String(), rapid.Just(strings.Repeat("æ", 70))).Draw(t, at))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		x := rapid.OneOf(rapid.Int64Range(-2, 2), rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 64, -65})).Draw(t, at)
		v.SetInt(x >> (64 - v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		x := rapid.OneOf(rapid.Uint64Range(0, 2), rapid.Uint64()).Draw(t, at)
		v.SetUint(x >> (64 - v.Type().Bits()))
	case reflect.Array:
		for i := range v.Len() {
			draw(t, v.Index(i), at)
		}
	case reflect.Slice:
		if n := rapid.IntRange(-1, 3).Draw(t, at); n >= 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				draw(t, v.Index(i), at)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Tag.Get("plain") != "-" {
				draw(t, reflect.NewAt(f.Type, unsafe.Pointer(v.Field(i).UnsafeAddr())).Elem(), at+"."+f.Name)
			}
		}
	default:
		drawReference(t, v, at)
	}
}

// drawReference fills what may point to something.
func drawReference(t *rapid.T, v reflect.Value, at string) {
	if rapid.IntRange(0, 3).Draw(t, at) == 0 {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		draw(t, v.Elem(), at)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range rapid.IntRange(0, 4).Draw(t, at) {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			draw(t, key, at)
			draw(t, value, at)
			v.SetMapIndex(key, value)
		}
	case reflect.Interface:
		held := rapid.SampledFrom([]any{"", 0, int64(0), rune(0), uint8(0), false}).Draw(t, at)
		box := reflect.New(reflect.TypeOf(held)).Elem()
		draw(t, box, at)
		v.Set(box)
	default:
		panic("cannot draw " + v.Type().String())
	}
}

type letters []uint8

type count uint8

// gap has strings that do not stand side by side in what is written.
type gap struct {
	A, B string
	off  *gap `plain:"-"`
	C    string
}

// end is one string and more memory.
type end struct {
	A   string
	off func() `plain:"-"`
}

// everything has a field of every kind that can be kept.
type everything struct {
	page
	A  bool
	B  [3]string
	i  int
	I8 int8
	J  [2]int16
	K  rune
	L  int64
	U  uint
	V  [2]count
	W  []uint16
	X  uint32
	y  uint64
	S  []kid
	SS [][]string
	N  letters
	C  []count
	P  *row
	PP **[]string
	M  map[string]int
	MM map[kind]map[string][]*row
	ME map[string]struct{}
	T  time.Time
	TT []*time.Time
	Q  any
	QQ []any
	G  []gap
	GG [2][]struct{ gap }
	O  []end
	F  sum // a leaf is written like all else
	Z  struct{}
	z  [2]struct{ n Digest }
}
