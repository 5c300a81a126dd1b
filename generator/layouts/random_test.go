package layouts

import (
	"fmt"
	"html/template"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"text/template/parse"

	"referat/generator/site"
)

// minutesChecker checks and draws many pages of minutes without loading all else
// again.
type minutesChecker struct {
	loader *loader
	kind   kind
	words  *words
	known  []*shortcut
}

func newMinutesChecker(t testing.TB) *minutesChecker {
	o := testOptions
	o.Languages = []string{"da"}
	over, err := newOverlay(ownTree(t, nil), fileSystem(plainFiles()))
	if err != nil {
		t.Fatal(err)
	}
	m := &minutesChecker{loader: &loader{overlay: over, options: o}, known: newShortcuts()}
	m.loader.readFiles()
	m.loader.readLabels()
	m.words = newWords(m.loader.languages["da"], map[string]string{"style.css": "/style.css"})
	for _, k := range kinds {
		if k.name == "minutes" {
			m.kind = k
		}
	}
	return m
}

// both gives html/template's page of minutes and the compiled one, which is nil
// when it could not be compiled, or the reasons why the page is refused.
func (m *minutesChecker) both(main string) (t *template.Template, p *program, refused string) {
	l := m.loader
	l.problems = nil
	f, problem := parseFile("layouts/minutes.html", "minutes.html", minutesOf(main)["minutes.html"])
	if problem != nil {
		return nil, nil, fmt.Sprint(problem.Args...)
	}
	l.files["minutes.html"] = f
	c := l.check(m.kind, []string{"style.css"})
	if c == nil {
		return nil, nil, listed(l.problems)
	}
	t, err := interpreted(c, m.kind.view, m.words.funcMap(l.options.Text))
	if err != nil {
		return nil, nil, err.Error()
	}
	p, _ = compile(c, m.kind.view, m.words, l.options.Text, m.known)
	return t, p, ""
}

// setsWithin tells a page that need not be compiled: one that sets a variable
// within an expression.
func setsWithin(main string) bool {
	found := false
	trees, _ := parseText("x", main)
	for _, tree := range trees {
		walk(tree.Root, func(n parse.Node) {
			if cmd, ok := n.(*parse.CommandNode); ok {
				for _, arg := range cmd.Args {
					if chain, ok := arg.(*parse.ChainNode); ok {
						arg = chain.Node
					}
					pipe, ok := arg.(*parse.PipeNode)
					found = found || ok && len(pipe.Decl) > 0
				}
			}
		})
	}
	return found
}

// grammar writes random templates for a MinutesView, right and wrong ones.
type grammar struct{ *rand.Rand }

func (g grammar) pick(of ...string) string { return of[g.IntN(len(of))] }

func (g grammar) operand(depth int) string {
	if depth > 0 && g.IntN(3) == 0 {
		return "(" + g.pipeline(depth-1) + ")" + g.pick("", "", "", ".Text", ".Year")
	}
	return g.pick(".", ".Title", ".Heading", ".Items", ".Decisions", ".Draft", ".Date", ".Committee", ".Committee.Text", ".Record.Date.Year",
		".Attachments", ".Preface", ".Publisher.Address", "$.Title", "$.Items", "$x", "$y", "$x.Text", ".Text", ".Number", ".Files", ".Size",
		`"x"`, `"contact"`, "1", "1.5", "true", "nil")
}

// fitting is mostly an operand of the kind that is wanted.
func (g grammar) fitting(depth int, of ...string) string {
	if g.IntN(12) == 0 {
		return " " + g.operand(depth)
	}
	return " " + g.pick(of...)
}

func (g grammar) command(depth int) string {
	texts := []string{".Title", "$.Heading", `"x"`, ".Committee.Text", "(date .Date)", "$x", "(or .Title .Heading)"}
	numbers := []string{".Decisions", "1", "(len .Items)", "$.Record.Date.Year", "$y", ".Date.Month"}
	conditions := []string{".Draft", ".Title", ".Items", "(not .Draft)", `(eq .State "x")`, "$x", "$y"}
	switch g.IntN(9) {
	case 0:
		return g.pick("and", "or") + g.fitting(depth, conditions...) + g.fitting(depth, append(conditions, ".Committee")...)
	case 1:
		return g.pick("not", "len") + g.fitting(depth, ".Items", ".Title", "$.Publisher.Address")
	case 2:
		return g.pick("eq", "ne", "lt", "le", "gt", "ge") + g.fitting(depth, texts...) + g.fitting(depth, texts...)
	case 3:
		return g.pick("eq", "ne", "lt", "le", "gt", "ge") + g.fitting(depth, numbers...) + g.fitting(depth, numbers...)
	case 4:
		return g.pick("number", "month", "year", "size", `count "decisions"`) + g.fitting(depth, numbers...)
	case 5:
		return g.pick("capital", "telephone", `label "latest"`, `label "two" "x"`) + g.fitting(depth, texts...)
	case 6:
		return g.pick("date", "iso") + g.fitting(depth, ".Date", "$.Approved") + g.pick("", "", "", " 1")
	case 7:
		return g.pick(`label "contact"`, `asset "style.css"`, "text .Preface", "and", "or")
	}
	return g.operand(depth)
}

func (g grammar) pipeline(depth int) string {
	p := g.command(depth)
	if g.IntN(5) == 0 {
		p += " | " + g.command(depth)
	}
	return p
}

