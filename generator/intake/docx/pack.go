package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"path"
	"strings"

	"referat/generator/intake/manuscript"
)

// pack is the file from outside: parts by name, and what may still be unpacked.
type pack struct {
	parts    map[string]*zip.File // by name in small letters, without a slash before it
	bytes    int64
	elements int
}

// relation is how a part refers to another, or to an address.
type relation struct {
	kind     string // the last word of its type: "styles", "hyperlink"
	target   string // the name of a part, or an address
	external bool
}

type relations map[string]relation // by id

func open(r io.ReaderAt, size int64) (*pack, error) {
	if size > maxFile {
		return nil, tooLarge("the file has more than %d bytes", maxFile)
	}
	if err := refuseOtherFormats(r, size); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, damaged("not a zip file, or cut short")
	}
	if len(z.File) > maxParts {
		return nil, tooLarge("more than %d parts", maxParts)
	}
	p := &pack{parts: make(map[string]*zip.File, len(z.File)), bytes: maxUnpacked, elements: maxElements}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue // a folder
		}
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := p.parts[name]; twice {
			return nil, damaged("two parts are named %q", name)
		}
		p.parts[name] = f
	}
	return p, nil
}

// refuseOtherFormats knows what people take for a .docx by its first bytes: the container of
// Word before 2007, which is also that of a .docx with a password, and RTF.
func refuseOtherFormats(r io.ReaderAt, size int64) error {
	start := make([]byte, min(8, size))
	if _, err := r.ReadAt(start, 0); err != nil && err != io.EOF {
		return damaged("the file cannot be read")
	}
	switch {
	case bytes.HasPrefix(start, []byte(`{\rtf`)):
		return &manuscript.Refusal{Why: manuscript.OldFormat, Detail: "RTF"}
	case bytes.Equal(start, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		all, err := io.ReadAll(io.NewSectionReader(r, 0, size))
		if err != nil {
			return damaged("the file cannot be read")
		}
		if bytes.Contains(all, []byte(strings.Join(strings.Split("EncryptedPackage", ""), "\x00"))) {
			return &manuscript.Refusal{Why: manuscript.Encrypted}
		}
		return &manuscript.Refusal{Why: manuscript.OldFormat}
	}
	return nil
}

// read is the XML of a part.
func (p *pack) read(name string) (*element, error) {
	f, there := p.parts[strings.ToLower(name)]
	if !there {
		return nil, damaged("%q is missing", name)
	}
	if f.Flags&1 != 0 {
		return nil, &manuscript.Refusal{Why: manuscript.Encrypted}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("%q cannot be unpacked", name)
	}
	defer r.Close()
	most := min(maxPart, p.bytes)
	if packed := int64(min(f.CompressedSize64, maxFile)); packed*maxRatio < most {
		most = max(smallPart, packed*maxRatio)
	}
	most = min(most, p.bytes)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(data)) > most {
		return nil, tooLarge("%q unpacks to more than %d bytes", name, most)
	}
	if err != nil {
		return nil, damaged("%q cannot be unpacked", name)
	}
	p.bytes -= int64(len(data))
	return parse(name, data, &p.elements)
}

// relations are those of a part; of the whole file where the name is "".
func (p *pack) relations(name string) (relations, error) {
	folder, base := path.Split(name)
	where := folder + "_rels/" + base + ".rels"
	if _, there := p.parts[strings.ToLower(where)]; !there {
		return nil, nil
	}
	root, err := p.read(where)
	if err != nil {
		return nil, err
	}
	all := make(relations, len(root.children))
	for _, e := range root.children {
		r := relation{kind: path.Base(e.attr("Type")), target: e.attr("Target"), external: e.attr("TargetMode") == "External"}
		if !r.external {
			r.target = partName(folder, r.target)
		}
		all[e.attr("Id")] = r
	}
	return all, nil
}

// partName is the name of the part that a part in a folder refers to.
func partName(folder, target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = folder + target
	}
	return strings.TrimPrefix(path.Clean("/"+target), "/")
}

// part reads a part with its relations.
func (p *pack) part(name string) (part, error) {
	root, err := p.read(name)
	if err != nil {
		return part{}, err
	}
	links, err := p.relations(name)
	return part{root, links}, err
}

// only is the part of a kind that a part may have one of; nothing where it has none.
func (p *pack) only(links relations, kind string) (part, error) {
	found := ""
	for id, r := range links {
		if r.kind == kind && !r.external && (found == "" || id < found) {
			found = id
		}
	}
	if found == "" {
		return part{}, nil
	}
	return p.part(links[found].target)
}
