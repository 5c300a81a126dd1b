package content

import (
	"bytes"
	"regexp"
	"strings"

	"referat/generator/source"
)

// enclosureName begins a line that names an enclosure: "Bilag 3.1: Udkast …".
var enclosureName = regexp.MustCompile(`^(?i:bilag)\s+(\d+(?:[.\-]\d+)*[a-z]?)\b`)

// enclosure tells of an enclosure that is named where the enclosures are, but has no file.
func (s *slips) enclosure(b *block) {
	const name = "bilag"
	if b.level > 0 || b.linked || len(b.text) < len(name) || !strings.EqualFold(b.text[:len(name)], name) {
		return
	}
	m := enclosureName.FindStringSubmatch(b.text)
	if m == nil {
		return
	}
	if name, _ := s.words.section(b.section); name.Role != Enclosure {
		return
	}
	for _, a := range s.Attachments {
		if numbered(a, m[1]) || strings.Contains(b.text, a.Title) {
			return
		}
	}
	s.found(b.pos(s.converter.path, 0), source.EnclosureWithoutFile, b.text)
}

// longerNumber is what makes of "bilag 2" another enclosure.
var longerNumber = regexp.MustCompile(`^[ .\-]?\d`)

// numbered tells that an attachment's title or file name has the number of an enclosure.
func numbered(a Attachment, number string) bool {
	wanted := "bilag " + strings.ToLower(number)
	for _, name := range []string{a.Title, strings.NewReplacer("_", " ", "-", " ").Replace(a.File)} {
		name = strings.ToLower(name)
		for _, form := range []string{wanted, strings.NewReplacer(".", " ", "-", " ").Replace(wanted)} {
			if rest, is := strings.CutPrefix(name, form); is && !longerNumber.MatchString(rest) {
				return true
			}
		}
	}
	return false
}

// enclosures tells of files with the number of an enclosure that the text does not name.
func (s *slips) enclosures() {
	if len(s.Attachments) == 0 {
		return
	}
	body := string(bytes.ToLower(s.src))
	for _, a := range s.Attachments {
		m := enclosureName.FindStringSubmatch(a.Title)
		if m != nil && !strings.Contains(body, strings.ToLower(a.File)) && !strings.Contains(body, strings.ToLower(m[0])) {
			s.found(a.Pos, source.EnclosureUnnamed, a.Title)
		}
	}
}
