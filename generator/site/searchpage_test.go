package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// alias is another name of a subject, in TOML.
func alias(name string) string {
	return "[[aliases]]\nname = \"" + name + "\"\nsource = \"https://ngc.dk/navne\"\n"
}

func TestTheIndexOfNamesStandsInDanishOrderWithOtherNames(t *testing.T) {
	outputs, problems := build(t, Options{}, map[string]string{
		"content/udvalg/b.md":         "+++\ntitle = \"Ærlighedsudvalget\"\naliases = [\"ærlighedsudvalget\", \"2. udvalg\"]\n+++\n",
		"content/patientgrupper/x.md": "+++\ntitle = \"Øjne\"\n" + alias("Eyes\"\nlang = \"en") + alias("Aabne øjne") + alias("Zonulaøjne") + "+++\n",
	})
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	var got strings.Builder
	for _, letter := range outputs["soeg/index.html"].View().(SearchView).Letters {
		for _, e := range letter.Entries {
			fmt.Fprintln(&got, letter.Letter, letter.Anchor, e.Name, e.Lang, e.Kind, e.Href, e.See.Text, e.See.Href, e.Meaning)
		}
	}
	const want = `# bogstav-andre 2. udvalg  committee  Ærlighedsudvalget /arkiv/udvalg/b/ 
E bogstav-e Eyes en subject  Øjne /arkiv/patientgrupper/x/ 
U bogstav-u Udvalg A  committee /arkiv/udvalg/a/   
W bogstav-w WGS  term    helgenomsekventering
Z bogstav-z Zonulaøjne  subject  Øjne /arkiv/patientgrupper/x/ 
Æ bogstav-ae Ærlighedsudvalget  committee /arkiv/udvalg/b/   
Ø bogstav-oe Øjne  subject /arkiv/patientgrupper/x/   
Å bogstav-aa Aabne øjne  subject  Øjne /arkiv/patientgrupper/x/ 
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
}

func TestTheFiltersOfTheSearchOfferWhatThereIs(t *testing.T) {
	outputs, _ := build(t, Options{}, map[string]string{
		"content/patientgrupper/x.md":       "+++\ntitle = \"Øjne\"\n+++\n",
		"content/referater/a/2023-11-07.md": meetingFile("final", "", "## Pkt. 1 Hemmeligt ord\n"),
		"content/referater/a/2021-03-02.md": meetingFile("final", "", "## Pkt. 1 Status\n"),
		"content/referater/a/2020-03-02.md": meetingFile("draft", "", "## Pkt. 1 Status\n"),
	})
	v := outputs["soeg/index.html"].View().(SearchView)
	if got := fmt.Sprint(v.Committees, v.Years, v.Subjects, v.Index); got != "[{a Udvalg A}] [2023 2021] [{x Øjne}]/arkiv/soeg/indeks/" {
		t.Error(got)
	}
	if strings.Contains(fmt.Sprint(v), "Hemmeligt ord") {
		t.Error("the page holds what minutes say")
	}
}
