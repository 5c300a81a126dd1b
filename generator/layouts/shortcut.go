package layouts

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// Most of what a page prints needs no escaping: names, numbers, addresses of the
// site. Here it is found out by looking at its letters; html/template itself is
// asked about what has a letter that it might change.

// shortcut is a context in which plain text stays as it is.
type shortcut struct {
	escapers  []string     // what html/template puts behind an action
	plain     [256]bool    // bytes that these leave alone
	beginning []string     // a value must begin with one of these; none: with anything
	kept      reflect.Type // a type that they leave alone; nil of none
}

func newShortcuts() []*shortcut {
	const (
		letters  = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
		harmless = letters + " \n!#$%()*,/:;=?@[\\]^{|}"
	)
	content := newShortcut(`<p>{{.}}</p>`, harmless, 0x80)
	content.kept = htmlType
	return []*shortcut{
		content,
		newShortcut(`<title>{{.}}</title>`, harmless, 0x80),
		newShortcut(`<p title="{{.}}">`, harmless, 0x80),
		newShortcut(`<a href="{{.}}">`, letters+"/#?=", 0x100, "/", "#", "https://"),
		newShortcut(`<a href="#{{.}}">`, letters, 0x100),
	}
}

// newShortcut learns from html/template itself what it puts behind the action of
// a text. Bytes from foreign on are plain too.
func newShortcut(text, plain string, foreign int, beginning ...string) *shortcut {
	s := &shortcut{beginning: beginning}
	for b := range 256 {
		s.plain[b] = b >= foreign || strings.IndexByte(plain, byte(b)) >= 0
	}
	s.escapers = escapers(onlyAction(escapedTemplate(text)))
	return s
}

// escapedTemplate is a template that html/template has escaped.
func escapedTemplate(text string) *template.Template {
	t := template.Must(template.New("").Parse(text))
	if err := t.Execute(io.Discard, ""); err != nil {
		panic(err)
	}
	return t
}

func onlyAction(t *template.Template) *parse.ActionNode {
	i := slices.IndexFunc(t.Tree.Root.Nodes, func(n parse.Node) bool { return n.Type() == parse.NodeAction })
	return t.Tree.Root.Nodes[i].(*parse.ActionNode)
}

// escapers are the functions that html/template has put behind an action.
func escapers(action *parse.ActionNode) []string {
	var names []string
	for _, cmd := range action.Pipe.Cmds {
		if name := cmd.String(); strings.HasPrefix(name, "_html_template_") {
			names = append(names, name)
		}
	}
	return names
}

// isPlain tells that html/template would not change a value.
func isPlain[text string | []byte](s *shortcut, value text) bool {
	if s == nil {
		return false
	}
	if len(s.beginning) > 0 {
		i := slices.IndexFunc(s.beginning, func(b string) bool { return len(value) >= len(b) && string(value[:len(b)]) == b })
		if i < 0 {
			return false
		}
		value = value[len(s.beginning[i]):]
	}
	for i := range len(value) {
		if !s.plain[value[i]] {
			return false
		}
	}
	return true
}

// escaper prints values in one context.
type escaper struct {
	*shortcut                    // nil of a context without one
	template  *template.Template // {{.}} with what html/template puts behind it there
}

// escaper is the one for the functions that html/template has put behind an
// action.
func (c *compiler) escaper(added []*parse.CommandNode, names []string) *escaper {
	key := strings.Join(names, " ")
	if x := c.escapers[key]; x != nil {
		return x
	}
	x := &escaper{template: escapedTemplate("{{.}}")}
	pipe := onlyAction(x.template).Pipe
	pipe.Cmds = append(pipe.Cmds[:1:1], added...)
	if i := slices.IndexFunc(c.known, func(s *shortcut) bool { return slices.Equal(s.escapers, names) }); i >= 0 {
		x.shortcut = c.known[i]
	}
	c.escapers[key] = x
	return x
}

// keeps tells a type whose values stay as they are.
func (x *escaper) keeps(t reflect.Type) bool {
	return x.shortcut != nil && x.kept != nil && x.kept == t
}

// escape has html/template escape a value. Its functions do not fail.
func (x *escaper) escape(value any) []byte {
	var b bytes.Buffer
	if err := x.template.Execute(&b, value); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// words prints a string.
func (x *escaper) words(d *drawing, words string) {
	if isPlain(x.shortcut, words) {
		d.writeString(words)
	} else {
		d.write(x.escape(words))
	}
}

// value prints any value.
func (x *escaper) value(d *drawing, v reflect.Value) {
	switch t := v.Type(); {
	case t == stringType:
		x.words(d, v.String())
		return
	case x.keeps(t):
		d.writeString(v.String())
		return
	case t == intType:
		var digits [20]byte
		if number := strconv.AppendInt(digits[:0], v.Int(), 10); isPlain(x.shortcut, number) {
			d.write(number)
			return
		}
	}
	d.write(x.escape(v.Interface()))
}
