// Command corpus writes a whole synthetic site, for benchmarks and large tests:
//
//	go run ./generator/corpus -n 1000 -out DIR [-json DIR]
//
// It owns nothing that a real site needs. What it writes is a folder that the
// program can build: site.toml and content/, without layouts, since the
// program holds its own. Building it gives no other problems than the two
// warnings of a site that stands nowhere: its address is an example, and it
// has no accessibility statement.
//
// Without -json the meetings are invented here (generate.go). They hang on
// their number alone, so that a site of 100 meetings is the beginning of one
// of 1,000. Names of persons, committees and patient groups are invented too.
//
// With -json they are read from a folder in a neutral form, the one in which
// other generators are measured on the same texts (convert.go):
//
//	meetings/*.json, groups/*.json, bodies.json, genomes.json
//
// Both ways lead to the types in model.go, and from there site.go and
// markdown.go make the files.
//
// It exits with 0 when the site is written, 1 when it could not be, and 2
// when the command was written wrongly.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

const usage = `usage: corpus -out DIR [-n N] [-json DIR]

  -out DIR   write the site here; the folder is made, or must be empty
  -n N       number of meetings (1000 if left out; with -json all there are)
  -json DIR  convert meetings in the neutral form instead of inventing them

example:
  go run ./generator/corpus -n 1000 -out /tmp/site
`

// usualSize is how many meetings are invented when nobody says how many.
const usualSize = 1000

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func run(args []string, stdout, stderr io.Writer) int {
	began := time.Now()
	f := flag.NewFlagSet("corpus", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() { _, _ = io.WriteString(stderr, usage) }
	n := f.Int("n", 0, "")
	out := f.String("out", "", "")
	from := f.String("json", "", "")
	if f.Parse(args) != nil {
		return exitUsage
	}
	if wrong := misuse(f, *n, *out, *from); wrong != "" {
		_, _ = fmt.Fprintf(stderr, "corpus: %s\n%s", wrong, usage)
		return exitUsage
	}
	made, err := makeSite(*out, *from, *n)
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "corpus: %v\n", err)
		return exitFailed
	}
	_, _ = fmt.Fprintf(stdout, "%s: %d files, %.1f MB, %.2f s\n", *out, made.files, float64(made.bytes)/1e6, time.Since(began).Seconds())
	return exitDone
}

// misuse says what is wrong with the command; "" of nothing.
func misuse(f *flag.FlagSet, n int, out, from string) string {
	named := false
	f.Visit(func(one *flag.Flag) { named = named || one.Name == "n" })
	switch {
	case f.NArg() > 0:
		return fmt.Sprintf("%q is too much", f.Arg(0))
	case out == "":
		return "-out is missing"
	case named && n < 1:
		return fmt.Sprintf("-n %d is no number of meetings", n)
	case from != "" && !isFolder(from):
		return fmt.Sprintf("there is no folder %q", from)
	case !isEmpty(out):
		return fmt.Sprintf("%q holds something already; remove it, or choose another folder", out)
	}
	return ""
}

func isFolder(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}

// isEmpty tells that nothing is lost by writing there.
func isEmpty(dir string) bool {
	entries, err := os.ReadDir(dir)
	return os.IsNotExist(err) || err == nil && len(entries) == 0
}

func makeSite(out, from string, n int) (written, error) {
	if from == "" {
		if n == 0 {
			n = usualSize
		}
		return write(out, invent(n))
	}
	c, err := convert(os.DirFS(from), n)
	if err != nil {
		return written{}, err
	}
	return write(out, c)
}
