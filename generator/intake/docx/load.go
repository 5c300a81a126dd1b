package docx

// file reads the parts that a document is made of. Which they are is said by relations; their names are free.
func (p *pack) file(accept bool) (*file, error) {
	top, err := p.relations("")
	if err != nil {
		return nil, err
	}
	body, err := p.only(top, "officeDocument")
	if err != nil {
		return nil, err
	}
	if body.root == nil || body.root.name != "w:document" {
		return nil, damaged("no document of Word in it")
	}
	f := &file{accept: accept, body: body, sizes: map[int]int{}}
	if err := p.styling(f); err != nil {
		return nil, err
	}
	if err := p.remarks(f); err != nil {
		return nil, err
	}
	return f, nil
}

func (p *pack) styling(f *file) error {
	styled, err := p.only(f.body.links, "styles")
	if err != nil {
		return err
	}
	f.styles = newStyles(styled.root)
	numbered, err := p.only(f.body.links, "numbering")
	if err != nil {
		return err
	}
	f.numbering = newNumbering(numbered.root)
	settings, err := p.only(f.body.links, "settings")
	if err != nil {
		return err
	}
	if settings.root.toggle("w:displayBackgroundShape") == on {
		f.ground = f.body.root.child("w:background").attr("w:color")
	}
	return p.headsAndFeet(f, settings.root.toggle("w:evenAndOddHeaders") == on)
}

func (p *pack) remarks(f *file) error {
	f.notes = map[noteKey]*note{}
	for _, kind := range []string{"footnote", "endnote"} {
		notes, err := p.only(f.body.links, kind+"s")
		if err != nil {
			return err
		}
		f.addNotes(kind, notes)
	}
	comments, err := p.only(f.body.links, "comments")
	if err != nil {
		return err
	}
	f.addComments(comments.root)
	return nil
}
