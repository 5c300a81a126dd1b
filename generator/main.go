// Command referat makes a public website of the minutes of meetings, of the
// status of subjects and of counts in time.
//
// This package holds the commands. The whole flow of a build is in build.go;
// start there. Only this package prints and exits: everything below returns
// problems.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"

	"referat/generator/source"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// The exit codes.
const (
	exitDone     = 0 // warnings included
	exitProblems = 1 // in the site; what was published stays
	exitUsage    = 2 // the command was written wrongly
)

// command is one of the program's commands.
type command struct {
	name string
	run  func(ctx context.Context, args []string, stdout, stderr io.Writer) int
}

func commands() []command {
	return []command{{"build", runBuild}, {"check", runCheck}, {"why", runWhy}, {"serve", runServe}, {"import", runImport}, {"count", runCount}, {"mask", runMask}, {"record", runRecord}, {"publish", runPublish}, {"verify", runVerify}, {"withdraw", runWithdraw}}
}

// run is the program as a function, so that tests can call it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	name := "help"
	if len(args) > 0 {
		name = args[0]
	}
	names := []string{"help"}
	for _, c := range commands() {
		if c.name == name {
			return c.run(ctx, args[1:], stdout, stderr)
		}
		names = append(names, c.name)
	}
	switch name {
	case "help", "-h", "--help", "-help":
		_, _ = io.WriteString(stdout, usage(languageOf(args)))
		return exitDone
	}
	printProblem(stderr, source.At(source.Pos{}, source.UsageCommand, name, source.Nearest(name, names)), languageOf(args))
	return exitUsage
}
