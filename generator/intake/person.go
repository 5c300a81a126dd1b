package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// unclear is what a person's line leaves open.
type unclear struct {
	code source.Code
	arg  string
	name string // whom it is about, if not the person
}

var (
	boxPattern    = pattern.Of(`^(?:[•*–-]\s*)?(?:\[\s*(x|X|✓|✔)?\s*\]|([☑☒✓✔■🗹])|([☐□]))\s*`)
	lastBracket   = pattern.Of(`\s*,?\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.,]?$`)
	partWord      = pattern.Of(`(?i)^(?:(?:fra|til|indtil|efter|kl\.|fra og med)\s.*(?:kl\.|\d|pkt|punkt).*|(?:deltog\s+)?(?:under|ved|i|til|fra|kun)\s+(?:behandling\S*\s+af\s+)?(?:dagsordens)?(?:pkt|punkt).*|(?:pkt|punkt).*|deltog .*|afbud .*|online|virtuelt|via .*|pr\. .*|på (?:telefon|video|teams).*|suppleant.*|stedfortræder.*|i stedet for .*|vikar for .*|gæst|observatør|ikke .*|forlod .*|ankom .*|gik .*|kom .*)$`)
	doubtfulWord  = pattern.Of(`(?i)\b(?:afbud|fraværende)\b`)
	nominated     = pattern.Of(`(?i)^(?:indstillet|udpeget|repræsentant|valgt)\s+(?:af|for)\s+([^,]+?)(?:,\s*(.*))?$`)
	chairWord     = pattern.Of(`(?i)^(?:formand|mødeleder|ordstyrer|forperson|mødeformand|dirigent)$`)
	secretaryWord = pattern.Of(`(?i)^(?:referent|sekretær|mødesekretær|ref\.?)$`)
	shortCode     = pattern.Of(`^\p{Lu}{1,5}[\p{Lu}\d.]*$`)
	party         = pattern.Of(`^\p{Lu}[\p{Lu}F]?$`)
	listNumber    = pattern.Of(`^\d{1,2}[.)]\s+`)
	particle      = pattern.Of(`^(?:af|de|den|der|du|van|von|la|le|el|al|bin|zu|y)$`)
	namePart      = pattern.Of(`^\p{Lu}[\p{L}\p{M}'’´.-]*$`)
)

// unmarked takes the mark of a list and a number from a line.
func unmarked(text string) string {
	if !boxPattern().MatchString(text) {
		text = strings.TrimSpace(text[len(bullet().FindString(text)):])
	}
	return text[len(listNumber().FindString(text)):]
}

// nameLike tells that words read as a person's name: two to six, with capitals, none an organisation's.
func nameLike(s string) bool {
	words := strings.Fields(strings.TrimRight(s, ".,;"))
	if len(words) < 2 || len(words) > 6 || !namePart().MatchString(words[0]) {
		return false
	}
	capitals := 0
	for _, w := range words {
		if namePart().MatchString(w) {
			capitals++
		} else if !particle().MatchString(w) {
			return false
		}
	}
	coded := slices.ContainsFunc(words, func(w string) bool {
		return utf8.RuneCountInString(w) > 1 && shortCode().MatchString(w) && !strings.HasSuffix(w, ".")
	})
	return capitals >= 2 && !slices.ContainsFunc(words, notOfName) && namePart().MatchString(words[len(words)-1]) && (!coded || shout(s))
}

// withoutBrackets is a text without what stands in brackets, and without a point at its end.
func withoutBrackets(s string) string {
	for {
		m := lastBracket().FindStringIndex(s)
		if m == nil {
			s = strings.TrimRight(absentEnd().ReplaceAllString(strings.TrimSpace(s), ""), ".")
			name, _ := cutPart(s)
			return name
		}
		s = s[:m[0]]
	}
}

var partBehind = pattern.Of(`^(.+?)\s+((?:under|ved|fra|til|indtil|via|kl\.|kun|på|online|virtuelt|deltog|ankom|forlod|gik|kom)(?:\s.*)?)$`)

