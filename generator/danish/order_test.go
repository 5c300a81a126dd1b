package danish

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

func TestNamesStandInDanishOrder(t *testing.T) {
	ordered := []string{
		"3", "a", "A", "Audiogenetik", "b", "Børn og unge med kræft", "Børn og voksne med sjældne sygdomme",
		"Nyresvigt", "Punkt 0", "punkt 2", "Punkt 2", "Punkt 2.1", "Punkt 10", "Punkt 10.1",
		"Sandgærdet", "Sandgaard", "z", "Z", "Zoo", "æ", "Ærø", "ø", "Ørsted", "å", "Å", "aa", "Aa", "Aalborg", "Århus",
	}
	for seed := range uint64(20) {
		got := slices.Clone(ordered)
		r := rand.New(rand.NewPCG(seed, 0))
		r.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
		if !slices.Equal(got, ordered) {
			t.Fatalf("seed %d:\n got %q\nwant %q", seed, got, ordered)
		}
	}
}

func TestTheUnicodeFormOfATextDoesNotChangeItsPlace(t *testing.T) {
	for _, s := range []string{"Ærø", "Århus", "én", "Å"} {
		if SortKey(s) != SortKey(norm.NFD.String(s)) {
			t.Errorf("%q has two keys", s)
		}
	}
}

func TestTextsThatSortAlikeStillHaveAFixedOrder(t *testing.T) {
	for _, pair := range [][2]string{{"Punkt 02", "Punkt 2"}, {"\x00a", "a"}} {
		if SortKey(pair[0]) >= SortKey(pair[1]) {
			t.Errorf("%q does not stand before %q", pair[0], pair[1])
		}
	}
}

func TestKeysAreMadeByManyAtOnce(t *testing.T) {
	want := SortKey("Børn og unge med kræft")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if SortKey("Børn og unge med kræft") != want {
					t.Error("a key changed")
				}
			}
		})
	}
	wg.Wait()
}

func FuzzSortKey(f *testing.F) {
	f.Add("Aalborg", "Ørsted")
	f.Add("Punkt 2", "Punkt 10")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = norm.NFC.String(a), norm.NFC.String(b)
		want := collate.New(language.Danish, collate.Numeric).CompareString(a, b)
		got := strings.Compare(SortKey(a), SortKey(b))
		if want != 0 && got != want || (got == 0) != (a == b) {
			t.Fatalf("%q against %q is %d; want %d", a, b, got, want)
		}
	})
}
