package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// made is a document of one page or more, written by hand so that a test says all that is on it.
type made struct {
	pages   []string // content
	extra   string   // entries of each page
	catalog string   // entries of the catalog
	objects []string // further objects, from number 10
	trailer string   // entries of the trailer
}

// bytes is the document as a file.
func (m made) bytes() []byte {
	var out bytes.Buffer
	var offsets []int
	numbers := []int{}
	object := func(number int, body string) {
		offsets, numbers = append(offsets, out.Len()), append(numbers, number)
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", number, body)
	}
	out.WriteString("%PDF-1.7\n")
	object(1, "<</Type/Catalog/Pages 2 0 R"+m.catalog+">>")
	var kids strings.Builder
	for i := range m.pages {
		fmt.Fprintf(&kids, "%d 0 R ", 100+2*i)
	}
	object(2, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(m.pages), kids.String()))
	object(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object(4, "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream")
	for i, body := range m.objects {
		object(10+i, body)
	}
	for i, content := range m.pages {
		object(100+2*i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>%s>>", 101+2*i, m.extra))
		object(101+2*i, fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	}
	start := out.Len()
	out.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for i, offset := range offsets {
		fmt.Fprintf(&out, "%d 1\n%010d 00000 n \n", numbers[i], offset)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", 1000, m.trailer, start)
	return out.Bytes()
}

// say prints words on a page; size 11, black, unless the words before it have said otherwise.
func say(x, y int, words string) string {
	return fmt.Sprintf("BT /F 11 Tf %d %d Td (%s) Tj ET\n", x, y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(words))
}
