package plain

import (
	"math"
	"strings"
	"testing"
	"time"
)

// FuzzRead holds that any bytes are refused, or are the one form of a value.
func FuzzRead(f *testing.F) {
	rich := everything{
		page: page{"da", true}, B: [3]string{"a", "", "æ"}, i: -1, L: math.MinInt64, y: 1 << 63, S: []kid{{}, {Kids: []row{{Name: "x"}}}}, SS: [][]string{nil, {}, {"a"}},
		G: []gap{{off: &gap{}, C: "c"}}, O: []end{{off: func() {}}}, N: letters("abc"), P: &row{}, M: map[string]int{"a": 1, "b": -1}, MM: map[kind]map[string][]*row{"k": {"v": {nil, {}}}},
		T: time.Unix(1, 2).In(time.FixedZone("", 3600)), Q: "x", QQ: []any{nil, 1, int64(2), 'c', uint8(4), true}, z: [2]struct{ n Digest }{{Digest{9}}, {}},
	}
	good := string(Append(nil, &rich))
	f.Add(good)
	for i := 0; i < len(good); i += 7 { // cut short, and a length that lies at every place
		f.Add(good[:i])
		f.Add(good[:i] + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01" + good[i:])
		f.Add(good[:i] + "\xff" + good[min(i+1, len(good)):])
	}
	f.Add(string(Append(nil, &everything{})))
	f.Add(strings.Repeat("\x01", 500))
	f.Add(strings.Repeat("\xff", 500))
	f.Fuzz(func(t *testing.T, data string) {
		check[everything](t, data)
		check[[]any](t, data)
		check[map[string]time.Time](t, data)
		check[[][][]*string](t, data)
	})
}

func check[T any](t *testing.T, data string) {
	var v T
	rest, err := Read(data, &v)
	if err != nil {
		return
	}
	if again := string(Append(nil, &v)); again+rest != data {
		t.Errorf("%T: read %q, rest %q, but written again it is %q", v, data, rest, again)
	}
}
