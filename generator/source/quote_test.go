package source

import "testing"

func TestAMessageQuotesAValueAsItWasWritten(t *testing.T) {
	for _, c := range []struct{ value, da, en string }{
		{`4/3-2025`, `"4/3-2025"`, `"4/3-2025"`},
		{`C:\bilag\æ.pdf`, `"C:\bilag\æ.pdf"`, `"C:\bilag\æ.pdf"`},
		{`title = "Møde`, `»title = "Møde«`, `“title = "Møde”`},
		{"et\ttegn", `"et\ttegn"`, `"et\ttegn"`},
		{"\x1b[31mrød \"x\"", `»\x1b[31mrød "x"«`, `“\x1b[31mrød "x"”`},
		{"for\u00adslag", `"for\u00adslag"`, `"for\u00adslag"`},
		{"5\u00a0000", "\"5\u00a0000\"", "\"5\u00a0000\""},
		{"", `""`, `""`},
	} {
		for lang, want := range map[string]string{"da": c.da, "en": c.en} {
			if got := Quoted(c.value, lang); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
	if message, _ := At(Pos{}, TOMLSyntax, `title = "Møde`, "").Text("da"); message != `linjen kan ikke læses: »title = "Møde«` {
		t.Error(message)
	}
}
