package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"time"

	"referat/generator/danish"
	"referat/generator/ledger"
	"referat/generator/public"
	"referat/generator/publish"
	"referat/generator/source"
)

// runPublish is the command publish.
func runPublish(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	p, err := publishOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	defer pace()()
	p.stdout, p.console, p.meter = stdout, atTerminal(stderr), newMeter(stderr)
	problems := p.run(ctx)
	for _, problem := range problems {
		printProblem(stderr, problem, cmp.Or(p.lang, "da"))
	}
	switch {
	case source.Errors(problems) == 0 && p.declined:
		return exitProblems
	case len(problems) > 0 && (problems[0].Code == source.UsageConfirm || problems[0].Code == source.UsageReviewer):
		return exitUsage
	case source.Errors(problems) > 0:
		return exitProblems
	}
	return exitDone
}

// publication is a finished site on its way to a host.
type publication struct {
	options
	host      publish.Host
	reviewer  string
	yes, dry  bool
	takesAway bool // a withdrawal has made the site
	declined  bool // somebody has seen the plan and said no

	stdout  io.Writer
	console console
	meter   *meter
}

// publishOptions reads the arguments of publish.
func publishOptions(args []string) (publication, error) {
	p := publication{}
	p.now = time.Now()
	f := flag.NewFlagSet("publish", flag.ContinueOnError)
	var to, out, now string
	f.StringVar(&p.reviewer, "reviewer", "", "")
	f.BoolVar(&p.yes, "yes", false, "")
	f.BoolVar(&p.dry, "dry-run", false, "")
	f.StringVar(&out, "o", "", "")
	f.StringVar(&now, "now", "", "")
	if err := p.readSite(f, args, into([]*string{&to})); err != nil {
		return p, err
	}
	future, err := p.setNow(now)
	if err == nil && future && !p.dry { // which changes nothing
		err = misuse(source.UsageFuture)
	}
	if err == nil {
		err = p.setOutput(out, future)
	}
	if err == nil && to == "" {
		err = misuse(source.UsagePublish)
	}
	if err == nil {
		p.host, err = p.hostAt(to)
	}
	return p, err
}

// hostAt is the folder that a path names, as seen from the site's. None of the site's own
// files may lie there, nor the folder among them.
func (o *options) hostAt(to string) (publish.Host, error) {
	dir := to
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(o.dir, to)
	}
	root, out := real(o.dir), real(o.out)
	dir = real(dir)
	if inside(root, dir) || inside(dir, out) || inside(out, dir) || amongOurs(dir, root) {
		return publish.Host{}, misuse(source.UsageHost, to)
	}
	cache := filepath.Join(o.dir, ".cache")
	return publish.Host{Dir: dir, Shown: filepath.ToSlash(to), Cache: ledger.Folder(cache, dir)}, nil
}

// run publishes, and gives what is wrong.
func (p *publication) run(ctx context.Context) []source.Problem {
	defer p.meter.clear()
	located, err := public.Locate(p.host.Dir)
	if err != nil {
		return []source.Problem{asProblem(err, p.host.Shown)}
	}
	p.host.Dir = located
	if !p.yes && !p.dry && !p.console.there() {
		return []source.Problem{source.At(source.Pos{}, source.UsageConfirm)}
	}
	if !p.dry { // which changes nothing
		unlock, err := p.lock()
		if err != nil {
			return []source.Problem{asProblem(err, p.host.Shown)}
		}
		defer unlock()
	}
	plan, problems := p.plan(ctx)
	if plan == nil {
		return problems
	}
	defer plan.Discard()
	p.meter.clear()
	p.show(plan)
	if p.dry {
		return problems
	}
	if !p.yes && !plan.Empty() && !p.console.agrees(p.text("Udgiv? (ja/nej)", "Publish? (yes/no)")) {
		p.declined = true
		_, _ = fmt.Fprintln(p.stdout, p.text("intet er ændret", "nothing was changed"))
		return problems
	}
	if p.reviewer == "" && !p.takesAway {
		p.reviewer = p.console.reviewer(p.lang)
	}
	if p.reviewer == "" && !p.takesAway {
		return []source.Problem{source.At(source.Pos{}, source.UsageReviewer)}
	}
	if problem := p.carry(ctx, plan); problem != nil {
		return append(problems, *problem)
	}
	p.tell(plan)
	if p.takesAway { // which has written the record
		return problems
	}
	return append(problems, p.remember(ctx)...)
}

