package layouts

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// program draws one kind of page in one language: what html/template has
// escaped, as functions that call each other, which takes a fraction of the
// time of its interpreter. Every template stands in the place of its call, so
// that html/template escapes each for where it is shown.
type program struct {
	body  statement
	slots int // variables
	spare spareDrawings
}

// exit is how a statement ends.
type exit int

const (
	onward   exit = iota
	nextTurn      // after continue
	loopEnd       // after break
)

type statement func(d *drawing, dot reflect.Value) exit

// errUnknown is the reason of a layout that only the interpreter draws.
var errUnknown = errors.New("not compiled")

// compiler makes a program of templates that have been checked.
type compiler struct {
	words    *words
	text     Text
	calls    map[*parse.ListNode]*parse.TemplateNode // what stands in the place of a call
	known    []*shortcut
	escapers map[string]*escaper
	structs  []reflect.Type // what may have fields

	vars    []local // in scope, the innermost last
	slots   int
	unknown error // the first thing it has no function for
}

// local is a variable: no two have one slot.
type local struct {
	name string
	slot int
}

// compile gives an error, and html/template's interpreter has to do, when there
// is anything in the templates that the compiler does not know.
func compile(c *checker, view reflect.Type, w *words, text Text, known []*shortcut) (*program, error) {
	x := expansion{templates: c.templates, calls: map[*parse.ListNode]*parse.TemplateNode{}}
	root, err := x.escaped(w.funcMap(text))
	if err != nil {
		return nil, err
	}
	compiler := &compiler{words: w, text: text, calls: x.calls, known: known,
		escapers: map[string]*escaper{}, structs: structsIn(view, nil)}
	body := compiler.template(root)
	if compiler.unknown != nil {
		return nil, compiler.unknown
	}
	return &program{body: body, slots: compiler.slots}, nil
}

// most is how many calls are put in place: templates that call each other twice
// at every step would fill the memory.
const most = 5_000

// expansion puts templates in the place of their calls.
type expansion struct {
	templates map[string]definition
	calls     map[*parse.ListNode]*parse.TemplateNode
}

// escaped is the whole page, as html/template escapes it.
func (x *expansion) escaped(functions template.FuncMap) (*parse.ListNode, error) {
	tree := x.templates[frame].tree.Copy()
	x.expand(tree.Root)
	if len(x.calls) > most {
		return nil, fmt.Errorf("%w: too many calls of templates", errUnknown)
	}
	// It is the first byte at which the execution stops.
	first := &parse.TextNode{NodeType: parse.NodeText, Text: []byte(" ")}
	tree.Root.Nodes = append([]parse.Node{first}, tree.Root.Nodes...)
	t, err := template.New(frame).Funcs(functions).AddParseTree(frame, tree)
	if err != nil {
		return nil, err
	}
	if err := t.Execute(stopWriter{}, nil); !errors.Is(err, errStop) {
		return nil, err
	}
	tree.Root.Nodes = tree.Root.Nodes[1:]
	return tree.Root, nil
}

func (x *expansion) expand(list *parse.ListNode) {
	if list == nil {
		return
	}
	for i, n := range list.Nodes {
		if b := branch(n); b != nil {
			x.expand(b.List)
			x.expand(b.ElseList)
		}
		call, ok := n.(*parse.TemplateNode)
		if !ok || len(x.calls) > most {
			continue
		}
		body := x.templates[call.Name].tree.Root.CopyList()
		x.calls[body] = call
		x.expand(body)
		list.Nodes[i] = body
	}
}

// refuse notes what the compiler does not know.
func (c *compiler) refuse(n parse.Node) {
	if c.unknown == nil {
		c.unknown = fmt.Errorf("%w: %s", errUnknown, n)
	}
}

// declare gives a new variable its slot.
func (c *compiler) declare(name string) int {
	c.vars = append(c.vars, local{name, c.slots})
	c.slots++
	return c.slots - 1
}

// slot is where a variable is kept.
func (c *compiler) slot(n *parse.VariableNode) int {
	for i := len(c.vars) - 1; i >= 0; i-- {
		if c.vars[i].name == n.Ident[0] {
			return c.vars[i].slot
		}
	}
	c.refuse(n)
	return 0
}
