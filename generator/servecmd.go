package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"

	"referat/generator/serve"
	"referat/generator/source"
)

// runServe is the command serve: it builds as build does and shows the result
// on this machine until it is interrupted.
func runServe(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := serveOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	meter := newMeter(stderr)
	r := build(ctx, o, meter.show)
	meter.clear()
	r.print(stdout, stderr, o.shown)
	if !r.done() {
		return exitProblems
	}
	if err := show(ctx, o, r, stdout); err != nil {
		printProblem(stderr, source.At(source.Pos{}, source.ServeFailed, strconv.Itoa(o.port), err.Error()), r.lang)
		return exitProblems
	}
	return exitDone
}

func show(ctx context.Context, o options, r report, stdout io.Writer) error {
	root, err := os.OpenRoot(o.out)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(o.port)))
	if err != nil {
		return err
	}
	text := "http://%s%s vises her på maskinen; stop med Ctrl-C\n"
	if r.lang != "da" {
		text = "http://%s%s is shown on this machine; stop with Ctrl-C\n"
	}
	_, _ = fmt.Fprintf(stdout, text, l.Addr(), r.base)
	return serve.Run(ctx, l, serve.Handler(root, r.base))
}
