package intake

import (
	"strings"
	"unicode/utf8"

	"referat/generator/intake/pattern"
)

// This file puts the lines of a list of people together to one line for each.

// close reads the people of the list in progress.
func (p *peopleReader) close() {
	if !p.opened {
		return
	}
	p.opened = false
	for _, lines := range p.logical() {
		texts := p.wordsOf(lines)
		text := strings.Join(texts, " ")
		if p.group.rest != "" && lines[0] == p.lines[0] {
			text = spaced(p.group.rest + " " + strings.Join(texts[1:], " "))
		}
		p.read(text, lines)
	}
}

// wordsOf are the lines of people; where two stand in columns, a semicolon parts them.
func (p *peopleReader) wordsOf(lines []int) []string {
	var texts []string
	for _, i := range lines {
		l := &p.analysis.lines[i]
		if len(l.columns) > 1 && p.columnsOfPeople() {
			texts = append(texts, strings.Join(l.columns, "; "))
		} else {
			texts = append(texts, l.text)
		}
	}
	return texts
}

// columnsOfPeople tells that each column of a list names people, and not the second what those of the first are.
func (p *peopleReader) columnsOfPeople() bool {
	var cells [][]string
	for _, i := range p.lines {
		cells = append(cells, p.analysis.lines[i].columns)
	}
	return namesBeside(cells)
}

// namesBeside tells that most cells right of the first are names too.
func namesBeside(rows [][]string) bool {
	names, all := 0, 0
	for _, row := range rows {
		for c, cell := range row {
			if cell = spaced(cell); c > 0 && cell != "" {
				all++
				if titled(nameWords(firstName(unmarked(cell)))) {
					names++
				}
			}
		}
	}
	return all > 0 && names*4 >= all*3
}

// logical joins the lines of a list that only the page's width has parted.
func (p *peopleReader) logical() [][]int {
	var list [][]int
	for n, i := range p.lines {
		l := &p.analysis.lines[i]
		if n > 0 {
			before := &p.analysis.lines[i-1]
			whole := list[len(list)-1]
			prose := p.group.rest != "" && n == len(whole) && utf8.RuneCountInString(before.text) > fullLine
			broken := p.lines[n-1] == i-1 && (p.breaksName(before) || l.below(before) && strings.Count(p.textOf(whole), ",") > 1 && halfList().MatchString(before.text) || strings.HasSuffix(before.text, ",") || strings.HasSuffix(before.text, ";"))
			if broken || p.belowIn(whole, i) || l.below(before) && (prose || p.goesOn(p.textOf(whole), l.text)) {
				list[len(list)-1] = append(whole, i)
				continue
			}
		}
		list = append(list, []int{i})
	}
	return list
}

// belowIn tells that a line says who the person in the line above is.
func (p *peopleReader) belowIn(lines []int, i int) bool {
	return len(lines) == 1 && lines[0] == i-1 && nameLike(p.analysis.lines[i-1].text) && ofPerson(p.analysis.lines[i].text)
}

// breaksName tells that a list in one line goes on in the next, since the line ends between the words of a name.
func (p *peopleReader) breaksName(l *line) bool {
	return (p.group.rest != "" || strings.Count(l.text, ",") > 1) && utf8.RuneCountInString(l.text) > fullLine && halfName().MatchString(l.text)
}

var (
	halfName = pattern.Of(`[,;]\s+\p{Lu}\p{L}+$|` + endsInAnd)
	halfList = pattern.Of(endsInAnd)
)

// endsInAnd is the end of a list that its last person is parted from, or the end of that name.
const endsInAnd = `\s(?:og|samt)(?:\s+\p{Ll}[\p{L}-]*)?(?:\s+\p{Lu}\p{L}+)?$`

// fullLine is so long that the page's width may have ended it.
const fullLine = 60

func (p *peopleReader) textOf(lines []int) string {
	var texts []string
	for _, i := range lines {
		texts = append(texts, p.analysis.lines[i].text)
	}
	return strings.Join(texts, " ")
}

// goesOn tells that a line does not begin a person of its own.
func (p *peopleReader) goesOn(before, text string) bool {
	if strings.Contains(before, ";") || strings.Count(before, "(") > strings.Count(before, ")") || unfinished().MatchString(before) || strings.HasSuffix(before, ";") || boxPattern().MatchString(before) && len(before) < 5 {
		return true
	}
	if boxPattern().MatchString(text) || bullet().MatchString(text) {
		return false
	}
	list := mentions(text, false)
	return len(list) == 0 || !nameLike(readPerson(list[0].words, group{}).Name)
}

// nameWords is a person's words up to a bracket or a dash.
func nameWords(s string) string {
	for _, dash := range []string{" – ", " - ", " — "} {
		s, _, _ = strings.Cut(s, dash)
	}
	return withoutBrackets(s)
}
