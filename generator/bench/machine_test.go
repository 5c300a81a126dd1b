package main

import (
	"runtime"
	"testing"
)

func TestTheLoadIsAllButIdleAndWaiting(t *testing.T) {
	got, ok := parseStat("cpu  100 20 30 99999 5000 6 7 8 0 0\ncpu0 1 2 3 4 5 6 7 8\n")
	if !ok || got != 1.71 {
		t.Errorf("got %v, %v", got, ok)
	}
	for _, bad := range []string{"", "cpu", "cpu 1 2 3 4 5 6 7", "intr 1 2 3 4 5 6 7 8 9", "cpu a 2 3 4 5 6 7 8"} {
		if got, ok := parseStat(bad); ok {
			t.Errorf("%q: got %v", bad, got)
		}
	}
}

func TestWhatTheMeasuredProgramUsedIsNotTheLoadOfOthers(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the load is told on Linux only")
	}
	l := newLoad()
	l.before -= 1e6 // a million seconds were used since
	if got := l.others(2e6); got != 0 {
		t.Errorf("the measured program used it all, but others had %v cores", got)
	}
	if got := l.others(0); got == 0 {
		t.Error("others had nothing")
	}
	l.own -= 2e6
	if got := l.others(0); got != 0 {
		t.Errorf("this process used it all, but others had %v cores", got)
	}
}
