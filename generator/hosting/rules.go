package hosting

import (
	"fmt"
	"regexp"
	"strings"
)

// rules is a file of rules that is being written, line by line.
type rules struct {
	strings.Builder
	depth int
}

func (r *rules) line(format string, args ...any) {
	r.WriteString(strings.Repeat("\t", r.depth))
	fmt.Fprintf(r, format+"\n", args...)
}

// block writes a line, the lines of inside one step further in, and the end.
func (r *rules) block(head, end string, inside func()) {
	r.line("%s", head)
	r.depth++
	inside()
	r.depth--
	r.line("%s", end)
}

func (r *rules) bytes() []byte { return []byte(r.String()) }

// anyOf is a regular expression for one of the texts.
func anyOf(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = regexp.QuoteMeta(t)
	}
	return "(" + strings.Join(quoted, "|") + ")"
}

// hiddenPattern is a regular expression for the paths of the rules themselves.
func hiddenPattern() string {
	return "(" + regexp.QuoteMeta(serverFolder) + "(/.*)?|" + anyOf(hiddenFiles()) + ")"
}
