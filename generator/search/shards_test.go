package search

import (
	"fmt"
	"testing"
)

// alike are meetings whose items have words with the same beginning, each in some items.
func alike(t *testing.T, words, items int) []Meeting {
	m := meetingOf(t, "raadet", "2024-06-04")
	for i := range words {
		for range items {
			m.Items = append(m.Items, Item{Anchor: "punkt", Texts: []Text{{Plain: "proeve" + string(rune('a'+i)) + "bank"}}})
		}
	}
	return []Meeting{m}
}

func TestWordsThatBeginAlikeStandInNeighbours(t *testing.T) {
	const shards = 256
	first := int(sumOf([]byte("proe")))
	met := map[int]bool{}
	for i := range 100 {
		n := shardOf(fmt.Sprint("proev", string(rune('a'+i%26)), string(rune('a'+i/26))), shards)
		if far := (n - first) & (shards - 1); far >= 8 {
			t.Fatalf("one stands %d shards away", far)
		}
		met[n] = true
	}
	if len(met) != 8 {
		t.Errorf("they are in %d shards", len(met))
	}
}

func TestNumbersAndSubjectsStandBehindTheWords(t *testing.T) {
	for _, stem := range []string{"2024", "covid19", "=nyresvigt"} {
		for _, shards := range []int{1, 2, 64} {
			if n := shardOf(stem, shards); n < shards || n >= AllShards(shards) {
				t.Errorf("%s stands in %d of %d", stem, n, shards)
			}
		}
	}
}

func TestAWordThatIsNowhereFetchesNoPostings(t *testing.T) {
	_, meetings := june(t)
	files := filesOf(Manifest{}, 1, meetings)
	delete(files, PostingsName("2020", 0))
	if got := addresses(t, readerOf(t, files), Query{Text: "kvantefysik"}); len(got) != 0 {
		t.Error(got)
	}
}

func TestAWordFetchesNoMoreShardsThanAreLightTogether(t *testing.T) {
	r := readerOf(t, filesOf(Manifest{}, 16, alike(t, 12, 3)))
	all := len(r.wordGroup(asked{"proeve", "proev"}, true).units)
	for i := range r.loads {
		r.loads[i] = mostLoad/2 + 1
	}
	heavy := r.wordGroup(asked{"proeve", "proev"}, true)
	wanted := map[int]bool{}
	for _, u := range heavy.units {
		wanted[shardOf(u.stems[0], 16)] = true
	}
	if len(wanted) != 1 || len(heavy.units) >= all {
		t.Errorf("%d shards and %d of %d ways", len(wanted), len(heavy.units), all)
	}
}
