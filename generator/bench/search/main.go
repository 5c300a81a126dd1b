// Command search times the readers' index and weighs it, and beside it that of
// Pagefind on the same pages if there is one:
//
//	go run ./generator/bench/search -sizes 1000,10000 -rounds 3 [-pagefind PATH] [-work DIR]
//
// Of each size it writes a synthetic site, builds it cold with and without the index, in
// turns, and tells the least processor time of each; then how many files and bytes the index has, and how many of
// them the answer to a first query fetches (with the package search, which
// fetches what the script in a browser does). It owns the measuring, and knows of the index
// no more than its reader.
//
// It exits with 0 when all is told, 1 when something could not be measured, and 2
// when the command was written wrongly.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
)

const usage = `usage: search [-sizes N,N] [-rounds N] [-pagefind PATH] [-work DIR]

  -sizes N,N      numbers of meetings (1000,10000)
  -rounds N       how often each build is made (3)
  -pagefind PATH  a Pagefind binary to compare with
  -work DIR       make sites in a new folder of this one, removed at the end

example:
  go run ./generator/bench/search -sizes 1000 -pagefind $(which pagefind)
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
	pagefind string // "" is none
	work     string
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := readOptions(args)
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "search: %v\n%s", err, usage)
		return exitUsage
	}
	if o.work != "" {
		_ = os.MkdirAll(o.work, 0o755) // what prevents that prevents the next step
	}
	if o.work, err = os.MkdirTemp(o.work, "referat-search-"); err == nil {
		defer func() { _ = os.RemoveAll(o.work) }()
		err = measure(ctx, o, stdout)
	}
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "search: %v\n", err)
		return exitFailed
	}
	return exitDone
}

func readOptions(args []string) (o options, err error) {
	f := flag.NewFlagSet("search", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	sizes := f.String("sizes", "1000,10000", "")
	f.IntVar(&o.rounds, "rounds", 3, "")
	f.StringVar(&o.pagefind, "pagefind", "", "")
	f.StringVar(&o.work, "work", "", "")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, fmt.Errorf("%q is too much", f.Arg(0))
	}
	for _, word := range strings.FieldsFunc(*sizes, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return o, fmt.Errorf("size %q is no number of meetings", word)
		}
		o.sizes = append(o.sizes, n)
	}
	if len(o.sizes) == 0 || o.rounds < 1 {
		return o, fmt.Errorf("there is nothing to measure")
	}
	return o, nil
}
