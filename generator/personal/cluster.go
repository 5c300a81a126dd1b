package personal

import "unicode/utf8"

// gap is what stands between a digit and the one before it: a class, or the mark itself.
type gap byte

const (
	together = gap(stop) // nothing
	emphasis = gap('*')  // of Markdown, unless it multiplies
	brackets = gap(']')  // or quotes, which the date or the last four digits have of their own
)

// token is a digit, or a letter of a replacement number, of a cluster.
type token struct {
	gap      gap // before it
	value    byte
	from, to int
}

// group is digits that stand together.
type group struct{ from, to int }

func (g group) len() int { return g.to - g.from }

const (
	longestGap     = 96   // characters between two digits of one number
	longestCluster = 4096 // digits that are looked at together

	dateDigits         = 6
	leastDigits        = 8 // of a telephone
	leastBeforeLetters = 7 // digits of a replacement number
)

// cluster reads digits from p on as far as they might be of one number, and says where that ends.
func (s *scanner) cluster(p int) int {
	s.tokens, s.skipped = s.tokens[:0], s.skipped[:0]
	g := gap(together)
	signs, known := 0, 0
	for ; p < len(s.text) && len(s.tokens) < longestCluster; signs++ {
		sg := s.sign(p)
		switch {
		case sg.class == digit || sg.class == letter && s.pairAt(p):
			s.tokens = append(s.tokens, token{g, sg.value, p, p + sg.size})
			g, signs, known = together, 0, len(s.skipped)
		case sg.class == stop && s.dateEnds(p) && s.enclosed(p) > 0:
			g, sg.size = brackets, s.enclosed(p)
		case sg.class == stop || sg.class == letter || signs > longestGap:
			s.skipped = s.skipped[:known]
			return s.lastEnd(p)
		default:
			var ok bool
			if g, ok = g.and(sg); !ok {
				s.skipped = s.skipped[:known]
				return s.lastEnd(p)
			}
		}
		p += sg.size
	}
	return p
}

// few is where the digits from p on end when they are too few for any number: less than eight of them, in
// plain ASCII, before a letter or what parts numbers. Where more than that has to be looked at, it is p. Nearly
// all digits are passed so, in a fraction of the time that a cluster takes.
func (s *scanner) few(p int) int {
	n, end := 0, p
	for i := p; i < len(s.text) && n < leastDigits; i++ {
		switch c := s.text[i]; {
		case c-'0' < 10:
			n, end = n+1, i+1
		case c >= utf8.RuneSelf || c == '<' || c == '&' || c == '\\' || c == '%':
			return p
		case ascii[c] == letter && n < leastBeforeLetters:
			return end
		case ascii[c] == letter:
			return p
		case ascii[c] == stop && n >= dateDigits && s.enclosed(i) > 0:
			return p
		case ascii[c] == stop && !(s.has(quotes) && c == '"'):
			return end
		}
	}
	return p
}

// lastEnd is where the last digit ends: what follows it is read again. It is p where there is none.
func (s *scanner) lastEnd(p int) int {
	if n := len(s.tokens); n > 0 {
		return s.tokens[n-1].to
	}
	return p + 1
}

// pairAt tells that p holds one of the two letters of a replacement number: after a digit and before one.
func (s *scanner) pairAt(p int) bool {
	n := len(s.tokens)
	if n < leastBeforeLetters || n > 1 && s.tokens[n-1].letter() && s.tokens[n-2].letter() {
		return false
	}
	wanted := 1 // letters that are still to come
	if s.tokens[n-1].letter() {
		wanted = 0
	}
	skipped := len(s.skipped)
	defer func() { s.skipped = s.skipped[:skipped] }()
	p += s.sign(p).size
	for signs := 0; p < len(s.text) && signs < longestGap; signs++ {
		switch sg := s.sign(p); {
		case sg.class == digit:
			return wanted == 0 && !s.goesOn(p+sg.size)
		case sg.class == letter && wanted > 0:
			wanted--
			p += sg.size
		case sg.class == stop || sg.class == letter || sg.class >= line:
			return false
		default:
			p += sg.size
		}
	}
	return false
}

// dateEnds tells that six digits that stand together end at p.
func (s *scanner) dateEnds(p int) bool {
	n := len(s.tokens)
	if n < dateDigits || s.tokens[n-1].to != p {
		return false
	}
	for _, t := range s.tokens[n-dateDigits+1:] {
		if t.gap != together {
			return false
		}
	}
	return n == dateDigits || s.tokens[n-dateDigits].gap != together
}

// opening are the brackets and quotes by those that shut them.
var opening = map[byte]byte{')': '(', ']': '[', '}': '{', '"': '"'}

// enclosed is the size of what stands at p before four digits, after a date, where the two have brackets or quotes of their
// own: (DDMMYY)XXXX, "DDMMYY" "XXXX". It is 0 where they have not.
func (s *scanner) enclosed(p int) int {
	const between = 4 // characters at most
	shut := s.sign(p)
	open, ok := opening[shut.value]
	if !ok {
		return 0
	}
	at := p + shut.size
	next := func() (sg sign) {
		if at < len(s.text) {
			sg = s.sign(at)
		}
		return sg
	}
	for range between {
		if c := next().class; c != unseen && c != space && c != dash {
			break
		}
		at += next().size
	}
	if next().value == open {
		at += next().size
	}
	size := at - p
	for range 4 {
		if next().class != digit {
			return 0
		}
		at += next().size
	}
	if s.goesOn(at) {
		return 0
	}
	return size
}

// goesOn tells that a word goes on at p.
func (s *scanner) goesOn(p int) bool {
	if p == len(s.text) {
		return false
	}
	c := s.sign(p).class
	return c == digit || c == letter
}

func (t token) letter() bool { return t.value >= 'A' }

// and is the gap with one more character in it; not ok when no number has such a gap.
func (g gap) and(sg sign) (gap, bool) {
	is := gap(sg.class)
	if sg.class == mark {
		is = gap(sg.value)
	}
	switch {
	case sg.class == unseen || g == is && g != gap(line):
		return g, true
	case g == together || g == gap(shy) || g == emphasis:
		return is, true
	case is == emphasis:
		return g, true
	case is == gap(shy) || is == gap(space):
		return g, true
	case g == gap(block) || is == gap(block) || g == gap(line) && is == gap(line):
		return gap(block), g < gap(mark) && is < gap(mark)
	case g == gap(cell) || is == gap(cell):
		return gap(cell), g < gap(mark) && is < gap(mark)
	case g == gap(space) || g == gap(line) && is != gap(space):
		return is, true
	case is == gap(line):
		return g, true
	}
	return g, false
}

// group gathers the digits that stand together, and tells where a dash may hide among them.
func (s *scanner) group() {
	s.groups = s.groups[:0]
	for i, t := range s.tokens {
		if i > 0 && (t.gap == together || t.gap == gap(shy)) {
			s.groups[len(s.groups)-1].to++
		} else {
			s.groups = append(s.groups, group{i, i + 1})
		}
	}
}
