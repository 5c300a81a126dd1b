package content

import (
	"strings"

	"referat/generator/disclosure"
	"referat/generator/source"
)

// Files reads single files of a site, for who needs a few documents and not all.
type Files struct {
	Settings *Settings

	tree   *source.Tree
	reader fileReader
}

// OpenFiles reads the settings of a site. It is nil when they cannot be read.
func OpenFiles(tree *source.Tree) (*Files, []source.Problem) {
	settings, problems := readSettings(tree)
	if settings == nil {
		return nil, problems
	}
	return &Files{settings, tree, fileReader{tree: tree, settings: settings, names: newNames()}}, problems
}

// Committees are the committees of the site that can be read, in order of their paths.
func (f *Files) Committees() []*Committee {
	var list []*Committee
	for _, file := range f.in(f.Settings.Committees.Folder, ".md") {
		if c := f.reader.read(file).Committee; c != nil {
			list = append(list, c)
		}
	}
	return list
}

// SeriesIDs are the ids of the series of counts, sorted.
func (f *Files) SeriesIDs() []string {
	var ids []string
	for _, file := range f.in(f.Settings.Counts.Folder, ".toml") {
		ids = append(ids, strings.TrimSuffix(file.Path.Base(), ".toml"))
	}
	return ids
}

// Series is a series of counts by its id, and what is wrong with it and its table.
func (f *Files) Series(id string) (*Series, []source.Problem) {
	file, ok := f.tree.File(source.Path("content/" + f.Settings.Counts.Folder + "/" + id + ".toml"))
	if !ok {
		return nil, nil
	}
	p := f.reader.read(file)
	return p.Series, p.Problems
}

// TableIDs are the ids of the tables of counts of persons, sorted.
func (f *Files) TableIDs() []string {
	var ids []string
	for _, file := range f.in(f.Settings.Tables.Folder, ".toml") {
		ids = append(ids, strings.TrimSuffix(file.Path.Base(), ".toml"))
	}
	return ids
}

// Table is the description of a table of counts of persons by its id, without its counts, the versions of
// it that have been published, and what is wrong with them. It is nil when there is none.
func (f *Files) Table(id string) (*PersonTable, []disclosure.Version, []source.Problem) {
	file, ok := f.tree.File(source.Path("content/" + f.Settings.Tables.Folder + "/" + id + ".toml"))
	if !ok || f.Settings.Tables.Folder == "" {
		return nil, nil, nil
	}
	loaded, problem := f.tree.Load(file)
	if problem != nil {
		return nil, nil, []source.Problem{*problem}
	}
	t, problems := describeTable(loaded)
	if len(problems) > 0 {
		return t, nil, problems
	}
	earlier, problems := t.Earlier(f.tree)
	return t, earlier, problems
}

// File gives what a file of the site was parsed to; nil when there is none.
func (f *Files) File(path source.Path) *Parsed {
	file, ok := f.tree.File(path)
	if !ok {
		return nil
	}
	return f.reader.read(file)
}

// Check parses a text as if it were the file at the path.
func (f *Files) Check(path source.Path, text string) *Parsed {
	return f.reader.parse(&source.File{Path: path, Text: text})
}

// in are the files of a folder of content/ with the suffix, not of the folders in it.
func (f *Files) in(folder, suffix string) []*source.File {
	var list []*source.File
	dir := source.Path("content/" + folder)
	for _, file := range f.tree.Below(dir) {
		if file.Path.Dir() == dir && file.Path.Ext() == suffix {
			list = append(list, file)
		}
	}
	return list
}
