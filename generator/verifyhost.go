package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"

	"referat/generator/danish"
	"referat/generator/source"
)

// runVerify is the command verify: it holds a folder that was published into against
// its receipt.
func runVerify(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, dir := options{}, ""
	err := o.readSite(flag.NewFlagSet("verify", flag.ContinueOnError), args, into([]*string{&dir}))
	if err == nil && dir == "" {
		err = misuse(source.UsageVerify)
	}
	if err == nil {
		err = o.setOutput("", false)
	}
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	host, err := o.hostAt(dir)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	o.lang = cmp.Or(o.lang, "da")
	meter := newMeter(stderr)
	receipt, problems := host.Verify(ctx, meter.show)
	meter.clear()
	for _, p := range problems {
		printProblem(stderr, p, o.lang)
	}
	if source.Errors(problems) > 0 {
		return exitProblems
	}
	at := danish.Local(receipt.Published)
	line := at.Format(o.text("%s: %d %s er, som de blev udgivet 02-01-2006 kl. 15.04\n", "%s: %d %s are as they were published 2006-01-02 15:04\n"))
	files := plural(len(receipt.Files), o.text("fil", "file"), o.text("filer", "files"))
	_, _ = fmt.Fprintf(stdout, line, host.Shown, len(receipt.Files), files)
	return exitDone
}
