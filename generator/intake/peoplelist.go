package intake

import (
	"slices"
	"strings"

	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// This file parts a line that names several people. Commas stand between people, and between a person and what is
// said of them, often in one line; so each piece is weighed by its words, and all of the list decides
// what the pieces that read both ways are.

// mention is the words of one person in a line, and what the line leaves open of them.
type mention struct {
	words   string
	unclear []unclear
}

type inListKind int

const (
	saying    inListKind = iota // of a person: a title, an organisation, attendance
	codePiece                   // initials, or an organisation's
	nameMaybe                   // a person's name or an organisation's
	nameSure
)

// inList is what stands between two signs of a line.
type inList struct {
	words, name string
	kind        inListKind
	and         bool // "og" stands before it
}

var members = pattern.Of(`^\p{L}*medlemme(?:rne|r)\s+`)

// mentions parts a line into people. whole tells that it is all of a list.
func mentions(text string, whole bool) []mention {
	text = strings.TrimSpace(members().ReplaceAllString(text, ""))
	var list []mention
	if boxes := cutAtBoxes(text); len(boxes) > 1 {
		for _, part := range boxes {
			list = append(list, mention{words: strings.TrimRight(part, " ,;")})
		}
		return list
	}
	segments := outside(text, ";")
	for _, segment := range segments {
		if segment = strings.TrimSpace(segment); segment != "" {
			list = append(list, partList(segment, whole && len(segments) == 1)...)
		}
	}
	return list
}

// cutAtBoxes parts a line with several boxes for ticks.
func cutAtBoxes(text string) []string {
	var parts []string
	from := 0
	for i := range text {
		if i > 0 && text[i-1] == ' ' && text[i] != '-' && hasWords(text[from:i]) && boxPattern().MatchString(text[i:]) && boxPattern().MatchString(text) {
			parts = append(parts, text[from:i])
			from = i
		}
	}
	return append(parts, text[from:])
}

// partList parts what stands between two semicolons.
func partList(text string, whole bool) []mention {
	list := listedIn(text)
	if allCodes(list) {
		return each(list)
	}
	sure, maybe, other := count(list)
	if sure+maybe < 2 {
		m := mention{words: text}
		if codes := len(list) - sure - maybe - other; codes > 1 && sure+maybe == 1 {
			m.unclear = append(m.unclear, unclear{code: source.DoubtShared, arg: text})
		}
		return []mention{m}
	}
	list, doubted := decide(list, whole)
	return gather(list, doubted, text)
}

// each makes a person of every piece.
func each(list []inList) []mention {
	var people []mention
	for i := range list {
		people = append(people, mention{words: list[i].words})
	}
	if last := len(list) - 1; last > 0 && trailing(list) {
		people[last].unclear = []unclear{{code: source.DoubtShared, arg: allWords(list)}}
	}
	return people
}

func allWords(list []inList) string {
	var words []string
	for i := range list {
		words = append(words, list[i].words)
	}
	return strings.Join(words, ", ")
}

// allCodes tells of a list of initials.
func allCodes(list []inList) bool {
	return len(list) > 1 && !slices.ContainsFunc(list, func(p inList) bool { return p.kind != codePiece })
}

func count(list []inList) (sure, maybe, other int) {
	for i := range list {
		switch list[i].kind {
		case nameSure:
			sure++
		case nameMaybe:
			maybe++
		case saying:
			other++
		}
	}
	return sure, maybe, other
}

// listedIn cuts at commas, slashes and "og", and weighs each piece.
func listedIn(text string) []inList {
	var list []inList
	for _, part := range outside(text, ",") {
		and := false
		for _, word := range []string{"og ", "samt ", "& "} {
			if rest, has := strings.CutPrefix(part, word); has {
				part, and = rest, true
			}
		}
		for i, words := range cutAnd(part) {
			list = append(list, weigh(words, and || i > 0))
		}
	}
	return slices.DeleteFunc(list, func(p inList) bool { return p.words == "" })
}

func weigh(words string, and bool) inList {
	bare := nameWords(words)
	bare = strings.TrimSpace(bare[len(boxPattern().FindString(bare)):])
	p := inList{words: words, name: bare, and: and}
	switch name := nameIn(bare); {
	case partWord().MatchString(bare), nominated().MatchString(bare), bare == "", absentWord().MatchString(bare):
	case name != "" && surelyNamed(name), isGivenName(bare):
		p.kind = nameSure
	case name != "":
		p.kind = nameMaybe
	case len(bare) > 1 && shortCode().MatchString(bare):
		p.kind = codePiece
	}
	return p
}

// cutAnd parts "A B og C D", "A B / C D" where both read as people, or the second surely does.
func cutAnd(text string) []string {
	text = strings.TrimSpace(text)
	for _, sign := range []string{" og ", " samt ", " & ", " / ", "/"} {
		at := strings.LastIndex(text, sign)
		if at <= 0 || strings.Count(text[:at], "(") != strings.Count(text[:at], ")") {
			continue
		}
		left, right := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+len(sign):])
		before, after := cutAnd(left), weigh(right, true)
		last := weigh(before[len(before)-1], false)
		if after.kind == nameSure && sign != "/" || after.kind >= nameMaybe && last.kind >= nameMaybe || after.kind == codePiece && last.kind == codePiece || sign == " / " && last.kind >= nameMaybe {
			return append(before, cutAnd(right)...)
		}
	}
	return []string{text}
}

