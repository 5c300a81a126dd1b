package layouts

import (
	"reflect"
	"text/template/parse"
)

// template compiles a template, which has no variables but its own.
func (c *compiler) template(root *parse.ListNode) statement {
	outer := c.vars
	c.vars = nil
	dollar := c.declare("$")
	body := c.list(root)
	c.vars = outer
	return func(d *drawing, dot reflect.Value) exit {
		d.vars[dollar] = dot
		return body(d, dot)
	}
}

// list compiles what stands in a row; what is known already becomes one text.
func (c *compiler) list(list *parse.ListNode) statement {
	if list == nil {
		return func(*drawing, reflect.Value) exit { return onward }
	}
	var row []statement
	var text []byte
	flush := func() {
		if words := text; len(words) > 0 {
			row = append(row, func(d *drawing, _ reflect.Value) exit { d.write(words); return onward })
		}
		text = nil
	}
	for _, n := range list.Nodes {
		known, s := c.node(n)
		text = append(text, known...)
		if s != nil {
			flush()
			row = append(row, s)
		}
	}
	flush()
	if len(row) == 1 {
		return row[0]
	}
	return func(d *drawing, dot reflect.Value) exit {
		for _, s := range row {
			if e := s(d, dot); e != onward {
				return e
			}
		}
		return onward
	}
}

// node compiles one node to a text or to a statement.
func (c *compiler) node(n parse.Node) (text []byte, s statement) {
	switch n := n.(type) {
	case *parse.TextNode:
		return n.Text, nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return c.action(n)
	case *parse.IfNode:
		return nil, c.choice(&n.BranchNode, false)
	case *parse.WithNode:
		return nil, c.choice(&n.BranchNode, true)
	case *parse.RangeNode:
		return nil, c.loop(n)
	case *parse.BreakNode:
		return nil, func(*drawing, reflect.Value) exit { return loopEnd }
	case *parse.ContinueNode:
		return nil, func(*drawing, reflect.Value) exit { return nextTurn }
	case *parse.ListNode:
		if call := c.calls[n]; call != nil {
			return nil, c.call(call, n)
		}
	}
	c.refuse(n)
	return nil, nil
}

// action compiles what prints, or sets a variable.
func (c *compiler) action(n *parse.ActionNode) ([]byte, statement) {
	if len(n.Pipe.Decl) > 0 {
		set := c.pipe(n.Pipe).value
		return nil, func(d *drawing, dot reflect.Value) exit { set(d, dot); return onward }
	}
	added := escapers(n)
	e := c.commands(n.Pipe.Cmds[:len(n.Pipe.Cmds)-len(added)], n)
	x := c.escaper(n.Pipe.Cmds[len(n.Pipe.Cmds)-len(added):], added)
	switch {
	case c.unknown != nil:
		return nil, nil
	case e.fixed:
		return x.escape(e.value(nil, reflect.Value{}).Interface()), nil
	case e.text != nil && (e.of == stringType || x.keeps(e.of)):
		keeps := x.keeps(e.of)
		return nil, func(d *drawing, dot reflect.Value) exit {
			if words := e.text(d, dot); keeps {
				d.writeString(words)
			} else {
				x.words(d, words)
			}
			return onward
		}
	}
	return nil, func(d *drawing, dot reflect.Value) exit { x.value(d, e.value(d, dot)); return onward }
}

// choice compiles if and with.
func (c *compiler) choice(b *parse.BranchNode, with bool) statement {
	outer := len(c.vars)
	condition := c.pipe(b.Pipe).value
	inner := len(c.vars)
	then := c.list(b.List)
	c.vars = c.vars[:inner]
	otherwise := c.list(b.ElseList)
	c.vars = c.vars[:outer]
	return func(d *drawing, dot reflect.Value) exit {
		v := condition(d, dot)
		switch {
		case !truth(v):
			return otherwise(d, dot)
		case with:
			return then(d, v)
		}
		return then(d, dot)
	}
}

// loop compiles range.
func (c *compiler) loop(r *parse.RangeNode) statement {
	outer := len(c.vars)
	over := c.pipe(r.Pipe).value
	slots := make([]int, len(r.Pipe.Decl))
	for i, decl := range r.Pipe.Decl {
		slots[i] = c.slot(decl)
	}
	inner := len(c.vars)
	body := c.list(r.List)
	c.vars = c.vars[:inner]
	otherwise := c.list(r.ElseList)
	c.vars = c.vars[:outer]
	turn := func(d *drawing, index int, element reflect.Value) exit {
		if len(slots) == 2 {
			d.vars[slots[0]] = reflect.ValueOf(index)
		}
		if len(slots) > 0 {
			d.vars[slots[len(slots)-1]] = element
		}
		return body(d, element)
	}
	return func(d *drawing, dot reflect.Value) exit {
		v := over(d, dot)
		if v.CanInt() {
			if v.Int() <= 0 {
				return otherwise(d, dot)
			}
			for element := range v.Seq() {
				if turn(d, 0, element) == loopEnd {
					break
				}
			}
			return onward
		}
		if v.Len() == 0 {
			return otherwise(d, dot)
		}
		for i := range v.Len() {
			if turn(d, i, v.Index(i)) == loopEnd {
				break
			}
		}
		return onward
	}
}

// call compiles a template in the place of its call.
func (c *compiler) call(n *parse.TemplateNode, root *parse.ListNode) statement {
	if n.Pipe == nil {
		body := c.template(root)
		return func(d *drawing, _ reflect.Value) exit { return body(d, reflect.Value{}) }
	}
	argument := c.pipe(n.Pipe).value
	body := c.template(root)
	return func(d *drawing, dot reflect.Value) exit { return body(d, argument(d, dot)) }
}
