package docx

// file reads the parts that a document is made of. Which they are is said by relations; their names are free.
func (c *container) file(accept bool) (*file, error) {
	top, err := c.relations("")
	if err != nil {
		return nil, err
	}
	body, err := c.only(top, "officeDocument")
	if err != nil {
		return nil, err
	}
	if body.root == nil || body.root.name != "w:document" {
		return nil, damaged("no document of Word in it")
	}
	f := &file{accept: accept, body: body, sizes: map[int]int{}}
	if err := c.styling(f); err != nil {
		return nil, err
	}
	if err := c.remarks(f); err != nil {
		return nil, err
	}
	return f, nil
}

func (c *container) styling(f *file) error {
	styled, err := c.only(f.body.links, "styles")
	if err != nil {
		return err
	}
	f.styles = newStyles(styled.root)
	numbered, err := c.only(f.body.links, "numbering")
	if err != nil {
		return err
	}
	f.numbering = newNumbering(numbered.root)
	settings, err := c.only(f.body.links, "settings")
	if err != nil {
		return err
	}
	if settings.root.toggle("w:displayBackgroundShape") == on {
		f.ground = f.body.root.child("w:background").attr("w:color")
	}
	return c.headsAndFeet(f, settings.root.toggle("w:evenAndOddHeaders") == on)
}

func (c *container) remarks(f *file) error {
	f.notes = map[noteKey]*note{}
	for _, kind := range []string{"footnote", "endnote"} {
		notes, err := c.only(f.body.links, kind+"s")
		if err != nil {
			return err
		}
		f.addNotes(kind, notes)
	}
	comments, err := c.only(f.body.links, "comments")
	if err != nil {
		return err
	}
	f.addComments(comments.root)
	return nil
}
