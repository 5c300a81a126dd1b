package source

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryReasonHasWords(t *testing.T) {
	declared := declaredIn[Reason](t, "reasons.go")
	if len(declared) != len(reasons) || len(declared) == 0 {
		t.Errorf("%d reasons, words for %d", len(declared), len(reasons))
	}
	for _, reason := range declared {
		words, known := reasons[reason]
		if !known || words[0] == "" || strings.HasSuffix(words[0]+words[1], ".") {
			t.Errorf("%s: %q", reason, words)
		}
		if words[1] != "" && !slices.Equal(verbs(words[0]), verbs(words[1])) {
			t.Errorf("%s quotes other values in Danish than in English", reason)
		}
	}
}

func TestAReasonIsSaidInTheLanguageOfTheMessage(t *testing.T) {
	for _, c := range []struct {
		why    Explanation
		da, en string
	}{
		{Why(OtherArgument, Why(WholeNumber), "string"), "argumentet skal være et helt tal, ikke string", "it takes a whole number, not string"},
		{Why(FewArguments, 2, 1), "antallet af argumenter skal være mindst 2, ikke 1", "it takes at least 2 arguments, not 1"},
		{Why(DefinedAgain, `a "b"`, "x.html"), `skabelonen »a "b"« er også defineret i x.html`, `the template “a "b"” is also defined in x.html`},
		{Meaning(`function "x" not defined`, UnknownFunction, "x"), `funktionen "x" findes ikke`, `function "x" not defined`},
		{Meaning(`odd "x"`, ""), `fortolkeren melder »odd "x"«`, `odd "x"`},
	} {
		p := At(Pos{}, LayoutSyntax, c.why)
		for lang, want := range map[string]string{"da": "skabelonen kan ikke læses: " + c.da, "en": "the template cannot be read: " + c.en} {
			if got, _ := p.Text(lang); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}
