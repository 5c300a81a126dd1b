package serve

import (
	"bytes"
	"html/template"
)

// unbuiltPage stands where no build has gone well yet. The bar lists the problems; without the
// script the page does.
var unbuiltPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="{{.Words.Lang}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{{.Words.Title}}</title>
<body>
<main>
<h1>{{.Words.Title}}</h1>
<p>{{.Words.Text}}</p>
<noscript><ol>{{range .Problems}}
<li>{{with .Place}}<code>{{.}}</code>: {{end}}{{.Message}}{{with .Hint}}<br>{{.}}{{end}}</li>{{end}}
</ol></noscript>
</main>
{{.Inserted}}</body>
</html>
`))

type unbuiltWords struct{ Lang, Title, Text string }

// unbuilt is the page of a site that no build has made yet, and why.
func (s *Server) unbuilt(problems []Problem) []byte {
	words := unbuiltWords{"en", "The site cannot be shown yet", "There are errors in its files. They are listed here, and the site comes when they are mended."}
	if s.site.Lang == "da" {
		words = unbuiltWords{"da", "Webstedet kan ikke vises endnu", "Der er fejl i dets filer. De står på listen her, og webstedet kommer frem, når de er rettet."}
	}
	var page bytes.Buffer
	_ = unbuiltPage.Execute(&page, struct { // memory does not fail
		Words    unbuiltWords
		Problems []Problem
		Inserted template.HTML
	}{words, problems, template.HTML(s.inserted)})
	return page.Bytes()
}
