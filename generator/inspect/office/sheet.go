package office

import (
	"strconv"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// sharedStrings is the table that text cells refer to. What a cell says is read where the cell is; what no cell refers
// to any more is read where it has been left.
type sharedStrings struct {
	part    string
	strings []string
	used    []bool
	open    *strings.Builder // of the string that is being read
	given   int              // bytes of all cells that refer to it
}

// mostGiven is how many bytes of strings are read where cells are. Beyond that each is read once more, where the table is.
const mostGiven = 64 << 20

// begin begins a string.
func (t *sharedStrings) begin(part string) {
	t.close()
	t.part, t.open = part, &strings.Builder{}
}

// close ends the string that is being read.
func (t *sharedStrings) close() {
	if t.open != nil {
		t.strings, t.used, t.open = append(t.strings, t.open.String()), append(t.used, false), nil
	}
}

// openSheet looks at an element of Excel.
func (p *part) openSheet(e *markup.Element) {
	in := p.file.in
	switch e.Name {
	case "x:sheet":
		if state := e.Attr("state"); state != "" && state != "visible" {
			in.Trace(found.HiddenSheet, p.name)
		}
	case "x:row":
		if isTrue(e.Attr("hidden")) || isTrue(e.Attr("zeroHeight")) || e.Attr("ht") == "0" {
			in.Trace(found.HiddenRows, p.name)
		}
	case "x:col":
		if isTrue(e.Attr("hidden")) || e.Attr("width") == "0" {
			in.Trace(found.HiddenColumns, p.name)
		}
	case "x:sheetFormatPr":
		if isTrue(e.Attr("zeroHeight")) {
			in.Trace(found.HiddenRows, p.name)
		}
	case "x:comment", "tc:threadedComment":
		in.Trace(found.Comments, p.name)
	case "tc:person":
		in.Trace(found.People, p.name)
	case "x:fileSharing", "x:userInfo", "x:header":
		if e.Attr("userName") != "" || e.Attr("name") != "" {
			in.Trace(found.People, p.name)
		}
	case "x15ac:absPath":
		in.Trace(found.Folder, p.name)
	case "x:pivotCacheRecords", "x:externalBook":
		in.Trace(found.CachedData, p.name)
	case "x:connection":
		in.Trace(found.ExternalLink, p.name)
	case "x:revisions", "x:rcc", "x:rrc":
		in.Trace(found.TrackedChanges, p.name)
	case "x:numFmt", "x:font", "x:fill", "x:xf", "x:color", "x:patternFill", "x:cellXfs":
		p.file.cells.open(e)
	case "x:si":
		p.file.table.begin(p.name)
	}
}

// string is what a text of Excel is read as: nothing yet, when it is one of the table.
func (p *part) string(e *markup.Element, text string) string {
	if p.file.table.open == nil || !e.Within("x:si") || e.Within("x:rPh") {
		return text
	}
	p.file.table.open.WriteString(text)
	return ""
}

// cell is what the value of a cell shows.
func (p *part) cell(e *markup.Element, value string) string {
	c := e.Above
	format := p.file.cells.of(c.Attr("s"))
	if format.hidden && strings.TrimSpace(value) != "" {
		p.file.in.Trace(found.HiddenText, p.name)
	}
	if c.Attr("t") != "s" {
		return number(value, c.Attr("t"), format.code)
	}
	table := &p.file.table
	i, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || i < 0 || i >= len(table.strings) {
		return value
	}
	if table.given += len(table.strings[i]); table.given > mostGiven {
		return ""
	}
	table.used[i] = true
	return table.strings[i]
}

// number is how a number is written that a file keeps in another way: 1.02030E9, or without its first zero where the cell shows
// ten digits. Of a fraction, what a sheet shows is enough.
func number(value, kind, code string) string {
	if kind != "" && kind != "n" {
		return value
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	const exact = 1 << 53
	switch {
	case err != nil || n > exact || n < -exact:
		return value
	case n != float64(int64(n)):
		return strconv.FormatFloat(n, 'f', 2, 64)
	}
	text := strconv.FormatInt(int64(n), 10)
	const digits = 10 // of the number of a person
	if len(text) == digits-1 && n > 0 && !strings.Contains(code, ",") {
		text = "0" + text
	}
	if len(text) == digits && strings.Count(code, "0") == digits && strings.Contains(code, "-") {
		text = text[:6] + "-" + text[6:]
	}
	return text
}

// readStringsOfNoSheet gives what stands in the table of strings and in no cell.
func (f *file) readStringsOfNoSheet() {
	var left strings.Builder
	for i, s := range f.table.strings {
		if !f.table.used[i] {
			left.WriteString(s + "\n")
		}
	}
	if left.Len() > 0 {
		f.in.Words(f.table.part, left.String())
	}
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
