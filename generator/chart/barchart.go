package chart

// BarChart is counts side by side: a bar for each, in blocks.
type BarChart struct {
	ID     string // makes the ids of the drawings; unique on its page, without white space
	Blocks []Block
}

// Block is the bars that stand under one name.
type Block struct {
	Name string // empty of a block alone
	Bars []Bar
}

// Bar is one count. A masked one has no geometry: words stand in the place of its bar, the same for
// every such count, so that nothing can be measured. Its value is not looked at.
type Bar struct {
	Name   string
	Value  int    // not below zero
	Mark   string // of a masked count, as "<5"
	Hidden bool   // it is masked as BarWords say
}

func (b Bar) masked() bool { return b.Mark != "" || b.Hidden }

// BarWords are the words of a bar chart's drawings.
type BarWords struct {
	Title       string // names the drawing to a screen reader
	Description string // says what the drawing shows
	Hidden      string // stands in the place of a hidden count
	Thousands   string // mark between thousands
}

// Greatest is the name and the value of the longest bar, the first of several; ok is false when every count is masked.
func (c BarChart) Greatest() (b Bar, ok bool) {
	for _, block := range c.Blocks {
		for _, bar := range block.Bars {
			if !bar.masked() && (!ok || bar.Value > b.Value) {
				b, ok = bar, true
			}
		}
	}
	return b, ok
}

// Masked counts the bars that have no length because their counts are masked.
func (c BarChart) Masked() (n int) {
	for _, block := range c.Blocks {
		for _, bar := range block.Bars {
			if bar.masked() {
				n++
			}
		}
	}
	return n
}

// Drawn tells that some bar has a length.
func (c BarChart) Drawn() bool {
	b, ok := c.Greatest()
	return ok && b.Value > 0
}

// SVG returns the wide and the narrow drawing, and "" when no bar has a length.
func (c BarChart) SVG(w BarWords) string {
	if !c.Drawn() {
		return ""
	}
	all := ""
	for _, f := range forms {
		all += c.draw(f, w).svg(c.ID, w.Title, w.Description)
	}
	return all
}

// barName is the part of a wide drawing's width that names have.
const barName = 3000

// draw puts each name beside its bar, or above it where there are no columns of names.
func (c BarChart) draw(f form, w BarWords) *drawing {
	d := &drawing{form: f}
	greatest, _ := c.Greatest()
	left, limit := 0, f.width
	if f.names > 0 {
		left, limit = barName+100, barName
	}
	// The number of the longest bar stands behind it.
	room := f.width - left - 60 - width(grouped(uint64(greatest.Value), w.Thousands), "value", f)
	top := 0
	var starts path
	bars := ""
	for i, block := range c.Blocks {
		if i > 0 {
			top += blockGap
		}
		for _, line := range wrap(block.Name, "year", f.width, f) {
			d.texts = append(d.texts, text{"year", atStart, 0, baseline(top, f), line})
			top += f.leading
		}
		begin := top
		for _, bar := range block.Bars {
			lines := wrap(bar.Name, "label", limit, f)
			for k, line := range lines {
				d.texts = append(d.texts, text{"label", atStart, 0, baseline(top+k*f.leading, f), line})
			}
			at := top
			if f.names == 0 {
				at += len(lines) * f.leading
			}
			middle := at + f.leading/2
			words, end := bar.Mark, left
			switch {
			case bar.Hidden:
				words = w.Hidden
			case bar.Mark == "":
				words, end = grouped(uint64(bar.Value), w.Thousands), left+share(room, uint64(bar.Value), uint64(greatest.Value))
			}
			if end > left {
				bars += `<rect x="` + number(left) + `" y="` + number(middle-barHalf) + `" width="` + number(end-left) + `" height="` + number(2*barHalf) + `"/>`
			}
			d.texts = append(d.texts, text{"value", atStart, end + 60, baseline(at, f), words})
			top = max(at+f.leading, top+len(lines)*f.leading) + rowGap
		}
		starts.move(left, begin)
		starts.down(top - rowGap)
	}
	d.height = top
	d.shapes.WriteString(`<g class="bar">` + bars + `</g>`)
	d.stroke("axis", 15, "", &starts)
	return d
}
