package personal

import (
	"math/rand/v2"
	"strings"
	"testing"

	"referat/generator/personal/personaltest"
)

// TestTheRuleWeighsTheEvidence holds the table of what is sure and what is possible. <n> is a number without the
// check digit, <c> one with it, <j> one of a 1st of January, <s> one with a space at its place, <d> one with a dash there
// and the check digit, <r> a replacement number and <a> one whose day is that of an administrative number.
func TestTheRuleWeighsTheEvidence(t *testing.T) {
	for text, want := range map[string]string{
		"bilag <n>": "possible", "bilag <c>": "sure", "bilag <j>": "sure", "bilag <s>": "sure",
		"CPR <n>": "sure", "cpr-nr.: <n>": "sure", "personnummer <n>": "sure", "pers.nr. <n>": "sure", "p.nr. <n>": "sure", "Født den <n>": "sure", "<n> (cpr)": "sure",
		"cpr" + strings.Repeat(" og", 15) + " <n>": "possible", "opfødt <n>": "possible",
		"sagsnr. <n>": "", "Sagsnr.: <c>": "possible", "sagsnr. <s>": "possible", "Dok.nr. <c>": "possible", "CVR-nr. <n>": "", "P-nr. <n>": "", "P-nummer: <c>": "possible",
		"Sagsnr. <d>": "sure", "Faktura nr. <d>": "sure", "tlf. <d>": "sure", "https://doi.org/<d>": "sure", "Konto: <d>": "sure",
		"Journalnr. <n>": "possible", "Journalnr. <c>": "sure", "J.nr. <s>": "sure", "jnr. <s>": "sure",
		"kontonr. <c>": "possible", "https://doi.org/<c>": "possible", "sagsnr. <c>, CPR": "sure",
		"bilag <c>9": "sure", "bilag 9<n>": "",
		"bilag 9<c>9": "possible", "cpr 9<c>9": "sure",
		"bilag 999<c>": "", "cpr 999<c>": "possible",
		"9f0a1bc<c>c2dde": "possible", "bilag 1.<c>": "possible", "(<c>)": "sure", "x<c>x": "sure",
		"bilag <r>": "sure", "sagsnr. <r>": "possible", "bilag <r>x": "", "bilag <r>7": "",
		"bilag <n>, <n>": "possible", "bilag <a>": "possible",
	} {
		r := rand.New(rand.NewPCG(7, uint64(len(text))))
		for range 30 {
			n, c := personaltest.Unchecked(r), personaltest.Number(r)
			written := strings.NewReplacer("<n>", n, "<c>", c, "<j>", "0101"+n[4:], "<s>", n[:6]+" "+n[6:], "<d>", c[:6]+"-"+c[6:], "<r>", personaltest.Replacement(r),
				"<a>", string(n[0]+6)+n[1:6]+"-"+n[6:]).Replace(text)
			if got := verdictOf(Scan(written)); got != want {
				t.Errorf("%q: %q, want %q", text, got, want)
				break
			}
		}
	}
}

// verdictOf is that of the surest finding.
func verdictOf(found []Finding) string {
	verdict := ""
	for _, f := range found {
		if f.Sure {
			return "sure"
		}
		verdict = "possible"
	}
	return verdict
}

// TestBracketsAndQuotesHideNothing holds numbers whose parts have brackets or quotes of their own, and those written as a
// date and a time. They are found when more speaks for them.
func TestBracketsAndQuotesHideNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(16, 17))
	for _, pattern := range []string{"(A)B", "(A)-B", "(A) B", "[A] [B]", "[A]B", `"A" "B"`, `"A"-"B"`, "”A” ”B”", "»A« »B«", "(A) (B)"} {
		for range 30 {
			n, c := personaltest.Unchecked(r), personaltest.Number(r)
			write := func(n string) string {
				return "bilag " + strings.NewReplacer("A", n[:6], "B", n[6:]).Replace(pattern) + " blev"
			}
			for text, want := range map[string]string{write(c): "sure", "cpr " + write(n): "sure", write("0101" + n[4:]): "sure", write(n): ""} {
				page := strings.ReplaceAll("<p>"+text+"</p>", `"`, "&#34;")
				for name, found := range map[string][]Finding{"text": Scan(text), "source": ScanSource(text), "HTML": ScanHTML([]byte(page))} {
					if got := verdictOf(found); got != want {
						t.Errorf("%s in %s: %q, want %q", masked(text), name, got, want)
					}
				}
			}
		}
	}
	for range 200 {
		c := personaltest.Number(r)
		if c[8:] == "00" || c[9] == '0' || c[9] == '5' || c[6:8] == "19" || c[6:8] == "20" {
			continue // a time or a year
		}
		if verdictOf(Scan(c[:2]+"-"+c[2:4]+"-"+c[4:6]+" "+c[6:])) == "" {
			t.Error("a number that is written as a date and a time is not found")
		}
	}
}

func TestContactsAreFoundUnlessTheyAreAllowed(t *testing.T) {
	allowed := Allow([]string{"kontakt@ngc.dk", "+45 24 97 17 65", "@regionh.dk"})
	for text, want := range map[string]string{
		"Ring 24 97 17 65": "", "tlf. 24971765": "", "+4524971765": "", "Skriv til Kontakt@ngc.dk": "", "til navn@regionh.dk.": "",
		"Ring 20 30 40 51": "2030****", "tlf. 20304051": "2030****", "+4520304051": "2030****", "+45 2030 4051": "2030****", "mobil: 2030-4051": "2030****", "0045 20304051": "2030****",
		"<a href=\"tel:&#43;4520304051\">": "2030****",
		"sag 20304051":                     "", "CVR 20 30 40 51": "", "| 20 | 30 | 40 | 51 |": "", "20304051": "",
		"navn.navnesen@mail.dk": "n…@mail.dk", "(åse@mail.dk)": "å…@mail.dk", "@ngc": "", "a@b": "", "icon@2x.png": "i…@2x.png", "kl. 14 @ 15.30": "",
	} {
		var shown []string
		for _, f := range ScanHTML([]byte(text)) {
			if !allowed.Has(f) {
				shown = append(shown, f.Shown)
			}
		}
		if got := strings.Join(shown, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestOneNumberIsTheSameHoweverItIsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	n := personaltest.Number(r)
	bare, parted, whole := Scan(n), Scan(n[:6]+"-"+n[6:]), Scan("cpr "+n[:2]+"."+n[2:4]+".19"+n[4:6]+"-"+n[6:])
	other := Scan(personaltest.Number(r))
	if bare[0].Same != parted[0].Same || bare[0].Same != whole[0].Same || bare[0].Same == other[0].Same {
		t.Error("numbers are not told apart by what they are")
	}
}

func TestAMaskedTextCanBePrinted(t *testing.T) {
	n := personaltest.Number(rand.New(rand.NewPCG(12, 13)))
	text := Mask("content/" + n + ".md: title er \"" + n[:6] + "-" + n[6:] + "\"")
	if strings.Contains(text, n[6:]) || strings.Count(text, n[:6]+"-****") != 2 || !strings.HasSuffix(text, "\"") {
		t.Error("the masked text is not what it should be")
	}
	if plain := "mødet 2023-11-07"; Mask(plain) != plain {
		t.Errorf("%q became %q", plain, Mask(plain))
	}
}
