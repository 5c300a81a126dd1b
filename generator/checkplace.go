package main

import (
	"fmt"
	"path"
	"strings"

	"referat/generator/check"
	"referat/generator/source"
)

// place turns findings into problems at the places where somebody can settle them: the
// line of the content file or the layout that has the words, where it can be told, else
// the file of the output folder.
func (b *builder) place(lang string, findings []check.Finding) []source.Problem {
	p := placer{builder: b, lang: lang, from: map[string]source.Path{}, texts: map[source.Path]string{}}
	for _, o := range b.outputs {
		p.from[o.Path] = o.From
	}
	var problems []source.Problem
	for _, f := range findings {
		problems = append(problems, p.problems(f)...)
	}
	return problems
}

// placer knows which file each output is drawn from.
type placer struct {
	*builder
	lang  string
	from  map[string]source.Path
	texts map[source.Path]string
}

// problems gives one problem for each content file or layout that has what is wrong, and
// one for all other files of the output folder together.
func (p placer) problems(f check.Finding) []source.Problem {
	if f.Code == source.UnlinkedPage {
		return p.unlinked(f)
	}
	var problems []source.Problem
	var others []string
	for _, name := range f.Files {
		if pos, found := p.find(p.from[name], f.What); found { // a page and its data give the same problem, which is said once
			problems = append(problems, source.At(pos, f.Code, f.What, "", f.More))
		} else {
			others = append(others, name)
		}
	}
	if len(others) == 0 {
		return problems
	}
	pos := source.Pos{Path: source.Path(path.Join(p.shown, others[0]))}
	for _, layout := range p.tree.Below("layouts") {
		if in, found := p.find(layout.Path, f.What); found {
			pos = in
			break
		}
	}
	return append(problems, source.At(pos, f.Code, f.What, p.more(len(others)-1), f.More))
}

// unlinked gives one problem for each page of staff's that no link leads to. The program's own
// lists are there also when they are empty and nothing leads to them; tests hold that something
// leads to those that are not.
func (p placer) unlinked(f check.Finding) (problems []source.Problem) {
	for _, name := range f.Files {
		if from := p.from[name]; from != "" {
			problems = append(problems, source.At(source.Pos{Path: from}, f.Code, "", ""))
		}
	}
	return problems
}

// more says of how many other files a problem is true too.
func (p placer) more(n int) string {
	switch {
	case n == 0:
		return ""
	case p.lang == "da":
		return fmt.Sprintf("%d %s", n, plural(n, "anden fil", "andre filer"))
	}
	return fmt.Sprintf("%d %s", n, plural(n, "other file", "other files"))
}

// find looks for an address in a file of the user's: as it stands, or else what a link
// of any form has of it, its fragment or the last part of its path.
func (p placer) find(in source.Path, address string) (source.Pos, bool) {
	text, known := p.texts[in]
	if !known {
		if f, there := p.tree.File(in); there {
			if loaded, problem := p.tree.Load(f); problem == nil {
				text = loaded.Text
			}
		}
		p.texts[in] = text
	}
	before, fragment, _ := strings.Cut(address, "#")
	for _, words := range []string{address, "#" + fragment, path.Base(before)} {
		if len(words) < len("#ab") {
			continue
		}
		if at := strings.Index(text, words); at >= 0 {
			start := strings.LastIndexByte(text[:at], '\n') + 1
			return source.Pos{Path: in, Line: 1 + strings.Count(text[:at], "\n"), Col: 1 + len([]rune(text[start:at]))}, true
		}
	}
	return source.Pos{}, false
}
