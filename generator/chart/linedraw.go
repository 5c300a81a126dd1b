package chart

import (
	"strconv"

	"referat/generator/danish"
)

// linePlot is a line's drawing while it is being made.
type linePlot struct {
	drawing
	series
	words    LineWords
	calendar calendar
	step     uint64 // between two ticks
	ticks    int    // above zero
	top      int    // of the highest tick
	zero     int    // of the axis
	radius   int    // of a mark
	spots    []spot // of the points
	joined   []pair // points with a line between them
	taken    []box  // room of marks, whiskers and brackets
}

// drawLine places first what the data decide, then the words in what room is
// left, and at last the rules, which stop where words stand.
func drawLine(s series, f form, w LineWords) *drawing {
	p := &linePlot{drawing: drawing{form: f}, series: s, words: w}
	p.scale()
	whiskers := p.measure()
	p.nameMonths()
	p.label()
	brackets := p.bracketGaps()
	p.rules()
	p.stroke("gap", 10, "", brackets)
	p.paint(whiskers)
	return &p.drawing
}

// scale finds the axes. Above the highest tick there is room for a label, left
// of them for the ticks' numbers.
func (p *linePlot) scale() {
	p.step, p.ticks = ticks(p.greatest())
	p.radius = p.marker
	if len(p.series) > dense {
		p.radius = p.marker * 2 / 3
	}
	left := 0
	for i := 0; i <= p.ticks; i++ {
		left = max(left, width(grouped(uint64(i)*p.step, p.words.Thousands), "label", p.form))
	}
	left = min(left+100, p.width/2) // a number without room is left out
	first, last := p.series[0], p.series[len(p.series)-1]
	from := first.To
	if first.From.IsZero() {
		from = danish.Date{Year: (monthOf(from) - 1) / 12, Month: (monthOf(from)-1)%12 + 1, Day: 1}
	}
	p.calendar = newCalendar(from, last.To, left, p.width-p.marker-20)

	lines := 0
	for _, i := range p.named() {
		lines = max(lines, len(p.lettering(i)))
	}
	p.top = lines*p.leading + p.radius + 60
	p.zero = p.top + p.plot
	for i := 0; i <= p.ticks; i++ {
		number := grouped(uint64(i)*p.step, p.words.Thousands)
		p.add(text{"label", atEnd, left - 100, p.tick(i) + p.font*35/100, number})
	}
}

// tick returns the height of a tick.
func (p *linePlot) tick(i int) int { return p.zero - share(p.plot, uint64(i), uint64(p.ticks)) }

// measure finds the places of points and lines, and returns the whiskers.
func (p *linePlot) measure() *path {
	whiskers := &path{}
	p.joined = p.steps()
	marked := p.marked()
	for i, point := range p.series {
		at := spot{p.calendar.x(point.To), p.zero - share(p.plot, uint64(point.Value), p.step*uint64(p.ticks))}
		p.spots = append(p.spots, at)
		if marked[i] {
			p.taken = append(p.taken, p.mark(i))
		}
		crowded := i > 0 && marked[i-1] && p.mark(i).overlaps(p.mark(i-1)) // no whisker would be seen
		if !point.From.IsZero() || crowded {
			continue
		}
		left := max(at.x-p.reach, p.calendar.left)
		if i > 0 {
			left = max(left, min(p.spots[i-1].x, at.x-2*p.radius))
		}
		p.taken = append(p.taken, box{left, at.y, at.x, at.y}.grown(10))
		whiskers.move(at.x-p.radius, at.y)
		whiskers.across(left)
	}
	return whiskers
}

// mark returns the room of a point's mark.
func (p *linePlot) mark(i int) box {
	at := p.spots[i]
	return box{at.x, at.y, at.x, at.y}.grown(p.radius)
}

// nameMonths names every month, or the first of each quarter, or the years, as
// there is room.
func (p *linePlot) nameMonths() {
	p.height = p.zero + 80 + 2*p.leading
	if every := p.calendar.monthStep(monthWidth(p.words.Months, p.form) + 120); every < 12 {
		p.nameEvery(every)
		return
	}
	p.height -= p.leading
	p.nameYears(p.calendar.monthStep(yearWidth(p.form)+80) / 12)
}

