package docx

import "referat/generator/intake/manuscript"

// markStrong finds what stands out from the text around it: all bold, or larger than the size
// that most of the text has.
func (f *file) markStrong(blocks []laid) {
	usual, most := 0, 0
	for size, letters := range f.sizes {
		if letters > most || letters == most && size < usual {
			usual, most = size, letters
		}
	}
	for i := range blocks {
		if b := &blocks[i]; b.Kind == manuscript.Paragraph || b.Kind == manuscript.Entry {
			b.Strong = allBold(b.Text) || isLarger(b.size, usual)
		}
	}
}

func allBold(text []manuscript.Run) bool {
	some := false
	for _, r := range text {
		if blank(r.Text) {
			continue
		}
		if !r.Look.Bold {
			return false
		}
		some = true
	}
	return some
}

// isLarger tells whether a reader sees that letters are larger: by an eighth, as 13 points are in a text of 11. A size that
// the file does not say is that of Word, 10 points.
func isLarger(size, usual int) bool {
	return 8*or(size, ordinarySize) > 9*or(usual, ordinarySize)
}

const ordinarySize = 20 // half points
