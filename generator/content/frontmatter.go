package content

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"referat/generator/plain"
	"referat/generator/source"
)

const fence = "+++"

// impossibleDate finds a bare date on a line that TOML refuses, such as 2023-02-31.
var impossibleDate = regexp.MustCompile(`=\s*(\d{1,4}-\d{1,2}-\d{1,2})\s*(#.*)?$`)

// split parts a file into the TOML between its +++ lines and the Markdown that
// follows, with the line on which the Markdown begins.
func split(f *source.File) (head, body string, bodyLine int, problems []source.Problem) {
	rest, ok := cutLine(f.Text, fence)
	if !ok {
		return "", "", 0, []source.Problem{source.At(source.Pos{Path: f.Path, Line: 1}, source.FrontMatterMissing)}
	}
	line := 2
	for at := 0; at <= len(rest); line++ {
		end := strings.IndexByte(rest[at:], '\n')
		if end < 0 {
			end = len(rest) - at
		}
		if strings.TrimRight(rest[at:at+end], " \t") == fence {
			return rest[:at], strings.TrimPrefix(rest[min(at+end+1, len(rest)):], "\ufeff"), line + 1, nil
		}
		at += end + 1
	}
	return "", "", 0, []source.Problem{source.At(source.Pos{Path: f.Path, Line: 1}, source.FrontMatterOpen)}
}

// open parts a content file into its front matter and its text; with one that
// cannot be read the table is nil.
func open(f *source.File) (*table, *converter, []source.Problem) {
	head, body, line, problems := split(f)
	if problems != nil {
		return nil, nil, problems
	}
	t, doc := decode(f.Path, head, 2)
	if t == nil {
		return nil, nil, doc.problems
	}
	doc.head = plain.DigestOf(head)
	return t, newConverter(f.Path, body, line), nil
}

// problems are those of the front matter and of the text.
func (t *table) problems(c *converter) []source.Problem {
	return append(t.doc.problems, c.problems...)
}

// cutLine removes a first line that holds want and nothing else.
func cutLine(text, want string) (rest string, ok bool) {
	first, rest, _ := strings.Cut(text, "\n")
	return rest, strings.TrimRight(first, " \t") == want
}

// document is what the tables of one file share.
type document struct {
	path     source.Path
	head     plain.Digest // of the front matter of a content file
	problems []source.Problem
	asked    []string // memory of a table that has been read, for the next
}

// decode parses TOML; on a syntax error the table is nil.
func decode(path source.Path, text string, firstLine int) (*table, *document) {
	doc := &document{path: path}
	if t, ok := readPlain(doc, text, firstLine); ok {
		return t, doc
	}
	if bracketDepth(text) > maxBrackets {
		doc.problems = append(doc.problems, source.At(source.Pos{Path: path, Line: firstLine}, source.NestingTooDeep, maxBrackets))
		return nil, doc
	}
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		doc.syntax(err, text, firstLine)
		return nil, doc
	}
	t := wholeFile(doc)
	t.fill(values, findPositions(text, firstLine).places)
	return t, doc
}

// fill takes over what the library read. where has the places of the keys; one
// that is not among them, as in an inline table, is where its table is.
func (t *table) fill(values map[string]any, where map[string]spot) {
	for key, v := range values {
		at, known := where[t.name(key)]
		if !known {
			at = t.at
		}
		t.values[key] = entry{t.take(key, v, at, where), at}
	}
}

// take makes tables of the library's maps.
func (t *table) take(key string, v any, at spot, where map[string]spot) any {
	inner := func(values map[string]any, nth int, at spot) *table {
		child := t.child(key, nth, at)
		child.fill(values, where)
		return child
	}
	switch v := v.(type) {
	case map[string]any:
		return inner(v, 0, at)
	case []map[string]any:
		list := make([]*table, len(v))
		for i, values := range v {
			header, known := where[t.name(key)+"["+strconv.Itoa(i)+"]"]
			if !known {
				header = at
			}
			list[i] = inner(values, i+1, header)
		}
		return list
	case []any:
		for i := range v {
			if values, isTable := v[i].(map[string]any); isTable {
				v[i] = inner(values, i+1, at)
			}
		}
	}
	return v
}

// maxBrackets is how deep arrays and inline tables may lie in one another; the
// TOML library would run out of stack far beyond it.
const maxBrackets = 100

// bracketDepth is the most brackets that are open at one place, those inside
// texts counted too.
func bracketDepth(text string) int {
	open, most := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '[', '{':
			open++
			most = max(most, open)
		case ']', '}':
			open = max(open-1, 0)
		case '\n':
			if i+1 < len(text) && text[i+1] == '[' {
				open = 0 // a table begins
			}
		}
	}
	return most
}

func (d *document) syntax(err error, text string, firstLine int) {
	pos := source.Pos{Path: d.path, Line: firstLine}
	quoted, message := "", err.Error()
	if pe := (toml.ParseError{}); errors.As(err, &pe) {
		message = pe.Message
		lines := strings.Split(text, "\n")
		if n := pe.Position.Line; n >= 1 && n <= len(lines) {
			quoted = strings.TrimSpace(lines[n-1])
			pos.Line += n - 1
			pos.Col = max(pe.Position.Col, 1)
		}
	}
	if m := impossibleDate.FindStringSubmatch(quoted); m != nil {
		d.problems = append(d.problems, source.At(pos, source.BadDate, m[1]))
		return
	}
	if again := findPositions(text, firstLine).again; len(again) > 0 {
		twice := again[0]
		d.problems = append(d.problems, source.At(source.Pos{Path: d.path, Line: twice.at.line, Col: twice.at.key}, source.DuplicateKey, twice.key, twice.first.line))
		return
	}
	d.problems = append(d.problems, source.At(pos, source.TOMLSyntax, quoted, message))
}
