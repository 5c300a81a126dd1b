package main

import (
	"cmp"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/personal"
	"referat/generator/serve"
	"referat/generator/site"
	"referat/generator/source"
)

// status is what the bar says on the page at a path.
func (p *preview) status(path string) serve.Status {
	p.mu.RLock()
	defer p.mu.RUnlock()
	o, published := p.output(path)
	s := serve.Status{Draft: o.Draft, Published: published, Build: p.told}
	for _, problem := range p.problems {
		if p.failed || o.From != "" && problem.Pos.Path == o.From {
			s.Problems = append(s.Problems, p.problem(problem))
		} else if problem.Severity() == source.Warning { // an error can only be a draft's, whose page tells it
			s.Others++
		}
	}
	if o.Form == site.HTML && o.From != "" {
		s.Doubts = p.doubts(o.From)
	}
	return s
}

// doubts are what an import left to be settled in minutes.
func (p *preview) doubts(from source.Path) []serve.Doubt {
	var list []serve.Doubt
	docs := p.draw.texts.preview.Load()
	if docs == nil {
		return nil
	}
	i, found := slices.BinarySearchFunc(docs.Minutes, from, func(m *content.Minutes, p source.Path) int { return cmp.Compare(m.Path, p) })
	if !found {
		return nil
	}
	doubts := docs.Minutes[i].Doubts
	if len(doubts) == 0 {
		return nil
	}
	file := p.text(from)
	for _, d := range doubts {
		list = append(list, serve.Doubt{Text: d.Text, At: d.At, Anchor: d.Anchor, Near: d.Near, Nth: d.Nth, Place: placeOf(d, file).String()})
	}
	return list
}

// problem is a problem as the bar shows it.
func (p *preview) problem(of source.Problem) serve.Problem {
	message, hint := textOf(of, p.report.lang)
	shown := serve.Problem{Severity: serve.Error, Place: shownPlace(of.Pos), Message: message, Hint: hint, Code: string(of.Code), Excerpt: p.excerpt(of.Pos)}
	if of.Severity() == source.Warning {
		shown.Severity = serve.Warning
	}
	return shown
}

// excerpt is the line of a place with the lines around it, as they are now.
func (p *preview) excerpt(at source.Pos) []serve.Line {
	const around = 2
	if at.Line == 0 {
		return nil
	}
	var excerpt []serve.Line
	n := 0
	for text := range strings.Lines(p.text(at.Path)) {
		if n++; n < at.Line-around {
			continue
		}
		if n > at.Line+around {
			break
		}
		line := serve.Line{Number: n, Text: personal.Mask(strings.TrimSuffix(text, "\n"))}
		if n == at.Line {
			line.Marked, line.Column = true, at.Col
		}
		excerpt = append(excerpt, line)
	}
	return excerpt
}

// text is a file of the site as it is now; "" of one that cannot be read.
func (p *preview) text(path source.Path) string {
	if p.tree == nil {
		return ""
	}
	f, ok := p.tree.File(path)
	if !ok || !f.IsText() {
		return ""
	}
	loaded, problem := p.tree.Load(f)
	if problem != nil {
		return ""
	}
	return loaded.Text
}
