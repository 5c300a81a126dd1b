package intake

import (
	"strings"
	"testing/fstest"

	"referat/generator/content"
	"referat/generator/source"
)

const settings = `base = "https://example.org/"
language = "da"
title = "Test"
[organisation]
name = "Test"
[minutes]
folder = "referater"
title = "Referater"
[committees]
folder = "udvalg"
title = "Udvalg"
[subjects]
folder = "emner"
title = "Emner"
one = "Emne"
many = "emner"
[counts]
folder = "tal"
title = "Tal"
[[sections]]
name = "Indstilling"
role = "proposal"
[[sections]]
name = "Referat"
role = "outcome"
[[kinds]]
code = "O"
name = "Orientering"
also = ["orientering"]
`

// quiet are problems that a draft may have: what is missing yet, and slips that its document has.
var quiet = map[source.Code]bool{source.UnknownSection: true, source.ItemNotOnAgenda: true, source.MissingKey: true, source.EmptyKey: true,
	source.AgendaWithoutText: true, source.TitleDiffers: true, source.KindDiffers: true, source.KindMissing: true, source.PersonTwice: true,
	source.UnlistedOfficer: true, source.AbsentOfficer: true, source.UnlistedPresenter: true, source.AbsentPresents: true, source.AbsentSpeaks: true,
	source.DocumentEarly: true, source.WeekdayDiffers: true, source.EnclosureWithoutFile: true}

// fataler is what a test and a property test share.
type fataler interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// readBack gives what package content reads in a file, and its problems.
func readBack(t fataler, file string) (*content.Minutes, []source.Problem) {
	t.Helper()
	const path = "content/referater/a/2023-11-07.md"
	fsys := fstest.MapFS{"site.toml": {Data: []byte(settings)}, path: {Data: []byte(file)}}
	tree, problems := source.Look(fsys, fsys, source.Records{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	docs, problems := content.Parse(tree, nil, content.Cache{})
	if docs == nil {
		t.Fatal(problems)
	}
	var loud []source.Problem
	for _, p := range problems {
		if !quiet[p.Code] {
			loud = append(loud, p)
		}
	}
	if len(docs.Minutes) != 1 {
		t.Fatalf("not read: %v\n%s", problems, file)
	}
	return docs.Minutes[0], loud
}

// shown are the words of an item's text, blocks parted by white space.
func shown(m *content.Minutes) string {
	var all []string
	m.EachText(func(f *content.Fragment) { all = append(all, f.Plain().Text) })
	return strings.Join(all, "\n")
}
