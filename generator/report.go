package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/ledger"
	"referat/generator/personal"
	"referat/generator/public"
	"referat/generator/source"
)

// report is what a build has to say.
type report struct {
	problems []source.Problem
	known    []source.Problem // those that the build before told of
	lang     string           // of the messages
	base     string           // path of the site's base address
	pages    int              // HTML pages that the site has
	files    public.Report
	took     time.Duration
	until    int64 // when the site will change by itself, in ns since 1970
	built    bool  // what follows a build that went well has begun
	compared int   // files that were compared with a clean build

	attachments []attachment // what is published as it is
}

// about takes what a report must know of the site.
func (r *report) about(s *content.Settings, lang string) {
	if lang == "" {
		r.lang = s.Language
	}
	r.base = s.Base.EscapedPath()
}

// repeat reports of a build that need not be done what the last one said.
func (r *report) repeat(last *ledger.Build, lang string) {
	r.problems = slices.Clone(last.Notes)
	r.pages, r.until = last.Pages, last.Until
	r.lang, r.base = cmp.Or(lang, last.Lang), last.Base
	r.files = public.Report{Kept: len(last.Outputs)}
}

// done tells that the output folder is what the files say.
func (r *report) done() bool { return source.Errors(r.problems) == 0 }

func (r *report) add(problems ...source.Problem) { r.problems = append(r.problems, problems...) }

// faultIn is a fault of the program that showed while drawing a file's page.
type faultIn struct {
	from  source.Path
	fault string
}

func (f faultIn) Error() string { return f.fault }

// asProblem places an error of the disk or the program; where is what it was about.
func asProblem(err error, where string) source.Problem {
	if e := (*public.Error)(nil); errors.As(err, &e) {
		return e.Problem
	}
	if f := (faultIn{}); errors.As(err, &f) {
		return source.At(source.Pos{Path: f.from}, source.ProgramFault, f.fault)
	}
	if c := (changedMeanwhile{}); errors.As(err, &c) {
		return source.At(source.Pos{Path: c.path}, source.FileChanged)
	}
	if errors.Is(err, context.Canceled) {
		return source.At(source.Pos{}, source.Interrupted, source.Given(true))
	}
	return source.At(source.Pos{Path: namedBy(err, where)}, source.OutputUnusable, source.Because(err))
}

// asUnread places an error of reading.
func asUnread(err error, where string) source.Problem {
	p := asProblem(err, where)
	if p.Code == source.OutputUnusable {
		p.Code = source.FileUnreadable
	}
	return p
}

// namedBy is the file that an error of the disk names, if it says more than where: the
// message names the place and no other.
func namedBy(err error, where string) source.Path {
	e := (*fs.PathError)(nil)
	if !errors.As(err, &e) {
		return source.Path(where)
	}
	name := filepath.ToSlash(e.Path)
	switch {
	case strings.HasSuffix("/"+name, "/"+where):
		return source.Path(where)
	case filepath.IsAbs(e.Path):
		return source.Path(name)
	}
	return source.Path(path.Join(where, name))
}

// explain answers a command that was written wrongly.
func explain(err error, lang string, stdout, stderr io.Writer) int {
	if errors.Is(err, errHelp) {
		_, _ = io.WriteString(stdout, usage(lang))
		return exitDone
	}
	if e := (usageError{}); errors.As(err, &e) {
		printProblem(stderr, e.problem, lang)
	}
	return exitUsage
}

// printProblem writes place, message and, on a line of its own, the remedy.
func printProblem(w io.Writer, p source.Problem, lang string) {
	message, hint := textOf(p, lang)
	if place := shownPlace(p.Pos); place != "" {
		message = place + ": " + message
	}
	_, _ = fmt.Fprintf(w, "%s%s [%s]\n\t%s\n", severityWord(p, lang), message, p.Code, hint)
}

// textOf is what a problem says. Whatever it quotes, no number of a person is told whole.
func textOf(p source.Problem, lang string) (message, hint string) {
	return masked(p.Text(lang))
}

func masked(message, hint string) (string, string) {
	return personal.Mask(message), personal.Mask(hint)
}

// shownPath is a path that may be told. One outside the site is not the user's words.
func shownPath(p source.Path) source.Path {
	if filepath.IsAbs(string(p)) {
		return p
	}
	return source.Path(personal.Mask(string(p)))
}

// shownPlace is a place that may be told.
func shownPlace(p source.Pos) string {
	p.Path = shownPath(p.Path)
	return p.String()
}

// severityWord stands before all but an error, which is what one expects.
func severityWord(p source.Problem, lang string) string {
	words := map[source.Severity][2]string{source.Warning: {"advarsel: ", "warning: "}, source.Information: {"oplysning: ", "information: "}}[p.Severity()]
	if lang == "da" {
		return words[0]
	}
	return words[1]
}

// answer ends a command that builds with what its report has to say.
func (o *options) answer(r interface {
	print(stdout, stderr io.Writer, out string)
	printJSON(w io.Writer)
	done() bool
}, stdout, stderr io.Writer) int {
	if o.json {
		r.printJSON(stdout)
	} else {
		r.print(stdout, stderr, o.shown)
	}
	if !r.done() {
		return exitProblems
	}
	return exitDone
}

