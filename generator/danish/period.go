package danish

import (
	"fmt"
	"regexp"
	"strings"
)

// Period is a stretch of time that an authority gives by its two ends, as
// "medio januar - ultimo april". It runs from some day of Start to some day of
// End. Where neither end states a year, End may lie in the year after Start's.
type Period struct {
	Words      string // as the author wrote them
	Start, End Partial
}

var (
	between   = regexp.MustCompile(`(?i)[-‐‑–—−]|\btil(?:\s+og\s+med)?\b`)
	fromFirst = regexp.MustCompile(`(?i)^\s*fra\s+`)
)

// ParsePeriod reads two partial dates with a dash of any shape or "til" between
// them. Neither may be open. A year that only the end states holds for the
// start too, unless the start would then be the later one; in that case the
// start has no year. The error quotes the words.
func ParsePeriod(words string) (Period, error) {
	s := ""
	if len(words) <= longestWords {
		s = fromFirst.ReplaceAllString(words, "")
	}
	for _, cut := range between.FindAllStringIndex(s, -1) {
		start, ok1 := closed(s[:cut[0]])
		end, ok2 := closed(s[cut[1]:])
		if !ok1 || !ok2 {
			continue
		}
		if same := start.InYear(end.To.Year); !end.NoYear && !end.From.Before(same.From) {
			start = same
		}
		if !start.NoYear && !end.NoYear && end.To.Before(start.From) {
			return Period{}, fmt.Errorf("%q ends before it begins", words)
		}
		return Period{Words: words, Start: start, End: end}, nil
	}
	return Period{}, fmt.Errorf("%q is not a period", words)
}

func closed(words string) (Partial, bool) {
	p, err := ParsePartial(strings.TrimSpace(words))
	return p, err == nil && !p.From.IsZero() && !p.To.IsZero()
}

// InYears gives the ends that state no year the years from and to.
func (p Period) InYears(from, to int) Period {
	p.Start, p.End = p.Start.InYear(from), p.End.InYear(to)
	return p
}
