package danish

import (
	"slices"
	"testing"
)

func TestAnIndexHasALetterForEachWord(t *testing.T) {
	for word, want := range map[string]string{
		"nyresvigt": "N", "Ærligt": "Æ", "øjne": "Ø", "Åben": "Å", "A\u030aben": "Å", "Aarhus": "Å", "aa": "Å", "AA": "Å", "a": "A", "Évian": "E",
		"Ödeme": "Ø", "Über": "Y", "Zebra": "Z", "2. møde": "#", "": "#", "»Citat«": "#", "\xff": "#",
	} {
		if got := Initial(word); got != want {
			t.Errorf("%q stands under %q, want %q", word, got, want)
		}
	}
}

func TestTheLettersOfAnIndexStandInItsOrder(t *testing.T) {
	words := []string{"Aarhus", "Øre", "Ære", "alle", "Åben", "Öre", "zone", "Évian", "fe", "Aalborg", "e", "Xylofon", "yde", "über"}
	slices.SortFunc(words, func(a, b string) int { return slices.Compare([]byte(SortKey(a)), []byte(SortKey(b))) })
	var letters []string
	for _, word := range words {
		if letter := Initial(word); len(letters) == 0 || letters[len(letters)-1] != letter {
			letters = append(letters, letter)
		}
	}
	if want := []string{"A", "E", "F", "X", "Y", "Z", "Æ", "Ø", "Å"}; !slices.Equal(letters, want) {
		t.Errorf("%v: the letters are %v, want %v", words, letters, want)
	}
}
