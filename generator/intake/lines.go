package intake

import (
	"strings"
	"unicode"

	"referat/generator/content"
	"referat/generator/intake/pattern"
)

// LineOf is the line of a content file that one of its doubts is about; 0 when the doubt does not say.
func LineOf(file string, d content.ImportDoubt) int {
	t := parseFile(file)
	text, at := t.file()
	if d.Key != "" {
		return t.keyLine(d, at)
	}
	if d.Anchor == "" && d.Near == "" {
		return 0
	}
	lines := strings.Split(text, "\n")
	heading, from, to := t.part(d.Anchor, at, len(lines))
	if found := withWords(lines[from:to], d.Near); len(found) > 0 {
		return 1 + from + found[min(max(d.Nth, 1), len(found))-1]
	}
	return heading
}

// part is the lines below an anchor, and that of its heading, counted from 1.
func (t *tree) part(anchor string, at map[any]int, end int) (heading, from, to int) {
	from, to = min(max(at[t.body]-1, 0), end), end
	anchors, next := t.anchors(), 0
	found := anchor == ""
	for _, item := range t.body.kids {
		if !item.isHeading() {
			continue
		}
		if found {
			return heading, from, at[item] - 1
		}
		of := anchors[next]
		next++
		if of[0] == anchor {
			heading, from, found = at[item], at[item], true
			continue
		}
		for i, s := range item.kids {
			if found {
				return heading, from, at[s] - 1
			}
			if of[1+item.unnamed()+i] == anchor {
				heading, from, found = at[s], at[s], true
			}
		}
	}
	if !found {
		return 0, end, end
	}
	return heading, from, to
}

// headKeys are the keys that Write gives the head, in order.
var headKeys = []string{"title", "date", "start", "end", "place", "chair", "secretary", "state"}

// nameKeys are the keys that entries of lists of front matter are found by.
var nameKeys = map[string]string{"participants": "name", "agenda": "title"}

// keyLine is the line of a key of front matter, or of the one before which it belongs; or that of a
// participant or an item of the agenda, by name.
func (t *tree) keyLine(d content.ImportDoubt, at map[any]int) int {
	name := nameKeys[d.Key]
	for _, n := range t.head.kids {
		if name != "" && strings.HasPrefix(n.id, "[["+d.Key+"]]") && n.value(name) == squeezed(d.Near) {
			return at[n]
		}
	}
	belongs := false
	for _, key := range headKeys {
		belongs = belongs || key == d.Key
		if n := byID(t.head.kids, key); belongs && n != nil {
			return at[n]
		}
	}
	return 1
}

// nearWords is how many words a text is found by.
const nearWords = 8

func firstWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(len(words), nearWords)], " ")
}

// inlineMarks are what stands in a line of Markdown and is not shown.
var inlineMarks = pattern.Of(`</?[a-z]+ ?/?>|\]\([^()\s]*\)|\[\^[^\]\s]+\]`)

// withWords are the lines that have the words or, when none has, those that have their beginning.
func withWords(lines []string, words string) []int {
	wanted := lettersOf(words)
	if wanted == "" {
		return nil
	}
	shown := make([]string, len(lines))
	for i, line := range lines {
		shown[i] = lettersOf(inlineMarks().ReplaceAllString(line, ""))
	}
	for _, wanted := range []string{wanted, beginning(wanted)} {
		var found []int
		for i := range shown {
			if strings.Contains(shown[i], wanted) {
				found = append(found, i)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// beginning is enough of a text to find it by.
func beginning(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 30)])
}

// lettersOf leaves the letters and digits of a text.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// hasWords tells that there is a letter or a digit in a text.
func hasWords(s string) bool { return lettersOf(s) != "" }
