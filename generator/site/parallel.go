package site

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"referat/generator/source"
)

// parallel works on every meeting, by its place in s.minutes, on as many
// workers as there are processors. Each piece of work has a linker of its own;
// what they found is joined in the order of the meetings, so that it is the
// same each time. A panic becomes a problem that names the meeting's file.
func (s *Site) parallel(work func(i int, l *linker)) {
	linkers := make([]*linker, len(s.minutes))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(linkers); i = int(next.Add(1)) - 1 {
				linkers[i] = newLinker(s)
				s.guarded(i, linkers[i], work)
			}
		})
	}
	wg.Wait()
	for _, l := range linkers {
		s.links.join(l)
	}
}

func (s *Site) guarded(i int, l *linker, work func(i int, l *linker)) {
	defer func() {
		if fault := recover(); fault != nil {
			l.report(source.Pos{Path: s.minutes[i].Path}, source.ProgramFault, fmt.Sprint(fault))
		}
	}()
	work(i, l)
}
