package office

import (
	"strconv"
	"strings"

	"referat/generator/inspect/markup"
)

// cellFormats are how cells of a workbook look, as far as it hides what they hold or adds to it.
type cellFormats struct {
	codes  map[string]string // of numbers, by id
	white  []bool            // by number of the font
	filled []bool            // by number of the fill
	all    []cellFormat
}

type cellFormat struct {
	code   string
	hidden bool
}

// open looks at an element of the styles of a workbook.
func (c *cellFormats) open(e *markup.Element) {
	above := ""
	if e.Above != nil {
		above = e.Above.Name
	}
	switch {
	case e.Name == "x:numFmt" && above == "x:numFmts":
		if c.codes == nil {
			c.codes = map[string]string{}
		}
		c.codes[e.Attr("numFmtId")] = e.Attr("formatCode")
	case e.Name == "x:font" && above == "x:fonts":
		c.white = append(c.white, false)
	case e.Name == "x:color" && above == "x:font" && len(c.white) > 0 && e.Above.Above != nil && e.Above.Above.Name == "x:fonts":
		c.white[len(c.white)-1] = e.Attr("rgb") == "FFFFFFFF" || e.Attr("theme") == "0" && e.Attr("tint") == ""
	case e.Name == "x:fill" && above == "x:fills":
		c.filled = append(c.filled, true)
	case e.Name == "x:patternFill" && above == "x:fill" && len(c.filled) > 0:
		c.filled[len(c.filled)-1] = e.Attr("patternType") != "" && e.Attr("patternType") != "none"
	case e.Name == "x:xf" && above == "x:cellXfs":
		code := c.codes[e.Attr("numFmtId")]
		white := at(c.white, e.Attr("fontId")) && !at(c.filled, e.Attr("fillId"))
		c.all = append(c.all, cellFormat{code, white || code != "" && strings.Trim(code, "; ") == ""})
	}
}

// of is the format of a number; that of nothing where there is none.
func (c *cellFormats) of(number string) cellFormat {
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(c.all) {
		return cellFormat{}
	}
	return c.all[i]
}

func at(list []bool, number string) bool {
	i, err := strconv.Atoi(number)
	return err == nil && i >= 0 && i < len(list) && list[i]
}
