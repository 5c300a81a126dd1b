package chart

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"referat/generator/danish"
)

// failer is a test, or one trial of a property.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// node is an element as a browser would find it.
type node struct {
	name  string
	class string // its own, or that of the group around it
	attrs map[string]string
	text  string
}

// picture is one svg element, read back.
type picture struct {
	nodes  []node
	bytes  int
	width  float64
	height float64
	font   float64
}

// read parses what SVG returned and fails the test if that is not two drawings.
func read(t failer, svg string) (wide, narrow picture) {
	t.Helper()
	var pictures []picture
	decoder := xml.NewDecoder(strings.NewReader(svg))
	var open []node
	start := int64(0)
	for {
		at := decoder.InputOffset()
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			n := node{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			n.class = n.attrs["class"]
			if n.class == "" && len(open) > 1 {
				n.class = open[len(open)-1].class
			}
			if n.name == "svg" {
				start = at
				box := strings.Fields(n.attrs["viewBox"])
				pictures = append(pictures, picture{width: decimal(t, box[2]), height: decimal(t, box[3]), font: decimal(t, n.attrs["font-size"])})
			}
			open = append(open, n)
		case xml.CharData:
			if len(open) == 0 {
				t.Fatalf("text outside the drawings: %q", token)
			}
			open[len(open)-1].text += string(token)
		case xml.EndElement:
			last := &pictures[len(pictures)-1]
			last.nodes = append(last.nodes, open[len(open)-1])
			last.bytes = int(decoder.InputOffset() - start)
			open = open[:len(open)-1]
		}
	}
	if len(pictures) != 2 {
		t.Fatalf("want two drawings, got %d", len(pictures))
	}
	return pictures[0], pictures[1]
}

func decimal(t failer, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatalf("not a number: %q", s)
	}
	return f
}

// of returns the elements with a class.
func (p picture) of(class string) []node {
	var found []node
	for _, n := range p.nodes {
		if n.class == class && n.name != "g" {
			found = append(found, n)
		}
	}
	return found
}

func (p picture) words(class string) []string {
	var words []string
	for _, n := range p.of(class) {
		words = append(words, n.text)
	}
	return words
}

type corner struct{ x, y float64 }

// strokes returns the strokes of all paths with a class, each as its corners.
func (p picture) strokes(t failer, class string) [][]corner {
	t.Helper()
	var strokes [][]corner
	for _, n := range p.of(class) {
		if n.name == "path" {
			strokes = append(strokes, corners(t, n.attrs["d"])...)
		}
	}
	return strokes
}

// corners reads path data.
func corners(t failer, data string) [][]corner {
	t.Helper()
	var strokes [][]corner
	var at corner
	for data != "" {
		command := data[0]
		end := strings.IndexAny(data[1:], "MmLlHVvz") + 1
		if end == 0 {
			end = len(data)
		}
		numbers := strings.Fields(strings.ReplaceAll(data[1:end], "-", " -"))
		data = data[end:]
		for first := true; first || len(numbers) > 0; first = false {
			number := func() float64 {
				f := decimal(t, numbers[0])
				numbers = numbers[1:]
				return f
			}
			switch command {
			case 'M':
				at = corner{number(), number()}
			case 'm', 'l':
				at = corner{at.x + number(), at.y + number()}
			case 'L':
				at = corner{number(), number()}
			case 'H':
				at.x = number()
			case 'V':
				at.y = number()
			case 'v':
				at.y += number()
			case 'z':
				at = strokes[len(strokes)-1][0]
			}
			if command == 'M' || command == 'm' {
				strokes = append(strokes, nil)
			}
			strokes[len(strokes)-1] = append(strokes[len(strokes)-1], at)
		}
	}
	return slices.DeleteFunc(strokes, func(s []corner) bool { return len(s) < 2 })
}

// rectangle is the room of a text, from an estimate of its own: 0.56 em a
// letter, 0.8 em above the baseline and 0.2 below.
type rectangle struct {
	left, top, right, bottom float64
	words                    string
}

