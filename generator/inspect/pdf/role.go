package pdf

// role is what a stream is for, told by what refers to it or by what it says of itself.
type role int

const (
	unclear role = iota
	drawing      // letters and shapes of a page, a form, a glyph
	picture
	typeface // shapes of letters
	codes    // tables of a font, a profile of colors, a function: numbers, not words
	frame    // what holds objects
	metadata
	script
	form // XFA
	embedded
	signed // certificates and what is said of them
	sound  // or film
)

// byKey are the roles of streams that stand under a key.
var byKey = map[name]role{
	"Contents": drawing, "CharProcs": drawing, "AP": drawing, "N": drawing, "FontFile": typeface, "FontFile2": typeface, "FontFile3": typeface,
	"ToUnicode": codes, "Encoding": codes, "UseCMap": codes, "CIDToGIDMap": codes, "CIDSet": codes, "DestOutputProfile": codes,
	"Function": codes, "TR": codes, "TR2": codes, "BG": codes, "BG2": codes, "UCR": codes, "UCR2": codes, "HT": codes,
	"JS": script, "Metadata": metadata, "XFA": form, "Certs": signed, "Cert": signed, "OCSPs": signed, "OCSP": signed, "CRLs": signed, "CRL": signed, "TS": signed,
	"Thumb": picture, "SMask": picture, "Mask": picture,
}

// byType are the roles of streams that say what they are.
var byType = map[name]role{
	"ObjStm": frame, "XRef": frame, "Metadata": metadata, "EmbeddedFile": embedded, "CMap": codes, "Sound": sound, "Movie": sound, "3D": sound,
}

// roles tells the role of each stream, by number.
func (f *file) roles() map[int]role {
	roles := map[int]role{}
	set := func(v any, r role) {
		if to, is := v.(ref); is && roles[to.number] == unclear {
			roles[to.number] = r
		}
	}
	for _, o := range f.objects {
		each("", o.value, func(key name, v any) bool {
			switch v := v.(type) {
			case ref:
				set(v, byKey[key])
			case dict:
				if glyphs := f.dictAt(v["CharProcs"]); glyphs != nil {
					for _, g := range glyphs {
						set(g, drawing)
					}
				}
				for _, file := range f.dictAt(v["EF"]) {
					set(file, embedded)
				}
			case array: // a space of colors
				if len(v) > 1 && v[0] == name("ICCBased") {
					set(v[1], codes)
				}
				if len(v) > 3 && (v[0] == name("Indexed") || v[0] == name("I")) {
					set(v[3], codes)
				}
			}
			return true
		})
		if list, is := o.value.(array); is { // what a key refers to may be a list that is an object of its own
			for _, v := range list {
				set(v, roles[o.number])
			}
		}
	}
	f.hints(roles)
	return roles
}

// hints notes the tables of a file that is made to be shown while it is fetched.
func (f *file) hints(roles map[int]role) {
	if len(f.objects) == 0 || f.objects[0].dict()["Linearized"] == nil {
		return
	}
	places, _ := f.objects[0].dict()["H"].(array)
	for _, o := range f.objects {
		if o.stream && (number(places, 0) == float64(o.at) || len(places) > 2 && number(places, 2) == float64(o.at)) {
			roles[o.number] = codes
		}
	}
}

// roleOf is the role of one stream.
func (f *file) roleOf(o *object, roles map[int]role) role {
	d := o.dict()
	if typ, is := d["Type"].(name); is && byType[typ] != unclear {
		return byType[typ]
	}
	switch {
	case d["Subtype"] == name("Image"):
		return picture
	case d["Subtype"] == name("Form"), d["PatternType"] != nil:
		return drawing
	case d["FunctionType"] != nil, d["ShadingType"] != nil, d["HalftoneType"] != nil:
		return codes
	}
	return roles[o.number]
}
