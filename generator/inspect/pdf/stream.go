package pdf

import (
	"strconv"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
	"referat/generator/inspect/markup"
)

// stream reads the stream of an object by what it is for.
func (i *inspection) stream(path string, o *object) {
	r := i.roleOf(o, i.roles)
	if r <= codes && r != unclear && (o.guessed || len(marksOf(o.raw)) > 0) {
		i.fail(o.number, found.Damaged) // its bytes are not words, and there may be objects among them
	}
	switch r {
	case frame, codes:
	case typeface:
		i.part("fonts", found.Typeface)
	case picture:
		i.picture(o)
	case sound:
		i.in.Unread(path, found.Sound)
	default:
		if data, ok := i.decode(o); ok || len(data) > 0 {
			i.words(path, o, data)
		}
	}
}

// words reads what a stream says.
func (i *inspection) words(path string, o *object, data []byte) {
	switch r := i.roleOf(o, i.roles); r {
	case metadata:
		i.metadata(path, o, data)
	case form:
		words, err := markup.Read(data, &markup.Rules{Lenient: true})
		i.markup(path, o, data, words, err)
	case script:
		i.say(path, text(data).String(), o)
	case signed:
		i.say(path, letters.In(data), o)
	case embedded:
		i.file(o, data)
	default:
		i.drawing(path, o, data, r)
	}
}

// drawing reads a stream of drawing, or one of which nobody knows what it is; the latter is unread unless it is text.
func (i *inspection) drawing(path string, o *object, data []byte, r role) {
	if r == unclear {
		i.in.Words(path, letters.In(data))
		if !plainText(data) {
			i.in.Unread(path, found.UnknownKind)
			return
		}
	}
	c := draw(data, i.fontsFor(o, i.named, i.fonts))
	i.say(path, c.said.String()+"\n"+c.beside.String(), o)
	if c.unknown == 0 {
		return
	}
	if index, ok := i.owner[o.number]; ok && i.current(o) && !i.beside[o.number] {
		i.letters[index] += c.unknown
		return
	}
	i.in.Unread(path, found.UnknownKind)
}

// plainText tells that bytes are letters, blanks and signs.
func plainText(data []byte) bool {
	odd := 0
	for _, c := range data {
		if !printable(c) && !isBlank(c) || c == 0 {
			odd++
		}
	}
	return odd*50 <= len(data)
}

// picture gives a photograph back to the inspection: it may tell of who took it and where.
func (i *inspection) picture(o *object) {
	name := "image/" + strconv.Itoa(o.number)
	data, filter, err := i.undoPicture(o)
	switch {
	case err != nil:
		i.fail(o.number, found.Damaged)
	case filter == "DCTDecode" || filter == "DCT":
		i.in.File(name+".jpg", data)
	default:
		if filter == "JPXDecode" {
			i.in.Words(name, letters.In(data))
		}
		i.part(name, found.Picture)
	}
}

// undoPicture undoes the filters before the one that makes the picture. Other pictures are numbers, which are not read.
func (i *inspection) undoPicture(o *object) ([]byte, name, error) {
	filters := i.list(o.dict(), "Filter", "F")
	if len(filters) == 0 {
		return nil, "", nil
	}
	switch last, _ := i.resolve(filters[len(filters)-1]).(name); last {
	case "DCTDecode", "DCT", "JPXDecode":
		return i.undo(o)
	}
	return nil, "", nil
}

// file gives a file in the document back to the inspection.
func (i *inspection) file(o *object, data []byte) {
	name := i.names[o.number]
	if name == "" {
		name = strconv.Itoa(o.number)
	}
	path := "attachment/" + strings.NewReplacer("/", "_", "\\", "_", "!", "_", "#", "_").Replace(name)
	i.in.Trace(found.EmbeddedFile, path)
	i.in.File(path, data)
}

// files are the names of the files in the document, by the number of their streams.
func (b *book) files() map[int]string {
	names := map[int]string{}
	for _, o := range b.objects {
		each("", o.value, func(_ name, v any) bool {
			d, _ := v.(dict)
			for _, file := range b.dictAt(d["EF"]) {
				for _, key := range []name{"F", "UF"} {
					t, named := b.resolve(d[key]).(text)
					if to, is := file.(ref); is && named {
						names[to.number] = t.String()
					}
				}
			}
			return true
		})
	}
	return names
}

// namespaces are those in which XMP names authors.
func namespaces() map[string]string {
	return map[string]string{"http://purl.org/dc/elements/1.1/": "dc", "http://ns.adobe.com/pdf/1.3/": "pdf"}
}

// metadata reads XMP.
func (i *inspection) metadata(path string, o *object, data []byte) {
	var authors strings.Builder
	author := func(words string) {
		if strings.TrimSpace(words) != "" {
			authors.WriteString(words + "\n")
		}
	}
	words, err := markup.Read(data, &markup.Rules{
		Lenient: true, Prefixes: namespaces(),
		Open: func(e *markup.Element) { author(e.Attr("pdf:Author")) },
		Text: func(e *markup.Element, text string) string {
			if e.Name == "pdf:Author" || e.Within("dc:creator") || e.Within("dc:contributor") {
				author(text)
			}
			return text
		},
	})
	i.markup(path, o, data, words, err)
	if authors.Len() > 0 {
		i.in.Words(path+"#author", authors.String())
		i.in.Trace(found.Author, path)
	}
}

// markup gives the words of XML. Of what is none it gives all letters.
func (i *inspection) markup(path string, o *object, data []byte, words markup.Words, err error) {
	i.part(path, found.Markup)
	if err != nil {
		words.Text += "\n" + letters.In(data)
	}
	i.say(path, words.Text+"\n"+words.Attributes, o)
	for _, file := range words.Files {
		i.in.Words(path, letters.In(file))
	}
}
