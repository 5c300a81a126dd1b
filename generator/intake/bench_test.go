package intake

import (
	"os"
	"slices"
	"strings"
	"testing"

	"referat/generator/intake/manuscript"
)

// long is the sample with its texts repeated until they have the length of real minutes.
func long() (*manuscript.Document, *Draft) {
	doc, d := sample()
	for i := range d.Items[0].Sections {
		s := &d.Items[0].Sections[i]
		s.Blocks = slices.Repeat(s.Blocks, 20)
	}
	doc.Raw = strings.Repeat(doc.Raw, 20)
	return doc, d
}

func BenchmarkWrite(b *testing.B) {
	doc, d := long()
	b.ReportAllocs()
	for b.Loop() {
		Write(d, doc, origin, "da")
	}
}

func BenchmarkBalance(b *testing.B) {
	doc, d := long()
	file := Write(d, doc, origin, "da").Text
	b.ReportAllocs()
	for b.Loop() {
		Balance(doc, file)
	}
}

func BenchmarkMerge(b *testing.B) {
	seed, err := os.ReadFile("../testdata/site/content/referater/klinisk-anvendelse/2023-11-07.md")
	if err != nil {
		b.Fatal(err)
	}
	base := string(seed)
	mine := strings.Replace(base, "Jesper Gyllenborg bød velkommen", "Jesper bød velkommen", 1)
	theirs := strings.ReplaceAll(base, "arbejdsgruppen", "gruppen")
	b.ReportAllocs()
	for b.Loop() {
		if merged, _ := Merge(base, mine, theirs); !strings.Contains(merged, "gruppen") {
			b.Fatal("nothing is merged")
		}
	}
}
