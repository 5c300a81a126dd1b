package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

// planted is made when a test runs, so that no number that a person might have stands in a file.
var planted = strings.Join([]string{"0102", "03", "-", "99", "98"}, "")

// cache keeps PDFium compiled for all tests and from run to run.
var cache string

func TestMain(m *testing.M) {
	folder, err := os.UserCacheDir()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	cache = filepath.Join(folder, "referat-tests", "pdfium")
	os.Exit(m.Run())
}

// objects are those of a document by their numbers: 1 the catalog, 2 the pages, 3 the page, 4 what it draws, 5 its font.
type objects map[int]string

// openly is on every page here.
const openly = "Alle kan se dette, og det er alt, hvad der staar paa siden"

// drawn is a document of one page.
func drawn(content string) objects {
	return objects{
		1: "<</Type/Catalog/Pages 2 0 R>>",
		2: "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
		4: stream("", say(70, 700, openly)+content),
		5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		6: stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x80"),
	}
}

// with adds entries to objects, or objects.
func (o objects) with(changes objects) objects {
	o = maps.Clone(o)
	for n, body := range changes {
		if entries, more := strings.CutPrefix(body, "+"); more {
			body = strings.TrimSuffix(o[n], ">>") + entries + ">>"
		}
		o[n] = body
	}
	return o
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(data), data)
}

// say prints words on a page; size 11, black, unless the words before it have said otherwise.
func say(x, y int, words string) string {
	return fmt.Sprintf("BT /F 11 Tf %d %d Td (%s) Tj ET\n", x, y, words)
}

// file is the document as a file, with entries of its trailer.
func (o objects) file(trailer string) []byte { return o.after([]byte("%PDF-1.7\n"), trailer) }

// after is a file with a revision put behind it.
func (o objects) after(data []byte, trailer string) []byte {
	out := bytes.NewBuffer(bytes.Clone(data))
	table := "xref\n0 1\n0000000000 65535 f \n"
	for _, n := range slices.Sorted(maps.Keys(o)) {
		table += fmt.Sprintf("%d 1\n%010d 00000 n \n", n, out.Len())
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, o[n])
	}
	start := out.Len()
	fmt.Fprintf(out, "%strailer<</Size 1000/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", table, trailer, start)
	return out.Bytes()
}

// looked is what an inspection has given.
type looked struct {
	found.Report
	words map[string]string
}

func look(data []byte) looked { return lookWithin(data, found.Usual()) }

func lookWithin(data []byte, l found.Limits) looked {
	l.Compiled = cache
	words := map[string]string{}
	r := found.Inspect("a.pdf", data, l, func(path, text string) { words[path] += text + "\n" }, func(name string, data []byte, in *found.Into) {
		if strings.HasSuffix(name, ".pdf") {
			Read(data, in)
			return
		}
		in.Part("", found.Text, len(data))
		in.Words("", string(data))
	})
	return looked{r, words}
}

func (l looked) unread() (all []string) {
	for _, u := range l.Unread {
		all = append(all, strings.TrimSpace(u.Path+" "+string(u.Why)))
	}
	return all
}

func (l looked) traces() (all []string) {
	for _, t := range l.Traces {
		all = append(all, strings.TrimSpace(t.Path+" "+string(t.Kind)))
	}
	return all
}
