package disclosure

// system is what a reader knows of the masked cells of all versions: between which bounds
// each lies, and sums of them.
type system struct {
	rule     Rule
	versions []numbered
	variable map[place]int // of each masked cell
	within   []bounds      // of the masked cells
	sums     []sum
	goals    []goal
	told     map[int]bool // hidden cells of which another version of the day tells the count
	leaks    []Leak       // that need no search
	broken   []place
}

// sum is a sum of masked cells, and what it lies between.
type sum struct {
	terms  []term
	within bounds
}

// goal is a value that must stay open: of a masked cell, or of the difference of two cells.
type goal struct {
	about       Leak // when it does not
	at          place
	before      place // of a difference, the earlier cell
	below       int   // every count from 1 to one below it must be possible; 0: so many, whichever they are
	difference  bool
	plus, minus int // its value is that of the one variable less that of the other (-1 of none) and
	shift       int64
	sum         int // which is this sum; -1 of none
}

// systemOf puts together what versions say when neighbours are believed to be connected so.
func systemOf(rule Rule, versions []numbered, how []belief) *system {
	s := &system{rule: rule, versions: versions, variable: map[place]int{}, told: map[int]bool{}}
	for i := range versions {
		s.addCells(i)
		s.addLines(i)
	}
	for j := range versions {
		for i := range j {
			level := unlinked
			if j == i+1 {
				level = how[i]
			}
			for _, t := range rule.ties(versions, i, j, level) {
				s.addTie(t)
			}
		}
	}
	return s
}

func (s *system) cell(p place) Cell { return s.versions[p.version].at(p.Place) }

// leak is one about a cell.
func (s *system) leak(p place) Leak {
	return Leak{Version: s.versions[p.version].number, Place: p.Place, Name: s.versions[p.version].Name(p.Place), Earlier: -1}
}

func (s *system) addCells(version int) {
	t := &s.versions[version].Table
	for _, p := range t.places() {
		c := t.at(p)
		if !c.Masked() {
			continue
		}
		at := place{version, p}
		s.variable[at] = len(s.within)
		s.goals = append(s.goals, goal{about: s.leak(at), at: at, below: s.rule.below(c), plus: len(s.within), minus: -1, sum: -1})
		s.within = append(s.within, s.rule.bounds(c))
	}
}

// addLines adds the sums of a version. One that cannot be true is left out, and noted:
// a reader does not believe it either.
func (s *system) addLines(version int) {
	t := &s.versions[version].Table
	for _, l := range t.lines() {
		var terms []term
		known := int64(0)
		least, most := int64(0), int64(0)
		add := func(p Place, sign int) {
			if v, masked := s.variable[place{version, p}]; masked {
				terms = append(terms, term{v, sign})
			} else {
				known += int64(sign) * s.rule.bounds(t.at(p)).low
			}
			b := s.rule.bounds(t.at(p))
			if sign < 0 {
				b = bounds{-b.high, -b.low}
			}
			least, most = least+b.low, most+b.high
		}
		for _, p := range l.parts {
			add(p, 1)
		}
		add(l.total, -1)
		switch {
		case least > 0 || most < 0:
			s.broken = append(s.broken, place{version, l.total})
		case len(terms) > 0:
			s.sums = append(s.sums, sum{terms, bounds{-known, -known}})
		}
	}
}

// addTie adds what is believed of the difference of two cells, and, when it must stay
// open, that it must.
func (s *system) addTie(t tie) {
	from, oldMasked := s.variable[t.old]
	to, nowMasked := s.variable[t.now]
	g := goal{about: s.leak(t.now), at: t.now, before: t.old, difference: true, plus: to, minus: from, sum: -1}
	g.about.Earlier = s.versions[t.old.version].number
	switch {
	case oldMasked && nowMasked:
		if x, y := s.within[from], s.within[to]; t.believed && !(bounds{y.low - x.high, y.high - x.low}).inside(t.within) {
			g.sum = len(s.sums)
			s.sums = append(s.sums, sum{[]term{{to, 1}, {from, -1}}, t.within})
		}
	case nowMasked:
		s.told[to] = s.told[to] || t.believed && t.within.high == 0
		g.minus = -1
		g.shift = -s.rule.bounds(s.cell(t.old)).low
		if t.believed {
			s.narrow(to, bounds{t.within.low - g.shift, t.within.high - g.shift})
		}
	case oldMasked:
		g.plus, g.shift = -1, s.rule.bounds(s.cell(t.now)).low
		if t.believed {
			s.narrow(from, bounds{g.shift - t.within.high, g.shift - t.within.low})
		}
	default:
		d := s.rule.bounds(s.cell(t.now)).low - s.rule.bounds(s.cell(t.old)).low
		if t.guarded && s.tells(d) {
			g.about.Low, g.about.High = int(d), int(d)
			s.leaks = append(s.leaks, g.about)
		}
		return
	}
	if t.guarded {
		s.goals = append(s.goals, g)
	}
}

// tells says that a difference is of few persons.
func (s *system) tells(d int64) bool { return d != 0 && max(d, -d) < int64(s.rule.Threshold) }

func (s *system) narrow(v int, b bounds) {
	s.within[v] = bounds{max(s.within[v].low, b.low), min(s.within[v].high, b.high)}
}

// part is variables that sums connect, with their sums and goals.
type part struct {
	variables []int
	sums      []sum
	goals     []goal
}

// parts takes a system apart. Goals between two parts are left over.
func (s *system) parts() (list []part, between []goal) {
	root := make([]int, len(s.within))
	for v := range root {
		root[v] = v
	}
	find := func(v int) int {
		for root[v] != v {
			root[v] = root[root[v]]
			v = root[v]
		}
		return v
	}
	for _, sum := range s.sums {
		for _, t := range sum.terms[1:] {
			a, b := find(sum.terms[0].variable), find(t.variable)
			root[max(a, b)] = min(a, b)
		}
	}
	of := map[int]int{}
	for v := range root {
		r := find(v)
		if r == v {
			of[v] = len(list)
			list = append(list, part{})
		}
		p := &list[of[r]]
		p.variables = append(p.variables, v)
	}
	local := make([]int, len(s.within)) // the number of each variable in its part
	for _, p := range list {
		for n, v := range p.variables {
			local[v] = n
		}
	}
	number := make([]int, len(s.sums)) // of each sum in its part
	for i, sum := range s.sums {
		p := &list[of[find(sum.terms[0].variable)]]
		number[i] = len(p.sums)
		for k := range sum.terms {
			sum.terms[k].variable = local[sum.terms[k].variable]
		}
		p.sums = append(p.sums, sum)
	}
	for _, g := range s.goals {
		a, b := max(g.plus, g.minus), min(g.plus, g.minus)
		if b >= 0 && find(a) != find(b) {
			between = append(between, g)
			continue
		}
		if g.plus >= 0 {
			g.plus = local[g.plus]
		}
		if g.minus >= 0 {
			g.minus = local[g.minus]
		}
		if g.sum >= 0 {
			g.sum = number[g.sum]
		}
		p := &list[of[find(a)]]
		p.goals = append(p.goals, g)
	}
	return list, between
}
