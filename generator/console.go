package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// console is the person at the terminal, if there is one.
type console struct {
	in  *bufio.Reader // nil when nobody is there
	out io.Writer
}

// atTerminal is the person who sees what is written to w and whose answers are read
// from standard input.
func atTerminal(w io.Writer) console {
	c := console{out: w}
	if isTerminal(w) && isTerminal(os.Stdin) {
		c.in = bufio.NewReader(os.Stdin)
	}
	return c
}

// there tells that somebody can answer.
func (c console) there() bool { return c.in != nil }

// ask gives the answer to a question, "" when there is none.
func (c console) ask(question string) string {
	if !c.there() {
		return ""
	}
	_, _ = fmt.Fprint(c.out, question+" ")
	line, _ := c.in.ReadString('\n') // at the end of the input there is no answer
	return strings.TrimSpace(line)
}

// agrees tells that a question was answered with yes.
func (c console) agrees(question string) bool {
	answer := strings.ToLower(c.ask(question))
	return answer == "ja" || answer == "j" || answer == "yes" || answer == "y"
}

// reviewer asks who has looked through the pages; "" when no name is given.
func (c console) reviewer(lang string) string {
	if lang == "da" {
		return oneLine(c.ask("hvem har set siderne igennem?"))
	}
	return oneLine(c.ask("who has looked through the pages?"))
}

// oneLine is a name without spaces that nobody means.
func oneLine(name string) string { return strings.Join(strings.Fields(name), " ") }
