// Command bench times the program as its users meet it, and holds it against
// what the work needs by its nature and, if there is one, against Hugo:
//
//	go run ./generator/bench -sizes 1000,10000 -rounds 3 [-hugo PATH] [-work DIR]
//
// It owns the measuring and the one table that comes of it. It imports nothing
// of the program: it builds the commands referat, corpus, floor and twin, lets
// corpus and twin write the sites, and starts the others as a user would.
//
// For every size it measures, in rounds in which the programs take turns:
//
//   - builds: cold, nothing changed, one body, one title, the base layout
//     edited; peak memory; the floor; the least that tells that nothing
//     changed; Hugo on the twin, cold and unchanged.
//   - the server: from its start to the first answer with the last build on
//     disk; from the write of an edit to the first answers that are right.
//     It asks every 2 ms, on the loopback address.
//
// After every edit it looks for a word that is new, so it cannot time what did
// not happen. A figure is the median of all rounds with the least and the
// greatest; a ratio is taken round by round, since a machine's own speed
// drifts. Each run is told on standard error with the load that others put on
// the machine meanwhile; the table goes to standard output.
//
// It exits with 0 when the table is printed, 1 when something could not be
// measured, and 2 when the command was written wrongly.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
)

const usage = `usage: bench [-sizes N,N] [-rounds N] [-edits N] [-hugo PATH] [-hugo-most N] [-work DIR]

  -sizes N,N    numbers of meetings (1000,10000)
  -rounds N     how often the programs take turns (3)
  -edits N      edits of a text and of a title in each round of a server (3)
  -hugo PATH    a Hugo binary, 0.146 or later, to compare with
  -hugo-most N  no Hugo with more meetings than this (10000); it needs 300 KB of memory for each
  -work DIR     make sites in a new folder of this one, removed at the end (the system's temporary folder)

example:
  go run ./generator/bench -sizes 1000 -hugo $(which hugo)
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// options are what was asked for.
type options struct {
	sizes    []int
	rounds   int
	edits    int
	hugo     string // "" is none
	hugoMost int
	work     string
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := readOptions(args)
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "bench: %v\n%s", err, usage)
		return exitUsage
	}
	if o.work != "" {
		_ = os.MkdirAll(o.work, 0o755) // what prevents that prevents the next step
	}
	if o.work, err = os.MkdirTemp(o.work, "referat-bench-"); err != nil {
		_, _ = fmt.Fprintf(stderr, "bench: %v\n", err)
		return exitFailed
	}
	defer func() { _ = os.RemoveAll(o.work) }()
	b := newBench(o, stderr)
	if err := b.all(ctx); err != nil {
		_, _ = fmt.Fprintf(stderr, "bench: %v\n", err)
		return exitFailed
	}
	_, _ = io.WriteString(stdout, table(b.figures, o.sizes))
	return exitDone
}

func readOptions(args []string) (o options, err error) {
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	sizes := f.String("sizes", "1000,10000", "")
	f.IntVar(&o.rounds, "rounds", 3, "")
	f.IntVar(&o.edits, "edits", 3, "")
	f.StringVar(&o.hugo, "hugo", "", "")
	f.IntVar(&o.hugoMost, "hugo-most", 10000, "")
	f.StringVar(&o.work, "work", "", "")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, fmt.Errorf("%q is too much", f.Arg(0))
	}
	for _, word := range strings.FieldsFunc(*sizes, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < leastMeetings {
			return o, fmt.Errorf("size %q is no number of meetings, at least %d", word, leastMeetings)
		}
		o.sizes = append(o.sizes, n)
	}
	if len(o.sizes) == 0 || o.rounds < 1 || o.edits < 1 {
		return o, fmt.Errorf("there is nothing to measure")
	}
	if o.hugo != "" {
		path, err := exec.LookPath(o.hugo)
		if err != nil {
			return o, err
		}
		o.hugo, err = filepath.Abs(path) // it is started in another folder
		return o, err
	}
	return o, nil
}
