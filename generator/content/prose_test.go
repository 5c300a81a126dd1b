package content

import (
	"fmt"
	"strings"
	"testing"
)

// told is what a body tells, in words.
func told(body string) string {
	p, _ := readProse("content/a.md", body, 5, slipWords(), nil)
	var lines []string
	for _, c := range p.Capitals {
		lines = append(lines, fmt.Sprintf("%d %s %d", c.Pos.Line, c.Word, c.Times))
	}
	for _, f := range p.Figures {
		lines = append(lines, fmt.Sprintf("%d %s=%d %s @%s=%s", f.Pos.Line, f.Words, f.Value, f.Of, f.Date.Words, f.Date.AsOf()))
	}
	for _, f := range p.Totals {
		lines = append(lines, fmt.Sprintf("%d %s=%d %v", f.Pos.Line, f.Words, f.Value, f.All))
	}
	for _, l := range p.Listed {
		lines = append(lines, fmt.Sprintf("%d %s: %s", l.Pos.Line, l.Column, l.Name))
	}
	return strings.Join(lines, "\n")
}

func TestWordsInCapitalsThatNobodyExplains(t *testing.T) {
	for body, want := range map[string]string{
		"NNF og NNF’s penge, NNF-midler.\n\nMed NNF.":  "5 NNF 4",
		"Vi har\nNNF og AI.":                           "6 NNF 1\n6 AI 1",
		"Novo Nordisk Fonden (NNF) og NNF.":            "",
		"nøgletal (KPI’er)":                            "",
		"NNF (Novo Nordisk Fonden)":                    "",
		"DG Connect (Directorate-General) og DG":       "",
		"DG Connect (en del af kommissionen)":          "5 DG 1",
		"EU, DK, kap. XII, 20 MB, i USA":               "",
		"MØDET BLEV AFLYST":                            "",
		"KPIer, H2, A/S, x@NNF.dk, COVID19, NATIONALT": "",
		"[NNF](https://NNF.dk/ABC) og `kode`":          "5 NNF 1",
		"<!-- ABC -->\n\nNNF":                          "7 NNF 1",
		"```\nABC\n```\nNNF":                           "8 NNF 1",
		"ÆØÅ er en forkortelse":                        "5 ÆØÅ 1",
		"## Om NNF\n\n> NNF":                           "5 NNF 2",
	} {
		if got := told(body); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", body, got, want)
		}
	}
}

func TestMarkupIsNoneOfTheWordsThatAreRead(t *testing.T) {
	for line, want := range map[string]string{
		"Se [referatet](a.md#b), pkt. 4.":         "Se referatet, pkt. 4.",
		"Se [[1] og [2]](https://a.dk/b_(c)!":     "Se 1 og 2()!",
		"![Et billede](b.png)! {lang=en}[^2]":     "Et billede! ",
		"**Vigtigt**: `kode` 1\\.":                "Vigtigt: kode 1.",
		"hos http og https: <https://a.dk> x://y": "hos http og https:  x://y",
		"5 < 6, <em>{lang}</em> https://a.dk/b c": "5 < 6, {lang}  c",
		"[^1]: En note, som ingen [har sluttet":   " En note, som ingen har sluttet",
		"Hos os er der højst fire! (se h.)":       "Hos os er der højst fire! (se h.)",
		"et ord](https://a.dk) efter en linjes [": "et ord() efter en linjes ",
	} {
		eachBlock("x "+line, 1, func(b *block) {
			if got := strings.TrimPrefix(b.text, "x "); got != want {
				t.Errorf("%q: %q, want %q", line, got, want)
			}
		})
	}
}

func TestALinkIsSeenWhateverItsWordsAre(t *testing.T) {
	for line, want := range map[string]bool{
		"Bilag 1, [udkast](a.pdf)": true, "[Bilag [1]](a.pdf)": true, "Bilag 1: https://a.dk": true, "Bilag 1 <https://a.dk>": true,
		"Bilag [1] (udkast)": false, "**Bilag** http": false,
	} {
		eachBlock(line, 1, func(b *block) {
			if b.linked != want {
				t.Errorf("%q: linked is %v", line, b.linked)
			}
		})
	}
}

func TestNumbersThatStandWithATime(t *testing.T) {
	for body, want := range map[string]string{
		"Ultimo oktober 2023 var der 20.621 genomer i den Nationale Genomdatabase.": "5 20.621=20621 genomer i den @Ultimo oktober 2023=2023-10-31",
		"Der var 512 prøver den\n31. oktober 2023.":                                 "5 512=512 prøver den @31. oktober 2023=2023-10-31",
		"Ved udgangen af april 2020 var der 3412 prøver":                            "5 3412=3412 prøver @udgangen af april 2020=2020-04-30",
		"Primo maj 2024 var der 5 genomer. I juni 2024 kom 7 genomer.":              "5 5=5 genomer @Primo maj 2024=2024-05-10",
		"Ultimo maj 2024: 5 genomer, ultimo juni 2024: 6 genomer":                   "5 5=5 genomer @Ultimo maj 2024=2024-05-31\n5 6=6 genomer @ultimo juni 2024=2024-06-30",
		"I oktober 2023 var der 20.621 genomer.":                                    "", // in the month, not at its end
		"Ultimo oktober 2023 var der ca. 20.000 genomer, mere end 19.000 genomer":   "",
		"Ultimo oktober 2023 var der 20.621. Det er genomer.":                       "",
		"Ultimo oktober 2023. Der er 20.621 genomer.":                               "",
		"Ultimo oktober 2023 var andelen 12,5 procent":                              "",
		"Ultimo oktober steg 1.500 genomer":                                         "",
		"Den 31. oktober 2023 i Oslo":                                               "",
	} {
		if got := told(body); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", body, got, want)
		}
	}
}

func TestHowManySubjectsATextSaysThatThereAre(t *testing.T) {
	for body, want := range map[string]string{
		"evaluering af de 17 patientgrupper":           "5 de 17 patientgrupper=17 false",
		"Alle 12 patientgrupper er med":                "5 Alle 12 patientgrupper=12 true",
		"alle de sytten patientgrupper":                "5 alle de sytten patientgrupper=17 true",
		"## De to patientgrupper":                      "5 De to patientgrupper=2 false",
		"i 17 patientgrupper, de 17 patientgruppernes": "",
		"modellerede 17 patientgrupper":                "",
	} {
		if got := told(body); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", body, got, want)
		}
	}
}

func TestNamesInTablesOfSubjects(t *testing.T) {
	body := "| Patientgrupper | Periode |\n| --- | --- |\n| Nyresvigt<br>Audiogenetik og | maj |\n| Oftalmologi | NNF |\n\nTekst\n\n| Andet |\n|---|\n| Ukendt |\n"
	want := "8 NNF 1\n7 Patientgrupper: Nyresvigt\n7 Patientgrupper: Audiogenetik og\n8 Patientgrupper: Oftalmologi"
	if got := told(body); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestReadingEaseCountsWhatAReaderReads(t *testing.T) {
	p, _ := readProse("content/a.md", "## Overskrift\n\nEt **afsnit** med [et link](https://ngc.dk/x).\nMere af det.\n\n- punkt\n- punkt\n\n| a | b |\n|---|---|\n| c | d |\n", 1, slipWords(), nil)
	if r := p.Reading; r.Words != 11 || r.Sentences != 5 || r.Long != 1 {
		t.Errorf("%+v", r)
	}
}
