package layouts

import (
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"referat/generator/site"
	"referat/generator/source"
)

// frame is the template that every page begins with, and body the one in it
// that each kind of page defines.
const (
	frame = "base.html"
	body  = "main"
)

// Options are what the layouts must know of the site.
type Options struct {
	Base      string   // path of the site's address, "/" or "/x/"
	Languages []string // of its pages, "da"; each needs a file of labels
	Text      Text
}

// Text draws converted Markdown by its fragment. It is given what writes the size of a file in the page's language.
type Text func(text site.Text, size func(bytes int64) string) template.HTML

// Load reads, checks and minifies the layouts: the site's own laid over the
// embedded ones. With problems it gives a set that draws the kinds of page that
// have none.
func Load(tree *source.Tree, embedded fs.FS, o Options) (*Set, []source.Problem) {
	over, err := newOverlay(tree, embedded)
	if err != nil {
		return &Set{}, []source.Problem{source.At(source.Pos{Path: folder}, source.FileUnreadable, source.Because(err))}
	}
	l := &loader{overlay: over, options: o}
	l.readFiles()
	l.readLabels()
	names := assetNames(over.in("assets"))
	checkers := map[string]*checker{}
	used := map[string]bool{}
	for _, k := range kinds {
		if c := l.check(k, names); c != nil {
			checkers[k.name] = c
			maps.Copy(used, c.uses.assets)
		}
	}
	assets, problems := readAssets(over, used)
	l.problems = append(l.problems, problems...)
	set := l.build(checkers, assets)
	set.feeds = l.readFeedWords()
	return set, told(l.problems)
}

// told sorts problems, and of those that a shared template has with the views
// of several kinds of page keeps one.
func told(problems []source.Problem) []source.Problem {
	sorted := source.Sort(problems)
	return slices.CompactFunc(sorted, func(a, b source.Problem) bool {
		return a.Pos == b.Pos && a.Code == b.Code && a.Code != source.LabelMissing && a.Pos.Line > 0
	})
}

type loader struct {
	*overlay
	options   Options
	files     map[string]*file
	languages map[string]*labels
	problems  []source.Problem
}

// readFiles parses every template file, also one that no page reaches.
func (l *loader) readFiles() {
	l.files = map[string]*file{}
	for _, name := range l.names {
		if path.Ext(name) != ".html" || strings.HasPrefix(name, "assets/") {
			continue
		}
		text, err := l.read(name)
		if err != nil {
			l.problems = append(l.problems, unreadable(source.Pos{Path: l.path(name)}, err))
			continue
		}
		f, problem := parseFile(l.path(name), name, text)
		if problem != nil {
			l.problems = append(l.problems, *problem)
		}
		l.files[name] = f
	}
	l.findTwins()
}

// findTwins reports a template that two shared files define. Only the file of
// a kind of page may define again what another file does.
func (l *loader) findTwins() {
	owners := map[string]*file{}
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		f := l.files[name]
		if isKindFile(name) {
			continue
		}
		for _, defined := range slices.Sorted(maps.Keys(f.trees)) {
			if other := owners[defined]; other != nil {
				l.report(f.pos(strings.Index(f.text, strconv.Quote(defined))), source.LayoutSyntax,
					source.Why(source.DefinedAgain, defined, string(other.path)))
				continue
			}
			owners[defined] = f
		}
	}
}

func (l *loader) readLabels() {
	l.languages = map[string]*labels{}
	for _, lang := range l.options.Languages {
		name := "labels/" + lang + ".toml"
		if !slices.Contains(l.names, name) {
			l.report(source.Pos{Path: l.path(name)}, source.LabelsMissing, lang, string(l.path(name)))
			continue
		}
		text, err := l.read(name)
		if err != nil {
			l.problems = append(l.problems, unreadable(source.Pos{Path: l.path(name)}, err))
			continue
		}
		labels, problems := readLabels(l.path(name), text)
		l.languages[lang] = labels
		l.problems = append(l.problems, problems...)
	}
}

func (l *loader) report(pos source.Pos, code source.Code, args ...any) {
	l.problems = append(l.problems, source.At(pos, code, args...))
}

// check gives the checked templates of a kind of page, or nil when there is
// a problem with them.
func (l *loader) check(k kind, assets []string) *checker {
	for _, name := range []string{frame, k.file()} {
		f, ok := l.files[name]
		if !ok {
			l.report(source.Pos{Path: l.path(name)}, source.LayoutMissing, name,
				source.Nearest(name, slices.Sorted(maps.Keys(l.files))))
			return nil
		}
		if f.trees == nil {
			return nil // its syntax has been reported
		}
	}
	own := l.files[k.file()]
	if own.trees[body] == nil {
		l.report(source.Pos{Path: own.path}, source.LayoutMissing, body,
			source.Nearest(body, slices.Sorted(maps.Keys(own.trees))))
		return nil
	}
	c := newChecker(l.templates(k), assets)
	for _, lang := range l.options.Languages {
		c.languages = append(c.languages, l.languages[lang])
	}
	c.check(call{frame, k.view})
	l.problems = append(l.problems, c.problems...)
	if len(c.problems) > 0 || slices.Contains(c.languages, nil) {
		return nil
	}
	return c
}

// templates are all templates that a kind of page could use, by name. What its
// own file defines stands before what the frame does.
func (l *loader) templates(k kind) map[string]definition {
	found := map[string]definition{}
	add := func(f *file) {
		for name, tree := range f.trees {
			found[name] = definition{f, tree}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		if !isKindFile(name) {
			add(l.files[name])
		}
	}
	add(l.files[k.file()])
	return found
}
