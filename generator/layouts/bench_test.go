package layouts

import (
	"bytes"
	"strings"
	"testing"

	"referat/generator/danish"
	"referat/generator/site"
)

// meetingFiles draw minutes about as large as real ones.
var meetingFiles = map[string]string{
	"base.html": smallFiles["base.html"],
	"minutes.html": `{{define "title"}}{{.Title}} {{date .Date}}{{end}}
{{define "main"}}
<h1>{{.Heading}} <time datetime="{{iso .Date}}">{{date .Date}}</time></h1>
<dl>
{{if .Start}}<dt>{{label "contact"}}</dt><dd>{{.Start}}{{with .End}}-{{.}}{{end}}</dd>{{end}}
{{with .Place}}<dt>{{label "contact"}}</dt><dd>{{.}}</dd>{{end}}
{{if .Committee.Text}}<dt>{{label "contact"}}</dt><dd>{{template "partials/link.html" .Committee}}</dd>{{end}}
</dl>
<table>{{range .Agenda}}<tr><td>{{.Number}}</td><th>{{if .Href}}<a href="{{.Href}}">{{.Title}}</a>{{else}}{{.Title}}{{end}}
{{if .Presenter}}<i>{{label "latest" .Presenter}}</i>{{end}}</th><td>{{if .Minutes}}{{number .Minutes}}{{end}}</td></tr>{{end}}</table>
<ul>{{range .Present}}{{template "partials/person.html" .}}{{end}}</ul>
{{range .Items}}<section id="{{.Anchor}}">
<h2>{{with .Label}}<b>{{.}}</b> {{end}}{{.Title}}</h2>
<p>{{with .Kind}}({{.}}) {{end}}{{with .Presenter}}{{label "latest" .}} {{end}}<a href="#{{.Anchor}}">{{label "contact"}}</a></p>
{{range .Sections}}<div class="section{{with .Role}} {{.}}{{end}}" id="{{.Anchor}}">{{with .Name}}<h3>{{.}}</h3>{{end}}{{text $.Preface}}</div>{{end}}
{{if .Decisions}}{{count "decisions" .Decisions}}{{end}}
</section>{{end}}
<p>{{.Publisher.Name}}: {{.Heading}}, {{date .Date}}. {{.Cite}}</p>
{{end}}`,
	"partials/person.html": `<li{{if .Absent}} class="absent"{{end}}><b>{{.Name}}{{if .Chair}} {{label "contact"}}{{end}}</b>
{{- $comma := " " -}}
{{with .Role}}{{$comma}}{{.}}{{$comma = ", "}}{{end -}}
{{with .Organisation}}{{$comma}}{{.}}{{$comma = ", "}}{{end -}}
{{with .Specialty}}{{$comma}}{{.}}{{$comma = ", "}}{{end -}}
{{with .NominatedBy}}{{$comma}}{{label "latest" .}}{{end}}</li>
`,
}

func meetingView() site.MinutesView {
	v := smallView()
	v.Start, v.End, v.Place, v.Cite = "14.00", "15.30", "Microsoft Teams", "https://example.org/x/"
	v.Preface.Fragment = strings.Repeat("Formanden indledte mødet og bød velkommen. ", 10)
	for range 16 {
		v.Present = append(v.Present, site.Person{Name: "Anne Jensen", Role: "overlæge", Organisation: "Aarhus Universitetshospital", NominatedBy: "Danske Regioner"})
	}
	v.Items = nil
	for range 6 {
		v.Agenda = append(v.Agenda, site.AgendaRow{Number: "1", Title: "Status på opgaverne", Presenter: "Anne Jensen", Minutes: 10, Href: "#punkt-1"})
		item := site.ItemView{Anchor: "punkt-1", Label: "Pkt. 1", Title: "Status på opgaverne", Kind: "orientering", Presenter: "Anne Jensen", Decisions: 1}
		for range 5 {
			item.Sections = append(item.Sections, site.SectionView{Anchor: "punkt-1-referat", Name: "Referat", Role: "outcome"})
		}
		v.Items = append(v.Items, item)
	}
	v.Date = danish.Date{Year: 2023, Month: 11, Day: 7}
	return v
}

func BenchmarkRender(b *testing.B) {
	s := mustLoad(b, meetingFiles)
	view := any(meetingView())
	var page bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		page.Reset()
		if err := s.Render(&page, "minutes", "da", view); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(page.Len()))
}

func BenchmarkLoad(b *testing.B) {
	tree, embedded := ownTree(b, meetingFiles), fileSystem(plainFiles())
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Load(tree, embedded, testOptions); len(problems) > 0 {
			b.Fatal(listed(problems))
		}
	}
}