func (p picture) rooms(t failer) []rectangle {
	t.Helper()
	var rooms []rectangle
	for _, n := range p.nodes {
		if n.name != "text" {
			continue
		}
		w := 0.56 * p.font * float64(len([]rune(n.text)))
		x, y := decimal(t, n.attrs["x"]), decimal(t, n.attrs["y"])
		switch n.attrs["text-anchor"] {
		case "middle":
			x -= w / 2
		case "end":
			x -= w
		}
		rooms = append(rooms, rectangle{x, y - 0.8*p.font, x + w, y + 0.2*p.font, n.text})
	}
	return rooms
}

// wantReadable fails if a text covers another or leaves the drawing, or if a
// stroke of one of the classes runs through it.
func wantReadable(t failer, p picture, classes ...string) {
	t.Helper()
	rooms := p.rooms(t)
	for i, a := range rooms {
		if a.left < -0.1 || a.top < -0.1 || a.right > p.width+0.1 || a.bottom > p.height+0.1 {
			t.Fatalf("%q leaves the drawing: %+v of %v × %v", a.words, a, p.width, p.height)
		}
		for _, b := range rooms[:i] {
			if a.left < b.right-0.1 && b.left < a.right-0.1 && a.top < b.bottom-0.1 && b.top < a.bottom-0.1 {
				t.Fatalf("%q covers %q: %+v %+v", a.words, b.words, a, b)
			}
		}
		for _, class := range classes {
			for _, s := range p.strokes(t, class) {
				for k := 1; k < len(s); k++ {
					if a.struck(s[k-1], s[k]) {
						t.Fatalf("a line of class %s from %v to %v runs through %q %+v", class, s[k-1], s[k], a.words, a)
					}
				}
			}
		}
	}
}

// struck looks at many points of the line.
func (r rectangle) struck(p, q corner) bool {
	const steps = 200
	for i := range steps + 1 {
		f := float64(i) / steps
		x, y := p.x+f*(q.x-p.x), p.y+f*(q.y-p.y)
		if r.left+0.1 < x && x < r.right-0.1 && r.top+0.1 < y && y < r.bottom-0.1 {
			return true
		}
	}
	return false
}

func near(a, b float64) bool { return a-b < 0.5 && b-a < 0.5 }

var danishMonths = [12]string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

func day(s string) danish.Date {
	part := func(from, to int) int {
		n, err := strconv.Atoi(s[from:to])
		if err != nil {
			panic(err)
		}
		return n
	}
	return danish.Date{Year: part(0, 4), Month: part(5, 7), Day: part(8, 10)}
}

// wantPlain fails unless the drawings can stand in any page of the site.
func wantPlain(t *testing.T, id, svg string) {
	t.Helper()
	allowed := strings.Fields("axis grid line line-provisional point point-other label value gap bar whisker diamond bracket year month")
	wide, narrow := read(t, svg)
	ids := map[string]bool{}
	for _, p := range []picture{wide, narrow} {
		suffix := "wide"
		if p.width != 900 {
			suffix = "narrow"
		}
		for _, n := range p.nodes {
			if n.name == "title" || n.name == "desc" {
				if ids[n.attrs["id"]] || n.text == "" {
					t.Errorf("id %q is there twice or empty", n.attrs["id"])
				}
				ids[n.attrs["id"]] = true
				continue
			}
			if n.name == "svg" {
				for name, want := range map[string]string{
					"class": "chart chart-" + suffix, "role": "img", "focusable": "false", "width": "", "height": "",
					"aria-labelledby": id + "-" + suffix + "-title " + id + "-" + suffix + "-desc",
				} {
					if n.attrs[name] != want {
						t.Errorf("%s is %q, want %q", name, n.attrs[name], want)
					}
				}
				for _, ref := range strings.Fields(n.attrs["aria-labelledby"]) {
					if !ids[ref] {
						t.Errorf("%q names nothing", ref)
					}
				}
				continue
			}
			if !slices.Contains(allowed, n.class) {
				t.Errorf("<%s> has class %q", n.name, n.class)
			}
			for name, value := range n.attrs {
				known := strings.Fields("class d x y cx cy r width height text-anchor fill stroke-width stroke-dasharray stroke-linejoin vector-effect")
				if !slices.Contains(known, name) || name == "fill" && value != "none" {
					t.Errorf("<%s> has %s=%q", n.name, name, value)
				}
			}
		}
	}
	if narrow.width != 288 || narrow.font < 14 || wide.font < 14 {
		t.Errorf("text of %v in %v units would be too small on a phone", narrow.font, narrow.width)
	}
}
