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
	parts, between := s.parts()
	var open []prospect
	for _, p := range parts {
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
		open = append(open, some)
	}
	e.proof.Leaks = slices.Clone(s.leaks)
	seen := map[place]int{}
	for _, some := range open {
		if first && len(e.proof.Leaks) > 0 {
			return e
		}
		e.search(some, seen)
	}
	for _, g := range between {
		// What can be apart from each other differs in as many ways as either can be.
		if max(seen[g.at], seen[g.before]) < s.rule.wanted() {
			e.proof.Leaks = append(e.proof.Leaks, g.about)
		}
	}
	return e
}

// wanted is how many values must be possible of what must stay open.
func (r Rule) wanted() int { return max(r.Threshold-1, 2) }

// prospect is the search in one part.
type prospect struct {
	*solver
	part
	within []bounds  // of the variables
	seen   [][]int64 // the values of each goal that witnesses have; sorted
}

// search looks for witnesses of a part's goals, and notes what has none. It also notes how many values
// of each cell were seen.
func (e *exploration) search(s prospect, seen map[place]int) {
	for i, g := range s.goals {
		var open answer
		if g.below > 0 {
			open = s.everySmall(i, g.below)
		} else {
			open = s.wide(i, e.rule)
		}
		e.proof.Undecided = e.proof.Undecided || open == unknown
		leak, values := g.about, s.seen[i]
		leak.Low, leak.High = int(values[0]), int(values[len(values)-1])
		told := false
		if !g.difference {
			seen[g.at] = len(values)
			told = open == no && g.below == 0 && e.told[e.variable[g.at]]
		}
		if open == yes || told || e.known[place{leak.Version, leak.Place}] {
			continue
		}
		e.proof.Leaks = append(e.proof.Leaks, leak)
		if e.first {
			return
		}
	}
}

// prospect sets up the solver of a part.
func (e *exploration) prospect(p part) prospect {
	s := prospect{part: p, seen: make([][]int64, len(p.goals))}
	for _, v := range p.variables {
		s.within = append(s.within, e.within[v])
	}
	s.solver = s.solverWith(e.work)
	return s
}

// solverWith is a solver of the part with further sums.
func (s *prospect) solverWith(work *int, more ...sum) *solver {
	within := slices.Clone(s.within)
	var sums [][]term
	for _, sum := range slices.Concat(s.sums, more) {
		sums, within = append(sums, sum.terms), append(within, sum.within)
	}
	return newSolver(within, sums, work)
}

// witness notes the values of a table that was found.
func (s *prospect) witness() {
	for i, g := range s.goals {
		value := g.shift
		if g.plus >= 0 {
			value += s.value(g.plus)
		}
		if g.minus >= 0 {
			value -= s.value(g.minus)
		}
		if n, known := slices.BinarySearch(s.seen[i], value); !known {
			s.seen[i] = slices.Insert(s.seen[i], n, value)
		}
	}
}

// try looks for a witness with a goal's value within bounds.
func (s *prospect) try(i int, b bounds) answer {
	g := s.goals[i]
	b = bounds{b.low - g.shift, b.high - g.shift}
	v := g.plus
	switch {
	case g.minus < 0:
	case g.plus < 0:
		v, b = g.minus, bounds{-b.high, -b.low}
	case g.sum >= 0:
		v = s.plain + g.sum
	default:
		// The difference becomes a sum of a solver of its own. It is seldom needed: what was found
		// for other goals has mostly shown enough.
		own := prospect{part: s.part, within: s.within, seen: s.seen}
		own.solver = s.solverWith(s.work, sum{[]term{{g.plus, 1}, {g.minus, -1}}, b})
		found := own.whole(deepest)
		if found == yes {
			own.witness()
		}
		return found
	}
	was := s.solver.within[v]
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
	for len(s.seen[i]) < rule.wanted() {
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

// gaps are the values of a goal that no witness has yet.
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
		if value != 0 && max(value, -value) < int64(rule.Threshold) {
			return no
		}
	}
	return yes
}
