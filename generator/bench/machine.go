package main

import (
	"context"
	"os"
	"strconv"
	"strings"
	"time"
)

// busy is the processor time, in seconds, that was used on this machine since
// it started; false where the system does not tell.
func busy() (float64, bool) {
	data, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0, false
	}
	return parseStat(string(data))
}

// parseStat reads the first line of /proc/stat, in hundredths of a second:
// cpu user nice system idle iowait irq softirq steal …
func parseStat(stat string) (seconds float64, ok bool) {
	const idle, iowait, last = 3, 4, 7
	line, _, _ := strings.Cut(stat, "\n")
	words := strings.Fields(line)
	if len(words) <= last+1 || words[0] != "cpu" {
		return 0, false
	}
	for i, word := range words[1 : last+2] {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return 0, false
		}
		if i != idle && i != iowait {
			seconds += n
		}
	}
	return seconds / 100, true
}

// settle waits until the machine is quiet, but not longer than patience. It
// looks at the load alone, never at what was measured.
func settle(ctx context.Context, patience time.Duration) error {
	const moment, quiet = 200 * time.Millisecond, 0.15
	for end := time.Now().Add(patience); time.Now().Before(end); {
		before, told := busy()
		began := time.Now()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(moment):
		}
		after, _ := busy()
		if told && after-before < quiet*time.Since(began).Seconds() {
			break
		}
	}
	return ctx.Err()
}

// load tells what others used of the processors, in cores, from its making on.
type load struct {
	began  time.Time
	before float64
	own    float64
	told   bool
}

func newLoad() load {
	before, told := busy()
	return load{began: time.Now(), before: before, own: ownTime(), told: told}
}

// others is given what the measured program used, in seconds; -1 where the
// system does not tell.
func (l load) others(used float64) float64 {
	after, told := busy()
	if !told || !l.told {
		return -1
	}
	return max(0, after-l.before-used-(ownTime()-l.own)) / time.Since(l.began).Seconds()
}