// nameEvery names each n-th month of the year, and below the year: at every
// January, and at the first name if it has room.
func (p *linePlot) nameEvery(n int) {
	c := p.calendar
	above := baseline(p.zero+80, p.form)
	var years []text
	for i := range c.count {
		month := c.month(i)
		if (month.Month-1)%n != 0 {
			continue
		}
		x := (c.x(month) + c.x(c.month(i+1))) / 2
		p.add(text{"month", atMiddle, x, above, p.words.Months[month.Month-1]})
		if month.Month == 1 || len(years) == 0 {
			years = append(years, text{"year", atMiddle, x, above + p.leading, strconv.Itoa(month.Year)})
		}
	}
	for i := len(years) - 1; i >= 0; i-- {
		p.add(years[i])
	}
}

// nameYears names each n-th year in the middle of what is shown of it, if that
// is all of it or wide enough for the name.
func (p *linePlot) nameYears(n int) {
	c := p.calendar
	for from := 0; from < c.count; {
		month := c.month(from)
		to := min(from+13-month.Month, c.count)
		if month.Year%n == 0 && (to-from == 12 || c.pitch(to-from) >= yearWidth(p.form)+80) {
			x := (c.x(month) + c.x(c.month(to))) / 2
			p.add(text{"year", atMiddle, x, baseline(p.zero+80, p.form), strconv.Itoa(month.Year)})
		}
		from = to
	}
}

// rules draws the ticks' lines and the axis with its marks.
func (p *linePlot) rules() {
	c := p.calendar
	right := c.left + c.width
	var grid, axis path
	for i := 1; i <= p.ticks; i++ {
		y := p.tick(i)
		var holes []span
		for _, t := range p.texts {
			if b := t.box(p.form); b.top < y && y < b.bottom {
				holes = append(holes, span{b.left - 30, b.right + 30})
			}
		}
		for _, part := range (span{c.left, right}).without(holes) {
			grid.move(part.from, y)
			grid.across(part.to)
		}
	}
	axis.move(c.left, p.zero)
	axis.across(right)
	every := c.monthStep(100)
	for i := 0; i <= c.count; i++ {
		if month := c.month(i); monthOf(month)%every == 0 {
			axis.move(c.x(month), p.zero)
			axis.fall(60)
		}
	}
	p.stroke("grid", 10, "", &grid)
	p.stroke("axis", 15, "", &axis)
}

// paint draws the data, the points last so that they lie on their lines.
func (p *linePlot) paint(whiskers *path) {
	p.stroke("whisker", 20, ` stroke-dasharray="2 4"`, whiskers)
	p.stroke("line", 30, ` stroke-linejoin="round"`, p.through(false))
	p.stroke("line-provisional", 30, ` stroke-linejoin="round" stroke-dasharray="6 4"`, p.through(true))
	p.circles("point", p.radius, false)
	p.circles("point-other", p.radius-10, true)
}

// through returns the line through all steps that are provisional, or through
// all that are not. A step to or from a provisional figure is provisional.
func (p *linePlot) through(provisional bool) *path {
	line := &path{}
	at := -1
	for _, step := range p.joined {
		if provisional != (p.series[step.from].Provisional || p.series[step.to].Provisional) {
			continue
		}
		if step.from != at {
			line.move(p.spots[step.from].x, p.spots[step.from].y)
		}
		line.line(p.spots[step.to].x, p.spots[step.to].y)
		at = step.to
	}
	return line
}

// circles draws the marks of the points that are open, or of those that are not.
func (p *linePlot) circles(class string, radius int, open bool) {
	circles := ""
	for i, marked := range p.marked() {
		if marked && p.series[i].open() == open {
			circles += `<circle cx="` + number(p.spots[i].x) + `" cy="` + number(p.spots[i].y) + `" r="` + number(radius) + `"/>`
		}
	}
	if circles != "" {
		p.shapes.WriteString(`<g class="` + class + `" stroke-width="3">` + circles + `</g>`)
	}
}
