package danish

import (
	"regexp"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSlugsAreWrittenAsAuthoritiesWriteThem(t *testing.T) {
	for in, want := range map[string]string{
		"Gør en forskel for patienter med hørenedsættelse": "goer-en-forskel-for-patienter-med-hoerenedsaettelse",
		"Børn og voksne med sjældne sygdomme":              "boern-og-voksne-med-sjaeldne-sygdomme",
		"Økonomi og fællesskab på Ærø":                     "oekonomi-og-faellesskab-paa-aeroe",
		"Unge voksne med kræft (18-30 år) samt arvelig":    "unge-voksne-med-kraeft-18-30-aar-samt-arvelig",
		"Århus, Aarhus":        "aarhus-aarhus",
		"Résumé à la Müller":   "resume-a-la-muller",
		"NGC’s nøgletal":       "ngcs-noegletal",
		"ASHG's årsmøde":       "ashgs-aarsmoede",
		"20.621 genomer":       "20-621-genomer",
		"1+ Million Genomes":   "1-million-genomes",
		"a_b/c\\d — e":         "a-b-c-d-e",
		"  --x--  ":            "x",
		"ﬁn m² Łódź straße":    "fin-m2-lodz-strasse",
		"ů a\u0323\u030a":      "u-aa",
		"TGF-β":                "tgf",
		"ǿ ǽ ǻ":                "oe-ae-aa",
		"helgenom\u00adsek":    "helgenomsek",
		"\u212bngstr\u00f8m":   "aangstroem",
		"":                     "",
		"— ! —":                "",
		"broken \xf4Å":         "broken-aa",
		"ngc.dk/Nyheder/?a=%2": "ngc-dk-nyheder-a-2",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q; want %q", in, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Økonomi på Ærø", "a\u030a\u0323", "ﬁ ½ Å", "\xff", "İstanbul", "\xf4Å"} {
		f.Add(s)
	}
	form := regexp.MustCompile(`^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$`)
	letter := regexp.MustCompile(`[A-Za-z0-9æøåÆØÅ]`)
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if !form.MatchString(slug) {
			t.Fatalf("Slug(%q) = %q", s, slug)
		}
		if again := Slug(slug); again != slug {
			t.Fatalf("Slug(%q) = %q, whose slug is %q", s, slug, again)
		}
		if slug == "" && letter.MatchString(s) {
			t.Fatalf("Slug(%q) is empty", s)
		}
		if other := Slug(norm.NFD.String(s)); other != slug {
			t.Fatalf("Slug(%q) = %q, decomposed %q", s, slug, other)
		}
	})
}
