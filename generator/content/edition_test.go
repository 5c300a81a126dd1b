package content

import (
	"testing"
	"testing/fstest"

	"referat/generator/source"
)

func TestAnEditionIsTheMinutesOfAPathAsAnotherFileHasThem(t *testing.T) {
	const path, kept = "content/referater/a/2023-11-07.md", "content/.record/texts/referater/a/2023-11-07.v1.md"
	files := fstest.MapFS{
		"site.toml": {Data: []byte("base = \"https://ngc.dk/\"\ntitle = \"x\"\n[organisation]\nname = \"x\"\n[minutes]\nfolder = \"referater\"\n")},
		path:        {Data: []byte("+++\ntitle = \"Nu\"\nstate = \"final\"\n+++\n\n## Pkt. 1 Nu\n\nNu.\n")},
		kept:        {Data: []byte("+++\ntitle = \"Da\"\nstate = \"final\"\n+++\n\n## Pkt. 1 Da\n\nDa.\n")},
	}
	parse := func(last *Documents) *Documents {
		tree, _ := source.Look(files, files, source.Records{})
		docs, problems := Parse(tree, last, Cache{})
		if source.Errors(problems) > 0 {
			t.Fatal(said(problems))
		}
		return docs
	}
	docs := parse(nil)
	m := docs.Edition(kept, path)
	if m == nil || m.Title != "Da" || m.Name != "2023-11-07" || m.Committee != "a" || m.Path != kept || m.Digest() == docs.Minutes[0].Digest() {
		t.Fatalf("%+v", m)
	}
	text := m.Items[0].Sections[0].Parts[0].Text
	if f := docs.Fragment(kept, text.ID); f == nil || f.Plain().Text != "Da." {
		t.Errorf("its text is %+v", f)
	}
	if words := docs.Words(kept, path); len(words) == 0 || words[0].Text != "Da" {
		t.Errorf("its words are %v", words)
	}
	if len(docs.Minutes) != 1 || docs.Edition("content/findes-ikke.md", path) != nil {
		t.Error("it is among the documents, or a file that is not there has one")
	}
	next := parse(docs)
	if next.Edition(kept, path) != m || next.Fragment(kept, text.ID) == nil {
		t.Error("the same bytes are read again")
	}
	files[kept] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Før\"\nstate = \"final\"\n+++\n")}
	if other := parse(next).Edition(kept, path); other == nil || other.Title != "Før" || other.Digest() == m.Digest() {
		t.Errorf("of other bytes: %+v", other)
	}
}
