package main

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"referat/generator/public"
	"referat/generator/site"
	"referat/generator/source"
)

// options are what a build was asked for.
type options struct {
	dir    string // the site's folder
	out    string // the output folder, absolute
	shown  string // what messages call it
	drafts bool
	now    time.Time
	lang   string // "" is the site's language
	json   bool
	fixed  bool // now was asked for
	port   int  // of serve; 0 is any free one
	open   bool // serve opens the browser

	leaveOut []site.Form // what is not made; no argument sets it
	verify   bool        // build compares what it made with a clean build
	external bool        // check asks other sites
}

// text gives the words of the reader's language: Danish, as long as nobody has said which.
func (o *options) text(da, en string) string {
	if o.lang == "da" || o.lang == "" {
		return da
	}
	return en
}

// usageError is a command written wrongly.
type usageError struct{ problem source.Problem }

func (e usageError) Error() string { message, _ := e.problem.Text("en"); return message }

func misuse(code source.Code, args ...any) error {
	return usageError{source.At(source.Pos{}, code, args...)}
}

// errHelp asks for the help.
var errHelp = errors.New("help wanted")

// buildOptions reads the arguments of build.
func buildOptions(args []string) (options, error) {
	o := options{now: time.Now()}
	f := flag.NewFlagSet("build", flag.ContinueOnError)
	f.BoolVar(&o.json, "json", false, "")
	f.BoolVar(&o.verify, "verify", false, "")
	err := o.read(f, args)
	return o, err
}

// checkOptions reads the arguments of check.
func checkOptions(args []string) (options, error) {
	o := options{now: time.Now()}
	f := flag.NewFlagSet("check", flag.ContinueOnError)
	f.BoolVar(&o.json, "json", false, "")
	f.BoolVar(&o.external, "external", false, "")
	err := o.read(f, args)
	return o, err
}

// serveOptions reads the arguments of serve.
func serveOptions(args []string) (options, error) {
	o := options{now: time.Now()}
	f := flag.NewFlagSet("serve", flag.ContinueOnError)
	f.IntVar(&o.port, "port", 8080, "")
	f.BoolVar(&o.open, "open", false, "")
	err := o.read(f, args)
	if err == nil && (o.port < 0 || o.port > 65535) {
		err = misuse(source.UsageValue, "--port", strconv.Itoa(o.port), "--port 8080")
	}
	return o, err
}

// whyOptions reads the arguments of why.
func whyOptions(args []string) (question, error) {
	q := question{options: options{now: time.Now()}}
	f := flag.NewFlagSet("why", flag.ContinueOnError)
	f.BoolVar(&q.json, "json", false, "")
	f.BoolVar(&q.since, "since-last", false, "")
	err := q.read(f, args, &q.path)
	if err == nil && q.path == "" {
		err = misuse(source.UsagePath)
	}
	return q, err
}

// read takes the options that all building commands have, and the words between
// them that a command wants.
func (o *options) read(f *flag.FlagSet, args []string, words ...*string) error {
	var out, now string
	f.StringVar(&out, "o", "", "")
	if f.Name() != "serve" && f.Name() != "record" { // a preview shows drafts anyway, and what is published has none
		f.BoolVar(&o.drafts, "drafts", false, "")
	}
	f.StringVar(&now, "now", "", "")
	if err := o.readSite(f, args, into(words)); err != nil {
		return err
	}
	future, err := o.setNow(now)
	if err != nil {
		return err
	}
	if future && f.Name() == "record" {
		return misuse(source.UsageFuture)
	}
	return o.setOutput(out, o.drafts || future)
}

// readSite takes the options that all commands have: the site's folder and the
// language. The words between options go to take, which refuses what is too much.
func (o *options) readSite(f *flag.FlagSet, args []string, take func(word string) bool) error {
	f.SetOutput(io.Discard)
	f.StringVar(&o.dir, "C", ".", "")
	f.StringVar(&o.lang, "lang", "", "")
	if err := parseFlags(f, args, take); err != nil {
		return err
	}
	if o.lang != "" && o.lang != "da" && o.lang != "en" {
		return misuse(source.UsageValue, "--lang", o.lang, "--lang da")
	}
	if info, err := os.Stat(o.dir); err != nil || !info.IsDir() {
		return misuse(source.UsageFolder, o.dir)
	}
	return nil
}

// into takes one word for each place.
func into(places []*string) func(word string) bool {
	return func(word string) bool {
		if len(places) == 0 {
			return false
		}
		*places[0], places = word, places[1:]
		return true
	}
}

