package watch

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// loop is the state of one Run.
type loop struct {
	*Watcher
	folders folders
	probe   probe
	backlog backlog
	state   Notice
	told    Notice      // what the caller was told last
	step    *time.Timer // the next step of probing
	doubt   bool        // events were lost, so that folders may be without a watch
	looks   int
}

func newLoop(w *Watcher) *loop {
	return &loop{
		Watcher: w,
		folders: folders{site: w.dir, names: w.options.Names, ignored: w.options.Ignored, open: w.open},
		probe:   probe{waiting: map[string]bool{}, planted: map[string]bool{}},
		step:    time.NewTimer(idle),
	}
}

func (l *loop) end() {
	l.step.Stop()
	l.probe.withdraw()
	l.folders.drop()
}

// hintsOut and noticesOut give a channel when there is something for it.

func (l *loop) hintsOut() chan<- Hint {
	if !l.backlog.waiting {
		return nil
	}
	return l.hints
}

func (l *loop) noticesOut() chan<- Notice {
	if l.state.Reason == l.told.Reason {
		return nil
	}
	return l.notices
}

// set sets all watches anew. What happened before they were set is covered by a
// hint to look everywhere.
func (l *loop) set() {
	l.doubt = false
	l.probe.withdraw()
	if err := l.folders.set(); err != nil {
		l.unset(err)
		return
	}
	l.backlog.everywhere()
	sweep(l.folders.tops)
	l.ask()
}

// unset does without watches until the next step. Some watches and not others
// would be hard to tell from all; and where they are files held open, as on
// macOS, they would leave none for the rest of the program.
func (l *loop) unset(err error) {
	l.probe.withdraw()
	l.folders.drop()
	reason := NotSet
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
		reason = Limit
	}
	l.state = Notice{l.options.Poll, reason, err}
	l.backlog.everywhere()
	l.step.Reset(idle)
}

// next is the step that is due: to give up waiting for an answer, or to ask.
// Where events do not arrive the watches may be to blame.
func (l *loop) next() {
	switch {
	case len(l.probe.waiting) > 0:
		l.judge()
	case l.state.Reason == "" || l.state.Reason == Unwritable:
		l.ask()
	default:
		l.set()
	}
}

func (l *loop) ask() {
	l.probe.put(l.folders.tops, l.plant)
	if len(l.folders.tops) == 0 { // the site's folder is missing
		l.step.Reset(idle)
		return
	}
	if len(l.probe.waiting) == 0 {
		l.judge()
		return
	}
	l.step.Reset(within)
}

// judge says what the answers mean. A folder in which no file can be made is
// hardly one that anybody edits in, so it is enough to look there now and then.
func (l *loop) judge() {
	before := l.state.Reason
	switch {
	case len(l.probe.waiting) > 0:
		l.state = Notice{l.options.Poll, Unanswered, nil}
	case l.probe.refused != nil:
		l.state = Notice{5 * l.options.Poll, Unwritable, l.probe.refused}
	default:
		l.state = Notice{}
	}
	if l.state.Reason != before {
		l.backlog.everywhere()
	}
	l.probe.withdraw()
	l.step.Reset(idle)
}

// look asks the disk what no event may tell.
func (l *loop) look() {
	l.looks++
	if l.doubt || l.folders.changed() {
		l.set()
		return
	}
	if every := int(l.state.Every / l.options.Poll); every > 0 && l.looks%every == 0 {
		l.backlog.everywhere()
	}
}

func (l *loop) event(e event) {
	if e.err != nil {
		l.doubt = true // set anew at the next look: an error that repeats must not keep it busy
		l.backlog.everywhere()
		return
	}
	name := filepath.Base(e.Name)
	if strings.HasPrefix(name, probePrefix) {
		if l.probe.answered(e.Name) && len(l.probe.waiting) == 0 {
			l.judge()
		}
		return
	}
	rel, inside := l.folders.below(e.Name)
	if !inside || rel != "." && l.options.Ignored(name) {
		return
	}
	named, folder := l.folders.named(rel), l.folders.watched[e.Name]
	if !named && folder && e.Has(fsnotify.Remove|fsnotify.Rename) {
		// The site's folder, or one that a link leads to. Another in its place may
		// look the same: the disk gives the same number again.
		l.doubt = true
	}
	if !named && !strings.Contains(rel, "/") {
		return // the site's folder and its other entries
	}
	if folder && e.Op == fsnotify.Write {
		return // its entries have events of their own
	}
	if folder && e.Has(fsnotify.Rename) {
		// Watches below the folder go on under its old name. With those events
		// still to come neither their names nor the watches can be trusted.
		l.set()
		return
	}
	l.pass(e, rel, named)
}

// pass passes on an event that counts.
func (l *loop) pass(e event, rel string, named bool) {
	if e.Has(fsnotify.Create | fsnotify.Remove) {
		if _, err := l.folders.follow(e.Name); err != nil {
			l.unset(err)
			return
		}
	}
	if named {
		l.backlog.add(rel)
	} else {
		l.backlog.everywhere() // the target of a link, which has a path of its own
	}
	// What arrives needs no probe, and shows that answers may be on their way.
	switch {
	case len(l.probe.waiting) > 0:
		l.step.Reset(within)
	case l.state.Reason == "":
		l.step.Reset(idle)
	}
}
