package layouts

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// Each case replaces files of the plain layouts; want is what is reported, with
// the arguments that matter, one problem a line.
var problemCases = []struct {
	name  string
	files map[string]string
	want  string
}{
	{"an unknown field has the place of its name",
		map[string]string{"page.html": "{{define \"main\"}}\n  <p>æ {{.Titel}}</p>{{end}}"},
		`layouts/page.html:2:11 layout-field | Titel | PageView | Title`},
	{"an unknown field in a chain",
		minutesOf("\n{{ .Record.Unti }}"),
		`layouts/minutes.html:2:12 layout-field | Unti | RecordView | Unit`},
	{"an unknown field in a longer chain",
		minutesOf(`{{range .Items}}{{$.Record.Date.Yaer.X}}{{end}}`),
		`layouts/minutes.html:1:50 layout-field | Yaer | Date | Year`},
	{"an unknown field of a variable",
		minutesOf(`{{$c := .Committee}}{{$c.Txet}}`),
		`layouts/minutes.html:1:43 layout-field | Txet | Link | Text`},
	{"an unknown field of $",
		minutesOf(`{{range .Items}}{{$.Heading}}{{$.Headng}}{{end}}`),
		`layouts/minutes.html:1:51 layout-field | Headng | MinutesView | Heading`},
	{"an unknown field behind parentheses",
		minutesOf(`{{(.Committee).Txet}}`),
		`layouts/minutes.html:1:33 layout-field | Txet | Link | Text`},
	{"a field after a comment that the minifier takes away",
		minutesOf("<!-- long -->   \n\n   {{/* ' */}}<b>  {{.Nope}}</b>"),
		`layouts/minutes.html:3:23 layout-field | Nope | MinutesView`},
	{"a field in a branch that is never executed",
		minutesOf(`{{if false}}{{.Nope}}{{else}}{{.Neither}}{{end}}`),
		"layouts/minutes.html:1:33 layout-field | Nope\nlayouts/minutes.html:1:50 layout-field | Neither"},
	{"a method is not a field",
		minutesOf(`{{.Date.IsZero}}`),
		`layouts/minutes.html:1:26 layout-field | IsZero | Date |  | Year, Month, Day`},
	{"a wrong partial is reported where it is wrong, once",
		map[string]string{"partials/link.html": "<a>{{.Txt}}</a>",
			"minutes.html":  `{{define "main"}}{{template "partials/link.html" .Committee}}{{end}}`,
			"meetings.html": `{{define "main"}}{{template "partials/link.html" .Committee}}{{end}}`},
		`layouts/partials/link.html:1:7 layout-field | Txt | Link | Text`},
	{"a partial that gets another type",
		minutesOf(`{{template "partials/link.html" .Date}}`),
		"layouts/partials/link.html:1:13 layout-field | Href | Date\nlayouts/partials/link.html:1:24 layout-field | Text | Date"},
	{"a mistake in the frame is reported once for all kinds",
		map[string]string{"base.html": "{{.Titel}}{{block \"main\" .}}{{end}}"},
		`layouts/base.html:1:4 layout-field | Titel`},
	{"a missing partial",
		minutesOf("\n é {{template \"partials/lnk.html\" .}}"),
		`layouts/minutes.html:2:15 layout-missing | partials/lnk.html | partials/link.html`},
	{"another kind of page is no partial",
		minutesOf(`{{template "page.html" .}}`),
		`layouts/minutes.html:1:29 layout-missing | page.html | base.html`},
	{"syntax",
		map[string]string{"partials/x.html": "\n\n{{if .X}}"},
		`layouts/partials/x.html:3 layout-syntax | unexpected EOF`},
	{"a function that layouts do not have",
		minutesOf("\n{{printf \"x\"}}"),
		`layouts/minutes.html:2 layout-syntax | function "printf" not defined`},
	{"a tag that is open in one branch only",
		minutesOf("\n<a href=\"{{if .Draft}}\">{{end}}x"),
		`layouts/minutes.html:2:15 layout-syntax | {{if}} branches end in different contexts`},
	{"text outside define",
		map[string]string{"page.html": "{{/* comment */}}\n\n  <p>{{define \"main\"}}{{end}}"},
		`layouts/page.html:3:3 layout-syntax | what stands outside {{define}} is never shown`},
	{"two files that define the same",
		map[string]string{"partials/a.html": `{{define "x"}}a{{end}}`, "partials/b.html": "\n{{define \"x\"}}b{{end}}"},
		`layouts/partials/b.html:2:10 layout-syntax | the template "x" is also defined in layouts/partials/a.html`},
	{"a kind without main",
		map[string]string{"page.html": `{{define "mian"}}{{end}}`},
		`layouts/page.html layout-missing | main | mian`},
	{"a missing label, in each language that lacks it",
		minutesOf("<p>{{label \"contcat\"}}"),
		"layouts/minutes.html:1:29 label-missing | contcat | layouts/labels/da.toml | contact\n" +
			"layouts/minutes.html:1:29 label-missing | contcat | layouts/labels/en.toml | contact"},
	{"a label that one language lacks",
		map[string]string{"labels/en.toml": strings.Replace(enLabels, "latest", "newest", 1),
			"page.html": `{{define "main"}}{{label "latest" .Heading}}{{end}}`},
		`layouts/page.html:1:26 label-missing | latest | layouts/labels/en.toml`},
	{"a count without its forms",
		minutesOf(`{{count "contact" .Decisions}}`),
		"layouts/minutes.html:1:26 label-missing | contact.one | layouts/labels/da.toml | \n" +
			"layouts/minutes.html:1:26 label-missing | contact.one | layouts/labels/en.toml | \n" +
			"layouts/minutes.html:1:26 label-missing | contact.other | layouts/labels/da.toml | \n" +
			"layouts/minutes.html:1:26 label-missing | contact.other | layouts/labels/en.toml |"},
	{"a label that a function needs",
		map[string]string{"labels/da.toml": strings.Replace(daLabels, "thousands", "tousands", 1),
			"minutes.html": `{{define "main"}}{{number .Decisions}}{{end}}`},
		"layouts/labels/da.toml label-missing | thousands | layouts/labels/da.toml | tousands\n" + // feeds need it too
			`layouts/minutes.html:1:20 label-missing | thousands | layouts/labels/da.toml | tousands`},
	{"a label that a number in a label needs",
		map[string]string{"labels/en.toml": strings.Replace(enLabels, "thousands", "tousands", 1),
			"page.html":    `{{define "main"}}{{label "latest" .Heading}}{{end}}`,
			"minutes.html": `{{define "main"}}{{label "latest" .Decisions}}{{end}}`},
		"layouts/labels/en.toml label-missing | thousands | layouts/labels/en.toml | tousands\n" + // feeds need it too
			`layouts/minutes.html:1:20 label-missing | thousands | layouts/labels/en.toml | tousands`},
	{"a label with more places than arguments",
		minutesOf(`{{label "two" .Heading}}`),
		`layouts/minutes.html:1:26 layout-type | "two" | layouts/labels/da.toml has a place {2}, and the label gets 1 arguments`},
	{"a label that is not named in quotes",
		minutesOf(`{{label .Heading}}{{count .Heading 1}}{{asset .Heading}}{{"contact" | label}}`),
		"layouts/minutes.html:1:26 layout-constant | label\nlayouts/minutes.html:1:44 layout-constant | count\n" +
			"layouts/minutes.html:1:64 layout-constant | asset\nlayouts/minutes.html:1:88 layout-constant | label"},
	{"a missing asset",
		minutesOf(`<link href="{{asset "stil.css"}}">`),
		`layouts/minutes.html:1:38 asset-missing | stil.css | style.css`},
	{"an asset that cannot be read",
		map[string]string{"assets/x.js": "let a = 1\nlet = = 2\n", "page.html": `{{define "main"}}<script src="{{asset "x.js"}}"></script>{{end}}`},
		`layouts/assets/x.js:2:7 asset-syntax | `},
	{"a style sheet with a bracket too few",
		sheet(".a{color:red\n.b{color:rgb(0 0 0)}\n"),
		`layouts/assets/x.css:1:3 asset-syntax | `},
	{"a style sheet with a bracket too many",
		sheet(".a{color:red}}\n"),
		`layouts/assets/x.css:1:14 asset-syntax | `},
	{"a style sheet in which two brackets do not pair",
		sheet("@media (width > 1px {.a{color:red}}\n"),
		`layouts/assets/x.css:1:8 asset-syntax | `},
	{"a style sheet with a round bracket too many inside a rule",
		sheet(".a{color:red)}\n"),
		`layouts/assets/x.css:1:13 asset-syntax | `},
	{"a style sheet that ends in an address",
		sheet(".a{}\n@import url(x"),
		`layouts/assets/x.css:2:9 asset-syntax | `},
	{"a style sheet that ends in an address in quotes",
		sheet(".a{}\n@import url(\"x"),
		`layouts/assets/x.css:2:9 asset-syntax | `},
	{"a style sheet that ends in an escaped quote",
		sheet("@import \"x\\\""),
		`layouts/assets/x.css:1:9 asset-syntax | `},
	{"a style sheet that ends in an escaped bracket",
		sheet("@import url(x\\)"),
		`layouts/assets/x.css:1:9 asset-syntax | `},
	{"a style sheet with a text that does not end",
		sheet(".a{content:'}\n\n.b{color:red}"),
		`layouts/assets/x.css:1:12 asset-syntax | `},
	{"a style sheet that ends in a text",
		sheet(".a{}\n.a{content:'}"),
		`layouts/assets/x.css:2:12 asset-syntax | `},
	{"a style sheet with a comment that does not end",
		sheet("/* 1 *//**/\n .a{} /*/\n.b{}"),
		`layouts/assets/x.css:2:7 asset-syntax | `},
	{"labels that are not TOML",
		map[string]string{"labels/da.toml": "contact = \"x\"\nlatest = “x”\n", "page.html": `{{define "main"}}{{label "latest" "x"}}{{end}}`},
		`layouts/labels/da.toml:2:10 toml-syntax | latest = “x” | `},
	{"labels of wrong types",
		map[string]string{"labels/da.toml": strings.Replace(daLabels, "contact =", "n = 1\n years = [\"2023\"]\ncontact =", 1) + "  two = 2\n[decisions.few]\na = \"b\"\n"},
		"layouts/labels/da.toml:6:1 wrong-type | n | \"…\"\nlayouts/labels/da.toml:7:2 wrong-type | years | \"…\"\n" +
			fmt.Sprintf("layouts/labels/da.toml:%d:3 wrong-type | decisions.two | \"…\"\nlayouts/labels/da.toml:%d:1 wrong-type | decisions.few | \"…\"", behind(2), behind(3))},
	{"words of feeds that a language lacks",
		map[string]string{"labels/en.toml": strings.Replace(enLabels, "feed_revised", "feed_revisd", 1)},
		"layouts/labels/en.toml label-missing | feed_revised | layouts/labels/en.toml | feed_revisd"},
	{"months that are not twelve",
		map[string]string{"labels/da.toml": "months_short = \"jan\"\n" + strings.Replace(strings.Replace(daLabels, `, "december"`, "", 1), "months_short", "x_short", 1)},
		"layouts/labels/da.toml label-missing | months | layouts/labels/da.toml\nlayouts/labels/da.toml:1:1 wrong-type | months_short | [\nlayouts/labels/da.toml:3:1 wrong-type | months | 12\nlayouts/labels/da.toml:4:1 wrong-type | x_short | \"…\""},
}

