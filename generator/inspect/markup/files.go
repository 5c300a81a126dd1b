package markup

import (
	"bytes"
	"encoding/base64"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"referat/generator/inspect/found"
)

// Give gives all words to whoever inspects the part that they are of, and the files that stand in them.
func (w Words) Give(in *found.Into, part string) {
	in.Words(part, w.Text)
	in.Words(part+"#attributes", w.Attributes)
	for _, place := range slices.Sorted(maps.Keys(w.Places)) {
		in.Words(part+place, w.Places[place])
	}
	for _, file := range w.Files {
		if in.Spend(len(file)) {
			in.File(part+"#file", file)
		} else {
			in.Unread(part, found.TooLarge)
		}
	}
}

// isLetters tells whether text is bytes written in base64, long enough to be a file.
func isLetters(text []byte) bool {
	const least = 400
	if len(text) < least {
		return false
	}
	n := 0
	for _, c := range text {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/', c == '=':
			n++
		case c != '\n' && c != '\r' && c != ' ' && c != '\t':
			return false
		}
	}
	words := bytes.Count(text, []byte(" "))
	return n >= least && words*40 < n // of words, no forty letters follow each other
}

func fromLetters(text []byte) ([]byte, bool) {
	text = bytes.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
	data, err := base64.StdEncoding.DecodeString(string(text))
	return data, err == nil
}

// FromAddress is a file that stands in an address itself: "data:image/png;base64,…".
func FromAddress(address string) ([]byte, bool) {
	head, body, is := strings.Cut(address, ",")
	if !is || len(head) > 100 || !strings.HasPrefix(strings.ToLower(strings.TrimSpace(head)), "data:") {
		return nil, false
	}
	if strings.HasSuffix(head, ";base64") {
		return fromLetters([]byte(body))
	}
	text, err := url.PathUnescape(body)
	return []byte(text), err == nil
}
