package danish

import "testing"

func TestReadingEaseIsToldByWordsAndSentences(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  Readability
		lix   int
	}{
		{nil, Readability{}, 0},
		{[]string{"– … !"}, Readability{}, 0},
		{[]string{"Hej."}, Readability{1, 0, 1}, 1},
		{[]string{"Vi mødes på torsdag. Kom gerne!"}, Readability{6, 1, 2}, 20},
		{[]string{"Arbejdsgruppen drøftede udkastet"}, Readability{3, 3, 1}, 103},
		{[]string{"Overskrift", "Et afsnit uden punktum"}, Readability{5, 2, 2}, 43},
		{[]string{"Det er jf. pkt. 2 den 7. november 2023."}, Readability{9, 1, 1}, 20},
		{[]string{"Det er ”måske” så"}, Readability{4, 0, 1}, 4},
		{[]string{"ærøøå ærøøåæ ærøøåæø"}, Readability{3, 1, 1}, 36},
	} {
		var r Readability
		for _, text := range c.texts {
			r.Add(text)
		}
		if r != c.want || r.LIX() != c.lix {
			t.Errorf("%q: %+v and %d, want %+v and %d", c.texts, r, r.LIX(), c.want, c.lix)
		}
	}
}
