package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/source"
)

// people compares who was there with who has a part in the meeting.
func (s *slips) people() {
	if len(s.Participants) == 0 {
		return
	}
	first := map[string]bool{} // whether the first of the name was absent
	for i, at := range s.front.tables("participants") {
		p := s.Participants[i]
		key := strings.ToLower(p.Name)
		if absent, twice := first[key]; twice && absent != p.Absent {
			s.found(at.pos("name"), source.PersonTwice, p.Name)
		}
		if _, met := first[key]; !met {
			first[key] = p.Absent
		}
	}
	s.officer("chair", s.Chair)
	s.officer("secretary", s.Secretary)
	for i, at := range s.front.tables("agenda") {
		if a := s.Agenda[i]; !a.Closed {
			s.presenter(a.Presenter, a.Number, at.pos("presenter"))
		}
	}
	for _, item := range s.Items {
		if a := s.AgendaItem(item.Number); a == nil || !sameWords(a.Presenter, item.Presenter) {
			s.presenter(item.Presenter, item.Number, item.Pos)
		}
	}
}

// officer tells that the chair or the secretary is in no list, or was absent.
func (s *slips) officer(key, name string) {
	if name == "" || !fullName(name) {
		return
	}
	p := s.person(name)
	chair, secretary := source.Given(key == "chair"), source.Given(key != "chair")
	switch {
	case p == nil:
		s.found(s.front.pos(key), source.UnlistedOfficer, name, chair, secretary)
	case p.Absent:
		s.found(s.front.pos(key), source.AbsentOfficer, name, chair, secretary)
	}
}

// presenter tells that who presents an item was absent or is in no list. Only the first
// name of several is looked at, and only what can be nothing but a person's.
func (s *slips) presenter(written, number string, pos source.Pos) {
	name := strings.TrimSpace(splitNames.Split(written, 2)[0])
	p := s.person(name)
	switch {
	case p != nil && p.Absent:
		s.found(pos, source.AbsentPresents, p.Name, number)
	case p == nil && fullName(name) && !s.organisation(name) && !strings.EqualFold(name, s.Chair) && !strings.EqualFold(name, s.Secretary):
		s.found(pos, source.UnlistedPresenter, name, number)
	}
}

// splitNames is what stands between two names, or between one and a role.
var splitNames = regexp.MustCompile(`\s+og\s+|\s+samt\s+|[,;/&(]|\s+[-–]\s+`)

// person is the participant of a name; present before absent.
func (s *slips) person(name string) *Person {
	var found *Person
	for i := range s.Participants {
		if p := &s.Participants[i]; strings.EqualFold(p.Name, name) && (found == nil || found.Absent) {
			found = p
		}
	}
	return found
}

// organisation tells that a name is that of an organisation which somebody is from.
func (s *slips) organisation(name string) bool {
	return slices.ContainsFunc(s.Participants, func(p Person) bool {
		return strings.EqualFold(p.Organisation, name) || strings.EqualFold(p.NominatedBy, name)
	})
}

// noPersons are words that names of organisations have, and names of persons have not.
var noPersons = []string{"region", "center", "centre", "styrelse", "ministeri", "selskab", "forening", "hospital", "universitet", "kommune", "nævn",
	"råd", "udvalg", "gruppe", "danmark", "danske", "national", "institut", "sekretariat", "afdeling", "patient", "fond", "kontor", "direktør", "formand"}

// fullName tells that words are a person's first and last name, as far as that can be seen.
func fullName(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 6 || strings.ContainsAny(name, "0123456789:") {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		particle := slices.Contains([]string{"af", "de", "la", "van", "von", "der", "den", "le"}, w)
		if !particle && (!unicode.IsUpper(first) || len([]rune(w)) > 2 && strings.ToUpper(w) == w) {
			return false
		}
		w = strings.ToLower(w)
		if slices.ContainsFunc(noPersons, func(n string) bool { return strings.Contains(w, n) }) {
			return false
		}
	}
	return true
}

// saying is what somebody who is there does.
const saying = `oplyste|sagde|bemærkede|spurgte|fremhævede|orienterede|gav|takkede|gennemgik|fremlagde|præsenterede|bød|indledte|foreslog|nævnte|svarede|kommenterede|redegjorde|anførte|pointerede|understregede|opfordrede|roste|rundede|fortalte|forklarede|tilføjede|afsluttede|supplerede|uddybede|holdt|informerede|konstaterede|afrundede`

// speaks finds it right after a name.
var speaks = regexp.MustCompile(`^ (?:` + saying + `)(?:[^\pL]|$)`)

// absentee is somebody who was absent, and the names that can be nobody else's.
type absentee struct {
	name  string
	names []string // each with the space after it
}

// absent are all of them: by the whole name, and by a first name that nobody else has.
func (s *slips) absent() (list []absentee) {
	for i := range s.Participants {
		p := &s.Participants[i]
		if !p.Absent || s.person(p.Name) != p {
			continue
		}
		a := absentee{p.Name, []string{p.Name + " "}}
		if first, _, several := strings.Cut(p.Name, " "); several && s.onlyOne(first) {
			a.names = append(a.names, first+" ")
		}
		list = append(list, a)
	}
	return list
}

// speakers tells that a text lets somebody speak who was absent.
func (s *slips) speakers(b *block, absent []absentee) {
	for _, a := range absent {
		for _, name := range a.names {
			at := strings.Index(b.text, name)
			if at >= 0 && !followsLetter(b.text, at) && speaks.MatchString(b.text[at+len(name)-1:]) {
				s.found(b.pos(s.converter.path, at), source.AbsentSpeaks, a.name)
				break
			}
		}
	}
}

func followsLetter(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(r)
}

// onlyOne tells that a first name is that of one participant.
func (s *slips) onlyOne(first string) bool {
	n := 0
	for _, p := range s.Participants {
		if strings.HasPrefix(p.Name, first+" ") {
			n++
		}
	}
	return n == 1
}
