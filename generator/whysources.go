package main

import (
	"maps"
	"net/url"
	"path"
	"reflect"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/data"
	"referat/generator/hosting"
	"referat/generator/site"
	"referat/generator/source"
)

// sources are the user's files whose words or facts stand in an output: its own
// first, then the others in order. A view names most of them: by its texts, and by
// the addresses of the pages that its facts come from. A file that is only counted
// in it is not among them.
func (s survey) sources(o site.Output, view any) []source.Path {
	t := tracer{docs: s.docs, from: make(map[string]source.Path, len(s.pieces)), found: map[source.Path]bool{}}
	for i := range s.pieces {
		t.from[s.pieces[i].Path] = s.pieces[i].made.From
	}
	t.found[o.From] = true
	t.trace(reflect.ValueOf(view))
	for _, series := range s.docs.Series {
		if t.found[series.Path] || t.found[series.CSV] {
			t.found[series.Path], t.found[series.CSV] = true, true
		}
	}
	t.found[source.Settings] = o.Form != site.Copy
	maps.DeleteFunc(t.found, func(p source.Path, counts bool) bool { return p == "" || !counts || p == o.From })
	others := slices.Sorted(maps.Keys(t.found))
	if o.From == "" {
		return others
	}
	return append([]source.Path{o.From}, others...)
}

// tracer walks a view and notes the files behind it.
type tracer struct {
	docs  *content.Documents
	from  map[string]source.Path // what each output is chiefly drawn from
	found map[source.Path]bool
}

func (t *tracer) trace(v reflect.Value) {
	switch x := v.Interface().(type) {
	case site.Page: // menus and so on are the settings', the rest stands in the view too
		return
	case site.Text: // where its links lead is written in it
		if x.Fragment != "" {
			t.found[x.From] = true
		}
		t.trace(reflect.ValueOf(x.Marks))
		return
	case data.Part:
		t.found[source.Path(x.From)] = true
		return
	case site.LinesView:
		for _, f := range x.Files {
			t.found[t.from[f.Path]] = true
		}
		return
	case site.FileView:
		t.found[x.Path] = true
		return
	case site.IndexFile:
		t.part(x.Part)
		return
	case site.IndexWords:
		for _, p := range x.Parts {
			t.part(p)
		}
		return
	case hosting.Site:
		for _, page := range x.Gone {
			t.found[t.from[page]] = true
		}
		return
	case site.CountView:
		for _, series := range t.docs.Series {
			if x.Known && series.ID == t.docs.Settings.Counts.Headline {
				t.found[series.Path] = true
			}
		}
	case site.MeetingRow:
		t.committee(x.Committee)
	case data.ItemRow:
		t.committee(x.CommitteeName)
	case site.DecisionView:
		t.committee(x.Committee)
	case site.MentionView:
		t.committee(x.Committee)
	case site.DifferencesView:
		t.found[x.From] = true
	case site.CorrectionRow:
		t.committee(x.Committee)
	case site.EventView:
		t.committee(x.Committee)
	case site.FeedEntry:
		t.committee(x.Category)
		t.series(x.Category)
		t.shared(strings.Contains(x.Page, "/"+t.docs.Settings.Subjects.Folder+"/"))
	case site.NewMinutes:
		t.committee(x.Committee)
	case site.NewCount:
		t.series(x.Series)
	case site.NewStep:
		t.shared(x.All != "")
	case site.Wording:
		for _, words := range x.Words {
			t.committee(words)
		}
	case site.MilestoneView:
		t.shared(x.All != "")
	case data.Subject:
		t.shared(true)
	case string:
		t.address(x)
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			t.trace(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			t.trace(v.Field(i))
		}
	}
}

// part notes the minutes of a part of the readers' index, and the subjects that they are about.
func (t *tracer) part(p *site.IndexPart) {
	p.Each(func(m *content.Minutes, about [][]string) {
		t.found[m.Path] = true
		for _, ids := range about {
			for _, g := range t.docs.Subjects {
				if slices.Contains(ids, g.ID) {
					t.found[g.Path] = true
				}
			}
		}
	})
}

// committee notes the file of a committee that is named by its title alone.
func (t *tracer) committee(title string) {
	for _, c := range t.docs.Committees {
		if c.Title == title {
			t.found[c.Path] = true
		}
	}
}

// series notes the file of a series that is named by its title alone.
func (t *tracer) series(title string) {
	for _, s := range t.docs.Series {
		if s.Title == title {
			t.found[s.Path] = true
		}
	}
}

// shared notes the file of the milestones that all subjects share.
func (t *tracer) shared(shown bool) {
	if shown && t.docs.Shared != nil {
		t.found[t.docs.Shared.Path] = true
	}
}

// address notes the file of the page that an address leads to.
func (t *tracer) address(text string) {
	base := t.docs.Settings.Base
	rest, below := strings.CutPrefix(strings.TrimPrefix(text, base.Scheme+"://"+base.Host), base.EscapedPath())
	if !below {
		return
	}
	rest, _, _ = strings.Cut(rest, "#")
	if plain, err := url.PathUnescape(rest); err == nil {
		rest = plain
	}
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest = path.Join(rest, "index.html")
	}
	t.found[t.from[rest]] = true
}
