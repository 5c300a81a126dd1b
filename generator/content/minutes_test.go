package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"referat/generator/source"
)

var testWords = func() *Vocabulary {
	v := &Vocabulary{Words: Words{
		Folders: Folders{Minutes: "referater"},
		Sections: []SectionName{{Name: "Indstilling", Role: Proposal}, {Name: "Referat", Also: []string{"Ad …"}, Role: Outcome},
			{Name: "Baggrund", Role: Case}, {Name: "Beslutning", Also: []string{"Beslutning i …"}, Role: Outcome, Decision: true}},
		Kinds: []Kind{{Code: "O", Name: "Orientering", Also: []string{"orienteringspunkt"}}, {Code: "D", Name: "Drøftelse"}},
	}}
	v.indexSections()
	return v
}()

func readMinutes(t *testing.T, head, body string) (*Minutes, []source.Problem) {
	t.Helper()
	f := &source.File{Path: "content/referater/a/2023-11-07.md", Text: "+++\ntitle = \"Møde\"\nstate = \"final\"\n" + head + "+++\n" + body}
	m, problems := parseMinutes(f, testWords)
	if m == nil {
		t.Fatal(said(problems))
	}
	return m, problems
}

func TestHeadingsOfItemsAreParted(t *testing.T) {
	for heading, want := range map[string]string{
		"## Pkt. 1 Status på NGC (orientering) v/Bettina Lundgren": "Pkt. 1|1|Status på NGC|orientering|Bettina Lundgren|punkt-1",
		"## Pkt. 3 Proces (D) v/ Jesper Gyllenborg":                "Pkt. 3|3|Proces|D|Jesper Gyllenborg|punkt-3",
		"## Pkt. 5 Næste møde og evt. v/Jesper Gyllenborg":         "Pkt. 5|5|Næste møde og evt.||Jesper Gyllenborg|punkt-5",
		"## Punkt 2: Økonomi (med bilag)":                          "Punkt 2:|2|Økonomi (med bilag)|||punkt-2",
		"## Ad 1. Velkomst":                                        "Ad 1.|1|Velkomst|||punkt-1",
		"## AD 1:":                                                 "AD 1:|1||||punkt-1",
		"## 15. 1. Budget":                                         "15. 1.|15.1|Budget|||punkt-15-1",
		"## 2.1 Anna: tavle":                                       "2.1|2.1|Anna: tavle|||punkt-2-1",
		"## 10. Eventuelt":                                         "10.|10|Eventuelt|||punkt-10",
		"# 3: Valg (orienteringspunkt)":                            "3:|3|Valg|orienteringspunkt||punkt-3",
		"## 7\\. november 2023":                                    "||7. november 2023|||afsnit-7-november-2023",
		"## 17 patientgrupper":                                     "||17 patientgrupper|||afsnit-17-patientgrupper",
		"## 2 Plan for året (orientering)":                         "2|2|Plan for året|orientering||punkt-2",
		"## 301 Åbning af mødet":                                   "301|301|Åbning af mødet|||punkt-301",
		"## 2024 Bliver et godt år":                                "||2024 Bliver et godt år|||afsnit-2024-bliver-et-godt-aar",
		"## 7 November":                                            "||7 November|||afsnit-7-november",
		"## 3":                                                     "||3|||afsnit-3",
		"## Dagsordenspunkt 2 Plan":                                "Dagsordenspunkt 2|2|Plan|||punkt-2",
		"## Sag nr. 4: Valg":                                       "Sag nr. 4:|4|Valg|||punkt-4",
		"## Ad pkt. 3 Valg":                                        "Ad pkt. 3|3|Valg|||punkt-3",
		"## Mødefakta":                                             "||Mødefakta|||afsnit-moedefakta",
		"## Pkt. 1 <Ib> siger":                                     "Pkt. 1|1|<Ib> siger|||punkt-1",
		"## Pkt. 1 *Fremhævet* & mere":                             "Pkt. 1|1|Fremhævet & mere|||punkt-1",
	} {
		m, problems := readMinutes(t, "", heading+"\n\ntekst\n")
		if len(m.Items) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d items, %s", heading, len(m.Items), said(problems))
			continue
		}
		i := m.Items[0]
		if got := strings.Join([]string{i.Label, i.Number, i.Title, i.Kind, i.Presenter, i.Anchor}, "|"); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", heading, got, want)
		}
	}
}

