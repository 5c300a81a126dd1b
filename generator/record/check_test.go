package record

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestWhatIsRecordedMayNotChangeOrGo(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	gone := "content/.record/addresses.csv"
	for name, c := range map[string]struct {
		now  folder
		want []string
	}{
		"nothing":      {f, nil},
		"marks":        {f.edit(t, novemberPath, "godkendte", "[godkendte](../../om.md)"), nil},
		"line ends":    {f.with(novemberPath, "\ufeff"+strings.ReplaceAll(norm.NFD.String(november), "\n", "\r\n")), nil},
		"approval":     {f.edit(t, novemberPath, `"final"`, "\"approved\"\napproved = 2023-12-01"), nil},
		"a withdrawal": {f.edit(t, novemberPath, `"final"`, "\"withdrawn\"\nwithdrawn = 2023-12-01"), nil},
		"a new page":   {f.with("content/nyt.md", about), nil},
		"a page":       {f.edit(t, "content/om.md", "Vi", "Man"), nil},

		"a word":                 {f.edit(t, novemberPath, "godkendte", "forkastede"), []string{novemberPath + ":10 record-changed"}},
		"a title":                {f.edit(t, novemberPath, "i rådet", "i udvalget"), []string{novemberPath + ":2 record-changed"}},
		"no text":                {f.edit(t, januaryPath, "\nIngen.\n", ""), []string{januaryPath + ":6 record-changed"}},
		"a correction":           {f.edit(t, novemberPath, "godkendte", "forkastede").edit(t, novemberPath, "#rettelse", correction), nil},
		"a draft":                {f.edit(t, novemberPath, `"final"`, `"draft"`), []string{novemberPath + " record-state"}},
		"a plan":                 {f.edit(t, novemberPath, `"final"`, `"planned"`), []string{novemberPath + " record-state"}},
		"a step back":            {f.edit(t, januaryPath, `"approved"`, `"final"`), []string{januaryPath + " record-state"}},
		"a file that is deleted": {f.with(novemberPath, ""), []string{novemberPath + " record-vanished"}},
		"a page that is deleted": {f.with("content/om.md", ""), []string{"content/om.md address-vanished"}},
		"a place":                {f.edit(t, novemberPath, "### Referat", "Referat"), []string{novemberPath + " anchor-vanished"}},
		"a list":                 {f.with(gone, strings.Replace(f[gone], "/om/,\n", "/liste/,\n/om/,\n", 1)), []string{gone + ":2 address-vanished"}},
	} {
		if got := c.now.broken(t); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestACorrectionOfThenIsNoneOfNow(t *testing.T) {
	f, _ := smallFolder().edit(t, novemberPath, "#rettelse", correction).recorded(t, -1)
	f = f.edit(t, novemberPath, "godkendte", "forkastede")
	if got := f.broken(t); !slices.Equal(got, []string{novemberPath + ":12 record-changed"}) {
		t.Errorf("%q", got)
	}
	if got := f.edit(t, novemberPath, "+++\n##", correction+"\n+++\n##").broken(t); got != nil {
		t.Errorf("a second one of the same words: %q", got)
	}
}

func TestAnAddressMayLeadElsewhereBeGivenUpOrHaveAStone(t *testing.T) {
	data := Shown{Path: "om/index.json", Kind: Data, From: "content/om.md"}
	file := Shown{Path: "om/bilag.pdf", Kind: Data, From: "content/om/bilag.pdf"}
	f, _ := smallFolder().recorded(t, -1, data, file)
	f = f.with("content/om.md", "", "content/nyt.md", about+"Mere.\n")
	release := func(addresses ...string) folder {
		text := f["site.toml"]
		for _, a := range addresses {
			text += fmt.Sprintf("[[released]]\naddress = %q\nreason = \"x\"\nby = \"Anne\"\ndate = 2024-01-01\n", a)
		}
		return f.with("site.toml", text)
	}
	const page, json, pdf = "content/om.md address-vanished", "content/.record/addresses.csv:4 address-vanished", "content/.record/addresses.csv:3 address-vanished"
	for name, c := range map[string]struct {
		now   folder
		shown []Shown
		want  []string
	}{
		"nothing":         {f, nil, []string{pdf, page}},
		"only the data":   {f.with("content/om.md", about), []Shown{file}, []string{json}},
		"a redirect":      {f, []Shown{{"om/index.html", Redirect, "content/nyt.md"}, {"nyt/index.json", Data, "content/nyt.md"}}, []string{pdf}},
		"to less":         {f, []Shown{{"om/index.html", Redirect, "content/nyt.md"}}, []string{pdf, json}},
		"a stone":         {f, []Shown{{"om/index.html", Stone, "content/nyt.md"}}, nil},
		"another file":    {f, []Shown{{"om/bilag.pdf", Data, "content/b.pdf"}}, []string{page}},
		"the page":        {release("/om/"), nil, []string{pdf}},
		"all":             {release("/om/", "/om/bilag.pdf"), nil, nil},
		"a written form":  {release("/om/", "/om/bilag%2Epdf"), nil, nil},
		"what is there":   {release("/om/", "/om/bilag.pdf", "/nyt/"), nil, []string{"site.toml:19:11 release-unused"}},
		"what never was":  {release("/om/", "/om/bilag.pdf", "/x/"), nil, []string{"site.toml:19:11 release-unused"}},
		"its end is past": {f.with("content/om.md", strings.Replace(about, "+++\nVi", "expires = 2024-01-01T00:00:00+01:00\n+++\nVi", 1)), nil, nil},
	} {
		if got := c.now.broken(t, c.shown...); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// redirect_from takes addresses of pages only.
func TestTheRemedyOfAnAddressThatIsGoneCanBeFollowed(t *testing.T) {
	for path, want := range map[string]bool{"om/index.html": true, "om.html": true, "om/index.json": false, "om/bilag.pdf": false} {
		f, _ := smallFolder().recorded(t, -1, Shown{Path: "a/" + path, Kind: Data})
		s, r := f.site(t)
		problems, _ := r.Check(s, true)
		if len(problems) != 1 {
			t.Fatal(problems)
		}
		for _, lang := range []string{"da", "en"} {
			if _, hint := problems[0].Text(lang); strings.Contains(hint, "redirect_from") != want || strings.Contains(hint, "+++") != want || !strings.Contains(hint, "[[released]]") {
				t.Errorf("%s: %s", path, hint)
			}
		}
	}
}

func TestMinutesThatMoveKeepTheirSeal(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	const to = "content/referater/styregruppen/2023-11-07.md"
	moved := f.with(novemberPath, "", to, november, "content/udvalg/styregruppen.md", "+++\ntitle = \"Styregruppen\"\n+++\n")
	leads := Shown{Path: "referater/raadet/2023-11-07/index.html", Kind: Redirect, From: to}
	if got := moved.broken(t, leads); got != nil {
		t.Errorf("%q", got)
	}
	if got := moved.edit(t, to, "godkendte", "forkastede").broken(t, leads); !slices.Equal(got, []string{to + ":10 record-changed"}) {
		t.Errorf("with another word: %q", got)
	}
	corrected, u := moved.edit(t, to, "godkendte", "forkastede").edit(t, to, "#rettelse", correction).recorded(t, -1, leads)
	if len(u.Versions) != 1 || corrected["content/.record/texts/referater/styregruppen/2023-11-07.v1.md"] != november {
		t.Errorf("what was said at the old place is lost: %+v", u.News)
	}
	moved, _ = moved.recorded(t, -1, leads)
	for name := range moved {
		if strings.Contains(name, "texts/referater/raadet/2023-11-07") {
			t.Errorf("%s stays", name)
		}
	}
	if got := moved.edit(t, to, "godkendte", "forkastede").broken(t, leads); !slices.Equal(got, []string{to + ":10 record-changed"}) {
		t.Errorf("recorded, with another word: %q", got)
	}
}

func TestOfASiteThatCannotBeReadNothingIsMissed(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	s, r := f.with("content/om.md", "").site(t)
	if got, _ := r.Check(s, false); got != nil {
		t.Errorf("%v", got)
	}
}

func TestAMessageShowsTheFirstDifference(t *testing.T) {
	f, _ := smallFolder().recorded(t, -1)
	number := "010203" + "-" + strings.Repeat("4", 4)
	for _, c := range [][3]string{
		{"Rådet godkendte planen.", "Rådet godkendte ikke planen.", "Referat Rådet godkendte {+ikke+} planen."},
		{"Rådet godkendte planen.", "Rådet planen.", "Referat Rådet [-godkendte-] planen."},
		{"Rådet godkendte planen.", "Rådet godkendte planen for " + number + ".", "Referat Rådet godkendte [-planen.-]{+planen for 010203-****.+}"},
		{"Rådet godkendte planen.", strings.Repeat("ord ", 30), "Referat [-Rådet godkendte planen.-]{+ord ord ord ord ord … ord ord ord ord ord+}"},
	} {
		s, r := f.edit(t, novemberPath, c[0], c[1]).site(t)
		problems, _ := r.Check(s, true)
		if len(problems) != 1 {
			t.Fatal(problems)
		}
		if message, _ := problems[0].Text("da"); !strings.HasSuffix(message, "offentliggjort: "+c[2]) {
			t.Errorf("%s\nwant %s", message, c[2])
		}
	}
}

func TestNoMessageRepeatsThePersonalNumberThatWasTakenAway(t *testing.T) {
	four, five := strings.Repeat("4", 4), strings.Repeat("5", 4)
	for _, c := range [][2]string{
		{"for 010203-" + four, "for en person"}, {"for 010203 " + four, "for 010203 " + five}, {"010203-" + four + ",010203-" + five, "to personer"},
		{"født 010203" + four, "født"}, {"a b c d e 010203-" + four + " f", "a b d e 010203-" + four + " f"},
	} {
		f, _ := smallFolder().edit(t, novemberPath, "planen", "planen "+c[0]).recorded(t, -1)
		s, r := f.edit(t, novemberPath, c[0], c[1]).site(t)
		problems, _ := r.Check(s, true)
		if said := fmt.Sprint(problems); len(problems) != 1 || strings.Contains(said, four) || strings.Contains(said, five) {
			t.Errorf("%q: %s", c, said)
		}
	}
}

func TestWithoutARecordThereIsNothingToBreak(t *testing.T) {
	if got := smallFolder().broken(t); got != nil {
		t.Error(got)
	}
	if got := smallFolder().with("site.toml", settings+"[[released]]\naddress = \"/om/\"\nreason = \"x\"\nby = \"Anne\"\ndate = 2024-01-01\n").broken(t); !slices.Equal(got, []string{"site.toml:9:11 release-unused"}) {
		t.Error(got)
	}
}

func TestWhatLedToAPageMayEndWithIt(t *testing.T) {
	const page = "content/om.md"
	leads := Shown{"gammel/index.html", Redirect, page}
	f, _ := smallFolder().edit(t, page, "+++\nVi", "redirect_from = [\"/gammel/\"]\n#slut\n+++\nVi").recorded(t, -1, leads)
	if got := f.broken(t); !slices.Equal(got, []string{"content/.record/addresses.csv:2 address-vanished"}) {
		t.Errorf("%q", got)
	}
	if got := f.edit(t, page, "#slut", "expires = 2024-01-01T00:00:00+01:00").broken(t); got != nil {
		t.Errorf("%q", got)
	}
}
