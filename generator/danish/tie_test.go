package danish

import (
	"strings"
	"testing"
)

func TestLinesDoNotEndInsideDatesNumbersAndNames(t *testing.T) {
	for _, c := range []string{
		"den 7._november_2023, kl._14.00-15.30",
		"Ad pkt._3 og pkt._4, nr._12 og bilag 3.1",
		"230 deltog, ca._420 online, 12,5_% og 1.500_kr. i 20_min.",
		"Jørgen E._Nielsen og J._P._Hansen",
		"2._kvartal_2023, H1 2023 og 1._halvår_2024",
		"i 2. klasse og andet kvartal 2023",
		"ultimo oktober 2023 og november 2023", // no day: may be parted
		"<p>den 5._februar_2021</p><p>2021 er et år",
		"<td class=\"right\">7. <b>november",
		"jf. § 5 stk. og punkt 3",
		"§_5 og §_12",
		"i 2023. November var våd", // not a day
		"17 patientgrupper",
		"",
		" ",
		"7._november 12 000",
		"kl. ",
		"Nielsen. Hun kom kl. halv tre",
	} {
		c = strings.Replace(c, "jf. § 5", "jf. §_5", 1)
		plain := strings.ReplaceAll(c, "_", " ")
		if got := strings.ReplaceAll(Tie(plain), "\u00A0", "_"); got != c {
			t.Errorf("%q gives %q", c, got)
		}
	}
}

func FuzzTieChangesNothingButSpaces(f *testing.F) {
	f.Add("den 7. november 2023 <a href=\"#pkt. 3\">")
	f.Fuzz(func(t *testing.T, s string) {
		if got := strings.ReplaceAll(Tie(s), "\u00A0", " "); got != strings.ReplaceAll(s, "\u00A0", " ") {
			t.Errorf("%q gives %q", s, got)
		}
	})
}

func BenchmarkTie(b *testing.B) {
	text := strings.Repeat("Arbejdsgruppen tog status på NGC til efterretning og spurgte til pkt. 3 den 7. november 2023. ", 150)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Tie(text)
	}
}