// behind is the number of a line behind those of the labels.
func behind(n int) int { return strings.Count(daLabels, "\n") + 1 + n }

// sheet is a site with a page that loads a style sheet.
func sheet(text string) map[string]string {
	return map[string]string{"assets/x.css": text, "page.html": `{{define "main"}}<link href="{{asset "x.css"}}">{{end}}`}
}

func TestAStyleSheetInWhichAllIsClosedIsTaken(t *testing.T) {
	const text = `@media (width > 1px){.a[b='}'] > .c::after{content:"\"{";color:rgb(0 0 calc(1 + 2))}}/*}*/ .d{background:url(x.svg)} .e{background:url( "(" )}.f{content:"x\\"}.g{background:url(x\))}`
	if _, problems := load(t, sheet(text)); len(problems) > 0 {
		t.Error(listed(problems))
	}
}

func TestProblemsAreReportedWithTheirPlace(t *testing.T) {
	for _, c := range problemCases {
		t.Run(c.name, func(t *testing.T) {
			_, problems := load(t, c.files)
			got := strings.Split(strings.TrimSpace(listed(problems)), "\n")
			want := strings.Split(c.want, "\n")
			if len(got) != len(want) {
				t.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), c.want)
			}
			for i := range want {
				if !strings.HasPrefix(got[i], want[i]) {
					t.Errorf("got  %s\nwant %s", got[i], want[i])
				}
			}
		})
	}
}

