package content

import (
	"strings"
	"testing"
	"testing/fstest"

	"referat/generator/plain"
	"referat/generator/source"
)

// bookcase is a cache in memory that counts what is taken out of it.
type bookcase struct {
	kept         map[plain.Digest]string
	wholes, part int
}

func (b *bookcase) cache() Cache {
	return Cache{
		Put: func(key plain.Digest, html []byte) bool { b.kept[key] = string(html); return true },
		Get: func(key plain.Digest) (string, bool) { b.wholes++; html, ok := b.kept[key]; return html, ok },
		Part: func(key plain.Digest, from, size int) (string, bool) {
			b.part++
			html, ok := b.kept[key]
			if !ok || from+size > len(html) {
				return "", false
			}
			return html[from : from+size], true
		},
	}
}

// shelved are documents with one meeting, whose texts are in a cache, and the names of these.
func shelved(t *testing.T) (docs *Documents, shelf *bookcase, ids []string) {
	t.Helper()
	files := fstest.MapFS{
		"site.toml":                         {Data: []byte("base = \"https://ngc.dk/\"\ntitle = \"x\"\n[organisation]\nname = \"x\"\n[minutes]\nfolder = \"referater\"\n")},
		"content/referater/a/2023-11-07.md": {Data: []byte("+++\ntitle = \"Nu\"\nstate = \"final\"\n+++\n\n## Pkt. 1 En\n\nEt [sted](/om/).\n\n## Pkt. 2 To\n\nTo.\n")},
	}
	tree, _ := source.Look(files, files, source.Records{})
	shelf = &bookcase{kept: map[plain.Digest]string{}}
	docs, problems := Parse(tree, nil, shelf.cache())
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	docs.Minutes[0].EachText(func(f *Fragment) {
		if f != nil && f.ID != "" {
			ids = append(ids, f.ID)
		}
	})
	if len(ids) != 2 || len(shelf.kept) != 1 {
		t.Fatalf("%d texts, %d kept", len(ids), len(shelf.kept))
	}
	return docs, shelf, ids
}

// shows tells what is wrong with the texts that documents give.
func shows(t *testing.T, docs *Documents, ids []string) {
	t.Helper()
	for i, want := range []string{"Et sted.", "To."} {
		if f := docs.Fragment(docs.Minutes[0].Path, ids[i]); f == nil || f.Plain().Text != want {
			t.Errorf("text %d is %+v, want %q", i, f, want)
		} else if i == 0 && f.Fill([]string{"/x/"}, nil) != `<p>Et <a href="/x/">sted</a>.</p>` {
			t.Errorf("its link is %q", f.Fill([]string{"/x/"}, nil))
		}
	}
}

func TestOneTextOfAFileIsReadAlone(t *testing.T) {
	docs, shelf, ids := shelved(t)
	shows(t, docs, ids)
	if shelf.wholes != 0 || shelf.part != 2 {
		t.Errorf("all texts are read %d times, one %d times", shelf.wholes, shelf.part)
	}
}

func TestTheTextsOfAnExpectedFileAreReadAtOnce(t *testing.T) {
	docs, shelf, ids := shelved(t)
	docs.Expect(docs.Minutes[0].Path)
	docs.Expect("content/findes-ikke.md")
	if shelf.wholes != 0 {
		t.Error("they are read before anybody asks")
	}
	shows(t, docs, ids)
	docs.Expect(docs.Minutes[0].Path)
	shows(t, docs, ids)
	if shelf.wholes != 1 || shelf.part != 0 {
		t.Errorf("all texts are read %d times, one %d times", shelf.wholes, shelf.part)
	}
}

func TestATextThatIsDamagedOrGoneIsMadeAgain(t *testing.T) {
	for what, change := range map[string]func(html string) string{
		"damaged": func(html string) string {
			return strings.ReplaceAll(strings.ReplaceAll(html, "sted", "STED"), "To", "TO")
		},
		"shorter": func(html string) string { return html[:5] },
	} {
		docs, shelf, ids := shelved(t)
		for key, html := range shelf.kept {
			shelf.kept[key] = change(html)
		}
		get := shelf.cache().Get
		docs.texts.reader.cache.Get = func(key plain.Digest) (string, bool) { // which checks
			html, _ := get(key)
			return html, what != "damaged" || !strings.Contains(html, "STED")
		}
		shows(t, docs, ids)
		if shelf.wholes == 0 {
			t.Errorf("%s: nobody noticed", what)
		}
	}
}
