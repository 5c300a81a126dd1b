package main

import (
	"flag"
	"maps"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/source"
)

// patience is how many edits the proof may take to see a planted fault.
var patience = flag.Int("incremental.patience", 300, "edits in which the proof has to see each planted fault")

// fault is a mistake in the program. It is made by changing what the program
// remembers before each build into what it would remember had it the mistake;
// mended takes back what the comparison itself goes by.
type fault func(o *output, want result) (mended func())

// believes makes a builder take for unchanged what it should not: it gives the
// outputs that are remembered the digests they will have, if they differ as told.
func believes(same func(o *output, was, is ledger.Output, fields []string) bool) fault {
	return func(o *output, want result) func() {
		for i := range want.by.outputs {
			path := want.by.outputs[i].Path
			was, is := o.b.shelf.Find(path), want.by.shelf.Find(path)
			if was == nil || is == nil || was.Made == is.Made && was.Layout == is.Layout {
				continue
			}
			names := plain.Names(want.by.outputs[i].View()) // which a compilation has without files, too
			fields, _ := ledger.Differing(was.Fields, is.Fields, names)
			if same(o, *was, *is, fields) {
				was.Made, was.Layout, was.Fields = is.Made, is.Layout, is.Fields
			}
		}
		return func() {}
	}
}

// viewFields is a fault: those fields of a view are not counted.
func viewFields(names ...string) fault {
	return believes(func(_ *output, was, is ledger.Output, fields []string) bool {
		other := slices.ContainsFunc(fields, func(field string) bool { return !slices.Contains(names, field) })
		return was.Layout == is.Layout && len(fields) > 0 && !other
	})
}

// layoutFile is a fault: what layouts take from files in that folder is not counted.
func layoutFile(folder string) fault {
	return believes(func(o *output, was, is ledger.Output, _ []string) bool {
		only := was.Made == is.Made
		for _, name := range o.touched {
			only = only && (!strings.HasPrefix(name, "layouts/") || strings.HasPrefix(name, folder))
		}
		return only
	})
}

// trusting is a fault: edited files that are alike have the stamps they had, and
// no stamp is too young to be trusted.
func trusting(alike func(was source.Stamp, is source.Stamp) bool) fault {
	return func(o *output, _ result) func() {
		if o.b.tree == nil {
			return func() {}
		}
		for _, name := range o.touched {
			info, err := os.Stat(o.file(name))
			if f, ok := o.b.tree.File(source.Path(name)); ok && err == nil && alike(f.Stamp, source.StampOf(info)) {
				f.Stamp = source.StampOf(info)
			}
		}
		o.b.clock = math.MaxInt64
		return func() {}
	}
}

// remembering is a fault in what the last build is remembered by.
func remembering(change func(o *output, last *ledger.Build, want result)) fault {
	return func(o *output, want result) func() {
		last := o.b.ledger.Last()
		if last == nil {
			return func() {}
		}
		was := *last
		change(o, last, want)
		return func() { last.Since, last.Until, last.Notes = was.Since, was.Until, was.Notes }
	}
}

// planted is a fault, and the edits among which it has to be seen.
type planted struct {
	fault fault
	edits []string
}

func plantedFaults() map[string]planted {
	texts := []string{"body", "title", "date or committee", "add", "remove", "alias"}
	files := []string{"body", "swap", "attachment", "revert", "touch a file"}
	styles := []string{"template", "own include", "label", "asset", "layouts gone", "title"}
	return map[string]planted{
		"a title does not reach lists":           {viewFields("Groups"), texts},
		"a title does not reach the first page":  {viewFields("Newest"), texts},
		"a neighbour is not counted":             {viewFields("Next", "Previous"), texts},
		"the agenda is not counted":              {viewFields("Agenda"), []string{"agenda", "body"}},
		"mentions are not counted":               {viewFields("Mentions"), texts},
		"entries of feeds are not counted":       {viewFields("Entries", "Updated"), texts},
		"events of calendars are not counted":    {viewFields("Events"), []string{"title", "date or committee", "body", "state"}},
		"rows of the subjects are not counted":   {viewFields("Rows", "Timeline"), texts},
		"a register is not counted":              {viewFields("Groups", "Committees", "Subjects", "Total", "Years"), append(slices.Clone(texts), "setting")},
		"a coming meeting is not counted":        {viewFields("Coming"), []string{"clock", "state", "title"}},
		"the index does not count a text":        {viewFields("Part", "Parts"), texts},
		"days in the sitemap are not counted":    {viewFields("Entries"), []string{"days", "body"}},
		"a translation's language is uncounted":  {viewFields("Languages", "Translation"), []string{"state", "date or committee", "add", "language"}},
		"items are not counted":                  {viewFields("Rows"), texts},
		"what is compiled is not counted":        {viewFields("Files", "Sets", "Schemas", "Catalogue", "Sums", "Datasets", "Modified"), texts},
		"a compilation is believed":              {believes(ofCompilation), []string{"body", "table", "add", "remove"}},
		"a menu is not counted":                  {viewFields("Menu"), []string{"menu", "body"}},
		"an included template is not counted":    {layoutFile("layouts/partials/"), styles},
		"a label is not counted":                 {layoutFile("layouts/labels/"), styles},
		"an asset is not counted":                {layoutFile("layouts/assets/"), styles},
		"layouts are loaded once":                {func(o *output, want result) func() { o.b.look.made = want.by.look.made; return func() {} }, styles},
		"the bytes of a copy are not counted":    {believes(ofCopy), []string{"attachment", "body"}},
		"a file changed in one tick is not seen": {trusting(func(was, is source.Stamp) bool { return was.Size == is.Size }), files},
		"size and time of a file are trusted":    {trusting(func(was, is source.Stamp) bool { return was.Size == is.Size && was.Modified == is.Modified }), []string{"swap", "attachment"}},
		"the clock is not counted":               {remembering(anyTime), []string{"clock", "life", "title"}},
		"drafts are not counted":                 {remembering(anyOptions), []string{"drafts", "state"}},
		"warnings are not repeated":              {remembering(func(_ *output, last *ledger.Build, _ result) { last.Notes = nil }), texts},
		"the vocabulary is not counted":          {vocabulary, []string{"setting", "title"}},
		"what was to be written is forgotten":    {forgetful, []string{"killed living on"}},
		"a removed page stays":                   {remembering(withoutRemoved), texts},
		"a foreign file is taken for ours":       {remembering(withForeign), []string{"foreign living on", "remove"}},
		"a damaged page is not seen":             {remembering(untouched), []string{"output living on", "body"}},
	}
}

