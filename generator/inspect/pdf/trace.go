package pdf

import "referat/generator/inspect/found"

// remarks are the kinds of annotations that people make.
var remarks = map[name]bool{
	"Text": true, "FreeText": true, "Highlight": true, "Underline": true, "Squiggly": true, "StrikeOut": true, "Stamp": true, "Caret": true, "Ink": true,
	"Line": true, "Square": true, "Circle": true, "Polygon": true, "PolyLine": true, "FileAttachment": true, "Redact": true,
}

// tell tells what of an object tells of people or of editing, or what does more than to be read.
func (i *inspection) tell(path string, o *object) {
	if author, _ := i.resolve(o.dict()["Author"]).(text); path == "info" && len(author) > 0 {
		i.in.Trace(found.Author, path)
	}
	each("", o.value, func(_ name, v any) bool {
		d, is := v.(dict)
		if !is {
			return true
		}
		kind, _ := d["Subtype"].(name)
		action, _ := d["S"].(name)
		switch {
		case remarks[kind] && d["Rect"] != nil:
			i.in.Trace(found.Comments, path)
		case d["ByteRange"] != nil:
			i.in.Trace(found.Signature, path)
		case d["JS"] != nil:
			i.in.Trace(found.Script, path)
		case action == "Launch" || action == "GoToR":
			i.in.Trace(found.ExternalLink, path)
		case d["Thumb"] != nil:
			i.in.Trace(found.Thumbnail, path)
		}
		return true
	})
}

// flaws tells what hinders somebody who listens to the document, or reads it in other ways than by its pages.
func (i *inspection) flaws() {
	lacks := func(kind found.FlawKind, is bool) {
		if !is {
			i.in.Flaw(kind, "")
		}
	}
	marked := i.dictAt(i.root["MarkInfo"])["Marked"] == word("true")
	lacks(found.Untagged, marked && i.dictAt(i.root["StructTreeRoot"]) != nil)
	language, _ := i.resolve(i.root["Lang"]).(text)
	lacks(found.NoLanguage, len(language) > 0)
	title, _ := i.resolve(i.dictAt(i.info)["Title"]).(text)
	lacks(found.NoTitle, len(title) > 0)
	lacks(found.TitleNotShown, i.resolve(i.dictAt(i.root["ViewerPreferences"])["DisplayDocTitle"]) == word("true"))
}
