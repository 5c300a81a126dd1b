package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// What a letter stands for is said where the column is described, on the page for people
// and in the schema, which takes no other.
func TestTheLettersOfItemsAreExplainedWhereverTheyAreDescribed(t *testing.T) {
	out := dataSite(t)
	const key = "O = Orientering, D = Drøftelse, B = Beslutning"
	if page := string(out["data/index.html"]); !strings.Contains(page, key) || !strings.Contains(page, "id i patientgrupper.csv") {
		t.Error("the page says neither what the letters stand for nor where the ids are")
	}
	var d described
	if err := json.Unmarshal(out["data/punkter.csv-metadata.json"], &d); err != nil {
		t.Fatal(err)
	}
	for _, c := range d.TableSchema.Columns {
		format, _ := c.Datatype.(map[string]any)
		if c.Name == "kind" && (format["format"] != "O|D|B" || !strings.HasSuffix(c.Description, key)) {
			t.Errorf("the column of letters is %+v", c)
		}
	}
	schema := schemasOf(t, out)["minutes/v1"]
	for letter, good := range map[string]bool{"D": true, "X": false} {
		minutes := bytes.Replace(out["referater/personlig-medicin/2024-04-09/index.json"], []byte(`"kind":"B"`), []byte(`"kind":"`+letter+`"`), 1)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(minutes))
		if err != nil || !bytes.Contains(minutes, []byte(`"kind":"`+letter+`"`)) {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); (err == nil) != good {
			t.Errorf("with the letter %s: %v", letter, err)
		}
	}
}

// datasetsOf are the datasets that a page tells search engines of, by their addresses.
func datasetsOf(t *testing.T, page []byte) map[string]map[string]any {
	t.Helper()
	things, _ := expanded(t, elements(t, page))
	found := map[string]map[string]any{}
	look(t, things, func(string) {}, func(kind string, of map[string]any) {
		if kind == "Dataset" {
			found[of["https://schema.org/url"].([]any)[0].(map[string]any)["@id"].(string)] = of
		}
	})
	return found
}

func TestThePageOfTheDataTellsSearchEnginesOfEveryDatasetThatItShows(t *testing.T) {
	page := dataSite(t)["data/index.html"]
	told := datasetsOf(t, page)
	sections := regexp.MustCompile(`(?s)<section class="?part"? id="?([a-z-]+)"?><h2>([^<]*)</h2>(.*?)</section>`).FindAllStringSubmatch(string(page), -1)
	shown := 0
	for _, section := range sections {
		if !strings.Contains(section[3], ".csv (") && !strings.Contains(section[3], ".ndjson (") {
			continue
		}
		shown++
		set := told["https://example.org/data/#"+section[1]]
		if set == nil {
			t.Errorf("nothing is told of %q", section[2])
			continue
		}
		text, _ := json.Marshal(set)
		if !strings.Contains(string(text), "https://creativecommons.org/licenses/by/4.0/") {
			t.Errorf("%q has no licence", section[2])
		}
		if valueOf(set, "name") != section[2] || !strings.Contains(section[3], valueOf(set, "description").(string)) {
			t.Errorf("the page names or describes %q otherwise", section[2])
		}
		var files []string
		for _, m := range regexp.MustCompile(`"https://example\.org/([^"]+\.(?:csv|json|ndjson))"`).FindAllStringSubmatch(string(text), -1) {
			files = append(files, m[1])
		}
		for _, m := range regexp.MustCompile(`>([^<>]+) \((?:csv|json|ndjson), `).FindAllStringSubmatch(section[3], -1) {
			if !strings.HasSuffix(m[1], "-metadata.json") && !slices.Contains(files, m[1]) {
				t.Errorf("%q is told to have the files %q, but %s is shown", section[2], files, m[1])
			}
		}
	}
	if shown < 6 || shown != len(told) {
		t.Errorf("%d datasets are shown and %d told", shown, len(told))
	}
}
