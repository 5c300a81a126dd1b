package intake

import (
	"slices"
	"testing"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

func TestATableThatGoesOnBehindAHeadingIsJoinedAndDoubted(t *testing.T) {
	doc := linesDocument("# 1. Status\n## Problemstilling\nTekst.\n|Gruppe|Tid|\n|A|juni|\n## Løsning\nTekst.\n|B|juli|\n# 2. Plan\nTekst.")
	table := &doc.Blocks[slices.IndexFunc(doc.Blocks, func(b manuscript.Block) bool { return b.Kind == manuscript.Table })]
	for i := range table.Rows[0] {
		table.Rows[0][i].Heading = true
	}
	d := Analyse(doc, siteWords(t))
	sections := d.Items[0].Sections
	if got := sections[0].Blocks[1].Words(); got != "Gruppe\tTid\nA\tjuni\nB\tjuli\n" {
		t.Errorf("the table is %q", got)
	}
	if n := len(sections[1].Blocks); n != 1 {
		t.Errorf("%d blocks are left behind the heading", n)
	}
	if !slices.ContainsFunc(d.Doubts, func(x Doubt) bool { return x.Code == source.DoubtJoinedTable && x.Args[0] == "Løsning" }) {
		t.Errorf("not doubted: %q", messagesOf(d))
	}
	if lost := lostWords(doc, d); len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
}

func TestATableWithItsOwnHeadStaysWhereItIs(t *testing.T) {
	doc := linesDocument("# 1. Status\n## Problemstilling\n|Gruppe|Tid|\n|A|juni|\n## Løsning\n|Pris|Antal|\n|B|juli|\n# 2. Plan\nTekst.")
	for b := range doc.Blocks {
		for i := range doc.Blocks[b].Rows {
			for c := range doc.Blocks[b].Rows[i] {
				doc.Blocks[b].Rows[i][c].Heading = i == 0
			}
		}
	}
	if d := Analyse(doc, siteWords(t)); len(d.Items[0].Sections[1].Blocks) != 1 {
		t.Errorf("%+v", d.Items[0].Sections)
	}
}

func TestCellsOfOneTableAreDoubtedOnce(t *testing.T) {
	const cells = "Nyresvigt og\nneurogenetik\n\nMedio marts -\nultimo juni\n\nJuli 2023\n\n"
	for name, c := range map[string]struct {
		text string
		want []any
	}{
		"behind a heading too": {"1. Status\nProblemstilling\nDet er planen.\n\n" + cells + "Løsning\nDet er svaret.\n\n" + cells + cells, []any{"Nyresvigt og neurogenetik", "Løsning"}},
		"in one section":       {"1. Status\nLøsning\nDet er svaret.\n\n" + cells + cells, []any{"Nyresvigt og neurogenetik", ""}},
		"too few":              {"1. Status\nLøsning\nDet er svaret.\n\n" + cells, nil},
	} {
		var got [][]any
		for _, d := range Analyse(linesDocument(c.text+"2. Plan\nTekst."), siteWords(t)).Doubts {
			if d.Code == source.DoubtCells {
				got = append(got, d.Args)
			}
		}
		if len(got) > 1 || len(got) == 1 && !slices.Equal(got[0], c.want) || len(got) == 0 && c.want != nil {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
