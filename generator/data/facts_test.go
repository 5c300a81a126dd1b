package data

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestFactsMayStandInAPageWhateverTheySay(t *testing.T) {
	const words = "</script><!--<script>&amp;\u2028\u2029\"'"
	block := FactsJSON([]Crumb{{words, "https://ngc.dk/"}}, Facts{Authority: PartyFacts{Type: "GovernmentOrganization", Name: words}})
	if bytes.ContainsAny(block, "<>&\u2028\u2029") {
		t.Errorf("%s", block)
	}
	var back struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(block, &back); err != nil || back.Context != "https://schema.org" || len(back.Graph) != 2 || back.Graph[1]["name"] != words {
		t.Errorf("%v %+v", err, back)
	}
}

func TestAPageWithNothingToSayHasNoFacts(t *testing.T) {
	if block := FactsJSON(nil, Facts{}); block != nil {
		t.Errorf("%s", block)
	}
}

func TestFactsThatAreNotKnownAreLeftOut(t *testing.T) {
	block := string(FactsJSON(nil, Facts{Meeting: MeetingFacts{Type: "Event", Name: "Møde", StartDate: "2024-03-05"}, Datasets: []DatasetFacts{{Type: "Dataset"}}}))
	for _, key := range []string{"endDate", "location", "recordedIn", "license", "temporalCoverage"} {
		if strings.Contains(block, key) {
			t.Errorf("it says something of %s: %s", key, block)
		}
	}
}

func TestAManifestNamesTheIconOnlyWhereThereIsOne(t *testing.T) {
	with := string(ManifestJSON(Manifest{Name: "Prøvested", Language: "da"}, Look{Icon: "assets/icon.svg", Theme: "#004f57"}))
	if !strings.Contains(with, `"icons":[{"src":"assets/icon.svg","type":"image/svg+xml","sizes":"any","purpose":"any"}]`) || !strings.Contains(with, `"theme_color":"#004f57"`) {
		t.Error(with)
	}
	if without := string(ManifestJSON(Manifest{Name: "Prøvested", Language: "da"}, Look{})); !strings.Contains(without, `"icons":[]`) || strings.Contains(without, "color") {
		t.Error(without)
	}
}
