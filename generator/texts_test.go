package main

import (
	"strings"
	"testing"

	"referat/generator/content"
	"referat/generator/site"
	"referat/generator/source"
)

func TestAQuotedTextHasNoAnchorsButAllItsWords(t *testing.T) {
	fsys := written(map[string]string{
		"site.toml":     "base = \"https://ngc.dk/\"\ntitle = \"x\"\n[organisation]\nname = \"x\"\n",
		"content/om.md": "+++\ntitle = \"x\"\n+++\n## En\n\nSkriv id=\"x\" her.\n",
	})
	tree, _ := source.Look(fsys, fsys, source.Records{})
	docs, problems := content.Parse(tree, nil, content.Cache{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	texts := &texts{}
	texts.build.Store(docs)
	from, id := docs.Pages[0].Path, docs.Pages[0].Text.ID
	if own := string(texts.html(site.Text{From: from, Fragment: id}, nil)); !strings.Contains(own, `<h2 id="en">`) {
		t.Error(own)
	}
	if quoted := string(texts.html(site.Text{From: from, Fragment: id, Quoted: true}, nil)); quoted != `<h2>En</h2><p>Skriv id="x" her.</p>` {
		t.Error(quoted)
	}
}
