package main

import (
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"

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
	leastHeap     = 4 << 20  // the runtime reckons as if so much were kept, if it is less

	// paceEvery is how soon it is seen that garbage was collected: before much is
	// allocated by a percentage that is no longer right.
	paceEvery = 5 * time.Millisecond
)

// collector says how far the heap may grow, anew each time that garbage was collected.
type collector struct {
	mu     sync.Mutex
	room   uint64 // what the heap may hold however little is kept
	set    int    // the percentage now
	before int    // and the one to be restored
	over   chan struct{}
	ended  sync.WaitGroup
}

// paceCollector collects garbage as the first build of a site needs it, until end is
// called. For any other it does nothing.
func paceCollector(first bool) *collector {
	if !first {
		return nil
	}
	c := &collector{room: heapOfProgram, over: make(chan struct{})}
	c.set = c.percent()
	c.before = debug.SetGCPercent(c.set)
	c.ended.Go(func() {
		tick := time.NewTicker(paceEvery)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				c.pace()
			case <-c.over:
				return
			}
		}
	})
	return c
}

// makeRoom is told of the site once it was looked at.
func (c *collector) makeRoom(tree *source.Tree) {
	if c == nil {
		return
	}
	c.mu.Lock()
	for _, f := range tree.Below("content") {
		if f.IsText() {
			c.room += heapOfText * uint64(f.Size)
		}
	}
	c.mu.Unlock()
	c.pace()
}

// end leaves it to the runtime again.
func (c *collector) end() {
	if c == nil {
		return
	}
	close(c.over)
	c.ended.Wait()
	debug.SetGCPercent(c.before)
}

func (c *collector) pace() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if percent := c.percent(); percent != c.set {
		c.set = percent
		debug.SetGCPercent(percent)
	}
}

// percent is by how much the heap may outgrow what was last found to be kept.
func (c *collector) percent() int {
	kept := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(kept)
	live := max(kept[0].Value.Uint64(), leastHeap)
	if c.room <= live {
		return heapGrowth
	}
	return max(heapGrowth, int((c.room-live)*100/live))
}
