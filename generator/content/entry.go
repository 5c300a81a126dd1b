package content

import (
	"cmp"
	"crypto/sha256"
	"strconv"
	"strings"

	"referat/generator/danish"
	"referat/generator/source"
)

// Entry is what feeds tell of a part of a document: a number of a series, a step that is
// done, or a correction. What else minutes say is told of as a whole.
type Entry struct {
	Name string        // in its document
	Seal source.Digest // of what it says; a note, a source and a reason may be put right
}

// Entries are the numbers of the series.
func (s *Series) Entries() []Entry {
	list := make([]Entry, len(s.Rows))
	for i := range s.Rows {
		r := &s.Rows[i]
		list[i] = Entry{r.Name(), sealWords(r.Date.Words, strconv.Itoa(r.Value), strconv.Itoa(int(r.Mark)), string(r.Status))}
	}
	return list
}

// Name tells a number from all others of its series: a day has one of the authority's own,
// and perhaps one that somebody else has stated.
func (r *Row) Name() string {
	if r.Status == OtherRow {
		return r.Date.AsOf().String() + "-andre"
	}
	return r.Date.AsOf().String()
}

// Name is a step's stage, which it keeps whatever the stage is called, or else its title.
func (m *Milestone) Name() string { return cmp.Or(m.Stage, danish.Slug(m.Title)) }

// DoneSteps are those steps of a document that are done.
func DoneSteps(all []Milestone) []Entry {
	var list []Entry
	taken := map[string]int{}
	for i := range all {
		m := &all[i]
		name := Unused(m.Name(), taken)
		if m.Done {
			list = append(list, Entry{name, sealWords(m.Date.Words, m.Title)})
		}
	}
	return list
}

// Unused is a name, with a number where it is taken; it is taken from then on.
func Unused(name string, taken map[string]int) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return Unused(name+"-"+strconv.Itoa(n), taken)
	}
	return name
}

func sealWords(words ...string) source.Digest {
	return sha256.Sum256([]byte(strings.Join(words, "\n")))
}
