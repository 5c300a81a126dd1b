package site

import (
	"strings"

	"referat/generator/content"
	"referat/generator/hosting"
)

// serverRules are the files that tell a web server how to answer for the site.
// Which files it may keep only the layouts know.
func (s *Site) serverRules() {
	was := strings.Trim(StatementAddress, "/")
	v := hosting.Site{
		Base: s.Base.Path, Secure: s.Base.Scheme == "https", Missing: "404.html",
		Redirects: []hosting.Redirect{{From: was, To: was + "/"}},
	}
	v.Redirects = append(v.Redirects, s.rulesOfRedirects()...)
	for _, m := range s.byPath {
		if m.State == content.Withdrawn {
			v.Gone = append(v.Gone, outputPath(m.address))
			for _, address := range s.goneVersions(m) {
				v.Gone = append(v.Gone, outputPath(address))
			}
		}
	}
	for _, path := range hosting.Files() {
		s.put(Output{Path: path, Form: Rules, Made: v})
	}
}
