package pdf

import (
	"maps"
	"slices"
)

func sortedKeys(d dict) []name { return slices.Sorted(maps.Keys(d)) }
