// Package pattern owns when a regular expression is compiled: at first use. The import knows more than a hundred, and
// every command of the program would wait for them, those that import nothing too.
package pattern

import (
	"regexp"
	"sync"
)

// Of gives what compiles an expression the first time that it is called, and gives the same pattern ever after. An
// expression that is none is a fault of the program: it panics then.
func Of(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
