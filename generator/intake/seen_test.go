package intake

import (
	"slices"
	"strings"
	"testing"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/text"
	"referat/generator/source"
)

// doubtsOf are the doubts of one code about a document, each with the words that it names.
func doubtsOf(f *File, code source.Code) []string {
	var list []string
	lines := strings.Split(f.Text, "\n")
	for _, d := range f.Doubts {
		if d.Code == code {
			list = append(list, d.Args[0].(string)+" > "+lines[d.Pos.Line-1])
		}
	}
	return list
}

func TestStruckTextIsDoubtedWhereItStands(t *testing.T) {
	struck := func(s string) manuscript.Run {
		return manuscript.Run{Text: s, Look: manuscript.Look{Struck: true}}
	}
	doc := &manuscript.Document{Blocks: []manuscript.Block{
		{Text: plain("Møde i Klimaudvalget den 5. marts 2024"), At: at(1)},
		{Text: []manuscript.Run{{Text: "Deltagere: Anna Holm, "}, struck("Bo Bech")}, At: at(2)},
		{Kind: manuscript.Heading, Level: 1, Text: plain("Pkt. 1 Budget"), At: at(3)},
		{Text: []manuscript.Run{{Text: "Der er afsat "}, struck("fem "), {Text: "seks", Look: manuscript.Look{Struck: true, Bold: true}}, {Text: " kr. til "}, struck("kaffe"), {Text: "."}}, At: at(4)},
	}}
	f := Write(Analyse(doc, siteWords(t)), doc, origin, "da")
	got := doubtsOf(f, source.DoubtStruck)
	if want := []string{"Bo Bech > +++", "fem seks … kaffe > Der er afsat ~~fem **seks**~~ kr. til ~~kaffe~~."}; !slices.Equal(got, want) {
		t.Errorf("%q\n%s", got, f.Text)
	}
}

func imported(t *testing.T, markdown string) *File {
	t.Helper()
	doc, err := text.ReadMarkdown([]byte(markdown))
	if err != nil {
		t.Fatal(err)
	}
	f := Write(Analyse(doc, siteWords(t)), doc, Origin{Name: "a.md", Format: "md"}, "da")
	if a := Balance(doc, f.Text); !a.Balanced() {
		t.Errorf("%+v\n%s", a, f.Text)
	}
	return f
}

func TestAnAuthorsMarkOfADecisionIsTextAndADoubt(t *testing.T) {
	f := imported(t, "# Møde i Klimaudvalget den 5. marts 2024\n\n## Pkt. 1 Budget\n\nUdvalget talte.\n\n::: beslutning\nUdvalget siger ja.\n:::\n\nDet besluttes, at der holdes møde.\n")
	got := doubtsOf(f, source.DoubtDecision)
	if want := []string{"Udvalget siger ja. > Udvalget siger ja.", "Det besluttes, at der holdes møde. > Det besluttes, at der holdes møde."}; !slices.Equal(got, want) {
		t.Errorf("%q\n%s", got, f.Text)
	}
	if _, body := split(f.Text); strings.Contains(body, ":::") || !strings.Contains(f.Text, `words = ["::: beslutning", ":::"]`) {
		t.Error(f.Text)
	}
}

func TestSingleTildesAndNamesOfLettersAreText(t *testing.T) {
	f := imported(t, "# Møde i Klimaudvalget den 5. marts 2024\n\n## Pkt. 1 Vand\n\nH~2~O er \\&amp; ~~ikke~~ vådt, AT&amp;T.\n")
	if m, _ := readBack(t, f.Text); !strings.Contains(f.Text, `H\~2\~O er \&amp; ~~ikke~~ vådt, AT&T.`) || len(m.Items) != 1 {
		t.Error(f.Text)
	}
	doc, err := text.Read([]byte("Møde i Klimaudvalget den 5. marts 2024\n\nPkt. 1 Vand\n\nHer står &amp; og &#35; i teksten.\n"))
	if err != nil {
		t.Fatal(err)
	}
	f = Write(Analyse(doc, siteWords(t)), doc, origin, "da")
	if a := Balance(doc, f.Text); !a.Balanced() {
		t.Errorf("%+v\n%s", a, f.Text)
	}
}

func TestAHyphenThatNobodyCanTellIsKeptAndDoubted(t *testing.T) {
	doc, err := text.Read([]byte("Møde i Klimaudvalget den 5. marts 2024\n\nPkt. 1 Sundhed\n\nUdvalget drøftede de natio-\nnale krav til arve-\nog miljøfaktorer for Kræft-\npatienter i EU-\nregi.\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := Write(Analyse(doc, siteWords(t)), doc, origin, "da")
	if !strings.Contains(f.Text, "de nationale krav til arve- og miljøfaktorer for Kræft-patienter i EU-regi.") {
		t.Error(f.Text)
	}
	got := doubtsOf(f, source.DoubtHyphen)
	if len(got) != 1 || !strings.HasPrefix(got[0], "Kræft-patienter > Udvalget") {
		t.Errorf("%q\n%s", got, f.Text)
	}
	if a := Balance(doc, f.Text); !a.Balanced() {
		t.Errorf("%+v", a)
	}
}
