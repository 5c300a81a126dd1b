package intake

import (
	"regexp"
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// start is where an item begins: its heading's lines, from line on.
type start struct {
	numbered
	count    int // of lines
	lead     int // of lines above it that name its case
	heading  string
	textAt   int // of the block's plain text: where the item's text goes on in the heading's line; -1 of none
	weight   float64
	untitled bool // no heading: the item has the meeting's name
}

// findItems decides which lines are headings of items.
//
// Every line that begins with a number is weighed: how it looks, how its number is written, whether the
// agenda knows it, what stands around it. Of each way of writing numbers the heaviest
// sequence of rising numbers is taken, and the heaviest of those are the items. Lines that the agenda knows
// by number and title are items also where they stand out of order, and without an agenda
// those that look as the others do.
func (a *analysis) findItems() {
	var families [undotted + 1][]start
	for i := a.bodyFrom(); i < len(a.lines); i++ {
		if c, ok := a.candidate(i); ok && !a.repeats(&c, &families) {
			families[c.family] = append(families[c.family], c)
		}
	}
	var best, doubtful []start
	heaviest := 0.0
	for f, candidates := range families {
		chain, weight := heaviestChain(candidates)
		if family(f) == pointed {
			chain = candidates
		}
		if weight > heaviest {
			best, doubtful = a.outOfOrder(a.withKnown(chain, candidates), candidates)
			heaviest = weight
		}
	}
	a.starts = a.withUnnumbered(best)
	for i := range a.starts {
		limit := len(a.lines)
		if i+1 < len(a.starts) {
			limit = a.starts[i+1].line
		}
		a.extend(&a.starts[i], limit)
	}
	a.doubtMissing(doubtful)
}

// repeats tells of a heading that an item has above it already, written in another way: "10. Nye træer",
// and under its Beslutning "Dagsordenspunkt 10: Nye træer".
func (a *analysis) repeats(c *start, families *[undotted + 1][]start) bool {
	for f := range families {
		for i := range families[f] {
			d := &families[f][i]
			if family(f) != c.family && d.number == c.number && c.title != "" && folded(d.title) == folded(c.title) {
				return true
			}
		}
	}
	return false
}

// bodyFrom is the first line that an item may begin at.
func (a *analysis) bodyFrom() int { return a.agenda.to }

// candidate weighs a line that begins with a number.
func (a *analysis) candidate(i int) (start, bool) {
	l := &a.lines[i]
	n, ok := numberedLine(l.text)
	if !ok || l.cells != nil && (n.family >= dotted || len(l.cells) > 2 || n.title == "") { // in columns: "Pkt. 1" and its title
		return start{}, false
	}
	n.line = i
	c := start{numbered: n, textAt: -1, weight: 0.5}
	bareTitle := a.bareTitle(n.title)
	switch {
	case n.family == pointed && n.title != "" && !capital(n.title),
		n.family >= dotted && (n.title == "" || strings.HasPrefix(n.title, "at ")),
		n.family == pointed && !l.first && !capital(n.label),
		n.family == pointed && sentenceLike(n.title) && strings.HasPrefix(folded(n.title), "blev "):
		return start{}, false
	}
	known := a.agendaMatch(n.number, bareTitle)
	c.weight += known
	c.weight += [...]float64{pointed: 2, answered: 0, dotted: 0, undotted: -1.2}[n.family]
	if n.family == answered && (len(a.agenda.entries) > 0 || l.marked()) {
		c.weight += 1 // without an agenda "Ad 1" answers a proposal
	}
	if n.family == dotted && l.alone() && !sentenceLike(n.title) {
		c.weight += 0.4
	}
	switch {
	case l.block.Kind == manuscript.Heading:
		c.weight += 3
	case l.marked():
		c.weight += 2
	case l.block.Kind == manuscript.Entry && l.block.Level > 0:
		c.weight -= 1
	}
	if known < 3 {
		c.weight += a.surroundings(i, &n)
	}
	return c, c.weight > 0
}

// surroundings weighs what stands before and after a line, and how its title reads.
func (a *analysis) surroundings(i int, n *numbered) float64 {
	l, w := &a.lines[i], 0.0
	if !l.first {
		w -= 0.7
	}
	if n.title != "" && !capital(n.title) {
		w -= 1.5
	}
	if n.family != answered && sentenceLike(n.title) {
		w -= 1
	}
	if i > 0 && strings.HasSuffix(a.lines[i-1].text, ":") && !l.marked() && a.sectionName(&a.lines[i-1]) == "" {
		w -= 1
	}
	if i > 0 && a.sectionName(&a.lines[i-1]) != "" && !l.marked() {
		w -= 0.7
	}
	if i+1 < len(a.lines) && !l.marked() {
		if m, ok := numberedLine(a.lines[i+1].text); ok && m.family == n.family && m.next(n) {
			w -= 0.7
		}
	}
	if i > 0 && !l.marked() {
		if m, ok := numberedLine(a.lines[i-1].text); ok && m.family == n.family && n.next(&m) {
			return w - 0.8 // the end of a list, or an item behind one without text
		}
	}
	for j := i + 1; j < min(i+6, len(a.lines)); j++ {
		if a.sectionName(&a.lines[j]) != "" {
			return w + 1
		}
	}
	return w
}

// agendaMatch weighs what the agenda knows of a number and a title.
func (a *analysis) agendaMatch(number, title string) float64 {
	best := 0.0
	for i := range a.agenda.entries {
		e := &a.agenda.entries[i]
		same := title != "" && alike(a.bareTitle(e.title), title)
		switch {
		case same && e.number == number:
			return 4
		case same:
			best = max(best, 3)
		case e.number == number:
			best = max(best, 0.5)
		}
	}
	return best
}

// heaviestChain is the heaviest sequence of candidates whose numbers rise. A gap weighs against it.
func heaviestChain(c []start) ([]start, float64) {
	const gap = 0.4
	total, from := make([]float64, len(c)), make([]int, len(c))
	best := -1
	for i := range c {
		total[i], from[i] = c[i].weight, -1
		if c[i].parts[0] > 1 {
			total[i] -= gap
		}
		for j := range i {
			if !c[i].after(&c[j].numbered) {
				continue
			}
			w := total[j] + c[i].weight
			if !c[i].next(&c[j].numbered) {
				w -= gap
			}
			if w > total[i] {
				total[i], from[i] = w, j
			}
		}
		if best < 0 || total[i] > total[best] {
			best = i
		}
	}
	if best < 0 {
		return nil, 0
	}
	var chain []start
	for i := best; i >= 0; i = from[i] {
		chain = append(chain, c[i])
	}
	slices.Reverse(chain)
	return chain, total[best]
}

// withKnown adds the candidates out of order that the agenda knows by number and title.
func (a *analysis) withKnown(chain, candidates []start) []start {
	has := map[string]bool{}
	for _, c := range chain {
		has[c.number] = true
	}
	for _, c := range candidates {
		if !has[c.number] && a.agendaMatch(c.number, a.bareTitle(c.title)) >= 4 {
			has[c.number] = true
			chain = append(chain, c)
		}
	}
	slices.SortFunc(chain, func(x, y start) int { return x.line - y.line })
	return chain
}

// withUnnumbered adds the headings without number: those that are titles of the agenda which no item
// has, and those that look as the items' own.
func (a *analysis) withUnnumbered(chain []start) []start {
	level := a.itemLevel(chain)
	taken := map[int]bool{}
	covered := make([]bool, len(a.agenda.entries))
	for _, c := range chain {
		taken[c.line] = true
		for i := range a.agenda.entries {
			covered[i] = covered[i] || alike(a.bareTitle(a.agenda.entries[i].title), a.bareTitle(c.title))
		}
	}
	for i := a.bodyFrom(); i < len(a.lines); i++ {
		l := &a.lines[i]
		if taken[i] || !l.first || len(l.text) > 2*longestTitle || l.cells != nil || a.sectionName(l) != "" || a.isFrontHeading(l) {
			continue
		}
		inside := len(chain) > 0 && i > chain[0].line
		found := l.block.Kind == manuscript.Heading && l.block.Level == level && level > 0 && (inside || len(chain) == 0)
		for e := range a.agenda.entries {
			if !covered[e] && a.isTitle(l, &a.agenda.entries[e]) {
				covered[e], found = true, true
				break
			}
		}
		if found {
			chain = append(chain, start{numbered: numbered{line: i, title: l.text}, textAt: -1})
			taken[i] = true
		}
	}
	slices.SortFunc(chain, func(x, y start) int { return x.line - y.line })
	return chain
}

// isTitle tells that a line is the title of an agenda's entry: in other words only if it looks as a heading.
func (a *analysis) isTitle(l *line, e *agendaEntry) bool {
	if !l.marked() && !l.alone() {
		return false
	}
	title, text := a.bareTitle(e.title), a.bareTitle(l.text)
	if l.marked() {
		return alike(title, text)
	}
	return folded(title) == folded(text) && l.block.Kind == manuscript.Paragraph
}

// itemLevel is the level of headings that the items have; without numbered items, the highest
// level that has two headings or more which are no sections.
func (a *analysis) itemLevel(chain []start) int {
	count := map[int]int{}
	for _, c := range chain {
		if b := a.lines[c.line].block; b.Kind == manuscript.Heading {
			count[b.Level]++
		}
	}
	if len(chain) == 0 {
		for i := a.bodyFrom(); i < len(a.lines); i++ {
			l := &a.lines[i]
			if l.block.Kind == manuscript.Heading && a.sectionName(l) == "" && !a.isFrontHeading(l) {
				count[l.block.Level]++
			}
		}
	}
	level := 0
	for l, n := range count {
		if l > 0 && (len(chain) > 0 && n > count[level] || len(chain) == 0 && n > 1 && (level == 0 || l < level)) {
			level = l
		}
	}
	return level
}

// isFrontHeading tells of the headings that no item has: the kind of document, its parts.
func (a *analysis) isFrontHeading(l *line) bool {
	_, people := peopleHeading(l.text)
	_, _, label := labelled(l.text)
	return people || label && l.first && strings.Contains(l.text, ":") || agendaHeading().MatchString(l.text) || typeLine().MatchString(l.text) || meetingTitle().MatchString(l.text) ||
		closedHeading().MatchString(l.text) || openHeading().MatchString(l.text)
}

// extend finds how many lines a heading has.
func (a *analysis) extend(s *start, limit int) {
	s.count, s.heading = 1, a.lines[s.line].text
	if s.family == answered || s.family >= dotted {
		if a.sentenceAtHead(s) {
			return
		}
	}
	for i := s.line + 1; i < limit && a.continues(s, i); i++ {
		s.heading += " " + a.lines[i].text
		s.title = strings.TrimSpace(s.title + " " + a.lines[i].text)
		s.count++
	}
}

// sentenceAtHead leaves a sentence behind a number to the text: "Ad 1. Dagsordenen blev godkendt."
func (a *analysis) sentenceAtHead(s *start) bool {
	l := &a.lines[s.line]
	if s.family != answered || s.title == "" || a.agendaMatch(s.number, a.bareTitle(s.title)) >= 3 && !sentenceLike(s.title) {
		return false
	}
	long := sentenceLike(s.title) || s.line+1 < len(a.lines) && a.lines[s.line+1].follows(l) && len(s.title) > 40
	if !long {
		return false
	}
	s.heading = s.label
	s.textAt = l.from
	if m := wordsPattern(s.label).FindStringIndex(manuscript.Plain(l.block.Text)[l.from:l.to]); m != nil {
		s.textAt = l.from + m[1]
	}
	s.title = ""
	return true
}

// wordsPattern finds words with any white space between them.
func wordsPattern(words string) *regexp.Regexp {
	fields := strings.Fields(words)
	for i := range fields {
		fields[i] = regexp.QuoteMeta(fields[i])
	}
	return regexp.MustCompile(strings.Join(fields, `\s*`))
}

var (
	unfinished = pattern.Of(`(?i)(?:\s(?:og|samt|eller|af|for|i|til|med|på|om|fra|ved|vedr\.?|vedrørende|den|det|de|en|et|ifm\.|under|efter|kl\.|v/)|[,(–-]|v/)$`)
	oneName    = pattern.Of(`v/\s*\p{Lu}[\p{L}.-]*$`)
)

// continues tells that a line goes on with an item's heading.
func (a *analysis) continues(s *start, i int) bool {
	l, before := &a.lines[i], &a.lines[i-1]
	if l.cells != nil || a.sectionName(l) != "" || subLetter().MatchString(l.text) {
		return false
	}
	if _, ok := a.candidate(i); ok {
		return false
	}
	switch {
	case s.title == "" && s.number != "": // the title stands below the number
		return s.count == 1 && !sentenceLike(l.text) && a.runInName(l) == "" && capital(l.text)
	case presenterFirst().MatchString(l.text):
		return !strings.Contains(s.heading, "v/") && len(l.text) < 80
	case l.index != before.index:
		return false
	case before.marked() && !l.block.Wrapped:
		return true
	case !l.block.Wrapped:
		return false
	case unfinished().MatchString(s.heading):
		return true
	case oneName().MatchString(s.heading):
		return len(strings.Fields(l.text)) <= 3 && nameLike("X "+l.text)
	}
	return a.titleGoesOn(s, l)
}

// titleGoesOn asks the agenda whether a title is whole; without it, a short line that ends the
// paragraph goes on with a long one.
func (a *analysis) titleGoesOn(s *start, l *line) bool {
	have, more := tokens(a.bareTitle(s.title)), tokens(l.text)
	for i := range a.agenda.entries {
		e := &a.agenda.entries[i]
		title := tokens(a.bareTitle(e.title))
		if e.number != s.number || len(title) < len(have) || !slices.Equal(title[:len(have)], have) {
			continue
		}
		return len(title) > len(have) && len(more) > 0 && title[len(have)] == more[0]
	}
	if l.block.Strong {
		return true
	}
	last := strings.TrimSpace(manuscript.Plain(l.block.Text)[l.to:]) == ""
	return last && !sentenceLike(l.text) && len(a.lines[s.line].text) > 60 && len(strings.Fields(l.text)) < 6
}
