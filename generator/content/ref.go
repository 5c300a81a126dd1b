package content

import (
	"path"
	"strings"

	"referat/generator/source"
)

// Ref points at a source: another content file, with or without an anchor,
// or an address on the web.
type Ref struct {
	Web    string
	Path   source.Path // of a content file
	Anchor string
	Pos    source.Pos
	As     string // as its author wrote it
}

// IsZero tells that nothing is pointed at.
func (r Ref) IsZero() bool { return r.As == "" }

// NewRef reads what an author wrote in the file from: an address, or a path
// from the file's own folder.
func NewRef(from source.Path, target string, pos source.Pos) Ref {
	r := Ref{As: target, Pos: pos}
	if isWeb(target) {
		r.Web = target
		return r
	}
	file, anchor, _ := strings.Cut(target, "#")
	r.Anchor = anchor
	r.Path = from
	if file != "" {
		r.Path = source.Path(path.Join(string(from.Dir()), file))
	}
	return r
}

func (t *table) ref(key string) Ref {
	s := t.text(key)
	if s == "" {
		return Ref{}
	}
	return NewRef(t.doc.path, s, t.pos(key))
}

func (t *table) requiredRef(key string) Ref {
	if t.required(key, key+` = "https://…"`) == "" {
		return Ref{}
	}
	return t.ref(key)
}

// lang is a language tag; its form is checked, not its meaning.
func (t *table) lang() string {
	s := t.text("lang")
	if s != "" && !langTag.MatchString(s) {
		t.report("lang", source.BadValue, "lang", s, source.Nearest(s, []string{"da", "en"}), "da, en, de, sv …")
		return ""
	}
	return s
}
