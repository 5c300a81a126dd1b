package layouts

import (
	"reflect"
	"strings"
	"text/template/parse"

	"referat/generator/source"
)

// value is what an expression may be, and what it may be where it counts as
// true: after {{with and .Shown .Link}} dot is a link.
type value struct {
	all, truthy types
}

func valueOf(ts types) value { return value{ts, ts.without(alwaysFalse)} }

func (s *scope) pipe(dot types, p *parse.PipeNode) value {
	var v value
	var before *value
	for _, cmd := range p.Cmds {
		v = s.command(dot, cmd, before)
		before = &value{v.all, v.truthy}
	}
	for _, decl := range p.Decl {
		if p.IsAssign {
			s.assign(decl, v.all)
		} else {
			s.vars = append(s.vars, variable{decl.Ident[0], v.all})
		}
	}
	return v
}

// assign gives a variable a new value; what it was before is forgotten.
func (s *scope) assign(n *parse.VariableNode, ts types) {
	if i := s.find(n); i >= 0 {
		s.vars[i].types = ts
	}
}

// find looks a variable up. The parser has seen it declared somewhere above, but
// that may have been in the other branch of an if.
func (s *scope) find(n *parse.VariableNode) int {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == n.Ident[0] {
			return i
		}
	}
	s.wrong(n, n, source.Why(source.OtherBranch))
	return -1
}

// command checks one step of a pipeline; before is what the step before gave.
func (s *scope) command(dot types, cmd *parse.CommandNode, before *value) value {
	if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return s.function(dot, f, cmd.Args[1:], before)
	}
	v := s.operand(dot, cmd.Args[0])
	switch {
	case cmd.Args[0].Type() == parse.NodeNil:
		s.wrong(cmd, cmd, source.Why(source.NilAlone))
	case len(cmd.Args) > 1 || before != nil:
		s.wrong(cmd, cmd.Args[0], source.Why(source.NotFunction))
	default:
		return v
	}
	return value{}
}

// operand checks a part of an expression that stands for itself.
func (s *scope) operand(dot types, n parse.Node) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return valueOf(dot)
	case *parse.FieldNode:
		// The parser gives a chain the place of its second field.
		at := int(n.Pos) + 1
		if len(n.Ident) > 1 {
			at = int(n.Pos) - len(n.Ident[0])
		}
		return valueOf(s.fields(dot, n.Ident, at))
	case *parse.VariableNode:
		i := s.find(n)
		if i < 0 {
			return value{}
		}
		return valueOf(s.fields(s.vars[i].types, n.Ident[1:], int(n.Pos)+1))
	case *parse.ChainNode:
		return valueOf(s.fields(s.operand(dot, n.Node).all, n.Field, int(n.Pos)+1))
	case *parse.PipeNode:
		return s.pipe(dot, n)
	case *parse.IdentifierNode:
		return s.function(dot, n, nil, nil)
	case *parse.NilNode:
		return valueOf(nothing)
	case *parse.BoolNode:
		return valueOf(one(boolType))
	case *parse.StringNode:
		return valueOf(one(stringType))
	case *parse.NumberNode:
		return valueOf(s.number(n))
	}
	s.wrong(n, n, source.Why(source.NotHere))
	return value{}
}

// number is the type of a number.
func (s *scope) number(n *parse.NumberNode) types {
	if t := numberType(n); t != nil {
		return one(t)
	}
	s.wrong(n, n, source.Why(source.NumberTooLarge))
	return nil
}

// numberType is the type of a number by its spelling, as the template language
// has it, or nil of one that is too large.
func numberType(n *parse.NumberNode) reflect.Type {
	hex := strings.HasPrefix(strings.ToLower(n.Text), "0x") && !strings.ContainsAny(n.Text, "pP")
	switch {
	case n.IsComplex:
		return complexType
	case n.IsFloat && !hex && !strings.HasPrefix(n.Text, "'") && strings.ContainsAny(n.Text, ".eEpP"):
		return floatType
	case n.IsInt && int64(int32(n.Int64)) == n.Int64: // an int may have 32 bits
		return intType
	}
	return nil
}

// fields follows .A.B from what may have several types; at is the place of the
// first name in the file.
func (s *scope) fields(from types, names []string, at int) types {
	for _, name := range names {
		var next types
		for _, t := range from {
			field, ok := s.field(t, name, at)
			if !ok {
				return nil
			}
			next = next.with(one(field))
		}
		from = next
		at += len(name) + 1
	}
	return from
}

func (s *scope) field(t reflect.Type, name string, at int) (reflect.Type, bool) {
	pos := s.file.pos(at)
	if t == nil || t.Kind() != reflect.Struct {
		s.report(report{pos: pos, code: source.LayoutType}, "."+name, source.Why(source.WithoutFields, describe(t)))
		return nil, false
	}
	if f, ok := t.FieldByName(name); ok && f.IsExported() {
		return f.Type, true
	}
	fields := fieldNames(t)
	s.report(report{pos: pos, code: source.LayoutField}, name, t.Name(), source.Nearest(name, fields), strings.Join(fields, ", "))
	return nil, false
}

// function checks the call of a function; before is the value from the step
// before in the pipeline, which becomes the last argument.
func (s *scope) function(dot types, f *parse.IdentifierNode, args []parse.Node, before *value) value {
	total := len(args)
	if before != nil {
		total++
	}
	if least, most := arity(f.Ident); total < least || total > most {
		s.wrong(f, f, arityWords(least, most, total))
		for _, arg := range args {
			s.operand(dot, arg)
		}
		return value{}
	}
	if check, ok := builtins[f.Ident]; ok {
		return check.check(s, f, s.arguments(dot, f, args, before))
	}
	fn := functions[f.Ident]
	arguments := s.arguments(dot, f, args, before)
	for i, arg := range arguments {
		if p := fn.param(i); !p.constant {
			s.fits(f, arg, p)
		}
	}
	s.needed(f, fn, arguments)
	return valueOf(one(fn.result))
}

// fits checks an argument against what the function takes.
func (s *scope) fits(f *parse.IdentifierNode, arg argument, p param) {
	for _, t := range arg.all {
		if !p.fits(t) {
			s.wrong(arg.node, f, source.Why(source.OtherArgument, p.want, describe(t)))
		}
	}
}
