package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// room is by how much the heap of a build may grow before what is no longer needed is
// looked for. Go itself lets a heap grow to twice of what it needs: a small one is
// collected far too often, and a large one takes far too much memory. So a small site
// is built without collecting at all.
const room = 144 << 20

// pace makes the collector work by that until end is called, unless the environment
// says how it is to work.
func pace() (end func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	var mu sync.Mutex
	over, before := false, debug.SetGCPercent(growth(0))
	var collected func(*[]byte)
	collected = func(*[]byte) { // of something that nobody holds: called at each collection
		mu.Lock()
		defer mu.Unlock()
		if over {
			return
		}
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetGCPercent(growth(live[0].Value.Uint64()))
		runtime.SetFinalizer(new([]byte), collected)
	}
	collected(nil)
	return func() {
		mu.Lock()
		defer mu.Unlock()
		over = true
		debug.SetGCPercent(before)
	}
}

// growth is room in percent of what lives: of a large heap at least two fifths of that, and of
// one above a gigabyte two thirds, since the more there is, the longer the processor
// waits for each thing that lives.
func growth(live uint64) int {
	const least = 4 << 20 // what Go takes a small heap for
	share := 40
	if live > 1<<30 {
		share = 66
	}
	return max(share, int(room*100/max(live, least)))
}
