package layouts

import (
	"strings"
	"testing"

	"referat/generator/danish"
	"referat/generator/site"
)

func TestAFeedHasTheWordsOfItsLanguage(t *testing.T) {
	s := mustLoad(t, plainFiles())
	wording := []site.Wording{{Label: "draft_title"},
		{Label: "feed_corrected", Days: []danish.Date{{Year: 2023, Month: 12, Day: 12}, {Year: 2023, Month: 11, Day: 7}}, Words: []string{"Rådet {1}"}},
		{}, {Words: []string{"Pkt. 2 {1}"}}}
	for lang, want := range map[string]string{
		"da": "Udkast: Rettet den 12.\u00A0december 2023: referat 7.\u00A0november 2023, Rådet {1} Pkt. 2 {1}",
		"en": "Draft: Corrected on 12 December 2023: minutes 7 November 2023, Rådet {1} Pkt. 2 {1}",
	} {
		if got := s.Say(lang, wording...); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestALabelOfFeedsIsPartOfTheirDigest(t *testing.T) {
	before := mustLoad(t, plainFiles())
	for label, want := range map[string]bool{"feed_withdrawn": true, "withdrawn_mistake": true, "thousands": true, "latest": false} {
		files := plainFiles()
		files["labels/da.toml"] = strings.Replace(daLabels, "\n"+label+` = "`, "\n"+label+` = "Nyt `, 1)
		after := mustLoad(t, files)
		if differs := before.Digest(site.FeedWords, "da") != after.Digest(site.FeedWords, "da"); differs != want || files["labels/da.toml"] == daLabels {
			t.Errorf("%s: the digest differs: %v", label, differs)
		}
		if before.Digest(site.FeedWords, "en") != after.Digest(site.FeedWords, "en") {
			t.Errorf("%s: that of another language differs", label)
		}
	}
}
