package inspect

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

// planted is made when a test runs, so that no number that a person might have stands in a file.
var planted = strings.Join([]string{"0102", "03", "-", "99", "98"}, "")

// looked is what an inspection has given.
type looked struct {
	Report
	words map[string]string
}

func look(name string, data []byte) looked { return lookWithin(name, data, found.Usual()) }

func lookWithin(name string, data []byte, l Limits) looked {
	words := map[string]string{}
	r := File(name, data, l, func(path, text string) { words[path] += text })
	return looked{r, words}
}

// checkFound fails when the planted number is not in the words of a part, or the part not among those read.
func (l looked) checkFound(t *testing.T, path string) {
	t.Helper()
	if !strings.Contains(l.words[path], planted) {
		t.Errorf("the planted number is not in the words of %q; words are of %q", path, slices.Sorted(maps.Keys(l.words)))
	}
	part, _, _ := strings.Cut(path, "#")
	if !slices.ContainsFunc(l.Parts, func(p Part) bool { return p.Path == part }) {
		t.Errorf("%q is not among the parts %v", part, l.Parts)
	}
}

func (l looked) checkUnread(t *testing.T, want ...Unread) {
	t.Helper()
	if !slices.Equal(l.Unread, want) {
		t.Errorf("unread are %q, want %q", l.Unread, want)
	}
}

func notRead(path string, why found.Reason) Unread { return Unread{Path: path, Why: why} }

