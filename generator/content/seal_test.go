package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"referat/generator/source"
)

// sealedMinutes have every kind of thing that the record's words can stand in.
const sealedMinutes = `+++
title = "Møde i rådet"
start = "14.00"
end = "15.30"
place = "Teams"
chair = "Åse Møller"
state = "final"
summary = "Kort."
[record]
case = "2306875"
date = 2023-11-08
[[participants]]
name = "Åse Møller"
role = "direktør"
chair = true
[[participants]]
name = "Bo Lund"
absent = true
[[agenda]]
number = "1"
title = "Økonomi"
kind = "O"
minutes = 20
presenter = "Åse Møller"
[[agenda]]
number = "2"
title = "Næste møde"
+++
Mødet begyndte til tiden.

## Pkt. 1 Økonomi (orientering) v/Åse Møller

Regnskabet blev gennemgået af kontoret.

### Indstilling

Det indstilles, at rådet godkender regnskabet for året.[^1]

### Referat

| Post | Beløb |
|------|------:|
| Løn  |   100 |
| Drift &amp; el | 20 |

- Rådet godkendte regnskabet.
- Rådet takkede kontoret.

## Pkt. 2 Næste møde

Næste møde holdes i Danish National Genome Center.

[^1]: Bilag 1 blev omdelt.
`

func sealOf(t *testing.T, text string) source.Digest {
	t.Helper()
	text, problem := source.Text("content/referater/a/2023-11-07.md", []byte(text))
	if problem != nil {
		t.Fatal(problem)
	}
	m, problems := parseMinutes(&source.File{Path: "content/referater/a/2023-11-07.md", Text: text}, testWords)
	if m == nil || source.Errors(problems) > 0 {
		t.Fatalf("%s\n%s", said(problems), text)
	}
	return m.Seal
}

// edited puts new in the one place of old.
func edited(t *testing.T, text, old, new string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands there %d times", old, strings.Count(text, old))
	}
	return strings.Replace(text, old, new, 1)
}

func TestWhatIsAddedToTheRecordDoesNotBreakItsSeal(t *testing.T) {
	want := sealOf(t, sealedMinutes)
	for _, c := range [][]string{ // what is there, and what for it
		{"Rådet godkendte regnskabet.", "Rådet **godkendte** *regnskabet*."},
		{"Rådet takkede kontoret.", "Rådet takkede [kontoret](https://ngc.dk/)."},
		{"Danish National Genome Center", "[Danish National Genome Center]{lang=en}"},
		{"Næste møde holdes i", "::: beslutning\nNæste møde holdes i", "Genome Center.\n", "Genome Center.\n:::\n"},
		{"Regnskabet blev gennemgået af kontoret.", "::: beslutning\nRegnskabet blev gennemgået af kontoret.\n:::"},
		{"Regnskabet blev gennemgået af kontoret.", "Regnskabet   blev\ngennemgået\u00a0af kontoret."},
		{"Mødet begyndte til tiden.", "Mødet begyndte til tiden.\n\n![Foto af salen](salen.jpg)"},
		{"Mødet begyndte til tiden.", "Mødet begyndte til tiden.\n\n<!-- husk billedet -->"},
		{`summary = "Kort."`, `summary = "Langt."`},
		{`summary = "Kort."` + "\n", ""},
		{`state = "final"`, "state = \"approved\"\napproved = 2023-12-01"},
		{`state = "final"`, "state = \"final\"\nlang = \"en\"\npublish = 2023-12-01T08:00:00+01:00"},
		{`presenter = "Åse Møller"`, "presenter = \"Åse Møller\"\nconcerns = [\"nyresvigt\"]"},
		{"+++\nMødet", "[[corrections]]\ndate = 2024-01-01\nwhat = \"Intet\"\n+++\nMødet"},
		{"+++\nMødet", "[[attachments]]\nfile = \"bilag.pdf\"\ntitle = \"Bilag\"\n+++\nMødet"},
		{"+++\nMødet", "[import]\nfrom = \"referat.docx\"\n+++\nMødet"},
		{"### Referat", "### **Referat**"},
		{"- Rådet godkendte regnskabet.\n- Rådet takkede kontoret.", "1. Rådet godkendte regnskabet.\n2. Rådet takkede kontoret."},
		{"[^1]: Bilag 1 blev omdelt.", "[^note]: Bilag 1 blev omdelt.", "for året.[^1]", "for året.[^note]"},
	} {
		text := sealedMinutes
		for pair := range slices.Chunk(c, 2) {
			text = edited(t, text, pair[0], pair[1])
		}
		if sealOf(t, text) != want {
			t.Errorf("%q for %q breaks the seal", c[1], c[0])
		}
	}
}

