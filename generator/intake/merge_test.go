package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referat/generator/source"
)

// uniqueFile is a content file in which no word stands twice but for numbers and names of keys.
func uniqueFile() string {
	var b strings.Builder
	n := 0
	word := func() string { n++; return fmt.Sprintf("ord%d", n) }
	words := func(count int) string {
		var list []string
		for range count {
			list = append(list, word())
		}
		return strings.Join(list, " ")
	}
	fmt.Fprintf(&b, "+++\ntitle = %q\ndate = 2023-11-07\nplace = %q\nstate = \"draft\"\n\n[record]\ncase = %q\n", words(4), words(2), word())
	for i := range 3 {
		fmt.Fprintf(&b, "\n[[agenda]]\nnumber = \"%d\"\ntitle = %q\n", i+1, words(3))
	}
	for range 3 {
		fmt.Fprintf(&b, "\n[[participants]]\nname = %q\nrole = %q\n", words(2), words(2))
	}
	b.WriteString("\n[import]\nfile = \"a.docx\"\n\n[[import.doubts]]\ntext = \"Tvivl et.\"\n\n[[import.doubts]]\ntext = \"Tvivl to.\"\n+++\n\n" + words(5) + "\n")
	for i := range 3 {
		fmt.Fprintf(&b, "\n## Pkt. %d %s\n\n%s\n", i+1, words(3), words(6))
		for _, s := range []string{"Indstilling", "Referat"} {
			fmt.Fprintf(&b, "\n### %s\n\n%s\n\n%s\n\n- %s\n- %s\n\n| %s | %s |\n| --- | --- |\n| %s | %s |\n", s, words(8), words(8), words(5), words(5), word(), word(), word(), word())
		}
	}
	return b.String()
}

// change is one edit of a file that staff or the author of the document may make.
func change(t *rapid.T, file, name string, focus int, n *int) string {
	*n++
	fresh := fmt.Sprintf("%s%d", name, *n)
	words := regexp.MustCompile(`ord\d+`).FindAllStringIndex(file, -1)
	at := words[rapid.IntRange(0, len(words)-1).Draw(t, "at")]
	if rapid.IntRange(0, 3).Draw(t, "near") > 0 {
		at = words[min(focus+rapid.IntRange(0, 30).Draw(t, "beside"), len(words)-1)] // where the other side works too
	}
	from := strings.LastIndexByte(file[:at[0]], '\n') + 1
	to := at[1] + strings.IndexByte(file[at[1]:], '\n')
	line, inBody := file[from:to], strings.Contains(file[:from], "+++\n\n")
	plain := inBody && strings.HasPrefix(line, "ord")
	switch rapid.SampledFrom([]string{"replace", "replace", "delete", "insert", "mark", "section", "item", "person"}).Draw(t, "how") {
	case "delete":
		if plain || strings.HasPrefix(line, "- ") {
			return file[:from] + file[min(to+1, len(file)):]
		}
	case "insert":
		if plain {
			return file[:to] + "\n\n" + fresh + " indsat" + file[to:]
		}
	case "mark":
		if plain && name == "min" && strings.Contains(file[:from], "### ") && !strings.HasSuffix(file[:from], "::: beslutning\n") {
			return file[:from] + "::: beslutning\n" + line + "\n:::" + file[to:]
		}
	case "section":
		if plain && strings.Contains(file[:from], "### ") {
			return file[:to] + "\n\n### " + fresh + "\n\n" + fresh + " tekst" + file[to:]
		}
	case "item":
		return file + "\n## Pkt. " + fmt.Sprint(10+*n) + " " + fresh + "\n\n" + fresh + " tekst\n"
	case "person":
		return strings.Replace(file, "\n[import]", "\n[[participants]]\nname = \""+fresh+"\"\n\n[import]", 1)
	}
	return file[:at[0]] + fresh + file[at[1]:]
}

func changed(t *rapid.T, file, name string, focus int) string {
	n := 0
	for range rapid.IntRange(0, 4).Draw(t, name) {
		file = change(t, file, name, focus, &n)
	}
	return file
}

