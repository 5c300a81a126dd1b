package content

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// Authors write little of TOML: bare keys, [name] and [[name]], texts in quotes,
// whole numbers, true and false, dates, and lists of these on one line. This file
// reads that much of it, values and places in one pass, in an eighth of the time
// the library takes. What it does not know, and whatever looks wrong, it leaves:
// the library then reads the whole text, so that every rule and every message is
// the library's. FuzzPlainTOML holds the two against each other.

// plainReader stands at one byte of the text.
type plainReader struct {
	text  string
	at    int
	line  int
	start int    // offset of the line
	root  *table // the whole text
	table *table // where keys belong
}

// readPlain reads a text that begins on the line; it is not ok when the text is
// more than this reader knows, right or wrong.
func readPlain(doc *document, text string, line int) (*table, bool) {
	root := wholeFile(doc)
	r := plainReader{text: text, line: line, root: root, table: root}
	ok := utf8.ValidString(text)
	for ok && r.at < len(text) {
		ok = r.statement()
	}
	return root, ok
}

func (r *plainReader) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

func (r *plainReader) accept(c byte) bool {
	if r.peek() == c {
		r.at++
		return true
	}
	return false
}

func (r *plainReader) blanks() {
	for r.at < len(r.text) && (r.text[r.at] == ' ' || r.text[r.at] == '\t') {
		r.at++
	}
}

// column counts from 1. Before a value there are only letters of one byte.
func (r *plainReader) column() int { return r.at - r.start + 1 }

// statement takes one line.
func (r *plainReader) statement() bool {
	ok := true
	r.blanks()
	if c := r.peek(); c == '[' {
		ok = r.header()
	} else if isBare(c) {
		ok = r.pair()
	}
	return ok && r.endOfLine()
}

// endOfLine takes blanks and a comment.
func (r *plainReader) endOfLine() bool {
	r.blanks()
	if r.peek() == '#' {
		for r.at < len(r.text) && !isControl(r.text[r.at]) {
			r.at++
		}
	}
	if r.at == len(r.text) {
		return true
	}
	ok := r.accept('\n')
	r.line, r.start = r.line+1, r.at
	return ok
}

// header takes [name] or [[name]], once and many times.
func (r *plainReader) header() bool {
	at := spot{r.line, r.column(), r.column()}
	r.at++
	array := r.accept('[')
	name := r.bareKey()
	if name == "" || !r.accept(']') || array && !r.accept(']') {
		return false
	}
	before, taken := r.root.values[name]
	list, isList := before.value.([]*table)
	if taken && !(array && isList) {
		return false
	}
	if !array {
		r.table = r.root.child(name, 0, at)
		r.root.values[name] = entry{r.table, at}
		return true
	}
	r.table = r.root.child(name, len(list)+1, at)
	r.root.values[name] = entry{append(list, r.table), r.root.at}
	return true
}

// pair takes a key and its value.
func (r *plainReader) pair() bool {
	at := spot{line: r.line, key: r.column()}
	key := r.bareKey()
	r.blanks()
	if _, twice := r.table.values[key]; twice || !r.accept('=') {
		return false
	}
	r.blanks()
	at.value = r.column()
	v, ok := r.value()
	r.table.values[key] = entry{v, at}
	return ok
}

func (r *plainReader) bareKey() string {
	from := r.at
	for isBare(r.peek()) {
		r.at++
	}
	return r.text[from:r.at]
}

func (r *plainReader) value() (any, bool) {
	if r.accept('[') {
		return r.list()
	}
	return r.single()
}

// list takes values up to the closing bracket, which stands on the same line.
func (r *plainReader) list() (any, bool) {
	list := []any{}
	for {
		r.blanks()
		if r.accept(']') {
			return list, true
		}
		v, ok := r.single()
		if !ok {
			return nil, false
		}
		list = append(list, v)
		r.blanks()
		if !r.accept(',') {
			return list, r.accept(']')
		}
	}
}

// single takes a value that holds no others.
func (r *plainReader) single() (any, bool) {
	switch c, rest := r.peek(), r.text[r.at:]; {
	case c == '"' || c == '\'':
		return r.quoted(c)
	case strings.HasPrefix(rest, "true"):
		r.at += len("true")
		return true, true
	case strings.HasPrefix(rest, "false"):
		r.at += len("false")
		return false, true
	}
	return r.numberOrDate()
}

// escapes are those that authors need.
var escapes = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\n`, "\n", `\t`, "\t")

// quoted takes "…" or '…'.
func (r *plainReader) quoted(quote byte) (any, bool) {
	from, escaped := r.at+1, false
	for r.at = from; r.at < len(r.text) && !isControl(r.text[r.at]); r.at++ {
		switch c := r.text[r.at]; {
		case c == quote:
			s := r.text[from:r.at]
			r.at++
			if escaped {
				s = escapes.Replace(s)
			}
			return s, true
		case c == '\\' && quote == '"':
			escaped = true
			r.at++
			if strings.IndexByte(`"\nt`, r.peek()) < 0 {
				return nil, false
			}
		}
	}
	return nil, false
}

// localDay is the location by which the library marks a date without zone.
var localDay = func() *time.Location {
	var v map[string]any
	_, _ = toml.Decode("day = 2000-01-01", &v)
	day, _ := v["day"].(time.Time)
	return day.Location()
}()

// numberOrDate takes 20, 2023-11-07 and 2024-03-01T08:00:00+01:00.
func (r *plainReader) numberOrDate() (any, bool) {
	from := r.at
	for c := r.peek(); c >= '0' && c <= '9' || c == '-' || c == ':' || c == '+' || c == '.' || c == 'T' || c == 'Z'; c = r.peek() {
		r.at++
	}
	s := r.text[from:r.at]
	switch {
	case len(s) == len(time.DateOnly):
		t, err := time.ParseInLocation(time.DateOnly, s, localDay)
		return t, err == nil
	case len(s) >= len("2024-03-01T08:00:00Z"):
		t, err := time.ParseInLocation(time.RFC3339Nano, s, time.Local)
		return t, err == nil && s[4] == '-' && s[7] == '-' && s[10] == 'T' && s[13] == ':' && s[16] == ':'
	case len(s) < 10 && (s == "0" || !strings.HasPrefix(s, "0")):
		n, err := strconv.ParseUint(s, 10, 63)
		return int64(n), err == nil
	}
	return nil, false
}

// isBare tells of what a key without quotes consists of.
func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c >= 'A' && c <= 'Z'
}

// isControl tells of what must not stand in a text or comment on one line.
func isControl(c byte) bool { return c < ' ' && c != '\t' || c == 0x7f }
