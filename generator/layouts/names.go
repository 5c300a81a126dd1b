package layouts

import (
	"slices"
	"text/template/parse"

	"referat/generator/source"
)

// needed checks the name that a function is given, and the labels it takes words
// from by itself.
func (s *scope) needed(f *parse.IdentifierNode, fn function, args []argument) {
	for _, n := range fn.needs {
		s.label(f, n)
	}
	if !fn.params[0].constant {
		return
	}
	name, ok := args[0].node.(*parse.StringNode)
	if !ok {
		s.report(report{pos: s.file.pos(int(args[0].node.Position())), code: source.LayoutConstant}, f.Ident)
		return
	}
	switch f.Ident {
	case "label":
		s.label(name, need{name.Text, len(args) - 1})
		for _, arg := range args[1:] {
			if slices.ContainsFunc(arg.all, isInteger) {
				s.label(f, needThousands)
			}
		}
	case "count":
		s.label(name, need{name.Text + ".one", 1})
		s.label(name, need{name.Text + ".other", 1})
	case "asset":
		s.asset(name)
	}
}

// label checks that each language has the label, with places for no more
// arguments than it gets.
func (s *scope) label(at parse.Node, n need) {
	s.uses.labels[n.key] = true
	pos := s.file.pos(int(at.Position()))
	for _, l := range s.languages {
		if l == nil {
			continue
		}
		if !l.has(n.key) {
			s.report(report{pos, source.LabelMissing, l.path, n.key}, n.key, string(l.path), source.Nearest(n.key, l.keys()))
			continue
		}
		if most := l.phrases[n.key].most; most > n.args {
			s.report(report{pos, source.LayoutType, l.path, n.key}, at.String(),
				source.Why(source.LabelPlaces, string(l.path), most, n.args))
		}
	}
}

func (s *scope) asset(constant *parse.StringNode) {
	if slices.Contains(s.assets, constant.Text) {
		s.uses.assets[constant.Text] = true
		return
	}
	s.report(report{pos: s.file.pos(int(constant.Pos)), code: source.AssetMissing},
		constant.Text, source.Nearest(constant.Text, s.assets))
}
