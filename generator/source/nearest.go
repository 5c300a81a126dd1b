package source

import (
	"slices"
	"strings"
)

// Nearest gives the candidate that a person most likely meant by word: one that its Danish
// meaning is, else the one that the fewest slips of the hand part from it, the first of
// equals. It is "" when more than a third of the letters would have to be others, those of
// folders that both lie in left out: a guess that is wrong helps nobody.
func Nearest(word string, candidates []string) string {
	for _, meant := range inDanish[strings.ToLower(word)] {
		if slices.Contains(candidates, meant) {
			return meant
		}
	}
	word = strings.ToLower(word)
	best, least := "", len(word)+1
	for _, c := range candidates {
		lower := strings.ToLower(c)
		shared := sharedFolders(word, lower)
		wanted, letters := []rune(word[shared:]), []rune(lower[shared:])
		if d := slipsBetween(wanted, letters); d < least && 3*d <= max(len(wanted), len(letters)) {
			best, least = c, d
		}
	}
	return best
}

// sharedFolders is how far two paths have the same folders.
func sharedFolders(a, b string) int {
	shared := 0
	for i := range min(len(a), len(b)) {
		switch {
		case a[i] != b[i]:
			return shared
		case a[i] == '/':
			shared = i + 1
		}
	}
	return shared
}

// inDanish are keys and values of content files by the Danish words that one would write
// for them.
var inDanish = map[string][]string{
	"godkendt": {"approved"}, "kladde": {"draft"}, "udkast": {"draft"}, "planlagt": {"planned"}, "aflyst": {"cancelled"},
	"udsendt": {"final"}, "endelig": {"final"}, "endeligt": {"final"}, "trukket tilbage": {"withdrawn"}, "tilbagetrukket": {"withdrawn"},
	"foreløbig": {"provisional"}, "foreløbigt": {"provisional"}, "andre": {"other"},
	"indstilling": {"proposal"}, "udfald": {"outcome"}, "beslutning": {"outcome", "decision"}, "sagsfremstilling": {"case"}, "bilag": {"enclosure", "attachments"},
	"dansk": {"da"}, "engelsk": {"en"}, "sprog": {"lang", "language"},
	"navn": {"name"}, "titel": {"title"}, "dato": {"date"}, "sted": {"place"}, "slut": {"end"}, "ordstyrer": {"chair"}, "formand": {"chair"}, "mødeleder": {"chair"},
	"sekretær": {"secretary"}, "referent": {"secretary"}, "deltagere": {"participants"}, "dagsorden": {"agenda"}, "rettelser": {"corrections"}, "udvalg": {"committee"},
	"rolle": {"role"}, "fraværende": {"absent"}, "afbud": {"absent"}, "nummer": {"number"}, "punkt": {"item", "number"}, "oplægsholder": {"presenter"}, "lukket": {"closed"},
	"vedrører": {"concerns"}, "fil": {"file"}, "hvad": {"what"}, "hvorfor": {"why", "reason"}, "grund": {"reason"}, "årsag": {"reason"}, "kilde": {"source"},
	"resume": {"summary"}, "resumé": {"summary"}, "sag": {"case"}, "enhed": {"unit"}, "mappe": {"folder"}, "ord": {"words"}, "telefon": {"phone"}, "mail": {"email"}, "adresse": {"address"},
}

// slipsBetween counts the slips that make a to b: a letter too many, one too few, another
// one, or two neighbours in each other's place.
func slipsBetween(a, b []rune) int {
	var before []int // the row before the one before
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j, y := range b {
			other := row[j]
			if x != y {
				other++
			}
			next[j+1] = min(other, next[j]+1, row[j+1]+1)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
