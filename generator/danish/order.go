package danish

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// SortKey returns a key for s: keys compared byte by byte stand in Danish
// alphabetical order. Æ, ø and å come last and aa is å; small and capital
// letters differ only where all else is equal; digits count as numbers, so that
// "Punkt 2" stands before "Punkt 10". The key is made for comparing, not for
// showing or keeping: a new version of the tables may change it. Making it costs
// some microseconds, so sort with keys made once.
//
// Different texts have different keys, the same text in another Unicode form
// the same one, so that an order never depends on where texts came from.
func SortKey(s string) string {
	// A collator may not be shared between goroutines; making one costs less
	// than making the key.
	c := collate.New(language.Danish, collate.Numeric)
	s = norm.NFC.String(s)
	key := c.KeyFromString(new(collate.Buffer), s)
	// Zero bytes part the levels of a key and are lower than all weights, so
	// the text decides only between keys that are equal.
	return string(key) + "\x00\x00" + s
}
