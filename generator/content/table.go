package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"referat/generator/danish"
	"referat/generator/source"
)

// table reads one TOML table by asking for the keys it may hold: whoever asks
// says what type a key has, and end reports what nobody asked for. So the
// reading code is the list of known keys.
type table struct {
	doc    *document
	parent *table // nil of the whole file
	key    string // by which the parent holds it: "agenda"
	nth    int    // of [[agenda]], from 1; 0 of [agenda]
	at     spot
	values map[string]entry
	asked  []string
}

// entry is a value and its place. Beside the types of the TOML library, a value
// is a *table, or a []*table of [[name]]. Its place is that of the nearest thing
// around it when it has none of its own.
type entry struct {
	value any
	at    spot
}

// usualKeys is how many keys are asked for in a table of ordinary size.
const usualKeys = 12

// wholeFile is an empty table for the keys of a file.
func wholeFile(doc *document) *table {
	return &table{doc: doc, at: spot{line: 1}, values: map[string]entry{}}
}

// child is an empty table inside another, which does not hold it yet.
func (t *table) child(key string, nth int, at spot) *table {
	return &table{doc: t.doc, parent: t, key: key, nth: nth, at: at, values: map[string]entry{}}
}

// path is "agenda[2]" of the third agenda item, "" of the whole file.
func (t *table) path() string {
	switch {
	case t.parent == nil:
		return ""
	case t.nth == 0:
		return t.parent.name(t.key)
	}
	return t.parent.name(t.key) + "[" + strconv.Itoa(t.nth-1) + "]"
}

func (t *table) name(key string) string {
	if t.parent == nil {
		return key
	}
	return t.path() + "." + key
}

// String is what a message quotes of a table that stands where a value should.
func (t *table) String() string {
	values := map[string]any{}
	for key, e := range t.values {
		values[key] = e.value
	}
	return fmt.Sprint(values)
}

// keyPos is where the key stands, or the nearest thing around it.
func (t *table) keyPos(key string) source.Pos {
	at := t.near(key)
	return source.Pos{Path: t.doc.path, Line: at.line, Col: at.key}
}

// pos is where the key's value begins, or the nearest thing around it.
func (t *table) pos(key string) source.Pos {
	at := t.near(key)
	return source.Pos{Path: t.doc.path, Line: at.line, Col: at.value}
}

func (t *table) near(key string) spot {
	if e, there := t.values[key]; there {
		return e.at
	}
	return t.at
}

func (t *table) report(key string, code source.Code, args ...any) {
	t.doc.problems = append(t.doc.problems, source.At(t.pos(key), code, args...))
}

// get asks for a key's value.
func (t *table) get(key string) (any, bool) {
	if t.asked == nil {
		t.asked, t.doc.asked = t.doc.asked, nil
	}
	if t.asked == nil {
		t.asked = make([]string, 0, usualKeys)
	}
	t.asked = append(t.asked, key)
	e, ok := t.values[key]
	return e.value, ok
}

func (t *table) has(key string) bool {
	_, there := t.values[key]
	return there
}

// end reports the keys nobody asked for.
func (t *table) end() {
	t.asked = slices.Compact(t.asked)
	for key := range t.values {
		if !slices.Contains(t.asked, key) {
			t.doc.problems = append(t.doc.problems, source.At(t.keyPos(key), source.UnknownKey,
				key, source.Nearest(key, t.asked), strings.Join(t.asked, ", ")))
		}
	}
	t.doc.asked, t.asked = t.asked[:0], nil
}

// missing reports a key that must be there, with an example of the line to add.
func (t *table) missing(key, example string) {
	pos := source.Pos{Path: t.doc.path, Line: t.at.line, Col: t.at.key}
	under := ""
	if t.parent != nil && t.nth == 0 {
		under = "[" + t.path() + "]"
	}
	t.doc.problems = append(t.doc.problems, source.At(pos, source.MissingKey, t.name(key), example, under))
}

func (t *table) wrong(key, want string, got any) {
	switch got.(type) {
	case int64, float64:
		if want == typeName("") {
			t.report(key, source.Unquoted, t.name(key), typeName(got), fmt.Sprintf("%s = %q", key, typeName(got)))
			return
		}
	}
	t.report(key, source.WrongType, t.name(key), want, typeName(got))
}

// typeName says what a TOML value is, in words that fit both languages' messages.
// A number stands for itself: what is wrong with it may be its size.
func typeName(v any) string {
	switch v.(type) {
	case string:
		return `"…"`
	case bool:
		return "true/false"
	case int64, float64:
		return fmt.Sprint(v)
	case time.Time:
		return "2023-11-07"
	case *table:
		return "[…]"
	case []*table:
		return "[[…]]"
	}
	return "[ …, … ]"
}

func (t *table) text(key string) string {
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, typeName(""), v)
	}
	return strings.Clone(strings.TrimSpace(s)) // else it would keep the whole file in memory
}

