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
	"strings"

	"referat/generator/inspect"
	"referat/generator/inspect/found"
	"referat/generator/source"
)

// wantsStrip tells that check is asked to clean files, which has nothing to do with a site.
func wantsStrip(args []string) bool {
	return slices.Contains(args, "--strip") || slices.Contains(args, "-strip")
}

// stripped is what became of a file that was to be cleaned.
type stripped struct {
	file, copy string
	removed    []inspect.Trace
	problem    *source.Problem
}

// runStrip is the command check --strip: it writes a cleaned copy beside each file, and never anything over another.
func runStrip(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var o options
	var files []string
	f := flag.NewFlagSet("check", flag.ContinueOnError)
	f.Bool("strip", false, "")
	f.BoolVar(&o.json, "json", false, "")
	err := o.readSite(f, args, func(file string) bool { files = append(files, file); return true })
	if err == nil && len(files) == 0 {
		err = misuse(source.UsageStrip)
	}
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	lang := languageOf(args)
	status := exitDone
	var all []stripped
	for _, file := range files {
		if ctx.Err() != nil {
			break
		}
		s := strip(file)
		if s.problem != nil && s.problem.Severity() == source.Error {
			status = exitProblems
		}
		all = append(all, s)
	}
	if o.json {
		printStrippedJSON(stdout, all, lang)
		return status
	}
	for _, s := range all {
		s.print(stdout, stderr, lang)
	}
	return status
}

// strip cleans one file.
func strip(file string) stripped {
	s := stripped{file: filepath.ToSlash(file)}
	fail := func(code source.Code, args ...any) stripped {
		p := source.At(source.Pos{Path: source.Path(s.file)}, code, args...)
		s.problem, s.copy = &p, ""
		return s
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return fail(source.FileUnreadable, source.Because(err))
	}
	if isPDF(data) {
		return fail(source.StripFormat, "", "pdf")
	}
	cleaned, removed, err := inspect.Strip(filepath.Base(file), data)
	if refusal := (*inspect.Refusal)(nil); errors.As(err, &refusal) {
		switch refusal.Why {
		case inspect.Format:
			return fail(source.StripFormat, "other")
		case inspect.Decision:
			return fail(source.StripDecision, string(refusal.Traces[0].Kind), some(pathsOf(refusal.Traces)))
		}
		return fail(source.StripFailed, string(cmp.Or(refusal.Unread.Why, found.Damaged)), refusal.Unread.Path)
	}
	if len(removed) == 0 {
		if unread := inspect.File(filepath.Base(file), data, found.Usual(), nil).Unread; len(unread) > 0 {
			return fail(source.StripFailed, string(unread[0].Why), unread[0].Path)
		}
		return fail(source.StripNothing)
	}
	ext := filepath.Ext(file)
	to := strings.TrimSuffix(file, ext) + ".renset" + ext
	s.copy, s.removed = filepath.ToSlash(to), removed
	switch err := writeNew(to, cleaned); {
	case errors.Is(err, os.ErrExist):
		return fail(source.StripExists, s.copy)
	case err != nil:
		return fail(source.OutputUnusable, source.Because(err))
	}
	return s
}

// writeNew writes a file where there is none. What it could not write whole it takes away again.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(name)
	}
	return err
}

func pathsOf(traces []inspect.Trace) []string {
	var paths []string
	for _, t := range traces {
		if t.Path != "" && !slices.Contains(paths, t.Path) {
			paths = append(paths, t.Path)
		}
	}
	return paths
}

// print says what was removed, or why nothing could be.
func (s stripped) print(stdout, stderr io.Writer, lang string) {
	if s.problem != nil {
		printProblem(stderr, *s.problem, lang)
		return
	}
	var words []string
	byKind := map[found.TraceKind][]inspect.Trace{}
	for _, t := range s.removed {
		byKind[t.Kind] = append(byKind[t.Kind], t)
	}
	for _, t := range s.removed {
		if same := byKind[t.Kind]; len(same) > 0 {
			words = append(words, fmt.Sprintf("%s (%s)", source.InWords(source.AttachmentTrace, string(t.Kind), lang), some(pathsOf(same))))
			delete(byKind, t.Kind)
		}
	}
	format := "%s: renset kopi i %s; fjernet: %s\n"
	if lang != "da" {
		format = "%s: cleaned copy in %s; removed: %s\n"
	}
	_, _ = fmt.Fprintf(stdout, format, shownPath(source.Path(s.file)), shownPath(source.Path(s.copy)), strings.Join(words, "; "))
}

// printStrippedJSON writes the same for a program to read.
func printStrippedJSON(w io.Writer, all []stripped, lang string) {
	type copied struct {
		File    source.Path `json:"file"`
		Copy    source.Path `json:"copy"`
		Removed []jsonTrace `json:"removed"`
	}
	report := struct {
		Problems []jsonProblem `json:"problems"`
		Cleaned  []copied      `json:"cleaned"`
	}{[]jsonProblem{}, []copied{}}
	for _, s := range all {
		if s.problem != nil {
			report.Problems = append(report.Problems, problemAsJSON(*s.problem, lang))
			continue
		}
		report.Cleaned = append(report.Cleaned, copied{shownPath(source.Path(s.file)), shownPath(source.Path(s.copy)), eachAs(s.removed, traceAsJSON)})
	}
	encodeJSON(w, report)
}
