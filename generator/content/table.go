package content

import (
	"fmt"
	"regexp"
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
	path   string // "agenda[2]"; empty of the whole file
	values map[string]any
	asked  []string
}

func (t *table) name(key string) string {
	if t.path == "" {
		return key
	}
	return t.path + "." + key
}

// place is where the key stands, or its value, or the nearest thing around it
// that has a place.
func (d *document) place(name string, value bool) source.Pos {
	if d.where == nil {
		d.where = findPositions(d.text, d.line)
	}
	in := d.where.keys
	if value {
		in = d.where.values
	}
	for {
		if m, ok := in[name]; ok {
			return source.Pos{Path: d.path, Line: m.line, Col: m.col}
		}
		cut := strings.LastIndexAny(name, ".[")
		if cut < 0 {
			return source.Pos{Path: d.path, Line: 1}
		}
		name = name[:cut]
	}
}

// shown is a key's name for people, who count from 1: "agenda[0].title" is
// "agenda #1: title".
func shown(name string) string {
	return listed.ReplaceAllStringFunc(name, func(part string) string {
		n, _ := strconv.Atoi(part[1 : len(part)-2])
		return " #" + strconv.Itoa(n+1) + ": "
	})
}

var listed = regexp.MustCompile(`\[\d+\]\.`)

func (t *table) keyPos(key string) source.Pos {
	return t.doc.place(t.name(key), false)
}

// pos is where the key's value begins.
func (t *table) pos(key string) source.Pos {
	return t.doc.place(t.name(key), true)
}

func (t *table) report(key string, code source.Code, args ...any) {
	t.doc.problems = append(t.doc.problems, source.At(t.pos(key), code, args...))
}

// get asks for a key's value.
func (t *table) get(key string) (any, bool) {
	t.asked = append(t.asked, key)
	v, ok := t.values[key]
	return v, ok
}

// end reports the keys nobody asked for.
func (t *table) end() {
	for key := range t.values {
		if !slices.Contains(t.asked, key) {
			t.doc.problems = append(t.doc.problems, source.At(t.keyPos(key), source.UnknownKey,
				key, source.Nearest(key, t.asked), strings.Join(slices.Compact(t.asked), ", ")))
		}
	}
}

// missing reports a key that must be there, with an example of the line to add.
func (t *table) missing(key, example string) {
	pos := source.Pos{Path: t.doc.path, Line: 1}
	if t.path != "" {
		pos = t.doc.place(t.path, false)
	}
	under := ""
	if t.path != "" && !strings.HasSuffix(t.path, "]") {
		under = "[" + t.path + "]"
	}
	t.doc.problems = append(t.doc.problems, source.At(pos, source.MissingKey, shown(t.name(key)), example, under))
}

func (t *table) wrong(key, want string, got any) {
	t.report(key, source.WrongType, shown(t.name(key)), want, typeName(got))
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
	case map[string]any:
		return "[…]"
	case []map[string]any:
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
	if v, there := t.values[key]; s == "" && (!there || typeName(v) == typeName("")) {
		t.missing(key, example)
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
		t.wrong(key, `["…", "…"]`, v)
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

// web is a whole address, https or http.
func (t *table) web(key string) string {
	s := t.text(key)
	if s != "" && !isWeb(s) {
		t.report(key, source.BadAddress, s)
		return ""
	}
	return s
}

// tables gives each table of [[key]].
func (t *table) tables(key string) []*table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	var list []map[string]any
	switch v := v.(type) {
	case []map[string]any:
		list = v
	case []any:
		for _, e := range v {
			if m, isTable := e.(map[string]any); isTable {
				list = append(list, m)
			}
		}
		if len(list) != len(v) {
			t.wrong(key, "[["+t.name(key)+"]]", v)
			return nil
		}
	default:
		t.wrong(key, "[["+t.name(key)+"]]", v)
		return nil
	}
	tables := make([]*table, len(list))
	for i, m := range list {
		tables[i] = &table{doc: t.doc, path: t.name(key) + "[" + strconv.Itoa(i) + "]", values: m}
	}
	return tables
}

// table gives [key]; an empty one when it is not there.
func (t *table) table(key string) *table {
	v, ok := t.get(key)
	m, isTable := v.(map[string]any)
	if ok && !isTable {
		t.wrong(key, "["+t.name(key)+"]", v)
	}
	return &table{doc: t.doc, path: t.name(key), values: m}
}
