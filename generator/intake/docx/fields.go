package docx

import (
	"slices"
	"strconv"
	"strings"
)

// fields are the fields that are open at one point of the text, the innermost last. A field has a code, which
// is not shown, and mostly a result, which is.
type fields struct{ open []*field }

type field struct {
	code   strings.Builder
	result bool // the code is complete, and what comes now is the result
	kind   string
	link   string
	wrote  bool
	form   *element // of a field to be filled in
}

// pairFields takes out of a story what begins a field that never ends, and what ends none: else a
// broken field would hide all that follows. It tells how deep fields are nested.
func pairFields(root *element) (depth int) {
	var open []*element
	var walk func(e *element)
	walk = func(e *element) {
		switch {
		case e.name == "w:txbxContent":
			outer := open
			open = nil
			defer func() { ignore(open); open = outer }()
		case e.name != "w:fldChar":
		case e.attr("w:fldCharType") == "begin":
			open = append(open, e)
			depth = max(depth, len(open))
		case len(open) == 0:
			ignore([]*element{e})
		case e.attr("w:fldCharType") == "end":
			open = open[:len(open)-1]
		}
		for _, c := range e.children {
			walk(c)
		}
	}
	walk(root)
	ignore(open)
	return depth
}

func ignore(marks []*element) {
	for _, e := range marks {
		e.name = "?:fldChar"
	}
}

// stand is what a page shows of a field that keeps no result.
type stand struct {
	text string
	fate fate
	lost bool // it is made anew each time the page is shown, and stored nowhere
}

// mark follows a w:fldChar.
func (f *fields) mark(e *element) stand {
	switch e.attr("w:fldCharType") {
	case "begin":
		f.open = append(f.open, &field{form: e.child("w:ffData")})
	case "separate":
		if len(f.open) > 0 {
			f.open[len(f.open)-1].complete()
		}
	case "end":
		return f.end()
	}
	return stand{}
}

// simple opens a field whose code is an attribute.
func (f *fields) simple(code string) {
	opened := &field{}
	opened.code.WriteString(code)
	opened.complete()
	f.open = append(f.open, opened)
}

func (f *fields) end() stand {
	if len(f.open) == 0 {
		return stand{}
	}
	ended := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	if ended.wrote {
		return stand{}
	}
	ended.complete()
	return ended.instead()
}

func (f *field) complete() {
	first, _, _ := strings.Cut(strings.TrimSpace(f.code.String()), " ")
	f.result, f.kind = true, strings.ToUpper(first)
	if f.kind == "HYPERLINK" {
		f.link = f.address()
	}
}

// takesCode tells whether text is part of a code, and takes it if so.
func (f *fields) takesCode(text string) bool {
	for i := len(f.open) - 1; i >= 0; i-- {
		if !f.open[i].result {
			f.open[i].code.WriteString(text)
			return true
		}
	}
	return false
}

// inCode tells whether what comes now is part of a code, and not shown.
func (f *fields) inCode() bool {
	return slices.ContainsFunc(f.open, func(o *field) bool { return !o.result })
}

// showed notes that fields have a result.
func (f *fields) showed() {
	for _, o := range f.open {
		o.wrote = true
	}
}

func (f *fields) fate() fate {
	for _, o := range f.open {
		switch o.kind {
		case "TOC", "TOA", "INDEX":
			return contents
		}
	}
	return shown
}

// link is the address that the innermost link leads to.
func (f *fields) link() string {
	for _, o := range slices.Backward(f.open) {
		if o.kind == "HYPERLINK" {
			return o.link
		}
	}
	return ""
}

// numbersPages tells whether the innermost field is a number of a page.
func (f *fields) numbersPages() bool {
	if len(f.open) == 0 {
		return false
	}
	switch f.open[len(f.open)-1].kind {
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		return true
	}
	return false
}

// words are those of a code: in quotation marks a word may hold spaces, and a backslash stands before a
// sign that is meant itself.
func (f *field) words() []string {
	var all []string
	var word strings.Builder
	quoted, begun := false, false
	code := []rune(f.code.String())
	for i := 0; i < len(code); i++ {
		switch r := code[i]; {
		case r == '\\' && i+1 < len(code) && (code[i+1] == '\\' || code[i+1] == '"'):
			i++
			word.WriteRune(code[i])
			begun = true
		case r == '"':
			quoted, begun = !quoted, true
		case r == ' ' && !quoted:
			if begun {
				all = append(all, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if begun {
		all = append(all, word.String())
	}
	return all
}

// address is where HYPERLINK leads; nowhere when that is in the document itself.
func (f *field) address() string {
	address, anchor := "", ""
	words := f.words()
	for i := 1; i < len(words); i++ {
		switch w := words[i]; {
		case w == `\l`:
			if i++; i < len(words) {
				anchor = words[i]
			}
		case w == `\o`, w == `\t`:
			i++
		case strings.HasPrefix(w, `\`):
		case address == "":
			address = w
		}
	}
	return withAnchor(address, anchor)
}

func withAnchor(address, anchor string) string {
	if address == "" || anchor == "" {
		return address
	}
	return address + "#" + anchor
}

func (f *field) instead() stand {
	switch f.kind {
	case "FORMCHECKBOX":
		box := f.form.child("w:checkBox")
		if or(box.toggle("w:checked"), box.toggle("w:default")) == on {
			return stand{text: "☒"}
		}
		return stand{text: "☐"}
	case "FORMDROPDOWN":
		return stand{text: f.chosen()}
	case "MACROBUTTON", "GOTOBUTTON":
		if words := f.words(); len(words) > 2 {
			return stand{text: strings.Join(words[2:], " "), fate: placeholder}
		}
	case "SYMBOL":
		return stand{text: f.symbol()}
	case "EQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT":
		return stand{lost: true}
	}
	return stand{}
}

// chosen is what is chosen of a list in a form.
func (f *field) chosen() string {
	list := f.form.child("w:ddList")
	choice := list.child("w:result")
	if choice == nil {
		choice = list.child("w:default")
	}
	n, _ := strconv.Atoi(choice.val())
	if list == nil {
		return ""
	}
	for _, e := range list.children {
		if e.name != "w:listEntry" {
			continue
		}
		if n == 0 {
			return e.val()
		}
		n--
	}
	return ""
}

func (f *field) symbol() string {
	words := f.words()
	if len(words) < 2 {
		return ""
	}
	n, err := strconv.ParseUint(words[1], 0, 16)
	if err != nil {
		return replacement
	}
	if i := slices.Index(words, `\f`); i >= 0 && i+1 < len(words) {
		return symbol(words[i+1], strconv.FormatUint(n, 16))
	}
	return string(rune(n))
}
