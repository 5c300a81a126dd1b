package pdf

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"referat/generator/intake/manuscript"
)

func TestDocumentsThatCannotBeReadAreRefused(t *testing.T) {
	whole, err := os.ReadFile("testdata/margen.pdf")
	if err != nil {
		t.Fatal(err)
	}
	scan := "q 595 0 0 842 0 0 cm /I Do Q "
	for name, test := range map[string]struct {
		data []byte
		why  manuscript.Why
	}{
		"nothing":                      {nil, manuscript.Damaged},
		"another kind of file":         {[]byte("PK\x03\x04 this is no PDF"), manuscript.Damaged},
		"the head of a file":           {whole[:2000], manuscript.Damaged},
		"no page":                      {made{}.bytes(), manuscript.Damaged},
		"a scanned page":               {made{pages: []string{scan}}.bytes(), manuscript.NoText},
		"a scanned page that was read": {made{pages: []string{scan + "3 Tr " + say(70, 700, "read by a machine")}}.bytes(), manuscript.NoText},
		"an empty page":                {made{pages: []string{""}}.bytes(), manuscript.NoText},
		"a password":                   {encrypted(), manuscript.Encrypted},
		"too many pages":               {made{pages: make([]string, maxPages+1)}.bytes(), manuscript.TooLarge},
		"too many bytes":               {make([]byte, maxBytes+1), manuscript.TooLarge},
		"too many letters on a page":   {made{pages: []string{manyLetters()}}.bytes(), manuscript.TooLarge},
		"too many objects":             {made{pages: []string{strings.Repeat("0 0 9 9 re f\n", maxObjects+1)}}.bytes(), manuscript.TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(context.Background(), test.data, Options{Cache: cache})
			var refusal *manuscript.Refusal
			if !errors.As(err, &refusal) || refusal.Why != test.why || doc != nil {
				t.Errorf("got %v, should be %s", err, test.why)
			}
		})
	}
}

// manyLetters are more letters than a page may have, no two alike in one place: PDFium takes those for one.
func manyLetters() string {
	var page strings.Builder
	for i := range maxPageGlyphs/90 + 20 {
		page.WriteString(say(10+i%7, 8*(i%100), strings.Repeat(string(rune('a'+i%26))+string(rune('k'+i/100)), 50)))
	}
	return page.String()
}

// encrypted is a document that opens with a password only.
func encrypted() []byte {
	m := made{
		pages:   []string{say(70, 700, "secret")},
		objects: []string{"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + strings.Repeat("41", 32) + ">/U<" + strings.Repeat("42", 32) + ">>>"},
		trailer: "/Encrypt 10 0 R/ID[<00><00>]",
	}
	return m.bytes()
}

func TestTextBesideAScannedPageIsReadAndTheScanTold(t *testing.T) {
	m := made{pages: []string{say(70, 700, openly), "q 595 0 0 842 0 0 cm /I Do Q 3 Tr " + say(70, 700, "read by a machine")}}
	doc := read(t, m, Options{})
	if len(doc.Blocks) != 1 || doc.Blocks[0].Words() != openly || strings.Contains(doc.Raw, "machine") {
		t.Errorf("read as %q", doc.Raw)
	}
	if len(doc.Unseen) != 2 || doc.Unseen[0].Kind != manuscript.Hidden || doc.Unseen[1].Kind != manuscript.Picture {
		t.Errorf("told of %+v", doc.Unseen)
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	data := made{pages: slices.Repeat([]string{strings.Repeat(say(70, 700, strings.Repeat("word ", 200)), 30)}, 20)}.bytes()
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := Read(ctx, data, Options{Cache: cache}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("it took %v", took)
	}
}

func TestReadersDoNotDisturbEachOtherAndLeaveNothingRunning(t *testing.T) {
	defer goleak.VerifyNone(t)
	paths := []string{"testdata/margen.pdf", "testdata/tvaer.pdf", "testdata/margen.pdf", "testdata/tvaer.pdf"}
	got := make([]string, len(paths))
	var all sync.WaitGroup
	for i, path := range paths {
		all.Go(func() { got[i] = dump(readFile(t, path, Options{})) })
	}
	all.Wait()
	if got[0] != got[2] || got[1] != got[3] || got[0] == got[1] {
		t.Error("the same document is not read the same")
	}
}

// FuzzRead changes documents: whatever comes of them is a document or a refusal, and what is read can be told.
func FuzzRead(f *testing.F) {
	f.Add(made{pages: []string{say(70, 700, openly) + "60 640 300 25 re S"}}.bytes(), 0, byte(0))
	f.Add(made{pages: []string{"1 0 0 1 0 0 cm " + say(70, 700, "1. a") + say(70, 680, "2. b")}, extra: "/Rotate 90"}.bytes(), 300, byte('9'))
	for _, path := range []string{"testdata/margen.pdf", "testdata/spalter-tagged.pdf"} {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, len(data)/2, byte(7))
	}
	var e *engine
	f.Cleanup(func() {
		if e != nil {
			e.close()
		}
	})
	f.Fuzz(func(t *testing.T, data []byte, at int, with byte) {
		if len(data) > 200_000 {
			return
		}
		changed := bytes.Clone(data)
		if at >= 0 && at < len(changed) {
			changed[at] = with
		}
		if e == nil {
			var err error
			if e, err = startEngine(context.Background(), cache); err != nil {
				t.Fatal(err)
			}
		}
		doc, err := e.read(context.Background(), changed, Options{})
		var refusal *manuscript.Refusal
		switch {
		case err == nil:
			dump(doc)
		case !errors.As(err, &refusal):
			t.Errorf("neither a document nor a refusal: %v", err)
		case refusal.Detail == stopped:
			e.close()
			e = nil
		}
	})
}