func TestSectionsKeepTheAuthorsOrderAndNames(t *testing.T) {
	m, problems := readMinutes(t, "", "før\n\n## Pkt. 1 x\n\nfrit\n\n### Ad 2\n\na\n\n- b\n\n::: beslutning\nc\n:::\n\nd\n\n### Indstilling:\n\n### Ukendt\n\n#### Under\n\ne\n\n## Pkt. 2 y\n")
	if got := said(problems); got != "25:1 unknown-section\n" {
		t.Errorf("problems %s", got)
	}
	var b strings.Builder
	for _, i := range m.Items {
		for _, s := range i.Sections {
			fmt.Fprintf(&b, "%s|%s|%s:", s.Anchor, s.Name, s.Role)
			for _, p := range s.Parts {
				fmt.Fprintf(&b, " %v%s %s", p.Decision, p.Anchor, p.Text.HTML)
			}
			b.WriteByte('\n')
		}
	}
	want := `||: false <p>frit</p>
punkt-1-ad-2|Ad 2|outcome: false <p id="punkt-1-ad-2-1">a</p><ul><li id="punkt-1-ad-2-2">b</li></ul> truepunkt-1-beslutning <p id="punkt-1-ad-2-3">c</p> false <p id="punkt-1-ad-2-4">d</p>
punkt-1-indstilling|Indstilling:|proposal:
punkt-1-ukendt|Ukendt|: false <h4 id="punkt-1-ukendt-under">Under</h4><p>e</p>
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
	if m.Preface.Plain().Text != "før" || m.Items[0].Decisions() != 1 {
		t.Errorf("preface %q, %d decisions", m.Preface.Plain().Text, m.Items[0].Decisions())
	}
}

func TestNothingOfAClosedItemIsKept(t *testing.T) {
	head := "[[agenda]]\nnumber = \"1\"\ntitle = \"Hemmeligt\"\nclosed = true\n[[agenda]]\nnumber = \"2\"\ntitle = \"Åbent\"\n" +
		"[[agenda]]\nnumber = \"4\"\ntitle = \"Også hemmeligt\"\nclosed = true\n"
	body := "## Pkt. 1 Hemmelig overskrift (orientering) v/Hemmelig\n\nhemmeligt[^a]\n\n## Uddybning\n\nmere hemmeligt\n\n## 3 Hemmelige bud\n\n### Referat\n\n::: beslutning\nhemmeligt\n:::\n\n" +
		"## Pkt. 2 Åbent\n\nåbent[^b]\n\n## Pkt. 5 Også hemmeligt\n\nhemmeligt\n\n[^a]: hemmelig note\n\n[^b]: åben note\n"
	m, _ := readMinutes(t, head, body)
	var all strings.Builder
	m.EachText(func(f *Fragment) { all.WriteString(f.HTML + f.Plain().Text) })
	all.WriteString(fmt.Sprintf("%+v", m.Items))
	if got := strings.ToLower(all.String()); strings.Contains(got, "hemmelig") || !strings.Contains(got, "åben note") {
		t.Errorf("kept: %s", all.String())
	}
	if len(m.Items) != 3 || !m.Items[0].Closed || m.Items[1].Closed || !m.Items[2].Closed || m.Items[0].Number != "1" {
		t.Errorf("%+v", m.Items)
	}
}

func TestItemsAreComparedWithTheAgenda(t *testing.T) {
	head := "[[agenda]]\nnumber = \"4\"\ntitle = \"Næste møde\"\n"
	m, problems := readMinutes(t, head, "## Pkt. 5 Næste møde\n")
	if got := said(problems); got != "8:1 item-not-on-agenda\n" || problems[0].Args[2] != "4" {
		t.Errorf("%s %v", got, problems)
	}
	if item := m.Elsewhere(&m.Agenda[0]); item == nil || item.Number != "5" {
		t.Errorf("the item with the same title is not found: %v", item)
	}
	_, problems = readMinutes(t, "", "## Pkt. 1 x\n\n## Pkt. 1 y\n")
	if got := said(problems); got != "7:1 duplicate-item\n" {
		t.Error(got)
	}
	_, problems = readMinutes(t, "", "# Dagsorden\n\n## 1. x\n\n# Referat\n\n## 1. x\n")
	if len(problems) > 0 {
		t.Errorf("a part of its own counts anew: %s", said(problems))
	}
}

func TestAFileNameThatIsNoDateIsToldSo(t *testing.T) {
	for _, name := range []string{"7-11-2023", "2023-13-07", "x", "2023-11-07-to"} {
		f := &source.File{Path: source.Path("content/referater/a/" + name + ".md"), Text: "+++\ntitle = \"Møde\"\nstate = \"final\"\n+++\n"}
		if _, problems := parseMinutes(f, testWords); len(problems) != 1 || problems[0].Code != source.MinutesName {
			t.Errorf("%s: %s", name, said(problems))
		}
	}
}

func TestDoubtsOfAnImportAreReadAndNothingElseOfIt(t *testing.T) {
	m, problems := readMinutes(t, `[import]
file = "referat.docx"
[import.kept]
label = ["Dato:"]
[[import.doubts]]
text = "Er dette en beslutning?"
at = "side 3, linje 12"
anchor = "punkt-1"
near = "Det blev"
nth = 2
[[import.doubts]]
text = "Hvem var ordstyrer?"
key = "chair"
`, "## Pkt. 1 a\n")
	if got := said(problems); got != "" {
		t.Fatal(got)
	}
	want := []ImportDoubt{
		{"Er dette en beslutning?", "side 3, linje 12", "punkt-1", "Det blev", 2, "", source.Pos{Path: m.Path, Line: 9, Col: 8}},
		{"Hvem var ordstyrer?", "", "", "", 0, "chair", source.Pos{Path: m.Path, Line: 15, Col: 8}},
	}
	if !slices.Equal(m.Doubts, want) {
		t.Errorf("got  %v\nwant %v", m.Doubts, want)
	}
	_, problems = readMinutes(t, "[[import.doubts]]\nat = \"side 3\"\nhint = 1\n", "")
	if got := said(problems); got != "4:1 missing-key\n6:1 unknown-key\n" {
		t.Error(got)
	}
}
