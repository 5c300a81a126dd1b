package search

import "referat/generator/danish"

// Meeting is what the index is told of a meeting.
type Meeting struct {
	Committee string // id
	Name      string // last part of its address: the date, "2023-11-07-2"
	Date      danish.Date
	Draft     bool // shown although a draft
	Items     []Item
}

// Item is what a hit leads to. One without anchor is what stands outside the items.
type Item struct {
	Anchor string
	Title  string
	Texts  []Text
	About  []string // ids of subjects
}

// Text is a text as the page shows it: blocks parted by line breaks.
type Text struct {
	Plain    string
	Decision bool
}

// titled tells that the title weighs more than the text: not that of the meeting,
// which its committee's other meetings have too.
func (i *Item) titled() bool { return i.Anchor != "" }

func (i *Item) decides() bool {
	for _, t := range i.Texts {
		if t.Decision {
			return true
		}
	}
	return false
}

// Bits of a posting and of a place.
const (
	impactCount    = 3 // how often it is there, less one
	impactTitle    = 4
	impactDecision = 8

	placeLength   = 7
	placeDecision = 8

	flagDraft = 1
)

// lengthClass is how long a text of some words is, in few bits.
func lengthClass(words int) byte {
	class := 0
	for words >>= 5; words > 0 && class < placeLength; words >>= 1 {
		class++
	}
	return byte(class)
}
