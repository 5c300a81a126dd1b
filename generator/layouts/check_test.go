package layouts

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"referat/generator/site"
)

// Each of these is right for a MinutesView, and so can be drawn from an empty
// one and from a full one.
var accepted = []string{
	`plain`,
	`{{.Title}}{{.Page.Title}}{{.Publisher.Name}}{{$.Heading}}`,
	`{{.Decisions}} {{.Draft}} {{3}} {{"x"}} {{true}} {{'x'}} {{1.5}}`,
	`{{.Date}}`,
	`{{/* nothing */}}`,
	`{{if .Title}}a{{else if .Heading}}b{{else}}c{{end}}`,
	`{{if .Items}}{{len .Items}}{{end}}{{if .Decisions}}x{{end}}{{if not .Draft}}y{{end}}`,
	`{{with .Committee}}{{.Text}}{{else}}{{.Title}}{{end}}`,
	`{{with .Committee}}{{.Text}}{{else with .Record}}{{.Unit}}{{end}}`,
	`{{with $c := .Committee}}{{$c.Text}}{{.Text}}{{end}}`,
	`{{range .Items}}{{.Title}}{{range .Files}}{{.Href}}{{end}}{{else}}{{.Title}}{{end}}`,
	`{{range $item := .Items}}{{$item.Title}}{{.Title}}{{$.Title}}{{end}}`,
	`{{range $i, $item := .Items}}{{$i}}{{if $i}}, {{end}}{{eq $i 1}}{{end}}`,
	`{{range $i, $item := .Items}}{{else}}{{len $item}}{{end}}`,
	`{{range 3}}{{.}}{{end}}{{range $n := .Decisions}}{{number $n}}{{end}}{{range len .Items}}x{{end}}`,
	`{{range .Items}}{{if .Closed}}{{continue}}{{end}}{{if .Title}}{{break}}{{end}}{{.Number}}{{end}}`,
	`{{range .Publisher.Address}}{{.}}{{capital .}}{{end}}`,
	`{{$x := .Title}}{{$x}}{{$x = "y"}}{{capital $x}}`,
	`{{$x := 1}}{{$x = "s"}}{{capital $x}}`,
	`{{$x := 1}}{{if .Draft}}{{$x = "s"}}{{end}}{{$x}}{{label "latest" $x}}`,
	`{{$comma := ""}}{{range .Items}}{{$comma}}{{.Title}}{{$comma = ", "}}{{end}}`,
	`{{$first := true}}{{range .Items}}{{if $first}}{{.Title}}{{end}}{{$first = false}}{{end}}{{if $first}}none{{end}}`,
	`{{$x := .Committee}}{{range .Items}}{{$x := .Title}}{{capital $x}}{{end}}{{$x.Text}}`,
	`{{$x := .Title}}{{range $x = .Publisher.Address}}{{capital $x}}{{end}}`,
	`{{if $x := .Title}}{{$x}}{{else}}{{$x}}{{end}}`,
	`{{$ = .Committee}}{{$.Text}}`,
	`{{and .Draft .Title}}{{or .Title .Heading "x"}}{{or .Title .Decisions}}`,
	`{{with and .Draft .Committee}}{{.Text}}{{end}}`,
	`{{with or .Items .Attachments}}{{len .}}{{end}}`,
	`{{if and .Draft (or .Title .Heading) (not .Items)}}x{{end}}`,
	`{{if or (eq .State "draft" "planned") (ne .Decisions 1) (lt .Decisions 2) (le .Title "b") (gt 2 1) (ge 1.5 .5)}}x{{end}}`,
	`{{eq .Date .Approved}}{{eq .Items nil}}{{eq .Title nil}}{{ne nil .Items}}`,
	`{{.Title | capital}}{{.Title | label "latest"}}{{.Date | date | capital | label "two" "x"}}{{.Items | len | number}}`,
	`{{(.Committee).Text}}{{(.Record).Date.Year}}`,
	`{{len (.Title | capital)}}{{len "abc"}}`,
	`{{label "contact"}}{{label "contact" .Title}}{{label "two" .Title .Decisions}}{{label ` + "`contact`" + `}}`,
	`{{count "decisions" .Decisions}}{{count "decisions" (len .Items)}}`,
	`{{number .Decisions}}{{number (len .Items)}}{{range .Attachments}}{{size .Size}}{{number .Size}}{{end}}`,
	`{{date .Date}}{{iso .Date}}{{month .Date.Month}}{{year .Date.Year}}{{month 13}}{{date .Approved}}`,
	`<link href="{{asset "style.css"}}">`,
	`{{text .Preface}}{{range .Items}}{{range .Sections}}{{.Name}}{{end}}{{end}}{{with text .Preface}}{{.}}{{end}}`,
	`<a href="{{telephone .Publisher.Phone}}">{{capital .Title}}</a>`,
	`{{template "partials/link.html" .Committee}}{{template "x"}}{{block "y" .Record}}{{.Unit}}{{end}}{{define "x"}}none{{end}}`,
	`{{range .Items}}{{template "item" .}}{{end}}{{template "item" .Committee}}{{define "item"}}{{if true}}{{template "leaf" "x"}}{{end}}{{end}}{{define "leaf"}}{{.}}{{end}}`,
	`{{template "either" (or .Title .Decisions)}}{{define "either"}}{{.}}{{end}}`,
	`<p class="a{{if .Draft}} b{{end}}"{{if .Title}} title="{{.Title}}"{{end}}>{{.Title}}</p>`,
}

