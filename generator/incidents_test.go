package main

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/personal/personaltest"
	"referat/generator/site"
	"referat/generator/source"
)

// incident is how personal data once came to be published by a Danish authority, with files that would do it again. In
// them NUMBER is put for a person's number.
type incident struct {
	what  string
	files map[string]string
	path  string // where it is found
	code  source.Code
}

func incidents() []incident {
	return []incident{
		{"Gladsaxe 2007: eleven digits that held a number", map[string]string{aMeeting: minutesWith("", "Sagen har løbenummer 9NUMBER i listen.")}, aMeeting, source.CPR},
		{"Assens 2011: a number in the title of a document", map[string]string{aMeeting: "+++\ntitle = \"Afgørelse til NUMBER\"\nstate = \"final\"\n+++\n"}, aMeeting, source.CPR},
		{"Hvidovre 2014: a number in the text of a page", map[string]string{aPage: "+++\ntitle = \"Høring\"\n+++\n\nHøringssvar fra borger, NUMBER, er modtaget.\n"}, aPage, source.CPR},
		{"Vejen 2021: a number in the proof of a signature", map[string]string{aMeeting: minutesWith("", "Underskrevet digitalt af\nNavn Navnesen\nPID:9208-2002-2-NUMBER")}, aMeeting, source.CPR},
		{"Trundholm 2006: a number in minutes that were taken back", map[string]string{aMeeting: "+++\ntitle = \"Møde\"\nstate = \"withdrawn\"\nwithdrawn = 2024-01-02\n+++\n\nOm NUMBER.\n"}, aMeeting, source.CPR},
		{"Region Syddanmark 2011: numbers in the table behind a chart", map[string]string{
			aSeries: "title = \"Tal\"\nunit = \"stk.\"\ndefinition = \"Antal.\"\n", aTable: "date,value,status,source,note\n2024-01-01,12,final,https://ngc.dk/,NUMBER\n",
		}, aTable, source.CPR},
		{"Randers 2022: numbers in a file attached to an agenda", map[string]string{
			"content/referater/raadet/ID/index.md":         minutesWith("[[attachments]]\nfile = \"ansoegninger.csv\"\ntitle = \"Ansøgninger\"", ""),
			"content/referater/raadet/ID/ansoegninger.csv": "navn;nummer\nNavn Navnesen;NUMBER\n",
		}, "content/referater/raadet/ID/ansoegninger.csv", source.CPRAttachment},
		{"Allerød 2015: a number in the name of a file", map[string]string{"content/NUMBER.md": "+++\ntitle = \"Byggesag\"\n+++\n"}, "content/NUMBER.md", source.CPR},
		{"G Kommune 2005: a citizen's contacts in minutes", map[string]string{aMeeting: minutesWith("", "Henvendelse fra borger, tlf. 20 30 40 51.")}, aMeeting, source.PrivatePhone},
		{"Practice of 2021: mail addresses in an open archive", map[string]string{aMeeting: minutesWith("", "Henvendelse fra borger, navn@mail.dk.")}, aMeeting, source.PrivateMail},
	}
}

func TestEveryIncidentIsStopped(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 23))
	for _, i := range incidents() {
		dir := t.TempDir()
		number := personaltest.Number(r)
		write := strings.NewReplacer("ID", "2024-01-01", "NUMBER", number).Replace
		for name, text := range i.files {
			put(t, dir, write(name), write(text))
		}
		report := buildSmall(t, dir)
		found := false
		for _, p := range report.problems {
			found = found || p.Code == i.code && string(p.Pos.Path) == write(i.path)
		}
		if !found {
			t.Errorf("%s: not found", i.what)
		}
		if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil && source.At(source.Pos{}, i.code).Severity() == source.Error {
			t.Errorf("%s: published", i.what)
		}
	}
}

// buildSmall builds the small site with more files in it.
func buildSmall(t *testing.T, dir string) report {
	t.Helper()
	for name, text := range smallSite {
		put(t, dir, name, strings.NewReplacer("LANGUAGE", "da", "TODAY", time.Now().Format(time.DateOnly)).Replace(text))
	}
	return buildOnce(context.Background(), options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: time.Now()}, func(int, int) {})
}

// TestANumberIsFoundInEveryOutput puts numbers into a finished site, at each place where a word of its sources has come to
// stand, and lets every file be judged again.
func TestANumberIsFoundInEveryOutput(t *testing.T) {
	const word = "MARKEDWORD"
	dir := t.TempDir()
	put(t, dir, "content/index.md", "+++\ntitle = \"Forside "+word+"\"\ndescription = \""+word+"\"\n+++\n\n"+word+"\n")
	put(t, dir, "content/markedword.md", "+++\ntitle = \"Side\"\n+++\n\n![Skema "+word+"](a.png) [se](https://ngc.dk/"+word+")\n")
	put(t, dir, "content/a.png", string(realFile("a.png", "")))
	put(t, dir, "content/tal/tal.toml", "title = \"Tal "+word+"\"\nunit = \"stk.\"\ndefinition = \""+word+"\"\n")
	put(t, dir, "content/tal/tal.csv", "date,value,status,source,note\n2024-01-01,12,final,https://ngc.dk/,"+word+"\n2024-02-01,13,final,https://ngc.dk/,\n")
	put(t, dir, "content/referater/raadet/2024-02-06.md", minutesWith("place = \""+word+"\"\nsummary = \""+word+"\"\n[[agenda]]\nnumber = \"1\"\ntitle = \""+word+"\"", "Om **"+word+"**."))
	if r := buildSmall(t, dir); !r.done() {
		t.Fatal(r.problems)
	}
	r := rand.New(rand.NewPCG(24, 25))
	kinds := map[string]int{}
	public := files(t, filepath.Join(dir, "public"))
	for _, name := range slices.Sorted(maps.Keys(public)) {
		data := public[name]
		text := string(data)
		if (&gate{}).pass(site.Output{Path: name}, data) != nil {
			t.Errorf("%s: a false alarm", name)
		}
		for at := 0; ; {
			i := strings.Index(strings.ToUpper(text[at:]), word)
			if i < 0 {
				break
			}
			at += i
			n := personaltest.Number(r)
			for _, written := range []string{n, n[:6] + "-" + n[6:], n[:6] + "\u00a0" + n[6:], n[:6] + "%20" + n[6:]} {
				if (&gate{}).pass(site.Output{Path: name}, []byte(text[:at]+written+text[at+len(word):])) == nil {
					t.Errorf("%s: a number is not found after %q", name, text[max(0, at-40):at])
				}
			}
			kinds[filepath.Ext(name)]++
			at += len(word)
		}
		n := personaltest.Number(r)
		if (&gate{}).pass(site.Output{Path: strings.TrimSuffix(name, filepath.Ext(name)) + "-" + n + filepath.Ext(name)}, nil) == nil {
			t.Errorf("%s: a number in the name is not found", name)
		}
	}
	if kinds[".html"] < 15 || kinds[".json"] < 3 || kinds[".csv"] < 1 || kinds[".xml"] < 1 {
		t.Errorf("places: %v", kinds)
	}
	t.Logf("places by kind of file: %v", kinds)
}
