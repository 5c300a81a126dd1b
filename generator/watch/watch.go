// Package watch tells when files of a site may have changed.
//
// It owns the watches of the operating system on the folders below a site's
// folder, and the question whether their events arrive at all. It gives events
// no meaning: a hint wakes the caller and says where to look first, and what has
// changed is for the caller's own look at the files to decide. So a hint may
// name a path where nothing happened, but this always holds:
//
//   - After every change to what is watched comes a hint that names the path, a
//     folder above it, or nothing (look everywhere). It comes as soon as the
//     caller takes it; while the caller is busy hints grow together, and none is
//     lost or keeps anybody waiting.
//   - The first hint comes when the watches are set. Whoever looks everywhere on
//     it has missed nothing, whatever happened while they were being set.
//   - Where events do not arrive (a network share, a limit of the system) it says
//     so, and hints at a steady pace until they do. It finds out by a probe: a
//     file of its own, made in each folder at the top and removed when its event
//     has come.
//   - Folders may be made, renamed, removed and made again, those at the top and
//     the site's folder too.
//
// A link to a folder elsewhere in the site is followed, and the target of a link
// to a file is looked at every so often; what happens there is a hint to look
// everywhere. Links that lead out of the site are not followed.
//
// On Windows a folder cannot be renamed while folders inside it are watched: the
// program must be stopped for it.
//
// The package may not know what the files mean, nor read them.
package watch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// Hint says where to look first.
type Hint struct {
	// Paths are slash paths relative to the site's folder, sorted, each once, in
	// the Unicode form that the system gave. A folder's path means the folder and
	// all below it. None means: look everywhere.
	Paths []string
}

// Notice says how changes are found from now on. The zero Notice says by events.
type Notice struct {
	Every  time.Duration // the pace of hints to look everywhere; 0: events arrive
	Reason Reason        // why events do not do
	Err    error         // what the system said; nil of Unanswered
}

// Reason is why events are not relied on; "" when they are.
type Reason string

const (
	Unanswered Reason = "no event came for a file made as a probe"
	Limit      Reason = "the system allows no more watches"
	NotSet     Reason = "a watch could not be set"
	Unwritable Reason = "no probe could be made"
)

// Options says what to watch.
type Options struct {
	// Names are those of the folders and files to watch, right below the site's
	// folder. They need not exist; a folder means all below it.
	Names []string
	// Ignored tells the names, without folder, of files and folders that never
	// matter, such as swap files. Nil ignores none.
	Ignored func(name string) bool
	// Poll is the pace of hints where events do not arrive, and of the look
	// whether the folders at the top are still those that are watched. 0 means a
	// second.
	Poll time.Duration
}

// Watcher watches one site.
type Watcher struct {
	dir     string
	options Options
	hints   chan Hint
	notices chan Notice
	open    func() (events, error)
	plant   func(path string) error // makes a probe
}

// New prepares to watch the site in dir, which need not exist yet. It is an error
// when a name in the options is no name of a file, or when the folder in which
// the program runs cannot be found out.
func New(dir string, o Options) (*Watcher, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for _, name := range o.Names {
		if name == "." || !filepath.IsLocal(name) || strings.ContainsAny(name, `/\`) {
			return nil, fmt.Errorf("%q is not the name of a file or folder", name)
		}
	}
	if o.Ignored == nil {
		o.Ignored = func(string) bool { return false }
	}
	if o.Poll <= 0 {
		o.Poll = time.Second
	}
	return &Watcher{
		dir: abs, options: o,
		hints: make(chan Hint), notices: make(chan Notice),
		open: openSystem, plant: plant,
	}, nil
}

// Hints gives the hints. One that is not taken yet takes up those that follow.
func (w *Watcher) Hints() <-chan Hint { return w.hints }

// Notices gives each change in how changes are found, once. One that is not
// taken before the next change is replaced by it.
func (w *Watcher) Notices() <-chan Notice { return w.notices }

// Run watches until ctx ends and returns why it did. Nothing that it started
// remains. It must not run twice at the same time.
func (w *Watcher) Run(ctx context.Context) error {
	l := newLoop(w)
	defer l.end()
	l.set()
	look := time.NewTicker(w.options.Poll)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e := <-l.folders.arriving():
			l.event(e)
		case <-look.C:
			l.look()
		case <-l.step.C:
			l.next()
		case l.hintsOut() <- l.backlog.hint:
			l.backlog = backlog{}
		case l.noticesOut() <- l.state:
			l.told = l.state
		}
	}
}
