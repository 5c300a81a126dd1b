package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"

	"referat/generator/source"
)

// A first build gathers what it keeps and then draws from that. The runtime's own
// rule, to collect garbage whenever the heap has doubled, would walk over what is
// gathered dozens of times on the way, and in the end let the heap grow to twice what
// is kept. Here the heap may grow at once to what the site is going to need, and by
// less than double from there. That changes when garbage is collected, and nothing else.

const (
	heapOfProgram = 64 << 20 // what the heap may always hold
	heapOfText    = 3        // and for each byte of the site's texts
	heapGrowth    = 66       // percent by which it may outgrow what is kept
)

// collector makes room for garbage anew after each time that it was collected.
type collector struct {
	room uint64 // what the heap may hold however little is kept

	mu     sync.Mutex
	before int // the percentage that was set, to be restored
	over   bool
}

// paceCollector collects garbage as the first build of a site needs it, until end is
// called. For any other it does nothing.
func paceCollector(first bool) *collector {
	c := &collector{room: heapOfProgram, over: !first}
	if first {
		c.before = debug.SetGCPercent(c.percent())
		c.await()
	}
	return c
}

// makeRoom is told of the site once it was looked at.
func (c *collector) makeRoom(tree *source.Tree) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		return
	}
	for _, f := range tree.Below("content") {
		if f.IsText() {
			c.room += heapOfText * uint64(f.Size)
		}
	}
	debug.SetGCPercent(c.percent())
}

// end leaves it to the runtime again.
func (c *collector) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.over {
		c.over = true
		debug.SetGCPercent(c.before)
	}
}

// await leaves garbage behind that tells when it is collected.
func (c *collector) await() {
	type token struct{ _ *collector }
	runtime.AddCleanup(new(token), (*collector).again, c)
}

func (c *collector) again() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.over {
		debug.SetGCPercent(c.percent())
		c.await()
	}
}

// percent is by how much the heap may outgrow what was last found to be kept.
func (c *collector) percent() int {
	kept := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(kept)
	live := max(kept[0].Value.Uint64(), 1<<20)
	if c.room <= live {
		return heapGrowth
	}
	return max(heapGrowth, int((c.room-live)*100/live))
}
