package intake

import (
	"bytes"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"referat/generator/content"
	"referat/generator/intake/docx"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/text"
	"referat/generator/source"
)

const seedFile = "content/referater/klinisk-anvendelse/2023-11-07.md"

// byHand are the seed's minutes as they were written by hand.
func byHand(t *testing.T) *content.Minutes {
	t.Helper()
	disk := fstest.MapFS{}
	for _, name := range []string{"site.toml", seedFile} {
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		disk[name] = &fstest.MapFile{Data: data}
	}
	tree, _ := source.Look(disk, disk, source.Records{})
	documents, problems := content.Parse(tree, nil, content.Cache{})
	if documents == nil || len(documents.Minutes) != 1 {
		t.Fatal(problems)
	}
	return documents.Minutes[0]
}

func seedDocument(t testing.TB) *manuscript.Document {
	t.Helper()
	text, err := os.ReadFile("../testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	return linesDocument(string(text))
}

// seedDocuments are the seed as the readers give it.
func seedDocuments(t *testing.T) map[string]*manuscript.Document {
	t.Helper()
	plainText, err := os.ReadFile("../testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	word, err := os.ReadFile("docx/testdata/referat-2023-11-07.docx")
	if err != nil {
		t.Fatal(err)
	}
	fromText, err := text.Read(plainText)
	if err != nil {
		t.Fatal(err)
	}
	fromWord, err := docx.Read(bytes.NewReader(word), int64(len(word)), docx.Options{AcceptChanges: true})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*manuscript.Document{"lines": seedDocument(t), "text": fromText, "docx": fromWord}
}

func TestTheSeedIsReadAsItWasWrittenByHand(t *testing.T) {
	words := siteWords(t)
	for name, doc := range seedDocuments(t) {
		t.Run(name, func(t *testing.T) { sameAsByHand(t, byHand(t), Analyse(doc, words)) })
	}
}

func sameAsByHand(t *testing.T, want *content.Minutes, got *Draft) {
	t.Helper()
	head := Head{Title: want.Title, Committee: want.Committee, Date: want.Date, Start: want.Start, End: want.End, Place: want.Place, Chair: want.Chair, Secretary: want.Secretary}
	if got.Head != head {
		t.Errorf("head\n%+v\n%+v", got.Head, head)
	}
	if got.Record != want.Record {
		t.Errorf("record\n%+v\n%+v", got.Record, want.Record)
	}
	for i := range want.Agenda {
		want.Agenda[i].Concerns, want.Agenda[i].All = nil, false // no document says it
	}
	if !slices.EqualFunc(got.Agenda, want.Agenda, func(a, b content.AgendaItem) bool {
		return a.Number == b.Number && a.Title == b.Title && a.Kind == b.Kind && a.Presenter == b.Presenter && a.Minutes == b.Minutes && a.Closed == b.Closed
	}) {
		t.Errorf("agenda\n%+v\n%+v", got.Agenda, want.Agenda)
	}
	if !slices.Equal(got.Participants, want.Participants) {
		t.Errorf("participants\n%+v\n%+v", got.Participants, want.Participants)
	}
	if len(got.Items) != len(want.Items) {
		t.Fatalf("%d items, want %d", len(got.Items), len(want.Items))
	}
	for i, item := range want.Items {
		var names, wantNames []string
		for _, s := range got.Items[i].Sections {
			names = append(names, s.Name)
		}
		for _, s := range item.Sections {
			wantNames = append(wantNames, s.Name)
		}
		if !slices.Equal(names, wantNames) || got.Items[i].Number != item.Number {
			t.Errorf("item %q has the sections %q, want %q of %q", got.Items[i].Number, names, wantNames, item.Number)
		}
	}
	if heading := got.Items[0].Heading; heading != "Pkt. 1 Status på Nationalt Genom Center (orientering) v/Bettina Lundgren" {
		t.Error(heading)
	}
}

func TestTheSeedsDoubtsAreThoseThatAPersonShouldSettle(t *testing.T) {
	got := Analyse(seedDocument(t), siteWords(t))
	count := map[source.Code]int{}
	for _, d := range got.Doubts {
		count[d.Code]++
	}
	want := map[source.Code]int{
		source.DoubtNoItem: 1, // 0 Velkommen
		source.DoubtNumber: 1, // Pkt. 5 is 4 on the agenda
		source.DoubtCells:  1, // the table of patient groups
		// two times "til efterretning", one "blev det besluttet"
		source.DoubtDecision: 3,
	}
	for code, n := range want {
		if count[code] != n {
			t.Errorf("%d of %s, want %d", count[code], code, n)
		}
		delete(count, code)
	}
	if len(count) > 0 {
		t.Errorf("doubts that nobody needs: %v\n%q", count, messagesOf(got))
	}
}

func TestNoWordOfTheSeedIsLost(t *testing.T) {
	words := siteWords(t)
	for name, doc := range seedDocuments(t) {
		if lost := lostWords(doc, Analyse(doc, words)); len(lost) > 0 {
			t.Errorf("%s: lost: %q", name, lost)
		}
	}
}

func BenchmarkTheSeed(b *testing.B) {
	doc, words := seedDocument(b), siteWords(b)
	for b.Loop() {
		Analyse(doc, words)
	}
}