// cutPart takes from the end of a name in which part of the meeting the person was there: "Anna Holm under punkt 3".
func cutPart(s string) (name, part string) {
	if m := partBehind().FindStringSubmatch(s); m != nil && nameLike(m[1]) && partWord().MatchString(m[2]) {
		return m[1], m[2]
	}
	return s, ""
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

// readPerson takes one person's words apart.
func readPerson(text string, g group) attendee {
	var p attendee
	p.Absent, p.Staff, p.Organisation, p.member = g.absent, g.staff, g.organisation, g.members
	if g.note != "" {
		p.Note = g.note
	}
	if m := boxPattern().FindStringSubmatch(text); m != nil {
		text = text[len(m[0]):]
		ticked := m[1] != "" || m[2] != ""
		switch {
		case !ticked && !g.absent:
			p.Absent = true
			p.unclear = append(p.unclear, unclear{code: source.DoubtBox, arg: text})
		case !ticked:
			p.Absent = false
			p.unclear = append(p.unclear, unclear{code: source.DoubtBox, arg: text})
		}
	}
	whole := text
	text = p.brackets(text)
	if rest := p.takeAbsence(text); rest != text {
		text = p.brackets(rest)
	}
	p.parts(text)
	p.verbatim(whole + " " + g.organisation + " " + g.note)
	if doubtfulWord().MatchString(whole) && !p.Absent {
		p.unclear = append(p.unclear, unclear{code: source.DoubtAfbud, arg: whole})
	}
	return p
}

// verbatim leaves out what was put together of words that do not stand together: then they were not understood.
func (p *attendee) verbatim(whole string) {
	for _, field := range []*string{&p.Role, &p.Organisation, &p.NominatedBy, &p.Specialty, &p.Note} {
		if !strings.Contains(strings.Join(tokens(whole), " "), strings.Join(tokens(*field), " ")) && *field != "" && p.Name != "" {
			*field = ""
			p.unclear = append(p.unclear, unclear{code: source.DoubtName, arg: p.Name})
		}
	}
}

// brackets reads what stands in brackets at the end, from the last to the first.
func (p *attendee) brackets(text string) string {
	var inside []string
	for {
		m := lastBracket().FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		inside = append(inside, text[m[2]:m[3]])
		text = text[:m[0]]
	}
	slices.Reverse(inside)
	for _, words := range inside {
		p.bracket(strings.TrimSpace(words), text)
	}
	return strings.TrimSpace(text)
}

func (p *attendee) bracket(words, before string) {
	switch m := nominated().FindStringSubmatch(words); {
	case p.said(words):
	case m == nil && strings.Contains(words, ","):
		for _, part := range outside(words, ",") {
			p.bracket(part, before)
		}
	case m != nil:
		p.NominatedBy, p.Specialty = m[1], m[2]
	case len(words) > 1 && shortCode().MatchString(words) && initialsOf(cmp.Or(nameIn(before), before), words):
	case isOrganisation(words) && p.Organisation == "":
		p.Organisation = words
	case party().MatchString(words):
		p.addNote(words)
	case isRole(words) && p.Role == "":
		p.Role = words
	case p.Organisation == "" && !strings.Contains(before, ",") && capital(words):
		p.Organisation = words
	default:
		p.addNote(words)
	}
}

// said takes what words say of a person's attendance and part in the meeting.
func (p *attendee) said(words string) bool {
	switch {
	case words == "":
	case p.attended(words):
	case chairWord().MatchString(words):
		p.Chair = true
	case secretaryWord().MatchString(words):
		p.secretary = true
	case partWord().MatchString(words):
		p.addNote(words)
	default:
		return false
	}
	return true
}

// addNote takes the first note; more of them stay in the line, which is kept.
func (p *attendee) addNote(words string) { setOnce(&p.Note, words) }

// initialsOf tells that a code in capitals is made of the letters of a name.
func initialsOf(name, code string) bool {
	if _, behind, found := strings.Cut(name, ": "); found {
		name = behind
	}
	name, _, _ = strings.Cut(name, ",")
	rest := strings.ToUpper(name)
	for _, c := range code {
		at := strings.IndexRune(rest, c)
		if at < 0 {
			return false
		}
		rest = rest[at+utf8.RuneLen(c):]
	}
	return strings.HasPrefix(strings.ToUpper(name), code[:1])
}

// parts reads the name and what stands behind commas or a dash.
func (p *attendee) parts(text string) {
	text = strings.TrimRight(text, " .,;")
	if left, right, found := strings.Cut(text, ": "); found {
		p.behindColon(left, right)
		return
	}
	if m := behindBracket().FindStringSubmatch(text); m != nil {
		text = m[1] + ", " + m[2]
	}
	for _, dash := range []string{" – ", " - ", " — "} {
		text = strings.Replace(text, dash, ", ", 1)
	}
	parts := outside(text, ",")
	if len(parts) > 1 && !nameLike(parts[0]) && nameLike(parts[1]) {
		if len(parts) > 2 && !slices.ContainsFunc(strings.Fields(parts[0]), notOfName) {
			p.unclear = append(p.unclear, unclear{code: source.DoubtName, arg: text})
		}
		parts[0], parts[1] = parts[1], parts[0]
	}
	p.name(p.brackets(parts[0]))
	for _, part := range parts[1:] {
		p.part(p.brackets(part))
	}
}

// behindBracket finds words that follow a bracket without a comma: "Anna Holm (Prøvehuset) under punkt 3".
var behindBracket = pattern.Of(`^([^(),]+\([^()]*\))\s+([^\s,(–-].*)$`)

// behindColon reads "Region Sjælland: Jens Hansen", "Formand: Jens Hansen" and "Jens Hansen: afbud".
func (p *attendee) behindColon(left, right string) {
	if titled(withoutBrackets(outside(left, ",")[0])) && !titled(withoutBrackets(outside(right, ",")[0])) {
		p.parts(left)
		for _, part := range outside(right, ",") {
			p.part(p.brackets(part))
		}
		return
	}
	p.parts(right)
	switch {
	case p.said(left):
	case isRole(left) && p.Role == "":
		p.Role = left
	case p.Organisation == "":
		p.Organisation = left
	default:
		p.addNote(left)
	}
}

// name takes a title before the name for the role, and an organisation behind it for the organisation.
func (p *attendee) name(words string) {
	words, part := cutPart(strings.TrimSpace(words))
	if part != "" {
		p.addNote(part)
	}
	if nameLike(words) {
		p.Name = words
		return
	}
	fields := strings.Fields(words)
	for n := 1; n <= 2 && n < len(fields)-1; n++ {
		first := strings.Join(fields[:n], " ")
		if rest := strings.Join(fields[n:], " "); nameLike(rest) && (isRole(fields[n-1]) || n == 2 && isRole(fields[0]) && shortCode().MatchString(fields[1]) || !capital(first)) {
			p.Name = rest
			if !p.said(first) {
				p.Role = first
			}
			return
		}
	}
	for n := len(fields) - 1; n >= 2; n-- {
		if first := strings.Join(fields[:n], " "); nameLike(first) && p.Organisation == "" && (capital(fields[n]) || isRole(fields[n])) {
			p.Name = first
			p.part(strings.Join(fields[n:], " "))
			p.unclear = append(p.unclear, unclear{code: source.DoubtName, arg: words})
			return
		}
	}
	p.Name = words
	if words != "" && !shortCode().MatchString(words) && !isGivenName(words) {
		p.unclear = append(p.unclear, unclear{code: source.DoubtName, arg: words})
	}
}

var roleIn = pattern.Of(`^(\p{Ll}[^,]*?)\s+(?:i|ved|fra|hos|på)\s+(\p{Lu}.*)$`)

// part reads words behind the name: a role, an organisation, or both.
func (p *attendee) part(words string) {
	if words == "" || p.said(words) {
		p.behind = false
		return
	}
	if m := nominated().FindStringSubmatch(words); m != nil {
		p.NominatedBy, p.Specialty = m[1], m[2]
		return
	}
	if m := roleIn().FindStringSubmatch(words); m != nil && p.Role == "" && p.Organisation == "" {
		p.Role, p.Organisation = m[1], m[2]
		return
	}
	role, organisation := parseRole(words)
	if role != "" && p.Role != "" {
		p.addNote(words)
		return
	} else if role != "" {
		p.Role = role
	}
	switch {
	case organisation == "":
	case p.Organisation == "":
		p.Organisation = organisation
	case p.behind && role == "":
		p.Organisation += ", " + organisation
	}
	p.behind = organisation != ""
}

// parseRole parts "sundhedsdirektør Region Sjælland".
func parseRole(words string) (role, organisation string) {
	fields := strings.Fields(words)
	at := 0
	for at < len(fields) && (isLower(fields[at]) || at == 0 && isRole(fields[at])) {
		at++
	}
	if at == 0 {
		return "", words
	}
	if at < len(fields) && (slices.Contains([]string{"for", "og", "i", "af", "på", "ved", "med"}, fields[at-1]) || fields[at] == "&") {
		return words, ""
	}
	return strings.Join(fields[:at], " "), strings.Join(fields[at:], " ")
}

func isLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}
