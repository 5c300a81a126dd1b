package pack

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
)

// usual are limits that no test meets which does not mean to.
var usual = Limits{Part: 1 << 20, Ratio: 100, Loose: 1 << 10}

func zipped(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t *testing.T, data []byte, l Limits, left *Budget) *Pack {
	t.Helper()
	p, err := Open(bytes.NewReader(data), int64(len(data)), l, left)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func checkRefused(t *testing.T, err error, want Why) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) || r.Why != want {
		t.Errorf("got %v, want a refusal: %s", err, want)
	}
}

func TestPartsAreNamedAsTheFileNamesThemAndFoundInAnyCase(t *testing.T) {
	p := opened(t, zipped(t, "Word/", "", `Word\Document.xml`, "ord"), usual, &Budget{Bytes: 1 << 20, Parts: 10})
	if names := p.Names(); !slices.Equal(names, []string{`Word\Document.xml`}) {
		t.Errorf("names are %q", names)
	}
	data, err := p.Read("/word/document.XML")
	if err != nil || string(data) != "ord" {
		t.Errorf("read %q, %v", data, err)
	}
	_, err = p.Read("word/other.xml")
	checkRefused(t, err, Damaged)
}

func TestAFolderWithBytesInItIsAPart(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.CreateRaw(&zip.FileHeader{Name: "skjult/", Method: zip.Store}); err != nil {
		t.Fatal(err)
	}
	w, err := z.CreateRaw(&zip.FileHeader{Name: "skjult2/", Method: zip.Store, UncompressedSize64: 3, CompressedSize64: 3, CRC32: 0})
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte("ord"))
	z.Close()
	p := opened(t, b.Bytes(), usual, &Budget{Bytes: 1 << 20, Parts: 10})
	if names := p.Names(); !slices.Equal(names, []string{"skjult2/"}) {
		t.Errorf("names are %q", names)
	}
}

func TestPartsOfOneNameAreRefused(t *testing.T) {
	data := zipped(t, "a/b.xml", "1", `A\B.xml`, "2")
	_, err := Open(bytes.NewReader(data), int64(len(data)), usual, &Budget{Bytes: 1 << 20, Parts: 10})
	checkRefused(t, err, Damaged)
}

func TestMorePartsThanTheBudgetHasAreRefused(t *testing.T) {
	data := zipped(t, "a", "", "b", "", "c", "")
	left := &Budget{Bytes: 1 << 20, Parts: 5}
	opened(t, data, usual, left)
	_, err := Open(bytes.NewReader(data), int64(len(data)), usual, left)
	checkRefused(t, err, TooMany)
}

func TestAPartThatUnpacksToTooMuchIsRefused(t *testing.T) {
	noise := func(n int) string { // cannot be packed
		b, x := make([]byte, n), uint32(1)
		for i := range b {
			x = x*1664525 + 1013904223
			b[i] = byte(x >> 24)
		}
		return string(b)
	}
	for _, c := range []struct {
		name, inside string
		limits       Limits
		budget       int64
		want         Why
	}{
		{"more than a part may have", noise(2000), Limits{Part: 1999, Ratio: 100, Loose: 10}, 1 << 20, TooLarge},
		{"exactly what a part may have", noise(2000), Limits{Part: 2000, Ratio: 100, Loose: 10}, 1 << 20, ""},
		{"packed too tightly", strings.Repeat(" ", 50_000), Limits{Part: 1 << 20, Ratio: 100, Loose: 10}, 1 << 20, TooLarge},
		{"packed tightly but small", strings.Repeat(" ", 50_000), Limits{Part: 1 << 20, Ratio: 100, Loose: 50_000}, 1 << 20, ""},
		{"more than is left of all", noise(2000), usual, 1999, TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := opened(t, zipped(t, "a", c.inside), c.limits, &Budget{Bytes: c.budget, Parts: 1})
			data, err := p.Read("a")
			if c.want == "" {
				if err != nil || string(data) != c.inside {
					t.Errorf("%d bytes, %v", len(data), err)
				}
				return
			}
			checkRefused(t, err, c.want)
		})
	}
}

func TestWhatIsReadIsTakenFromTheBudgetOfAll(t *testing.T) {
	left := &Budget{Bytes: 1500, Parts: 2}
	part := strings.Repeat("0123456789", 100)
	for i, want := range []Why{"", TooLarge} {
		_, err := opened(t, zipped(t, "a", part), usual, left).Read("a")
		if want == "" && err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		if want != "" {
			checkRefused(t, err, want)
		}
	}
}

func TestWhatIsNoPackOrIsEncryptedIsRefused(t *testing.T) {
	_, err := Open(strings.NewReader("ord"), 3, usual, &Budget{Bytes: 1, Parts: 1})
	checkRefused(t, err, Damaged)
	data := zipped(t, "a", "ord")
	for i := range data { // the flag of encryption, in the header before the part and in the list at the end
		switch {
		case bytes.HasPrefix(data[i:], []byte("PK\x03\x04")):
			data[i+6] |= 1
		case bytes.HasPrefix(data[i:], []byte("PK\x01\x02")):
			data[i+8] |= 1
		}
	}
	_, err = opened(t, data, usual, &Budget{Bytes: 100, Parts: 1}).Read("a")
	checkRefused(t, err, Encrypted)
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	parts := []Part{{Name: "mimetype", Data: []byte("ord"), Stored: true}, {Name: "å/b.xml", Data: bytes.Repeat([]byte("tekst "), 300)}, {Name: "tom"}}
	data, err := Write(parts)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Write(parts); !bytes.Equal(again, data) {
		t.Error("the same parts give other bytes")
	}
	if _, whole := Beside(data); !whole {
		t.Error("there is something between the parts")
	}
	p := opened(t, data, usual, &Budget{Bytes: 1 << 20, Parts: 10})
	for _, want := range parts {
		got, err := p.Read(want.Name)
		if err != nil || !bytes.Equal(got, want.Data) || p.Stored(want.Name) != want.Stored {
			t.Errorf("%s: %d bytes, %v", want.Name, len(got), err)
		}
	}
	if len(data) > 700 {
		t.Errorf("%d bytes: nothing is packed", len(data))
	}
}
