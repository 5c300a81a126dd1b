package main

import (
	"bytes"
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/personal"
	"referat/generator/plain"
	"referat/generator/site"
	"referat/generator/source"
)

// gate lets nothing through that looks like personal data, unless somebody has allowed it by name: it judges what the
// user's files say before anything is drawn, and every output's bytes before they can reach the output folder.
type gate struct {
	contacts   personal.Allowed
	exceptions []content.Exception
	used       []bool          // of the exceptions
	numbers    map[uint64]bool // of persons by their looks, that an exception allows in a source
}

// newGate judges all sources. marks are those of the layouts, by file.
func newGate(docs *content.Documents, layouts []layoutMarks) (*gate, []source.Problem) {
	g := gateOf(docs.Settings)
	var problems []source.Problem
	judge := func(p source.Path, marks []content.Mark) {
		for _, m := range marks {
			switch allowed, excepted := g.allows(p, m); {
			case excepted:
				g.numbers[m.Same] = true
			case !allowed:
				problems = append(problems, markProblem(p, m))
			}
		}
	}
	docs.EachMark(judge)
	for _, l := range layouts {
		judge(l.path, l.marks)
	}
	return g, append(problems, g.account(false)...)
}

// gateOf is a gate that has judged nothing yet.
func gateOf(s *content.Settings) *gate {
	exceptions := s.Personal.Exceptions
	return &gate{contacts: personal.Allow(s.Contacts()), exceptions: exceptions, used: make([]bool, len(exceptions)), numbers: map[uint64]bool{}}
}

// allows tells that what stands in a file is a contact that anybody may see, or excepted.
func (g *gate) allows(p source.Path, m content.Mark) (allowed, excepted bool) {
	if g.contacts.Has(personal.Finding{Kind: m.Kind, Shown: m.Shown, Same: m.Same}) {
		return true, false
	}
	i := g.exception(personal.Mask(string(p)), m.Shown)
	if i >= 0 {
		g.used[i] = true
	}
	return i >= 0, i >= 0
}

// account tells of every exception, whether it is in use: those of files that are published as they are, or the others.
func (g *gate) account(copies bool) (problems []source.Problem) {
	for i, e := range g.exceptions {
		if isCopied(e.Path) != copies {
			continue
		}
		code := source.ExceptionNotUsed
		if g.used[i] || strings.HasPrefix(string(e.Path), outputRoot) {
			code = source.ExceptionInUse
		}
		problems = append(problems, source.At(e.Pos, code, string(e.Path), e.What, e.Reason, e.By, e.Date.String()))
	}
	return problems
}

// isCopied tells of a file in content/ that is no document by its name: it can only be published as it is.
func isCopied(p source.Path) bool {
	return strings.HasPrefix(string(p), "content/") && !slices.Contains([]string{".md", ".toml", ".csv"}, p.Ext())
}

// outputRoot stands before the path of an output in an exception, whatever the output folder is called.
const outputRoot = "public/"

// exception is the one for what is shown at a path, or -1.
func (g *gate) exception(path, shown string) int {
	return slices.IndexFunc(g.exceptions, func(e content.Exception) bool { return string(e.Path) == path && e.What == shown })
}

func markProblem(p source.Path, m content.Mark) source.Problem {
	pos := source.Pos{Path: p, Line: m.Line, Col: m.Col}
	inPath, inText := "", "text"
	if m.Line == 0 {
		inPath, inText = "path", ""
	}
	return source.At(pos, codeOf(m.Kind, m.Sure), m.Shown, inPath, inText)
}

func codeOf(k personal.Kind, sure bool) source.Code {
	switch {
	case k == personal.Phone:
		return source.PrivatePhone
	case k == personal.Mail:
		return source.PrivateMail
	case !sure:
		return source.CPRPossible
	case k == personal.Replacement:
		return source.CPRReplacement
	}
	return source.CPR
}

// leak is what an output would have published.
type leak []source.Problem

func (l leak) Error() string { message, _ := l[0].Text("en"); return message }

// pass judges the bytes of an output, and its path.
func (g *gate) pass(o site.Output, drawn []byte) error {
	var found leak
	for _, f := range append(personal.Scan(o.Path), scanOf(o.Path)(drawn)...) {
		isNumber := f.Kind == personal.CPR || f.Kind == personal.Replacement
		at := outputRoot + personal.Mask(o.Path)
		copied := o.Form == site.Copy && g.exception(personal.Mask(string(o.From)), f.Shown) >= 0
		if isNumber && f.Sure && !g.numbers[f.Same] && !copied && g.exception(at, f.Shown) < 0 {
			found = append(found, source.At(source.Pos{Path: source.Path(at)}, source.CPROutput, f.Shown, personal.Mask(string(o.From)), at))
		}
	}
	if len(found) > 0 {
		return found
	}
	return nil
}

// passCopy judges a file that is published as it is, when it is a text.
func (a artist) passCopy(b *bytes.Buffer, o site.Output, v site.FileView) error {
	b.Reset()
	if isPlainText(string(v.Path)) {
		if err := a.copy(b, v); err != nil {
			return err
		}
	}
	return a.gate.pass(o, b.Bytes())
}

// isPlainText tells of a file whose bytes are what it says. What others hold is for package inspect to open.
func isPlainText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".json", ".xml", ".svg", ".txt", ".md", ".html", ".htm", ".js", ".css":
		return true
	}
	return false
}

// judgeForeign judges the files that somebody else has put into the output folder, their names and texts, for a web server
// may show them. names are all files there.
func (b *builder) judgeForeign(names []string) (problems []source.Problem) {
	ours := b.ledger.Last().Paths()
	for _, name := range names {
		if _, is := slices.BinarySearch(ours, name); is {
			continue
		}
		var text []byte
		if isPlainText(name) {
			var err error
			if text, err = os.ReadFile(filepath.Join(b.target.Dir, filepath.FromSlash(name))); err != nil {
				problems = append(problems, asProblem(err, outputRoot+name))
			}
		}
		if found := (leak)(nil); errors.As(b.gate.pass(site.Output{Path: name}, text), &found) {
			problems = append(problems, found...)
		}
	}
	return problems
}

// allowed stands for what is allowed in an output and nowhere else; zero where nothing is. An output is
// judged again when it changes.
func (g *gate) allowed(output string) plain.Digest {
	var list []string
	for _, e := range g.exceptions {
		if string(e.Path) == outputRoot+personal.Mask(output) {
			list = append(list, e.What)
		}
	}
	if list == nil {
		return plain.Digest{}
	}
	return plain.DigestOf(list)
}

// scanOf reads an output as what its name says it is.
func scanOf(output string) func([]byte) []personal.Finding {
	switch path.Ext(output) {
	case ".html":
		return personal.ScanHTML
	case ".json":
		return personal.ScanJSON
	case ".csv":
		return personal.ScanCSV
	case ".svg", ".xml", ".config":
		return personal.ScanXML
	}
	return func(text []byte) []personal.Finding { return personal.Scan(string(text)) }
}

// layoutMarks is what looks like personal data in a file of the site's own layouts.
type layoutMarks struct {
	path  source.Path
	marks []content.Mark
}

func (b *builder) layoutMarks() []layoutMarks {
	var all []layoutMarks
	for _, f := range b.tree.Below("layouts") {
		if !f.IsText() {
			continue
		}
		if loaded, problem := b.tree.Load(f); problem == nil { // else loading the layouts says so
			all = append(all, layoutMarks{f.Path, content.MarksOf(f.Path, loaded.Text)})
		}
	}
	return all
}
