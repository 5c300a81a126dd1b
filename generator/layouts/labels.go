package layouts

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"referat/generator/source"
)

// labels are the words that the site adds in one language, from
// labels/<lang>.toml. A label in a table is known as "table.key".
type labels struct {
	path    source.Path
	phrases map[string]phrase
	lists   map[string][]string
}

// The labels that are lists have a name for each of the twelve months.
const (
	monthsKey      = "months"
	monthsShortKey = "months_short"
)

func isList(key string) bool { return key == monthsKey || key == monthsShortKey }

// has tells that the label exists.
func (l *labels) has(key string) bool {
	if isList(key) {
		return l.lists[key] != nil
	}
	_, ok := l.phrases[key]
	return ok
}

// raw is the label as its author wrote it.
func (l *labels) raw(key string) string {
	if isList(key) {
		return strings.Join(l.lists[key], "\x00")
	}
	return l.phrases[key].raw
}

// keys lists all labels, for a suggestion.
func (l *labels) keys() []string {
	return slices.Sorted(maps.Keys(l.phrases))
}

// readLabels reads one file of labels. Of a file that is not TOML it gives none,
// and of any other those that are right.
func readLabels(path source.Path, text string) (*labels, []source.Problem) {
	r := labelReader{text: text, labels: &labels{path: path, phrases: map[string]phrase{}, lists: map[string][]string{}}}
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		return nil, []source.Problem{tomlProblem(path, text, err)}
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		r.value(key, values[key], 0)
	}
	return r.labels, r.problems
}

func tomlProblem(path source.Path, text string, err error) source.Problem {
	pos, quoted, message := source.Pos{Path: path}, "", err.Error()
	if pe := (toml.ParseError{}); errors.As(err, &pe) {
		message = pe.Message
		if lines := strings.Split(text, "\n"); pe.Position.Line >= 1 && pe.Position.Line <= len(lines) {
			pos.Line, pos.Col = pe.Position.Line, max(pe.Position.Col, 1)
			quoted = strings.TrimSpace(lines[pos.Line-1])
		}
	}
	return source.At(pos, source.TOMLSyntax, quoted, message)
}

type labelReader struct {
	text     string
	labels   *labels
	problems []source.Problem
}

// value takes a label, or a table of labels one level deep.
func (r *labelReader) value(key string, v any, depth int) {
	switch v := v.(type) {
	case string:
		if isList(key) {
			r.wrong(key, `["…", "…"]`, `"…"`)
			return
		}
		r.labels.phrases[key] = newPhrase(v)
	case []any:
		r.list(key, v)
	case map[string]any:
		if depth > 0 {
			r.wrong(key, `"…"`, "[…]")
			return
		}
		for _, inner := range slices.Sorted(maps.Keys(v)) {
			r.value(key+"."+inner, v[inner], depth+1)
		}
	default:
		r.wrong(key, `"…"`, "1, true, 2023-11-07 …")
	}
}

func (r *labelReader) list(key string, values []any) {
	if !isList(key) {
		r.wrong(key, `"…"`, `["…", "…"]`)
		return
	}
	var names []string
	for _, v := range values {
		if s, ok := v.(string); ok {
			names = append(names, s)
		}
	}
	if len(names) != 12 || len(values) != 12 {
		r.wrong(key, `12 × "…"`, strings.TrimSpace(strings.Repeat("… ", min(len(values), 12))))
		return
	}
	r.labels.lists[key] = names
}

func (r *labelReader) wrong(key, want, got string) {
	pos := findKey(r.text, key)
	pos.Path = r.labels.path
	r.problems = append(r.problems, source.At(pos, source.WrongType, key, want, got))
}

// findKey finds the line of a key, which the TOML library does not tell. It
// reads what people write, "key = …" below "[table]"; of anything else it gives
// the whole file.
func findKey(text, key string) source.Pos {
	table := ""
	for i, line := range strings.Split(text, "\n") {
		trimmed := strings.TrimSpace(line)
		if inner, ok := strings.CutPrefix(trimmed, "["); ok {
			table = strings.TrimSpace(strings.SplitN(inner, "]", 2)[0]) + "."
			if table == key+"." {
				return source.Pos{Line: i + 1, Col: 1}
			}
			continue
		}
		name, _, ok := strings.Cut(trimmed, "=")
		if ok && table+strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return source.Pos{Line: i + 1, Col: utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " \t")) + 1}
		}
	}
	return source.Pos{}
}