// carry publishes what is planned.
func (p *publication) carry(ctx context.Context, plan *publish.Plan) *source.Problem {
	defer p.meter.clear()
	return plan.Publish(ctx, p.now, program(), p.meter.show)
}

// remember writes into the record what was published, and publishes what that changes.
func (p *publication) remember(ctx context.Context) []source.Problem {
	b, problems := newBuilder(p.options)
	if problems != nil {
		return problems
	}
	defer b.close()
	signed := false
	news, r := b.remember(ctx, func(string) string { signed = true; return p.reviewer })
	if !r.done() {
		return r.problems
	}
	printNews(p.stdout, news, p.lang)
	if !signed {
		return nil // the record had it all
	}
	return p.follow(ctx)
}

// follow publishes a second time, after the record: what tells on which days the rest was
// published, and a receipt that names this publication.
func (p *publication) follow(ctx context.Context) []source.Problem {
	plan, problems := p.plan(ctx)
	if plan == nil {
		return problems
	}
	defer plan.Discard()
	if problem := p.carry(ctx, plan); problem != nil {
		return []source.Problem{*problem}
	}
	return nil
}

// lock waits for others who publish into the folder, and says so when it takes long.
func (p *publication) lock() (unlock func(), err error) {
	waiting := time.AfterFunc(time.Second, func() {
		_, _ = fmt.Fprintln(p.console.out, p.text("venter på en anden, der udgiver i mappen …", "waiting for somebody else who publishes into the folder …"))
	})
	defer waiting.Stop()
	return p.host.Lock()
}

// plan finds out what is to be done. Nobody builds meanwhile.
func (p *publication) plan(ctx context.Context) (*publish.Plan, []source.Problem) {
	b, problems := newBuilder(p.options)
	if problems != nil {
		return nil, problems
	}
	defer b.close()
	if unlock, err := b.lock.Lock(); err == nil {
		defer unlock()
	}
	built, problems := b.finished()
	if last := b.ledger.Last(); last != nil {
		p.lang = cmp.Or(p.lang, last.Lang)
	}
	if built == nil {
		return nil, problems
	}
	p.takesAway = p.takesAway || built.Options == rescued()
	site := b.asSite(built)
	site.Urgent = p.takesAway
	return p.host.Plan(ctx, site, p.meter.show)
}

// program is the program's name and version, as a receipt has it.
func program() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return "referat " + info.Main.Version
	}
	return "referat"
}

// namesShown is how many files of each kind a plan names.
const namesShown = 5

// show tells what is going to be done.
func (p *publication) show(plan *publish.Plan) {
	last := p.text("ikke udgivet før", "not published before")
	if at := plan.Last(); !at.IsZero() {
		at = danish.Local(at)
		last = at.Format(p.text("senest udgivet 02-01-2006 kl. 15.04", "last published 2006-01-02 15:04"))
	}
	_, _ = fmt.Fprintf(p.stdout, "%s: %s\n", p.host.Shown, last)
	if plan.Completes {
		_, _ = fmt.Fprintln(p.stdout, p.text("  en udgivelse blev afbrudt; den gøres færdig", "  a publication was interrupted; it is completed"))
	}
	p.list(p.text("nye", "new"), plan.New)
	p.list(p.text("ændrede", "changed"), plan.Replaced)
	p.list(p.text("slettede", "deleted"), plan.Removed)
	p.list(p.text("rettet i hånden på serveren; sættes på plads", "changed by hand on the server; set right"), plan.Mended)
}

// list names the first files of a kind, if there are any.
func (p *publication) list(kind string, files []string) {
	if len(files) == 0 {
		return
	}
	_, _ = fmt.Fprintf(p.stdout, "  %s: %d\n", kind, len(files))
	for _, name := range files[:min(len(files), namesShown)] {
		_, _ = fmt.Fprintf(p.stdout, "    %s\n", name)
	}
	if more := len(files) - namesShown; more > 0 {
		_, _ = fmt.Fprintf(p.stdout, p.text("    … og %d til\n", "    … and %d more\n"), more)
	}
}

// tell tells what was done.
func (p *publication) tell(plan *publish.Plan) {
	if plan.Empty() {
		_, _ = fmt.Fprintln(p.stdout, p.text("der er intet nyt at udgive", "there is nothing new to publish"))
		return
	}
	written, removed := len(plan.New)+len(plan.Replaced), len(plan.Removed)
	_, _ = fmt.Fprintf(p.stdout, p.text("udgivet: %d %s skrevet, %d slettet\n", "published: %d %s written, %d deleted\n"),
		written, plural(written, p.text("fil", "file"), p.text("filer", "files")), removed)
}
