package search

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
)

// someFiles are the files of a small index.
func someFiles(t testing.TB) map[string][]byte {
	m := func(committee, name string, texts ...string) Meeting { return meetingOf(t, committee, name, texts...) }
	return filesOf(Manifest{Synonyms: [][]string{{"WGS", "helgenomsekventering"}, {"NGC", "Nationalt Genom Center"}}}, 2,
		[]Meeting{m("raadet", "2020-03-01", "Helgenomsekventering|Der er 20.621 genomer. Genomer er genomer, genomer.", "Barn|Svære arvelige sygdomme hos børn"),
			m("klinik", "2020-03-01-2", "Patientgrupper|Nyresvigt drøftes.!!Det blev besluttet at evaluere nyresvigt.")},
		[]Meeting{m("klinik", "2021-03-01", "Andet|Økonomi på Nationalt Genom Center")})
}

// FuzzFiles holds that no file makes the reader panic, whatever its bytes are.
func FuzzFiles(f *testing.F) {
	files := someFiles(f)
	names := slices.Sorted(maps.Keys(files))
	for i, name := range names {
		data := files[name]
		if name != ManifestName {
			data, _ = unpacked(data)
		}
		f.Add(i, data)
	}
	f.Fuzz(func(t *testing.T, i int, data []byte) {
		name := names[uint(i)%uint(len(names))]
		if name != ManifestName {
			data = numbers(data)
		}
		r, err := Open(func(asked string) ([]byte, error) {
			if asked == name {
				return data, nil
			}
			if known, ok := files[asked]; ok {
				return known, nil
			}
			return nil, errors.New("there is no such file")
		})
		if err != nil {
			return
		}
		for _, q := range []string{"genomer", `"svære arvelige" genom`, "WGS", "nationalt genom center", "20.621", "okonimi"} {
			for _, decisions := range []bool{false, true} {
				_, _ = r.Search(Query{Text: q, Decisions: decisions, Typing: true})
			}
		}
		_, _ = r.Search(Query{Committee: "klinik", Year: 2021, Subject: "x"})
	})
}

// FuzzQuery holds that any query is answered, and twice alike.
func FuzzQuery(f *testing.F) {
	for _, q := range []string{"genomer", `"svære arvelige`, "»å« \"", "20.621", ". . .", "\u00ad", "æøå ÆØÅ é", "-"} {
		f.Add(q, true)
	}
	files := someFiles(f)
	f.Fuzz(func(t *testing.T, text string, typing bool) {
		r := readerOf(t, files)
		first, err := r.Search(Query{Text: text, Typing: typing})
		if err != nil {
			t.Fatal(err)
		}
		again, _ := r.Search(Query{Text: text, Typing: typing})
		if fmt.Sprint(first.Hits) != fmt.Sprint(again.Hits) {
			t.Errorf("%q: %v, then %v", text, first.Hits, again.Hits)
		}
	})
}
