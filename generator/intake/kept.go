package intake

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
)

// This file writes [import]: where the file came from, what has no place in the model, and
// the doubts. Nothing of it is ever published.

// imported writes [import]. anchors are those of the items and sections.
func (w *headWriter) imported(doc *manuscript.Document, from Origin, say places, anchors [][]string) {
	w.table("import")
	w.text("file", from.Name)
	w.text("format", from.Format)
	w.text("sha256", hex.EncodeToString(from.Digest[:]))
	w.kept(w.draft.Kept)
	w.aside(doc.Aside)
	for _, d := range w.draft.Doubts {
		w.doubt(d, say, anchors)
	}
}

// doubt writes a doubt for staff, who settle it by deleting it.
func (f *frontMatter) doubt(d Doubt, say places, anchors [][]string) {
	f.table("[import.doubts]")
	f.text("text", sentences(d.Text(say.lang)))
	f.text("at", say.place(d.At))
	f.text("anchor", anchorOf(d.Target, anchors))
}

// kept writes what has no place in the model, each kind of it under its name.
func (w *headWriter) kept(list []Kept) {
	if len(list) == 0 {
		return
	}
	var names []string
	words := map[string][]string{}
	for _, k := range list {
		if !slices.Contains(names, k.What) {
			names = append(names, k.What)
		}
		words[k.What] = append(words[k.What], k.Words)
	}
	w.table("import.kept")
	for _, name := range names {
		w.texts(key(name), words[name])
	}
}

// aside writes the words that are set aside, those together that have one reason and stood
// there as often.
func (w *headWriter) aside(list []manuscript.Aside) {
	type group struct {
		why   manuscript.Reason
		times int
	}
	var groups []group
	words := map[group][]string{}
	for _, a := range list {
		g := group{a.Why, max(a.Times, 1)}
		if words[g] == nil {
			groups = append(groups, g)
		}
		words[g] = append(words[g], squeezed(a.Words))
	}
	for _, g := range groups {
		w.table("[import.aside]")
		w.text("why", string(g.why))
		if g.times > 1 {
			w.number("times", g.times)
		}
		w.texts("words", words[g])
	}
}

// sentences makes a message and its hint two sentences.
func sentences(message, hint string) string {
	text := sentence(message)
	if hint != "" {
		text += " " + sentence(hint)
	}
	return text
}

// sentence begins with a capital and ends with one point: a quote that ends the sentence may have it already.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + strings.TrimRight(s[size:], ".")
	if quoted, is := strings.CutSuffix(s, `"`); is && strings.HasSuffix(strings.TrimRight(quoted, `"”’»`), ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// anchorOf is the anchor of the item or section that a doubt is about, "" of one about the
// head or the words before the first item.
func anchorOf(t Target, anchors [][]string) string {
	if t.Part != InItem && t.Part != InSection || t.Index < 0 || t.Index >= len(anchors) {
		return ""
	}
	of := anchors[t.Index]
	if section := t.Section + 1; t.Part == InSection && section < len(of) {
		return of[section]
	}
	return of[0]
}

// places says in words where something stands in the source.
type places struct {
	lang             string
	page, line, part string
}

// placesIn are the words of a language. A document of Word has neither pages nor lines until it
// is printed, but paragraphs.
func placesIn(lang string, from Origin) places {
	p := places{lang, "page %d", "line %d", "paragraph %d"}
	if lang == "da" {
		p = places{lang, "side %d", "linje %d", "afsnit %d"}
	}
	if from.Format == "docx" {
		p.line = p.part
	}
	return p
}

// place is "side 3, linje 12", or what is known of it.
func (p places) place(at manuscript.Place) string {
	var known []string
	if at.Page > 0 {
		known = append(known, fmt.Sprintf(p.page, at.Page))
	}
	if at.Line > 0 {
		known = append(known, fmt.Sprintf(p.line, at.Line))
	}
	return strings.Join(known, ", ")
}
