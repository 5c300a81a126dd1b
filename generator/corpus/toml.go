package main

import (
	"bytes"
	"fmt"
	"strings"
)

// toml is a document of settings or front matter being written. What is empty
// is left out, as authors do.
type toml struct{ bytes.Buffer }

func (t *toml) text(key, value string) {
	if value != "" {
		t.plain(key, quoted(value))
	}
}

func (t *toml) texts(key string, values []string) {
	if len(values) == 0 {
		return
	}
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = quoted(v)
	}
	t.plain(key, "["+strings.Join(list, ", ")+"]")
}

func (t *toml) number(key string, value int) {
	if value != 0 {
		t.plain(key, fmt.Sprint(value))
	}
}

func (t *toml) flag(key string, value bool) {
	if value {
		t.plain(key, "true")
	}
}

// plain writes a value that is TOML already, such as a date.
func (t *toml) plain(key, value string) { t.WriteString(key + " = " + value + "\n") }

// table begins [name] or, with the name in brackets itself, [[name]].
func (t *toml) table(name string) { t.WriteString("\n[" + name + "]\n") }

// quoted is a basic string of TOML 1.0.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
