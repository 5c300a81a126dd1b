package text

import (
	"slices"
	"strconv"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

var (
	pageNumber  = pattern.Of(`(?i)^(?:(?:side|page|s\.)\s*\d+(?:\s*(?:af|/|of|–|-)\s*\d+)?|[-–]\s*\d+\s*[-–])$`)
	edgeNumber  = pattern.Of(`^\d+(?:\s*(?:/|af)\s*\d+)?$`) // a page's number only where a page begins or ends
	pageAtEnd   = pattern.Of(`(?i)(?:side|page)\s*\d+(?:\s*(?:af|/|of)\s*\d+)?$`)
	marginNoise = pattern.Of(`(?i)^(?:til toppen|fold (?:alle )?(?:ud|ind|sammen)|(?:ud|sammen)fold(?: alle)?|vis mindre)$`)
	ruleOfSigns = pattern.Of(`^[-_=*~.·–—#+\s]{3,}$`)
	digits      = pattern.Of(`\d+`)
	ofTheText   = pattern.Of(`(?i)^(?:pkt\.?|punkt|ad|sag|bilag|dagsordenspunkt|beslutning|indstilling|behandling|afbud|fraværende|deltag)`)
	namesMatter = pattern.Of(`(?i)referat|møde|dagsorden|beslutningsprotokol`)
)

// edgeLines is how many lines of a page's head or foot can be furniture.
const edgeLines = 4

// setAside takes page furniture, page numbers, noise of web pages and rules of signs out of the lines.
func (r *reader) setAside() {
	why := make([]manuscript.Reason, len(r.lines))
	tails := map[string]int{}
	for i := range r.lines {
		text := r.lines[i].text
		switch {
		case pageNumber().MatchString(text):
			why[i] = manuscript.PageNumber
		case marginNoise().MatchString(text):
			why[i] = manuscript.Furniture
		case ruleOfSigns().MatchString(text):
			why[i] = manuscript.Decoration
		case endsInPage(text):
			tails[fold(text)]++
		}
	}
	for i := range r.lines {
		if text := r.lines[i].text; endsInPage(text) && tails[fold(text)] > 1 {
			why[i] = manuscript.Furniture
		}
	}
	if r.paged {
		r.findEdges(why)
	}
	r.drop(why)
}

// fold is what a line has in common with its copies on other pages.
func fold(text string) string {
	return digits().ReplaceAllString(strings.ToLower(spaced(text)), "#")
}

// spaced puts single spaces between words.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// edge is a line at the head or foot of a page, by the way from there.
type edge struct {
	line int
	page int
}

// findEdges finds what is repeated at the heads and feet of pages, from the edge inwards and
// no further than the first line that is not. The head of the first page stays when it
// says what the document is.
func (r *reader) findEdges(why []manuscript.Reason) {
	heads, feet := r.edges()
	for _, side := range [][][]int{heads, feet} {
		reasons := r.repeated(side)
		for page, lines := range side {
			for _, i := range lines {
				reason := reasons[fold(r.lines[i].text)]
				if why[i] == "" && reason == "" {
					break
				}
				if page == 0 && i < edgeLines && namesMatter().MatchString(r.lines[i].text) {
					continue
				}
				if why[i] == "" {
					why[i] = reason
				}
			}
		}
	}
}

// repeated are the lines, folded, that stand at this edge of many pages, and why they are set aside.
func (r *reader) repeated(side [][]int) map[string]manuscript.Reason {
	copies := map[string][]edge{}
	for page, lines := range side {
		for _, i := range lines {
			key := fold(r.lines[i].text)
			copies[key] = append(copies[key], edge{i, page})
		}
	}
	reasons := map[string]manuscript.Reason{}
	for key, c := range copies {
		reasons[key] = r.furniture(c, len(side))
	}
	return reasons
}

// edges are the first and last lines of every page, from the edge inwards.
func (r *reader) edges() (heads, feet [][]int) {
	for from := 0; from < len(r.lines); {
		to := from
		for to < len(r.lines) && r.lines[to].page == r.lines[from].page {
			to++
		}
		var head, foot []int
		for n := 0; n < edgeLines && from+n < to; n++ {
			head, foot = append(head, from+n), append(foot, to-1-n)
		}
		heads, feet = append(heads, head), append(feet, foot)
		from = to
	}
	return heads, feet
}

// furniture tells why a line that stands at this edge of many pages is set aside, if it is. Numbers in it may differ as
// those of the pages do; one or two words without a number are a section's heading
// as easily as a page's head, so they must stand on nearly all of three pages or more.
func (r *reader) furniture(copies []edge, pages int) manuscript.Reason {
	l := &r.lines[copies[0].line]
	on := map[int]bool{}
	for _, c := range copies {
		on[c.page] = true
	}
	n := len(on)
	switch {
	case n < 2 || !r.counts(copies) || len(l.gaps()) > 1:
		return ""
	case edgeNumber().MatchString(l.text):
		return manuscript.PageNumber
	case ofTheText().MatchString(l.text) || markPattern().MatchString(l.text) || label().MatchString(l.text) || isSentence(l.text):
		return "" // what is said at every item, at the end of its page too
	case len(strings.Fields(l.text)) < 3 && !digits().MatchString(l.text) && widest(l.gaps()) < wideGap && (n < 3 || n*5 < pages*4):
		return ""
	case n*2 < pages:
		return ""
	}
	return manuscript.Furniture
}

// counts tells that numbers are the same in all copies, or rise from page to page as pages do.
func (r *reader) counts(copies []edge) bool {
	first := digits().FindAllString(r.lines[copies[0].line].text, -1)
	for _, c := range copies[1:] {
		for k, number := range digits().FindAllString(r.lines[c.line].text, -1) {
			a, _ := strconv.Atoi(first[k])
			b, _ := strconv.Atoi(number)
			if a != b && b-a != r.lines[c.line].page-r.lines[copies[0].line].page {
				return false
			}
		}
	}
	return true
}

// drop takes lines out. What follows a page's number or foot opens a page.
func (r *reader) drop(why []manuscript.Reason) {
	kept := slices.Clip(r.lines[:0])
	opens, blank := false, 0
	for i, l := range r.lines {
		if why[i] != "" {
			r.aside(spaced(l.text), why[i], l.at())
			opens = opens || l.opens || why[i] == manuscript.PageNumber || endsInPage(l.text)
			blank = max(blank, l.blank)
			continue
		}
		l.opens, l.blank = l.opens || opens, max(l.blank, blank)
		opens, blank = false, 0
		kept = append(kept, l)
	}
	r.lines = kept
}

// endsInPage tells that a line ends in the number of a page.
func endsInPage(text string) bool { return endsDigit(text) && pageAtEnd().MatchString(text) }