func (g grammar) list(depth int, inLoop bool) string {
	var b strings.Builder
	for range 1 + g.IntN(2) {
		b.WriteString(g.statement(depth, inLoop))
	}
	return b.String()
}

func (g grammar) statement(depth int, inLoop bool) string {
	kind := g.IntN(9)
	if depth == 0 {
		kind = g.IntN(3)
	}
	switch kind {
	case 0:
		return "{{" + g.pick("$x", "$y") + g.pick(" := ", " = ") + g.pipeline(1) + "}}"
	case 3, 4:
		return "{{if " + g.pick("", "", "$x := ") + g.pipeline(1) + "}}" + g.list(depth-1, inLoop) + g.pick("{{end}}", "{{else}}"+g.list(depth-1, inLoop)+"{{end}}")
	case 5:
		return "{{with " + g.pick("", "$y := ") + g.pipeline(1) + "}}" + g.list(depth-1, inLoop) + g.pick("{{end}}", "{{else}}"+g.list(depth-1, inLoop)+"{{end}}")
	case 6, 7:
		return "{{range " + g.pick("", "", "$x := ", "$y, $x := ", "$y, $x = ") + g.pick(".Items", ".Attachments", "2", ".Publisher.Address", g.pipeline(1)) + "}}" +
			g.list(depth-1, true) + g.pick("{{end}}", "{{else}}"+g.list(depth-1, inLoop)+"{{end}}")
	case 8:
		if inLoop {
			return g.pick("{{break}}", "{{continue}}")
		}
		return `{{template "t" ` + g.pipeline(1) + "}}"
	}
	return "{{" + g.pipeline(2) + "}}"
}

func (g grammar) page() string {
	return `{{$x := ""}}{{$y := 1}}` + g.list(2, false) + `{{define "t"}}` + g.pick("x", "{{if .}}y{{end}}", "{{.}}", "{{.Text}}") + `{{end}}`
}

// someView fills a view at random, so that most branches are taken in one or the
// other.
func (g grammar) someView(t reflect.Type) any {
	v := reflect.New(t).Elem()
	v.Set(reflect.ValueOf(fill(t)))
	g.empty(v)
	return v.Interface()
}

func (g grammar) empty(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			g.empty(v.Field(i))
		}
	default:
		if g.IntN(2) == 0 {
			v.SetZero()
		}
	}
}

// TestWhatIsAcceptedCanBeDrawnFromAnyView also compares with html/template alone.
func TestWhatIsAcceptedCanBeDrawnFromAnyView(t *testing.T) {
	m := newMinutesChecker(t)
	g := grammar{rand.New(rand.NewPCG(1, 2))}
	accepted := 0
	for range 5_000 {
		main := g.page()
		_, page, refused := m.both(main)
		if refused != "" {
			continue
		}
		if page == nil {
			t.Fatalf("%s\nis not compiled", main)
		}
		accepted++
		alone := template.Must(template.New("").Funcs(m.words.funcMap(testOptions.Text)).Parse(minutesOf(main)["minutes.html"]))
		for _, view := range []any{site.MinutesView{}, fill(m.kind.view), g.someView(m.kind.view), g.someView(m.kind.view)} {
			var got, want strings.Builder
			if err := page.draw(&got, view); err != nil {
				t.Fatalf("%s\nwas accepted, but %v", main, err)
			}
			if err := alone.ExecuteTemplate(&want, "main", view); err != nil {
				t.Fatal(err)
			}
			if _, drawn, _ := strings.Cut(got.String(), "</title>"); drawn != want.String()+"</html>" {
				t.Fatalf("%s\ngives %s\nand html/template alone %s", main, drawn, want.String())
			}
		}
	}
	if accepted < 500 {
		t.Errorf("only %d pages were accepted", accepted)
	}
}

// meant are the reasons to refuse what html/template can draw, as the package
// comment has them.
var meant = []string{"is not a text", "is always true", "the template calls itself", "has a place {", "it takes a text or a whole number", "cannot be compared with", "nil has no fields", "a variable cannot be declared here"}

// TestWhatCanAlwaysBeDrawnIsAccepted takes single actions, which have no branch
// that some view might not enter.
func TestWhatCanAlwaysBeDrawnIsAccepted(t *testing.T) {
	m := newMinutesChecker(t)
	g := grammar{rand.New(rand.NewPCG(3, 4))}
	drawn := 0
	for range 5_000 {
		main := `{{$x := ""}}{{$y := 1}}{{` + g.pipeline(2) + `}}`
		if strings.Contains(main, "and ") || strings.Contains(main, "or ") {
			continue // may never look at an argument
		}
		alone, err := template.New("").Funcs(m.words.funcMap(testOptions.Text)).Parse(main)
		if err != nil {
			continue
		}
		ok := true
		for _, view := range []any{site.MinutesView{}, fill(m.kind.view), g.someView(m.kind.view), g.someView(m.kind.view), g.someView(m.kind.view)} {
			ok = ok && alone.Execute(io.Discard, view) == nil
		}
		if !ok {
			continue
		}
		drawn++
		_, _, refused := m.both(main)
		excused := refused == ""
		for _, reason := range meant {
			excused = excused || strings.Contains(refused, reason)
		}
		if !excused {
			t.Errorf("%s\ncan be drawn, but was refused: %s", main, refused)
		}
	}
	if drawn < 1000 {
		t.Errorf("only %d actions could be drawn", drawn)
	}
}
