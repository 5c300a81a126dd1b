// Command twin writes a synthetic site a second time, as a Hugo project:
//
//	go run ./generator/bench/twin -from SITE -out DIR
//
// SITE is a folder that command corpus wrote. The texts, the meetings and the
// style sheet are the same, and so is the set of pages, so that the two
// programs can be timed on one site. The folder site holds the project's
// settings and layouts; convert.go makes its content.
//
// The twin does what is natural in Hugo and leaves out what is not: it looks
// for no names of subjects in running text, quotes no decisions, draws no
// charts, marks no abbreviations, checks no links and writes no JSON or CSV.
//
// It exits with 0 when the project is written, 1 when it could not be, and 2
// when the command was written wrongly.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

const usage = `usage: twin -from SITE -out DIR

  -from SITE  a site that command corpus wrote
  -out DIR    write the Hugo project here; the folder is made, or must be empty

example:
  go run ./generator/bench/twin -from /tmp/site -out /tmp/twin
`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func run(args []string, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("twin", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() { _, _ = io.WriteString(stderr, usage) }
	from := f.String("from", "", "")
	out := f.String("out", "", "")
	if f.Parse(args) != nil {
		return exitUsage
	}
	if f.NArg() > 0 || *from == "" || *out == "" || !isEmpty(*out) {
		_, _ = fmt.Fprintf(stderr, "twin: both folders are needed and nothing else, and %q must be new or empty\n%s", *out, usage)
		return exitUsage
	}
	meetings, err := convert(os.DirFS(*from), *out)
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "twin: %v\n", err)
		return exitFailed
	}
	_, _ = fmt.Fprintf(stdout, "%s: %d meetings\n", *out, meetings)
	return exitDone
}

// isEmpty tells that nothing is lost by writing there.
func isEmpty(dir string) bool {
	entries, err := os.ReadDir(dir)
	return os.IsNotExist(err) || err == nil && len(entries) == 0
}
