package public

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/source"
)

// survey walks the output folder and sorts what it finds into the plan. Folders
// are read only where files are wanted or ours; links are never followed.
type survey struct {
	*Staging
	wanted     map[string]*File
	above      map[string]bool // folders in which wanted files lie
	owned      map[string]bool
	ownedAbove map[string]bool
	folded     map[string]string // wanted files and folders by their names without case
	problems   []source.Problem
	plan       *Plan
}

func (v *survey) report(p source.Problem) { v.problems = append(v.problems, p) }

func (v *survey) walk(dir place) {
	entries, err := v.list(dir, false)
	if errors.Is(err, fs.ErrNotExist) && dir.path == "." {
		return
	}
	if err != nil {
		v.report(unusable(v.target.shown(dir.disk), err).Problem)
		return
	}
	for _, e := range entries {
		at := dir.join(e.Name())
		if v.wanted[at.path] == nil && !v.above[at.path] {
			at.path = v.spelling(at)
		}
		switch {
		case e.IsDir():
			v.visitFolder(at)
		case e.Type().IsRegular():
			v.visitFile(at)
		default:
			v.visitOther(at, e.Type())
		}
	}
}

// list reads a folder. Its stamp is taken before: a name that comes later changes
// it. One that cannot be read gets a stamp and names that no folder has.
func (v *survey) list(dir place, foreign bool) ([]fs.DirEntry, error) {
	name := v.target.onDisk(dir.disk)
	info, errLook := v.disk.Lstat(name)
	if errors.Is(errLook, fs.ErrNotExist) {
		return nil, errLook
	}
	entries, err := v.disk.ReadDir(name)
	stamp, names := source.Stamp{Size: -1}, sumOf(entries)
	if err != nil {
		names = unread // else it would be taken for one that was empty
	} else if errLook == nil {
		stamp = source.StampOf(info)
	}
	v.plan.folders[dir.path] = Folder{stamp, names, foreign}
	return entries, err
}

func (v *survey) visitFolder(at place) {
	switch {
	case v.wanted[at.path] != nil:
		v.visitFolderInTheWay(at)
	case v.above[at.path]:
		v.walk(at)
	case v.ownedAbove[at.disk]:
		v.plan.emptied = append(v.plan.emptied, at.disk)
		v.walk(at)
	case v.holdsFiles(at):
		v.reportForeign(at.disk + "/")
	}
}

// visitFolderInTheWay lets a folder give way to a wanted file when all files in
// it are ours.
func (v *survey) visitFolderInTheWay(at place) {
	ours, problems := len(v.plan.remove), len(v.problems)
	v.walk(at)
	if len(v.problems) > problems {
		v.report(source.At(source.Pos{Path: source.Path(v.target.shown(at.disk))}, source.OutputOccupied))
	}
	v.plan.obstacles[at.path] = obstacle{files: v.plan.remove[ours:], folder: at.disk}
	v.plan.remove = v.plan.remove[:ours:ours]
}

func (v *survey) visitFile(at place) {
	ours := v.owned[at.disk]
	final := finalOf(at.path)
	switch {
	case v.wanted[at.path] != nil:
		v.wanted[at.path].there, v.wanted[at.path].foreign = true, !ours
	case v.above[at.path] && ours:
		v.plan.obstacles[at.path] = obstacle{files: []string{at.disk}}
	case v.above[at.path]:
		v.report(source.At(source.Pos{Path: source.Path(v.target.shown(at.disk))}, source.OutputOccupied))
	case final != "" && (v.owned[final] || v.wanted[final] != nil):
		v.plan.leftovers = append(v.plan.leftovers, at.disk)
	case ours:
		v.plan.remove = append(v.plan.remove, at.disk)
	default:
		v.reportForeign(at.disk)
	}
}

// visitOther meets links (on Windows also what Go calls irregular: junctions and
// their like), pipes and devices. None of them is ever ours.
func (v *survey) visitOther(at place, mode fs.FileMode) {
	switch {
	case v.wanted[at.path] == nil && !v.above[at.path]:
		v.reportForeign(at.disk)
	case mode&(fs.ModeSymlink|fs.ModeIrregular) != 0:
		v.report(linked(v.target.shown(at.disk)))
	default:
		v.report(source.At(source.Pos{Path: source.Path(v.target.shown(at.disk))}, source.OutputOccupied))
	}
}

func (v *survey) reportForeign(p string) {
	shown, folder := v.target.shown(p), strings.HasSuffix(p, "/")
	if folder {
		shown += "/"
	}
	v.report(source.At(source.Pos{Path: source.Path(shown)}, source.ForeignFile, source.Given(folder)))
}

// holdsFiles tells that there is anything but folders in a folder. One that
// cannot be read may hold files.
func (v *survey) holdsFiles(at place) bool {
	entries, err := v.list(at, true)
	if err != nil {
		return true
	}
	for _, e := range entries {
		if !e.IsDir() || v.holdsFiles(at.join(e.Name())) {
			return true
		}
	}
	return false
}

// spelling gives the wanted path that leads to what lies at a path that is not
// wanted, on a disk for which the two are the same. It asks the disk: on most of
// Linux the other path leads to nothing or to another file. Then, and when no
// wanted path is alike, the path stays as it is.
func (v *survey) spelling(at place) string {
	if v.folded == nil {
		v.folded = map[string]string{}
		for p := range v.wanted {
			v.folded[fold(p)] = p
		}
		for p := range v.above {
			v.folded[fold(p)] = p
		}
	}
	wanted := v.folded[fold(at.path)]
	if wanted == "" {
		return at.path
	}
	here, errHere := v.disk.Lstat(v.target.onDisk(at.disk))
	there, errThere := v.disk.Lstat(v.target.onDisk(wanted))
	if errHere != nil || errThere != nil || !os.SameFile(here, there) {
		return at.path
	}
	v.plan.renames = append(v.plan.renames, place{at.disk, wanted})
	return wanted
}

func fold(p string) string { return strings.ToLower(norm.NFC.String(p)) }
