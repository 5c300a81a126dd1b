package ledger

import (
	"fmt"
	"os"
	"testing"

	"referat/generator/plain"
	"referat/generator/source"
)

// largeBuild is like that of a site of 10,000 meetings.
func largeBuild() *Build {
	var paths []string
	for i := range 22000 {
		paths = append(paths, fmt.Sprintf("referater/udvalg-%02d/%05d/index.html", i/1000, i))
	}
	b := buildOf(paths...)
	for i := range b.Outputs {
		b.Outputs[i].Fields = string(make([]byte, 150))
	}
	for i := range 10000 {
		p := source.Path(fmt.Sprintf("content/referater/udvalg/%05d.md", i))
		b.Inputs = append(b.Inputs, source.Record{Path: p, Digest: plain.DigestOf(i)})
	}
	return b
}

func BenchmarkOpenALargeBuild(b *testing.B) {
	cache := b.TempDir()
	if err := open(cache).Commit(largeBuild()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if open(cache).Last() == nil {
			b.Fatal("no build")
		}
	}
}

func BenchmarkCommitALargeBuild(b *testing.B) {
	l, build := open(b.TempDir()), largeBuild()
	b.ReportAllocs()
	for b.Loop() {
		if err := l.Commit(build); err != nil {
			b.Fatal(err)
		}
	}
}

// largeFacts are 10,000 facts of 10 kB.
func largeFacts() (facts []Fact) {
	value := make([]byte, 10<<10)
	for i := range 10000 {
		facts = append(facts, Fact{plain.DigestOf(i), func() []byte { return value }})
	}
	return facts
}

func BenchmarkKeepLargeFactsTheFirstTime(b *testing.B) {
	l, facts := open(b.TempDir()), largeFacts()
	b.ReportAllocs()
	for b.Loop() {
		_ = os.Remove(l.file(factsFile))
		if err := l.Facts().Keep(facts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFindAndKeepLargeFacts(b *testing.B) {
	l, facts := open(b.TempDir()), largeFacts()
	if err := l.Facts().Keep(facts); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		f := l.Facts()
		for _, fact := range facts {
			if _, ok := f.Find(fact.Key); !ok {
				b.Fatal("a fact is lost")
			}
		}
		if err := f.Keep(facts); err != nil {
			b.Fatal(err)
		}
	}
}
