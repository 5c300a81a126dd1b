package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"referat/generator/personal/personaltest"
	"referat/generator/source"
)

// hidingPlace is a file with a place where a number may hide. In path and text a NUMBER is put for the number, and an ID
// for what tells files of one place apart.
type hidingPlace struct{ name, path, text string }

const (
	aMeeting   = "content/referater/raadet/ID.md"
	aCommittee = "content/udvalg/id-ID.md"
	aSubject   = "content/emner/id-ID.md"
	aSeries    = "content/tal/id-ID.toml"
	aTable     = "content/tal/id-ID.csv"
	aPage      = "content/id-ID.md"
)

// minutesWith are minutes with keys of their own and a text.
func minutesWith(keys, text string) string {
	return "+++\ntitle = \"Møde i Rådet\"\nstate = \"final\"\n" + keys + "\n+++\n\n## Pkt. 1 Status\n\n### Referat\n\n" + text + "\n"
}

func hidingPlaces() []hidingPlace {
	return []hidingPlace{
		{"title of a meeting", aMeeting, "+++\ntitle = \"Møde om NUMBER\"\nstate = \"final\"\n+++\n"},
		{"title of a draft", aMeeting, "+++\ntitle = \"Møde om NUMBER\"\nstate = \"draft\"\n+++\n"},
		{"withdrawn minutes", aMeeting, "+++\ntitle = \"Møde om NUMBER\"\nstate = \"withdrawn\"\nwithdrawn = 2024-01-01\n+++\n"},
		{"place", aMeeting, minutesWith("place = \"Lokale NUMBER\"", "")},
		{"chair", aMeeting, minutesWith("chair = \"Navn NUMBER\"", "")},
		{"name of a participant", aMeeting, minutesWith("[[participants]]\nname = \"Navn NUMBER\"", "")},
		{"note on a participant", aMeeting, minutesWith("[[participants]]\nname = \"Navn\"\nnote = 'se NUMBER'", "")},
		{"title of an item", aMeeting, minutesWith("[[agenda]]\nnumber = \"1\"\ntitle = \"Sag om NUMBER\"", "")},
		{"title of a closed item", aMeeting, minutesWith("[[agenda]]\nnumber = \"1\"\ntitle = \"Sag om NUMBER\"\nclosed = true", "")},
		{"presenter", aMeeting, minutesWith("[[agenda]]\nnumber = \"1\"\ntitle = \"Status\"\npresenter = \"NUMBER\"", "")},
		{"officer", aMeeting, minutesWith("[record]\nofficer = \"NUMBER\"", "")},
		{"summary", aMeeting, minutesWith("summary = \"\"\"\nKort sagt\nom NUMBER\"\"\"", "")},
		{"title of an attachment", aMeeting, minutesWith("[[attachments]]\nfile = \"a.pdf\"\ntitle = \"Bilag NUMBER\"", "")},
		{"correction", aMeeting, minutesWith("[[corrections]]\ndate = 2024-01-01\nwhat = \"Rettet NUMBER\"", "")},
		{"reason of a correction", aMeeting, minutesWith("[[corrections]]\ndate = 2024-01-01\nwhat = \"Rettet\"\nwhy = \"NUMBER\"", "")},
		{"what an import kept", aMeeting, minutesWith("[import]\nfile = \"NUMBER\"", "")},
		{"comment of the front matter", aMeeting, minutesWith("# husk NUMBER", "")},
		{"unknown key", aMeeting, minutesWith("redirect_fra = [\"/gammel/NUMBER/\"]", "")},
		{"running text", aMeeting, minutesWith("", "Rådet drøftede sagen om NUMBER og andet.")},
		{"list", aMeeting, minutesWith("", "- et\n- NUMBER\n- tre")},
		{"cell of a table", aMeeting, minutesWith("", "| a | b |\n|---|---|\n| NUMBER | x |")},
		{"heading", aMeeting, minutesWith("", "#### Om NUMBER")},
		{"quote", aMeeting, minutesWith("", "> NUMBER")},
		{"decision", aMeeting, minutesWith("", "::: beslutning\nNUMBER\n:::")},
		{"footnote", aMeeting, minutesWith("", "Tekst[^1].\n\n[^1]: Se NUMBER")},
		{"emphasis", aMeeting, minutesWith("", "Om **NUMBER**.")},
		{"words in another language", aMeeting, minutesWith("", "Om [NUMBER]{lang=en}.")},
		{"text of a link", aMeeting, minutesWith("", "Se [NUMBER](https://ngc.dk/).")},
		{"address of a link", aMeeting, minutesWith("", "Se [her](<https://ngc.dk/NUMBER>).")},
		{"text for a picture", aMeeting, minutesWith("", "![Skema med NUMBER](a.png)")},
		{"comment of HTML", aMeeting, minutesWith("", "<!-- NUMBER -->")},
		{"code", aMeeting, minutesWith("", "`NUMBER`")},
		{"title of a committee", aCommittee, "+++\ntitle = \"Rådet NUMBER\"\n+++\n"},
		{"alias of a committee", aCommittee, "+++\ntitle = \"Rådet\"\naliases = [\"NUMBER\"]\n+++\n"},
		{"title of a subject", aSubject, "+++\ntitle = \"NUMBER\"\n+++\n"},
		{"milestone", aSubject, "+++\ntitle = \"Emne\"\n\n[[milestones]]\ndate = \"2024\"\ntitle = \"NUMBER\"\nsource = \"https://ngc.dk/\"\n+++\n"},
		{"definition of a series", aSeries, "title = \"Tal\"\nunit = \"stk.\"\ndefinition = \"Som NUMBER\"\n"},
		{"note of a table", aTable, "date,value,status,source,note\n2024-01-01,12,final,https://ngc.dk/,NUMBER\n"},
		{"note of a table with semicolons", aTable, "date;value;status;source;note\r\n01-01-2024;12;final;https://ngc.dk/;\"NUMBER\"\r\n"},
		{"title of a page", aPage, "+++\ntitle = \"NUMBER\"\n+++\n"},
		{"description of a page", aPage, "+++\ntitle = \"Side\"\ndescription = \"NUMBER\"\n+++\n"},
		{"label of the layouts", "layouts/labels/x-ID.toml", "x = \"NUMBER\"\n"},
		{"layout", "layouts/partials/x-ID.html", "<p>NUMBER</p>\n"},
		{"script of the layouts", "layouts/assets/x-ID.js", "// NUMBER\n"},
		{"picture of the layouts", "layouts/assets/x-ID.svg", "<svg><title>NUMBER</title></svg>\n"},
		{"name of a page", "content/ID sag NUMBER.md", "+++\ntitle = \"Side\"\n+++\n"},
		{"name of a folder", "content/referater/ID sag NUMBER/2024-01-01.md", minutesWith("", "")},
		{"name of an attachment", "content/referater/raadet/ID/bilag NUMBER.pdf", "%PDF"},
	}
}

