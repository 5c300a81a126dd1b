package text

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"referat/generator/intake/manuscript"
)

// lines joins lines of a file.
func lines(l ...string) string { return strings.Join(l, "\n") + "\n" }

// prose is text that is wrapped at 76 letters, so that the reader can tell how wide the page is.
const prose = `Udvalget drøftede forslaget og fandt, at der er behov for flere oplysninger
om de økonomiske følger, før der kan tages stilling til, om det skal sendes
i høring hos de parter, som det vedrører, eller om det skal udsættes til et
senere møde. Forslaget vil derfor blive forelagt igen, når oplysningerne er
hentet hos de tre forvaltninger, som har ansvaret for området i dag, og når
de er blevet gennemgået af sekretariatet og af udvalgets formand og hans to
stedfortrædere, som har tilbudt at se det hele igennem.
`

// words are the blocks of a document, one a line, with lines within them parted by " / ".
func words(doc *manuscript.Document) []string {
	var all []string
	for _, b := range doc.Blocks {
		all = append(all, strings.TrimSpace(b.Mark+" "+strings.ReplaceAll(strings.TrimSpace(b.Words()), "\n", " / ")))
	}
	return all
}

func wantWords(t *testing.T, doc *manuscript.Document, want ...string) {
	t.Helper()
	if got := words(doc); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestEncodingsAreTold(t *testing.T) {
	const text = "Møde i udvalget for æbler, pærer og blåbær"
	wide := func(order string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(text)) {
			if order == "LE" {
				b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
			} else {
				b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
			}
		}
		return b.String()
	}
	for _, c := range []struct{ data, guessed string }{
		{text, ""},
		{"\xef\xbb\xbf" + text, ""},
		{"\xff\xfe" + wide("LE"), ""},
		{"\xfe\xff" + wide("BE"), ""},
		{wide("LE"), "UTF-16"},
		{wide("BE"), "UTF-16"},
		{"M\xf8de i udvalget for \xe6bler, p\xe6rer og bl\xe5b\xe6r", "Windows-1252"},
	} {
		doc := read(t, c.data)
		if doc.Encoding != c.guessed {
			t.Errorf("%q is read as %q, want %q", c.data, doc.Encoding, c.guessed)
		}
		wantWords(t, doc, text)
	}
}

func TestLettersAreTidied(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"kl.\u00a014.00", "kl. 14.00"},
		{"e\ufb03cient pro\ufb01l", "efficient profil"},
		{"forsk\u00adning", "forskning"},
		{"a\u030arsm\u00f8de", "årsmøde"},
		{"Re\u200bferat\ufeff", "Referat"},
		{"set\u2011up", "set-up"},
		{"\uf0b7 Første", "• Første"},
		{"½ og ² bliver", "½ og ² bliver"},
		{"Dato\r\nSted\rTid", "Dato / Sted / Tid"},
	} {
		wantWords(t, read(t, c.in), c.want)
	}
}

func TestAParagraphEndsWhereTheNextWordHadRoom(t *testing.T) {
	doc := read(t, prose+lines("Orienteringen blev taget til efterretning.", "Formanden takkede for drøftelsen."))
	want := strings.ReplaceAll(strings.TrimSpace(prose), "\n", " / ")
	wantWords(t, doc, want, "Orienteringen blev taget til efterretning.", "Formanden takkede for drøftelsen.")
	if !doc.Blocks[0].Wrapped || doc.Blocks[1].Wrapped {
		t.Error("wrapped are the lines that may have been full, and no others")
	}
}

func TestLinesThatMayHaveBeenFullStayTogether(t *testing.T) {
	doc := read(t, prose+lines("", "Punkt 4 Status for det fælles arbejde (orientering) v/Asta Bodil", "Eksempelsen"))
	last := doc.Blocks[len(doc.Blocks)-1]
	if last.Words() != "Punkt 4 Status for det fælles arbejde (orientering) v/Asta Bodil\nEksempelsen" || !last.Wrapped {
		t.Errorf("%q", last.Words())
	}
}

func TestNamesBelowOneAnotherAreLinesOfOneBlock(t *testing.T) {
	doc := read(t, prose+lines("", "Deltagere", "Asta Eksempelsen, Eksempelby Kommune (formand)", "Bo Prøvegaard, (indstillet af De Opdigtede Selskaber, kardiologi) (afbud)", "Carla Tænkt, Region Midgaard"))
	last := doc.Blocks[len(doc.Blocks)-1]
	if strings.Count(last.Words(), "\n") != 3 || last.Wrapped {
		t.Errorf("wrapped %v: %q", last.Wrapped, last.Words())
	}
}

