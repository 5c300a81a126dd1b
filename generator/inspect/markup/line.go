package markup

import (
	"bytes"
	"slices"
	"strings"
)

// State is what becomes of text, which elements inherit from those around them.
type State uint8

const (
	Inserted State = 1 << iota // and not yet accepted
	Deleted
	Hidden
	Free // the first state that a vocabulary may give a meaning of its own
)

// line is text that belongs together. Where some of it has been inserted, deleted or hidden, it says
// different things to different readers, and each is read.
type line struct {
	all    []byte
	shown  []byte // without what is deleted or hidden
	before []byte // without what is inserted
	varied bool
}

func (l *line) add(text string, state State) {
	state &= Inserted | Deleted | Hidden
	if state != 0 && !l.varied {
		l.varied = true
		l.shown, l.before = slices.Clone(l.all), slices.Clone(l.all)
	}
	l.all = append(l.all, text...)
	if l.varied && state&(Deleted|Hidden) == 0 {
		l.shown = append(l.shown, text...)
	}
	if l.varied && state&Inserted == 0 {
		l.before = append(l.before, text...)
	}
}

func (l *line) writeTo(s *strings.Builder) {
	readings := [][]byte{l.all, l.shown, l.before}
	for i, r := range readings {
		same := func(other []byte) bool { return bytes.Equal(other, r) }
		if len(bytes.TrimSpace(r)) > 0 && !slices.ContainsFunc(readings[:i], same) {
			s.Write(bytes.TrimRight(r, "\t"))
			s.WriteByte('\n')
		}
	}
}
