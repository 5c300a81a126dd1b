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
	folder := path.Join(i.folderOf(committee), name)
	if index := source.Path(folder + "/index.md"); i.exists(index) {
		return index
	}
	return source.Path(folder + ".md")
}

// folderOf is where the minutes of a committee are.
func (i *importer) folderOf(committee string) string {
	return path.Join("content", i.files.Settings.Minutes.Folder, committee)
}

func (i *importer) exists(p source.Path) bool {
	_, err := i.root.Stat(string(p))
	return err == nil
}

// basePath is where the file as the document gave it is kept, for the time when the document
// comes again. A folder with a dot is no part of the site.
func basePath(of source.Path, end string) source.Path {
	committee, name := meetingOf(of)
	return source.Path(path.Join("content", ".import", committee, name+end+".md"))
}

// meetingOf is what a file of minutes is called by: its committee and its name, which is a day
// and perhaps a number.
func meetingOf(p source.Path) (committee, name string) {
	parts := strings.Split(strings.TrimSuffix(strings.TrimSuffix(string(p), ".md"), "/index"), "/")
	return parts[len(parts)-2], parts[len(parts)-1]
}

// put writes the file where none is, and else does what was asked for. What differs only
// in what staff say of the minutes, as their state, is the same. Two imports take turns:
// each sees what the other has written.
func (i *importer) put(m *imported) {
	unlock, problem := i.lock()
	if problem != nil {
		m.problems = append(m.problems, *problem)
		return
	}
	defer unlock()
	mine, err := i.text(m.path)
	if errors.Is(err, fs.ErrNotExist) {
		if twin := i.twin(m); twin != nil {
			m.problems = append(m.problems, *twin)
			return
		}
		i.store(m, m.file.Text, didWrite)
		return
	}
	if err != nil {
		m.problems = append(m.problems, i.unreadable(m.path, err))
		return
	}
	i.meet(m, mine)
}

// meet does what was asked for with a file that is there.
func (i *importer) meet(m *imported, mine string) {
	if mine != m.file.Text {
		m.differences = intake.Differences(mine, m.file.Text)
	}
	switch {
	case i.force && mine != m.file.Text:
		i.renew(m, mine)
	case len(m.differences) == 0:
		m.done = didFind
	case i.otherMeeting(m, mine):
	case i.update:
		i.merge(m, mine)
	default:
		base, based := i.base(m)
		unchanged := based && base == m.file.Text
		m.problems = append(m.problems, source.At(source.Pos{Path: m.path}, source.ImportExists, source.Given(unchanged), source.Given(based && !unchanged), source.Given(!based)))
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
		return "", faulty{*problem}
	}
	return text, nil
}

// base is the file as the document gave it last time. What no import has written is none.
func (i *importer) base(m *imported) (text string, ok bool) {
	text, err := i.text(basePath(m.path, ""))
	ok = err == nil && strings.Contains(text, "\n[import]\n") && i.files.Check(m.path, text).Minutes != nil
	return text, ok
}

// store writes a content file and, after it, what the document gave.
func (i *importer) store(m *imported, text string, how deed) {
	for _, f := range []struct {
		path source.Path
		text string
	}{{m.path, text}, {basePath(m.path, ""), m.file.Text}} {
		if err := i.write(f.path, f.text); err != nil {
			m.problems = append(m.problems, i.cannotWrite(f.path, err))
			return
		}
	}
	m.done = how
}

// keep keeps a text beside what documents gave before another takes its place.
func (i *importer) keep(m *imported, mine string) bool {
	kept := basePath(m.path, ".before")
	for n := 2; ; n++ {
		if text, err := i.text(kept); errors.Is(err, fs.ErrNotExist) || err == nil && text == mine {
			break
		}
		kept = basePath(m.path, fmt.Sprintf(".before-%d", n))
	}
	if err := i.write(kept, mine); err != nil {
		m.problems = append(m.problems, i.cannotWrite(kept, err))
		return false
	}
	m.before = kept
	return true
}

// renew writes the file anew, as a draft.
func (i *importer) renew(m *imported, mine string) {
	if !i.keep(m, mine) {
		return
	}
	m.public = i.publicity(m.path, mine)
	i.store(m, m.file.Text, didRenew)
	if m.public.state != "" && i.publicity(m.path, m.file.Text).state == "" {
		m.public.lost, m.public.linking = true, i.linking(m.path)
	}
}

// merge takes what is new in the document into the file, which keeps what staff have done to it.
func (i *importer) merge(m *imported, mine string) {
	base, ok := i.base(m)
	if !ok {
		m.problems = append(m.problems, source.At(source.Pos{Path: m.path}, source.ImportNoBase, string(basePath(m.path, ""))))
		return
	}
	if base == m.file.Text {
		m.done = didKeep
		return
	}
	merged, clashes := intake.Merge(base, mine, m.file.Text)
	m.merged, _ = intake.Ask(merged, clashes, i.lang)
	m.differences = intake.Differences(mine, m.merged)
	m.public = i.publicity(m.path, mine)
	removes := false
	for _, d := range m.differences {
		removes = removes || d.Gone != ""
	}
	if !removes || i.keep(m, mine) {
		i.store(m, m.merged, didUpdate)
	}
}