func TestNoWordIsLostInAMergeWithoutAClash(t *testing.T) {
	base := uniqueFile()
	word := regexp.MustCompile(`(?:ord|min|deres)\d+`)
	rapid.Check(t, func(t *rapid.T) {
		focus := rapid.IntRange(0, 220).Draw(t, "focus")
		mine, theirs := changed(t, base, "min", focus), changed(t, base, "deres", focus)
		merged, clashes := Merge(base, mine, theirs)
		said := ""
		for _, c := range clashes {
			said += " " + c.Target.Near
		}
		has := func(file string) map[string]bool {
			set := map[string]bool{}
			for _, w := range word.FindAllString(file, -1) {
				set[w] = true
			}
			return set
		}
		b, m, d, out, told := has(base), has(mine), has(theirs), has(merged), has(said)
		for w := range m {
			if !out[w] && (!b[w] || d[w]) {
				t.Fatalf("%s of mine is gone\n%s\n---\n%s\n---\n%s", w, mine, theirs, merged)
			}
		}
		for w := range d {
			if !out[w] && !b[w] && !told[w] {
				t.Fatalf("%s of theirs is gone\n%s\n---\n%s\n---\n%s", w, mine, theirs, merged)
			}
		}
		for w := range out {
			if !m[w] && !d[w] {
				t.Fatalf("%s is back\n%s\n---\n%s\n---\n%s", w, mine, theirs, merged)
			}
		}
		if _, problems := readBack(t, merged); len(problems) > 0 {
			t.Fatalf("%v\n%s\n---\n%s\n---\n%s", problems, mine, theirs, merged)
		}
		lines := strings.Count(merged, "\n")
		for _, c := range clashes {
			if c.Pos.Line < 1 || c.Pos.Line > lines {
				t.Fatalf("line %d of %d", c.Pos.Line, lines)
			}
		}
	})
}

func TestWhatOneSideAloneChangedIsTaken(t *testing.T) {
	base := uniqueFile()
	rapid.Check(t, func(t *rapid.T) {
		edited := changed(t, base, "min", 50)
		for _, c := range [][4]string{{base, edited, base, edited}, {base, base, edited, edited}, {base, edited, edited, edited}} {
			if got, clashes := Merge(c[0], c[1], c[2]); got != c[3] || len(clashes) > 0 {
				t.Fatal(clashes, got)
			}
		}
		// and so when something else has changed as well, far from all of it
		theirs := strings.Replace(edited, `file = "a.docx"`, `file = "b.docx"`, 1)
		if got, clashes := Merge(base, base+"\n", theirs); strings.TrimSpace(got) != strings.TrimSpace(theirs) || len(clashes) > 0 {
			t.Fatalf("%v\n%s\n---\n%s", clashes, theirs, got)
		}
	})
}

func TestAFileIsTheSumOfItsParts(t *testing.T) {
	_, sample := sampleFile()
	for _, file := range []string{sample, uniqueFile(), "+++\n# note\ntitle = \"a\" # why\nlist = [\n  \"]\", # x\n  '[',\n]\nlong = \"\"\"\n[x]\n\"\"\"\n# end\n+++\n", "+++\n+++\n\n::: beslutning\n\na\n\nb\n\n:::\n\n```\n## no item\n```\n\n## En\n\ntekst\n"} {
		if got, _ := parseFile(file).file(); got != file {
			t.Errorf("got\n%s\nwant\n%s", got, file)
		}
	}
}

// merging is one case: what staff and the author of the document have replaced.
type merging struct {
	name         string
	mine, theirs []string // old, new, old, new …
	want         []string // in the result
	not          []string // not in it
	clash        source.Code
	near         string
}

