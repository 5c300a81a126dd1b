package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/intake/manuscript"
)

// seeds are all documents of the tests.
func seeds(f *testing.F) {
	for _, pattern := range []string{filepath.Join(bodies, "*.txt"), filepath.Join(bodies, "*.md"), "../../testdata/seed/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range found {
			data, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	for _, s := range hard {
		f.Add([]byte(s))
	}
}

// hard are pieces of text that a reader may trip over.
var hard = []string{
	"\f", "\n", "\n\n", " ", "   ", "\t", "Referat", "møde", "den", "1. januar", "1. ", "2) ", "a. ", "• ", "- ", "– ", "o ", "§ 5", "sund-\nheds", "arve- og\nmiljø", "EU-\nopslag",
	"sund\u00ad\nhed", "a\u00adb", "\u00a0", "\ufeff", "Side 1 af 2", "2/7", "- 3 -", "Til toppen", "----", "https://eksempel.invalid/a", "Link til filmen: Film", "Dato: 1-2-2023",
	"Deltagere        Afbud\nA B              C D\nE F              G H\n", "tekst     Sagsnr. 12\ntekst     Dok. 13\n", "ﬁ", "\uf0b7 ", "æøå", "é", "(", ")", ",", ".", ":", "”",
	"\u2028", "&aelig;", "&#49;", "<!-- skjult -->", "<br>", "<b>", "</td>", "<navn>", "[x]", "[ ]", "[a](b \"c\")", "![a](b)", "[a][b]", "\n[b]: c\n", "[^1]", "\n[^1]: note\n", "> ",
	"# ", "\n---\n", "+++\n", "a: b\n", "```go\n", "`", "**", "*", "_", "~~", "| a | b |\n| --- | --- |\n| c | d | e |\n", "\\", "    kode\n", "Ad 1.", "Pkt. 2", "v/Navn", "=====",
}

func FuzzRead(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) { check(t, Read, data, false) })
}

func FuzzReadMarkdown(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) { check(t, ReadMarkdown, data, true) })
}

func check(t reporter, reader func([]byte) (*manuscript.Document, error), data []byte, markdown bool) {
	doc, err := reader(data)
	if err != nil {
		if _, is := err.(*manuscript.Refusal); !is {
			t.Errorf("%v is no refusal", err)
		}
		return
	}
	checkWords(t, doc, markdown)
	checkForm(t, doc)
}

func TestNoWordIsLostOfWhateverText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		piece := rapid.OneOf(rapid.SampledFrom(hard), rapid.StringN(1, 8, 16), rapid.SampledFrom([]string{" ", "\n", "ord ", "Ord ", "ord\n"}))
		data := []byte(strings.Join(rapid.SliceOfN(piece, 1, 60).Draw(r, "text"), ""))
		check(r, Read, data, false)
		check(r, ReadMarkdown, data, true)
	})
}
