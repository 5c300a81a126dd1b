package main

import (
	"path"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/site"
	"referat/generator/source"
)

// unknown tells of a path that nothing makes: which file would make it if it were
// public, or else what may be meant.
func (s survey) unknown(q question, names []string) source.Problem {
	for _, o := range s.everything() {
		if slices.Contains(names, o.Path) {
			return s.hidden(o, q.shown)
		}
	}
	var known, made []string
	for i := range s.pieces {
		p := &s.pieces[i]
		known = append(known, strings.TrimSuffix(p.Path, "/index.html"))
		if from := p.made.From; from != "" && string(from) == path.Clean(strings.ReplaceAll(q.path, `\`, "/")) {
			made = append(made, path.Join(q.shown, p.Path))
		}
	}
	if made != nil {
		return source.At(source.Pos{}, source.UnknownOutput, q.path, "", "", strings.Join(made, ", "), "")
	}
	nearest := ""
	if len(names) > 0 {
		nearest = source.Nearest(strings.TrimSuffix(names[0], "/index.html"), known)
	}
	if nearest != "" {
		nearest = path.Join(q.shown, s.pieces[slices.Index(known, nearest)].Path)
	}
	return source.At(source.Pos{}, source.UnknownOutput, q.path, nearest, q.shown, "", source.Given(true))
}

// everything is what the site would consist of if all of it were public.
func (s survey) everything() []site.Output {
	all := *s.docs
	all.Minutes, all.Pages = slices.Clone(all.Minutes), slices.Clone(all.Pages)
	for i, m := range all.Minutes {
		open := *m
		open.Life = content.Life{}
		all.Minutes[i] = &open
	}
	for i, p := range all.Pages {
		open := *p
		open.Life = content.Life{}
		all.Pages[i] = &open
	}
	return site.New(s.tree, &all, site.Options{Now: s.now, Drafts: true, Memory: &s.memory}).Outputs()
}

// hidden tells why an output is not made now.
func (s survey) hidden(o site.Output, shown string) source.Problem {
	why := site.WhyHidden(s.docs, o.From, s.now)
	return source.At(source.Pos{Path: o.From}, source.NotPublic, path.Join(shown, o.Path), source.Given(why.Draft), why.From, why.Until,
		source.Given(!why.Draft && why.From+why.Until == ""), source.Given(why.Until == ""))
}