func TestALanguageWithoutLabelsIsReportedAndNothingIsDrawn(t *testing.T) {
	o := testOptions
	o.Languages = []string{"da", "kl"}
	s, problems := Load(ownTree(t, nil), fileSystem(plainFiles()), o)
	if got, want := listed(problems), "layouts/labels/kl.toml labels-missing | kl | layouts/labels/kl.toml\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if s.Digest("page", "da") != [32]byte{} {
		t.Error("a site that lacks the labels of a language can be drawn")
	}
}

func TestAMissingFileOfAKindIsReported(t *testing.T) {
	files := plainFiles()
	delete(files, "counts.html")
	_, problems := Load(ownTree(t, nil), fileSystem(files), testOptions)
	if got, want := listed(problems), "layouts/counts.html layout-missing | counts.html | "; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestEveryProblemHasAMessageThatUsesItsArguments(t *testing.T) {
	for _, c := range problemCases {
		_, problems := load(t, c.files)
		for _, p := range problems {
			for _, lang := range []string{"da", "en"} {
				message, hint := p.Text(lang)
				if strings.Contains(message+hint, "%!") {
					t.Errorf("%s: %s; %s", c.name, message, hint)
				}
			}
			if p.Severity() != source.Error {
				t.Errorf("%s: %s does not forbid publication", c.name, p.Code)
			}
		}
	}
}
