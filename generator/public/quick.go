package public

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"

	"referat/generator/source"
)

// PlanQuick plans as Plan does without a walk of the output folder: it goes by
// last, which Look found to be so. The wanted files are then those put, and all
// others in last but the removed ones; what is put with the same bytes, or kept,
// need not be, and gets its stamp renewed. The cost is that of the files put and
// removed, not of the folder.
//
// Where a file is to be written or removed it looks, along the path, that the
// disk is as last says, by the clock of that (see Look). When it is not, or when
// anything is in the way, there is no quick plan: then the other files are to be
// kept, and Plan decides. No foreign file has come into these folders since Plan last
// reported them; once they are changed, no stamp tells of one that came before.
func (s *Staging) PlanQuick(last Seen, removed []string, clock int64) (*Plan, bool) {
	q := &quick{
		Staging: s,
		last:    last,
		clock:   clock,
		absent:  map[string]bool{},
		plan:    &Plan{staging: s, folders: map[string]Folder{}, last: last},
	}
	if _, listed := last.Folders["."]; !listed || last.Files == nil || !q.writes() || !q.removals(removed) {
		return nil, false
	}
	return q.plan, true
}

// quick is a plan that is being made from what the last build left.
type quick struct {
	*Staging
	last   Seen
	clock  int64
	absent map[string]bool // folders that were looked for and are to be made
	plan   *Plan
}

func (q *quick) writes() bool {
	q.plan.report.Kept = len(q.last.Files)
	for name, f := range q.files {
		_, ours := q.last.Files[name]
		switch {
		case !f.complete || f.Kept && !ours:
			return false
		case f.Kept:
			continue
		case ours:
			q.plan.report.Kept--
		}
		if !q.holds(name, ours) {
			return false
		}
		f.there, f.foreign = ours, false
		q.plan.writes = append(q.plan.writes, f)
	}
	q.plan.order()
	return true
}

func (q *quick) removals(removed []string) bool {
	emptied := map[string]bool{} // or not, which the disk will say
	for _, name := range removed {
		_, ours := q.last.Files[name]
		if !ours || q.files[name] != nil || CheckPath(name) != nil || !q.holds(name, true) {
			return false
		}
		ancestors(name, emptied)
	}
	q.plan.emptied = slices.Sorted(maps.Keys(emptied))
	q.plan.remove = slices.Compact(slices.Sorted(slices.Values(removed)))
	q.plan.report.Kept -= len(q.plan.remove)
	return true
}

// holds tells that the disk has a file at a path, or nothing, as it should, in
// folders as they should be.
func (q *quick) holds(name string, file bool) bool {
	if !q.above(path.Dir(name)) {
		return false
	}
	info, err := q.disk.Lstat(q.target.onDisk(name))
	if file {
		return err == nil && info.Mode().IsRegular()
	}
	return errors.Is(err, fs.ErrNotExist)
}

// above tells that there is a folder that the last build knew, or that neither
// has one. A name that another folder has in another case is the disk's affair:
// it then finds a folder that the last build did not know.
func (q *quick) above(dir string) bool {
	if _, seen := q.plan.folders[dir]; seen || q.absent[dir] {
		return true
	}
	if q.files[dir] != nil || dir != "." && !q.above(path.Dir(dir)) {
		return false
	}
	folder, listed := q.last.Folders[dir]
	info, err := q.disk.Lstat(q.target.onDisk(dir))
	switch {
	case listed && !folder.Foreign && err == nil && info.IsDir() && q.asLeft(dir, folder, source.StampOf(info)):
		q.plan.folders[dir] = folder
	case !listed && errors.Is(err, fs.ErrNotExist):
		q.absent[dir] = true
	default:
		return false
	}
	return true
}

// asLeft tells that a folder holds the names that it did.
func (q *quick) asLeft(dir string, folder Folder, stamp source.Stamp) bool {
	if !differs(stamp, folder.Stamp, q.clock) {
		return true
	}
	entries, err := q.disk.ReadDir(q.target.onDisk(dir))
	return err == nil && sumOf(entries) == folder.Names
}
