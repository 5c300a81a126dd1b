package danish

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestSentencesEndWhereAReaderEndsThem writes a bar where one sentence ends and
// the next may begin, and asks at every byte.
func TestSentencesEndWhereAReaderEndsThem(t *testing.T) {
	for _, marked := range []string{
		"Mødet sluttede.| Derefter gik man hjem.",
		"Hvad så?| Det ved vi.| Tak!| Slut",
		"Ultimo oktober 2023 var der 20.621 genomer i den Nationale Genomdatabase.| Det samlede antal genomer offentliggøres på ngc.dk og opdateres månedligt.",
		"Konferencen blev afhold den 1.-5. november i Washington, DC.| Formålet med videoen er klart.",
		"NGC’s nøgletal (KPI’er): Ultimo oktober 2023 var der mange.",
		"I alt var der 20.621.| Det er mange.",
		"Det fremgår under pkt. 2.| NGC indkalder.",
		"Bemærkningerne fremgår under pkt. 2.\n|NGC indkalder arbejdsgruppen.",
		"Emne:\n|Noget andet: Mere.",
		"Første linje\n|anden linje",
		"Han sagde: ”Det er godt.”| Så gik han.",
		"Temaet var ”One Humanity, Many Genomes”.| Konferencen blev afholdt.",
		"Det er slut.| (Se bilag.)| Mere.",
		"Det er slut.| – Ny replik.",
		"Vent ...| Nu.",
		"Vent…| Nu.",
		"Virkelig?!| Ja.",
		"Det ligger på en ø.| Der er smukt.",
		"Vi har den å.| Den er bred.",
		"Referatet er fra maj.| 14 deltog.",
		"Se ngc.dk.| Der står det.",

		"På baggrund af skriftlig høring efter 14. styregruppemøde den 20. juni 2023, er det besluttet.",
		"Mødet den 7. november 2023.| Næste møde er senere.",
		"Mødet den 7. November 2023.| Næste.",
		"Mødet den 7. nov. 2023 blev aflyst.",
		"1. Velkomst og godkendelse",
		"15. 1. Status",
		"• 2. Status",
		"Jørgen E. Nielsen og H.C. Andersen talte.| J. P. Jacobsen tav.",
		"Mødet er kl. 14.00-15.30.| Derefter kaffe.",
		"Mødet er kl. 14 og ca. 420 deltog.",
		"En kombination af bl.a. Region Sjælland og f.eks. Region Syddanmark, fx. Odense.",
		"Deltagere m.fl. Region Midtjylland m.m. Danske Patienter osv. Alle kom.",
		"Jf. Bilag 3.1, jf. Pkt. 3, hhv. Nr. 4 og evt. Nr. 5, inkl. NGC, dvs. Os, mv. Og mere.",
		"Ifm. Evaluering, ift. WGS, mhp. Drift, pba. Data, vedr. EU, t.o.m. Maj, pt. NGC, s. I og st. Å.",
		"Dr. Hansen, prof. Jensen og ph.d. Olsen fik 5 mio. Euro, 12 pct. Mere.",
		"Sagsnr. A1 og Dok.nr. B2 i kap. V.",
		"Man så (bl.a. NGC).| Alle kom.",
		"Er det 10 pct?| Ja.",
		"Møderne den 1. 2. og 3. juni.",
		"Per Ø. Hansen talte.",
		"Referatet er fra okt.| Det er godkendt.",
		"Mødet den 7. November, hvor alle kom.",
		"Mødet den 7.\u00a0November\u00a02023.",
		"Det varede et a\u030ar.| Så sluttede det.",
		"bl. a. Region Sjælland",
	} {
		text := strings.ReplaceAll(marked, "|", "")
		begin := 0
		for part := range strings.SplitSeq(marked, "|") {
			want := strings.TrimSpace(part)
			start := begin + strings.Index(part, want)
			for at := start; at < start+len(want); at++ {
				from, to := Sentence(text, at)
				if text[from:to] != want {
					t.Errorf("%q at %d: %q; want %q", text, at, text[from:to], want)
					break
				}
			}
			begin += len(part)
		}
	}
}

func TestSpaceBetweenSentencesBelongsToTheFirst(t *testing.T) {
	const text = "En.  To.\n\n Tre. "
	for _, c := range []struct{ at, from, to int }{
		{-1, 0, 3}, {0, 0, 3}, {2, 0, 3}, {3, 0, 3}, {4, 0, 4}, {5, 5, 8}, {8, 5, 8}, {9, 9, 9},
		{10, 10, 15}, {11, 11, 15}, {15, 11, 15}, {16, 11, 16}, {17, 11, 16},
	} {
		if from, to := Sentence(text, c.at); from != c.from || to != c.to {
			t.Errorf("at %d: %d to %d; want %d to %d", c.at, from, to, c.from, c.to)
		}
	}
	if from, to := Sentence("", 0); from != 0 || to != 0 {
		t.Errorf("of nothing: %d to %d", from, to)
	}
}

func FuzzSentence(f *testing.F) {
	for _, s := range []string{
		"Mødet sluttede. Derefter gik man hjem.", "den 1.-5. november i Washington, DC. Formålet", "Jørgen E. Nielsen m.fl. Og\r\n”Ja.” Nej…  Å",
		". . . A", "\xff. \xc3A\xa6", "1. 2. A. ", "\u00a0.\u00a0A",
	} {
		f.Add(s, 5)
	}
	f.Fuzz(func(t *testing.T, text string, at int) {
		from, to := Sentence(text, at)
		if from < 0 || to > len(text) || from > to {
			t.Fatalf("Sentence(%q, %d) = %d, %d", text, at, from, to)
		}
		if at < 0 || at > len(text) {
			return
		}
		if at < from || at > to {
			t.Fatalf("Sentence(%q, %d) = %d, %d", text, at, from, to)
		}
		bound := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
		if utf8.ValidString(text) && bound(at) && !(bound(from) && bound(to)) {
			t.Fatalf("Sentence(%q, %d) = %d, %d cuts a character", text, at, from, to)
		}
		if strings.Contains(text[from:to], "\n") {
			t.Fatalf("Sentence(%q, %d) = %q goes over a line", text, at, text[from:to])
		}
		// Every place in a sentence names the same sentence.
		if r, _ := utf8.DecodeRuneInString(text[at:]); at < to && !unicode.IsSpace(r) && bound(at) {
			for _, i := range []int{from, to - 1} {
				if f, u := Sentence(text, i); f != from || u != to {
					t.Fatalf("Sentence(%q, %d) = %d, %d but at %d it is %d, %d", text, at, from, to, i, f, u)
				}
			}
		}
	})
}
