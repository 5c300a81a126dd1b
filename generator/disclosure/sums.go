package disclosure

// This file looks for totals that are not said to be totals: a reader who sees one can subtract.

// Limits above which scattered parts of a sum are not looked for: there are too many, and in so many
// numbers too many fit by chance.
const (
	mostForPairs   = 200
	mostForTriples = 50
)

// Sums are the names of rows and of columns that look like sums of others: of all of them, or of two or
// three. In every line in which the numbers are clear they are what the others add up to. One such line is
// enough where the parts are all others or stand beside the sum; of parts that are scattered
// two lines must tell, for among many numbers a few always fit.
func (t *Table) Sums() (rows, columns []string) {
	across := func(n, k int) Cell { return t.Cells[k][n] }
	down := func(n, k int) Cell { return t.Cells[n][k] }
	if len(t.Cells) == 0 {
		return nil, nil
	}
	for n, name := range t.Columns {
		if (addends{across, len(t.Columns), len(t.Cells)}).give(n) {
			columns = append(columns, name)
		}
	}
	for n, name := range t.Rows {
		if (addends{down, len(t.Rows), len(t.Cells[0])}).give(n) {
			rows = append(rows, name)
		}
	}
	return rows, columns
}

// addends are the rows of a table, or its columns, without that of the totals.
type addends struct {
	cell   func(n, k int) Cell // number k of one of them
	count  int
	length int
}

// give tells that one of them looks like the sum of others.
func (a addends) give(n int) bool {
	var others []int
	for other := range a.count {
		if other != n {
			others = append(others, other)
		}
	}
	if len(others) < 2 {
		return false
	}
	if a.lines(n, others) > 0 {
		return true
	}
	for _, first := range []int{n - 3, n - 2, n + 1} {
		for size := 2; size <= 3; size++ {
			last := first + size
			if first < 0 || last > a.count || first < n && last != n {
				continue
			}
			beside := []int{first, first + 1, last - 1}[:size]
			if a.lines(n, beside) > 0 {
				return true
			}
		}
	}
	return a.scattered(n, others)
}

// scattered tells that one looks like the sum of any two or three others.
func (a addends) scattered(n int, others []int) bool {
	if a.count > mostForPairs {
		return false
	}
	for i, x := range others {
		for j, y := range others[i+1:] {
			if a.lines(n, []int{x, y}) > 1 {
				return true
			}
			if a.count > mostForTriples {
				continue
			}
			for _, z := range others[i+j+2:] {
				if a.lines(n, []int{x, y, z}) > 1 {
					return true
				}
			}
		}
	}
	return false
}

// lines counts the lines in which one is the sum of the parts; none if it is not in another. Lines with
// masked numbers, and those of zeros alone, say nothing; those with an empty cell do not speak against it.
func (a addends) lines(n int, parts []int) int {
	agree := 0
	for k := range a.length {
		total, sum := a.cell(n, k), 0
		comparable, empty := !total.Masked(), total.Mark == Empty
		for _, part := range parts {
			c := a.cell(part, k)
			comparable, empty = comparable && !c.Masked(), empty || c.Mark == Empty
			sum += c.Value
		}
		switch {
		case !comparable, empty && sum != total.Value:
		case sum != total.Value:
			return 0
		case sum > 0:
			agree++
		}
	}
	return agree
}
