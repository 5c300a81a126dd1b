package content

import (
	"strings"
	"testing"
)

// decidedIn are the words of the decisions of the first item, parted by bars.
func decidedIn(t *testing.T, body string) string {
	t.Helper()
	m, problems := readMinutes(t, "", "## Pkt. 1 x\n\n"+body)
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	var words []string
	for _, p := range m.Items[0].Decided() {
		words = append(words, p.Text.Plain().Text)
	}
	return strings.Join(words, "|")
}

func TestAllOfASectionOfDecisionsWasDecidedUnlessSomeOfItIsMarked(t *testing.T) {
	for body, want := range map[string]string{
		"### Beslutning\n\nGodkendt.\n\nOg udsendt.\n":                                                 "Godkendt.\n\nOg udsendt.",
		"### Beslutning i rådet:\n\nUdsat.\n":                                                          "Udsat.",
		"### Beslutning\n\nEfter en drøftelse:\n\n::: beslutning\nGodkendt.\n:::\n\nOg så gik vi.\n":   "Godkendt.",
		"### Referat\n\nRådet godkendte det hele.\n":                                                   "",
		"### Referat\n\nA.\n\n::: beslutning\nB.\n:::\n\n### Beslutning\n\nC.\n":                       "B.|C.",
		"### Beslutning\n\n### Referat\n\nDer stod intet.\n":                                           "",
		"### Indstilling\n\nAt godkende.\n\n### Beslutning\n\nTiltrådt.\n\n### Baggrund\n\nSom før.\n": "Tiltrådt.",
	} {
		if got := decidedIn(t, body); got != want {
			t.Errorf("%q: %q decided, not %q", body, got, want)
		}
	}
}

func TestALongDecisionHasABeginningOfWholeSentences(t *testing.T) {
	sentence := "Rådet besluttede at følge indstillingen fra sekretariatet i alle dele. "
	for name, test := range map[string]struct{ text, want string }{
		"a short one":          {strings.Repeat(sentence, 10), ""},
		"many sentences":       {strings.Repeat(sentence, 30), strings.TrimSpace(strings.Repeat(sentence, 8))},
		"on several lines":     {strings.Repeat(strings.TrimSpace(sentence)+"\n\n", 30), strings.TrimSpace(strings.Repeat(sentence, 8))},
		"one endless sentence": {strings.Repeat("og videre ", 200), strings.TrimSpace(strings.Repeat("og videre ", 60))},
		"no space at all":      {strings.Repeat("x", 2000), ""},
	} {
		if got := beginning(test.text); got != test.want {
			t.Errorf("%s: %d bytes begin with %d: %q", name, len(test.text), len(got), got)
		}
	}
	m, _ := readMinutes(t, "", "## Pkt. 1 x\n\n### Beslutning\n\n"+strings.Repeat(sentence, 30)+"\n\n## Pkt. 2 y\n\n### Referat\n\n"+strings.Repeat(sentence, 30)+"\n")
	if long, other := m.Items[0].Sections[0].Parts[0].Opening, m.Items[1].Sections[0].Parts[0].Opening; !strings.HasPrefix(long, "Rådet besluttede") || other != "" {
		t.Errorf("%q, %q", long, other)
	}
}
