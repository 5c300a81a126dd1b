package content

import (
	"maps"
	"slices"
	"strings"
)

// Anchors are the places in a document that can be pointed at: sorted, with a line
// break before and behind each. One text is quicker made, kept and forgotten than a
// list, and a large site has a million of them.
type Anchors string

// Has tells that there is an anchor of the name.
func (a Anchors) Has(name string) bool {
	return !strings.Contains(name, "\n") && strings.Contains(string(a), "\n"+name+"\n")
}

// List gives them one by one.
func (a Anchors) List() []string { return strings.Fields(string(a)) }

// given are the anchors of a document once it is converted.
func (c *converter) given() Anchors {
	c.names = slices.AppendSeq(c.names[:0], maps.Keys(c.anchors))
	slices.Sort(c.names)
	c.listed = append(c.listed[:0], '\n')
	for _, name := range c.names {
		c.listed = append(append(c.listed, name...), '\n')
	}
	return Anchors(c.listed)
}
