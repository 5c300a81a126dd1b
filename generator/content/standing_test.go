package content

import (
	"strings"
	"testing"

	"referat/generator/source"
)

func TestCorrectionsHaveKindsAndAnchorsThatStay(t *testing.T) {
	head := `[[corrections]]
date = 2023-12-12
what = "Tallet er 20.621."
[[corrections]]
date = 2023-12-12
kind = "praecisering"
what = "Ordet er præciseret."
`
	later := `[[corrections]]
date = 2024-01-05
kind = "revision"
what = "Ny udgave."
item = "1"
`
	before, problems := readMinutes(t, head, "## Pkt. 1 Status\n\nTekst.\n")
	after, more := readMinutes(t, head+later, "## Pkt. 1 Status\n\nTekst.\n")
	if len(problems)+len(more) > 0 {
		t.Fatal(said(problems), said(more))
	}
	want := []Correction{
		{Kind: Amendment, Anchor: "rettelse-2023-12-12"}, {Kind: Clarification, Anchor: "rettelse-2023-12-12-2"}, {Kind: Revision, Anchor: "rettelse-2024-01-05"}}
	for i, c := range after.Corrections {
		if c.Kind != want[i].Kind || c.Anchor != want[i].Anchor || !after.Anchors.Has(c.Anchor) {
			t.Errorf("%d: %+v", i, c)
		}
		if i < len(before.Corrections) && before.Corrections[i] != c {
			t.Errorf("a later correction changes %+v", c)
		}
	}
}

func TestCorrectionsOfClosedItemsAreNotKept(t *testing.T) {
	m, _ := readMinutes(t, `[[agenda]]
number = "4"
title = "Ansættelse"
closed = true
[[corrections]]
date = 2023-12-12
item = "4"
what = "Hemmeligt efter dagsordenens nummer."
[[corrections]]
date = 2023-12-12
item = "5"
what = "Hemmeligt efter tekstens nummer."
[[corrections]]
date = 2023-12-12
item = "6"
what = "Åbent."
`, "## Pkt. 5 Ansættelse\n\nHemmeligt.\n\n## Pkt. 6 Evt.\n\nÅbent.\n")
	if open := m.PublicCorrections(); len(open) != 1 || open[0].What != "Åbent." || len(m.Corrections) != 3 {
		t.Errorf("%+v", m.Corrections)
	}
}

func TestWithdrawnMinutesSayWhy(t *testing.T) {
	for line, want := range map[string]string{
		"":                                    "withdrawn-reason",
		"withdrawn_reason = \"persondata\"\n": "",
		"withdrawn_reason = \"ophavsret\"\n":  "",
		"withdrawn_reason = \"persondat\"\n":  "bad-value",
	} {
		f := &source.File{Path: "content/referater/a/2023-11-07.md", Text: "+++\ntitle = \"Møde\"\nstate = \"withdrawn\"\nwithdrawn = 2024-01-05\n" + line + "+++\n"}
		_, problems := parseMinutes(f, testWords)
		if got := said(problems); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %s", line, got)
		}
	}
	if _, problems := readMinutes(t, "withdrawn = 2024-01-05\n", ""); len(problems) > 0 {
		t.Error("minutes that are not withdrawn are asked why they are", said(problems))
	}
}

func TestMinutesAreApprovedByMinutes(t *testing.T) {
	m, problems := readMinutes(t, "approved_by = \"2023-12-05.md\"\n", "")
	if m.ApprovedBy.Path != "content/referater/a/2023-12-05.md" || len(problems) > 0 {
		t.Errorf("%+v %s", m.ApprovedBy, said(problems))
	}
	if _, problems = readMinutes(t, "approved_by = \"https://ngc.dk/\"\n", ""); !strings.Contains(said(problems), "approved-by") {
		t.Error(said(problems))
	}
}