func TestANumberIsFoundInEveryNotationAndEveryHidingPlace(t *testing.T) {
	places, notations := hidingPlaces(), personaltest.Notations()
	if len(places) < 25 || len(notations) < 40 {
		t.Fatalf("%d places, %d notations", len(places), len(notations))
	}
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(20, 21))
	planted, numbers := map[source.Path]string{}, map[string]string{}
	for i, place := range places {
		for j, n := range notations {
			number := personaltest.Number(r)
			path := strings.ReplaceAll(place.path, "ID", fmt.Sprintf("%d-%d", i, j))
			if strings.Contains(path, "NUMBER") && strings.Contains(n.Write(number), "/") {
				continue
			}
			write := strings.NewReplacer("NUMBER", n.Write(number)).Replace
			put(t, dir, write(path), write(place.text))
			at := source.Path(write(path))
			what := place.name + ", " + n.Name
			planted[at], numbers[number] = what, what
		}
	}
	report := buildSmall(t, dir)
	found := map[source.Path]bool{}
	for _, p := range report.problems {
		if p.Code == source.CPR {
			found[p.Pos.Path] = true
		}
	}
	for path, what := range planted {
		if !found[path] {
			t.Errorf("not found: %s", what)
		}
	}
	var said bytes.Buffer
	report.print(&said, &said, "public")
	report.printJSON(&said)
	t.Logf("%d numbers in %d places and %d notations", len(planted), len(places), len(notations))
	for _, whole := range regexp.MustCompile(`\d{6}-?\d{4}`).FindAllString(said.String(), -1) {
		if what, told := numbers[strings.Replace(whole, "-", "", 1)]; told {
			t.Fatalf("what is said holds a number: %s", what)
		}
	}
}