// decide settles whether the pieces that may be names are: in a list of names alone they are; among titles and
// organisations they are so when the person before has an organisation already. doubted are those that remain open.
func decide(list []inList, whole bool) (decided []inList, doubted []string) {
	sure, maybe, other := count(list)
	and := slices.ContainsFunc(list, func(p inList) bool { return p.and && p.kind >= nameMaybe })
	names := other == 0 && sure+maybe == len(list) && (len(list) > 2 || and || whole)
	organised := true // of the person before
	for i := range list {
		p := &list[i]
		switch {
		case p.kind == nameMaybe && names && len(list) == 2 && !and && i > 0:
			p.kind = nameSure
			doubted = append(doubted, p.name)
		case p.kind == nameMaybe && (names || p.and || i == 0):
			p.kind = nameSure
		case p.kind == nameMaybe:
			doubted = append(doubted, p.name)
			p.kind = saying
			if organised {
				p.kind = nameSure
			}
			organised = true
			continue
		case p.kind == codePiece:
			p.kind = saying
		}
		if p.kind == nameSure {
			organised = strings.HasSuffix(p.words, ")")
		} else {
			organised = organised || ofSeveral(p.words)
		}
	}
	return list, doubted
}

// gather gives each person what stands behind them, or before, where the list begins so.
func gather(list []inList, doubted []string, text string) []mention {
	var people []mention
	var has []bool // something that may be said of several
	forward := list[0].kind == saying && list[len(list)-1].kind == nameSure
	leading, open := "", list[0].kind == saying
	for i := range list {
		p := &list[i]
		switch {
		case p.kind == nameSure && leading != "":
			people, has, leading = append(people, mention{words: p.words + ", " + leading}), append(has, true), ""
		case p.kind == nameSure:
			bracketed := bracketOfSeveral(p.words)
			open = open || p.and && bracketed && !has[len(has)-1]
			people, has = append(people, mention{words: p.words}), append(has, bracketed)
		case forward || len(people) == 0:
			leading = strings.TrimPrefix(leading+", "+p.words, ", ")
		default:
			last := len(people) - 1
			people[last].words += ", " + p.words
			if ofSeveral(p.words) {
				open = open || last > 0 && !has[last-1]
				has[last] = true
			}
		}
	}
	last := &people[len(people)-1]
	if open || len(people) > 1 && trailing(list) {
		last.unclear = append(last.unclear, unclear{code: source.DoubtShared, arg: text})
	}
	for _, name := range doubted {
		last.unclear = append(last.unclear, unclear{code: source.DoubtName, name: name, arg: text})
	}
	return people
}

// trailing tells that a list of several ends in words in brackets or of absence, and that no other of its
// pieces has any, so that they may be said of all.
func trailing(list []inList) bool {
	last := len(list) - 1
	for i := range last {
		if list[i].kind == saying || list[i].words != list[i].name {
			return false
		}
	}
	words := list[last].words
	return list[last].kind != saying && bracketOfSeveral(words) || absentEnd().MatchString(words)
}

// bracketOfSeveral tells of words that end in a bracket with what may be said of several people at once.
func bracketOfSeveral(words string) bool {
	m := lastBracket().FindStringSubmatch(words)
	return m != nil && (ofSeveral(m[1]) || partWord().MatchString(m[1])) && !initialsOf(withoutBrackets(words), m[1])
}

// ofSeveral tells of words that may be said of several people at once: an organisation or attendance, not a title.
func ofSeveral(words string) bool {
	words = strings.Trim(words, "() ")
	if absentWord().MatchString(words) {
		return true
	}
	role, _ := parseRole(words)
	return role == "" && !chairWord().MatchString(words) && !secretaryWord().MatchString(words) && !isRole(words) && !partWord().MatchString(words) && !cameWord().MatchString(words) && !party().MatchString(words)
}

// titled tells that words read as a name, perhaps with a title before it.
func titled(s string) bool { return nameIn(s) != "" }

// nameIn is the name that words read as, without the title before it; "" of none.
func nameIn(s string) string {
	fields := strings.Fields(strings.TrimRight(s, ".,;"))
	for n := 0; n <= 2 && n < len(fields)-1; n++ {
		if name := strings.Join(fields[n:], " "); nameLike(name) && isTitle(fields[:n]) {
			return name
		}
	}
	return ""
}

// isTitle tells of words that may stand before a name: "overlæge", "Ledende overlæge", "professor MSO".
func isTitle(words []string) bool {
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(joiningWords, w) }) {
		return false
	}
	switch len(words) {
	case 0:
		return true
	case 1:
		return isRole(words[0]) || isLower(words[0])
	}
	return isRole(words[1]) || (isRole(words[0]) || isLower(words[0])) && (isLower(words[1]) || shortCode().MatchString(words[1]))
}

// joiningWords are those behind which a name is not the person's own: "suppleant for Anna Holm".
var joiningWords = []string{"for", "af", "ved", "til", "med", "hos", "fra", "i", "på", "om", "og"}
