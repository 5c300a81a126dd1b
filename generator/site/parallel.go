package site

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"referat/generator/source"
)

// parallel works on meetings, on as many workers as there are processors. A panic
// becomes a problem that names the meeting's file; problems come in any order.
func (s *Site) parallel(meetings []*meeting, work func(m *meeting)) {
	const atOnce = 32
	var next atomic.Int64
	var faults sync.Map
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				from := int(next.Add(atOnce)) - atOnce
				if from >= len(meetings) {
					return
				}
				for _, m := range meetings[from:min(from+atOnce, len(meetings))] {
					guarded(m, work, &faults)
				}
			}
		})
	}
	wg.Wait()
	for path, fault := range faults.Range {
		s.report(source.Pos{Path: path.(source.Path)}, source.ProgramFault, fault)
	}
}

func guarded(m *meeting, work func(m *meeting), faults *sync.Map) {
	defer func() {
		if fault := recover(); fault != nil {
			faults.Store(m.Path, fmt.Sprint(fault))
		}
	}()
	work(m)
}
