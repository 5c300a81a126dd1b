package content

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// slipWords have a section of enclosures and a kind for decisions too.
func slipWords() *Vocabulary {
	v := &Vocabulary{Words: Words{Folders: testWords.Folders, SubjectWords: []string{"Patientgrupper", "patientgrupper", "Patientgruppe"},
		Sections: append([]SectionName{{Name: "Bilag", Role: Enclosure}}, testWords.Words.Sections...),
		Kinds:    append([]Kind{{Code: "B", Name: "Beslutning"}}, testWords.Words.Kinds...)}}
	v.indexSections()
	return v
}

// withSlips parses minutes of 7 November 2023, a Tuesday, and gives their problems by code and line.
func withSlips(t *testing.T, head, body string) string {
	t.Helper()
	f := &source.File{Path: "content/referater/a/2023-11-07.md", Text: "+++\ntitle = \"Møde\"\nstate = \"final\"\n" + head + "+++\n" + body}
	_, problems := parseMinutes(f, slipWords())
	var lines []string
	for _, p := range source.Sort(problems) {
		lines = append(lines, fmt.Sprintf("%d %s %v", p.Pos.Line, p.Code, p.Args))
	}
	return strings.Join(lines, "\n")
}

// participants are front matter; those absent have a minus first.
func participants(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		name, absent := strings.CutPrefix(n, "-")
		fmt.Fprintf(&b, "[[participants]]\nname = %q\nabsent = %v\n", name, absent)
	}
	return b.String()
}

// agenda is front matter; each item is "number|title|kind|presenter".
func agenda(items ...string) string {
	var b strings.Builder
	for _, i := range items {
		f := append(strings.Split(i, "|"), "", "", "")
		fmt.Fprintf(&b, "[[agenda]]\nnumber = %q\ntitle = %q\n", f[0], f[1])
		if f[2] != "" {
			fmt.Fprintf(&b, "kind = %q\n", f[2])
		}
		if f[3] != "" {
			fmt.Fprintf(&b, "presenter = %q\n", f[3])
		}
	}
	return b.String()
}

