package main

import (
	"path"
	"strings"

	"referat/generator/content"
	"referat/generator/record"
	"referat/generator/source"
)

// This file takes something out of the files that staff have and out of the record.

// settings are what a content file says of a document that is withdrawn.
func (w *withdrawal) settings() []setting {
	if !w.isMinutes(w.gone.document.Path) {
		return []setting{{"draft", "true"}}
	}
	return []setting{{"state", `"` + string(content.Withdrawn) + `"`}, {"withdrawn", w.day().String()}, {"withdrawn_reason", `"` + string(w.reason) + `"`}}
}

// stub is a content file that has nothing of the text any more.
func (w *withdrawal) stub() string {
	if !w.isMinutes(w.gone.document.Path) {
		return "+++\ntitle = \"Trukket tilbage\"\ndraft = true\n+++\n"
	}
	return string(record.Stub(w.withdrawn()))
}

// withdrawn are minutes of which nothing is known but what the stone needs.
func (w *withdrawal) withdrawn() *content.Minutes {
	m := &content.Minutes{Standing: content.Standing{State: content.Withdrawn, Withdrawn: w.day(), WithdrawnReason: w.reason}}
	if was := w.gone.minutes; was != nil {
		m.Lang, m.OldAddresses = was.Lang, was.OldAddresses
	}
	return m
}

// mark lets the files that staff have say that it is withdrawn, so that no build
// publishes it again.
func (w *withdrawal) mark() []source.Problem {
	if w.gone.file != "" {
		return w.markFile()
	}
	p := w.gone.document.Path
	text := w.ownText(p)
	if text == nil || w.reason == content.PersonalData {
		return w.write(p, w.stub())
	}
	if f, ok := partFrontMatter(string(text)); ok {
		if marked, ok := f.set(w.settings()...); ok {
			return w.write(p, marked)
		}
	}
	var lines []string
	for _, s := range w.settings() {
		lines = append(lines, s.key+" = "+s.value)
	}
	return []source.Problem{source.At(source.Pos{Path: p}, source.WithdrawUnmarked, strings.Join(lines, ", "))}
}

func (w *withdrawal) write(p source.Path, text string) []source.Problem {
	if err := w.desk.write(p, text); err != nil {
		return []source.Problem{w.desk.cannotWrite(p, err)}
	}
	return nil
}

// markFile takes the file away from where it can be published: for the sake of persons
// for good, else under a name that no site has. Minutes no longer name it.
func (w *withdrawal) markFile() []source.Problem {
	p := string(w.gone.file)
	var err error
	if w.reason == content.PersonalData {
		err = w.desk.root.Remove(p)
	} else {
		err = w.desk.root.Rename(p, w.hiddenName())
	}
	if err != nil {
		return []source.Problem{w.desk.cannotWrite(w.gone.file, err)}
	}
	var problems []source.Problem
	for _, f := range w.desk.tree.Below("content") {
		if f.Path.Ext() != ".md" || !w.isMinutes(f.Path) {
			continue
		}
		if text, named := w.withoutFile(f.Path, w.ownText(f.Path)); named {
			problems = append(problems, w.write(f.Path, text)...)
		}
	}
	return problems
}

// hiddenName is the name of a withdrawn file that is kept: one with a dot is no part of a site.
func (w *withdrawal) hiddenName() string {
	return path.Join(string(w.gone.file.Dir()), "."+w.gone.file.Base())
}

// withoutFile gives minutes without the entry of the file that is taken off; it is not
// ok when they have none.
func (w *withdrawal) withoutFile(p source.Path, text []byte) (string, bool) {
	name, beside := strings.CutPrefix(string(w.gone.file), string(p.Dir())+"/")
	if !beside {
		return "", false
	}
	f, ok := partFrontMatter(string(text))
	if !ok {
		return "", false
	}
	return f.without(name)
}

// redaction is what the record is to have from now on.
func (d departed) redaction(w *withdrawal) record.Redaction {
	r := record.Redaction{At: w.now}
	if d.file != "" {
		r.Gone = d.address()
		for _, v := range w.past.Documents {
			if text, named := w.withoutFile(v.Path, w.recordedText(v)); named {
				r.Versions = append(r.Versions, record.Redacted{Document: v, Text: []byte(text)})
			}
		}
		return r
	}
	for _, v := range w.past.Versions(d.document.Path) {
		r.Versions = append(r.Versions, record.Redacted{Document: v})
	}
	if !w.isMinutes(d.document.Path) {
		r.Gone = d.document.Address
		return r
	}
	r.Stones = record.PagesOf(d.document.Address, w.withdrawn().OldAddresses)
	if len(r.Versions) == 0 {
		r.Versions = append(r.Versions, record.Redacted{Document: d.document})
	}
	latest := &r.Versions[len(r.Versions)-1]
	latest.State, latest.Text = content.Withdrawn, []byte(w.stub())
	return r
}
