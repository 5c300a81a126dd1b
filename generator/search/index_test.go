package search

import (
	"fmt"
	"strings"
	"testing"

	"referat/generator/danish"
)

// meetingOf is a meeting with an item for each text: its title up to a bar, and the rest.
func meetingOf(t testing.TB, committee, name string, texts ...string) Meeting {
	t.Helper()
	date, err := danish.ParseDate(name[:10])
	if err != nil {
		t.Fatal(err)
	}
	m := Meeting{Committee: committee, Name: name, Date: date, Items: []Item{{Title: "Møde i " + committee}}}
	for i, text := range texts {
		title, body, _ := strings.Cut(text, "|")
		item := Item{Anchor: fmt.Sprintf("punkt-%d", i+1), Title: title}
		plain, decided, has := strings.Cut(body, "!!")
		item.Texts = []Text{{Plain: plain}}
		if has {
			item.Texts = append(item.Texts, Text{Plain: decided, Decision: true})
		}
		m.Items = append(m.Items, item)
	}
	return m
}

// filesOf are the files of an index of parts of meetings.
func filesOf(m Manifest, shards int, parts ...[]Meeting) map[string][]byte {
	files := map[string][]byte{}
	var stems [][]Stem
	m.Minutes, m.Items = "/referater/", 0
	for i, meetings := range parts {
		name := fmt.Sprint(2020 + i)
		var counted []Counted
		for _, m := range meetings {
			counted = append(counted, Counted{m, string(Count(&m))})
		}
		p := Invert(counted, shards)
		for n := range AllShards(shards) {
			files[PostingsName(name, n)], files[PositionsName(name, n)] = p.Postings(n), p.Positions(n)
		}
		files[PlacesName(name)] = p.Places()
		stems = append(stems, p.Stems())
		first, last := meetings[0].Date.String(), meetings[len(meetings)-1].Date.String()
		m.Parts = append(m.Parts, PartName{name, shards, first, last})
		if m.First == "" {
			m.First = first
		}
		m.Last = last
		for _, one := range meetings {
			m.Items += len(one.Items)
		}
	}
	files[VocabularyName], files[ManifestName] = Vocabulary(stems), m.JSON()
	return files
}

func readerOf(t testing.TB, files map[string][]byte) *Reader {
	t.Helper()
	r, err := Open(func(name string) ([]byte, error) {
		data, ok := files[name]
		if !ok {
			return nil, fmt.Errorf("there is no %q", name)
		}
		return data, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func addresses(t *testing.T, r *Reader, q Query) []string {
	t.Helper()
	a, err := r.Search(q)
	if err != nil {
		t.Fatal(err)
	}
	list := []string{}
	for _, h := range a.Hits {
		list = append(list, strings.TrimPrefix(h.Address, "/referater/"))
	}
	return list
}

func TestWordsAreFoundByWhatTheyShare(t *testing.T) {
	files := filesOf(Manifest{Synonyms: [][]string{{"WGS", "helgenomsekventering"}}}, 4,
		[]Meeting{meetingOf(t, "raadet", "2020-03-01", "Helgenomsekventering|Der er 20.621 genomer. Høringen er slut.", "Barn|Svære arvelige sygdomme hos børn")},
		[]Meeting{meetingOf(t, "klinik", "2021-03-01", "Patientgrupper|Nyresvigt drøftes.!!Det blev besluttet at evaluere nyresvigt.", "Andet|Økonomi")})
	r := readerOf(t, files)
	for query, wanted := range map[string]string{
		"genom": "raadet/2020-03-01/#punkt-1", "sekventering": "raadet/2020-03-01/#punkt-1", "WGS": "raadet/2020-03-01/#punkt-1",
		"horing": "raadet/2020-03-01/#punkt-1", "høring": "raadet/2020-03-01/#punkt-1", "20621": "raadet/2020-03-01/#punkt-1",
		"20.621 genomer": "raadet/2020-03-01/#punkt-1", "gruppe": "klinik/2021-03-01/#punkt-1", "born": "raadet/2020-03-01/#punkt-2",
		`"svære arvelige sygdomme"`: "raadet/2020-03-01/#punkt-2", `"besluttet at evaluere"`: "klinik/2021-03-01/#punkt-1",
		`"arvelige svære"`: "", "nyresvigt": "klinik/2021-03-01/#punkt-1", "okonomi": "klinik/2021-03-01/#punkt-2", "okonimi": "klinik/2021-03-01/#punkt-2",
		"xyzzy": "", "og": "",
	} {
		got := strings.Join(addresses(t, r, Query{Text: query}), " ")
		if got != wanted {
			t.Errorf("%s: %q, not %q", query, got, wanted)
		}
	}
}
