package layouts

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// Most of what a page prints needs no escaping: names, numbers, addresses of the
// site. To find that out, html/template calls up to three functions through
// reflection, which takes most of the time of a page. Here it is found out while
// writing: a mark before an action tells the writer in which context
// html/template has put it, and html/template is asked only about what has
// a letter that it might change. The bytes of a page are the same with and
// without; a test compares them.

// shortcut is a context in which plain text stays as it is.
type shortcut struct {
	mark      []byte             // written before a value; known by its place in memory
	escapers  []string           // what html/template puts behind an action
	plain     [256]bool          // bytes that these leave alone
	beginning []string           // a value must begin with one of these; none: with anything
	template  *template.Template // a value in this context, and
	around    [2]int             // how many bytes stand before it and after it
}

func newShortcuts() []*shortcut {
	const (
		letters  = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
		harmless = letters + " \n!#$%()*,/:;=?@[\\]^{|}"
	)
	return []*shortcut{
		newShortcut(`<p>`, `</p>`, harmless, 0x80),
		newShortcut(`<p title="`, `">`, harmless, 0x80),
		newShortcut(`<a href="`, `">`, letters+"/#?=", 0x100, "/", "#", "https://"),
		newShortcut(`<a href="#`, `">`, letters, 0x100),
	}
}

// newShortcut learns from html/template itself what it puts behind an action
// that stands between before and after. Bytes from foreign on are plain too.
func newShortcut(before, after, plain string, foreign int, beginning ...string) *shortcut {
	s := &shortcut{mark: []byte{0}, beginning: beginning, around: [2]int{len(before), len(after)},
		template: template.Must(template.New("").Parse(before + "{{.}}" + after))}
	for b := range 256 {
		s.plain[b] = b >= foreign || strings.IndexByte(plain, byte(b)) >= 0
	}
	if err := s.template.Execute(io.Discard, ""); err != nil {
		panic(err)
	}
	for _, n := range s.template.Tree.Root.Nodes {
		if action, ok := n.(*parse.ActionNode); ok {
			s.escapers = escapers(action)
		}
	}
	return s
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
func (s *shortcut) isPlain(value []byte) bool {
	if len(s.beginning) > 0 {
		i := slices.IndexFunc(s.beginning, func(b string) bool { return bytes.HasPrefix(value, []byte(b)) })
		if i < 0 {
			return false
		}
		value = value[len(s.beginning[i]):]
	}
	for _, b := range value {
		if !s.plain[b] {
			return false
		}
	}
	return true
}

// escape has html/template escape a value for this context.
func (s *shortcut) escape(value any) ([]byte, error) {
	var b bytes.Buffer
	if err := s.template.Execute(&b, value); err != nil {
		return nil, err
	}
	return b.Bytes()[s.around[0] : b.Len()-s.around[1]], nil
}

// writer writes a page, and escapes what comes after a mark.
type writer struct {
	to        io.Writer
	shortcuts []*shortcut
	marked    *shortcut // the context of the next value
}

func (w *writer) Write(p []byte) (int, error) {
	if s := w.marked; s != nil {
		w.marked = nil
		if !s.isPlain(p) {
			escaped, err := s.escape(string(p))
			if err == nil {
				_, err = w.to.Write(escaped)
			}
			return len(p), err
		}
	} else if len(p) == 1 {
		for _, s := range w.shortcuts {
			if &p[0] == &s.mark[0] {
				w.marked = s
				return 1, nil
			}
		}
	}
	return w.to.Write(p)
}

// place is where a node stands.
type place struct {
	template string
	pos      parse.Pos
}

// takeShortcuts puts marks into escaped templates; prints says what types each
// action may print.
func takeShortcuts(t *template.Template, shortcuts []*shortcut, prints map[place]types) {
	for _, associated := range t.Templates() {
		if associated.Tree == nil {
			continue
		}
		walk(associated.Tree.Root, func(n parse.Node) {
			list, ok := n.(*parse.ListNode)
			if !ok {
				return
			}
			var nodes []parse.Node
			for _, n := range list.Nodes {
				if action, ok := n.(*parse.ActionNode); ok {
					if mark := shorten(action, shortcuts, prints[place{associated.Name(), n.Position()}]); mark != nil {
						nodes = append(nodes, &parse.TextNode{NodeType: parse.NodeText, Pos: n.Position(), Text: mark})
					}
				}
				nodes = append(nodes, n)
			}
			list.Nodes = nodes
		})
	}
}

// shorten takes the escapers away from an action for which there is a shortcut,
// and gives its mark. What is HTML already needs neither.
func shorten(action *parse.ActionNode, shortcuts []*shortcut, ts types) (mark []byte) {
	trusted := func(t reflect.Type) bool { return t.PkgPath() == htmlType.PkgPath() }
	added := escapers(action)
	for i, s := range shortcuts {
		if len(ts) == 0 || !slices.Equal(added, s.escapers) {
			continue
		}
		switch {
		case !slices.ContainsFunc(ts, trusted):
			mark = s.mark
		case i > 0 || len(ts) > 1 || ts[0] != htmlType:
			return nil
		}
		action.Pipe.Cmds = action.Pipe.Cmds[:len(action.Pipe.Cmds)-len(added)]
		return mark
	}
	return nil
}
