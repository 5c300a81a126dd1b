package docx

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// author writes documents at random, and knows which words of them are to be read. All others are the secret.
type author struct {
	*rand.Rand
	accept bool
	shown  []string
}

func TestOfAnyDocumentEveryWordIsReadOnceAndNoSecret(t *testing.T) {
	for seed := range uint64(100) {
		a := &author{Rand: rand.New(rand.NewPCG(seed, 5)), accept: seed%2 == 0}
		doc := written{body: a.blocks(3, true), styles: heading1 + `<w:style w:type="character" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>`}
		d, err := readBytes(doc.bytes(), a.accept)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		count := map[string]int{}
		for _, w := range a.shown {
			count[w]++
		}
		for _, w := range strings.Fields(wordsOf(d)) {
			count[w]--
		}
		for w, n := range count {
			if n != 0 {
				t.Errorf("seed %d: %q is read %d times too few", seed, w, n)
			}
		}
		checkKept(t, d, false)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, doc.body)
		}
	}
}

// word is a word of its own, or the secret.
func (a *author) word(shown bool) string {
	if !shown {
		return " " + secret + " "
	}
	w := fmt.Sprintf("ord%d", len(a.shown))
	a.shown = append(a.shown, w)
	return " " + w + " "
}

func (a *author) blocks(depth int, shown bool) string {
	var s strings.Builder
	for range 1 + a.IntN(4) {
		s.WriteString(a.block(depth, shown))
	}
	return s.String()
}

func (a *author) block(depth int, shown bool) string {
	if depth == 0 {
		return p(a.line(0, shown))
	}
	switch a.IntN(9) {
	case 0:
		return `<w:sdt><w:sdtContent>` + a.blocks(depth-1, shown) + `</w:sdtContent></w:sdt>`
	case 1:
		return `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + a.blocks(depth-1, shown) + `</w:sdtContent></w:sdt>`
	case 2:
		return `<w:del>` + a.blocks(depth-1, false) + `</w:del>`
	case 3:
		return `<w:ins>` + a.blocks(depth-1, shown && a.accept) + `</w:ins>`
	case 4, 5:
		return a.table(depth-1, shown)
	case 6:
		mark := []string{"del", "ins", "moveFrom", "moveTo"}[a.IntN(4)]
		return `<w:p><w:pPr><w:pStyle w:val="Overskrift1"/><w:rPr><w:` + mark + `/></w:rPr></w:pPr>` + a.line(depth, shown) + `</w:p>`
	}
	return p(a.line(depth, shown))
}

func (a *author) table(depth int, shown bool) string {
	var rows []string
	for range 1 + a.IntN(3) {
		rowShown, properties := shown, ""
		switch a.IntN(6) {
		case 0:
			rowShown, properties = false, `<w:trPr><w:del/></w:trPr>`
		case 1:
			rowShown, properties = shown && a.accept, `<w:trPr><w:ins/></w:trPr>`
		}
		row := properties
		for range 1 + a.IntN(3) {
			row += tc(a.blocks(depth, rowShown))
		}
		rows = append(rows, tr(row))
	}
	return table(rows...)
}

// line is what stands in a paragraph.
func (a *author) line(depth int, shown bool) string {
	var s strings.Builder
	for range a.IntN(4) {
		s.WriteString(a.piece(depth, shown))
	}
	return s.String()
}

func (a *author) piece(depth int, shown bool) string {
	if depth == 0 {
		return txt(a.word(shown))
	}
	inner := func(shown bool) string { return a.line(depth-1, shown) }
	switch a.IntN(14) {
	case 0:
		return `<w:del>` + inner(false) + `</w:del>`
	case 1:
		return `<w:moveTo>` + inner(shown && a.accept) + `</w:moveTo>`
	case 2:
		return r(`<w:vanish/>`, a.word(false))
	case 3:
		return r(`<w:rStyle w:val="Skjult"/>`, a.word(false))
	case 4:
		return r(`<w:color w:val="FFFFFF"/>`, a.word(false))
	case 5:
		return fieldOf(`HYPERLINK "https://a.dk/`+secret[:3]+`"`, inner(shown))
	case 6:
		return fieldOf(`TOC \h`, inner(shown))
	case 7:
		return `<w:fldSimple w:instr="REF x">` + inner(shown) + `</w:fldSimple>`
	case 8:
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` + inner(false) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	case 9:
		box := func() string { return `<w:txbxContent>` + a.blocks(depth-1, shown) + `</w:txbxContent>` }
		return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>` + box() + txt(a.word(shown)) + `</w:drawing></mc:Choice><mc:Fallback>` + txt(a.word(false)) + `</mc:Fallback></mc:AlternateContent></w:r>`
	case 10:
		return `<w:smartTag>` + inner(shown) + `</w:smartTag>`
	case 11:
		return `<w:r><w:drawing><wp:docPr descr="` + strings.TrimSpace(a.word(shown)) + `"/></w:drawing></w:r>`
	}
	return r(`<w:b/>`, a.word(shown)) + txt(a.word(shown))
}
