package serve

import (
	"crypto/rand"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Change is what a build has changed in the site.
type Change struct {
	Paths  []string // outputs whose bytes are new or that are gone, in any order; none when the build failed
	Follow string   // output of the page whose file was just saved; empty when there is none
}

// remembered is how many changes are kept for those who were away.
const remembered = 100

// changes are the versions of a site while the server runs. The first version
// is the site as it was found; each change makes the next.
type changes struct {
	run string // tells the versions of this run from those of another

	mu   sync.Mutex
	last int           // number of the newest version
	kept []Change      // those that made the newest versions
	next chan struct{} // closed when the newest version is no longer that
}

func newChanges() *changes { return &changes{run: rand.Text()[:8], next: make(chan struct{})} }

func (c *changes) add(change Change) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last++
	if len(c.kept) == remembered {
		c.kept = slices.Delete(c.kept, 0, 1)
	}
	c.kept = append(c.kept, change)
	close(c.next)
	c.next = make(chan struct{})
}

func (c *changes) version() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.name(c.last)
}

func (c *changes) name(number int) string { return c.run + "-" + strconv.Itoa(number) }

// news is what has come since a version.
type news struct {
	version string          // the newest
	changes []Change        // after the version asked about
	unknown bool            // that version is not known: anything may have changed
	more    <-chan struct{} // closed when there is a newer version
}

func (c *changes) since(version string) news {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := news{version: c.name(c.last), more: c.next}
	number, ours := strings.CutPrefix(version, c.run+"-")
	seen, err := strconv.Atoi(number)
	missed := c.last - seen
	if !ours || err != nil || missed < 0 || missed > len(c.kept) {
		n.unknown = true
		return n
	}
	n.changes = slices.Clone(c.kept[len(c.kept)-missed:])
	return n
}
