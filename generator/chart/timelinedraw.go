package chart

import "strconv"

// Lengths of a timeline, in tenths of a unit.
const (
	barHalf    = 55
	capHalf    = 50
	rowGap     = 80  // between two rows
	blockGap   = 120 // more, above a block
	timeMargin = 110 // right of the last month, so that a diamond fits
)

// timePlot is a timeline's drawing while it is being made.
type timePlot struct {
	drawing
	rows     []Row
	reports  []report
	months   [12]string
	calendar calendar
	head     int   // bottom of the names of years and months
	middles  []int // height of each row's bar
}

func drawTimeline(rows []Row, f form, w TimelineWords) *drawing {
	p := &timePlot{drawing: drawing{form: f}, rows: rows, reports: reports(rows), months: w.Months}
	p.scale()
	every := p.nameMonths()
	p.nameRows()
	p.rules(every)
	p.bars()
	p.diamonds()
	return &p.drawing
}

// scale lays out the months. They begin at the left edge or beside the names;
// the edge moves in when half a diamond would be cut off.
func (p *timePlot) scale() {
	first, last := extent(p.rows)
	left := 10
	if p.names > 0 {
		left = p.names + 100
	}
	p.calendar = newCalendar(first, last, left, p.width-timeMargin)
	for _, r := range p.reports {
		if p.reportX(r) < p.diamond+10 {
			p.calendar = newCalendar(first, last, p.diamond+10, p.width-timeMargin)
			break
		}
	}
	p.head = 2*p.leading + 60
}

// reportX returns the middle of the days in which a report comes.
func (p *timePlot) reportX(r report) int {
	return (p.calendar.x(r.row.ReportFrom) + p.calendar.x(r.row.ReportTo.AddDays(1))) / 2
}

// nameMonths writes the years above the January lines and under them every
// second month, or fewer, whose distance it returns. A year that began before
// the first month is named above that if there is room.
func (p *timePlot) nameMonths() int {
	c := p.calendar
	name, year := monthWidth(p.months, p.form)+80, yearWidth(p.form)+80
	every := max(2, c.monthStep(name))
	if every == 3 && c.pitch(2) >= name {
		every = 2
	}
	years := max(12, c.monthStep(year))
	var early []text
	for i := range c.count {
		month := c.month(i)
		year := text{"year", atStart, c.x(month) + 40, baseline(0, p.form), strconv.Itoa(month.Year)}
		if monthOf(month)%years == 0 {
			p.add(year)
		} else if i == 0 {
			early = append(early, year)
		}
		if every < 12 && monthOf(month)%every == 0 {
			p.add(text{"month", atStart, c.x(month) + 40, baseline(p.leading, p.form), p.months[month.Month-1]})
		}
	}
	for _, year := range early {
		p.add(year)
	}
	return every
}

// nameRows writes the names, wrapped, and finds the height of each bar: beside
// the middle of its name, or under it.
func (p *timePlot) nameRows() {
	top := p.head
	for i, row := range p.rows {
		if row.NewBlock && i > 0 {
			top += blockGap
		}
		left, limit := 0, p.names
		if p.names == 0 {
			left, limit = p.besideBracket(i)
		}
		lines := wrap(row.Name, "label", limit, p.form)
		for n, line := range lines {
			p.add(text{"label", atStart, left, baseline(top+n*p.leading, p.form), line})
		}
		if p.names > 0 {
			high := max(len(lines), 1) * p.leading
			p.middles = append(p.middles, top+high/2)
			top += high + rowGap
		} else {
			top += len(lines)*p.leading + 40 + barHalf
			p.middles = append(p.middles, top)
			top += barHalf + rowGap
		}
	}
	p.height = top
}

// besideBracket returns where the name above a bar begins and how wide it may
// be: the whole drawing, or the wider side of a bracket that comes down there.
func (p *timePlot) besideBracket(i int) (left, limit int) {
	for _, r := range p.reports {
		if r.from < i && i <= r.to {
			x := p.reportX(r)
			before, after := x-p.arm-40, x+p.diamond+40
			if p.width-after > before {
				return after, p.width - after
			}
			return 0, before
		}
	}
	return 0, p.width
}

// rules draws a line at each January and each named month, and at every other
// month too where they are not close. The lines stop where words stand.
func (p *timePlot) rules(every int) {
	c := p.calendar
	var grid, axis path
	for i := 0; i <= c.count; i++ {
		month := c.month(i)
		named := monthOf(month)%every == 0
		lines, top := &grid, p.leading
		switch {
		case named && month.Month == 1:
			lines, top = &axis, 0
		case !named && every < 12 && c.pitch(1) >= 240:
			top = p.head
		case !named:
			continue
		}
		x := c.x(month)
		var holes []span
		for _, t := range p.texts {
			if b := t.box(p.form); b.left-20 < x && x < b.right+20 {
				holes = append(holes, span{b.top, b.bottom})
			}
		}
		for _, part := range (span{top, p.height}).without(holes) {
			lines.move(x, part.from)
			lines.down(part.to)
		}
	}
	p.stroke("grid", 10, "", &grid)
	p.stroke("axis", 15, "", &axis)
}

// bars draws the periods. A day ends where the next begins.
func (p *timePlot) bars() {
	c := p.calendar
	var whiskers path
	bars := ""
	for i, row := range p.rows {
		if row.StartFrom.IsZero() {
			continue
		}
		y := p.middles[i]
		outer := span{c.x(row.StartFrom), c.x(row.EndTo.AddDays(1))}
		inner := span{c.x(row.StartTo), c.x(row.EndFrom.AddDays(1))}
		if inner.from >= inner.to {
			whiskers.cap(outer.from, y, capHalf)
			whiskers.across(outer.to)
			whiskers.cap(outer.to, y, capHalf)
			continue
		}
		for _, end := range [...]span{{outer.from, inner.from}, {outer.to, inner.to}} {
			if end.from != end.to {
				whiskers.cap(end.from, y, capHalf)
				whiskers.across(end.to)
			}
		}
		bars += `<rect x="` + number(inner.from) + `" y="` + number(y-barHalf) +
			`" width="` + number(inner.to-inner.from) + `" height="` + number(2*barHalf) + `"/>`
	}
	p.stroke("whisker", 20, "", &whiskers)
	if bars != "" {
		p.shapes.WriteString(`<g class="bar">` + bars + `</g>`)
	}
}

// diamonds draws the reports. A joint one stands in the middle of a bracket,
// which leaves room for it.
func (p *timePlot) diamonds() {
	var brackets path
	diamonds := ""
	half := number(p.diamond)
	for _, r := range p.reports {
		x, top, bottom := p.reportX(r), p.middles[r.from], p.middles[r.to]
		y := (top + bottom) / 2
		if r.to > r.from {
			for _, arm := range [...]span{{top, y - p.diamond}, {bottom, y + p.diamond}} {
				brackets.move(x-p.arm, arm.from)
				brackets.across(x)
				brackets.down(arm.to)
			}
		}
		diamonds += "M" + number(x) + " " + number(y-p.diamond) +
			"l" + half + " " + half + "-" + half + " " + half + "-" + half + "-" + half + "z"
	}
	p.stroke("bracket", 20, "", &brackets)
	if diamonds != "" {
		p.shapes.WriteString(`<path class="diamond" stroke-width="2" vector-effect="non-scaling-stroke" d="` + diamonds + `"/>`)
	}
}
