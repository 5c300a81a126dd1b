package layouts

import (
	"bytes"
	"html/template"
	"slices"
	"text/template/parse"
)

// inline puts the words of every label without arguments, and the address of
// every asset, into the text around it. By now html/template has decided how
// each action is escaped.
func inline(t *template.Template, w *words, shortcuts []*shortcut) {
	for _, associated := range t.Templates() {
		if associated.Tree != nil {
			inlineList(associated.Tree.Root, w, shortcuts)
		}
	}
}

func inlineList(list *parse.ListNode, w *words, shortcuts []*shortcut) {
	if list == nil {
		return
	}
	var nodes []parse.Node
	for _, n := range list.Nodes {
		if b := branch(n); b != nil {
			inlineList(b.List, w, shortcuts)
			inlineList(b.ElseList, w, shortcuts)
		}
		text, ok := constant(n, w, shortcuts)
		if !ok {
			nodes = append(nodes, n)
			continue
		}
		if len(nodes) > 0 {
			if last, ok := nodes[len(nodes)-1].(*parse.TextNode); ok {
				last.Text = append(bytes.Clone(last.Text), text...)
				continue
			}
		}
		nodes = append(nodes, &parse.TextNode{NodeType: parse.NodeText, Pos: n.Position(), Text: text})
	}
	list.Nodes = nodes
}

// constant is what a node always writes, if that is known: text, and an action
// such as {{label "skip"}} in a context for which there is a shortcut.
func constant(n parse.Node, w *words, shortcuts []*shortcut) ([]byte, bool) {
	if text, ok := n.(*parse.TextNode); ok {
		return text.Text, true
	}
	action, ok := n.(*parse.ActionNode)
	if !ok || len(action.Pipe.Cmds[0].Args) != 2 {
		return nil, false
	}
	function, isFunction := action.Pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	name, isName := action.Pipe.Cmds[0].Args[1].(*parse.StringNode)
	added := escapers(action)
	if !isFunction || !isName || len(action.Pipe.Cmds) != 1+len(added) {
		return nil, false
	}
	var value any
	switch function.Ident {
	case "label":
		value = w.label(name.Text)
	case "asset":
		value = w.asset(name.Text)
	default:
		return nil, false
	}
	for _, s := range shortcuts {
		if slices.Equal(added, s.escapers) {
			text, err := s.escape(value)
			return text, err == nil
		}
	}
	return nil, false
}