func TestMerging(t *testing.T) {
	_, base := sampleFile()
	for _, c := range []merging{
		{"staff's state, summary and concerns stay", []string{`state = "draft"`, "state = \"final\"\nsummary = \"Kort.\"", `kind = "O"`, "kind = \"O\"\nconcerns = \"*\" # alle"},
			[]string{"Status på NGC\"", "Status for NGC\"", "Microsoft Teams", "Teams"},
			[]string{`state = "final"`, `summary = "Kort."`, `concerns = "*" # alle`, `title = "Status for NGC"`, `place = "Teams"`}, nil, "", ""},
		{"a mark of a decision stays", []string{"Der er 17 patientgrupper.[^1]", "::: beslutning\nDer er 17 patientgrupper.[^1]\n:::"}, []string{"- Belys", "- Belys også"},
			[]string{"::: beslutning\nDer er 17 patientgrupper.[^1]\n:::", "- Belys også"}, nil, "", ""},
		{"a marked text that the document changes is a clash", []string{"Der er 17 patientgrupper.[^1]", "::: beslutning\nDer er 17 patientgrupper.[^1]\n:::"}, []string{"Der er 17 p", "Der er 18 p"},
			[]string{"::: beslutning\nDer er 17 patientgrupper.[^1]\n:::"}, []string{"18"}, source.DoubtClash, "Der er 18 patientgrupper."},
		{"a row and the entry of a list change alone", []string{"Medio marts", "Ultimo marts"}, []string{"Supplér med", "Supplér og"}, []string{"Ultimo marts", "Supplér og"}, nil, "", ""},
		{"a new text stands beside a changed one", []string{"Der er 17 patientgrupper", "Der er nu 17 patientgrupper"}, []string{"- Supplér", "Først dette.\n\n- Supplér"},
			[]string{"Der er nu 17 patientgrupper", "**:\n\nFørst dette.\n\n- Supplér"}, nil, "", ""},
		{"one person's line is nobody else's", []string{"absent = true", "absent = true\nnote = \"syg\""}, []string{`role = "sundhedsdirektør"`, `role = "direktør"`},
			[]string{`note = "syg"`, `role = "direktør"`}, nil, "", ""},
		{"a name that both changed", []string{`chair = "Jesper Gyllenborg"`, `chair = "Jesper G."`}, []string{`chair = "Jesper Gyllenborg"`, `chair = "Anna Holm"`},
			[]string{`chair = "Jesper G."`}, []string{"Anna Holm"}, source.DoubtClash, "Anna Holm"},
		{"a person that staff corrected and the document left out", []string{`role = "sundhedsdirektør"`, `role = "direktør"`},
			[]string{"[[participants]]\nname = \"Jesper Gyllenborg\"\nrole = \"sundhedsdirektør\"\norganisation = \"Region Sjælland\"\nchair = true\n\n", ""},
			[]string{`role = "direktør"`}, nil, source.DoubtClashGone, ""},
		{"a text that staff deleted and the document changed", []string{"Der er 17 patientgrupper.[^1]\n", "[^1]\n"}, []string{"Der er 17 p", "Der er 19 p"}, nil, []string{"19"}, source.DoubtClashDeleted, "Der er 19 patientgrupper."},
		{"new texts at one place", []string{"- Belys\n", "- Belys\n- Fra os\n"}, []string{"- Belys\n", "- Belys\n- Fra dem\n"}, []string{"- Fra os"}, []string{"- Fra dem"}, source.DoubtClashNew, "Fra dem"},
		{"a text that the document words anew where staff have something new", []string{"Der er 17 patientgrupper.[^1]", "Fra os.\n\nDer er 17 patientgrupper.[^1]"}, []string{"Der er 17 patientgrupper.[^1]", "Noget helt andet.[^1]"},
			[]string{"Fra os.\n\nDer er 17 patientgrupper.[^1]"}, []string{"Noget helt andet"}, source.DoubtClashNew, "Noget helt andet."},
		{"a renamed item is the same item", []string{"## Pkt. 1 Status på NGC", "## Pkt. 2 Status på NGC"}, []string{"Supplér med", "Supplér og"}, []string{"## Pkt. 2 Status på NGC", "Supplér og"}, []string{"## Pkt. 1"}, "", ""},
		{"a doubt that staff settled stays settled", []string{"\n[[import.doubts]]\ntext = \"Dokumentet nævner intet udvalg, som webstedet kender. Angiv udvalget med --committee ID.\"\nkey = \"title\"\n\n[[", "\n[["},
			[]string{`at = "side 2, linje 28"`, `at = "side 3, linje 1"`, "+++\n\n##", "\n[[import.doubts]]\ntext = \"Ny.\"\n+++\n\n##"}, []string{"side 3, linje 1", "Ny."}, []string{"ID.\"\n\n[["}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			mine, theirs := replaced(t, base, c.mine), replaced(t, base, c.theirs)
			merged, clashes := Merge(base, mine, theirs)
			for _, want := range c.want {
				if !strings.Contains(merged, want) {
					t.Errorf("no %q", want)
				}
			}
			for _, not := range c.not {
				if strings.Contains(merged, not) {
					t.Errorf("there is %q", not)
				}
			}
			if len(clashes) > 1 || (len(clashes) == 1) != (c.clash != "") || len(clashes) == 1 && (clashes[0].Code != c.clash || clashes[0].Target.Near != c.near) {
				t.Errorf("%+v", clashes)
			}
			if t.Failed() {
				t.Log(merged)
			}
		})
	}
}

