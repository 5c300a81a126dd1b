package pdf

import (
	"os"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

const scanned = "q 595 0 0 842 0 0 cm /I Do Q "

// nameless is a font that has shapes for its codes, and no letters.
const nameless = "<</Type/Font/Subtype/Type0/BaseFont/Abc/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Abc/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"

func TestWhatCannotBeReadIsReported(t *testing.T) {
	whole := drawn("").file("")
	picture := objects{4: stream("", scanned)}
	lines := strings.Repeat("70 650 m 80 660 90 660 100 650 c f ", 30)
	for name, test := range map[string]struct {
		data []byte
		want []string
	}{
		"a password":                      {drawn("").with(objects{10: "<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + strings.Repeat("41", 32) + ">/U<" + strings.Repeat("42", 32) + ">>>"}).file("/Encrypt 10 0 R/ID[<00><00>]"), []string{"encrypted"}},
		"the head of a file":              {whole[:200], []string{"damaged"}},
		"a page that is a picture":        {drawn("").with(picture).file(""), []string{"page/1 image-only"}},
		"a scanned page that was stamped": {drawn("").with(objects{4: stream("", scanned+say(400, 800, "Modtaget 3. maj"))}).file(""), []string{"page/1 image-only"}},
		"a scanned page that was read":    {drawn("").with(objects{4: stream("", scanned+"3 Tr "+say(70, 700, openly+openly+openly+openly))}).file(""), []string{"page/1 image-only"}},
		"letters drawn as lines":          {drawn("").with(objects{4: stream("", lines)}).file(""), []string{"page/1 image-only"}},
		"an unknown filter":               {drawn("").with(objects{10: stream("/Filter/Own", "x")}).file(""), []string{"object/10 unknown-kind"}},
		"a filter of pictures on text":    {drawn("").with(objects{10: stream("/Filter/DCTDecode", "x")}).file(""), []string{"object/10 unknown-kind"}},
		"a key to a stream":               {drawn("").with(objects{10: stream("/Filter/Crypt", "x")}).file(""), []string{"object/10 unknown-kind"}},
		"a stream cut short":              {drawn("").with(objects{10: stream("/Filter/FlateDecode", deflated("x")[:5])}).file(""), []string{"object/10 damaged"}},
		"bytes of nobody":                 {drawn("").with(objects{10: stream("", "\x00\x01\x02\xff\xfe")}).file(""), []string{"object/10 unknown-kind"}},
		"a sound":                         {drawn("").with(objects{10: stream("/Type/Sound", "x")}).file(""), []string{"object/10 sound-or-film"}},
		"letters without names":           {drawn("").with(objects{5: nameless, 4: stream("", "BT /F 11 Tf 70 700 Td <00010002> Tj ET")}).file(""), []string{"page/1 unknown-kind"}},
		"such letters in a stamp":         {annotated("/Subtype/Stamp/AP<</N 11 0 R>>", objects{12: nameless, 11: stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 12 0 R>>>>", "BT /F 11 Tf <00010002> Tj ET")}), []string{"page/1 unknown-kind"}},
		"something behind the end":        {append(drawn("").file(""), "PK more"...), []string{"document between"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := look(test.data).unread(); !slices.Equal(got, test.want) {
				t.Errorf("unread are %q, want %q", got, test.want)
			}
		})
	}
}

func TestADocumentBeyondItsLimitsIsUnread(t *testing.T) {
	l := found.Usual()
	l.Part = 1000
	bomb := drawn("").with(objects{10: stream("/Filter/FlateDecode", deflated(strings.Repeat("x", 5000)))}).file("")
	if got := lookWithin(bomb, l).unread(); !slices.Equal(got, []string{"object/10 too-large"}) {
		t.Errorf("unread are %q", got)
	}
	l = found.Usual()
	l.Time = 1
	if got := lookWithin(drawn("").file(""), l).unread(); !slices.Equal(got, []string{"too-large"}) {
		t.Errorf("unread are %q", got)
	}
}

func xmp(words string) string {
	return `<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + words + `</x:xmpmeta>`
}

func TestWhatTellsOfPeopleAndOfEditingIsReported(t *testing.T) {
	secret := say(70, 650, "Hemmeligt navn")
	first := drawn(secret).file("")
	for name, test := range map[string]struct {
		data []byte
		want []string
	}{
		"nothing":                       {drawn("").file(""), nil},
		"the author":                    {drawn("").with(objects{10: "<</Author(Anna)/Title(T)>>"}).file("/Info 10 0 R"), []string{"info author"}},
		"the author in XMP":             {inCatalog("/Metadata 10 0 R", stream("/Type/Metadata", xmp("<dc:creator><rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq></dc:creator>"))), []string{"xmp author"}},
		"no author in XMP":              {inCatalog("/Metadata 10 0 R", stream("/Type/Metadata", xmp("<dc:creator><rdf:Seq/></dc:creator><dc:title>T</dc:title>"))), nil},
		"a remark":                      {annotated("/Subtype/Highlight/T(Anna)", nil), []string{"page/1 comments"}},
		"a link":                        {annotated("/Subtype/Link/A<</S/URI/URI(https://ngc.dk/)>>", nil), nil},
		"a link to a disk":              {annotated("/Subtype/Link/A<</S/GoToR/F(s:/sag/b.pdf)>>", nil), []string{"page/1 external-link"}},
		"a script":                      {inCatalog("/OpenAction<</S/JavaScript/JS(x)>>", "null"), []string{"document script"}},
		"a file":                        {inCatalog("/Names<</EmbeddedFiles<</Names[(a)<</F(liste.csv)/EF<</F 10 0 R>>>>]>>>>", stream("/Type/EmbeddedFile", "x")), []string{"attachment/liste.csv embedded-file"}},
		"text under a black bar":        {onPage(secret + "65 645 200 16 re f"), []string{"page/1 covered-text"}},
		"text that is white":            {onPage("1 g " + secret), []string{"page/1 hidden-text"}},
		"an earlier revision":           {drawn("").after(first, "/Prev 0"), []string{"page/1 earlier-version"}},
		"a revision that takes nothing": {drawn(secret).with(objects{3: "+/Rotate 0"}).after(first, "/Prev 0"), nil},
		"what a page had shown":         {objects{4: drawn("")[4]}.after(drawn("").with(objects{4: stream("", secret)}).file(""), "/Prev 0"), []string{"page/1 earlier-version"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := look(test.data)
			if got := l.traces(); !slices.Equal(got, test.want) || len(l.Unread) > 0 {
				t.Errorf("told of %q, want %q; unread are %q", got, test.want, l.unread())
			}
		})
	}
}

func TestWhatHindersReadersIsReported(t *testing.T) {
	var got []found.FlawKind
	for _, f := range look(drawn("").file("")).Flaws {
		got = append(got, f.Kind)
	}
	if want := []found.FlawKind{found.NoLanguage, found.NoTitle, found.TitleNotShown, found.Untagged}; !slices.Equal(got, want) {
		t.Errorf("told of %v, want %v", got, want)
	}
	good := drawn("").with(objects{1: "+/Lang(da)/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R/ViewerPreferences<</DisplayDocTitle true>>", 10: "<</Type/StructTreeRoot>>", 11: "<</Title(Bilag)>>"}).file("/Info 11 0 R")
	if l := look(good); len(l.Flaws) > 0 || len(l.Unread) > 0 || len(l.Traces) > 0 {
		t.Errorf("told of %+v", l.Report)
	}
}

func TestDocumentsOfAWordProcessorAreReadWhole(t *testing.T) {
	for path, want := range map[string][]string{
		"referat-2023-11-07-tagged.pdf":   {"page/3 comments"},
		"referat-2023-11-07-untagged.pdf": nil,
		"lang-tabel.pdf":                  nil,
		"spalter.pdf":                     {"page/1 hidden-text"},
		"tvaer.pdf":                       nil,
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile("../../intake/pdf/testdata/" + path)
			if err != nil {
				t.Fatal(err)
			}
			l := look(data)
			if len(l.Unread) > 0 || !slices.Equal(l.traces(), want) || l.words["page/1"] == "" {
				t.Errorf("told of %q, want %q; unread are %q", l.traces(), want, l.unread())
			}
		})
	}
}
