package docx

import "strings"

const nonBreakingHyphen = "\u2011"

// leaf is what an element shows that stands for words itself; is tells whether it is one.
func leaf(e *element, c context) (text string, is bool) {
	switch e.name {
	case "w:t", "m:t", "a:t", "w:delText":
		return inUnicode(plainSpace.Replace(e.text), c.letters.font), true
	case "w:tab", "w:ptab":
		return "\t", true
	case "w:br", "w:cr":
		return "\n", true
	case "w:noBreakHyphen":
		return nonBreakingHyphen, true
	case "w:sym":
		return symbol(e.attr("w:font"), e.attr("w:char")), true
	}
	return "", false
}

// plainSpace makes of line ends in the XML the spaces that Word shows, and leaves out what only shows where a line ends.
var plainSpace = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\u00AD", "")

// inReadingOrder is the children of an element. Of letters with a pronunciation above them the
// letters come first.
func inReadingOrder(e *element) []*element {
	if e.name != "w:ruby" {
		return e.children
	}
	var order []*element
	for _, name := range []string{"w:rubyBase", "w:rt"} {
		if c := e.child(name); c != nil {
			order = append(order, c)
		}
	}
	return order
}

// bracket is what must stand around an element's words where the page shows by their place what they are: a
// fraction, or a pronunciation.
func bracket(e *element) (before, after string) {
	switch e.name {
	case "w:rt":
		return " (", ")"
	case "m:den":
		return "/", ""
	}
	return "", ""
}
