package disclosure

// This file finds whole numbers that satisfy sums and bounds: the simplex method in the form in which
// solvers for arithmetic in logic have it (Dutertre and de Moura, "A Fast Linear-Arithmetic Solver
// for DPLL(T)", 2006), with rows of whole numbers over a denominator, and branching where a variable comes
// out as a fraction. Nothing is rounded. Sums of tables are nearly always networks, whose rows
// hold only -1, 0 and 1, and then nothing comes out as a fraction either.

// Limits within which no sum leaves 63 bits: factors, values (up to 1<<31) and columns together.
const (
	mostFactor  = 1 << 20
	mostColumns = 1 << 11
	deepest     = 64 // branchings within each other
)

// answer is what a search says.
type answer uint8

const (
	no answer = iota
	yes
	unknown // the search gave up
)

// term is a variable with a factor.
type term struct{ variable, factor int }

// bounds are the values that a variable may have, both included.
type bounds struct{ low, high int64 }

func (b bounds) inside(others bounds) bool { return others.low <= b.low && b.high <= others.high }

// solver holds variables, of which some, the rows, are sums of others. Each row is
// at any time a sum of the variables that are at rest: den·row = Σ factor·value.
type solver struct {
	rows    [][]int64
	den     []int64
	num     []int64 // den times the value of each row's variable
	basic   []int   // the variable of each row
	resting []int   // the variable of each column
	column  []int   // of each variable that rests; -1 of one that has a row
	row     []int   // of each variable that has one
	at      []int64 // values of those that rest
	within  []bounds
	plain   int  // the first so many variables are no sums
	work    *int // what is left to spend
	stuck   bool // a number became too large, or there are too many columns
}

// newSolver has a variable for each of the bounds: first the plain ones, then one for each sum. Of too
// many it makes no rows, which would not fit into memory.
func newSolver(within []bounds, sums [][]term, work *int) *solver {
	n := len(within) - len(sums)
	s := &solver{plain: n, work: work, within: within, stuck: n > mostColumns,
		column: make([]int, len(within)), row: make([]int, len(within)), at: make([]int64, len(within))}
	if s.stuck {
		return s
	}
	for v := range n {
		s.resting = append(s.resting, v)
		s.column[v] = v
		s.at[v] = within[v].low
	}
	for i, sum := range sums {
		row := make([]int64, n)
		for _, t := range sum {
			row[t.variable] += int64(t.factor)
		}
		s.rows, s.den, s.num, s.basic = append(s.rows, row), append(s.den, 1), append(s.num, 0), append(s.basic, n+i)
		s.row[n+i], s.column[n+i] = i, -1
		s.add(i)
	}
	return s
}

// add makes the value of a row anew.
func (s *solver) add(i int) {
	sum := int64(0)
	for j, factor := range s.rows[i] {
		if factor != 0 {
			sum += factor * s.at[s.resting[j]]
		}
	}
	s.num[i] = sum
}

// bound gives a variable other bounds, and moves it between them when it rests outside.
func (s *solver) bound(v int, b bounds) {
	s.within[v] = b
	j := s.column[v]
	if j < 0 {
		return
	}
	value := min(max(s.at[v], b.low), b.high)
	if value == s.at[v] {
		return
	}
	s.at[v] = value
	for i := range s.rows {
		if s.rows[i][j] != 0 {
			s.add(i)
		}
	}
}

// solve looks for values, fractions included, within all bounds.
func (s *solver) solve() answer {
	for !s.stuck && *s.work > 0 {
		i, up := s.outside()
		if i < 0 {
			return yes
		}
		j := s.mover(i, up)
		if j < 0 {
			return no
		}
		s.pivot(i, j, up)
	}
	return unknown
}

// outside is the row of the first variable that is beyond its bounds, and whether it has to
// go up; -1 when none is. Taking the first each time is what makes the search end.
func (s *solver) outside() (row int, up bool) {
	row = -1
	for i, v := range s.basic {
		if row >= 0 && v > s.basic[row] {
			continue
		}
		b := s.within[v]
		if s.num[i] < b.low*s.den[i] {
			row, up = i, true
		} else if s.num[i] > b.high*s.den[i] {
			row, up = i, false
		}
	}
	return row, up
}

