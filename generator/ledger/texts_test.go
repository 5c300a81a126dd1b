package ledger

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"testing"

	"referat/generator/plain"
)

// textsIn opens the texts of an output folder of the test's.
func textsIn(t *testing.T, l *Ledger) *Texts {
	t.Helper()
	x := l.Texts()
	t.Cleanup(func() { _ = x.Close() })
	return x
}

func TestATextIsThereForTheNextBuild(t *testing.T) {
	l := Open(t.TempDir(), "public", plain.DigestOf("engine"))
	x := textsIn(t, l)
	for n := range 3 {
		if !x.Put(keyOf(n), fmt.Appendf(nil, "text %d", n)) {
			t.Fatal("a text cannot be kept")
		}
	}
	if got, ok := x.Get(keyOf(1)); !ok || got != "text 1" {
		t.Errorf("this build gets %q, %v", got, ok)
	}
	if err := x.Keep([]plain.Digest{keyOf(0), keyOf(1)}); err != nil {
		t.Fatal(err)
	}
	next := textsIn(t, l)
	if got, ok := next.Get(keyOf(1)); !ok || got != "text 1" {
		t.Errorf("the next build gets %q, %v", got, ok)
	}
	if _, ok := next.Get(keyOf(2)); ok {
		t.Error("the next build gets what nobody wanted")
	}
	if other := textsIn(t, Open(t.TempDir(), "public", plain.DigestOf("engine"))); other.Put(keyOf(0), nil) {
		if _, ok := other.Get(keyOf(1)); ok {
			t.Error("another output folder gets it")
		}
	}
}

func TestADamagedTextIsNotThere(t *testing.T) {
	for _, name := range []string{textsFile, placesFile} {
		l := Open(t.TempDir(), "public", plain.DigestOf("engine"))
		x := textsIn(t, l)
		x.Put(keyOf(0), []byte("the very words"))
		if err := x.Keep([]plain.Digest{keyOf(0)}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(l.file(name))
		if err != nil {
			t.Fatal(err)
		}
		for at := range data {
			bad := bytes.Clone(data)
			bad[at] ^= 0x55
			if err := os.WriteFile(l.file(name), bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if got, ok := l.Texts().Get(keyOf(0)); ok && got != "the very words" {
				t.Fatalf("%s with byte %d changed gives %q", name, at, got)
			}
		}
		for size := range data {
			if err := os.WriteFile(l.file(name), data[:size], 0o600); err != nil {
				t.Fatal(err)
			}
			if got, ok := l.Texts().Get(keyOf(0)); ok {
				t.Fatalf("the first %d bytes of %s give %q", size, name, got)
			}
		}
	}
}

func TestTextsThatNobodyWantsDoNotGrow(t *testing.T) {
	l := Open(t.TempDir(), "public", plain.DigestOf("engine"))
	x := textsIn(t, l)
	large := bytes.Repeat([]byte("x"), smallFile)
	for n := range 10 {
		x.Put(keyOf(n), append(large, byte(n)))
		if err := x.Keep([]plain.Digest{keyOf(n)}); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(l.file(textsFile))
	if err != nil || info.Size() > 4*smallFile {
		t.Errorf("the file of one text has %d bytes, %v", info.Size(), err)
	}
	if got, ok := x.Get(keyOf(9)); !ok || got != string(append(large, 9)) {
		t.Error("the wanted text is gone")
	}
	if got, ok := textsIn(t, l).Get(keyOf(9)); !ok || len(got) != smallFile+1 {
		t.Error("the wanted text is gone for the next build")
	}
}

func TestWithoutAFolderNoTextIsKept(t *testing.T) {
	file := t.TempDir() + "/file"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := Open(file, "public", plain.DigestOf("engine")).Texts()
	if x.Put(keyOf(0), []byte("text")) {
		t.Error("a text is kept nowhere")
	}
	if _, ok := x.Get(keyOf(0)); ok {
		t.Error("nothing gives a text")
	}
}

func TestAPartOfATextIsReadAlone(t *testing.T) {
	l := Open(t.TempDir(), "public", plain.DigestOf("engine"))
	x := textsIn(t, l)
	x.Put(keyOf(0), []byte("before"))
	x.Put(keyOf(1), []byte("the very words"))
	x.Put(keyOf(2), []byte("behind"))
	if got, ok := x.Part(keyOf(1), 4, 4); !ok || got != "very" {
		t.Errorf("got %q, %v", got, ok)
	}
	for _, beyond := range [][2]int{{-1, 4}, {4, -1}, {4, 11}, {15, 0}, {1, math.MaxInt}} {
		if got, ok := x.Part(keyOf(1), beyond[0], beyond[1]); ok {
			t.Errorf("%v is %q", beyond, got)
		}
	}
	if _, ok := x.Part(keyOf(3), 0, 0); ok {
		t.Error("there is a part of nothing")
	}
}