// parseFlags turns what the flag package says into problems of our own, since
// it speaks English only.
func parseFlags(f *flag.FlagSet, args []string, take func(word string) bool) error {
	err := f.Parse(args)
	for ; err == nil && f.NArg() > 0; err = f.Parse(f.Args()[1:]) {
		if !take(f.Arg(0)) {
			return misuse(source.UsageArgument, f.Arg(0))
		}
	}
	if errors.Is(err, flag.ErrHelp) {
		return errHelp
	}
	if err == nil {
		return nil
	}
	var known []string
	f.VisitAll(func(fl *flag.Flag) { known = append(known, fl.Name) })
	for i, a := range args {
		if !strings.HasPrefix(a, "-") {
			continue
		}
		name, value, given := strings.Cut(strings.TrimLeft(a, "-"), "=")
		if !given && i+1 < len(args) {
			given, value = true, args[i+1]
		}
		switch fl := f.Lookup(name); {
		case fl == nil:
			return misuse(source.UsageFlag, a, dashed(source.Nearest(name, known)))
		case fl.DefValue != "false" && (!given || fl.Value.Set(value) != nil), strings.Contains(a, "=") && fl.DefValue == "false": // a switch can have no value
			return misuse(source.UsageValue, dashed(name), value, strings.TrimSpace(dashed(name)+" "+examples[name]), source.Given(value == ""))
		}
	}
	return misuse(source.UsageArgument, strings.Join(args, " "))
}

// examples are values of options as messages show them.
var examples = map[string]string{
	"C": "mit-websted", "o": "public", "lang": "da", "now": "2024-03-01T08:00:00+01:00", "port": "8080",
	"committee": "raadet", "as": "2023-11-07", "source": "https://ngc.dk/", "from": "../tal/henviste.csv", "status": "provisional", "note": "\"foreløbigt tal\"",
	"reviewer": "\"Anne Holm\"", "reason": "persondata", "publish": "/var/www/ngc",
}

// dashed is an option as it is written; "" of none.
func dashed(name string) string {
	switch len(name) {
	case 0:
		return ""
	case 1:
		return "-" + name
	}
	return "--" + name
}

// setNow takes the instant from --now, else from SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch), else the clock.
func (o *options) setNow(now string) (future bool, err error) {
	clock := o.now
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); now == "" && epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return false, misuse(source.UsageValue, "SOURCE_DATE_EPOCH", epoch, "SOURCE_DATE_EPOCH=1700000000")
		}
		o.now, o.fixed = time.Unix(seconds, 0), true
	}
	if now != "" {
		if o.now, err = time.Parse(time.RFC3339, now); err != nil {
			return false, misuse(source.UsageValue, "--now", now, "--now 2024-03-01T08:00:00+01:00")
		}
		o.fixed = true
	}
	return o.now.After(clock), nil
}

// setOutput finds the output folder. A preview never goes where the public
// pages are, and nothing goes where the user's own files are.
func (o *options) setOutput(out string, preview bool) error {
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return misuse(source.UsageFolder, o.dir)
	}
	o.dir = dir
	o.shown, o.out = out, out
	if out == "" {
		o.shown, o.out = "public", filepath.Join(dir, "public")
	} else if !filepath.IsAbs(out) {
		o.out = filepath.Join(dir, out)
	}
	root, target, published := real(dir), real(o.out), real(filepath.Join(dir, "public"))
	if preview && inside(target, published) {
		return misuse(source.UsagePreview)
	}
	if inside(root, target) {
		return misuse(source.UsageOutput, o.shown)
	}
	if amongOurs(target, root) {
		return misuse(source.UsageOutput, o.shown)
	}
	o.shown = filepath.ToSlash(o.shown)
	return nil
}

// amongOurs tells that a path lies in a folder of the site that has the user's files, or
// the program's.
func amongOurs(path, root string) bool {
	top, below := firstBelow(path, root)
	return below && slices.Contains([]string{"content", "layouts", "generator", ".cache", ".git"}, top)
}

// real is where a path leads once every link on the way is followed: a link
// must not get around what setOutput refuses. A dead link stays as it is, and
// the build says so.
func real(path string) string {
	if located, err := public.Locate(path); err == nil {
		return located
	}
	return path
}

// inside tells that path is dir or lies below it.
func inside(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// firstBelow is the first folder on the way from dir down to path.
func firstBelow(path, dir string) (string, bool) {
	if !inside(path, dir) {
		return "", false
	}
	rel, _ := filepath.Rel(dir, path)
	top, _, _ := strings.Cut(rel, string(filepath.Separator))
	return strings.ToLower(top), true
}