// zipped is a zip file of parts: name, bytes, name, bytes.
func zipped(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		method := zip.Deflate
		if parts[i] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			panic(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// unpacked are the parts of a zip file.
func unpacked(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(part)
	}
	return all
}

func TestTextsAreReadInTheirEncodings(t *testing.T) {
	for name, data := range map[string]string{
		"a.txt":  "Nummer " + planted,
		"a.csv":  "\xEF\xBB\xBFnavn;nummer\nA;" + planted,
		"b.csv":  "p\xE5;" + planted, // Windows-1252
		"b.txt":  "\xFF\xFE" + strings.Join(strings.Split(planted, ""), "\x00") + "\x00",
		"a.json": `{"nummer": "` + planted + `"}`,
		"a.md":   "# Nummer\n\n" + planted,
	} {
		l := look(name, []byte(data))
		l.checkFound(t, "")
		l.checkUnread(t)
	}
}

func TestLettersThatJSONWritesOtherwiseAreRead(t *testing.T) {
	look("a.json", []byte(`{"a": "\u0030`+planted[1:]+`"}`)).checkFound(t, "#strings")
}

func TestAFileInAnArchiveInAnArchiveIsRead(t *testing.T) {
	l := look("bilag.zip", []byte(zipped("mappe/indre.zip", zipped("liste.csv", planted), "andet.txt", "ord")))
	l.checkFound(t, "mappe/indre.zip!liste.csv")
	l.checkUnread(t)
	var parts []string
	for _, p := range l.Parts {
		parts = append(parts, p.Path+" "+string(p.Kind))
	}
	if want := []string{" archive", "andet.txt text", "mappe/indre.zip archive", "mappe/indre.zip!liste.csv text"}; !slices.Equal(parts, want) {
		t.Errorf("parts are %q, want %q", parts, want)
	}
}

func TestNamesOfFilesAndOfPartsAreWords(t *testing.T) {
	look(planted+".txt", []byte("ord")).checkFound(t, "#name")
	look("bilag.zip", []byte(zipped("brev "+planted+".txt", "ord"))).checkFound(t, "#structure")
}

func TestRemarksOnAnArchiveAreWords(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.SetComment("fra " + planted)
	z.CreateHeader(&zip.FileHeader{Name: "a.txt"})
	z.Close()
	l := look("bilag.zip", b.Bytes())
	l.checkFound(t, "#structure")
	l.checkUnread(t)
}

func TestAnArchiveIsReadOnlyAsFarAsItsLimitsAllow(t *testing.T) {
	inner := zipped("a.txt", "ord")
	for range 6 {
		inner = zipped("a.zip", inner)
	}
	look("a.zip", []byte(inner)).checkUnread(t, notRead("a.zip!a.zip!a.zip!a.zip!a.zip", found.TooDeep))
	bomb := zipped("stor.txt", strings.Repeat("0", 20<<20), "lille.txt", "ord")
	look("a.zip", []byte(bomb)).checkUnread(t, notRead("stor.txt", found.TooLarge))
	few := Limits{File: 1 << 20, Depth: 3, Parts: 3, Part: 100, Unpacked: 150}
	lookWithin("a.zip", []byte(zipped("1.txt", "", "2.txt", "", "3.txt", "", "4.txt", "")), few).checkUnread(t, notRead("", found.TooMany))
	lookWithin("a.zip", []byte(zipped("1.txt", strings.Repeat("ab", 40), "2.txt", strings.Repeat("cd", 40))), few).checkUnread(t, notRead("2.txt", found.TooLarge))
	lookWithin("a.zip", make([]byte, 1<<20+1), few).checkUnread(t, notRead("", found.TooLarge))
}

func TestNamesThatLeadOutOfAnArchiveAreRefused(t *testing.T) {
	for _, name := range []string{"../a.txt", `..\a.txt`, `C:\a.txt`, "a/../../b.txt"} {
		look("a.zip", []byte(zipped(name, "ord"))).checkUnread(t, notRead(name, found.UnsafeName))
	}
}

func TestBytesBetweenThePartsOfAnArchiveAreReported(t *testing.T) {
	whole := zipped("a.txt", "ord", "b.txt", "ord")
	second := strings.Index(whole[4:], "PK\x03\x04") + 4
	list := strings.Index(whole, "PK\x01\x02")
	shifted := func(at int, bytes string) string { // the list at the end still tells where the parts are
		return whole[:at] + bytes + whole[at:]
	}
	for name, data := range map[string]string{
		"before": "skjult" + whole, "after": whole + "skjult", "before the list": shifted(list, "skjult"), "a part that no list names": shifted(list, whole[:second]),
	} {
		l := look("a.zip", []byte(data))
		if len(l.Unread) == 0 {
			t.Errorf("%s: not reported: %v", name, l.Unread)
		}
	}
	look("a.zip", []byte(whole)).checkUnread(t)
}

func TestWhatCannotBeReadIsReportedWithAReason(t *testing.T) {
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") }
	for _, c := range []struct {
		name, data string
		want       []found.Reason
	}{
		{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + wide("WordDocument"), []found.Reason{found.OldOffice}},
		{"a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + wide("Workbook"), []found.Reason{found.OldOffice}},
		{"a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + wide("EncryptedPackage"), []found.Reason{found.Encrypted}},
		{"a.rtf", `{\rtf1 ord}`, []found.Reason{found.OldOffice}},
		{"a.mp3", "ID3\x04lyd", []found.Reason{found.Sound}},
		{"a.mp4", "\x00\x00\x00\x18ftypmp42", []found.Reason{found.Sound}},
		{"a.ttf", "\x00\x01\x00\x00\x00", []found.Reason{found.UnknownKind}},
		{"a.exe", "MZ\x90\x00", []found.Reason{found.UnknownKind}},
		{"a.eml", "From: a\n\nord", []found.Reason{found.UnknownKind}},
		{"a.txt", "ord\x00\x01", []found.Reason{found.Disagreement, found.UnknownKind}},
		{"a.pdf", "ord", []found.Reason{found.Disagreement, found.UnknownKind}},
		{"a.txt", zipped("b.txt", "ord"), []found.Reason{found.Disagreement}},
		{"a.json", `{"a": "\u0030"`, []found.Reason{found.Damaged}},
		{"a.zip", "PK\x03\x04 cut short", []found.Reason{found.Damaged}},
	} {
		got := look(c.name, []byte(c.data)).Unread
		var want []Unread
		for _, why := range c.want {
			want = append(want, notRead("", why))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", c.name, got, want)
		}
	}
}

func TestAReaderThatFailsMakesItsFileUnread(t *testing.T) {
	r := found.Inspect("a.txt", []byte("ord"), found.Usual(), nil, func(string, []byte, *found.Into) { panic("fault") })
	if want := []Unread{notRead("", found.Fault)}; !slices.Equal(r.Unread, want) {
		t.Errorf("got %v, want %v", r.Unread, want)
	}
}

func TestAReportHoldsNoWordOfTheFile(t *testing.T) {
	l := look("a.zip", []byte(zipped("a.txt", planted, "b.bin", planted)))
	if s := fmt.Sprint(l.Report); strings.Contains(s, planted[5:]) {
		t.Error("the report holds the planted number")
	}
}
