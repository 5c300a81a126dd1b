package layouts

import (
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"referat/generator/source"
)

// checker follows every template that a kind of page can reach, with the type
// of what it is given, through every branch. What it accepts executes without
// an error on any value of the view's type.
type checker struct {
	templates map[string]definition
	languages []*labels // nil where a language has none
	assets    []string

	uses     uses
	checked  map[call]bool
	open     map[call]bool // being checked now
	reported map[report]bool
	problems []source.Problem
}

// definition is a template and the file it stands in.
type definition struct {
	file *file
	tree *parse.Tree
}

// call is a template with the type of its dot.
type call struct {
	name string
	dot  reflect.Type
}

// uses is what the pages of a kind are made of, beside their views.
type uses struct {
	templates, labels, assets map[string]bool
}

// report is a problem that is told once, although a template may be checked with
// several types, and a loop several times.
type report struct {
	pos    source.Pos
	code   source.Code
	labels source.Path // of a label: the file that lacks it
	key    string      // and its key
}

func newChecker(templates map[string]definition, assets []string) *checker {
	return &checker{templates: templates, assets: assets,
		uses:    uses{map[string]bool{}, map[string]bool{}, map[string]bool{}},
		checked: map[call]bool{}, open: map[call]bool{}, reported: map[report]bool{}}
}

func (c *checker) report(r report, args ...any) {
	if !c.reported[r] {
		c.reported[r] = true
		c.problems = append(c.problems, source.At(r.pos, r.code, args...))
	}
}

// check checks a template, once for each type that it is called with.
func (c *checker) check(to call) {
	if c.checked[to] {
		return
	}
	c.checked[to] = true
	c.uses.templates[to.name] = true
	c.open[to] = true
	defer delete(c.open, to)
	def := c.templates[to.name]
	s := &scope{checker: c, file: def.file, vars: []variable{{"$", one(to.dot)}}}
	s.list(one(to.dot), def.tree.Root)
}

// scope is a template being checked: the variables there are at this place, the
// innermost last, and what each may be. An assignment in a branch can give
// a variable a second type, so that has to be followed too.
type scope struct {
	*checker
	file  *file
	vars  []variable
	exits [][]variable // what the variables are where the innermost loop is left early
}

type variable struct {
	name  string
	types types
}

// join unites what variables may be after either of two branches. Variables
// that only one of them has are out of scope by then.
func join(a, b []variable) []variable {
	joined := slices.Clone(a[:min(len(a), len(b))])
	for i := range joined {
		joined[i].types = joined[i].types.with(b[i].types)
	}
	return joined
}

// grew tells that b knows more types than a. It relies on types.with, which
// adds at the end.
func grew(a, b []variable) bool {
	for i := range a {
		if len(a[i].types) != len(b[i].types) {
			return true
		}
	}
	return false
}

func (s *scope) list(dot types, list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			v := s.pipe(dot, n.Pipe)
			if len(n.Pipe.Decl) == 0 {
				s.printed(n, v.all)
			}
		case *parse.IfNode:
			s.choice(dot, &n.BranchNode)
		case *parse.WithNode:
			s.choice(dot, &n.BranchNode)
		case *parse.RangeNode:
			s.loop(dot, n)
		case *parse.TemplateNode:
			s.call(dot, n)
		case *parse.BreakNode, *parse.ContinueNode:
			s.exits = append(s.exits, slices.Clone(s.vars))
		}
	}
}

func (s *scope) printed(n *parse.ActionNode, ts types) {
	for _, t := range ts {
		if !isPrintable(t) {
			s.wrong(n, n.Pipe, source.Why(source.NotText, describe(t)))
		}
	}
}

