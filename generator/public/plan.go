package public

import (
	"cmp"
	"io/fs"
	"path"
	"slices"

	"referat/generator/source"
)

// Plan is what has to be done to the output folder. It is good for one Switch,
// right after it was made.
type Plan struct {
	Progress func(done, all int) // told by Switch after each file; may be nil

	staging *Staging
	report  Report

	writes    []*File             // in the order of writing
	remove    []string            // files of ours that nobody wants, as the disk names them
	obstacles map[string]obstacle // by the path that they have to give way to
	leftovers []string            // unfinished files of a killed build
	renames   []place             // names that differ from the wanted ones in case
	emptied   []string            // folders that only held files of ours, outer ones first
	folders   map[string]Folder   // those that exist and were listed; without a stamp when changed since

	last     Seen     // what a quick plan goes by
	made     []string // folders that Switch made
	crossing bool     // the staging folder is on another disk
}

// obstacle is what is ours and stands where a wanted file or folder has to be.
type obstacle struct {
	files  []string // to be deleted
	folder string   // then empty, and to be deleted too; "" when the obstacle is one file
}

// place is where something lies: its path as the disk spells it, and the wanted
// path that this leads to, which differs at most in case or Unicode form.
type place struct{ disk, path string }

func (p place) join(name string) place {
	return place{path.Join(p.disk, name), path.Join(p.path, name)}
}

// Plan compares the output folder with the files put so far. The files at owned
// are those that earlier builds made or, by Intended, were about to make; only
// those matter that a walk of the folder finds, so a path that leads elsewhere
// does no harm. Plan changes nothing.
//
// The problems are sorted. With an error among them there is no plan: a symbolic
// link or something foreign is in the way of a wanted file, or the folder cannot
// be read. Warnings name the files that are not ours and stay; a folder without
// a file of ours is named as one, with a slash at its end.
func (s *Staging) Plan(owned []string) (*Plan, []source.Problem) {
	v := &survey{
		Staging:    s,
		wanted:     s.files,
		above:      map[string]bool{},
		owned:      map[string]bool{},
		ownedAbove: map[string]bool{},
		plan: &Plan{
			staging:   s,
			obstacles: map[string]obstacle{},
			folders:   map[string]Folder{},
		},
	}
	for _, p := range owned {
		v.owned[p] = true
		ancestors(p, v.ownedAbove)
	}
	v.checkWanted()
	v.walk(place{".", "."})
	if source.Errors(v.problems) == 0 {
		v.divide()
	}
	problems := source.Sort(v.problems)
	if source.Errors(problems) > 0 {
		return nil, problems
	}
	return v.plan, problems
}

// Intended gives the paths that hold a file of ours, or nothing, from the first
// change by Switch on. Whoever remembers what is ours has to know them before
// that, for a killed build cannot tell. Where a foreign file is going to be
// replaced, only the unfinished file beside it is among them: until then the
// file is not ours, and after a killed build what is there still counts as foreign.
func (p *Plan) Intended() []string {
	paths := make([]string, len(p.writes))
	for i, f := range p.writes {
		paths[i] = f.Path
		if f.foreign {
			paths[i] = unfinished(f.Path)
		}
	}
	return paths
}

// Changes are what Switch is going to do, by the paths of files, each list sorted.
type Changes struct {
	New      []string // nothing stands there yet
	Replaced []string // a file of ours gets other bytes
	Foreign  []string // and a file that is not ours
	Removed  []string
}

// Changes tells them before the first is made.
func (p *Plan) Changes() Changes {
	var c Changes
	for _, f := range p.writes {
		switch {
		case !f.there:
			c.New = append(c.New, f.Path)
		case f.foreign:
			c.Foreign = append(c.Foreign, f.Path)
		default:
			c.Replaced = append(c.Replaced, f.Path)
		}
	}
	c.Removed = slices.Clone(p.remove)
	for _, o := range p.obstacles {
		c.Removed = append(c.Removed, o.files...)
	}
	for _, list := range [][]string{c.New, c.Replaced, c.Foreign, c.Removed} {
		slices.Sort(list)
	}
	return c
}

// ancestors adds the folders that p lies in, "." not included.
func ancestors(p string, to map[string]bool) {
	for dir := path.Dir(p); dir != "." && !to[dir]; dir = path.Dir(dir) {
		to[dir] = true
	}
}

// checkWanted looks at the set by itself.
func (v *survey) checkWanted() {
	for p, f := range v.wanted {
		f.there, f.foreign = false, false // an earlier plan may have found otherwise
		if !f.complete {
			v.report(fault(v.target.shown(p), "the output was not put completely").Problem)
		}
		ancestors(p, v.above)
	}
	for p := range v.wanted {
		if v.above[p] {
			v.report(fault(v.target.shown(p), "the output has the path of a folder of others").Problem)
		}
	}
}

// divide parts the files that are written from those that are kept.
func (v *survey) divide() {
	for p, f := range v.wanted {
		switch {
		case !f.Kept:
			v.plan.writes = append(v.plan.writes, f)
		case f.there:
			v.plan.report.Kept++
		default: // somebody deleted it after it was put
			v.report(unusable(v.target.shown(p), fs.ErrNotExist).Problem)
		}
	}
	v.plan.order()
}

// order puts the files to be written in the order of writing.
func (p *Plan) order() {
	slices.SortFunc(p.writes, func(a, b *File) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Path, b.Path))
	})
}