func ofCopy(_ *output, was, is ledger.Output, _ []string) bool {
	return was.Class == public.Asset && was.Layout == is.Layout
}

func ofCompilation(_ *output, was, is ledger.Output, _ []string) bool {
	return strings.HasPrefix(was.Path, "data/") && was.Class == public.List && was.Layout == is.Layout
}

// anyTime lets the last build be right at the instant of this one.
func anyTime(o *output, last *ledger.Build, _ result) {
	now := o.now.UnixNano()
	last.Since, last.Until = min(last.Since, now), max(last.Until, now+1)
}

func anyOptions(o *output, last *ledger.Build, _ result) { last.Options = o.b.asked() }

// forgetful knows nothing of a killed build.
func forgetful(o *output, _ result) func() {
	if last := o.b.ledger.Last(); last != nil {
		o.b.ledger.Accept(last)
	}
	return func() {}
}

func withoutRemoved(o *output, last *ledger.Build, want result) {
	last.Outputs = slices.DeleteFunc(slices.Clone(last.Outputs), func(out ledger.Output) bool {
		_, wanted := want.files[out.Path]
		return !wanted
	})
	o.b.shelf = last.Shelf()
}

func withForeign(o *output, last *ledger.Build, _ result) {
	for path := range o.foreign {
		last.Outputs = append(slices.Clone(last.Outputs), ledger.Output{Path: path})
	}
	slices.SortFunc(last.Outputs, func(a, b ledger.Output) int { return strings.Compare(a.Path, b.Path) })
}

// untouched gives what is in the folder the stamps that it should have.
func untouched(o *output, last *ledger.Build, _ result) {
	for i := range last.Outputs {
		if _, stamp, ok := o.b.target.Sum(last.Outputs[i].Path); ok {
			last.Outputs[i].Stamp = stamp
		}
	}
	last.SeenAt = math.MaxInt64
}

// vocabulary is a fault: documents are read by the words of an earlier site.toml.
func vocabulary(o *output, want result) func() {
	if o.b.docs != nil && want.by.docs != nil {
		settings := *o.b.docs.Settings
		settings.Words = want.by.docs.Settings.Words
		o.b.docs.Settings = &settings
	}
	return func() {}
}

// TestTheProofSeesPlantedFaults tests the test: each mistake in the one builder
// that lives on has to show within some edits.
func TestTheProofSeesPlantedFaults(t *testing.T) {
	t.Parallel()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	c := &cleaner{base: memoryFolder(t)}
	faults := plantedFaults()
	for _, name := range slices.Sorted(maps.Keys(faults)) {
		t.Run(name, func(t *testing.T) {
			edits, difference := seen(c, faults[name])
			if difference == "" {
				t.Fatalf("not seen in %d edits", edits)
			}
			t.Logf("seen after %d edits: %.300s", edits, difference)
		})
	}
}

// seen counts the edits until a fault shows, and tells how it did.
func seen(c *cleaner, f planted) (edits int, difference string) {
	for seed := 1; difference == "" && edits < *patience; seed++ {
		rapid.Custom(func(t *rapid.T) bool {
			w := newWorld(t, c, c.base)
			w.outputs = w.outputs[:1]
			w.outputs[0].fault = f.fault
			actions, all := map[string]func(*rapid.T){}, w.actions()
			for _, name := range f.edits {
				act := all[name]
				actions[name] = func(t *rapid.T) {
					if difference == "" {
						act(t)
						edits++
					}
				}
			}
			actions[""] = func(t *rapid.T) {
				if difference == "" {
					difference = w.compared(t)
				}
			}
			t.Repeat(actions)
			return true
		}).Example(seed)
	}
	return edits, difference
}
