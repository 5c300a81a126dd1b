package pdf

import (
	"maps"
	"strings"
)

// font tells what letters the codes of a string stand for, and how wide they are.
type font struct {
	bytes   int  // of a code
	wide    bool // codes are letters of UTF-16
	letters map[int]string
	widths  map[int]float64 // in thousandths of the size
	usual   float64
}

// maxLetters is how many letters a font may name.
const maxLetters = 200_000

// fontOf reads a font. What it does not say stays unknown: a font may hold shapes without saying what they mean.
func (f *file) fontOf(d dict) *font {
	n := &font{bytes: 1, letters: map[int]string{}, widths: map[int]float64{}, usual: 500}
	if d["Subtype"] == name("Type0") {
		n.bytes, n.usual = 2, 1000
		f.readWide(n, d)
	} else {
		f.readSimple(n, d)
	}
	if o := f.streamAt(d["ToUnicode"]); o != nil {
		if data, ok := f.decode(o); ok {
			n.readMap(data)
			f.in.Spend(64 * len(n.letters)) // a short map may name many
		}
	}
	return n
}

func (f *file) readSimple(n *font, d dict) {
	first := f.number(d, "FirstChar", 0)
	widths, _ := f.resolve(d["Widths"]).(array)
	for i, w := range widths {
		if w, is := f.resolve(w).(float64); is && i < 256 {
			n.widths[first+i] = w
		}
	}
	encoding := f.resolve(d["Encoding"])
	base, _ := encoding.(name)
	differences, _ := encoding.(dict)
	if differences != nil {
		base, _ = f.resolve(differences["BaseEncoding"]).(name)
	}
	descriptor := f.dictAt(d["FontDescriptor"])
	const symbolic = 4
	own := descriptor != nil && f.number(descriptor, "Flags", 0)&symbolic != 0 || d["Subtype"] == name("Type3")
	letter := standardLetter
	switch {
	case base == "WinAnsiEncoding":
		letter = windowsLetter
	case base == "MacRomanEncoding":
		letter = macLetter
	case own && base == "":
		letter = func(byte) rune { return 0 }
	}
	for c := range 256 {
		if r := letter(byte(c)); r != 0 && r != '\ufffd' {
			n.letters[c] = string(r)
		}
	}
	f.readDifferences(n, differences)
}

func (f *file) readDifferences(n *font, encoding dict) {
	list, _ := f.resolve(encoding["Differences"]).(array)
	if len(list) == 0 {
		return
	}
	known, code := glyphLetters(), 0
	for _, v := range list {
		switch v := f.resolve(v).(type) {
		case float64:
			code = int(v)
		case name:
			n.letters[code] = letterOf(known, string(v))
			code++
		}
	}
	maps.DeleteFunc(n.letters, func(_ int, l string) bool { return l == "" })
}

// readWide reads a font of codes of more than one byte.
func (f *file) readWide(n *font, d dict) {
	list, _ := f.resolve(d["DescendantFonts"]).(array)
	if len(list) > 0 {
		inner := f.dictAt(list[0])
		n.usual = float64(f.number(inner, "DW", 1000))
		widths, _ := f.resolve(inner["W"]).(array)
		f.readWidths(n, widths)
	}
	switch encoding := f.resolve(d["Encoding"]).(type) {
	case name:
		if strings.Contains(string(encoding), "UCS2") || strings.Contains(string(encoding), "UTF16") {
			n.wide = true
		}
	case dict:
		if o := f.streamAt(d["Encoding"]); o != nil {
			if data, ok := f.decode(o); ok && codeBytes(data) == 1 {
				n.bytes = 1
			}
		}
	}
}

// readWidths reads widths, as "first [w w w]" and as "first last w".
func (f *file) readWidths(n *font, list array) {
	for i := 0; i+1 < len(list) && len(n.widths) < maxLetters; {
		first, _ := f.resolve(list[i]).(float64)
		switch v := f.resolve(list[i+1]).(type) {
		case array:
			for j, w := range v {
				if w, is := f.resolve(w).(float64); is {
					n.widths[int(first)+j] = w
				}
			}
			i += 2
		case float64:
			if i+2 < len(list) {
				w, _ := f.resolve(list[i+2]).(float64)
				for code := int(first); code <= int(v) && len(n.widths) < maxLetters; code++ {
					n.widths[code] = w
				}
			}
			i += 3
		default:
			i += 2
		}
	}
}

// streamAt is the stream that a value refers to.
func (f *file) streamAt(v any) *object {
	to, is := v.(ref)
	if !is {
		return nil
	}
	o := f.newest[to.number]
	if o == nil || !o.stream {
		return nil
	}
	return o
}

// read gives the letters of a string, how many codes stand for none that is known, and how wide they are.
func (n *font) read(t text, spacing, wordSpacing float64) (letters string, unknown int, width float64) {
	var s strings.Builder
	for i := 0; i+n.bytes <= len(t); i += n.bytes {
		code := int(t[i])
		if n.bytes == 2 {
			code = code<<8 | int(t[i+1])
		}
		l, ok := n.letters[code]
		if !ok && n.wide {
			l, ok = string(rune(code)), true
		}
		if !ok {
			unknown++
			l = "\ufffd"
		}
		s.WriteString(l)
		w, ok := n.widths[code]
		if !ok {
			w = n.usual
		}
		width += w/1000 + spacing
		if code == ' ' && n.bytes == 1 {
			width += wordSpacing
		}
	}
	return s.String(), unknown, width
}
