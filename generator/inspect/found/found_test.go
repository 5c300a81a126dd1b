package found

import (
	"slices"
	"testing"
)

func TestFilesWithinAFileMayNotBeNamedForEver(t *testing.T) {
	limits := Limits{File: 100, Depth: 3, Parts: 10, Part: 100, Unpacked: 1000}
	files := 0
	r := Inspect("a", make([]byte, 100), limits, nil, func(_ string, data []byte, in *Into) {
		files++
		for range 1000 {
			in.File("b", data)
		}
	})
	if !slices.Contains(r.Unread, Unread{"b", TooLarge}) || files > 50 {
		t.Errorf("%d files were read, unread are %v", files, r.Unread)
	}
}

func TestPathsTellWhatStandsInWhat(t *testing.T) {
	var words []string
	r := Inspect("a", nil, Usual(), func(path, text string) { words = append(words, path+"="+text) }, func(_ string, data []byte, in *Into) {
		if in.depth == 0 {
			in.Words("#name", "a")
			in.File("mappe/b", nil)
			return
		}
		in.Words("c#title", "b")
		in.Part("c", Text, 1)
		in.Trace(Author, "")
		in.Trace(Author, "")
		in.Unread("", Damaged)
		in.Unread("", Damaged)
	})
	if want := []string{"#name=a", "mappe/b!c#title=b"}; !slices.Equal(words, want) {
		t.Errorf("words are %q", words)
	}
	part, trace, unread := Part{"mappe/b!c", Text, 1}, Trace{Author, "mappe/b", 2}, Unread{"mappe/b", Damaged}
	if len(r.Parts) != 1 || r.Parts[0] != part || len(r.Traces) != 1 || r.Traces[0] != trace || len(r.Unread) != 1 || r.Unread[0] != unread {
		t.Errorf("the report is %v", r)
	}
}

func TestLongNumbersInNamesEndInStars(t *testing.T) {
	for name, want := range map[string]string{
		"brev 000000-0000.docx": "brev 000000-****.docx", "image12345678.png": "image12345678.png", "2023-11-07/a.xml": "2023-11-07/a.xml",
		"0000000000": "000000****", "00 00 00 00 00x": "00 00 00 ** **x", "": "", "æ00000\u20130000011": "æ00000\u20130******",
	} {
		if got := masked(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
