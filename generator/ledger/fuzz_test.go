package ledger

import (
	"bytes"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"

	"referat/generator/plain"
)

// allocated gives how many bytes do makes on the heap.
func allocated(do func()) uint64 {
	var was, is runtime.MemStats
	runtime.ReadMemStats(&was)
	do()
	runtime.ReadMemStats(&is)
	return is.TotalAlloc - was.TotalAlloc
}

// most is how much memory bytes that are read may take: some structs are a
// hundred times as large as the shortest form that is read as one.
func most(data []byte) uint64 { return uint64(200*len(data)) + 1<<20 }

// FuzzOpen holds that any bytes count as nothing, or are the one form of a build
// or an intent that Commit or Intend would have written.
func FuzzOpen(f *testing.F) {
	good := plain.Append(nil, buildOf("a", "b/c").with(".", "b"))
	f.Add([]byte{})
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(plain.Append(nil, []string{"a", "b"}))
	f.Add(plain.Append(nil, []string{"a", "../b"}))
	f.Add(bytes.Repeat([]byte{0xff}, 300))
	cache := f.TempDir()
	l := open(cache)
	if err := os.MkdirAll(l.folder, 0o755); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		must(t, os.WriteFile(l.file(buildFile), data, 0o600)) // whose checksum is wrong
		must(t, os.WriteFile(l.file(intentFile), data, 0o600))
		got := &Ledger{}
		if n := allocated(func() { got = open(cache) }); n > most(data) {
			t.Errorf("%d bytes allocated for %d", n, len(data))
		}
		if got.Last() != nil || len(got.Owned()) > 0 {
			t.Error("a file without checksum is read")
		}
		l.sealed(t, buildFile, data)
		l.sealed(t, intentFile, data)
		if n := allocated(func() { got = open(cache) }); n > most(data) {
			t.Errorf("%d bytes allocated for %d", n, len(data))
		}
		if b := got.Last(); b != nil && !bytes.Equal(formOf(b), data) {
			t.Errorf("%q is read as another build: %+v", data, b)
		}
		if paths := got.Intended(); len(paths) > 0 && !bytes.Equal(plain.Append(nil, paths), data) {
			t.Errorf("%q is read as another intent: %q", data, paths)
		}
		for _, path := range got.Owned() {
			if !inside(path) {
				t.Errorf("%q is owned", path)
			}
		}
	})
}

// FuzzFacts holds that bytes behind or in place of the facts never make another
// fact, and that all are kept again.
func FuzzFacts(f *testing.F) {
	l := open(f.TempDir())
	if err := l.Facts().Keep(allFacts(5)); err != nil {
		f.Fatal(err)
	}
	good, err := os.ReadFile(l.file(factsFile))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{}, 0)
	f.Add([]byte{1}, headBytes+lengthAt)
	f.Add([]byte{0xff, 0xff, 0xff, 0xff}, headBytes+lengthAt)
	f.Add(good, 0)
	f.Add(good[headBytes:], len(good))
	f.Add(bytes.Repeat([]byte{0}, 200), len(good)-9)
	f.Fuzz(func(t *testing.T, data []byte, at int) {
		at = min(max(at, 0), len(good))
		damaged := append(bytes.Clone(good[:at]), data...)
		if end := at + len(data); end < len(good) {
			damaged = append(damaged, good[end:]...)
		}
		must(t, os.WriteFile(l.file(factsFile), damaged, 0o600))
		var facts *Facts
		if n := allocated(func() { facts = l.Facts() }); n > most(damaged) {
			t.Errorf("%d bytes allocated for %d", n, len(damaged))
		}
		lies(t, facts, 5)
		wanted := allFacts(5)
		rand.Shuffle(len(wanted), func(i, j int) { wanted[i], wanted[j] = wanted[j], wanted[i] })
		must(t, facts.Keep(wanted))
		has(t, l.Facts(), 0, 5)
	})
}
