package pdf

import (
	"cmp"
	"maps"
	"slices"
)

// sortedKeys are the keys of a map in order: what is told must not depend on chance.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
