package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"testing/fstest"
	"time"

	"referat/generator/source"
)

// gcPercent is the percentage that is set.
func gcPercent() int {
	set := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(set)
	return int(set[0].Value.Uint64())
}

func TestTheHeapOfALargeSiteGrowsAtOnce(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(123))
	files := fstest.MapFS{"site.toml": {}, "content/a.md": {Data: make([]byte, 4<<20)}, "content/b.jpg": {Data: make([]byte, 1<<20)}}
	tree, problems := source.Look(files, files, source.Records{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	pace := paceCollector(true)
	before := gcPercent()
	if pace.makeRoom(tree); before <= 123 || gcPercent() <= before {
		t.Errorf("the heap may grow by %d percent, and by %d when the site is known", before, gcPercent())
	}
	goal := []metrics.Sample{{Name: "/gc/heap/goal:bytes"}}
	if metrics.Read(goal); goal[0].Value.Uint64() > 2*pace.room {
		t.Errorf("the heap may grow to %d bytes, where there is room for %d", goal[0].Value.Uint64(), pace.room)
	}
	kept := make([]byte, 128<<20)
	runtime.GC()
	for deadline := time.Now().Add(10 * time.Second); gcPercent() != heapGrowth; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("more is kept than there is room for, but the heap may grow by %d percent", gcPercent())
		}
	}
	runtime.KeepAlive(kept)
	pace.end()
	runtime.GC()
	if got := gcPercent(); got != 123 {
		t.Errorf("%d percent are left behind", got)
	}
}

func TestLaterBuildsLeaveTheHeapToTheRuntime(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(123))
	pace := paceCollector(false)
	pace.makeRoom(&source.Tree{})
	pace.end()
	if got := gcPercent(); got != 123 {
		t.Errorf("%d percent are set", got)
	}
}
