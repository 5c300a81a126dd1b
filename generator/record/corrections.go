package record

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/source"
)

// This file keeps corrections that were published from going away, as words are kept.

// corrections tells which corrections of the latest recorded version minutes no longer
// have. The text of it is read only where the file is another.
func (c *checker) corrections(d Document, m *content.Minutes) {
	f, there := c.site.Tree.File(m.Path)
	if !there || d.Seal == (source.Digest{}) {
		return
	}
	if now, err := c.site.Tree.Sum(f); err != nil || now == d.Bytes {
		return
	}
	text := c.TextPath(d)
	then, _ := c.site.wording(text, d.Path)
	if then == nil {
		return
	}
	left := slices.Clone(m.Corrections)
	for _, was := range then.Corrections {
		at := slices.IndexFunc(left, func(is content.Correction) bool { return continues(is, was) })
		if at < 0 {
			c.report(source.Pos{Path: m.Path}, source.CorrectionVanished, was.Date.String(), shownCorrection(was), string(text))
			continue
		}
		left = slices.Delete(left, at, at+1)
	}
}

// continues tells that a correction is one that was recorded: reasons and an item may be
// added. What is said of a closed item is not known.
func continues(is, was content.Correction) bool {
	return is.Date == was.Date && (is.What == was.What || is.What == "" || was.What == "")
}

func shownCorrection(c content.Correction) string {
	var words []content.Word
	for word := range strings.FieldsSeq(c.What) {
		words = append(words, content.Word{Text: word})
	}
	return brief(printable(words))
}
