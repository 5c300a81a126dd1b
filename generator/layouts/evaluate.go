package layouts

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"text/template/parse"
)

// expression is a compiled part of an action. What gives a text says so, as
// a string need not be put into a reflect.Value to be printed.
type expression struct {
	value func(d *drawing, dot reflect.Value) reflect.Value
	text  func(d *drawing, dot reflect.Value) string // nil unless it gives a text
	of    reflect.Type                               // of the text: string, template.HTML or template.URL
	fixed bool                                       // it is the same on every page
}

func constant(v any) expression {
	value := reflect.ValueOf(v)
	return expression{value: func(*drawing, reflect.Value) reflect.Value { return value }, fixed: true}
}

func computed(value func(d *drawing, dot reflect.Value) reflect.Value) expression {
	return expression{value: value}
}

// textual makes an expression of what gives a text of a type.
func textual(of reflect.Type, text func(d *drawing, dot reflect.Value) string) expression {
	return expression{text: text, of: of, value: func(d *drawing, dot reflect.Value) reflect.Value {
		switch words := text(d, dot); of {
		case htmlType:
			return reflect.ValueOf(template.HTML(words))
		case urlType:
			return reflect.ValueOf(template.URL(words))
		default:
			return reflect.ValueOf(words)
		}
	}}
}

// words is the text of an expression whose value is a text.
func (e expression) words() func(d *drawing, dot reflect.Value) string {
	if e.text != nil {
		return e.text
	}
	return func(d *drawing, dot reflect.Value) string { return e.value(d, dot).String() }
}

// pipe compiles a pipeline, with the variables that it sets.
func (c *compiler) pipe(p *parse.PipeNode) expression {
	e := c.commands(p.Cmds, p)
	for _, decl := range p.Decl {
		slot := 0
		if p.IsAssign {
			slot = c.slot(decl)
		} else {
			slot = c.declare(decl.Ident[0])
		}
		value := e.value
		e = computed(func(d *drawing, dot reflect.Value) reflect.Value {
			v := value(d, dot)
			d.vars[slot] = v
			return v
		})
	}
	return e
}

// commands compiles steps of which each gives the next its last argument.
func (c *compiler) commands(cmds []*parse.CommandNode, whole parse.Node) expression {
	if len(cmds) == 0 {
		c.refuse(whole)
		return constant(false)
	}
	var before []expression
	for _, cmd := range cmds {
		if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
			before = []expression{c.function(f, cmd.Args[1:], before)}
			continue
		}
		if len(cmd.Args) > 1 || len(before) > 0 {
			c.refuse(cmd)
		}
		before = []expression{c.operand(cmd.Args[0])}
	}
	return before[0]
}

// operand compiles a part that stands for itself. What sets a variable within
// an expression is not known: it matters there in which order things are done.
func (c *compiler) operand(n parse.Node) expression {
	dot := computed(func(_ *drawing, dot reflect.Value) reflect.Value { return dot })
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(dot, n.Ident)
	case *parse.VariableNode:
		slot := c.slot(n)
		return c.fields(computed(func(d *drawing, _ reflect.Value) reflect.Value { return d.vars[slot] }), n.Ident[1:])
	case *parse.ChainNode:
		return c.fields(c.operand(n.Node), n.Field)
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return c.commands(n.Cmds, n)
		}
	case *parse.IdentifierNode:
		return c.function(n, nil, nil)
	case *parse.NilNode:
		return computed(func(*drawing, reflect.Value) reflect.Value { return reflect.Value{} })
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		switch numberType(n) {
		case intType:
			return constant(int(n.Int64))
		case floatType:
			return constant(n.Float64)
		case complexType:
			return constant(n.Complex128)
		}
	}
	c.refuse(n)
	return constant(false)
}

// field is where a name is found in each struct that has it.
type field struct {
	name string
	in   []fieldPlace
}

type fieldPlace struct {
	of    reflect.Type
	index []int
}

// fields compiles .A.B of what e gives.
func (c *compiler) fields(e expression, names []string) expression {
	for _, name := range names {
		f := &field{name: name}
		for _, t := range c.structs {
			if found, ok := t.FieldByName(name); ok && found.IsExported() {
				f.in = append(f.in, fieldPlace{t, found.Index})
			}
		}
		from := e.value
		e = computed(func(d *drawing, dot reflect.Value) reflect.Value { return f.value(from(d, dot)) })
	}
	return e
}

func (f *field) value(v reflect.Value) reflect.Value {
	t := v.Type()
	for i := range f.in {
		if p := &f.in[i]; p.of == t {
			if len(p.index) == 1 {
				return v.Field(p.index[0])
			}
			return v.FieldByIndex(p.index)
		}
	}
	panic(fmt.Sprintf("%s has no field %s", t, f.name))
}

// structsIn adds every struct that a value of a type can hold.
func structsIn(t reflect.Type, found []reflect.Type) []reflect.Type {
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		return structsIn(t.Elem(), found)
	case reflect.Struct:
		if slices.Contains(found, t) {
			return found
		}
		found = append(found, t)
		for i := range t.NumField() {
			found = structsIn(t.Field(i).Type, found)
		}
	}
	return found
}
