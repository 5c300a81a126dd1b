package search

import "strings"

// ShardsFor is the number of shards of a part, by the bytes of its texts: with a
// power of two an edit seldom changes it. These are the shards of words; AllShards
// has the others too.
func ShardsFor(bytes int64) int {
	const forOne = 160 << 10
	n := 1
	for int64(n)*forOne < bytes && n < mostShards {
		n *= 2
	}
	return n
}

const mostShards = 1024

// AllShards is how many files of postings a part with a number of shards has: numbers
// and subjects have some of their own, as no word of a query needs them.
func AllShards(shards int) int { return shards + ofNumbers(shards) }

func ofNumbers(shards int) int { return max(1, shards/16) }

// shardOf is the number of the shard that a stem stands in.
func shardOf(stem string, shards int) int {
	if stem[0] == '=' || hasDigit(stem) {
		return shards + int(sumOf([]byte(stem)))&(ofNumbers(shards)-1)
	}
	return wordShard(stem, shards)
}

// wordShard is that of a stem of letters. Words that begin alike are often wanted
// together and stand in neighbours; in one it would be too large.
func wordShard(stem string, shards int) int {
	const neighbours = 8
	n := min(4, len(stem))
	return int(sumOf([]byte(stem[:n]))+sumOf([]byte(stem[n:]))%neighbours) & (shards - 1)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// loads are about how much of the shards of words is fetched, in postings:
// for every stem its use, and what a name costs.
func loads(vocabulary []word, shards int) []int {
	const name = 8
	all := make([]int, shards)
	for _, w := range vocabulary {
		all[wordShard(w.name, shards)] += name + 1<<w.use
	}
	return all
}
