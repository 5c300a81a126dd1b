package layouts

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"referat/generator/danish"
	"referat/generator/site"
	embedded "referat/layouts"
)

// realLayouts are the layouts of this repository, each kind as html/template
// draws it and as it is compiled.
func realLayouts(t testing.TB, lang string, draw func(k kind, interpreter, compiled drawer)) {
	t.Helper()
	over, err := newOverlay(ownTree(t, nil), embedded.Files)
	if err != nil {
		t.Fatal(err)
	}
	l := &loader{overlay: over, options: testOptions}
	l.readFiles()
	l.readLabels()
	address := map[string]string{}
	for _, name := range assetNames(over.in("assets")) {
		address[name] = "/x/assets/" + name
	}
	w := newWords(l.languages[lang], address)
	for _, k := range kinds {
		c := l.check(k, assetNames(over.in("assets")))
		if c == nil {
			t.Fatal(listed(l.problems))
		}
		p, err := compile(c, k.view, w, testOptions.Text, newShortcuts())
		if err != nil {
			t.Errorf("%s is not compiled: %v", k.file(), err)
			continue
		}
		interpreter, err := interpreted(c, k.view, w.funcMap(testOptions.Text))
		if err != nil {
			t.Fatal(err)
		}
		draw(k, drawer{interpreter: interpreter}, drawer{program: p})
	}
}

func TestTheRealLayoutsAreCompiledAndGiveTheBytesOfHTMLTemplate(t *testing.T) {
	g := grammar{rand.New(rand.NewPCG(7, 8))}
	for _, lang := range testOptions.Languages {
		realLayouts(t, lang, func(k kind, interpreter, compiled drawer) {
			views := []any{reflect.Zero(k.view).Interface(), fill(k.view), plainly(k.view)}
			for range 40 {
				views = append(views, g.someView(k.view))
			}
			for _, view := range views {
				var got, want bytes.Buffer
				if err := interpreter.draw(&want, view); err != nil {
					t.Fatal(err)
				}
				if err := compiled.draw(&got, view); err != nil || got.String() != want.String() {
					t.Fatalf("%s in %s: %v\ngot  %s\nwant %s", k.file(), lang, err, got.String(), want.String())
				}
			}
		})
	}
}

// plainly is fill with texts that need no escaping.
func plainly(t reflect.Type) any {
	v := reflect.New(t).Elem()
	v.Set(reflect.ValueOf(fill(t)))
	var plain func(reflect.Value)
	plain = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				plain(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				plain(v.Index(i))
			}
		case reflect.String:
			v.SetString("/x" + strings.Trim(v.String(), "<>"))
		case reflect.Int:
			v.SetInt(1_234)
		}
	}
	plain(v)
	return v.Interface()
}

