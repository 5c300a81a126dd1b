package personal

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestMeasureFalseAlarms publishes how many random strings of ten digits pass each part of the rule, and holds the
// shares that were measured when it was written. go test -run Measure -v ./generator/personal
func TestMeasureFalseAlarms(t *testing.T) {
	const all = 200_000
	var date, recent, check, recentCheck, sure, possible, split, replacement, eleven, twelve int
	r := rand.New(rand.NewPCG(10, 11))
	now := time.Now()
	for range all {
		text := fmt.Sprintf("%010d", r.Uint64N(1e10))
		n := reading{}
		copy(n.digits[:], text)
		n.day, n.month, n.year = n.two(0), n.two(2), n.two(4)
		if isDay(n) {
			year, born := n.born(now)
			date++
			count(&check, n.check())
			count(&recent, born && year >= 1900)
			count(&recentCheck, born && year >= 1900 && n.check())
		}
		found := Scan("bilag " + text + " side")
		count(&sure, len(found) > 0 && found[0].Sure)
		count(&possible, len(found) > 0 && !found[0].Sure)
		count(&split, len(Scan("bilag "+text[:6]+" "+text[6:]+" side")) > 0)
		count(&replacement, len(Scan("bilag "+text[:7]+string(rune('A'+r.IntN(26)))+string(rune('A'+r.IntN(26)))+text[9:]+" side")) > 0)
		count(&eleven, len(Scan("bilag "+text+"3 side")) > 0)
		count(&twelve, len(Scan("bilag "+text+"34 side")) > 0)
	}
	for _, m := range []struct {
		what     string
		n        int
		from, to float64 // percent
	}{
		{"ten digits: a date of some century", date, 3.5, 3.8},
		{"ten digits: a date of 1900 until now", recent, 2.3, 2.7},
		{"ten digits: a date and the check digit", check, 0.28, 0.38},
		{"ten digits: a date of 1900 until now and the check digit", recentCheck, 0.18, 0.28},
		{"ten bare digits: sure", sure, 0.2, 0.36},
		{"ten bare digits: possible", possible, 2.0, 2.5},
		{"six digits, a space, four: found", split, 2.3, 3.2},
		{"seven digits, two letters, a digit: found", replacement, 3.3, 4.0},
		{"eleven digits: found", eleven, 0.3, 0.7},
		{"twelve digits: found", twelve, 0.5, 1.2},
	} {
		share := 100 * float64(m.n) / all
		t.Logf("%-60s %6.3f %%", m.what, share)
		if share < m.from || share > m.to {
			t.Errorf("%s: %.3f %%, not between %.2f and %.2f", m.what, share, m.from, m.to)
		}
	}
}

func count(n *int, is bool) {
	if is {
		*n++
	}
}

// isDay tells that a number begins with a day of the century that it tells.
func isDay(n reading) bool {
	return time.Date(n.century()+n.year, time.Month(n.month), n.day, 0, 0, 0, 0, time.UTC).Format("020106") == string(n.digits[:6])
}
