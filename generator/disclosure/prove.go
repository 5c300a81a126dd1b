package disclosure

import (
	"cmp"
	"slices"
)

// effort is how much work a proof may take: cells of the solver's rows that are looked at.
const effort = 1 << 30

// Proof is what a reader can find out.
type Proof struct {
	Leaks     []Leak // empty: nobody can compute what is masked
	Broken    []Leak // totals that are not what their lines add up to
	Undecided bool   // the work was too much, or the versions contradict themselves
}

// Holds tells that the versions may be published.
func (p *Proof) Holds() bool { return len(p.Leaks) == 0 && len(p.Broken) == 0 && !p.Undecided }

// Leak is a masked cell, or the difference between a cell and the same one in an earlier version, of
// which a reader can know too much.
type Leak struct {
	Version   int
	Place     Place
	Name      Name
	Earlier   int // of a difference, the version that it is to; else -1
	Low, High int // what it can be; nothing when Low > High
}

// Prove finds out what a reader of all versions can compute. They are in order of
// their publication.
func Prove(rule Rule, versions []Version) Proof {
	return proverOf(rule, versions).prove(versions, false)
}

// prover proves again and again with other new versions after the same published ones.
type prover struct {
	rule  Rule
	known map[place]bool // what was leaked before: no new version can mend that
	left  *int           // work that all proofs together may take; nil: each as much as it may
}

// proverOf looks at what has been published.
func proverOf(rule Rule, versions []Version) prover {
	p := prover{rule: rule}
	var published []Version
	for _, v := range versions {
		if v.Published {
			published = append(published, v)
		}
	}
	if len(published) > 0 {
		known := map[place]bool{}
		for _, l := range p.prove(published, false).Leaks {
			known[place{l.Version, l.Place}] = true
		}
		p.known = known
	}
	return p
}

// numbered is a version in the order of dates, with its number in that of publication.
type numbered struct {
	*Version
	number int
}

// prove may stop at the first leak. Published versions come first.
func (p prover) prove(versions []Version, first bool) Proof {
	sorted := make([]numbered, len(versions))
	for i := range versions {
		sorted[i] = numbered{&versions[i], i}
	}
	slices.SortStableFunc(sorted, func(a, b numbered) int { return cmp.Compare(a.Date, b.Date) })
	return p.believable(sorted, first)
}

// believable proves with as much of the connections between versions as can be true.
func (p prover) believable(versions []numbered, first bool) Proof {
	how := make([]belief, max(len(versions)-1, 0))
	work := effort
	if p.left != nil {
		work = min(work, *p.left)
		before := work
		defer func() { *p.left -= before - work }()
	}
	e := p.explore(systemOf(p.rule, versions, how), &work, first)
	if e.feasible == no {
		for i := range how {
			for how[i] < unlinked && !p.together(versions[i:i+2], how[i], &work) {
				how[i]++
			}
		}
		e = p.explore(systemOf(p.rule, versions, how), &work, first)
	}
	for round := full; e.feasible == no && round < unlinked; round++ {
		for i := range how {
			how[i] = min(how[i]+1, unlinked)
		}
		e = p.explore(systemOf(p.rule, versions, how), &work, first)
	}
	e.proof.Undecided = e.proof.Undecided || e.feasible != yes
	return e.proof
}

// together tells that two versions may be connected so.
func (p prover) together(two []numbered, how belief, work *int) bool {
	s := systemOf(p.rule, two, []belief{how})
	s.goals = nil
	return p.explore(s, work, false).feasible != no
}
