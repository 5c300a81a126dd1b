package disclosure

import "slices"

// exploration is the search for witnesses.
type exploration struct {
	*system
	known    map[place]bool // leaks that are not looked at
	work     *int
	first    bool // stop at the first leak
	feasible answer
	proof    Proof
}

// explore looks, part by part, for the tables that a system allows.
func (p prover) explore(s *system, work *int, first bool) exploration {
	e := exploration{system: s, known: p.known, work: work, first: first, feasible: yes}
	for _, at := range s.broken {
		if !s.versions[at.version].Published {
			e.proof.Broken = append(e.proof.Broken, s.leak(at))
		}
	}
	var parts []prospect
	for _, p := range s.parts() {
		some := e.prospect(p)
		switch some.whole(deepest) {
		case no:
			e.feasible = no
			return e
		case unknown:
			e.proof.Undecided = true
			continue
		}
		some.witness()
		parts = append(parts, some)
	}
	e.proof.Leaks = slices.Clone(s.leaks)
	for _, some := range parts {
		if first && len(e.proof.Leaks) > 0 {
			break
		}
		e.search(some)
	}
	return e
}

// prospect is the search in one part.
type prospect struct {
	*solver
	goals []goal
	at    []int     // the variable of each goal
	seen  [][]int64 // the values of each goal's variable that witnesses have; sorted
}

// search looks for witnesses of a part's goals, and notes what has none.
func (e *exploration) search(s prospect) {
	for i, g := range s.goals {
		var open answer
		if g.below > 0 {
			open = s.everySmall(i, g.below)
		} else {
			open = s.wide(i, e.rule)
		}
		e.proof.Undecided = e.proof.Undecided || open == unknown
		leak := g.about
		seen := s.seen[i]
		a, b := int(g.sign*seen[0]+g.shift), int(g.sign*seen[len(seen)-1]+g.shift)
		leak.Low, leak.High = min(a, b), max(a, b)
		if !g.difference {
			e.proof.Intervals = append(e.proof.Intervals, Interval{leak.Version, leak.Place, e.cell(g.at).Mark, leak.Low, leak.High})
		}
		if open == no && g.below == 0 && !g.difference && e.told[e.variable[g.at]] {
			continue
		}
		if open != yes && !e.known[place{leak.Version, leak.Place}] {
			e.proof.Leaks = append(e.proof.Leaks, leak)
			if e.first {
				return
			}
		}
	}
}

// prospect sets up the solver of a part.
func (e *exploration) prospect(p part) prospect {
	var within []bounds
	for _, v := range p.variables {
		within = append(within, e.within[v])
	}
	var sums [][]term
	number := map[int]int{}
	for i, n := range p.sums {
		var terms []term
		for _, t := range e.sums[n].terms {
			terms = append(terms, term{p.number(t.variable), t.factor})
		}
		number[n] = len(p.variables) + i
		sums, within = append(sums, terms), append(within, e.sums[n].within)
	}
	s := prospect{}
	for _, n := range p.goals {
		g := e.goals[n]
		at := number[g.sum]
		if g.variable >= 0 {
			at = p.number(g.variable)
		}
		s.goals, s.at = append(s.goals, g), append(s.at, at)
	}
	s.seen = make([][]int64, len(s.goals))
	s.solver = newSolver(within, sums, e.work)
	return s
}

// witness notes the values of a table that was found.
func (s *prospect) witness() {
	for i, v := range s.at {
		value := s.value(v)
		if n, known := slices.BinarySearch(s.seen[i], value); !known {
			s.seen[i] = slices.Insert(s.seen[i], n, value)
		}
	}
}

// try looks for a witness with a goal's variable within bounds.
func (s *prospect) try(i int, b bounds) answer {
	v := s.at[i]
	was := s.within[v]
	b = bounds{max(b.low, was.low), min(b.high, was.high)}
	if b.low > b.high {
		return no
	}
	s.bound(v, b)
	found := s.whole(deepest)
	if found == yes {
		s.witness()
	}
	s.bound(v, was)
	return found
}

// everySmall tells whether a small cell can be every small count.
func (s *prospect) everySmall(i, below int) answer {
	for count := int64(1); count < int64(below); count++ {
		if _, seen := slices.BinarySearch(s.seen[i], count); seen {
			continue
		}
		if found := s.try(i, bounds{count, count}); found != yes {
			return found
		}
	}
	return yes
}

// wide tells whether a goal's value is open to as many values as a small cell is. A
// difference may also be known never to be of few persons.
func (s *prospect) wide(i int, rule Rule) answer {
	wanted := max(rule.Threshold-1, 2)
	for len(s.seen[i]) < wanted {
		found := no
		for _, gap := range s.gaps(i) {
			if found = max(found, s.try(i, gap)); found != no {
				break
			}
		}
		if found == unknown {
			return unknown
		}
		if found == no {
			return s.harmless(i, rule)
		}
	}
	return yes
}

// gaps are the values of a goal's variable that no witness has yet.
func (s *prospect) gaps(i int) []bounds {
	seen := s.seen[i]
	last := len(seen) - 1
	gaps := []bounds{{seen[last] + 1, 2 * Most}, {-2 * Most, seen[0] - 1}}
	for k := range last {
		if seen[k+1] > seen[k]+1 {
			gaps = append(gaps, bounds{seen[k] + 1, seen[k+1] - 1})
		}
	}
	return gaps
}

// harmless tells that a difference of which all values have been seen is of no
// person or of many.
func (s *prospect) harmless(i int, rule Rule) answer {
	g := s.goals[i]
	if !g.difference {
		return no
	}
	for _, value := range s.seen[i] {
		if d := g.sign*value + g.shift; d != 0 && max(d, -d) < int64(rule.Threshold) {
			return no
		}
	}
	return yes
}
