package site

import (
	"strings"

	"referat/generator/source"
)

// The statement has to be looked through once a year (lov nr. 692 af 8. juni
// 2018, BEK nr. 904 af 22. august 2019). Days are those of the calendar in
// Denmark: a statement of day 0 is old on day 301 and overdue on day 366.
const (
	daysUntilOld     = 300
	daysUntilOverdue = 365
)

// checkStatement tells what the accessibility statement lacks, and when it grows
// old. The clock learns both days, whichever it is now.
func (s *Site) checkStatement() {
	st := s.Statement
	var missing []string
	for _, f := range []struct {
		key   string
		empty bool
	}{{"url", st.URL == ""}, {"phone", st.Phone == ""}, {"email", st.Email == ""}, {"updated", st.Updated.IsZero()}} {
		if f.empty {
			missing = append(missing, f.key)
		}
	}
	if missing != nil {
		s.report(st.Pos, source.StatementMissing, strings.Join(missing, ", "))
	}
	deadline := st.Updated.AddDays(daysUntilOverdue)
	overdue := !st.Updated.IsZero() && s.clock.over(deadline)
	old := !st.Updated.IsZero() && s.clock.over(st.Updated.AddDays(daysUntilOld))
	switch {
	case overdue && st.OverdueReason != "":
		s.report(st.UpdatedPos, source.StatementExcused, st.Updated.String(), deadline.String(), st.OverdueReason)
	case overdue:
		s.report(st.UpdatedPos, source.StatementOverdue, st.Updated.String(), deadline.String())
	case old:
		s.report(st.UpdatedPos, source.StatementOld, st.Updated.String(), deadline.String())
	case !st.Updated.IsZero() && !s.clock.begun(st.Updated):
		s.report(st.UpdatedPos, source.StatementAhead, st.Updated.String())
	}
	if st.OverdueReason != "" && !st.Updated.IsZero() && !overdue {
		s.report(st.OverduePos, source.OverdueReasonIdle)
	}
}