func TestListsHaveTheirMarksAndDepths(t *testing.T) {
	doc := read(t, lines("Der er to veje:", "1) den korte", "   a) til fods", "   b) på cykel, som er", "      hurtigere", "2) den lange", "", "Andre veje:", "• et", "o inden i", "• to", "", "§ 5 i loven gælder.", "- 3 -"))
	wantWords(t, doc, "Der er to veje:", "1) den korte", "a) til fods", "b) på cykel, som er / hurtigere", "2) den lange", "Andre veje:", "• et", "o inden i", "• to", "§ 5 i loven gælder.")
	levels := ""
	for _, b := range doc.Blocks {
		levels += string(rune('0' + b.Level))
	}
	if levels != "0011000100" {
		t.Errorf("levels %s", levels)
	}
}

func TestAnotherListBeginsBehindABlankLine(t *testing.T) {
	for text, want := range map[string]string{
		lines("- Anna Holm", "- Bo Lund", "", "1. Velkomst", "Tekst.", "", "2. Plan", "Tekst."): "0000",
		lines("- Anna Holm", "- Bo Lund", "1. Velkomst", "2. Plan"):                             "0011",
	} {
		levels := ""
		for _, b := range read(t, text).Blocks {
			levels += string(rune('0' + b.Level))
		}
		if levels != want {
			t.Errorf("%q: levels %s, want %s", text, levels, want)
		}
	}
}

func TestADayOfTheMonthIsNoEntry(t *testing.T) {
	for _, text := range []string{"7. november 2023 holdes der møde i udvalget.\n", prose + "Det sker den\n1. januar 2024.\n", "Det fremgår af punkt 2 og\n3. Derudover intet.\n"} {
		for _, b := range read(t, text).Blocks {
			if b.Kind == manuscript.Entry {
				t.Errorf("%q has the entry %q %q", text, b.Mark, b.Words())
			}
		}
	}
}

func TestPagesJoinWhatTheyCut(t *testing.T) {
	doc := read(t, prose+"Forslaget sendes i høring, så snart\n\f"+"det er skrevet færdigt.\n\nNæste punkt\n\f• Et\n")
	n := len(doc.Blocks)
	if got := doc.Blocks[n-3].Words(); !strings.HasSuffix(got, "så snart\ndet er skrevet færdigt.") {
		t.Errorf("%q", got)
	}
	if at := doc.Blocks[n-1].At; at.Page != 3 || at.Line != 12 {
		t.Errorf("the place is the page, and the line of the file: %+v", at)
	}
}

func TestASpaceTellsWhereTikaBeganAPage(t *testing.T) {
	doc := read(t, " Referat\n\n"+prose+" Andet punkt begynder her\nog går videre.\n"+prose)
	if doc.Blocks[0].At.Page != 1 || doc.Blocks[len(doc.Blocks)-1].At.Page != 2 {
		t.Error(dump(doc))
	}
	if doc := read(t, prose+"\n Kun en linje er rykket ind.\n"); doc.Blocks[0].At.Page != 0 {
		t.Error("one indented line is no page")
	}
}

func TestFurnitureIsSetAsideAndTextIsNot(t *testing.T) {
	page := func(n, text string) string {
		return lines("Eksempelby Kommune, Klimaudvalget", "", text, "", "Afbud fra Bo Prøvegaard.", "", "Fraværende: Carla Tænkt", "", "Side "+n+" af 3", "\f")
	}
	doc := read(t, page("1", "Først siges et.")+page("2", "Så siges to.")+page("3", "Til sidst siges tre."))
	for _, a := range doc.Aside {
		if strings.Contains(a.Words, "Afbud") || strings.Contains(a.Words, "Fraværende") {
			t.Errorf("%q is set aside", a.Words)
		}
		if a.Why == manuscript.Furniture && a.Times != 3 {
			t.Errorf("%q stands %d times", a.Words, a.Times)
		}
	}
	if len(doc.Aside) != 4 {
		t.Errorf("%+v", doc.Aside)
	}
}

func TestTheTitleStaysWhenItIsThePagesHeadToo(t *testing.T) {
	doc := read(t, "Referat af møde i Klimaudvalget\n\nFørst et.\n\fReferat af møde i Klimaudvalget\n\nSå to.\n\fReferat af møde i Klimaudvalget\n\nTil sidst tre.\n")
	wantWords(t, doc, "Referat af møde i Klimaudvalget", "Først et.", "Så to.", "Til sidst tre.")
}

func TestTheNumberOfAnItemIsNoPagesNumber(t *testing.T) {
	doc := read(t, "Punkt 1\n\nFørst et.\n\fPunkt 2\n\nSå to.\n\fPunkt 3\n\nTil sidst tre.\n")
	wantWords(t, doc, "Punkt 1", "Først et.", "Punkt 2", "Så to.", "Punkt 3", "Til sidst tre.")
}

