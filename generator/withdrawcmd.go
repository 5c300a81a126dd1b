package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/publish"
	"referat/generator/record"
	"referat/generator/source"
)

// runWithdraw is the command withdraw: it takes a page or a file off at once, whatever
// else is wrong with the site.
func runWithdraw(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	w, err := withdrawOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	defer pace()()
	w.stdout, w.stderr = stdout, stderr
	problems := w.run(ctx)
	for _, p := range problems {
		printProblem(stderr, p, cmp.Or(w.lang, "da"))
	}
	if source.Errors(problems) > 0 {
		return exitProblems
	}
	return exitDone
}

// withdrawal takes something off.
type withdrawal struct {
	options
	asked  string // what is to go
	reason content.Reason
	host   *publish.Host // from where it is to go at once too; may be nil

	desk  *desk
	past  *record.Record
	files *content.Files // of the recorded site, where there is one
	gone  departed
	told  []source.Problem // what is to be known although it was taken off

	stdout, stderr io.Writer
}

// withdrawOptions reads the arguments of withdraw.
func withdrawOptions(args []string) (w withdrawal, err error) {
	w.now = time.Now()
	var reason, host, out, now string
	f := flag.NewFlagSet("withdraw", flag.ContinueOnError)
	f.StringVar(&reason, "reason", "", "")
	f.StringVar(&host, "publish", "", "")
	f.StringVar(&out, "o", "", "")
	f.StringVar(&now, "now", "", "")
	if err := w.readSite(f, args, into([]*string{&w.asked})); err != nil {
		return w, err
	}
	future, err := w.setNow(now)
	if err == nil && future {
		err = misuse(source.UsageFuture)
	}
	if err == nil {
		err = w.setOutput(out, false)
	}
	w.reason = content.Reason(reason)
	switch {
	case err != nil:
		return w, err
	case w.asked == "" || reason == "":
		return w, misuse(source.UsageWithdraw)
	case w.reason != content.PersonalData && w.reason != content.Mistake && w.reason != content.Copyright:
		return w, misuse(source.UsageValue, "--reason", reason, "--reason persondata")
	}
	if host != "" {
		at, err := w.hostAt(host)
		if err != nil {
			return w, err
		}
		w.host = &at
	}
	return w, nil
}

// day is the day of the withdrawal, in Denmark: what is withdrawn already keeps its own.
func (w *withdrawal) day() danish.Date {
	if before := w.gone.before.Withdrawn; !before.IsZero() {
		return before
	}
	return danish.FromTime(danish.Local(w.now))
}

// run takes it off, first where the next build looks, then where the record remembers
// it, then from the output folder. What is interrupted is completed by doing it again.
func (w *withdrawal) run(ctx context.Context) []source.Problem {
	root, err := os.OpenRoot(w.dir)
	if err != nil {
		return []source.Problem{asUnread(err, string(source.Settings))}
	}
	w.desk = &desk{root: root, dir: real(w.dir)}
	defer w.desk.close()
	unlock, problem := w.desk.lock()
	if problem != nil {
		return []source.Problem{*problem}
	}
	defer unlock()
	var looked, problems []source.Problem
	w.desk.tree, looked = source.Look(os.DirFS(w.dir), root.FS(), source.Records{})
	if w.past, problems = record.Read(w.desk.tree, nil); source.Errors(problems) > 0 {
		return problems
	}
	b, problems := w.build(ctx)
	if w.files == nil && problems == nil {
		return looked // there is no site; else it matters not what is wrong with the rest
	}
	if b != nil {
		defer b.close()
	}
	if source.Errors(problems) > 0 {
		if w.gone == (departed{}) {
			return problems
		}
		_, _ = fmt.Fprintln(w.stderr, w.text("intet er taget af endnu: ret fejlene, og kør kommandoen igen", "nothing was taken off yet: correct the errors and run the command again"))
		return append(w.told, problems...)
	}
	problems = slices.Concat(w.told, w.forget(b), w.publish(ctx))
	w.tell(b) // last, for nothing may wait for whoever reads it
	return problems
}

// build takes it off everywhere but from hosts.
func (w *withdrawal) build(ctx context.Context) (*builder, []source.Problem) {
	recorded, problems := w.open()
	if recorded != nil {
		defer func() { _ = recorded.clear() }()
	}
	if w.files == nil {
		return nil, problems
	}
	w.lang = cmp.Or(w.lang, w.files.Settings.Language)
	if w.gone, problems = w.find(); problems != nil {
		return nil, problems
	}
	problems = w.mark()
	if recorded == nil {
		w.told = []source.Problem{source.At(source.Pos{}, source.WithdrawUnrecorded)}
		if problems != nil { // a build of these files would publish it again
			return nil, problems
		}
		return w.rebuild(ctx)
	}
	w.told = problems // it is taken off all the same
	if problem := w.redact(); problem != nil {
		return nil, []source.Problem{*problem}
	}
	return recorded.rebuild(ctx, w)
}

// open opens the recorded site, so far only its settings; where nothing was recorded,
// it is nil and the files are those that staff have.
func (w *withdrawal) open() (*recordedSite, []source.Problem) {
	settings, known := w.past.Document(source.Settings)
	if !known {
		var problems []source.Problem
		w.files, problems = content.OpenFiles(w.desk.tree)
		return nil, problems
	}
	r := &recordedSite{dir: filepath.Join(w.desk.dir, filepath.FromSlash(recordedDir)), desk: w.desk}
	text, problem := w.past.Verified(settings)
	if problem != nil {
		return r, []source.Problem{*problem}
	}
	if err := errors.Join(r.clear(), r.write(source.Settings, text)); err != nil {
		return r, []source.Problem{w.desk.unreadable(w.past.TextPath(settings), err)}
	}
	tree, _ := source.Look(os.DirFS(r.dir), os.DirFS(r.dir), source.Records{})
	var problems []source.Problem
	w.files, problems = content.OpenFiles(tree)
	return r, problems
}

// redact takes it out of the record.
func (w *withdrawal) redact() *source.Problem {
	for _, f := range w.past.Redact(w.gone.redaction(w)) {
		if problem := w.desk.putOne(f); problem != nil {
			return problem
		}
	}
	return nil
}

// rebuild builds the site as it is, where nothing was recorded.
func (w *withdrawal) rebuild(ctx context.Context) (*builder, []source.Problem) {
	b, problems := newBuilder(w.options)
	if problems != nil {
		return nil, problems
	}
	meter := newMeter(w.stderr)
	r := b.build(ctx, nil, meter.show)
	meter.clear()
	r.add(b.settle()...)
	return b, r.problems
}

// publish publishes at once, where that was asked for: only where the site was published
// before, for elsewhere nobody reads what has to go.
func (w *withdrawal) publish(ctx context.Context) []source.Problem {
	if w.host == nil {
		return nil
	}
	if problem := w.host.Unknown(); problem != nil {
		return []source.Problem{*problem}
	}
	p := publication{options: w.options, host: *w.host, yes: true, takesAway: true, stdout: w.stdout, console: console{out: w.stderr}, meter: newMeter(w.stderr)}
	return p.run(ctx)
}

// forget takes the text out of what builds remember.
func (w *withdrawal) forget(b *builder) []source.Problem {
	if err := b.ledger.ForgetTexts(); err != nil {
		return []source.Problem{asProblem(err, ".cache")}
	}
	return nil
}

func (w *withdrawal) say(da, en string, args ...any) {
	_, _ = fmt.Fprintf(w.stdout, w.text(da, en), args...)
}
