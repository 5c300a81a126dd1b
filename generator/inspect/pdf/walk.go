package pdf

import "strconv"

// book is a document as its last revision has it.
type book struct {
	*file
	root    dict
	info    ref
	pages   []page
	owner   map[int]int  // index of the page that an object belongs to
	beside  map[int]bool // numbers of what lies on a page without being drawn on it
	reached map[int]bool // numbers of what belongs to the last revision
}

type page struct {
	dict
	resources dict
}

// open finds the last revision's pages, and what belongs to it.
func open(f *file) *book {
	b := &book{file: f, owner: map[int]int{}, beside: map[int]bool{}, reached: map[int]bool{}}
	var last dict
	for _, t := range f.trailers {
		if d := f.dictAt(t.dict["Root"]); d != nil {
			b.root, last = d, t.dict
		}
		if to, is := t.dict["Info"].(ref); is {
			b.info = to
		}
	}
	b.readPages(b.root["Pages"], nil, map[int]bool{}, 0)
	for i, p := range b.pages {
		b.own(i, array{p.dict["Contents"], p.resources}, false)
		b.own(i, p.dict, true)
	}
	b.reach(array{last, b.info})
	return b
}

// readPages reads a branch of the tree of pages.
func (b *book) readPages(v any, resources dict, seen map[int]bool, depth int) {
	to, is := v.(ref)
	if !is || seen[to.number] || depth > maxNesting {
		return
	}
	seen[to.number] = true
	d := b.dictAt(to)
	if own := b.dictAt(d["Resources"]); own != nil {
		resources = own
	}
	kids, _ := b.resolve(d["Kids"]).(array)
	if kids == nil && d != nil {
		b.owner[to.number] = len(b.pages)
		b.pages = append(b.pages, page{d, resources})
	}
	for _, kid := range kids {
		b.readPages(kid, resources, seen, depth+1)
	}
}

// own notes what belongs to a page: all that can be reached from it without coming to another.
func (b *book) own(index int, v any, beside bool) {
	b.follow(v, func(number int) bool {
		if _, owned := b.owner[number]; owned {
			return false
		}
		switch typ, _ := b.newest[number].dict()["Type"].(name); typ {
		case "Page", "Pages", "Catalog", "StructElem", "StructTreeRoot", "Font", "FontDescriptor":
			return false
		}
		b.owner[number] = index
		b.beside[number] = beside
		return true
	})
}

// reach notes what can be reached from a trailer of the file.
func (b *book) reach(v any) {
	b.follow(v, func(number int) bool {
		if b.reached[number] {
			return false
		}
		b.reached[number] = true
		return true
	})
}

// follow goes from value to value, as far as it is told to.
func (b *book) follow(v any, into func(number int) bool) {
	next := []any{v}
	for len(next) > 0 {
		v, next = next[len(next)-1], next[:len(next)-1]
		each("", v, func(key name, v any) bool {
			if to, is := v.(ref); is && b.newest[to.number] != nil && into(to.number) {
				next = append(next, b.newest[to.number].value)
			}
			return true
		})
	}
}

// current tells that an object belongs to the last revision. A trailer has no number.
func (b *book) current(o *object) bool {
	return o.number < 0 || b.newest[o.number] == o && b.reached[o.number]
}

// fontsFor finds the fonts of a stream of drawing by their names: among its own, among those of its page, and else
// wherever one has the name.
func (b *book) fontsFor(o *object, named map[name]any, known map[ref]*font) func(name) *font {
	places := []dict{b.dictAt(o.dict()["Resources"])}
	if page, ok := b.owner[o.number]; ok {
		places = append(places, b.pages[page].resources)
	}
	met := map[name]*font{}
	return func(n name) *font {
		if f, ok := met[n]; ok {
			return f
		}
		v := named[n]
		for _, p := range places {
			if d := b.dictAt(p["Font"]); d[n] != nil {
				v = d[n]
				break
			}
		}
		key, is := v.(ref)
		if is && known[key] != nil {
			return known[key]
		}
		if d := b.dictAt(v); d != nil {
			met[n] = b.fontOf(d)
		}
		if is && met[n] != nil {
			known[key] = met[n]
		}
		return met[n]
	}
}

// namedFonts are the fonts of all resources, by their names there.
func (b *book) namedFonts() map[name]any {
	named := map[name]any{}
	for _, o := range b.objects {
		each("", o.value, func(key name, v any) bool {
			if d, is := v.(dict); is {
				for n, font := range b.dictAt(d["Font"]) {
					named[n] = font
				}
			}
			return true
		})
	}
	return named
}

func pagePath(index int) string { return "page/" + strconv.Itoa(index+1) }
