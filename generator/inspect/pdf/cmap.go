package pdf

import "unicode"

// readMap reads which letters the codes of a font stand for. A code that stands for a letter of nobody's (of an area
// for private use) is not known.
func (n *font) readMap(data []byte) {
	r := &reader{data: data}
	var list array
	for {
		v, ok := r.next()
		if !ok {
			return
		}
		switch v {
		case word("begincodespacerange"), word("beginbfchar"), word("beginbfrange"):
			list = list[:0]
		case word("endbfchar"):
			for i := 0; i+1 < len(list); i += 2 {
				n.name(codeOf(list[i]), list[i+1], 0)
			}
		case word("endbfrange"):
			for i := 0; i+2 < len(list); i += 3 {
				n.nameRange(codeOf(list[i]), codeOf(list[i+1]), list[i+2])
			}
		default:
			list = append(list, v)
		}
	}
}

func (n *font) nameRange(from, to int, v any) {
	several, _ := v.(array)
	for code := from; code <= to && code-from < 1<<16 && from >= 0; code++ {
		switch {
		case several == nil:
			n.name(code, v, code-from)
		case code-from < len(several):
			n.name(code, several[code-from], 0)
		}
	}
}

// name says what a code stands for: v, with its last letter so many further.
func (n *font) name(code int, v any, further int) {
	t, is := v.(text)
	if !is || code < 0 || len(n.letters) > maxLetters {
		return
	}
	letters := []rune(wide(t, false))
	if len(t) == 1 {
		letters = []rune{rune(t[0])}
	}
	if len(letters) == 0 {
		delete(n.letters, code)
		return
	}
	letters[len(letters)-1] += rune(further)
	for _, r := range letters {
		if unicode.Is(unicode.Co, r) || r == unicode.ReplacementChar {
			delete(n.letters, code)
			return
		}
	}
	n.letters[code] = string(letters)
}

// codeOf is a code of one byte or two; -1 of anything else.
func codeOf(v any) int {
	t, is := v.(text)
	if !is || len(t) == 0 || len(t) > 2 {
		return -1
	}
	code := 0
	for _, c := range t {
		code = code<<8 | int(c)
	}
	return code
}

// codeBytes is how many bytes a code has by the map of an encoding.
func codeBytes(data []byte) int {
	r := &reader{data: data}
	var last any
	for {
		v, ok := r.next()
		if !ok {
			return 2
		}
		if t, is := last.(text); is && v == word("endcodespacerange") {
			return len(t)
		}
		last = v
	}
}