// print writes the problems to stderr and the summary to stdout.
func (r *report) print(stdout, stderr io.Writer, out string) {
	printMost(stderr, pressing(r.problems), r.known, source.Warning, r.lang)
	if r.done() {
		_, _ = fmt.Fprintln(stdout, r.summary(out))
		if r.compared > 0 {
			_, _ = fmt.Fprintln(stdout, r.proof())
		}
		_, _ = io.WriteString(stdout, r.next())
		return
	}
	_, _ = fmt.Fprintln(stderr, r.failure(out))
}

// printOutcome says in a line how a build went whose problems have been told before.
func (r *report) printOutcome(stdout, stderr io.Writer, out string) {
	if r.done() {
		_, _ = fmt.Fprintln(stdout, r.summary(out))
	} else {
		_, _ = fmt.Fprintln(stderr, r.failure(out))
	}
}

func (r *report) warnings() int { return source.Count(r.problems, source.Warning) }

// pressing are the problems that a build tells of: the others are for who asks.
func pressing(problems []source.Problem) []source.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p source.Problem) bool { return p.Severity() == source.Information })
}

func (r *report) summary(out string) string {
	took := r.took.Round(time.Millisecond).Seconds()
	if r.lang == "da" {
		line := fmt.Sprintf("%s: %d %s, %d %s skrevet, %d uændret, %d fjernet, %s s",
			out, r.pages, plural(r.pages, "side", "sider"), r.files.Written, plural(r.files.Written, "fil", "filer"), r.files.Kept, r.files.Removed,
			strings.Replace(fmt.Sprintf("%.2f", took), ".", ",", 1))
		if n := r.warnings(); n > 0 {
			line += fmt.Sprintf(" (%d %s)", n, plural(n, "advarsel", "advarsler"))
		}
		return line
	}
	line := fmt.Sprintf("%s: %d %s, %d %s written, %d kept, %d removed, %.2f s",
		out, r.pages, plural(r.pages, "page", "pages"), r.files.Written, plural(r.files.Written, "file", "files"), r.files.Kept, r.files.Removed, took)
	if n := r.warnings(); n > 0 {
		line += fmt.Sprintf(" (%d %s)", n, plural(n, "warning", "warnings"))
	}
	return line
}

func (r *report) nextTime() string {
	if r.until == 0 || r.until == math.MaxInt64 {
		return ""
	}
	return time.Unix(0, r.until).UTC().Format(time.RFC3339)
}

// next says when the site will change though nobody changes a file; "" if never.
func (r *report) next() string {
	if r.until == 0 || r.until == math.MaxInt64 {
		return ""
	}
	at := time.Unix(0, r.until)
	at = danish.Local(at)
	if r.lang == "da" {
		return at.Format("næste planlagte ændring: 02-01-2006 kl. 15.04; byg igen efter det tidspunkt\n")
	}
	return at.Format("next planned change: 2006-01-02 15:04; build again after that\n")
}

func (r *report) failure(out string) string {
	n := source.Errors(r.problems)
	if r.built {
		return r.unproved(out)
	}
	partly := r.files.Written+r.files.Removed > 0
	switch {
	case partly && r.lang == "da":
		return fmt.Sprintf("%d fejl; %s er kun delvis ændret: byg igen, når fejlen er rettet", n, out)
	case partly:
		return fmt.Sprintf("%d %s; %s is changed in part: build again when that is mended", n, plural(n, "error", "errors"), out)
	case r.lang == "da":
		return fmt.Sprintf("%d fejl; %s er ikke ændret", n, out)
	}
	return fmt.Sprintf("%d %s; %s is unchanged", n, plural(n, "error", "errors"), out)
}

func plural(n int, one, other string) string {
	if n == 1 {
		return one
	}
	return other
}

// jsonProblem is a problem for a program to read.
type jsonProblem struct {
	Code     source.Code `json:"code"`
	Severity string      `json:"severity"`
	Path     source.Path `json:"path,omitempty"`
	Line     int         `json:"line,omitempty"`
	Column   int         `json:"column,omitempty"`
	Message  string      `json:"message"`
	Hint     string      `json:"hint"`
}

func problemAsJSON(p source.Problem, lang string) jsonProblem {
	message, hint := textOf(p, lang)
	severity := map[source.Severity]string{source.Error: "error", source.Warning: "warning", source.Information: "information"}[p.Severity()]
	return jsonProblem{p.Code, severity, shownPath(p.Pos.Path), p.Pos.Line, p.Pos.Col, message, hint}
}

// printJSON writes everything for a program to read.
func (r *report) printJSON(w io.Writer) {
	type summary struct {
		Done         bool  `json:"done"`
		Pages        int   `json:"pages"`
		Written      int   `json:"written"`
		Kept         int   `json:"kept"`
		Removed      int   `json:"removed"`
		Errors       int   `json:"errors"`
		Warnings     int   `json:"warnings"`
		Compared     int   `json:"compared,omitempty"` // with a clean build
		Milliseconds int64 `json:"milliseconds"`

		Next string `json:"next,omitempty"` // when the site will change by itself, RFC 3339
	}
	all := struct {
		Problems []jsonProblem `json:"problems"`
		Summary  summary       `json:"summary"`
	}{[]jsonProblem{}, summary{r.done(), r.pages, r.files.Written, r.files.Kept, r.files.Removed,
		source.Errors(r.problems), r.warnings(), r.compared, r.took.Milliseconds(), r.nextTime()}}
	for _, p := range pressing(r.problems) {
		all.Problems = append(all.Problems, problemAsJSON(p, r.lang))
	}
	encodeJSON(w, all)
}

// encodeJSON writes a document for a program to read.
func encodeJSON(w io.Writer, document any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(document) // as with any print: nobody is there to be told
}
