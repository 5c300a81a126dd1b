package main

import (
	"html/template"
	"regexp"
	"strings"
)

const tableStart = `<table>`

var (
	headingOrTable = regexp.MustCompile(`<h[1-6][^<>]*>(.*?)</h[1-6]>|` + tableStart)
	tag            = regexp.MustCompile(`<[^<>]*>`)
)

// captioned gives each table of a text the words of the heading above it as its
// caption, and the box that it scrolls in as its name where it has none (WCAG 2.1,
// 1.3.1 and 4.1.2). Who sees the page sees the heading, so that the caption is
// hidden; and it is no word of the author's.
func captioned(html, heading string) string {
	if !strings.Contains(html, tableStart) {
		return html
	}
	heading = template.HTMLEscapeString(heading)
	var b strings.Builder
	at := 0
	for _, m := range headingOrTable.FindAllStringSubmatchIndex(html, -1) {
		if m[2] >= 0 {
			heading = tag.ReplaceAllString(html[m[2]:m[3]], "")
			continue
		}
		if heading == "" {
			continue
		}
		before := html[at:m[0]]
		if box, nameless := strings.CutSuffix(before, ` tabindex="0">`); nameless {
			before = box + ` tabindex="0" aria-label="` + strings.ReplaceAll(heading, `"`, "&#34;") + `">`
		}
		b.WriteString(before + tableStart + `<caption class="tool hidden">` + heading + `</caption>`)
		at = m[1]
	}
	b.WriteString(html[at:])
	return b.String()
}