// required is a text that must be there and not be blank.
func (t *table) required(key, example string) string {
	s := t.text(key)
	if e, there := t.values[key]; s == "" && !there {
		t.missing(key, example)
	} else if s == "" && typeName(e.value) == typeName("") {
		t.report(key, source.EmptyKey, t.name(key), example)
	}
	return s
}

func (t *table) flag(key string) bool {
	v, ok := t.get(key)
	if !ok {
		return false
	}
	b, ok := v.(bool)
	if !ok {
		t.wrong(key, typeName(true), v)
	}
	return b
}

// number is a whole number from least up; 0 when it is not there.
func (t *table) number(key string, least int) int {
	v, ok := t.get(key)
	if !ok {
		return 0
	}
	n, ok := v.(int64)
	if !ok || n < int64(least) || n > 1<<31 {
		t.wrong(key, fmt.Sprintf("%d, %d, %d …", least, least+1, least+2), v)
		return 0
	}
	return int(n)
}

func (t *table) texts(key string) []string {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	texts := make([]string, 0, len(list))
	for _, e := range list {
		s, isText := e.(string)
		ok = ok && isText
		texts = append(texts, strings.Clone(s))
	}
	if !ok {
		const list = `["…", "…"]`
		t.report(key, source.WrongType, t.name(key), list, typeName(v), key+" = "+list)
		return nil
	}
	return texts
}

// choice is one of the values named.
func (t *table) choice(key string, values ...string) string {
	s := t.text(key)
	if s != "" && !slices.Contains(values, s) {
		t.report(key, source.BadValue, key, s, source.Nearest(s, values), strings.Join(values, ", "))
		return ""
	}
	return s
}

// date is a whole date, written as a TOML date or as text.
func (t *table) date(key string) danish.Date {
	v, ok := t.get(key)
	if !ok {
		return danish.Date{}
	}
	switch v := v.(type) {
	case time.Time:
		if v.Location().String() == "time-local" {
			t.wrong(key, "2023-11-07", v)
			return danish.Date{}
		}
		return danish.FromTime(v)
	case string:
		d, err := danish.ParseDate(v)
		if err == nil {
			return d
		}
		if _, partial := danish.ParsePartial(v); partial == nil {
			t.report(key, source.DateIncomplete, v)
		} else {
			t.report(key, source.BadDate, v)
		}
	default:
		t.wrong(key, "2023-11-07", v)
	}
	return danish.Date{}
}

// partial is a date in the authority's words.
func (t *table) partial(key string) danish.Partial {
	v, ok := t.get(key)
	if !ok {
		return danish.Partial{}
	}
	if d, isDate := v.(time.Time); isDate {
		v = danish.FromTime(d).String()
	}
	s, isText := v.(string)
	if !isText {
		t.wrong(key, typeName(""), v)
		return danish.Partial{}
	}
	p, err := danish.ParsePartial(s)
	if err != nil {
		t.report(key, source.BadPartialDate, s)
	}
	return p
}

// clock is a time of day as the authority writes it, "14.00".
func (t *table) clock(key string) string {
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	if at, isTime := v.(time.Time); isTime {
		if at.Location().String() == "time-local" {
			return at.Format("15.04")
		}
		v = at.Format(time.DateOnly)
	}
	s, isText := v.(string)
	if !isText {
		t.wrong(key, `"14.00"`, v)
		return ""
	}
	at, err := time.Parse("15.04", strings.Replace(strings.TrimSpace(s), ":", ".", 1))
	if err != nil {
		t.report(key, source.BadTime, s)
		return ""
	}
	return at.Format("15.04")
}

// instant is a moment with its zone (RFC 3339); nil when it is not there.
func (t *table) instant(key string) *time.Time {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	if at, isTime := v.(time.Time); isTime && at.Location() != nil && !isLocal(at) {
		return &at
	}
	s, isText := v.(string)
	at, err := time.Parse(time.RFC3339, s)
	if local, isTime := v.(time.Time); isTime {
		s = local.Format("2006-01-02T15:04:05")
	} else if !isText {
		s = fmt.Sprint(v)
	}
	if err != nil {
		t.report(key, source.BadInstant, s)
		return nil
	}
	return &at
}

// isLocal tells of a TOML date or time without zone; the library marks them
// by the name of their location.
func isLocal(at time.Time) bool {
	return strings.HasSuffix(at.Location().String(), "-local")
}

// tables gives each table of [[key]].
func (t *table) tables(key string) []*table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	var list []*table
	switch v := v.(type) {
	case []*table:
		list = v
	case []any:
		for _, e := range v {
			if t, isTable := e.(*table); isTable {
				list = append(list, t)
			}
		}
		if len(list) != len(v) {
			t.wrong(key, "[["+t.name(key)+"]]", v)
			return nil
		}
	default:
		t.wrong(key, "[["+t.name(key)+"]]", v)
	}
	return list
}

// table gives [key]; an empty one when it is not there.
func (t *table) table(key string) *table {
	v, ok := t.get(key)
	if inner, isTable := v.(*table); isTable {
		return inner
	}
	if ok {
		t.wrong(key, "["+t.name(key)+"]", v)
	}
	return t.child(key, 0, t.near(key))
}