func TestAWordANameADateOrTheOrderThatChangesBreaksTheSeal(t *testing.T) {
	want := sealOf(t, sealedMinutes)
	for _, c := range [][2]string{
		{"Rådet godkendte regnskabet.", "Rådet forkastede regnskabet."},
		{"Rådet godkendte regnskabet.", "Rådet godkendte ikke regnskabet."},
		{"Rådet godkendte regnskabet.", "Rådet godkendte regnskabet"},
		{"- Rådet godkendte regnskabet.\n- Rådet takkede kontoret.", "- Rådet takkede kontoret.\n- Rådet godkendte regnskabet."},
		{"for året.[^1]", "for åretx.[^1]"},
		{"Bilag 1 blev omdelt.", "Bilag 2 blev omdelt."},
		{"|   100 |", "|   101 |"},
		{"&amp; el", "og el"},
		{"### Referat", "### Baggrund"},
		{"## Pkt. 1 Økonomi (orientering)", "## Pkt. 1 Økonomi (drøftelse)"},
		{"## Pkt. 2 Næste møde", "## Pkt. 3 Næste møde"},
		{"(orientering) v/Åse Møller", "(orientering) v/Åse Miller"},
		{`title = "Møde i rådet"`, `title = "Møde i udvalget"`},
		{`title = "Næste møde"`, `title = "Næste"`},
		{`name = "Bo Lund"`, `name = "Bo Lind"`},
		{"absent = true\n", ""},
		{"date = 2023-11-08", "date = 2023-11-09"},
		{`start = "14.00"`, `start = "14.15"`},
		{`minutes = 20`, `minutes = 30`},
		{`kind = "O"`, `kind = "D"`},
		{"number = \"2\"", "number = \"2\"\nclosed = true"},
		{"Rådet godkendte regnskabet.", "~~Rådet godkendte regnskabet.~~"},
		{"Rådet godkendte regnskabet.", "Rådet <del>godkendte</del> regnskabet."},
		{"Rådet godkendte regnskabet.", "Rådet <s>godkendte</s> regnskabet."},
		{"|   100 |", "| ~~100~~ |"},
	} {
		if sealOf(t, edited(t, sealedMinutes, c[0], c[1])) == want {
			t.Errorf("%q for %q does not break the seal", c[1], c[0])
		}
	}
}

func TestTheSealIsTheSameWhateverTheEditor(t *testing.T) {
	want := sealOf(t, sealedMinutes)
	for name, text := range map[string]string{
		"byte order mark": "\ufeff" + sealedMinutes, "Windows line ends": strings.ReplaceAll(sealedMinutes, "\n", "\r\n"),
		"letters in two parts": norm.NFD.String(sealedMinutes), "an entity in two parts": strings.Replace(sealedMinutes, "året.[", "&#97;&#778;ret.[", 1),
	} {
		if sealOf(t, text) != want {
			t.Errorf("%s: another seal", name)
		}
	}
	if committee, _ := parseMinutes(&source.File{Path: "content/referater/a/2023-11-08.md", Text: sealedMinutes}, testWords); committee.Seal == want {
		t.Error("another day has the same seal")
	}
}

func TestWhatIsBehindClosedDoorsIsInNoSeal(t *testing.T) {
	closed := edited(t, sealedMinutes, "number = \"1\"\n", "number = \"1\"\nclosed = true\n")
	want := sealOf(t, closed)
	if sealOf(t, edited(t, closed, "Rådet godkendte regnskabet.", "Rådet forkastede regnskabet.")) != want ||
		sealOf(t, edited(t, closed, `title = "Økonomi"`, `title = "Personalesag"`)) == sealOf(t, sealedMinutes) {
		t.Error("what nobody sees is sealed")
	}
	_, words := Wording(&source.File{Path: "content/referater/a/2023-11-07.md", Text: closed}, testWords)
	for _, w := range words {
		if w.Text == "Økonomi" || w.Text == "godkendte" {
			t.Errorf("%q of %s can be read", w.Text, w.Place)
		}
	}
}

func TestEveryWordHasItsPlaceAndLine(t *testing.T) {
	f := &source.File{Path: "content/referater/a/2023-11-07.md", Text: sealedMinutes}
	m, words := Wording(f, testWords)
	if m == nil || m.Seal != sealOf(t, sealedMinutes) {
		t.Fatal("these are not the minutes")
	}
	lines := strings.Split(sealedMinutes, "\n")
	var got []string
	for _, w := range words {
		if w.Place != "date" && w.Text != "absent" && w.Text != "chair" && w.Text != "&" && w.Text != "2023-11-08" && !strings.Contains(lines[w.Line-1], w.Text) {
			t.Errorf("%q is not in line %d", w.Text, w.Line)
		}
		if slices.Contains([]string{"2306875", "absent", "Lund", "Mødet", "Post", "100", "godkendte", "holdes", "omdelt."}, w.Text) {
			got = append(got, fmt.Sprint(w.Text, " ", w.Place, " ", w.Line))
		}
	}
	want := []string{"2306875 record 10", "Lund participants 17", "absent participants 18", "Mødet  29", "Post punkt-1-referat 41", "100 punkt-1-referat 43",
		"godkendte punkt-1-referat 46", "holdes punkt-2 51", "omdelt.  53"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestASealIsKeptWithWhatAFileSays(t *testing.T) {
	m, _ := parseMinutes(&source.File{Path: "content/referater/a/2023-11-07.md", Text: sealedMinutes}, testWords)
	kept, err := Recall(string((&Parsed{Minutes: m}).Append(nil)))
	if err != nil || kept.Minutes.Seal != m.Seal {
		t.Error("it is lost", err)
	}
}

func TestASealIsOverTheWordsOfThePlainText(t *testing.T) {
	m, _ := parseMinutes(&source.File{Path: "content/referater/a/2023-11-07.md", Text: sealedMinutes}, testWords)
	m.EachText(func(f *Fragment) {
		s := sealer{}
		s.html(f.HTML)
		if got, want := strings.Fields(string(s.words)), strings.Fields(f.Plain().Text); !slices.Equal(got, want) {
			t.Errorf("%q, but the plain text is %q", got, want)
		}
	})
}