func TestAnEditorsLineEndsAndMarksAreNoChange(t *testing.T) {
	_, base := sampleFile()
	theirs := replaced(t, base, []string{"Microsoft Teams", "Teams"})
	mine := "\ufeff" + strings.ReplaceAll(strings.Replace(base, fence, fence+" ", 1), "\n", "\r\n")
	if merged, clashes := Merge(base, mine, theirs); merged != theirs || len(clashes) > 0 {
		t.Errorf("%v\n%s", clashes, merged)
	}
	if d := Differences(mine, base); len(d) > 0 {
		t.Error(d)
	}
}

func replaced(t *testing.T, file string, pairs []string) string {
	t.Helper()
	for pair := range slices.Chunk(pairs, 2) {
		if !strings.Contains(file, pair[0]) {
			t.Fatalf("the file has no %q", pair[0])
		}
		file = strings.Replace(file, pair[0], pair[1], 1)
	}
	return file
}

func TestClashesAreAskedInTheFile(t *testing.T) {
	_, base := sampleFile()
	mine := replaced(t, base, []string{"17 patientgrupper", "18 patientgrupper", "Microsoft Teams", "Teams"})
	theirs := replaced(t, base, []string{"17 patientgrupper", "19 patientgrupper", "Microsoft Teams", "Zoom"})
	merged, clashes := Merge(base, mine, theirs)
	asked, moved := Ask(merged, clashes, "da")
	m, problems := readBack(t, asked)
	if len(problems) > 0 || len(m.Doubts) != 4 || m.Doubts[3].Anchor != "punkt-1-referat" ||
		m.Doubts[3].Text != `Siden den forrige import er ordene ved Pkt. 1, Referat ændret både i filen og i dokumentet: filen siger "Der er 18 patientgrupper.", dokumentet "Der er 19 patientgrupper." Behold det, der står i filen, eller ret det til dokumentets ord.` {
		t.Errorf("%v %+v", problems, m.Doubts)
	}
	lines := strings.Split(asked, "\n")
	if len(moved) != 2 || lines[moved[0].Pos.Line-1] != `place = "Teams"` || !strings.HasPrefix(lines[moved[1].Pos.Line-1], "Der er 18") {
		t.Errorf("%+v", moved)
	}
	if again, _ := Ask(asked, moved, "da"); again != asked {
		t.Error("they are asked twice")
	}
}

func TestAnchorsAreThoseOfTheSite(t *testing.T) {
	const body = "## Pkt. 1 a\n\nb\n\n### Referat\n\n::: beslutning\nc\n:::\n\n### Beslutning:\n\nd\n\n### Referat\n\n## Økonomi v/Ib\n\n### Referat\n\n## 15. 1. Budget\n\n# Pkt. 1 e\n"
	file := "+++\ntitle = \"t\"\nstate = \"draft\"\n+++\n\n" + body
	m, _ := readBack(t, file)
	var want [][]string
	for _, item := range m.Items {
		list := []string{item.Anchor}
		for _, s := range item.Sections {
			list = append(list, cmp.Or(s.Anchor, item.Anchor))
		}
		want = append(want, list)
	}
	if got := parseFile(file).anchors(); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
