package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"referat/generator/danish"
	"referat/generator/source"
)

// mostAlike is how many problems of one kind are printed that do not stop anything: a large
// site may have some of every page, and nobody would see the others among them.
const mostAlike = 20

// printMost writes problems. Of those of one severity only some of each kind are written,
// the first that are not known from the last time before all others, and how many more
// there are.
func printMost(w io.Writer, problems, known []source.Problem, limited source.Severity, lang string) {
	type place struct {
		source.Pos
		source.Code
	}
	old := map[place]bool{}
	for _, p := range known {
		old[place{p.Pos, p.Code}] = true
	}
	alike, told := map[source.Code]int{}, make([]bool, len(problems))
	for _, again := range []bool{false, true} {
		for i, p := range problems {
			if p.Severity() == limited && old[place{p.Pos, p.Code}] == again {
				alike[p.Code]++
				told[i] = alike[p.Code] <= mostAlike
			}
		}
	}
	for i, p := range problems {
		if told[i] || p.Severity() != limited {
			printProblem(w, p, lang)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(alike)) {
		if more := alike[code] - mostAlike; more > 0 {
			_, _ = fmt.Fprintln(w, unprinted(more, code, limited, lang))
		}
	}
}

// unprinted says how many problems of a kind are not printed, and what tells them all.
func unprinted(more int, code source.Code, of source.Severity, lang string) string {
	one, other, da, en := " advarsel", " advarsler", "check viser alle", "check tells all"
	if of == source.Information {
		one, other, da, en = " oplysning", " oplysninger", "--json viser alt", "--json tells all"
	}
	if lang == "da" {
		return fmt.Sprintf("og %s%s mere af samme slags; %s [%s]", danish.Number(more, "."), plural(more, one, other), da, code)
	}
	return fmt.Sprintf("and %s more of the same kind; %s [%s]", danish.Number(more, ","), en, code)
}
