package site

import (
	"slices"
	"strconv"
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/source"
)

// Slips holds what texts say against what other files say: numbers against the series of
// their unit and time, how many subjects there are, names in tables of subjects. Nothing
// that readers see depends on it.
func (s *Site) Slips() []source.Problem {
	c := collation{site: s, names: map[string]bool{}, listed: map[string]string{}}
	for _, series := range s.series {
		c.units = append(c.units, foldText(series.Unit))
	}
	for _, g := range s.subjects {
		c.know(g.Title)
		for _, a := range g.Aliases {
			c.know(a.Name)
		}
	}
	s.docs.Each(func(p *content.Parsed) {
		if p.Prose != nil && (p.Minutes == nil || p.Minutes.Held()) {
			c.compare(p.Prose)
		}
	})
	return c.problems
}

// collation is what texts are held against.
type collation struct {
	site     *Site
	names    map[string]bool   // of subjects, folded
	listed   map[string]string // the names that tables list, and what each says that is none; "" of those that are
	units    []string          // of the series, folded
	problems []source.Problem
}

func (c *collation) know(name string) { c.names[foldText(name)] = true }

func (c *collation) compare(p *content.Prose) {
	for _, f := range p.Figures {
		c.figure(f)
	}
	n := len(c.site.subjects)
	for _, t := range p.Totals {
		// A number of some of them may stand in any text, one of nearly all or of more than all is meant as all.
		if n > 0 && t.Value != n && (t.All || 2*t.Value > n) {
			c.problems = append(c.problems, source.At(t.Pos, source.TotalDiffers, t.Words, n))
		}
	}
	for _, l := range p.Listed {
		if n == 0 {
			break
		}
		if name := c.unknown(l.Name); name != "" {
			c.problems = append(c.problems, source.At(l.Pos, source.UnknownName, name, l.Column, source.Nearest(name, c.titles())))
		}
	}
}

// unknown is the name that a line of a table has, when no subject has it; else "". The same few
// stand in the tables of many meetings.
func (c *collation) unknown(line string) string {
	name, met := c.listed[line]
	if !met {
		name = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(line, " ,;"), " og"), " ,;")
		if c.names[foldText(name)] {
			name = ""
		}
		c.listed[line] = name
	}
	return name
}

func (c *collation) titles() []string {
	titles := make([]string, len(c.site.subjects))
	for i, g := range c.site.subjects {
		titles[i] = g.Title
	}
	return titles
}

// figure compares a number with those that the series of its unit have at its time. It is
// right when one of them has it.
func (c *collation) figure(f content.Figure) {
	var other *content.Row
	var in *content.Series
	words := foldText(f.Of)
	for i, s := range c.site.series {
		if !counts(words, c.units[i]) {
			continue
		}
		for i := range s.Rows {
			if row := &s.Rows[i]; row.Date.AsOf() == f.Date.AsOf() {
				if row.Value == f.Value {
					return
				}
				other, in = row, s
			}
		}
	}
	if other != nil {
		c.problems = append(c.problems, source.At(f.Pos, source.FigureDiffers, f.Words, in.Unit, inSentence(f.Date.Words), string(in.CSV), danish.Number(other.Value, ".")))
	}
}

// inSentence puts a time's words, which may have begun a sentence, as they stand inside a
// Danish one: "ved udgangen af oktober 2023", "den 31. oktober 2023", "ultimo oktober 2023".
func inSentence(words string) string {
	words = strings.ToLower(words)
	switch first, _, _ := strings.Cut(words, " "); {
	case first == "udgangen":
		return "ved " + words
	case first == "slutningen":
		return "i " + words
	case strings.HasSuffix(first, "."):
		return "den " + words
	}
	return words
}

// counts tells that words after a number begin with a unit, both folded.
func counts(words, unit string) bool {
	return unit != "" && (words == unit || strings.HasPrefix(words, unit+" "))
}

// leastWords is how many words a text needs for its reading ease to mean something.
const leastWords = 30

// A summary is written for everybody: short, and easy to read.
const (
	longestSummary = 120
	hardSummary    = 45
)

// Information is what is good to know of texts, though nothing is wrong: abbreviations that
// nobody explains, and how easy texts in Danish are to read.
func Information(docs *content.Documents) []source.Problem {
	var list []source.Problem
	terms := map[string]bool{}
	for _, t := range docs.Settings.Glossary {
		terms[t.Term] = true
	}
	docs.Each(func(p *content.Parsed) {
		if p.Prose == nil || p.Minutes != nil && !p.Minutes.Held() {
			return
		}
		for _, c := range p.Prose.Capitals {
			if !terms[c.Word] {
				list = append(list, source.At(c.Pos, source.Unexplained, c.Word, several(c.Times)))
			}
		}
		if path, lang := documentOf(p); lang == "da" || lang == "" && docs.Settings.Language == "da" {
			list = append(list, reading(p, path)...)
		}
	})
	return list
}

// documentOf is the file of a document's text, and its language; "" is the site's.
func documentOf(p *content.Parsed) (path source.Path, lang string) {
	switch {
	case p.Minutes != nil:
		return p.Minutes.Path, p.Minutes.Lang
	case p.Committee != nil:
		return p.Committee.Path, ""
	case p.Subject != nil:
		return p.Subject.Path, ""
	case p.Page != nil:
		return p.Page.Path, p.Page.Lang
	}
	return "", "none"
}

func reading(p *content.Parsed, path source.Path) (list []source.Problem) {
	if r := p.Prose.Reading; r.Words >= leastWords {
		lix := r.LIX()
		level := slices.Index([]bool{lix < 35, lix < 45, lix < 55, true}, true)
		args := []any{lix, "", "", "", ""}
		args[1+level] = source.Given(true)
		list = append(list, source.At(source.Pos{Path: path}, source.ReadingEase, args...))
	}
	if p.Minutes != nil && p.Minutes.Summary != "" {
		var r danish.Readability
		r.Add(p.Minutes.Summary)
		if lix := r.LIX(); r.Words > longestSummary || r.Words >= leastWords && lix >= hardSummary {
			list = append(list, source.At(source.Pos{Path: path}, source.SummaryHard, r.Words, lix))
		}
	}
	return list
}

// several is how often something stands; "" of once.
func several(times int) string {
	if times == 1 {
		return ""
	}
	return strconv.Itoa(times)
}