func TestTheRecordIsComparedWithItself(t *testing.T) {
	for name, c := range map[string]struct{ head, body, want string }{
		"nothing": {participants("Ida Holm", "-Ib Lund") + agenda("1|Status|O|Ida Holm", "2|Evt."),
			"## Pkt. 1 Status (orientering) v/Ida Holm\n\nIda Holm oplyste, at Ib Lund er syg.\n\n## Pkt. 2 Evt.\n\nIntet.\n", ""},
		"an item of the agenda without text": {agenda("1|Status", "2|Evt."), "## Pkt. 1 Status\n\na\n", "8 agenda-without-text [2 Evt.]"},
		"that has it under another number":   {agenda("1|Status", "4|Evt."), "## Pkt. 1 Status\n\na\n\n## Pkt. 5 Evt.\n\nb\n", "15 item-not-on-agenda [5 Evt. 4]"},
		"an item behind closed doors":        {agenda("1|Status", "2|Evt.") + "closed = true\n", "## Pkt. 1 Status\n\na\n", ""},
		"an agenda alone":                    {agenda("1|Status"), "Intet referat.\n", ""},
		"another title":                      {agenda("1|Status ifm. drift"), "## Pkt. 1 Status i forbindelse med drift\n\na\n", "8 title-differs [1 Status i forbindelse med drift Status ifm. drift]"},
		"another case is no other title":     {agenda("1|STATUS  på drift."), "## Pkt. 1 Status på drift\n\na\n", ""},
		"another kind":                       {agenda("1|Status|O"), "## Pkt. 1 Status (D)\n\na\n", "9 kind-differs [1 Drøftelse Orientering]"},
		"no kind": {agenda("1|Velkomst", "2|Status", "3|Drift|O", "4|Evt."), "## Pkt. 1 Velkomst\n\na\n\n## Pkt. 2 Status\n\na\n\n## Pkt. 3 Drift\n\na\n\n## Pkt. 4 Evt.\n\na\n",
			"8 kind-missing [2]"},
		"a decision under another kind":   {agenda("1|Status|D"), "## Pkt. 1 Status\n\n::: beslutning\na\n:::\n", "9 decision-under-kind [1 Drøftelse]"},
		"a decision under its kind":       {agenda("1|Status|B"), "## Pkt. 1 Status\n\n::: beslutning\na\n:::\n", ""},
		"a person both here and not":      {participants("Ida Holm", "-ida holm"), "", "8 person-twice [ida holm]"},
		"a person twice":                  {participants("Ida Holm", "Ida Holm"), "", ""},
		"a secretary in no list":          {"chair = \"Ida Holm\"\nsecretary = \"Bo Dam\"\n" + participants("Ida Holm"), "", "5 unlisted-officer [Bo Dam  !]"},
		"a chair in no list":              {"chair = \"Bo Dam\"\n" + participants("Ida Holm"), "", "4 unlisted-officer [Bo Dam ! ]"},
		"a chair who was absent":          {"chair = \"Ida Holm\"\n" + participants("-Ida Holm"), "", "4 absent-officer [Ida Holm ! ]"},
		"a chair and no list":             {"chair = \"Bo Dam\"\n", "", ""},
		"an absent presenter":             {participants("-Ida Holm") + agenda("1|Status||Ida Holm"), "## Pkt. 1 Status v/Ida Holm\n\na\n", "10 absent-presents [Ida Holm 1]"},
		"an absent presenter in the text": {participants("Bo Dam", "-Ida Holm") + agenda("1|Status||Bo Dam"), "## Pkt. 1 Status v/Ida Holm\n\na\n", "15 absent-presents [Ida Holm 1]"},
		"an unknown presenter":            {participants("Ida Holm") + agenda("1|Status||Bo Dam, NGC"), "## Pkt. 1 Status v/Bo Dam, NGC\n\na\n", "10 unlisted-presenter [Bo Dam 1]"},
		"presenters who are no persons":   {participants("Ida Holm") + agenda("1|A||sekretariatet", "2|B||Danske Regioner", "3|C||NGC", "4|D||Ida Holm og Bo Dam"), "", ""},
		"an absent speaker":               {participants("Bo Dam", "-Ida Holm"), "## Pkt. 1 Status\n\nSå talte vi,\nog Ida Holm oplyste, at alt er vel.\n", "14 absent-speaks [Ida Holm]"},
		"by first name":                   {participants("Bo Dam", "-Ida Holm"), "## Pkt. 1 Status\n\nIda spurgte til driften.\n", "13 absent-speaks [Ida Holm]"},
		"by a first name of two":          {participants("Ida Dam", "-Ida Holm"), "## Pkt. 1 Status\n\nIda spurgte til driften.\n", ""},
		"an absent person spoken of":      {participants("Bo Dam", "-Ida Holm"), "## Pkt. 1 Status\n\nIda Holm er syg. Frida spurgte.\n", ""},
		"a document before the meeting":   {"[record]\ndate = 2023-11-06\n", "", "5 document-early [2023-11-06 2023-11-07]"},
		"a document after it":             {"[record]\ndate = 2023-11-08\n", "", ""},
		"a correction before it":          {"[[corrections]]\ndate = 2023-11-06\nwhat = \"x\"\n", "", "5 correction-early [2023-11-06 2023-11-07]"},
		"a weekday in the place":          {"place = \"Oslo, onsdag den 7. november 2023\"\n", "", "4 weekday-differs [onsdag den 7. november 2023 tirsdag]"},
		"a weekday in the text":           {"", "## Pkt. 1 a\n\nb\nog torsdag\nd. 7. november 2023\n", "8 weekday-differs [torsdag d. 7. november 2023 tirsdag]"},
		"enclosures without files": {"[[attachments]]\nfile = \"bilag-2-1.pdf\"\ntitle = \"Budget\"\n[[attachments]]\nfile = \"x.pdf\"\ntitle = \"Bilag 3: Plan\"\n",
			"## Pkt. 1 a\n\n### Bilag\n\nBilag 1: Noter\n\n- Bilag 2.1: Budget\n- Bilag 3\n\nBilag 2: [Tal](tal.pdf)\n\n### Referat\n\nBilag 9 blev omdelt.\n", "15 enclosure-without-file [Bilag 1: Noter]"},
		"an enclosure that is not named": {"[[attachments]]\nfile = \"b.pdf\"\ntitle = \"Bilag 4: Plan\"\n", "## Pkt. 1 a\n\nSe bilag 5.\n", "5 enclosure-unnamed [Bilag 4: Plan]"},
	} {
		if got := withSlips(t, c.head, c.body); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestAMeetingThatWasNotHeldHasNoSlips(t *testing.T) {
	for _, state := range []string{"planned", "cancelled"} {
		f := &source.File{Path: "content/referater/a/2023-11-07.md", Text: "+++\ntitle = \"Møde\"\nstate = \"" + state + "\"\nsecretary = \"Bo Dam\"\n" +
			"[record]\ndate = 2023-10-01\n" + participants("Ida Holm") + agenda("1|Status", "2|Evt.") + "+++\n## Pkt. 1 Status\n\na\n"}
		if _, problems := parseMinutes(f, slipWords()); len(problems) > 0 {
			t.Errorf("%s: %s", state, said(problems))
		}
	}
}
