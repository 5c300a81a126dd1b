package site

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"referat/generator/source"
)

// parallel works on every meeting, by its place in s.minutes, on as many
// workers as there are processors, each with a linker of its own. What they found
// is joined in no order: problems are sorted before anybody sees them. A panic
// becomes a problem that names the meeting's file.
func (s *Site) parallel(work func(i int, l *linker)) {
	const atOnce = 32
	linkers := make([]*linker, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	var wg sync.WaitGroup
	for w := range linkers {
		l := newLinker(s)
		linkers[w] = l
		wg.Go(func() {
			for {
				from := int(next.Add(atOnce)) - atOnce
				if from >= len(s.minutes) {
					return
				}
				for i := from; i < min(from+atOnce, len(s.minutes)); i++ {
					s.guarded(i, l, work)
				}
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
