package record

import (
	"bytes"
	"crypto/sha256"

	"referat/generator/content"
	"referat/generator/source"
)

// This file sees to it that the texts of the record are those that were recorded: what
// was published is shown again from them, and compared with them.

// Verified gives the bytes of a version, which must be those that were recorded.
func (r *Record) Verified(d Document) ([]byte, *source.Problem) {
	at := r.TextPath(d)
	text, err := r.Text(d)
	if err != nil {
		return nil, unreadable(at, err)
	}
	if !sameLines(text, d.Bytes) {
		problem := source.At(source.Pos{Path: at}, source.RecordTextDamaged)
		return nil, &problem
	}
	return text, nil
}

// sameLines tells that a text is that of a digest, whatever git has made of the ends of
// its lines on this machine.
func sameLines(text []byte, digest source.Digest) bool {
	if digest == sha256.Sum256(text) {
		return true
	}
	unix := bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	windows := bytes.ReplaceAll(unix, []byte("\n"), []byte("\r\n"))
	return digest == sha256.Sum256(unix) || digest == sha256.Sum256(windows)
}

// texts tells which texts are not those that were recorded. One that is gone is told of
// where it is needed.
func (c *checker) texts() {
	minutes := c.site.minutesOf()
	for _, d := range c.Documents {
		f, there := c.tree.File(c.TextPath(d))
		if !there {
			continue
		}
		digest, err := c.tree.Sum(f)
		if err == nil && (digest == d.Bytes || c.ahead(d, digest, minutes(d.Path))) {
			continue
		}
		if _, problem := c.Verified(d); problem != nil {
			c.problems = append(c.problems, *problem)
		}
	}
}

// DamagedEarlier tells which texts of earlier versions are not those that were recorded.
func (r *Record) DamagedEarlier() (problems []source.Problem) {
	for i, d := range r.Documents {
		if i+1 == len(r.Documents) || r.Documents[i+1].Path != d.Path {
			continue // the latest
		}
		if _, there := r.tree.File(r.TextPath(d)); !there {
			continue
		}
		if _, problem := r.Verified(d); problem != nil {
			problems = append(problems, *problem)
		}
	}
	return problems
}

// ahead tells that a text is already that of the file as it is now, with the words that
// were sealed, or its stub: an update of the record was ended before it came to the table.
func (c *checker) ahead(d Document, text source.Digest, m *content.Minutes) bool {
	if stub := stubOf(m); stub != nil {
		return text == sha256.Sum256(stub)
	}
	f, there := c.site.Tree.File(d.Path)
	if !there || d.Seal != (source.Digest{}) && (m == nil || m.Seal != d.Seal) {
		return false
	}
	now, err := c.site.Tree.Sum(f)
	return err == nil && now == text
}
