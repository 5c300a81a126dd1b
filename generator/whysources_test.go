package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"referat/generator/data"
	"referat/generator/plain"
	"referat/generator/site"
	"referat/generator/source"
)

// further are documents of a site that know of each other: neighbours, a
// translation, decisions, mentions, attachments, a committee that followed another.
var further = map[string]string{
	"content/referater/klinisk-anvendelse/2024-02-06/index.md": `+++
title = "Møde i arbejdsgruppen"
state = "final"

[[agenda]]
number = "1"
title = "Status"
concerns = ["nyresvigt"]

[[attachments]]
file = "plan.txt"
title = "Plan"
+++

## Pkt. 1 Status

### Referat

Nyresvigt blev drøftet, som det står i [planen](plan.txt) og i [det første referat](../2023-11-07.md#punkt-2).

::: beslutning
Planen for nyresvigt blev godkendt.
:::
`,
	"content/referater/klinisk-anvendelse/2024-02-06/plan.txt": "plan",
	"content/referater/klinisk-anvendelse/2024-02-06-2.md": `+++
title = "Meeting of the working group"
state = "final"
lang = "en"
translation_of = "2024-02-06/index.md"
+++

## Item 1 Status

Kidney failure was discussed.
`,
	"content/referater/personlig-medicin/2024-03-05.md": `+++
title = "Møde i styregruppen"
state = "final"
+++

## Pkt. 1 Orientering

Øjensygdomme nævnes ikke.
`,
	"content/udvalg/driftsgruppen.md": `+++
title = "Arbejdsgruppen for drift"
short = "Drift"
+++
`,
}

// furtherSite is the site of the golden test with more in it.
func furtherSite(t *testing.T) string {
	dir := copySite(t, "testdata/site")
	for name, text := range further {
		put(t, dir, name, text)
	}
	settled := filepath.Join(dir, "content/udvalg/klinisk-anvendelse.md")
	text, err := os.ReadFile(settled)
	if err == nil {
		err = os.WriteFile(settled, bytes.Replace(text, []byte("chair ="), []byte("successor = \"driftsgruppen\"\nclosed = \"2024\"\nchair ="), 1), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// A word that is changed in a document changes only outputs that name it among
// their sources.
func TestWhateverADocumentChangesHasItAmongItsSources(t *testing.T) {
	dir := furtherSite(t)
	before := surveyed(t, dir)
	type known struct {
		view    plain.Digest
		sources []source.Path
	}
	outputs := map[string]known{}
	for _, p := range before.pieces {
		if p.asset == nil {
			view := p.made.View()
			outputs[p.Path] = known{plain.DigestOf(view), before.sources(p.made, view)}
		}
	}
	title := regexp.MustCompile(`(?m)^(title|definition|name) = "`)
	changed := 0
	for _, f := range before.tree.Below("content") {
		file := filepath.Join(dir, filepath.FromSlash(string(f.Path)))
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		other := title.ReplaceAll(text, []byte(`${0}Ændret `))
		switch f.Path.Ext() {
		case ".csv":
			other = bytes.ReplaceAll(text, []byte(",20621,"), []byte(",20622,"))
		case ".txt":
			other = append(other, "mere"...)
		}
		if bytes.Equal(other, text) {
			t.Fatalf("%s has nothing to change", f.Path)
		}
		if err := os.WriteFile(file, other, 0o666); err != nil {
			t.Fatal(err)
		}
		after, r := before.builder.survey()
		if !r.done() {
			t.Fatal(r.problems)
		}
		for _, p := range after.pieces {
			was, there := outputs[p.Path]
			if !there || plain.DigestOf(p.made.View()) == was.view {
				continue
			}
			changed++
			if !slices.Contains(was.sources, f.Path) {
				t.Errorf("%s changes %s, which does not name it", f.Path, p.Path)
			}
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if changed < 100 {
		t.Errorf("only %d outputs were changed", changed)
	}
}

// A text names its document, whether or not an address leads there.
func TestATextIsFromItsDocument(t *testing.T) {
	s := surveyed(t, copySite(t, "testdata/site"))
	for _, view := range []any{
		site.HomeView{Intro: site.Text{From: "content/a.md", Fragment: "x"}},
		data.Committee{PurposeText: data.Text{{From: "content/a.md", Fragment: "x"}}},
		site.FileView{Path: "content/a.md"},
	} {
		if got := s.sources(site.Output{Form: site.Copy}, view); !slices.Equal(got, []source.Path{"content/a.md"}) {
			t.Errorf("%T: %v", view, got)
		}
	}
	none := site.HomeView{Intro: site.Text{From: "content/a.md"}}
	if got := s.sources(site.Output{From: "content/b.md"}, none); !slices.Equal(got, []source.Path{"content/b.md", "site.toml"}) {
		t.Errorf("a text that is not there: %v", got)
	}
}

// The rules for web servers name what is gone, and say nothing of its words.
func TestTheRulesForServersNameWhatIsGone(t *testing.T) {
	s := surveyed(t, statementSite(t))
	for _, p := range s.pieces {
		if p.made.Form != site.Rules {
			continue
		}
		if got := s.sources(p.made, p.made.View()); !slices.Equal(got, []source.Path{"content/referater/personlig-medicin/2024-04-02.md", "content/referater/personlig-medicin/2024-06-04.md", "site.toml"}) {
			t.Errorf("%s: %v", p.Path, got)
		}
	}
}
