package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"referat/generator/intake"
	"referat/generator/source"
)

// This file puts the content file of a document into the site.

// place finds where the content file belongs.
func (i *importer) place(m *imported) {
	name := i.as
	if name == "" {
		name = m.draft.Head.Date.String()
	}
	committee := m.draft.Head.Committee
	if committee != "" && name != "" {
		m.path = i.pathOf(committee, name)
		return
	}
	if i.stdout {
		return
	}
	at := source.Pos{Path: source.Path(m.name)}
	if committee == "" {
		m.problems = append(m.problems, source.At(at, source.ImportCommittee, strings.Join(i.committeeIDs(), ", ")))
	}
	if name == "" {
		m.problems = append(m.problems, source.At(at, source.ImportDate))
	}
}

// pathOf is the file of a meeting: the one with a folder of its own, when there is one.
func (i *importer) pathOf(committee, name string) source.Path {
	folder := path.Join("content", i.files.Settings.Minutes.Folder, committee, name)
	if index := source.Path(folder + "/index.md"); i.exists(index) {
		return index
	}
	return source.Path(folder + ".md")
}

func (i *importer) exists(p source.Path) bool {
	_, err := i.root.Stat(string(p))
	return err == nil
}

// basePath is where the file as the document gave it is kept, for the time when the document
// comes again. A folder with a dot is no part of the site.
func (m *imported) basePath(end string) source.Path {
	parts := strings.Split(strings.TrimSuffix(strings.TrimSuffix(string(m.path), ".md"), "/index"), "/")
	return source.Path(path.Join("content", ".import", parts[len(parts)-2], parts[len(parts)-1]+end+".md"))
}

// put writes the file where none is, and else does what was asked for. What differs only
// in what staff say of the minutes, as their state, is the same.
func (i *importer) put(m *imported) {
	mine, err := i.text(m.path)
	if err == nil && mine != m.file.Text {
		m.differences = intake.Differences(mine, m.file.Text)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		i.store(m, m.file.Text, didWrite)
	case err != nil:
		m.problems = append(m.problems, source.At(source.Pos{Path: m.path}, source.FileUnreadable, reasonOf(err).Error()))
	case i.force && mine != m.file.Text:
		i.renew(m, mine)
	case len(m.differences) == 0:
		m.done = didFind
	case i.update:
		i.merge(m, mine)
	default:
		base, err := i.text(m.basePath(""))
		unchanged := err == nil && base == m.file.Text
		m.problems = append(m.problems, source.At(source.Pos{Path: m.path}, source.ImportExists, given(unchanged), given(!unchanged)))
	}
}

// text reads a file of the site as the site does.
func (i *importer) text(p source.Path) (string, error) {
	data, err := i.root.ReadFile(string(p))
	if err != nil {
		return "", err
	}
	text, problem := source.Text(p, data)
	if problem != nil {
		message, _ := problem.Text(i.lang)
		return "", errors.New(message)
	}
	return text, nil
}

// store writes a content file and, after it, what the document gave.
func (i *importer) store(m *imported, text string, how deed) {
	for _, f := range []struct {
		path source.Path
		text string
	}{{m.path, text}, {m.basePath(""), m.file.Text}} {
		if err := i.write(f.path, f.text); err != nil {
			m.problems = append(m.problems, cannotWrite(f.path, err))
			return
		}
	}
	m.done = how
}

// renew writes the file anew. What was there is kept beside what documents gave.
func (i *importer) renew(m *imported, mine string) {
	kept := m.basePath(".before")
	for n := 2; ; n++ {
		if text, err := i.text(kept); errors.Is(err, fs.ErrNotExist) || err == nil && text == mine {
			break
		}
		kept = m.basePath(fmt.Sprintf(".before-%d", n))
	}
	if err := i.write(kept, mine); err != nil {
		m.problems = append(m.problems, cannotWrite(kept, err))
		return
	}
	m.before = kept
	i.store(m, m.file.Text, didRenew)
}

// merge takes what is new in the document into the file, which keeps what staff have done to it.
func (i *importer) merge(m *imported, mine string) {
	base, err := i.text(m.basePath(""))
	if err != nil {
		m.problems = append(m.problems, source.At(source.Pos{Path: m.path}, source.ImportNoBase, string(m.basePath(""))))
		return
	}
	if base == m.file.Text {
		m.done = didKeep
		return
	}
	merged, clashes := intake.Merge(base, mine, m.file.Text)
	m.merged, _ = intake.Ask(merged, clashes, i.lang)
	i.store(m, m.merged, didUpdate)
}
