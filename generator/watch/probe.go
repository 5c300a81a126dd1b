package watch

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// probePrefix begins the names of probes, ours and those of other programs like
// this that watch the same site. They are never a hint.
const probePrefix = ".referat-probe-"

const (
	within = 2 * time.Second  // how soon a probe must be answered, or anything else come
	idle   = 30 * time.Second // how long nothing comes before the next probe
)

// probe is the question whether events arrive, put as a file in each folder at
// the top. It stays there until its event has come: on macOS events are found by
// listing the folder, and a file that is gone by then never was.
type probe struct {
	waiting map[string]bool // files whose event has not come yet
	planted map[string]bool // files that are to be removed
	refused error           // why a file could not be made; nil when none was refused
}

// put makes a file in each folder. A folder that is gone is no refusal.
func (p *probe) put(folders []string, plant func(string) error) {
	p.withdraw()
	p.refused = nil
	name := probePrefix + strconv.FormatUint(rand.Uint64(), 36)
	for _, folder := range folders {
		path := filepath.Join(folder, name)
		switch err := plant(path); {
		case err == nil:
			p.waiting[path], p.planted[path] = true, true
		case !gone(err):
			p.refused = err
		}
	}
}

// answered takes a file away whose event has come, and tells whether it was one
// that waited.
func (p *probe) answered(path string) bool {
	waited := p.waiting[path]
	delete(p.waiting, path)
	p.remove(path)
	return waited
}

// withdraw gives the question up.
func (p *probe) withdraw() {
	clear(p.waiting)
	for path := range p.planted {
		p.remove(path)
	}
}

// remove keeps in mind what another program holds open, which prevents it on
// Windows.
func (p *probe) remove(path string) {
	if !p.planted[path] {
		return
	}
	if err := os.Remove(path); err == nil || gone(err) {
		delete(p.planted, path)
	}
}

func plant(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// sweep removes probes that a program left which was killed. A fresh one may
// belong to a program that waits for it.
func sweep(folders []string) {
	for _, folder := range folders {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), probePrefix) {
				continue
			}
			if info, err := e.Info(); err == nil && info.Size() == 0 && time.Since(info.ModTime()) > time.Minute {
				_ = os.Remove(filepath.Join(folder, e.Name()))
			}
		}
	}
}
