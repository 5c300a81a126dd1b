package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// tagged is a document of one page whose structure is told by elements: each is its entries, with %d for its parent.
func tagged(content string, elements []string, marks []int) made {
	var parents strings.Builder
	for _, element := range marks {
		fmt.Fprintf(&parents, "%d 0 R ", 11+element)
	}
	m := made{
		pages:   []string{content},
		extra:   "/StructParents 0",
		catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R",
		objects: []string{"<</Type/StructTreeRoot/K 11 0 R/ParentTree<</Nums[0[" + parents.String() + "]]>>>>"},
	}
	for _, e := range elements {
		m.objects = append(m.objects, "<</Type/StructElem/Pg 100 0 R"+e+">>")
	}
	return m
}

// content is words with the number by which the structure knows them.
func content(mark, x, y int, words string) string {
	return fmt.Sprintf("/P<</MCID %d>>BDC %sEMC ", mark, say(x, y, words))
}

func TestTheStructureOfATaggedDocumentIsFollowed(t *testing.T) {
	page := content(0, 70, 750, "1.") + content(1, 90, 750, "Godkendelse af referatet fra sidste gang") +
		content(2, 90, 735, "a) Bilag til referatet") +
		content(3, 70, 700, "Navn") + content(4, 300, 700, "Rolle") +
		content(5, 70, 685, "Anna Kirk") + content(6, 300, 685, "formand") + content(7, 300, 670, "referent") +
		content(8, 300, 620, "efter de ord som er sat til venstre") + content(9, 70, 620, "Den rette orden er") +
		say(70, 600, "glemt")
	elements := []string{
		"/S/Document/P 10 0 R/K[12 0 R 17 0 R 27 0 R]",
		"/S/L/P 11 0 R/K[13 0 R]", "/S/LI/P 12 0 R/K[14 0 R 15 0 R]", "/S/Lbl/P 13 0 R/K 0", "/S/LBody/P 13 0 R/K[1 16 0 R]",
		"/S/L/P 15 0 R/K[28 0 R]",
		"/S/Table/P 11 0 R/K[18 0 R 21 0 R 24 0 R]",
		"/S/TR/P 17 0 R/K[19 0 R 20 0 R]", "/S/TH/P 18 0 R/K 3", "/S/TH/P 18 0 R/K 4",
		"/S/TR/P 17 0 R/K[22 0 R 23 0 R]", "/S/TD/P 21 0 R/K 5/A<</O/Table/RowSpan 2>>", "/S/TD/P 21 0 R/K 6",
		"/S/TR/P 17 0 R/K[25 0 R]", "/S/TD/P 24 0 R/K 7",
		"/S/Span/P 27 0 R/K 8", "/S/P/P 11 0 R/K[9 26 0 R]",
		"/S/LI/P 16 0 R/K[29 0 R]", "/S/LBody/P 28 0 R/K 2",
	}
	marks := []int{3, 4, 18, 8, 9, 11, 12, 14, 15, 16}
	want := `1:1 [1.] Godkendelse af referatet fra sidste gang
1:2   [a)] Bilag til referatet
table
    |#Navn    |#Rolle
    |Anna Kirk    |formand
    |    |referent
1:6 Den rette orden er	efter de ord som er sat til venstre
1:7 glemt
`
	got := strings.Replace(dump(read(t, tagged(page, elements, marks), Options{})), "1:3 table", "table", 1)
	if got != want {
		t.Errorf("read as\n%s", got)
	}
}

func TestAStructureThatMissesMostOfTheTextIsNotFollowed(t *testing.T) {
	page := content(0, 70, 700, "Sidst") + say(70, 750, "Dette er den tekst som strukturen ikke kender")
	doc := read(t, tagged(page, []string{"/S/Document/P 10 0 R/K[12 0 R]", "/S/H1/P 11 0 R/K 0"}, []int{1}), Options{})
	if got := dump(doc); got != "1:1 Dette er den tekst som strukturen ikke kender\n1:2 Sidst\n" {
		t.Errorf("read as\n%s", got)
	}
}

func TestColumnsWhoseLinesStandAtOtherHeightsAreReadOneAfterTheOther(t *testing.T) {
	var page strings.Builder
	for i := range 8 {
		page.WriteString(say(70, 700-14*i, fmt.Sprintf("venstre side af teksten, linje %d", i)))
		page.WriteString(say(330, 695-14*i, fmt.Sprintf("den anden side af teksten, linje %d", i)))
	}
	words := read(t, made{pages: []string{page.String()}}, Options{}).Blocks
	var all strings.Builder
	for i := range words {
		all.WriteString(words[i].Words() + "\n")
	}
	if at := strings.Index(all.String(), "den anden"); at < strings.Index(all.String(), "linje 7") {
		t.Errorf("read as %s", all.String())
	}
}
