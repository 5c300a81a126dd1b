package pdf

import (
	"slices"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// lineEnd is a hyphen at the end of a line, with the word before and after it.
var lineEnd = pattern.Of(`([\p{L}\p{N}’']+(?:-[\p{L}\p{N}’']+)*)-\n([\p{L}\p{N}’']+)`)

// word is a word as hyphens are looked up by.
var word = pattern.Of(`[\p{L}\p{N}’']+(?:-[\p{L}\p{N}’']+)*-?`)

// vocabulary is the words that stand within the lines of a document.
type vocabulary map[string]bool

func readVocabulary(blocks []*block) vocabulary {
	v := vocabulary{}
	for _, b := range blocks {
		for line := range strings.SplitSeq(b.Words(), "\n") {
			words := word().FindAllString(line, -1)
			for i, w := range words {
				if i < len(words)-1 || !strings.HasSuffix(w, "-") {
					v[strings.ToLower(w)] = true
				}
			}
		}
	}
	return v
}

// parting is what to do with a hyphen at the end of a line.
type parting int

const (
	leave parting = iota // the line ends there: "sundheds-" before "og"
	keep                 // it belongs to the word: "set-up"
	drop                 // it was set where the line ends
)

// fixed are first parts that keep their hyphen wherever they stand.
var fixed = []string{"e", "it", "ad", "ex", "co", "non", "anti", "ikke", "semi", "set", "follow", "start", "back", "check"}

// part decides by the letters and by the rest of the document.
func (v vocabulary) part(left, right string) parting {
	switch right {
	case "og", "eller", "samt", "men", "til", "som":
		return leave
	}
	for i := range right {
		if end := right[:len(right)-i]; v[strings.ToLower(left+"-"+end)] {
			return keep
		}
		if i >= 3 {
			break
		}
	}
	plain := func(s string) bool {
		return !strings.ContainsFunc(s, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || strings.ContainsRune("æøåéüöäèêóáíúñç", r))
		})
	}
	switch {
	case v[strings.ToLower(left+"-")] && !v[strings.ToLower(left+right)]:
		return keep
	case !plain(left) || !plain(right):
		return keep
	case slices.Contains(fixed, left):
		return keep
	}
	return drop
}

// rejoin joins the words that ends of lines have parted at a hyphen. What is dropped is told; of a kept hyphen
// only the end of the line goes, in the raw words too.
func rejoin(doc *manuscript.Document, blocks []*block) {
	v := readVocabulary(blocks)
	join := func(runs []manuscript.Run, at manuscript.Place) {
		text := manuscript.Plain(runs)
		for _, m := range slices.Backward(lineEnd().FindAllStringSubmatchIndex(text, -1)) {
			left, right := text[m[2]:m[3]], text[m[4]:m[5]]
			if i := strings.LastIndexByte(left, '-'); i >= 0 {
				left = left[i+1:]
			}
			switch v.part(left, right) {
			case keep:
				cut(runs, m[3]+1, m[3]+2)
				doc.Raw = strings.ReplaceAll(doc.Raw, " "+text[m[2]:m[3]]+"- "+right, " "+text[m[2]:m[3]]+"-"+right)
			case drop:
				cut(runs, m[3], m[3]+2)
				lines := strings.Count(text[:m[3]], "\n")
				doc.Joins = append(doc.Joins, manuscript.Join{Left: text[m[2]:m[3]] + "-", Right: right, At: manuscript.Place{Page: at.Page, Line: at.Line + lines}})
			}
		}
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		join(b.Text, b.At)
		for _, row := range b.Rows {
			for _, c := range row {
				join(c.Text, b.At)
			}
		}
	}
	for _, n := range doc.Notes {
		join(n.Text, n.At)
	}
	slices.SortStableFunc(doc.Joins, func(a, b manuscript.Join) int {
		return (a.At.Page-b.At.Page)*100000 + a.At.Line - b.At.Line
	})
}

// cut takes the bytes of a stretch out of the text of runs.
func cut(runs []manuscript.Run, from, to int) {
	at := 0
	for i := range runs {
		n := len(runs[i].Text)
		a, b := min(max(from-at, 0), n), min(max(to-at, 0), n)
		runs[i].Text = runs[i].Text[:a] + runs[i].Text[b:]
		at += n
	}
}
