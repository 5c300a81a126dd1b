package source

import "testing"

func nearestIs(t *testing.T, known []string, cases map[string]string) {
	t.Helper()
	for word, want := range cases {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q is nearest to %q, want %q", word, got, want)
		}
	}
}

func TestTheNearestWordIsFound(t *testing.T) {
	nearestIs(t, []string{"title", "state", "place", "start"}, map[string]string{
		"titel": "title", "tilte": "title", "Stat": "state", "palce": "place", "startt": "start"})
}

func TestWhatIsNotNearIsNotGuessed(t *testing.T) {
	nearestIs(t, []string{"now", "en", "o", "place", "2024-04-02.md"}, map[string]string{
		"foo": "", "fransk": "", "x": "", "plads": "", "": "", "godkendt": "", "1987-11-30.md": ""})
	nearestIs(t, []string{"content/emner/emnet.md"}, map[string]string{
		"content/emner/findes-ikke.md": "", "content/emner/emnt.md": "content/emner/emnet.md", "contnt/emner/emnet.md": "content/emner/emnet.md"})
	nearestIs(t, nil, map[string]string{"x": "", "godkendt": ""})
}

func TestADanishWordIsNearestToWhatItMeans(t *testing.T) {
	nearestIs(t, []string{"planned", "draft", "approved", "other"}, map[string]string{
		"godkendt": "approved", "Kladde": "draft", "endelig": "", "andre": "other"})
	nearestIs(t, []string{"end", "enclosure", "attachments"}, map[string]string{"bilag": "enclosure", "slut": "end"})
}
