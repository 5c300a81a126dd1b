package layouts

import (
	"slices"
	"strings"
	"testing"

	"referat/generator/source"
)

// Each template is refused by text/template or html/template; want is what staff are told.
var complained = []struct{ main, want string }{
	{`{{if .Draft}}x`, "der mangler {{end}}"},
	{`x{{end}}{{end}}`, "{{end}} hører ikke til noget"},
	{`{{if .Draft}}a{{else}}b{{else}}c{{end}}`, "her skal stå {{end}}, ikke {{else}}"},
	{`{{if .Draft}`, `tegnet "}" kan ikke stå her`},
	{`{{label “x”}}`, `tegnet "“" kan ikke stå her`},
	{`{{.Heading`, `tegnet "{" kan ikke stå her`},
	{`{{(.Heading}}`, "en parentes bliver aldrig lukket"},
	{`{{.Heading)}}`, "en parentes lukkes, men er ikke åbnet"},
	{`{{label "x}}`, "der mangler et anførselstegn"},
	{`{{/* x }}`, "kommentaren bliver aldrig lukket med */}}"},
	{`{{/* x */ .Heading}}`, "en kommentar skal stå for sig: {{/* … */}}"},
	{`{{Heading}}`, `funktionen "Heading" findes ikke`},
	{`{{$x}}`, `variablen "$x" findes ikke`},
	{`{{}}`, "der mangler noget mellem {{ og }}"},
	{`{{if}}x{{end}}`, "der mangler en værdi efter if"},
	{`{{if .Draft && .Heading}}{{end}}`, `"&" kan ikke stå her`},
	{`{{.Heading.}}`, `"." kan ikke stå her`},
	{`{{break}}`, "{{break}} står uden for {{range}}"},
	{`{{1x}}`, `"1x" er ikke et tal`},
	{`{{range $a, $b, $c := .Items}}{{end}}`, "range har for mange variabler"},
	{`{{.Heading | 3}}`, "efter | skal der stå en funktion"},
	{`<p {{if .Draft}}>{{end}}`, "det, der står i {{if}}, åbner eller lukker et mærke eller et anførselstegn, men ikke i alle tilfælde"},
	{`<a href="{{.Heading}}>`, "siden slutter inde i et mærke, en værdi, en kommentar eller et script, som aldrig bliver lukket"},
	{`<p "x">`, "et mærke i HTML er ikke skrevet rigtigt eller bliver ikke lukket"},
	{`<p ='x'>`, "et mærke i HTML er ikke skrevet rigtigt eller bliver ikke lukket"},
	{`<a href="{{if .Draft}}/x?{{end}}{{.Heading}}">`, "det er uklart, hvilken del af adressen {{.Heading}} er"},
	{`<script>var a = {{if .Draft}}1{{end}} /x/</script>`, "det er uklart, om / dividerer eller begynder et regulært udtryk"},
}

func TestWhatReadersOfTemplatesSayIsSaidInDanish(t *testing.T) {
	for _, c := range complained {
		_, problems := load(t, map[string]string{"minutes.html": `{{define "main"}}` + c.main + `{{end}}`})
		i := slices.IndexFunc(problems, func(p source.Problem) bool { return p.Code == source.LayoutSyntax })
		if i < 0 {
			t.Errorf("%s is accepted", c.main)
			continue
		}
		if got, _ := problems[i].Text("da"); got != "skabelonen kan ikke læses: "+c.want {
			t.Errorf("%s: %s", c.main, got)
		}
	}
}

func TestWhatIsWrongWithAWholeFileIsSaidInDanish(t *testing.T) {
	for text, want := range map[string]string{
		"x\n{{.Heading":         "{{ bliver aldrig lukket med }}",
		"x\n{{.Heading\n\n":     "{{ bliver aldrig lukket med }}",
		"x{{if\n\"x}}{{end}}\n": "der mangler et anførselstegn",
		"x\n{{define \"a\"}}1{{end}}{{define \"a\"}}2{{end}}": `skabelonen "a" er defineret to gange`,
	} {
		_, problem := parseFile("layouts/partials/x.html", "partials/x.html", text)
		if problem == nil || problem.Pos.Line != 2 {
			t.Errorf("%s: %v", text, problem)
			continue
		}
		if got, _ := problem.Text("da"); got != "skabelonen kan ikke læses: "+want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestWhatIsWrongWithAStyleSheetIsSaidInDanish(t *testing.T) {
	for text, want := range map[string]string{
		".a{":            "en parentes bliver aldrig lukket",
		"}":              "en parentes lukkes, men er ikke åbnet",
		".a{content:'x}": "der mangler et anførselstegn",
		"/* x":           "kommentaren bliver aldrig lukket med */",
	} {
		_, problems := load(t, sheet(text))
		if len(problems) != 1 {
			t.Errorf("%s: %v", text, problems)
			continue
		}
		if got, _ := problems[0].Text("da"); got != "filen kan ikke læses: "+want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestWhatIsNotKnownIsToldInTheReadersOwnWords(t *testing.T) {
	_, problems := load(t, map[string]string{"assets/x.js": "let = = 2\n", "page.html": `{{define "main"}}<script src="{{asset "x.js"}}"></script>{{end}}`})
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	danish, _ := problems[0].Text("da")
	english, _ := problems[0].Text("en")
	own, _ := strings.CutPrefix(english, "the file cannot be read: ")
	if want := "filen kan ikke læses: fortolkeren melder " + source.Quoted(own, "da"); danish != want || own == "" {
		t.Errorf("%s, want %s", danish, want)
	}
}
