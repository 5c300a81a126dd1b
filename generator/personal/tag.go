package personal

import (
	"strings"
	"unicode/utf8"
)

// longestTag is the longest markup that a number is followed across.
const longestTag = 4096

// inline are the elements of HTML and SVG that stand within a line of text.
var inline = names(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s
	samp small span strike strong sub sup textpath time tspan tt u var wbr`)

// parts are the elements of XML that end a paragraph, with the class of what they part.
var parts = map[string]class{
	"p": block, "text": block, "title": block, "desc": block, "si": block, "row": block,
	"published": block, "updated": block, "summary": block, "content": block,
	"tr": cell, "tc": cell, "c": cell, "v": cell, "td": cell, "th": cell, "tab": cell, "br": line, "cr": line,
}

func names(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

// tag reads the markup that begins at p, and remembers to look into it.
func (s *scanner) tag(p int) sign {
	rest := s.text[p:min(p+longestTag, len(s.text))]
	if strings.HasPrefix(rest, "<!--") {
		end := strings.Index(rest[4:], "-->")
		if end < 0 {
			return sign{class: stop, size: 1}
		}
		s.skipped = append(s.skipped, span{p + 4, p + 4 + end})
		return sign{class: unseen, size: 4 + end + 3}
	}
	name, end := tagName(rest), tagEnd(rest)
	if name == "" || end < 0 {
		return sign{class: stop, size: 1}
	}
	s.skipped = append(s.skipped, span{p + 1, p + end})
	return sign{class: s.parting(name), size: end + 1}
}

// tagName is the name of the element in small letters and without its name space; "" of what is no tag.
func tagName(tag string) string {
	name := strings.TrimPrefix(tag[1:], "/")
	if name == "" || name[0] >= utf8.RuneSelf || ascii[name[0]] != letter {
		return ""
	}
	end := 0
	for end < len(name) && !endsName[name[end]] {
		end++
	}
	name = name[:end]
	return strings.ToLower(name[strings.LastIndexByte(name, ':')+1:])
}

// endsName are the characters that may stand after a name.
var endsName = [256]bool{' ': true, '\t': true, '\r': true, '\n': true, '/': true, '>': true}

// tagEnd is where a tag ends, which is not within the quotes of a value.
func tagEnd(tag string) int {
	quote := byte(0)
	for i := 1; i < len(tag); i++ {
		switch c := tag[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && tag[i-1] == '=':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}

// parting says what a tag does to the text on its two sides.
func (s *scanner) parting(name string) class {
	if s.has(unknown) {
		if c, ok := parts[name]; ok {
			return c
		}
		return unseen
	}
	switch {
	case inline[name]:
		return unseen
	case name == "br":
		return line
	case name == "td" || name == "th" || name == "tr":
		return cell
	}
	return block
}