// mover is the column of the first variable at rest that can move a row's; -1 of none.
func (s *solver) mover(i int, up bool) int {
	found := -1
	for j, factor := range s.rows[i] {
		if factor == 0 {
			continue
		}
		v := s.resting[j]
		free := s.at[v] < s.within[v].high
		if (factor > 0) != up {
			free = s.at[v] > s.within[v].low
		}
		if free && (found < 0 || v < s.resting[found]) {
			found = j
		}
	}
	return found
}

// pivot puts a row's variable to rest at the bound that it is beyond, and gives
// the row to the variable of a column.
func (s *solver) pivot(i, j int, up bool) {
	out, in := s.basic[i], s.resting[j]
	s.at[out] = s.within[out].high
	if up {
		s.at[out] = s.within[out].low
	}
	row := s.rows[i]
	factor, den := row[j], s.den[i]
	if factor < 0 {
		for k := range row {
			row[k] = -row[k]
		}
		factor, den = -factor, -den
	}
	// factor·in = den·out − Σ the others
	for k := range row {
		row[k] = -row[k]
	}
	row[j], s.den[i] = den, factor
	s.basic[i], s.resting[j] = in, out
	s.row[in], s.column[in], s.column[out] = i, -1, j
	s.simplify(i)
	s.add(i)
	*s.work -= len(row) + len(s.rows)
	for k, other := range s.rows {
		if k != i && other[j] != 0 {
			s.replace(k, i, j)
		}
	}
}

// replace puts the sum that row i now is in place of the variable that column j had in row k.
func (s *solver) replace(k, i, j int) {
	row, by := s.rows[k], s.rows[i]
	factor, den := row[j], s.den[i]
	row[j] = 0
	*s.work -= len(row)
	if den == 1 && s.den[k] == 1 { // so it is with networks
		sum, most := int64(0), int64(0)
		for c, b := range by {
			n := row[c]
			if b != 0 {
				n += factor * b
				row[c] = n
			}
			if n != 0 {
				sum += n * s.at[s.resting[c]]
				most = max(most, n, -n)
			}
		}
		s.num[k], s.stuck = sum, s.stuck || most > mostFactor
		return
	}
	for c := range row {
		row[c] = row[c]*den + factor*by[c]
	}
	s.den[k] *= den
	s.simplify(k)
	s.add(k)
}

// simplify divides a row by what all its numbers have in common.
func (s *solver) simplify(i int) {
	row, common := s.rows[i], s.den[i]
	most := common
	for _, factor := range row {
		if factor < 0 {
			factor = -factor
		}
		most = max(most, factor)
		for a := factor; a != 0 && common != 1; {
			common, a = a, common%a
		}
	}
	if common > 1 {
		for k := range row {
			row[k] /= common
		}
		s.den[i] /= common
		most /= common
	}
	s.stuck = s.stuck || most > mostFactor
}

// whole looks for whole numbers within all bounds.
func (s *solver) whole(depth int) answer {
	found := s.solve()
	if found != yes {
		return found
	}
	v := s.fraction()
	if v < 0 {
		return yes
	}
	if depth == 0 {
		return unknown
	}
	found = no
	was := s.within[v]
	floor := s.num[s.row[v]] / s.den[s.row[v]] // bounds of plain variables are never below 0
	for _, half := range []bounds{{was.low, floor}, {floor + 1, was.high}} {
		s.bound(v, half)
		some := s.whole(depth - 1)
		s.bound(v, was)
		if some == yes {
			return yes
		}
		if some == unknown {
			found = unknown
		}
	}
	return found
}

// fraction is the first plain variable whose value is no whole number; -1 of none.
func (s *solver) fraction() int {
	for v := range s.plain {
		if s.column[v] < 0 && s.num[s.row[v]]%s.den[s.row[v]] != 0 {
			return v
		}
	}
	return -1
}

// value is a variable's value once whole numbers have been found.
func (s *solver) value(v int) int64 {
	if s.column[v] >= 0 {
		return s.at[v]
	}
	return s.num[s.row[v]] / s.den[s.row[v]]
}