// Each of these is wrong; want is the column, the code and what is said. What
// follows the first {{define}} stands 7 columns further, behind an {{end}}.
var refused = []struct{ main, want string }{
	{`{{.Committee}}`, `3 layout-type | .Committee | site.Link is not a text`},
	{`{{.Items}}`, `3 layout-type | .Items | []site.ItemView is not a text`},
	{`{{.Preface}}`, `3 layout-type | .Preface | site.Text is not a text`},
	{`{{.}}`, `3 layout-type | . | site.MinutesView is not a text`},
	{`{{.Title.X}}`, `10 layout-type | .X | string has no fields`},
	{`{{.Items.Title}}`, `10 layout-type | .Title | []site.ItemView has no fields`},
	{`{{.Title "x"}}`, `3 layout-type | .Title | it is not a function`},
	{`{{.Title | .Heading}}`, `12 layout-type | .Heading | it is not a function`},
	{`{{"x" "y"}}`, `3 layout-type | "x" | it is not a function`},
	{`{{nil}}`, `3 layout-type | nil | nil cannot stand alone`},
	{`{{18446744073709551615}}`, `3 layout-type | 18446744073709551615 | the number is too large`},
	{`{{if .Approved}}x{{end}}`, `6 layout-type | .Approved | danish.Date is always true`},
	{`{{if and .Draft .Committee}}x{{end}}`, `6 layout-type | and .Draft .Committee | site.Link is always true`},
	{`{{if and .Committee .Draft}}x{{end}}`, `10 layout-type | .Committee | site.Link is always true`},
	{`{{if not .Next}}x{{end}}`, `10 layout-type | .Next | site.MeetingLink is always true`},
	{`{{range .Title}}{{end}}`, `9 layout-type | .Title | string is not a list`},
	{`{{range .Committee}}{{end}}`, `9 layout-type | .Committee | site.Link is not a list`},
	{`{{range $i, $n := 3}}{{end}}`, `9 layout-type | $i, $n := 3 | int gives one variable`},
	{`{{if .Draft}}{{$x := 1}}{{else}}{{$x}}{{end}}`, `35 layout-type | $x | the variable is set in another branch`},
	{`{{$x := 1}}{{if .Draft}}{{$x = "s"}}{{end}}{{capital $x}}`, `54 layout-type | capital | it takes string, not int`},
	{`{{$x := "s"}}{{range .Items}}{{capital $x}}{{$x = 1}}{{end}}`, `40 layout-type | capital | it takes string, not int`},
	{`{{$x := "s"}}{{range .Items}}{{if .Closed}}{{$x = 1}}{{break}}{{end}}{{$x = "t"}}{{end}}{{capital $x}}`, `99 layout-type | capital | it takes string, not int`},
	{`{{$x := "s"}}{{range .Items}}{{if .Closed}}{{$x = 1}}{{continue}}{{end}}{{$x = "t"}}{{end}}{{capital $x}}`, `102 layout-type | capital | it takes string, not int`},
	{`{{$x := "s"}}{{range $x = .Items}}{{end}}{{capital $x}}`, `52 layout-type | capital | it takes string, not `},
	{`{{$x := "s"}}{{and .Draft ($x = 1)}}{{capital $x}}`, `47 layout-type | capital | it takes string, not int`},
	{`{{$x := "s"}}{{if .Draft}}{{else}}{{$x = 1}}{{end}}{{capital $x}}`, `62 layout-type | capital | it takes string, not int`},
	{`{{$x := "s"}}{{range .Items}}{{else}}{{$x = 1}}{{end}}{{capital $x}}`, `65 layout-type | capital | it takes string, not int`},
	{`{{$x := 1}}{{and .Draft ($x = "s")}}{{capital $x}}`, `47 layout-type | capital | it takes string, not int`},
	{`{{and .Draft ($x := 1)}}`, `15 layout-type | $x := 1 | a variable cannot be declared here`},
	{`{{(or .Committee .Date).Text}}`, `7 layout-type | .Committee | site.Link is always true`},
	{`{{(or .Items .Files).X}}`, `15 layout-field | Files`},
	{`{{with or .Items .Decisions}}{{len .}}{{end}}`, `36 layout-type | len | int has no length`},
	{`{{len .Decisions}}`, `7 layout-type | len | int has no length`},
	{`{{len nil}}`, `7 layout-type | len | nil has no length`},
	{`{{len}}{{not}}{{eq 1}}{{lt 1}}{{and}}`, `3 layout-type | len | it takes 1 arguments, not 0`},
	{`{{eq .Decisions "1"}}`, `17 layout-type | eq | int cannot be compared with string`},
	{`{{eq .Items .Attachments}}`, `13 layout-type | eq | []site.ItemView cannot be compared`},
	{`{{eq .Record .Preface}}`, `14 layout-type | eq | site.RecordView cannot be compared with site.Text`},
	{`{{eq .Record .Title}}`, `14 layout-type | eq | site.RecordView cannot be compared with string`},
	{`{{lt .Draft true}}`, `13 layout-type | lt | bool cannot be compared with bool`},
	{`{{lt .Date .Approved}}`, `12 layout-type | lt | danish.Date cannot be compared`},
	{`{{lt .Decisions 1.5}}`, `17 layout-type | lt | int cannot be compared with float64`},
	{`{{date .Title}}`, `8 layout-type | date | it takes danish.Date, not string`},
	{`{{.Title | date}}`, `12 layout-type | date | it takes danish.Date, not string`},
	{`{{date nil}}`, `8 layout-type | date | it takes danish.Date, not nil`},
	{`{{date}}`, `3 layout-type | date | it takes 1 arguments, not 0`},
	{`{{date .Date .Date}}`, `3 layout-type | date | it takes 1 arguments, not 2`},
	{`{{.Date | date .Date}}`, `11 layout-type | date | it takes 1 arguments, not 2`},
	{`{{number .Title}}{{number 1.5}}`, `10 layout-type | number | it takes a whole number, not string`},
	{`{{text .Title}}`, `8 layout-type | text | it takes site.Text, not string`},
	{`{{label "two" (text .Preface) .Date}}`, `16 layout-type | label | it takes a text or a whole number, not template.HTML`},
	{`{{label "two" .Title .Items}}`, `22 layout-type | label | it takes a text or a whole number, not []site.ItemView`},
	{`{{capital 1}}`, `11 layout-type | capital | it takes string, not int`},
	{`{{(len .Items).X}}`, `16 layout-type | .X | int has no fields`},
	{`{{template "a" .}}{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}{{template "a" .}}{{end}}`, `90 layout-type | {{template "a" .}} | the template calls itself`},
	{`{{template "a"}}{{define "a"}}{{.Title}}{{end}}`, `41 layout-type | .Title | nil has no fields`},
	{`{{template "a"}}{{define "a"}}{{.}}{{end}}`, `40 layout-type | . | nil is not a text`},
}

func TestWhatIsRightIsAcceptedAndCanBeDrawn(t *testing.T) {
	view := reflect.TypeFor[site.MinutesView]()
	for _, main := range accepted {
		s, problems := load(t, minutesOf(main))
		if len(problems) > 0 {
			t.Errorf("%s\n%s", main, listed(problems))
			continue
		}
		for _, v := range []any{reflect.Zero(view).Interface(), fill(view)} {
			if err := s.Render(&bytes.Buffer{}, "minutes", "da", v); err != nil {
				t.Errorf("%s\n%v", main, err)
			}
		}
	}
}

func TestWhatIsWrongIsRefusedAtItsPlace(t *testing.T) {
	for _, c := range refused {
		_, problems := load(t, minutesOf(c.main))
		if len(problems) == 0 {
			t.Errorf("%s was accepted", c.main)
			continue
		}
		problems[0].Pos.Col -= len(`{{define "main"}}`)
		got := strings.TrimPrefix(listed(problems[:1]), "layouts/minutes.html:1:")
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s\ngot  %swant %s", c.main, got, c.want)
		}
	}
}
