package pdf

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

// checkFault fails when a reader panicked: an inspection takes that for a file that it could not read.
func checkFault(t *testing.T, r found.Report) {
	t.Helper()
	for _, u := range r.Unread {
		if u.Why == found.Fault {
			t.Errorf("the reader of %q panics", u.Path)
		}
	}
}

// examined reads the objects of a file, without a viewer.
func examined(t *testing.T, data []byte, l found.Limits) (words string, r found.Report) {
	t.Helper()
	var all strings.Builder
	r = found.Inspect("a.pdf", data, l, func(_, text string) { all.WriteString(text + "\n") }, func(_ string, data []byte, in *found.Into) {
		f := scan(data, in)
		if f.encrypted {
			in.Unread("", found.Encrypted)
			return
		}
		examine(f).report()
	})
	checkFault(t, r)
	return all.String(), r
}

// damaged is a file with some bytes changed, left out or put in, those of the planted number never.
func damaged(data []byte, r *rand.Rand) []byte {
	data = bytes.Clone(data)
	for range 1 + r.IntN(4) {
		at := r.IntN(len(data))
		kept := bytes.Index(data, []byte(planted))
		if kept >= 0 && at >= kept-2 && at <= kept+len(planted)+1 {
			continue
		}
		switch r.IntN(4) {
		case 0:
			data[at] = byte(r.IntN(256))
		case 1:
			data[at] = "<>[]()/%RJ0 9\n"[r.IntN(14)]
		case 2:
			data = append(data[:at:at], data[at+1:]...)
		default:
			data = append(append(data[:at:at], "<<(/obj stream endobj[%\n"[r.IntN(20):]...), data[at:]...)
		}
	}
	return data
}

func TestADamagedDocumentShowsItsWordsOrIsUnread(t *testing.T) {
	var files [][]byte
	for _, name := range []string{"a note", "the title", "a bookmark", "seen", "XMP", "a file in the file", "between objects", "the revision before"} {
		files = append(files, places()[name].data)
	}
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 7))
		data := damaged(files[r.IntN(len(files))], r)
		if words, report := examined(t, data, found.Usual()); !strings.Contains(words, planted) && len(report.Unread) == 0 {
			t.Fatalf("seed %d: the planted number is in the file, and nobody says so:\n%s", seed, bytes.ReplaceAll(data, []byte(planted), []byte("…")))
		}
	}
}

func TestADamagedDocumentIsReadByTheViewerToo(t *testing.T) {
	file := places()["a note"].data
	for seed := range uint64(12) {
		checkFault(t, look(damaged(file, rand.New(rand.NewPCG(seed, 11)))).Report)
	}
}

func FuzzRead(f *testing.F) {
	for _, place := range places() {
		f.Add(place.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := found.Usual()
		l.Part, l.Unpacked = 1<<20, 4<<20
		if _, r := examined(t, data, l); len(r.Parts) == 0 && len(r.Unread) == 0 {
			t.Error("nothing is told of it")
		}
	})
}
