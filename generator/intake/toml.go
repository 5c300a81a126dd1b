package intake

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// frontMatter is TOML being written as authors write it: one key a line, and what
// is empty is left out.
type frontMatter struct{ lines []string }

// line is the number of the line that is written next, from 1.
func (f *frontMatter) line() int { return len(f.lines) + 1 }

func (f *frontMatter) add(line string) { f.lines = append(f.lines, line) }

// plain adds a value that is TOML already.
func (f *frontMatter) plain(key, value string) { f.add(key + " = " + value) }

func (f *frontMatter) text(key, value string) {
	if value != "" {
		f.plain(key, quoted(value))
	}
}

func (f *frontMatter) number(key string, value int) {
	if value != 0 {
		f.plain(key, strconv.Itoa(value))
	}
}

func (f *frontMatter) flag(key string, value bool) {
	if value {
		f.plain(key, "true")
	}
}

// widest is how long a line with several texts may be.
const widest = 100

// texts adds a list: on one line, or with a line for each text when that would be long.
func (f *frontMatter) texts(key string, values []string) {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = quoted(v)
	}
	if all := strings.Join(list, ", "); len(list) == 1 || len(all) <= widest {
		f.plain(key, "["+all+"]")
		return
	}
	f.plain(key, "[")
	for _, v := range list {
		f.add("  " + v + ",")
	}
	f.add("]")
}

// table begins [name] or, with the name in brackets itself, [[name]].
func (f *frontMatter) table(name string) {
	f.add("")
	f.add("[" + name + "]")
}

// quoted is a text of TOML. One that holds quotes stands between apostrophes where it
// can, since authors stumble over backslashes.
func quoted(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") && !strings.ContainsFunc(s, isControl) {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	coded := false // the letter before is written with a backslash, and an accent would change that
	for _, r := range s {
		switch coded = isControl(r) || coded && unicode.IsMark(r); {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case coded && r > 0xffff:
			fmt.Fprintf(&b, `\U%08X`, r)
		case coded:
			fmt.Fprintf(&b, `\u%04X`, r)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isControl tells of what a text of TOML may not hold as it is.
func isControl(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// key is a name as a key of TOML.
func key(name string) string {
	if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") != "" {
		return quoted(name)
	}
	return name
}
