package pdf

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

// examined reads the objects of a file, without a viewer.
func examined(data []byte) (words string, r found.Report) {
	var all strings.Builder
	r = found.Inspect("a.pdf", data, found.Usual(), func(_, text string) { all.WriteString(text + "\n") }, func(_ string, data []byte, in *found.Into) {
		f := scan(data, in)
		if f.encrypted {
			in.Unread("", found.Encrypted)
			return
		}
		examine(f).report()
	})
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
		if words, report := examined(data); !strings.Contains(words, planted) && len(report.Unread) == 0 {
			t.Fatalf("seed %d: the planted number is in the file, and nobody says so:\n%s", seed, bytes.ReplaceAll(data, []byte(planted), []byte("…")))
		}
	}
}

func TestADamagedDocumentIsReadByTheViewerToo(t *testing.T) {
	file := places()["a note"].data
	for seed := range uint64(12) {
		look(damaged(file, rand.New(rand.NewPCG(seed, 11))))
	}
}

func FuzzRead(f *testing.F) {
	for _, place := range places() {
		f.Add(place.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in := func(_ string, data []byte, in *found.Into) {
			file := scan(data, in)
			examine(file).report()
		}
		l := found.Usual()
		l.Part, l.Unpacked = 1<<20, 4<<20
		r := found.Inspect("a.pdf", data, l, nil, in)
		if len(r.Parts) == 0 && len(r.Unread) == 0 {
			t.Error("nothing is told of it")
		}
	})
}
