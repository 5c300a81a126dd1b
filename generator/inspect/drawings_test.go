package inspect

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

func little(numbers ...int) string {
	var b []byte
	for _, n := range numbers {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return string(b)
}

func short(numbers ...int) string {
	var b []byte
	for _, n := range numbers {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	return string(b)
}

func wide(text string) string { return strings.Join(strings.Split(text, ""), "\x00") + "\x00" }

// emf is a drawing of some records.
func emf(records ...string) string {
	head := little(1, 108) + strings.Repeat("\x00", 32) + " EMF" + strings.Repeat("\x00", 64)
	return head + strings.Join(records, "") + little(14, 20, 0, 0, 20)
}

// emfText is a record that draws a text, of two bytes a letter.
func emfText(text string, options int) string {
	body := strings.Repeat("\x00", 28+8) + little(len(text), 76, options) + strings.Repeat("\x00", 20) + wide(text)
	return little(84, 8+len(body)) + body
}

func emfRemark(body string) string { return little(70, 12+len(body), len(body)) + body }

func plusRecord(kind, flags int, body string) string {
	return "EMF+" + short(kind, flags) + little(12+len(body), len(body)) + body
}

func wmf(records ...string) string {
	return short(1, 9, 0x0300) + strings.Repeat("\x00", 12) + strings.Join(records, "") + little(3) + short(0)
}

func wmfRecord(kind int, body string) string {
	body += strings.Repeat("\x00", len(body)%2)
	return little((6+len(body))/2) + short(kind) + body
}

func TestTheLettersOfDrawingsAreRead(t *testing.T) {
	n := planted
	letters := ""
	for _, c := range strings.Split(n, "") {
		letters += emfText(c, 0)
	}
	for _, c := range []struct{ name, file, data string }{
		{"EMF", "a.emf", emf(emfText(n, 0))},
		{"EMF, letter by letter", "a.emf", emf(letters)},
		{"EMF, small", "a.emf", emf(little(108, 36+len(n), 0, 0, len(n), 0x300, 0, 0, 0) + n)},
		{"EMF+", "a.emf", emf(emfRemark(plusRecord(0x401C, 0, little(0, 0, len(n), 0, 0, 0, 0)+wide(n))))},
		{"SVM", "a.svm", "VCLMTF\x01\x00\x31\x00" + wide(n)},
		{"WMF", "a.wmf", wmf(wmfRecord(0x0521, short(len(n))+n+"\x00"+short(0, 0)))},
		{"WMF, with a frame", "a.wmf", wmf(wmfRecord(0x0A32, short(0, 0, len(n), 4, 0, 0, 0, 0)+n))},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := look(c.file, []byte(c.data))
			l.checkFound(t, "")
			l.checkUnread(t)
		})
	}
}

func TestADrawingWithinADrawingIsRead(t *testing.T) {
	inner := emf(emfText(planted, 0))
	l := look("a.wmf", []byte(wmf(wmfRecord(0x0626, short(0x0F, 34+len(inner))+"WMFC"+strings.Repeat("\x00", 30)+inner))))
	l.checkFound(t, "#inner")
	picture := png(chunk("tEXt", "Title\x00"+planted))
	l = look("a.emf", []byte(emf(emfRemark(plusRecord(0x4008, 5<<8, little(0, 1, 1, 1, 4, 0, 1)+picture)))))
	l.checkFound(t, "#inner#remark")
}

func TestADrawingThatIsPackedIsRead(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(emf(emfText(planted, 0))))
	z.Close()
	look("a.emz", b.Bytes()).checkFound(t, "#inner")
}

func TestTextThatIsDrawnByShapesIsUnread(t *testing.T) {
	look("a.emf", []byte(emf(emfText("abc", 0x10)))).checkUnread(t, notRead("", found.UnknownKind))
	look("a.wmf", []byte(wmf(wmfRecord(0x0A32, short(0, 0, 2, 0x10)+"ab")))).checkUnread(t, notRead("", found.UnknownKind))
	look("a.emf", []byte(emf()+"skjult")).checkUnread(t, notRead("", found.Between))
	look("a.emf", []byte(emf()[:120])).checkUnread(t, notRead("", found.Damaged))
}
