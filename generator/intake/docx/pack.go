package docx

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"

	"referat/generator/intake/manuscript"
	"referat/generator/pack"
)

// container is the file from outside, and what may still be read of it.
type container struct {
	parts    *pack.Pack
	elements int
}

// relation is how a part refers to another, or to an address.
type relation struct {
	kind     string // the last word of its type: "styles", "hyperlink"
	target   string // the name of a part, or an address
	external bool
}

type relations map[string]relation // by id

func open(r io.ReaderAt, size int64) (*container, error) {
	if size > maxFile {
		return nil, tooLarge("the file has more than %d bytes", maxFile)
	}
	if err := refuseOtherFormats(r, size); err != nil {
		return nil, err
	}
	limits := pack.Limits{Part: maxPart, Ratio: maxRatio, Loose: loosePart}
	parts, err := pack.Open(r, size, limits, &pack.Budget{Bytes: maxUnpacked, Parts: maxParts})
	if err != nil {
		return nil, refused(err)
	}
	return &container{parts, maxElements}, nil
}

// refused is the refusal of a pack as one of a manuscript.
func refused(err error) error {
	var r *pack.Refusal
	if !errors.As(err, &r) {
		return damaged("%v", err)
	}
	why := map[pack.Why]manuscript.Why{pack.Encrypted: manuscript.Encrypted, pack.TooLarge: manuscript.TooLarge, pack.TooMany: manuscript.TooLarge}[r.Why]
	return &manuscript.Refusal{Why: cmp.Or(why, manuscript.Damaged), Detail: r.Detail}
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
func (c *container) read(name string) (*element, error) {
	data, err := c.parts.Read(name)
	if err != nil {
		return nil, refused(err)
	}
	return parse(name, data, &c.elements)
}

// relations are those of a part; of the whole file where the name is "".
func (c *container) relations(name string) (relations, error) {
	folder, base := path.Split(name)
	where := folder + "_rels/" + base + ".rels"
	if !c.parts.Has(where) {
		return nil, nil
	}
	root, err := c.read(where)
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
func (c *container) part(name string) (part, error) {
	root, err := c.read(name)
	if err != nil {
		return part{}, err
	}
	links, err := c.relations(name)
	return part{root, links}, err
}

// only is the part of a kind that a part may have one of; nothing where it has none.
func (c *container) only(links relations, kind string) (part, error) {
	found := ""
	for id, r := range links {
		if r.kind == kind && !r.external && (found == "" || id < found) {
			found = id
		}
	}
	if found == "" {
		return part{}, nil
	}
	return c.part(links[found].target)
}