// TestEveryByteIsEscapedInEveryContext compares with html/template in all the
// contexts that it knows.
func TestEveryByteIsEscapedInEveryContext(t *testing.T) {
	m := newMinutesChecker(t)
	for _, main := range []string{
		`<p>X</p>`, `<p title="X">`, `<p title='X'>`, `<p title=X>`, `<textarea>X</textarea>`, `<a href="X">`, `<a href="/xX">`, `<a href="/x?X">`,
		`<a href="#X">`, `<a href='X'>`, `<a href=X>`, `<a href=/x?X>`, `<img srcset="X">`, `<p style="X">`, `<p style="color: X">`,
		`<p style="background: url(X)">`, `<p style="background: url('X')">`, `<p onclick="X">`, `<p onclick="f('X')">`, `<script>X</script>`,
		`<script>f("X", 'X', /X/)</script>`, "<script>`X`</script>", `<style>X</style>`, `<p X>`, `<p aX="b">`, `<meta http-equiv="refresh" content="1; url=X">`,
		`<p data-x="X" class="a X">`, `{{template "in" .}}<b title="{{template "in" .}}"><a href="/?{{template "in" .}}">{{define "in"}}X{{end}}`,
		`{{range $i, $_ := .Items}}{{if $i}}<b>{{end}}{{break}}{{end}}<a href="{{with .Title}}{{template "in" .}}{{end}}">{{define "in"}}{{.}}{{end}}`,
	} {
		for _, value := range []string{`{{.Title}}`, `{{.Decisions}}`, `{{.Draft}}`, `{{.Date}}`, `{{text .Preface}}`, `{{telephone .Title}}`,
			`{{capital .Title}}`, `{{label "latest" .Title}}`, `{{label "contact"}}`, `{{asset "style.css"}}`, `{{1.5}}`, `{{or .Title .Decisions}}`, `{{(or .Committee .Record.Date.Year .Committee).Text}}`} {
			page := strings.ReplaceAll(main, "X", value)
			interpreter, compiled, refused := m.both(page)
			if refused != "" {
				continue // html/template has no way to escape it there, or the value no such field
			}
			if compiled == nil {
				t.Errorf("%s is not compiled", page)
				continue
			}
			titles := shortcutStrings()
			if !strings.Contains(value, "Title") && !strings.Contains(value, "Preface") {
				titles = titles[:20]
			}
			for i, title := range titles {
				view := site.MinutesView{Page: site.Page{Title: title, Draft: i%2 == 0}, Decisions: 100 - i, Preface: site.Text{Fragment: title},
					Date: danish.Date{Year: 2023, Month: 1, Day: i%28 + 1}, Items: []site.ItemView{{}}}
				var got, want bytes.Buffer
				if err := interpreter.Execute(&want, view); err != nil {
					t.Fatal(err)
				}
				if err := compiled.draw(&got, view); err != nil || got.String() != want.String() {
					t.Fatalf("%s of %q: %v\ngot  %s\nwant %s", page, title, err, got.String(), want.String())
				}
			}
		}
	}
}

func TestWhatIsNotCompiledIsInterpreted(t *testing.T) {
	for _, main := range []string{
		`{{label "two" ($x := .Title) $x}}`,
		`{{$x := ""}}{{label "two" ($x = .Title) $x}}`,
		`{{template "a" .}}{{define "a"}}` + strings.Repeat(`{{template "b" .}}`, 80) + `{{end}}{{define "b"}}` + strings.Repeat(`{{template "c" .}}`, 80) + `{{end}}{{define "c"}}{{.Title}}{{end}}`,
	} {
		s := mustLoad(t, minutesOf(main))
		d, err := s.layouts[page{"minutes", "da"}].drawer()
		if err != nil || d.program != nil {
			t.Fatalf("%s is compiled", main)
		}
		if got := renderMain(t, s, "da", site.MinutesView{Page: site.Page{Title: "a&b"}}); !strings.HasPrefix(got, "a&amp;b") {
			t.Errorf("%s gives %.80s", main, got)
		}
	}
}

// TestALongPageIsWrittenInPieces is about the memory of a page.
func TestALongPageIsWrittenInPieces(t *testing.T) {
	s := mustLoad(t, minutesOf(`{{range .Items}}{{.Title}}{{end}}`))
	view := site.MinutesView{}
	for range 100 {
		view.Items = append(view.Items, site.ItemView{Title: strings.Repeat("x", 10_000)})
	}
	if got := renderMain(t, s, "da", view); got != strings.Repeat("x", 1_000_000) {
		t.Errorf("%d bytes", len(got))
	}
	if err := s.Render(brokenWriter{}, "minutes", "da", view); err == nil {
		t.Error("there is no error")
	}
}

func BenchmarkRealMinutes(b *testing.B) {
	realLayouts(b, "da", func(k kind, interpreter, compiled drawer) {
		if k.name != "minutes" {
			return
		}
		view := any(meetingView())
		for name, d := range map[string]drawer{"interpreted": interpreter, "compiled": compiled} {
			b.Run(name, func(b *testing.B) {
				var page bytes.Buffer
				b.ReportAllocs()
				for b.Loop() {
					page.Reset()
					if err := d.draw(&page, view); err != nil {
						b.Fatal(err)
					}
				}
				b.SetBytes(int64(page.Len()))
			})
		}
	})
}
