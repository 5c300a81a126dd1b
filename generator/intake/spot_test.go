package intake

import (
	"strings"
	"testing"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// granted is a draft with a sentence that stands in several blocks, and twice in the last.
func granted() *Draft {
	const words = "Beløbet er bevilget."
	d := &Draft{Head: Head{Title: "Møde"}, Items: []Item{{Heading: "Pkt. 1 Tilskud", Number: "1", Sections: []Section{{Name: "Beslutning"}}}},
		Participants: []content.Person{{Name: "Anna Holm"}}}
	section := &d.Items[0].Sections[0]
	for i, text := range []string{words, "Ansøger to.", words, words + " " + words} {
		section.Blocks = append(section.Blocks, manuscript.Block{Text: plain(text), At: at(10 + i)})
	}
	for _, line := range []int{10, 12, 13, 13} {
		d.Doubts = append(d.Doubts, Doubt{Problem: source.At(source.Pos{}, source.DoubtDecision, words), At: at(line), Target: Target{Part: InSection, Near: words}})
	}
	d.Doubts = append(d.Doubts, Doubt{Problem: source.At(source.Pos{}, source.DoubtNoDate), Target: Target{Part: InHead, Near: "date"}},
		Doubt{Problem: source.At(source.Pos{}, source.DoubtRole, "Anna Holm"), Target: Target{Part: InParticipants}},
		Doubt{Problem: source.At(source.Pos{}, source.DoubtSection, "Beslutning"), Target: Target{Part: InSection}})
	return d
}

func TestEachOfSeveralSentencesThatAreAlikeHasItsOwnLine(t *testing.T) {
	f := Write(granted(), &manuscript.Document{}, origin, "da")
	lines := strings.Split(f.Text, "\n")
	first := f.Doubts[0].Pos.Line
	for i, want := range []int{first, first + 4, first + 6, first + 6} {
		if got := f.Doubts[i].Pos.Line; got != want || !strings.HasPrefix(lines[got-1], "Beløbet") {
			t.Errorf("doubt %d: line %d, should be %d\n%s", i, got, want, f.Text)
		}
	}
}

func TestTheEntryOfADoubtLeadsToTheLineThatTheImportTold(t *testing.T) {
	f := Write(granted(), &manuscript.Document{}, origin, "da")
	m, problems := readBack(t, f.Text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i, d := range m.Doubts {
		if got := LineOf(f.Text, d); got != f.Doubts[i].Pos.Line {
			t.Errorf("%+v: line %d, should be %d", d, got, f.Doubts[i].Pos.Line)
		}
	}
	// and so when lines have come above it
	edited := strings.Replace(f.Text, "\nAnsøger to", "\nAnsøger\n\nnummer\n\nto", 1)
	edited = strings.Replace(edited, "state =", "summary = \"a\"\nstate =", 1)
	if got := LineOf(edited, m.Doubts[1]); got != f.Doubts[1].Pos.Line+5 {
		t.Error(got)
	}
	if got := LineOf(f.Text, content.ImportDoubt{Text: "Hvem?"}); got != 0 {
		t.Errorf("a doubt that says nothing of its place is at line %d", got)
	}
}

func TestWhatStaffHaveMarkedIsNotAskedAgain(t *testing.T) {
	const told = "Beløbet på %d kr. er bevilget."
	file := func(sum string) string {
		d := granted()
		words := strings.Replace(told, "%d", sum, 1)
		d.Items[0].Sections[0].Blocks = []manuscript.Block{{Text: plain("Ansøger et."), At: at(9)}, {Text: plain(words), At: at(10)}}
		d.Doubts = []Doubt{{Problem: source.At(source.Pos{}, source.DoubtDecision, words), At: at(10), Target: Target{Part: InSection, Near: words}}}
		return Write(d, &manuscript.Document{}, origin, "da").Text
	}
	base, theirs := file("5"), file("6")
	before, after, _ := strings.Cut(base, "[[import.doubts]]")
	_, after, _ = strings.Cut(after, fence)
	mine := before + fence + strings.Replace(after, "Beløbet på 5 kr. er bevilget.", "::: beslutning\nBeløbet på 5 kr. er bevilget.\n:::", 1)
	merged, clashes := Merge(base, mine, theirs)
	if len(clashes) != 1 || strings.Contains(merged, "ligner en beslutning") {
		t.Errorf("%v\n%s", clashes, merged)
	}
	asked, _ := Ask(merged, clashes, "da")
	if m, _ := readBack(t, asked); len(m.Doubts) != 1 || m.Doubts[0].Near != "Beløbet på 5 kr. er bevilget." {
		t.Errorf("%+v", m.Doubts)
	}
	// what nobody has marked is
	unmarked := strings.Replace(mine, "::: beslutning\nBeløbet på 5 kr. er bevilget.\n:::", "Beløbet på 5 kr. er bevilget.", 1)
	if merged, _ := Merge(base, unmarked, theirs); !strings.Contains(merged, "ligner en beslutning") {
		t.Error(merged)
	}
}

func TestADoubtAboutAPersonTellsTheLineThatNamesThem(t *testing.T) {
	doc := &manuscript.Document{Blocks: []manuscript.Block{
		{Text: plain("Møde i Klimaudvalget den 5. marts 2024"), At: at(1)},
		{Text: plain("Deltagere: Anna Holm (Region Nord), Carl Dam (Region Syd), Ib Friis (Region Øst),\nBo Bech (deltog fra pkt. 2)"), Wrapped: true, At: at(3)},
		{Kind: manuscript.Heading, Level: 1, Text: plain("Pkt. 1 Budget"), At: at(6)},
	}}
	d := Analyse(doc, siteWords(t))
	for _, doubt := range d.Doubts {
		if doubt.Code == source.DoubtPartly {
			if doubt.At != at(4) {
				t.Error(doubt.At)
			}
			return
		}
	}
	t.Errorf("no doubt: %+v %+v", d.Doubts, d.Participants)
}