// choice checks if and with.
func (s *scope) choice(dot types, b *parse.BranchNode) {
	outer := len(s.vars)
	v := s.pipe(dot, b.Pipe)
	then := dot
	if b.NodeType == parse.NodeWith {
		then = v.truthy
	} else {
		s.condition(b.Pipe, v.all)
	}
	before := slices.Clone(s.vars)
	if !b.Pipe.IsAssign {
		for i := len(s.vars) - len(b.Pipe.Decl); i < len(s.vars); i++ {
			s.vars[i].types = v.truthy
		}
	}
	s.list(then, b.List)
	after := s.vars
	s.vars = before
	s.list(dot, b.ElseList)
	s.vars = join(after[:outer], s.vars[:outer])
}

// condition refuses what cannot be false: a struct counts as true even when all
// its fields are empty, so that {{if .Approved}} would hold of every page.
func (s *scope) condition(n parse.Node, ts types) {
	if i := slices.IndexFunc(ts, alwaysTrue); i >= 0 {
		s.wrong(n, n, source.Why(source.AlwaysTrue, describe(ts[i])))
	}
}

// loop checks range. The body is checked again as long as it teaches something
// about variables that it assigns, since each round begins where the last ended.
func (s *scope) loop(dot types, r *parse.RangeNode) {
	outer := len(s.vars)
	v := s.pipe(dot, r.Pipe)
	element := s.elements(r.Pipe, v.all)
	before := len(s.vars)
	entry := slices.Clone(s.vars)
	enclosing := s.exits
	for {
		s.vars, s.exits = slices.Clone(entry), nil
		s.iteration(r.Pipe, element)
		s.list(element, r.List)
		next := join(entry, s.vars[:before])
		for _, exit := range s.exits {
			next = join(next, exit)
		}
		copy(next[outer:], entry[outer:]) // set anew in each round
		if !grew(entry, next) {
			break
		}
		entry = next
	}
	s.exits = enclosing
	s.vars = slices.Clone(entry)
	s.list(dot, r.ElseList)
	s.vars = join(entry[:outer], s.vars[:outer])
}

// elements is what a loop gives of each type.
func (s *scope) elements(pipe *parse.PipeNode, ts types) types {
	var elements types
	for _, t := range ts {
		e := element(t)
		if e == nil {
			s.wrong(pipe, pipe, source.Why(source.NotList, describe(t)))
			return nil
		}
		if isInteger(t) && len(pipe.Decl) > 1 {
			s.wrong(pipe, pipe, source.Why(source.OneVariable, describe(t)))
		}
		elements = elements.with(one(e))
	}
	return elements
}

// iteration sets the variables of a loop: the element, before it the index.
func (s *scope) iteration(pipe *parse.PipeNode, element types) {
	values := []types{element}
	if len(pipe.Decl) == 2 {
		values = []types{one(intType), element}
	}
	for i, decl := range pipe.Decl {
		if pipe.IsAssign {
			s.assign(decl, values[i])
		} else {
			s.vars[len(s.vars)-len(pipe.Decl)+i].types = values[i]
		}
	}
}

// call checks {{template}} and {{block}}. A template that calls itself with the
// same type would never end, because a view holds no type within itself.
func (s *scope) call(dot types, n *parse.TemplateNode) {
	argument := nothing
	if n.Pipe != nil {
		argument = s.pipe(dot, n.Pipe).all
	}
	if _, ok := s.templates[n.Name]; !ok {
		s.report(report{pos: s.file.pos(int(n.Pos)), code: source.LayoutMissing}, n.Name,
			source.Nearest(n.Name, slices.Sorted(maps.Keys(s.templates))))
		return
	}
	for _, t := range argument {
		to := call{n.Name, t}
		if s.open[to] {
			s.wrong(n, n, source.Why(source.CallsItself))
			continue
		}
		s.check(to)
	}
}

// wrong reports that something is used wrongly, at the place of at.
func (s *scope) wrong(at, what parse.Node, why source.Explanation) {
	s.report(report{pos: s.file.pos(int(at.Position())), code: source.LayoutType}, what.String(), why)
}
