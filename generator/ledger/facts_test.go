package ledger

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"referat/generator/plain"
)

// keyOf and valueOf are of fact number i; the values are of different lengths.
func keyOf(i int) plain.Digest { return plain.DigestOf(i) }

func valueOf(i int) string { return strings.Repeat(fmt.Sprintf("fact %d. ", i), i%7) }

func factOf(i int) Fact { return Fact{keyOf(i), func() []byte { return []byte(valueOf(i)) }} }

func allFacts(n int) (facts []Fact) {
	for i := range n {
		facts = append(facts, factOf(i))
	}
	return facts
}

// has holds that the file has facts number from to below to.
func has(t rapid.TB, f *Facts, from, to int) {
	t.Helper()
	for i := from; i < to; i++ {
		if got, ok := f.Find(keyOf(i)); !ok || got != valueOf(i) {
			t.Errorf("fact %d: %q %v, want %q", i, got, ok, valueOf(i))
		}
	}
}

// lies holds that whatever is found was kept under just that key, of n facts.
func lies(t rapid.TB, f *Facts, n int) {
	t.Helper()
	kept := map[plain.Digest]string{}
	for i := range n {
		kept[keyOf(i)] = valueOf(i)
	}
	for key := range f.records {
		want, known := kept[key]
		if got, ok := f.Find(key); ok && (!known || got != want) {
			t.Errorf("key %v: found %q, kept %q", key, got, want)
		}
	}
}

func fileOf(t *testing.T, f *Facts) []byte {
	t.Helper()
	data, err := os.ReadFile(f.file)
	must(t, err)
	return data
}

func TestFactsAreFoundAsKept(t *testing.T) {
	l := open(t.TempDir())
	f := l.Facts()
	if _, ok := f.Find(keyOf(1)); ok {
		t.Error("a fact was found before any was kept")
	}
	must(t, f.Keep(allFacts(10)))
	has(t, l.Facts(), 0, 10)
	if _, ok := l.Facts().Find(keyOf(10)); ok {
		t.Error("a fact was found that nobody kept")
	}
	must(t, f.Keep(allFacts(15))) // by the same program
	must(t, f.Keep(allFacts(12)))
	has(t, l.Facts(), 0, 15)
	for n := 16; n < 20; n++ { // each by another
		must(t, l.Facts().Keep(allFacts(n)))
		has(t, l.Facts(), 0, n)
	}
}

func TestWhatWasKeptWhenTheFactsWereOpenedIsStillFoundAfterKeep(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(5)))
	f := l.Facts()
	must(t, f.Keep(allFacts(8)))
	has(t, f, 0, 5)
	must(t, os.Remove(f.file)) // so that Keep makes it anew
	must(t, f.Keep(allFacts(8)))
	has(t, f, 0, 5)
}

func TestAFactThatIsKeptIsNotAskedAgain(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(5)))
	asked := 0
	facts := allFacts(6)
	for i := range facts {
		value := facts[i].Value
		facts[i].Value = func() []byte { asked++; return value() }
	}
	f := l.Facts()
	must(t, f.Keep(append(facts, facts[5])))
	must(t, f.Keep(facts))
	if asked != 1 {
		t.Errorf("%d values were asked for, want 1", asked)
	}
	if got := bytes.Count(fileOf(t, f), []byte(valueOf(5))); got != 1 {
		t.Errorf("a fact that is wanted twice is kept %d times", got)
	}
	must(t, os.Remove(f.file))
	f = l.Facts()
	must(t, f.Keep(append(facts, facts...)))
	if asked != 7 {
		t.Errorf("%d values were asked for, want 7", asked)
	}
}

func TestWhenAllIsKeptNothingIsWritten(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(5)))
	f := l.Facts()
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	must(t, os.Chtimes(f.file, long, long))
	f = l.Facts()
	must(t, f.Keep(allFacts(5)))
	must(t, f.Keep(allFacts(3)))
	if info, err := os.Stat(f.file); err != nil || !info.ModTime().Equal(long) {
		t.Error("the file was written")
	}
}

func TestNewFactsAreAddedWithoutWritingTheOldOnes(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(5)))
	was, err := os.Stat(l.file(factsFile))
	must(t, err)
	f := l.Facts()
	must(t, f.Keep(allFacts(7)))
	must(t, f.Keep(allFacts(9)))
	if is, err := os.Stat(f.file); err != nil || !os.SameFile(was, is) {
		t.Error("the file was made anew")
	}
	has(t, l.Facts(), 0, 9)
}

