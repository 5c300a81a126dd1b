package record

// Difference is where two lists of words differ: Was[0] up to Was[1] of the first
// stand as Is[0] up to Is[1] in the second.
type Difference struct{ Was, Is [2]int }

// most is how many words may differ before the rest is one difference: it takes
// time and memory with the square.
const most = 1000

// Diff tells the differences between two lists, in order: as few words as can be
// (Myers, "An O(ND) Difference Algorithm", 1986), each time as early as can be.
func Diff[T comparable](was, is []T) []Difference {
	from := 0
	for from < len(was) && from < len(is) && was[from] == is[from] {
		from++
	}
	end := 0
	for end < len(was)-from && end < len(is)-from && was[len(was)-1-end] == is[len(is)-1-end] {
		end++
	}
	middle := differ(was[from:len(was)-end], is[from:len(is)-end])
	for i := range middle {
		for side := range 2 {
			middle[i].Was[side] += from
			middle[i].Is[side] += from
		}
	}
	return middle
}

// differ follows the shortest way of deletions and insertions from one list to the other.
func differ[T comparable](was, is []T) []Difference {
	if len(was) == 0 && len(is) == 0 {
		return nil
	}
	n := min(most, len(was)+len(is))
	furthest := make([]int, 2*n+3) // on each diagonal, how much of was is behind
	var trail [][]int
	for d := 0; d <= n; d++ {
		trail = append(trail, append([]int(nil), furthest...))
		for k := -d; k <= d; k += 2 {
			x := 0
			if at := n + 1 + k; k == -d || k != d && furthest[at-1] < furthest[at+1] {
				x = furthest[at+1]
			} else {
				x = furthest[at-1] + 1
			}
			y := x - k
			for x < len(was) && y < len(is) && was[x] == is[y] {
				x, y = x+1, y+1
			}
			furthest[n+1+k] = x
			if x >= len(was) && y >= len(is) {
				return wayBack(trail, n, len(was), len(is))
			}
		}
	}
	return []Difference{{[2]int{0, len(was)}, [2]int{0, len(is)}}}
}

// wayBack gathers the steps of the way that was found, from its end.
func wayBack(trail [][]int, n, x, y int) []Difference {
	var steps []Difference // the last first
	for d := len(trail) - 1; d > 0; d-- {
		furthest, k := trail[d], x-y
		at := n + 1 + k
		down := k == -d || k != d && furthest[at-1] < furthest[at+1]
		fromX := furthest[at-1]
		if down {
			fromX = furthest[at+1]
		}
		fromY := fromX - k + 1
		if down {
			fromY = fromX - k - 1
		}
		step := Difference{[2]int{fromX, fromX + 1}, [2]int{fromY, fromY}}
		if down {
			step = Difference{[2]int{fromX, fromX}, [2]int{fromY, fromY + 1}}
		}
		if last := len(steps) - 1; last >= 0 && steps[last].Was[0] == step.Was[1] && steps[last].Is[0] == step.Is[1] {
			steps[last].Was[0], steps[last].Is[0] = step.Was[0], step.Is[0]
		} else {
			steps = append(steps, step)
		}
		x, y = fromX, fromY
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return steps
}
