// Command floor does only what turning minutes into pages needs by its nature,
// so that a generator's time can be held against it:
//
//	go run ./generator/bench/floor -site DIR -out DIR
//	go run ./generator/bench/floor -look LIST
//
// With -site it makes the pages of the minutes, and no lists, of a site that
// command corpus wrote: each file is read, its front matter decoded, its
// Markdown turned into HTML, put between hand-written markup, minified and
// written, on all processors, each page for itself. The markup is that of the
// Hugo twin beside it. Decoding is done by the same library as in our program;
// there are faster ones.
//
// With -look it asks the file system about every file that LIST names, one on
// each line, and does nothing else: the least that tells that nothing changed.
//
// It checks nothing, and what it makes is right for such sites only.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
)

const usage = `usage: floor -site DIR -out DIR
       floor -look LIST

  -site DIR   a site that command corpus wrote
  -out DIR    write the pages of its minutes here
  -look LIST  a file with a path on each line: lstat each
`

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func run(args []string, stderr io.Writer) int {
	f := flag.NewFlagSet("floor", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() { _, _ = io.WriteString(stderr, usage) }
	site := f.String("site", "", "")
	out := f.String("out", "", "")
	list := f.String("look", "", "")
	if f.Parse(args) != nil {
		return exitUsage
	}
	var err error
	switch {
	case f.NArg() > 0 || (*site == "") != (*out == "") || (*site == "") == (*list == ""):
		_, _ = io.WriteString(stderr, usage)
		return exitUsage
	case *list != "":
		err = look(*list)
	default:
		err = build(*site, *out)
	}
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "floor: %v\n", err)
		return exitFailed
	}
	return exitDone
}

// onAll runs work on as many workers as there are processors. Each worker
// calls next for its next number below n until that gives false.
func onAll(n int, work func(next func() (int, bool)) error) error {
	var counter atomic.Int64
	next := func() (int, bool) {
		i := int(counter.Add(1)) - 1
		return i, i < n
	}
	errs := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for k := range errs {
		workers.Go(func() { errs[k] = work(next) })
	}
	workers.Wait()
	return errors.Join(errs...)
}
