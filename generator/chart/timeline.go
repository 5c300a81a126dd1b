package chart

import "referat/generator/danish"

// Timeline is the plan of all subjects, in the order in which they are shown.
type Timeline struct {
	ID   string // makes the ids of the drawings; unique on its page, without white space
	Rows []Row
}

// Row is one subject. An interval with one zero date is the other day alone;
// with both it is not known, and neither is drawn what needs it.
type Row struct {
	Name           string
	StartFrom      danish.Date // the period starts between StartFrom and StartTo
	StartTo        danish.Date
	EndFrom        danish.Date // and ends between EndFrom and EndTo
	EndTo          danish.Date
	ReportFrom     danish.Date // the report comes between ReportFrom and ReportTo
	ReportTo       danish.Date
	JoinedWithNext bool // one report for this row and the next
	NewBlock       bool // a gap stands above this row
}

// TimelineWords are the words of a timeline's drawings.
type TimelineWords struct {
	Title       string     // names the drawing to a screen reader
	Description string     // says what the drawing shows
	Months      [12]string // short names
}

// SVG returns the wide and the narrow drawing of the timeline, and "" when no
// row has a period or a report.
func (t Timeline) SVG(w TimelineWords) string {
	rows := make([]Row, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = row.whole()
	}
	if first, _ := extent(rows); first.IsZero() {
		return ""
	}
	all := ""
	for _, f := range forms {
		all += drawTimeline(rows, f, w).svg(t.ID, w.Title, w.Description)
	}
	return all
}

// whole fills in the dates that follow from others and removes those that
// cannot be drawn.
func (r Row) whole() Row {
	fill := func(from, to *danish.Date) {
		if from.IsZero() {
			*from = *to
		}
		if to.IsZero() {
			*to = *from
		}
	}
	fill(&r.StartFrom, &r.StartTo)
	fill(&r.EndFrom, &r.EndTo)
	fill(&r.ReportFrom, &r.ReportTo)
	if r.StartFrom.IsZero() || r.EndTo.Before(r.StartFrom) {
		r.StartFrom, r.StartTo, r.EndFrom, r.EndTo = danish.Date{}, danish.Date{}, danish.Date{}, danish.Date{}
	}
	return r
}

// extent returns the first and the last day of all rows.
func extent(rows []Row) (first, last danish.Date) {
	for _, row := range rows {
		for _, d := range [...]danish.Date{row.StartFrom, row.StartTo, row.EndFrom, row.EndTo, row.ReportFrom, row.ReportTo} {
			if d.IsZero() {
				continue
			}
			if first.IsZero() || d.Before(first) {
				first = d
			}
			if last.Before(d) {
				last = d
			}
		}
	}
	return first, last
}

// report is one report, for the rows from to to.
type report struct {
	from, to int
	row      Row // has the dates
}

// reports returns the reports whose dates are known. A joint one has the dates
// of the first of its rows that has any.
func reports(rows []Row) []report {
	var reports []report
	for i := 0; i < len(rows); i++ {
		r := report{from: i, to: i, row: rows[i]}
		for rows[r.to].JoinedWithNext && r.to+1 < len(rows) {
			r.to++
			if r.row.ReportFrom.IsZero() {
				r.row = rows[r.to]
			}
		}
		if !r.row.ReportFrom.IsZero() {
			reports = append(reports, r)
		}
		i = r.to
	}
	return reports
}
