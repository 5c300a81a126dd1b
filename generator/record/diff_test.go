package record

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// shownDiff writes all words with what went in [- -] and what came in {+ +}.
func shownDiff(was, is []string) string {
	var b strings.Builder
	at := 0
	for _, d := range append(Diff(was, is), Difference{Was: [2]int{len(was), len(was)}}) {
		for ; at < d.Was[0]; at++ {
			b.WriteString(was[at] + " ")
		}
		if gone := was[d.Was[0]:d.Was[1]]; len(gone) > 0 {
			b.WriteString("[-" + strings.Join(gone, " ") + "-] ")
		}
		if new := is[d.Is[0]:d.Is[1]]; len(new) > 0 {
			b.WriteString("{+" + strings.Join(new, " ") + "+} ")
		}
		at = d.Was[1]
	}
	return strings.TrimSpace(b.String())
}

func TestADiffNamesTheFewestWords(t *testing.T) {
	for _, c := range [][3]string{
		{"", "", ""},
		{"a b c", "a b c", ""},
		{"a b c", "a x c", "a [-b-] {+x+} c"},
		{"a b c", "a c", "a [-b-] c"},
		{"a c", "a b c", "a {+b+} c"},
		{"", "a b", "{+a b+}"},
		{"a b", "", "[-a b-]"},
		{"rådet godkendte det og takkede", "rådet forkastede det og takkede alle", "rådet [-godkendte-] {+forkastede+} det og takkede {+alle+}"},
		{"a b c d e", "c d a b e", "[-a b-] c d {+a b+} e"},
		{"a a a b", "a b b", "a [-a a-] {+b+} b"},
	} {
		want := c[2]
		if c[0] == c[1] {
			want = c[0]
		}
		if got := shownDiff(strings.Fields(c[0]), strings.Fields(c[1])); got != want {
			t.Errorf("%q to %q: %q, want %q", c[0], c[1], got, want)
		}
	}
}

func TestADiffLeadsFromTheOneListToTheOther(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	list := func(n int) []int {
		words := make([]int, random.IntN(n))
		for i := range words {
			words[i] = random.IntN(6)
		}
		return words
	}
	for i := range 3000 {
		n := 12
		if i%1000 == 0 {
			n = 3 * most
		}
		was, is := list(n), list(n)
		var made []int
		at := 0
		for _, d := range Diff(was, is) {
			if d.Was[0] < at || d.Was[0] == d.Was[1] && d.Is[0] == d.Is[1] {
				t.Fatalf("%v to %v: %v", was, is, Diff(was, is))
			}
			made = append(append(made, was[at:d.Was[0]]...), is[d.Is[0]:d.Is[1]]...)
			at = d.Was[1]
		}
		if made = append(made, was[at:]...); !slices.Equal(made, is) {
			t.Fatalf("%v to %v: %v makes %v", was, is, Diff(was, is), made)
		}
	}
}
