package intake

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"referat/generator/intake/pattern"
)

// titleParts is what stands in a title beside its words.
type titleParts struct{ kind, presenter string }

var (
	presenterFirst = pattern.Of(`^(?:v/|v\.\s|ved\s+\p{Lu})`)
	presenterMark  = pattern.Of(`(?:^|[\s(,–-])(v/\s*|v\.\s+|ved\s+)(\p{Lu}.*)$`)
	kindBracket    = pattern.Of(`\s*\(([^()]+)\)\s*$`)
	kindPrefix     = pattern.Of(`^(?:til\s+)?(\p{L}+)\s*:\s+\S`)
)

// partTitle finds the kind and the presenter of a title, whichever comes first. A single letter in
// brackets behind a person's name is a party's, not a kind's.
func (a *analysis) partTitle(text string) (string, titleParts) {
	var parts titleParts
	title := spaced(text)
	kindAtEnd := func(personBefore bool) {
		m := kindBracket().FindStringSubmatch(title)
		if m == nil || parts.kind != "" || personBefore && utf8.RuneCountInString(m[1]) == 1 {
			return
		}
		if parts.kind = a.words.KindOf(m[1]); parts.kind != "" {
			title = strings.TrimSpace(strings.TrimSuffix(title, m[0]))
		}
	}
	if m := presenterMark().FindStringSubmatchIndex(title); m != nil {
		whole := title
		who := title[m[4]:m[5]]
		if title[m[2]:m[3]] != "ved " || nameLike(firstName(who)) {
			title = who
			kindAtEnd(true)
			parts.presenter = strings.TrimRight(title, " ,;")
			if strings.HasSuffix(strings.TrimSpace(whole[:m[2]]), "(") {
				parts.presenter = strings.TrimSuffix(parts.presenter, ")")
			}
			title = strings.TrimRight(whole[:m[2]], " ,(–-")
		}
	}
	kindAtEnd(false)
	if m := kindPrefix().FindStringSubmatch(title); m != nil && parts.kind == "" {
		parts.kind = a.words.KindOf(m[1])
	}
	return title, parts
}

// bareTitle is a title without kind and presenter.
func (a *analysis) bareTitle(text string) string {
	title, _ := a.partTitle(text)
	return title
}

// firstName is the part of a list of presenters before a comma or "og".
func firstName(who string) string {
	who, _, _ = strings.Cut(who, ",")
	who, _, _ = strings.Cut(who, " og ")
	who, _, _ = strings.Cut(who, " (")
	return who
}

// minutesWords are the digits that a number of minutes stands for.
func minutesWords(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
