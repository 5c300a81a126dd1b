package office

import (
	"path"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// openRelation reports a relation that leads out of the file: to a template, another workbook, a picture that is fetched when somebody
// opens the file. A link to a web page is what its author meant readers to see.
func (p *part) openRelation(e *markup.Element) {
	if e.Name != "rel:Relationship" || e.Attr("TargetMode") != "External" {
		return
	}
	target := e.Attr("Target")
	switch kind := path.Base(e.Attr("Type")); {
	case kind == "attachedTemplate":
		if isFolder(target) || strings.Contains(target, "/") {
			p.file.in.Trace(found.Template, p.name)
		}
	case kind == "hyperlink" && !isFolder(target) && !isFile(target):
	default:
		p.file.in.Trace(found.ExternalLink, p.name)
	}
}

// isFile tells whether a link leads to a file beside the document, on the disk of whoever wrote it.
func isFile(target string) bool {
	before, _, _ := strings.Cut(target, ":")
	return before == target && !strings.HasPrefix(target, "#") && target != ""
}