func TestWhatAKilledWriteLeftIsNoFact(t *testing.T) {
	l := open(t.TempDir())
	const old, added = 3, 7
	must(t, l.Facts().Keep(allFacts(old)))
	before := fileOf(t, l.Facts())
	must(t, l.Facts().Keep(allFacts(added)))
	after := fileOf(t, l.Facts())
	for n := len(before); n <= len(after); n++ {
		must(t, os.WriteFile(l.file(factsFile), after[:n], 0o600))
		f := l.Facts()
		has(t, f, 0, old)
		lies(t, f, added)
		must(t, f.Keep([]Fact{factOf(0), factOf(1), factOf(2), factOf(100)})) // of another length
		again := l.Facts()
		has(t, again, 0, old)
		has(t, again, 100, 101)
		lies(t, again, 101)
		if unread := len(fileOf(t, again)) - again.size; unread != 0 {
			t.Errorf("%d bytes are behind the last record", unread)
		}
		if t.Failed() {
			t.Fatalf("killed after %d of %d bytes", n-len(before), len(after)-len(before))
		}
	}
}

func TestADamagedFactIsNeverAnother(t *testing.T) {
	l := open(t.TempDir())
	const n = 5
	must(t, l.Facts().Keep(allFacts(n)))
	damages(fileOf(t, l.Facts()), func(what string, data []byte) {
		must(t, os.WriteFile(l.file(factsFile), data, 0o600))
		f := l.Facts()
		lies(t, f, n)
		must(t, f.Keep(allFacts(n))) // after which all is well again
		has(t, l.Facts(), 0, n)
		lies(t, l.Facts(), n)
		if t.Failed() {
			t.Fatalf("%s: %q", what, data)
		}
	})
}

func TestADamagedFactIsKeptAgainOnceItWasAskedFor(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(5)))
	data := fileOf(t, l.Facts())
	data[bytes.Index(data, []byte(valueOf(3)))]++
	must(t, os.WriteFile(l.file(factsFile), data, 0o600))
	f := l.Facts()
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got, ok := f.Find(keyOf(3)); ok {
				t.Errorf("found %q", got)
			}
		})
	}
	all.Wait()
	has(t, f, 4, 5)
	must(t, f.Keep(allFacts(5)))
	has(t, l.Facts(), 0, 5)
}

// bulk is facts whose values take a kilobyte each.
func bulk(from, to int) (facts []Fact) {
	for i := from; i < to; i++ {
		facts = append(facts, Fact{keyOf(i), func() []byte { return bytes.Repeat([]byte{byte(i)}, 1<<10) }})
	}
	return facts
}

func TestTheFileIsMadeAnewWhenMoreThanHalfIsUnwanted(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(bulk(0, 400)))
	whole := len(fileOf(t, l.Facts()))
	keep := func(facts []Fact) int {
		f := l.Facts()
		must(t, f.Keep(facts))
		for _, fact := range facts {
			if got, ok := l.Facts().Find(fact.Key); !ok || got != string(fact.Value()) {
				t.Fatalf("%v was kept as %q, %v", fact.Key, got, ok)
			}
		}
		return len(fileOf(t, f))
	}
	if got := keep(bulk(0, 200)); got != whole {
		t.Errorf("with half of it wanted the file got %d bytes, want %d", got, whole)
	}
	if got := keep(bulk(60, 200)); got > whole/2 {
		t.Errorf("with a third wanted it still has %d of %d bytes", got, whole)
	}
	if got := keep(bulk(400, 450)); got > whole/5 {
		t.Errorf("with nothing wanted of it, and new facts, it has %d bytes", got)
	}
	if got := keep(bulk(400, 410)); got < 50<<10 {
		t.Errorf("a small file was made anew: it has %d bytes", got)
	}
	must(t, l.Facts().Keep(bulk(400, 500)))
	if got := keep(nil); got != headBytes {
		t.Errorf("without facts it has %d bytes", got)
	}
}

func TestFactsOfAnotherProgramAreNone(t *testing.T) {
	cache := t.TempDir()
	must(t, open(cache).Facts().Keep(allFacts(5)))
	other := Open(cache, out, plain.Digest{2})
	if f := other.Facts(); len(f.records) > 0 || f.size > 0 {
		t.Error("they are taken for this program's")
	}
	must(t, other.Facts().Keep(allFacts(3)))
	has(t, other.Facts(), 0, 3)
	if f := open(cache).Facts(); len(f.records) > 0 {
		t.Error("facts of two programs are in one file")
	}
}

