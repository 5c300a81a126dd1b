package site

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/source"
)

// daysOfData are the days that the catalogue has of a site's data, of all, of the minutes, of
// their items and of the subjects; and that of the page about them.
func daysOfData(t *testing.T, files map[string]string) (catalogue, page string) {
	t.Helper()
	outputs, problems := builtWithRecord(t, files)
	if source.Errors(problems) > 0 {
		t.Fatal(said(problems))
	}
	c := outputs["data/katalog.jsonld"].View().(CatalogueView)
	catalogue = c.Issued + "/" + c.Modified
	for _, d := range c.Datasets[:3] {
		catalogue += fmt.Sprint(" ", d.Issued, "/", d.Modified)
	}
	set := outputs["data/index.html"].View().(OpenDataView).Sets[0]
	if set.Facts.Published != c.Datasets[0].Issued || set.Facts.Modified != c.Datasets[0].Modified {
		t.Errorf("search engines are told other days, %s and %s", set.Facts.Published, set.Facts.Modified)
	}
	return catalogue, set.Changed.String()
}

func TestDataHaveTheDaysThatTheRecordKnows(t *testing.T) {
	const body = "## Pkt. 1 Tal\n\n112\n"
	was, is := meetingFile("final", "", body), meetingFile("final", correctedOnce, strings.Replace(body, "112", "121", 1))
	gone := meetingFile("withdrawn", "withdrawn = 2024-03-01\nwithdrawn_reason = \"fejl\"\n", body)
	planned := meetingFile("planned", "", "")
	for name, test := range map[string]struct {
		files           map[string]string
		catalogue, page string
	}{
		"nothing is recorded":    {map[string]string{keptPath: was}, "/ / / /", ""},
		"recorded":               {asRecorded(t, map[string]string{keptPath: was}, was), "2024-01-10/2024-01-10 2024-01-10/2024-01-10 2024-01-10/2024-01-10 /", "2024-01-10"},
		"corrected since":        {asRecorded(t, map[string]string{keptPath: is}, was), "2024-01-10/2024-02-01 2024-01-10/2024-02-01 2024-01-10/2024-02-01 /", "2024-02-01"},
		"withdrawn since":        {asRecorded(t, map[string]string{keptPath: gone}, was), "2024-01-10/2024-03-01 2024-01-10/2024-03-01 2024-01-10/2024-03-01 /", "2024-03-01"},
		"a meeting has no items": {asRecorded(t, map[string]string{keptPath: planned}, planned), "2024-01-10/2024-01-10 2024-01-10/2024-01-10 / /", "2024-01-10"},
	} {
		if catalogue, page := daysOfData(t, test.files); catalogue != test.catalogue || page != test.page {
			t.Errorf("%s: %q and %q, want %q and %q", name, catalogue, page, test.catalogue, test.page)
		}
	}
}

func TestTheCatalogueTellsFilesApartWhosePathsEndAlike(t *testing.T) {
	distributions := func(paths ...string) (list []data.Distribution) {
		for _, p := range paths {
			list = append(list, data.Distribution{Address: "https://example.org/under/" + p})
		}
		return list
	}
	c := dataCatalogue{CatalogueView{Catalogue: data.Catalogue{Address: "https://example.org/under" + catalogueAddress,
		Datasets: []data.Dataset{{Distributions: distributions("ark/tal/index.json", "tal/index.json")}}}}}
	done := c.ViewOf([]Finished{{Path: "ark/tal/index.json", Size: 1}, {Path: "tal/index.json", Size: 2}}).(CatalogueView).Datasets[0].Distributions
	if done[0].Size != 1 || done[1].Size != 2 {
		t.Errorf("the files have %d and %d bytes, not 1 and 2", done[0].Size, done[1].Size)
	}
}

func TestTheColumnOfLettersHoldsThoseOfTheSettings(t *testing.T) {
	for settings, want := range map[string]string{
		"": " items_kind []",
		"[[kinds]]\ncode = \"O\"\nname = \"Orientering\"\n[[kinds]]\ncode = \"B+\"\nname = \"Beslutning\"\n": `O|B\+ items_kinds [O = Orientering, B+ = Beslutning]`,
	} {
		outputs, problems := builtWithRecord(t, map[string]string{"site.toml": settings})
		if source.Errors(problems) > 0 {
			t.Fatal(said(problems))
		}
		v := outputs["data/punkter.csv-metadata.json"].View().(MetadataView)
		for i, c := range v.Columns {
			if got := fmt.Sprint(c.Format, " ", v.Words[i].Label, " ", v.Words[i].Words); c.Name == "kind" && got != want {
				t.Errorf("%s, want %s", got, want)
			}
		}
	}
}