func TestAHyphenGoesOnlyWhereItIsSafe(t *testing.T) {
	line := "Udvalget drøftede forslaget og fandt, at der er behov for flere om "
	for _, c := range []struct{ left, right, want, joined string }{
		{"sund-", "hedsvæsenet", "sundhedsvæsenet", "sund- hedsvæsenet"},
		{"EU-", "opslag", "EU-opslag", ""},
		{"set-", "up", "set-up", ""},
		{"miljø-", "og klimaplan", "miljø- / og klimaplan", ""},
		{"interview-", "guiden, jf. interview-guiden", "interview-guiden, / jf. interview-guiden", ""},
		{"august-", "november", "august- / november", ""},
		{"sund\u00ad", "hed", "sundhed", "sund- hed"},
	} {
		doc := read(t, prose+"\n"+line+c.left+"\n"+c.right+"\n")
		got := words(doc)[1]
		if want := strings.TrimSpace(line) + " " + c.want; !strings.HasPrefix(strings.ReplaceAll(got, "guiden, /", "guiden, /"), want) && got != want {
			t.Errorf("%s %s: %q", c.left, c.right, got)
		}
		joined := ""
		for _, j := range doc.Joins {
			joined += j.Left + " " + j.Right
		}
		if joined != c.joined {
			t.Errorf("%s %s: joined %q", c.left, c.right, joined)
		}
	}
}

func TestAnAddressGoesToTheOneTextThatAnnouncesIt(t *testing.T) {
	one := " Referat\n\nLink til filmen: Film om NGC\n\nhttps://eksempel.invalid/f\nhttps://eksempel.invalid/f\n Side to\n"
	doc := read(t, one)
	if run := doc.Blocks[1].Text; len(run) != 2 || run[1].Text != "Film om NGC" || run[1].Link != "https://eksempel.invalid/f" {
		t.Errorf("%+v", run)
	}
	if len(doc.Aside) != 1 || doc.Aside[0].Why != manuscript.Repeated {
		t.Errorf("%+v", doc.Aside)
	}
	two := read(t, strings.Replace(one, "Referat\n", "Referat\n\nLink til bogen: En bog\n", 1))
	wantWords(t, two, "Referat", "Link til bogen: En bog", "Link til filmen: Film om NGC", "https://eksempel.invalid/f", "Side to")
}

func TestColumnsAreATableAndLabelsAreNot(t *testing.T) {
	doc := read(t, lines("Navn                Organisation          Init.", "Asta Eksempelsen    Eksempelby Kommune    AE", "Bo Prøvegaard       De Opdigtede", "                    Selskaber             BP"[:29], "Carla Tænkt                               CT", "", "Dato:      den 3. maj", "Sted:      Online"))
	if len(doc.Blocks) != 2 || doc.Blocks[0].Kind != manuscript.Table || doc.Blocks[1].Words() != "Dato: den 3. maj\nSted: Online" {
		t.Fatal(dump(doc))
	}
	if rows := doc.Blocks[0].Rows; len(rows) != 5 || len(rows[0]) != 3 || manuscript.Plain(rows[4][1].Text) != "" {
		t.Error(dump(doc))
	}
	tabs := read(t, "Navn\tOrganisation\nAsta Eksempelsen\tEksempelby Kommune\nBo\tX\n")
	if len(tabs.Blocks) != 1 || len(tabs.Blocks[0].Rows) != 3 {
		t.Error(dump(tabs))
	}
}

func TestATableGoesOnOnTheNextPage(t *testing.T) {
	page := "Nr.    Emne         Tid\n%    Velkomst     9.30\n%    Økonomi      9.45\n"
	doc := read(t, strings.ReplaceAll(page, "%", "1")+"\f"+strings.ReplaceAll(page, "%", "2")+"\n\nSlut\n")
	if len(doc.Blocks) != 2 || len(doc.Blocks[0].Rows) != 5 {
		t.Error(dump(doc))
	}
}

// hang is what no machine takes, however slow or busy it is, for a text that is read in time.
const hang = 2 * time.Minute

func TestTheReaderEndsWithWhateverText(t *testing.T) {
	for _, s := range []string{"- a\n", "1. a\n", "\f", "a\tb\n", "a    b\n", "Navn Navnesen\n", "ord ", "(", "a-\n", "Link til x: y\n\nhttps://a.b\n\n", "Side 1\n", "x\n\fSide 1\n", "• a\n1. b\n"} {
		data := []byte("Referat\n" + strings.Repeat(s, 15_000/len(s)))
		began := time.Now()
		check(t, Read, data, false)
		check(t, ReadMarkdown, data, true)
		if took := time.Since(began); took > hang {
			t.Errorf("%q takes %v", s, took)
		}
	}
}

func TestTheSeedIsReadFast(t *testing.T) {
	data, err := os.ReadFile("../../testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	allocs := testing.AllocsPerRun(3, func() {
		if _, err := Read(data); err != nil {
			t.Fatal(err)
		}
	})
	if allocs > 15_000 { // the race detector doubles them
		t.Errorf("%.0f allocations", allocs)
	}
}
