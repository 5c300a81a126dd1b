package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"referat/generator/source"
)

// print writes the problems to stderr, information too, and how much was looked at to stdout.
func (c *checked) print(stdout, stderr io.Writer, out string) {
	printMost(stderr, c.problems, nil, source.Information, c.lang)
	if !c.built {
		_, _ = fmt.Fprintln(stderr, c.failure(out))
		return
	}
	_, _ = fmt.Fprintln(stdout, c.summary(out))
}

// summary says how much was looked at, and how many problems there are.
func (c *checked) summary(out string) string {
	errors, warnings, notes := source.Errors(c.problems), c.warnings(), source.Count(c.problems, source.Information)
	took := fmt.Sprintf("%.2f", c.took.Round(time.Millisecond).Seconds())
	if c.lang == "da" {
		return fmt.Sprintf("%s: %d %s, %d %s og %d %s undersøgt, %d fejl, %d %s, %d %s, %s s", out,
			c.looked.Pages, plural(c.looked.Pages, "side", "sider"), c.looked.Files, plural(c.looked.Files, "fil", "filer"),
			c.looked.Addresses, plural(c.looked.Addresses, "adresse", "adresser"), errors, warnings, plural(warnings, "advarsel", "advarsler"),
			notes, plural(notes, "oplysning", "oplysninger"), strings.Replace(took, ".", ",", 1))
	}
	return fmt.Sprintf("%s: %d %s, %d %s and %d %s checked, %d %s, %d %s, %d %s, %s s", out,
		c.looked.Pages, plural(c.looked.Pages, "page", "pages"), c.looked.Files, plural(c.looked.Files, "file", "files"),
		c.looked.Addresses, plural(c.looked.Addresses, "address", "addresses"), errors, plural(errors, "error", "errors"),
		warnings, plural(warnings, "warning", "warnings"), notes, plural(notes, "piece of information", "pieces of information"), took)
}

// checkSummary is how much a check has looked at and found.
type checkSummary struct {
	Pages        int   `json:"pages"`
	Files        int   `json:"files"`
	Addresses    int   `json:"addresses"` // distinct ones of the site's own
	Outside      int   `json:"outside"`   // distinct ones of other sites
	Errors       int   `json:"errors"`
	Warnings     int   `json:"warnings"`
	Information  int   `json:"information"`
	Milliseconds int64 `json:"milliseconds"`
}

// printJSON writes everything for a program to read.
func (c *checked) printJSON(w io.Writer) {
	all := struct {
		Problems    []jsonProblem    `json:"problems"`
		Attachments []jsonAttachment `json:"attachments"`
		Summary     checkSummary     `json:"summary"`
	}{[]jsonProblem{}, attachmentsAsJSON(c.attachments), checkSummary{c.looked.Pages, c.looked.Files, c.looked.Addresses, len(c.looked.Outside),
		source.Errors(c.problems), c.warnings(), source.Count(c.problems, source.Information), c.took.Milliseconds()}}
	for _, p := range c.problems {
		all.Problems = append(all.Problems, problemAsJSON(p, c.lang))
	}
	encodeJSON(w, all)
}
