package intake

import (
	"regexp"
	"slices"
	"strings"
)

// This file parts lines that name several people.

// splitPeople parts a line that names several people: by semicolons, or by commas and "og" where each part is a name.
// Two names with a comma between them may be a name and an organisation; whole tells that they are all of a list.
func splitPeople(text string, whole bool) []string {
	text = strings.TrimSpace(members.ReplaceAllString(text, ""))
	if m := groupLabel.FindStringSubmatch(text); m != nil && !nameLike(m[1]) {
		parts := splitPeople(m[2], true)
		for i := range parts {
			parts[i] = m[1] + ": " + parts[i]
		}
		return parts
	}
	if parts := outside(text, ";"); len(parts) > 1 {
		var list []string
		for _, p := range parts {
			list = append(list, splitAnd(p)...)
		}
		return list
	}
	parts := outside(text, ",")
	last := parts[len(parts)-1]
	joined := len(splitAnd(last)) > 1
	var each []string
	for _, p := range parts {
		each = append(each, splitAnd(p)...)
	}
	parts = each
	if len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return !shortCode.MatchString(p) || len(p) < 2 }) {
		return parts // initials
	}
	if left, right, both := strings.Cut(last, " og "); both && !joined {
		if named := append(slices.Clone(parts[:len(parts)-1]), left, right); firstNames(named) {
			return named
		}
	} else if firstNames(parts) {
		return parts
	}
	for _, p := range parts {
		if !titled(nameWords(p)) {
			return people(text, parts)
		}
	}
	if len(parts) == 2 && !joined && !whole && strings.Count(text, "(") < 2 {
		return []string{text}
	}
	return parts
}

// groupLabel is whose people a line of a list names: "Studerende: Laurits Hoff, Amalie Tved".
var groupLabel = regexp.MustCompile(`^(\p{Lu}[\p{L}\d &/.-]{1,60}):\s+(\S.*)$`)

// people parts a list in which titles and organisations stand between commas too, each behind its person.
// Three names are needed, since an organisation may be called as a person is.
func people(text string, parts []string) []string {
	var list []string
	for i, p := range parts {
		if titled(nameWords(p)) {
			list = append(list, p)
		} else if i == 0 {
			return []string{text}
		} else {
			list[len(list)-1] += ", " + p
		}
	}
	if len(list) < 3 {
		return []string{text}
	}
	return list
}

// firstNames tells of a list of people who are called by their first names: "Silas, Ida Marie og Noah".
func firstNames(parts []string) bool {
	single := 0
	for _, p := range parts {
		words := strings.Fields(withoutBrackets(p))
		if len(words) == 0 || len(words) > 3 || slices.ContainsFunc(words, func(w string) bool { return !namePart.MatchString(w) || notOfName(w) || shout(w) }) {
			return false
		}
		if len(words) == 1 {
			single++
		}
	}
	return len(parts) > 2 && 2*single > len(parts)
}

// nameWords is a person's words up to a bracket or a dash.
func nameWords(s string) string {
	for _, dash := range []string{" – ", " - ", " — "} {
		s, _, _ = strings.Cut(s, dash)
	}
	return withoutBrackets(s)
}

var members = regexp.MustCompile(`^\p{L}*medlemme(?:rne|r)\s+`)

// titled tells that words read as a name, perhaps with a title of one word or two before it.
func titled(s string) bool {
	fields := strings.Fields(strings.TrimRight(s, ".,;"))
	for n := 0; n <= 2 && n < len(fields)-1; n++ {
		if nameLike(strings.Join(fields[n:], " ")) && isTitle(fields[:n]) {
			return true
		}
	}
	return false
}

// isTitle tells of words that may stand before a name: "overlæge", "ledende overlæge", "professor MSO".
func isTitle(words []string) bool {
	switch len(words) {
	case 0:
		return true
	case 1:
		return isRole(words[0]) || isLower(words[0])
	}
	return isRole(words[1]) || (isRole(words[0]) || isLower(words[0])) && (isLower(words[1]) || shortCode.MatchString(words[1]))
}

// splitAnd parts "A B og C D" where both are names.
func splitAnd(text string) []string {
	text = strings.TrimSpace(text)
	for _, and := range []string{" og ", " samt ", " & "} {
		if at := strings.LastIndex(text, and); at > 0 {
			left, right := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+len(and):])
			if titled(withoutBrackets(left)) && titled(withoutBrackets(right)) {
				return []string{left, right}
			}
		}
	}
	return []string{text}
}

// withoutBrackets is a text without what stands in brackets, and without a point at its end.
func withoutBrackets(s string) string {
	for {
		m := lastBracket.FindStringIndex(s)
		if m == nil {
			return strings.TrimRight(absentEnd.ReplaceAllString(strings.TrimSpace(s), ""), ".")
		}
		s = s[:m[0]]
	}
}

// outside cuts at a sign that stands outside brackets.
func outside(s, sign string) []string {
	var parts []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		case sign[0]:
			if depth <= 0 {
				parts = append(parts, strings.TrimSpace(s[from:i]))
				from = i + 1
			}
		}
	}
	if rest := strings.TrimSpace(s[from:]); rest != "" || len(parts) == 0 {
		parts = append(parts, rest)
	}
	return parts
}
