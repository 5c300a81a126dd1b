package content

import "slices"

// Anchors are the places in a document that can be pointed at, sorted.
type Anchors []string

// Has tells that there is an anchor of the name.
func (a Anchors) Has(name string) bool {
	_, found := slices.BinarySearch(a, name)
	return found
}
