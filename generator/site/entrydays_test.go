package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/source"
)

// toldFiles are numbers and steps, some of a day and some of a longer time, and what the
// record has of them.
func toldFiles(entries string) map[string]string {
	files := map[string]string{
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n[[milestones]]\ndate = \"sommeren 2023\"\nstage = \"ude\"\ndone = true\nsource = \"https://ngc.dk/\"\n[[milestones]]\ndate = \"4. marts 2024\"\ntitle = \"Evalueret\"\ndone = true\nsource = \"https://ngc.dk/\"\n+++\n",
		"content/patientgrupper/alle.toml":    "[[milestones]]\ndate = \"medio januar\"\ntitle = \"Alle i drift\"\ndone = true\nsource = \"https://ngc.dk/\"\n",
		"content/tal/x.toml":                  "title = \"X\"\nunit = \"stk.\"\ndefinition = \"Alle.\"\n",
		"content/tal/x.csv":                   "date,value,status,source,note\n2023-12-31,5,final,https://ngc.dk/x,\n1. kvartal 2024,6,final,https://ngc.dk/x,\n",
	}
	if entries != "" {
		files["content/.record/entries.csv"] = "path,entry,recorded,seal\n" + entries
	}
	return files
}

// daysIn are the entries of a feed with the days on which they were published and updated.
func daysIn(f FeedView) string {
	var b strings.Builder
	for _, e := range f.Entries {
		fmt.Fprintf(&b, "%s %.10s %.10s\n", e.Page[strings.IndexByte(e.Page, '#'):], e.Published, e.Updated)
	}
	return b.String()
}

func TestNumbersAndStepsAreToldOnTheDayThatTheRecordHasOfThem(t *testing.T) {
	const group, all, numbers = "content/patientgrupper/nyresvigt.md", "content/patientgrupper/alle.toml", "content/tal/x.csv"
	for name, test := range map[string]struct{ record, counts, steps, news string }{
		"nothing is recorded": {"",
			"#x-2024-03-31  2024-03-31\n#x-2023-12-31 2023-12-31 2023-12-31\n",
			"#forloeb-evalueret 2024-03-04 2024-03-04\n#forloeb-ude  2023-08-31\n",
			"2024-03-04 step\n2024 count\n2023-12-31 count\n2023 step\n"},
		"all is recorded": {all + ",alle-i-drift,2024-02-01,\n" + group + ",evalueret,2024-02-01,\n" + group + ",ude,2024-02-01,\n" + numbers + ",2023-12-31,2024-02-01,\n" + numbers + ",2024-03-31,2024-04-03,\n",
			"#x-2024-03-31 2024-04-03 2024-04-03\n#x-2023-12-31 2024-02-01 2024-02-01\n",
			"#forloeb-evalueret 2024-02-01 2024-02-01\n#forloeb-ude 2024-02-01 2024-02-01\n#forloeb-alle-i-drift 2024-02-01 2024-02-01\n",
			"2024-04-03 count\n2024-02-01 step\n2024-02-01 count\n2024-02-01 step\n2024-02-01 step\n"},
		"a number has been put right, and the others are not recorded": {numbers + ",2023-12-31,2024-02-01,01\n" + numbers + ",2023-12-31,2024-05-02,02\n",
			"#x-2024-03-31  2024-03-31\n#x-2023-12-31 2024-02-01 2024-05-02\n",
			"#forloeb-evalueret 2024-03-04 2024-03-04\n#forloeb-ude  2023-08-31\n",
			"2024-05-02 count\n2024-03-04 step\n2024 count\n2023 step\n"},
	} {
		test.record = strings.NewReplacer(",01\n", ","+strings.Repeat("01", 32)+"\n", ",02\n", ","+strings.Repeat("02", 32)+"\n").Replace(test.record)
		outputs, problems := builtWithRecord(t, toldFiles(test.record))
		if source.Errors(problems) > 0 {
			t.Fatal(said(problems))
		}
		counts, steps := feedAt(t, outputs, "tal/feed.xml"), feedAt(t, outputs, "patientgrupper/nyresvigt/feed.xml")
		if got := daysIn(counts); got != test.counts {
			t.Errorf("%s: numbers\n%s", name, got)
		}
		if got := daysIn(steps); got != test.steps {
			t.Errorf("%s: steps\n%s", name, got)
		}
		var news strings.Builder
		for line := range strings.Lines(toldAsNew(outputs)) {
			fmt.Fprintln(&news, line[:strings.LastIndexByte(line, ' ')])
		}
		if news.String() != test.news {
			t.Errorf("%s: news\n%s", name, news.String())
		}
		for _, e := range counts.Entries {
			if e.Updated > counts.Updated {
				t.Errorf("%s: the feed was updated %s, an entry %s", name, counts.Updated, e.Updated)
			}
		}
	}
}

func TestADayOfTheRecordIsOnThePageOfNews(t *testing.T) {
	outputs, _ := builtWithRecord(t, toldFiles("content/tal/x.csv,2024-03-31,2024-04-03,\n"))
	first := outputs["nyt/index.html"].View().(NewsView).Groups[0].Entries[0]
	if !first.Recorded || first.Date.String() != "2024-04-03" || first.Words != "1. kvartal 2024" {
		t.Errorf("%+v", first)
	}
	for _, g := range outputs["nyt/index.html"].View().(NewsView).Groups[1:] {
		for _, e := range g.Entries {
			if e.Recorded {
				t.Errorf("what is not recorded is: %+v", e)
			}
		}
	}
}
