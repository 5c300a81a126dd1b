package record

import (
	"slices"
	"testing"

	"referat/generator/source"
)

func TestADocumentWithTheSameWordsIsTheOneThatIsGone(t *testing.T) {
	const other = "content/referater/raadet/2023-11-14.md"
	f, _ := smallFolder().recorded(t, -1)
	for name, c := range map[string]struct {
		now  folder
		want []string
	}{
		"a page":               {f.with("content/om.md", "", "content/os.md", about), []string{"content/os.md document-moved"}},
		"with other words":     {f.with("content/om.md", "", "content/os.md", about+"Mere.\n"), []string{"content/om.md address-vanished"}},
		"minutes":              {f.with(novemberPath, "", other, november), []string{other + " document-moved"}},
		"with a mark":          {f.with(novemberPath, "", "content/referater/udvalget/2023-11-07.md", november).edit(t, "content/referater/udvalget/2023-11-07.md", "planen", "[planen](../../om.md)").with("content/udvalg/udvalget.md", "+++\ntitle = \"U\"\n+++\n"), []string{"content/referater/udvalget/2023-11-07.md document-moved"}},
		"of another's words":   {f.with(novemberPath, "", other, january), []string{novemberPath + " record-vanished"}},
		"a copy":               {f.with("content/os.md", about), nil},
		"both":                 {f.with("content/om.md", "", "content/os.md", about, novemberPath, ""), []string{"content/os.md document-moved", novemberPath + " record-vanished"}},
		"two of the same name": {f.with("content/om.md", "", "content/a.md", about, "content/b/om.md", about), []string{"content/b/om.md document-moved"}},
	} {
		if got := c.now.broken(t); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestOnlyWhatFollowsFromAnotherNameIsLeftOut(t *testing.T) {
	page := Rename{From: "content/om.md", To: "content/os.md", Lost: []string{"/om/"}}
	group := Rename{From: "content/udvalg/raadet.md", To: "content/udvalg/rd.md", Lost: []string{"/udvalg/raadet/"}, committee: "raadet", folder: "content/referater/raadet"}
	at := func(path source.Path, code source.Code, args ...any) source.Problem {
		return source.At(source.Pos{Path: path, Line: 1}, code, args...)
	}
	explained := []source.Problem{
		at("content/index.md", source.DeadLink, "om.md#maal", ""),
		at("content/a/b.md", source.DeadLink, "../om.md", ""),
		at("site.toml", source.DeadLink, "/om/?x#y", ""),
		at("content/om2.md", source.DeadLink, "referater/raadet/2023-11-07.md", ""),
		at("content/referater/raadet/2023-11-07.md", source.UnknownCommittee, "raadet", "", ""),
	}
	other := []source.Problem{
		at("content/a/b.md", source.DeadLink, "om.md", ""),
		at("content/index.md", source.DeadLink, "/om/mere/", ""),
		at("content/index.md", source.DeadLink, "referater/gruppen/2023-11-07.md", ""),
		at("content/index.md", source.DeadAnchor, "om.md", "", ""),
		at("content/referater/gruppen/2023-11-07.md", source.UnknownCommittee, "gruppen", "", ""),
	}
	got := Explain([]Rename{page, group}, slices.Concat(explained, other, explained))
	if len(got) != len(other)+2 {
		t.Errorf("%v is left", got)
	}
	for _, p := range other {
		if !slices.ContainsFunc(got, p.Is) {
			t.Errorf("%v is left out", p)
		}
	}
	if told := got[len(other)]; told.Code != source.DocumentMoved || told.Args[3] != "2" {
		t.Errorf("it is told as %v", told)
	}
	if got := Explain(nil, other); len(got) != len(other) {
		t.Errorf("without another name %v is left", got)
	}
}