func TestARecordFromTheFileOfAnotherProgramIsNone(t *testing.T) {
	cache := t.TempDir()
	other := Open(cache, out, plain.Digest{2})
	must(t, other.Facts().Keep(allFacts(2)))
	theirs := fileOf(t, other.Facts())[headBytes:]
	l := open(cache)
	must(t, l.Facts().Keep(nil))
	must(t, os.WriteFile(l.file(factsFile), append(fileOf(t, l.Facts()), theirs...), 0o600))
	if got, ok := l.Facts().Find(keyOf(1)); ok {
		t.Errorf("found %q", got)
	}
}

func TestFactsThatOthersChangedMeanwhileAreMadeAnew(t *testing.T) {
	cases := map[string]func(t *testing.T, l *Ledger){
		"removed":          func(t *testing.T, l *Ledger) { must(t, os.Remove(l.file(factsFile))) },
		"the whole folder": func(t *testing.T, l *Ledger) { must(t, os.RemoveAll(l.folder)) },
		"added to":         func(t *testing.T, l *Ledger) { must(t, l.Facts().Keep(allFacts(20))) },
		"cut off":          func(t *testing.T, l *Ledger) { must(t, os.Truncate(l.file(factsFile), 100)) },
		"of other bytes":   func(t *testing.T, l *Ledger) { must(t, os.WriteFile(l.file(factsFile), []byte("x"), 0o600)) },
		"by another engine": func(t *testing.T, l *Ledger) {
			must(t, (&Ledger{folder: l.folder, out: l.out, engine: plain.Digest{2}}).Facts().Keep(allFacts(4)))
		},
	}
	for what, change := range cases {
		for _, again := range []bool{false, true} { // after the facts were opened, or after they were kept
			l := open(t.TempDir())
			must(t, l.Facts().Keep(allFacts(5)))
			f := l.Facts()
			if again {
				must(t, f.Keep(allFacts(8)))
			}
			change(t, l)
			must(t, f.Keep(allFacts(10)))
			has(t, l.Facts(), 0, 10)
			has(t, f, 0, 5)
			must(t, f.Keep(allFacts(12)))
			has(t, l.Facts(), 0, 12)
			if t.Failed() {
				t.Fatalf("%s, after Keep: %v", what, again)
			}
		}
	}
}

func TestSomethingElseInTheFactsPlaceIsReplacedOrAnError(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(5)))
	opened := l.Facts()
	inPlaceOf(t, opened.file, func(what string) {
		for _, f := range []*Facts{l.Facts(), opened} {
			if f != opened && len(f.records) > 0 {
				t.Errorf("%s: there are facts", what)
			}
			if err := f.Keep(allFacts(7)); (err != nil) != (what == "a folder") {
				t.Errorf("%s: error %v", what, err)
			} else if err == nil {
				has(t, l.Facts(), 0, 7)
			}
		}
	})
}

func TestFactsThatCannotBeWrittenAreAnErrorAndKeptLater(t *testing.T) {
	l := open(t.TempDir())
	must(t, l.Facts().Keep(allFacts(3)))
	f := l.Facts()
	must(t, os.Rename(l.folder, l.folder+"-away"))
	must(t, os.WriteFile(l.folder, nil, 0o600))
	if f.Keep(allFacts(5)) == nil || l.Facts().Keep(allFacts(5)) == nil {
		t.Error("no error")
	}
	has(t, f, 0, 3)
	must(t, os.Remove(l.folder))
	must(t, f.Keep(allFacts(5)))
	has(t, l.Facts(), 0, 5)
}

// TestAnySequenceOfKeepsIsFound lets several programs, each of which opened the
// facts at some time, keep random facts one after the other.
func TestAnySequenceOfKeepsIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cache, err := os.MkdirTemp("", "ledger")
		must(t, err)
		defer os.RemoveAll(cache)
		l := open(cache)
		programs := []*Facts{l.Facts(), l.Facts()}
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			f := rapid.SampledFrom(programs).Draw(t, "program")
			var facts []Fact
			numbers := rapid.SliceOfN(rapid.IntRange(0, 20), 0, 8).Draw(t, "facts")
			for _, i := range numbers {
				facts = append(facts, factOf(i))
			}
			must(t, f.Keep(facts))
			now := l.Facts()
			for _, i := range numbers {
				has(t, now, i, i+1)
			}
			lies(t, now, 21)
			if rapid.Bool().Draw(t, "opened again") {
				programs = append(programs, now)
			}
		}
	})
}
