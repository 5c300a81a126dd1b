package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"time"

	"referat/generator/serve"
	"referat/generator/source"
	"referat/generator/watch"
)

// runServe is the command serve: it builds as build does, shows the result on
// this machine, and builds again at each change until it is interrupted.
func runServe(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := serveOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(o.port)))
	if err != nil {
		lang := cmp.Or(o.lang, "da")
		printProblem(stderr, source.At(source.Pos{}, source.ServeFailed, strconv.Itoa(o.port), source.Because(err)), lang)
		return exitProblems
	}
	defer func() { _ = listener.Close() }()
	b, problems := newBuilder(o)
	if problems != nil {
		r := report{problems: problems, lang: cmp.Or(o.lang, "da")}
		r.print(stdout, stderr, o.shown)
		return exitProblems
	}
	defer b.close()
	meter := newMeter(stderr)
	r := b.build(ctx, nil, meter.show)
	meter.clear()
	r.print(stdout, stderr, o.shown)
	if ctx.Err() != nil {
		return exitProblems
	}
	if err := show(ctx, o, b, r, listener, stdout, stderr); err != nil {
		printProblem(stderr, source.At(source.Pos{}, source.ServeFailed, strconv.Itoa(o.port), source.Because(err)), r.lang)
		return exitProblems
	}
	return exitDone
}

// show serves the site and follows its files.
func show(ctx context.Context, o options, b *builder, r report, listener net.Listener, stdout, stderr io.Writer) error {
	r.add(b.settle()...)
	watcher, err := watch.New(b.dir, watch.Options{Names: []string{"content", "layouts", string(source.Settings)}, Ignored: source.Unwatched})
	if err != nil {
		return err
	}
	l := &live{builder: b, preview: newPreview(b.target.Dir), watcher: watcher, clock: o.ticking(), doubt: doubt{patience: doubtFor},
		said: func(r report, news bool) {
			r.until = 0 // it comes by itself
			if news {
				r.print(stdout, stderr, o.shown)
			} else {
				r.printOutcome(stdout, stderr, o.shown)
			}
		},
		trouble: func(problems []source.Problem) {
			for _, p := range problems {
				printProblem(stderr, p, r.lang)
			}
		},
		notice: func(n watch.Notice) { printNotice(stderr, n, r.lang) },
	}
	l.preview.renew(b, r)
	l.serve(r)
	address := "http://" + listener.Addr().String() + r.base
	text := "%s vises her på maskinen og følger, hvad der gemmes; stop med Ctrl-C\n"
	if r.lang != "da" {
		text = "%s is shown on this machine and follows what is saved; stop with Ctrl-C\n"
	}
	_, _ = fmt.Fprintf(stdout, text, address)
	if o.open {
		openBrowser(address)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() { _ = watcher.Run(ctx) })
	wg.Go(func() { l.run(ctx) })
	defer stop()
	return serve.Run(ctx, listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { l.server.Load().ServeHTTP(w, r) }))
}

// printNotice says how changes are found.
func printNotice(w io.Writer, n watch.Notice, lang string) {
	text := "ændringer meldes igen af systemet\n"
	if lang != "da" {
		text = "the system tells of changes again\n"
	}
	if n.Reason != "" {
		text = fmt.Sprintf("systemet melder ikke om ændringer her (%s); programmet ser selv efter med %s sekunders mellemrum\n", reasonText(n, lang), seconds(n.Every))
		if lang != "da" {
			text = fmt.Sprintf("the system does not tell of changes here (%s); the program looks every %s s\n", reasonText(n, lang), seconds(n.Every))
		}
	}
	_, _ = io.WriteString(w, text)
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'g', 3, 64) }

// reasonText is why events are not relied on.
func reasonText(n watch.Notice, lang string) string {
	if lang != "da" {
		return string(n.Reason)
	}
	switch n.Reason {
	case watch.Limit:
		return "systemet tillader ikke at følge flere mapper"
	case watch.NotSet:
		return "en mappe kan ikke følges"
	case watch.Unwritable:
		return "mappen kan ikke skrives i"
	}
	return "mappen ligger måske på et netværksdrev eller i OneDrive"
}

// openBrowser shows an address in the browser. That it cannot is no fault: the
// address has been printed.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	if cmd := exec.Command(name, args...); cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}

// ticking is the clock that serve goes by: an instant that was asked for stays.
func (o options) ticking() func() time.Time {
	if o.fixed {
		return func() time.Time { return o.now }
	}
	return time.Now
}
