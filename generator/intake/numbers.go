package intake

import (
	"slices"
	"strings"

	"referat/generator/danish"
	"referat/generator/intake/pattern"
)

// family is a way of writing the number of an item.
type family int

const (
	pointed  family = iota // "Pkt. 1", "Punkt 1:", "Dagsordenspunkt 2", "Sag 3"
	answered               // "Ad 1."
	dotted                 // "1.", "1:", "2.1"
	undotted               // "1"
)

// numbered is a line that may be the heading of an item, or the agenda's line of it.
type numbered struct {
	line   int
	family family
	label  string // as written: "Pkt. 1", "1."
	number string // "15.1"
	parts  []int  // 15, 1
	title  string
}

var (
	pointPattern    = pattern.Of(`(?i)^((?:pkt\.?|punkt|dagsordenens\s+punkt|dagsordenspunkt|(?:sag|item)(?:\s+nr\.?)?)\s*(\d{1,3}(?:\.\s?\d{1,3})*)\s*[.:)]*)(?:\s+[–-])?(?:\s+(.*))?$`)
	adPattern       = pattern.Of(`(?i)^(ad\.?\s*(?:pkt\.?|punkt)?\s*(\d{1,3}(?:\.\s?\d{1,3})*)\s*[.:)]*)(?:\s+[–-])?(?:\s+(.*))?$`)
	dottedPattern   = pattern.Of(`^((\d{1,3}(?:\.\s?\d{1,3}){0,3})[.:)]+|(\d{1,3}(?:\.\d{1,3}){1,3}))(?:\s+[–-])?\s+(.*)$`)
	undottedPattern = pattern.Of(`^((\d{1,3}))\s+[–-]?\s*(\S.*)$`)
	closedPoint     = pattern.Of(`(?i)^(?:\(?lukket\)?\s*(?:punkt|sag|pkt\.?)?\s*[:–-]+\s*)`)
)

// unit is what a number counts: "5 min.".
var unit = pattern.Of(`(?i)^(?:min(?:utter)?|timer?|kr|pct|mio|%)\b?\.?$`)

// numberedLine reads a line's number, if it has one that an item could have. A day of a
// month has none, nor has a meeting of a series ("14. styregruppemøde" is told by its title).
func numberedLine(text string) (numbered, bool) {
	text = text[len(closedPoint().FindString(text)):]
	n := numbered{}
	switch {
	case n.match(pointed, pointPattern().FindStringSubmatch(text), 2, 3):
	case n.match(answered, adPattern().FindStringSubmatch(text), 2, 3):
	case n.match(dotted, dottedPattern().FindStringSubmatch(text), 2, 4):
	case n.match(undotted, undottedPattern().FindStringSubmatch(text), 2, 3):
	default:
		return n, false
	}
	first, _, _ := strings.Cut(n.title, " ")
	if _, month := danish.IsMonth(strings.Trim(first, ".,:")); month && n.family >= dotted || n.family == undotted && unit().MatchString(n.title) {
		return n, false
	}
	return n, true
}

func (n *numbered) match(f family, m []string, group, title int) bool {
	if m == nil {
		return false
	}
	n.family, n.label, n.number, n.title = f, m[1], m[group], m[title]
	if n.number == "" {
		n.number = m[1] // "2.1" without a point
	}
	n.number = strings.ReplaceAll(n.number, " ", "")
	n.parts = n.parts[:0]
	for part := range strings.SplitSeq(n.number, ".") {
		n.parts = append(n.parts, digits(part))
	}
	return true
}

// after tells that the number comes later than the other.
func (n *numbered) after(other *numbered) bool { return slices.Compare(n.parts, other.parts) > 0 }

// next tells that it comes right behind the other: 2 after 1, 2 after 1.3, 2.1 after 2.
func (n *numbered) next(other *numbered) bool {
	for depth := range n.parts {
		if depth >= len(other.parts) {
			return depth == len(n.parts)-1 && n.parts[depth] <= 1
		}
		if n.parts[depth] != other.parts[depth] {
			return n.parts[depth] == other.parts[depth]+1 && depth == len(n.parts)-1
		}
	}
	return false
}
