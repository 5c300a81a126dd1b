package search

import (
	"strconv"

	"referat/generator/danish"
)

// What readers know of minutes besides their words: the day of the meeting, and the number
// of the item. Both stand in the places of a part, so that they cost no file.

// place is what an item is asked to be: of a meeting of some days, or of a number.
type place struct {
	first, last int    // days since 1900
	anchor      string // of the number; "" of days
}

// placeGroup is the group of a place that words begin with, and how many these are; 0 of
// none, and where nothing stands: then they are words like others.
func (r *Reader) placeGroup(words []asked) (group, int, error) {
	at, n := placeIn(words)
	if n == 0 {
		return group{}, 0, nil
	}
	for _, p := range r.parts {
		if err := r.whole(p); err != nil {
			return group{}, 0, err
		}
		if len(p.at(&at)) > 0 {
			return group{units: []unit{{place: &at, factor: factorExact}}}, n, nil
		}
	}
	return group{}, 0, nil
}

func placeIn(words []asked) (at place, n int) {
	if first, last, n := dateIn(words); n > 0 {
		return place{first: dayOf(first), last: dayOf(last)}, n
	}
	anchor, n := numberIn(words)
	return place{anchor: anchor}, n
}

// dateIn is a date at the beginning of words, from its first day to its last, and how many
// words it is: "7. november 2023", "nov. 2023", "7.11.2023", "2023-11-07".
func dateIn(words []asked) (first, last danish.Date, n int) {
	number := func(i, digits int) int {
		if i >= len(words) || len(words[i].word) > digits {
			return 0
		}
		v, _ := strconv.Atoi(words[i].word)
		return v
	}
	month := func(i int) int {
		if i >= len(words) {
			return 0
		}
		return danish.MonthBeginning(words[i].word)
	}
	day, ok := danish.NewDate(number(2, 4), month(1), number(0, 2))
	if !ok {
		day, ok = danish.NewDate(number(2, 4), number(1, 2), number(0, 2))
	}
	if !ok {
		day, ok = danish.NewDate(number(0, 4), number(1, 2), number(2, 2))
	}
	if ok && day.Year >= leastYear {
		return day, day, 3
	}
	if day, ok = danish.NewDate(number(1, 4), month(0), 1); ok && day.Year >= leastYear {
		return day, danish.EndOfMonth(day.Year, day.Month), 2
	}
	return danish.Date{}, danish.Date{}, 0
}

// leastYear is the first that a number is taken for.
const leastYear = 1901

// numberIn is the anchor of an item whose number words begin with, and how many these
// are; 0 of none: "pkt. 3", "punkt 2.1".
func numberIn(words []asked) (anchor string, n int) {
	if words[0].word != "pkt" && words[0].word != "punkt" {
		return "", 0
	}
	anchor, n = "punkt", 1
	for ; n < len(words) && len(words[n].word) <= 2 && hasDigit(words[n].word[:1]); n++ {
		if _, _, date := dateIn(words[n:]); date > 0 {
			break
		}
		anchor += "-" + words[n].word
	}
	if n == 1 {
		return "", 0
	}
	return anchor, n
}

// at are the items of a part that are there. One that the meeting's title stands for counts
// as the title does, one with a decision as that.
func (p *places) at(where *place) []posting {
	var list []posting
	for item, meeting := range p.of {
		day, anchor := p.meetings[meeting].day, p.anchors[item]
		there := where.first <= day && day <= where.last
		if where.anchor != "" {
			there = anchor == where.anchor
		}
		if !there {
			continue
		}
		impact := byte(0)
		switch {
		case anchor == "":
			impact = impactTitle
		case p.sizes[item]&placeDecision != 0:
			impact = impactDecision
		}
		list = append(list, posting{int32(item), impact})
	}
	return list
}
