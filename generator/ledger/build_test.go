package ledger

import (
	"io/fs"
	"math"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"referat/generator/plain"
	"referat/generator/source"
)

func TestTheReasonSaysWhatIsNotAsItWas(t *testing.T) {
	b := &Build{Outputs: []Output{{Path: "a", Made: plain.Digest{1}, Layout: plain.Digest{2}}, {Path: "b", Made: plain.Digest{1}}}}
	cases := map[string]struct {
		last *Build
		want Wanted
		is   Reason
	}{
		"no build":                 {nil, Wanted{"a", plain.Digest{1}, plain.Digest{2}}, Unknown},
		"a build without outputs":  {&Build{}, Wanted{"a", plain.Digest{1}, plain.Digest{2}}, New},
		"another path":             {b, Wanted{"c", plain.Digest{1}, plain.Digest{2}}, New},
		"all is the same":          {b, Wanted{"a", plain.Digest{1}, plain.Digest{2}}, Fresh},
		"the same, without layout": {b, Wanted{"b", plain.Digest{1}, plain.Digest{}}, Fresh},
		"another output's layout":  {b, Wanted{"b", plain.Digest{1}, plain.Digest{2}}, OtherStyle},
		"made from something else": {b, Wanted{"a", plain.Digest{2}, plain.Digest{2}}, OtherView},
		"drawn by something else":  {b, Wanted{"a", plain.Digest{1}, plain.Digest{1}}, OtherStyle},
		"both":                     {b, Wanted{"a", plain.Digest{3}, plain.Digest{3}}, OtherStyle},
	}
	for what, c := range cases {
		if got := c.last.Shelf().Reason(c.want); got != c.is {
			t.Errorf("%s: %q, want %q", what, got, c.is)
		}
	}
}

func TestAShelfHasEachOutputAtItsPath(t *testing.T) {
	b := buildOf("a", "b")
	s := b.Shelf()
	if s.Find("a") != &b.Outputs[0] || s.Find("b") != &b.Outputs[1] || s.Find("c") != nil {
		t.Error("another output was found, or none")
	}
	if (*Build)(nil).Shelf().Find("a") != nil {
		t.Error("an output of no build was found")
	}
}

func TestAWalkInOrderFindsWhatFindFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(what string) []string {
			return slices.Sorted(slices.Values(rapid.SliceOfNDistinct(rapid.StringMatching(`[a-e]{1,2}`), 0, 12, rapid.ID).Draw(t, what)))
		}
		s := buildOf(draw("outputs")...).Shelf()
		find := s.Walk()
		for _, p := range draw("asked") {
			for range rapid.IntRange(1, 2).Draw(t, "times") {
				if got, want := find(p), s.Find(p); got != want {
					t.Errorf("%q: found %v, want %v", p, got, want)
				}
			}
		}
	})
	if (*Build)(nil).Shelf().Walk()("a") != nil {
		t.Error("an output of no build was found")
	}
}

type page struct {
	Lang  string
	Title string
}

type pageView struct {
	page
	Items []string
	Count int
}

func TestFieldsThatDifferAreNamed(t *testing.T) {
	base := pageView{page{"da", "Møde"}, []string{"a"}, 1}
	cases := map[string]struct {
		is   any
		want []string
		ok   bool
	}{
		"the same":               {base, nil, true},
		"a pointer to the same":  {&base, nil, true},
		"a field of an embedded": {pageView{page{"da", "møde"}, []string{"a"}, 1}, []string{"Title"}, true},
		"the first and the last": {pageView{page{"en", "Møde"}, []string{"a"}, 2}, []string{"Lang", "Count"}, true},
		"nil is not empty":       {pageView{page{"da", "Møde"}, nil, 1}, []string{"Items"}, true},
		"a type of fewer fields": {page{"da", "Møde"}, nil, false},
	}
	was := FieldsOf(base)
	for what, c := range cases {
		is := FieldsOf(c.is)
		fields, ok := Differing(was, is, plain.Names(c.is))
		if !slices.Equal(fields, c.want) || ok != c.ok {
			t.Errorf("%s: %q %v, want %q %v", what, fields, ok, c.want, c.ok)
		}
		if same := ok && c.want == nil; (is == was) != same {
			t.Errorf("%s: the digests are the same: %v", what, is == was)
		}
	}
	if _, ok := Differing("", was, []string{"Lang", "Title", "Items", "Count"}); ok {
		t.Error("a view is compared with none")
	}
	if _, ok := Differing(was, was, []string{"Lang"}); ok {
		t.Error("digests are compared by the names of another view")
	}
}

func TestViewsOfTwoTypesAreNeverTheSame(t *testing.T) {
	type other page
	a := FieldsOf(page{"da", "Møde"})
	headed := struct{ Lang, Heading string }{"da", "Møde"}
	b := FieldsOf(headed)
	if a == b {
		t.Error("another name of a field makes no difference")
	}
	if fields, ok := Differing(a, b, plain.Names(headed)); !ok || len(fields) > 0 {
		t.Errorf("fields at the same places with the same values: %q %v", fields, ok)
	}
	if c := FieldsOf(other{"da", "møde"}); c == a {
		t.Error("another value makes no difference")
	}
}

func TestViewsDifferAlsoWhereTheShortDigestsOfTheirFieldsDoNot(t *testing.T) {
	type view struct{ N int }
	seen := map[string]string{}
	for i := range 1 << 20 { // of 100,000 short digests two are the same as a rule
		digests := FieldsOf(&view{i})
		of := digests[len(digests)-short:]
		if was, twice := seen[of]; twice {
			if fields, ok := Differing(was, digests, []string{"N"}); !ok || len(fields) > 0 {
				t.Errorf("differing: %q %v", fields, ok)
			}
			if was == digests {
				t.Error("another number makes no difference")
			}
			return
		}
		seen[of] = digests
	}
	t.Error("no two short digests are the same")
}

// look looks at a site whose files are as old as their texts are long.
func look(t *testing.T, files map[string]string, records source.Records) *source.Tree {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644, ModTime: time.Unix(int64(len(text)), 0)}
	}
	var links fs.FS = fsys
	tree, problems := source.Look(fsys, links, records)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return tree
}

func TestABuildIsTheSameForTheSameFilesOptionsAndSpan(t *testing.T) {
	files := map[string]string{"site.toml": "x", "content/a.md": "aa", "content/b.md": "bbb"}
	tree := look(t, files, source.Records{})
	for _, f := range tree.Below("content") {
		if _, err := tree.Sum(f); err != nil {
			t.Fatal(err)
		}
	}
	b := &Build{Options: plain.Digest{1}, Since: 10, Until: 20, Clock: time.Unix(9, 0).UnixNano(), Inputs: tree.Records()}
	for now, want := range map[int64]bool{9: false, 10: true, 19: true, 20: false, math.MinInt64: false, math.MaxInt64: false} {
		if got := b.Same(plain.Digest{1}, now, tree); got != want {
			t.Errorf("at %d: %v", now, got)
		}
	}
	if b.Same(plain.Digest{2}, 15, tree) {
		t.Error("other options make no difference")
	}
	edits := map[string]struct {
		edit func(files map[string]string)
		same bool
	}{
		"nothing":        {func(map[string]string) {}, true},
		"another text":   {func(f map[string]string) { f["content/a.md"] = "aaaa" }, false},
		"a file more":    {func(f map[string]string) { f["content/c.md"] = "c" }, false},
		"a file less":    {func(f map[string]string) { delete(f, "content/a.md") }, false},
		"another name":   {func(f map[string]string) { f["content/c.md"] = f["content/b.md"]; delete(f, "content/b.md") }, false},
		"a layout":       {func(f map[string]string) { f["layouts/base.html"] = "" }, false},
		"other settings": {func(f map[string]string) { f["site.toml"] = "xx" }, false},
	}
	for what, e := range edits {
		edited := map[string]string{}
		for name, text := range files {
			edited[name] = text
		}
		e.edit(edited)
		if got := b.Same(plain.Digest{1}, 15, look(t, edited, b.Records())); got != e.same {
			t.Errorf("%s: the same: %v", what, got)
		}
	}
	unlimited := &Build{Since: math.MinInt64, Until: math.MaxInt64, Inputs: tree.Records()}
	for _, now := range []int64{math.MinInt64, 0, math.MaxInt64 - 1} {
		if !unlimited.Same(plain.Digest{}, now, tree) {
			t.Errorf("a span without limits ends at %d", now)
		}
	}
}

func TestOneByteOfTheSameLengthAndStampIsSeenWhenTheStampIsNoProof(t *testing.T) {
	tree := look(t, map[string]string{"site.toml": "x", "content/a.md": "aa"}, source.Records{})
	f, _ := tree.File("content/a.md")
	if _, err := tree.Sum(f); err != nil {
		t.Fatal(err)
	}
	b := &Build{Until: 1, Clock: time.Unix(2, 0).UnixNano(), Inputs: tree.Records()}
	if b.Same(plain.Digest{}, 0, look(t, map[string]string{"site.toml": "x", "content/a.md": "ab"}, b.Records())) {
		t.Error("the file may have been written after the look, but counts as the same")
	}
}

func TestRecordsAreTheInputsByTheirPaths(t *testing.T) {
	b := &Build{Clock: 7, Inputs: []source.Record{{Path: "a", Stamp: source.Stamp{Size: 1}}, {Path: "b", Digest: source.Digest{2}}, {Path: "e"}, {Path: "c", Stamp: source.Stamp{Size: 3}}}}
	want := map[source.Path]source.Record{}
	for _, in := range b.Inputs {
		want[in.Path] = in
	}
	for _, asked := range []string{"abec", "ac", "ceba", "xabxe", "aabbccx", "axc", "abecabec"} {
		r := b.Records()
		for _, letter := range asked {
			p := source.Path(letter)
			in, known := want[p]
			if got, ok := r.Find(p); ok != known || got != in {
				t.Errorf("%s of %s: %+v %v", p, asked, got, ok)
			}
		}
		if r.Clock != 7 {
			t.Errorf("clock %d", r.Clock)
		}
	}
}

func TestOutputsAreFoundWhileStampsGetNewValues(t *testing.T) {
	b := buildOf("a", "b", "c")
	done := make(chan struct{})
	go func() { // the race detector looks on
		defer close(done)
		for range 100 {
			b.Shelf().Find("b")
			b.Shelf().Walk()("c")
		}
	}()
	for i := range 100 {
		for at := range b.Outputs {
			b.Outputs[at].Stamp.Size = int64(i)
		}
	}
	<-done
}
