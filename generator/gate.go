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
	"referat/generator/data"
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
	uses       []use           // of the exceptions
	copies     map[string]bool // the files that can only be published as they are, as exceptions name them
	numbers    map[uint64]bool // of persons by their looks, that an exception allows in a source
}

// use is what an exception was found to be for: one number or address. One that fits two of them tells no longer which was
// meant, and allows none.
type use struct {
	same    uint64 // 0 as long as none was found
	several bool
}

// newGate judges all sources. marks are those of the layouts, by file.
func newGate(docs *content.Documents, layouts []layoutMarks) (*gate, []source.Problem) {
	g := gateOf(docs.Settings)
	if len(g.exceptions) > 0 {
		for _, f := range docs.Files {
			g.copies[personal.Mask(string(f.Path))] = true
		}
	}
	each := func(visit func(source.Path, []content.Mark)) {
		docs.EachMark(visit)
		for _, l := range layouts {
			visit(l.path, l.marks)
		}
	}
	each(g.note)
	var problems []source.Problem
	each(func(p source.Path, marks []content.Mark) {
		for _, m := range marks {
			switch allowed, excepted := g.allows(p, m); {
			case excepted:
				g.numbers[m.Same] = true
			case !allowed:
				problems = append(problems, markProblem(p, m))
			}
		}
	})
	return g, append(problems, g.account(false)...)
}

// gateOf is a gate that has judged nothing yet.
func gateOf(s *content.Settings) *gate {
	exceptions := s.Personal.Exceptions
	return &gate{
		contacts: personal.Allow(s.Contacts()), exceptions: exceptions, uses: make([]use, len(exceptions)),
		copies: map[string]bool{}, numbers: map[uint64]bool{},
	}
}

// note remembers what the exceptions for a file are needed for. All that it holds is noted before any of it is allowed.
func (g *gate) note(p source.Path, marks []content.Mark) {
	for _, m := range marks {
		i := g.exceptionIn(p, m.Shown)
		if i < 0 || g.isContact(m) {
			continue
		}
		u := &g.uses[i]
		u.several = u.several || u.same != 0 && u.same != m.Same
		u.same = m.Same
	}
}

// allows tells that what stands in a file is a contact that anybody may see, or excepted.
func (g *gate) allows(p source.Path, m content.Mark) (allowed, excepted bool) {
	if g.isContact(m) {
		return true, false
	}
	i := g.exceptionIn(p, m.Shown)
	excepted = i >= 0 && g.uses[i] == use{same: m.Same}
	return excepted, excepted
}

func (g *gate) isContact(m content.Mark) bool {
	return g.contacts.Has(personal.Finding{Kind: m.Kind, Shown: m.Shown, Same: m.Same})
}

// account tells of every exception, whether it is in use: those of files that are published as they are, or the others.
func (g *gate) account(copies bool) (problems []source.Problem) {
	for i, e := range g.exceptions {
		if g.copies[string(e.Path)] != copies {
			continue
		}
		code := source.ExceptionNotUsed
		switch u := g.uses[i]; {
		case u.several:
			code = source.ExceptionSeveral
		case u.same != 0 || strings.HasPrefix(string(e.Path), outputRoot):
			code = source.ExceptionInUse
		}
		problems = append(problems, source.At(e.Pos, code, string(e.Path), e.What, e.Reason, e.By, e.Date.String()))
	}
	return problems
}

// outputRoot stands before the path of an output in an exception, whatever the output folder is called.
const outputRoot = "public/"

// exception is the one for what is shown at a path, or -1.
func (g *gate) exception(path, shown string) int {
	return slices.IndexFunc(g.exceptions, func(e content.Exception) bool { return string(e.Path) == path && e.What == shown })
}

// exceptionIn is the one for what is shown in a file, or -1. Most sites have none.
func (g *gate) exceptionIn(p source.Path, shown string) int {
	if len(g.exceptions) == 0 {
		return -1
	}
	return g.exception(personal.Mask(string(p)), shown)
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
	numbers := slices.DeleteFunc(append(personal.Scan(o.Path), scanOf(o.Path)(drawn)...), func(f personal.Finding) bool {
		return f.Kind != personal.CPR && f.Kind != personal.Replacement || !f.Sure || g.numbers[f.Same]
	})
	if len(numbers) == 0 {
		return nil
	}
	at := outputRoot + personal.Mask(o.Path)
	var found leak
	var several []int // exceptions that fit more than one of the numbers
	for _, f := range numbers {
		copied := o.Form == site.Copy && g.isFor(g.exceptionIn(o.From, f.Shown), f)
		if copied {
			continue
		}
		i := g.exception(at, f.Shown)
		alone := !slices.ContainsFunc(numbers, func(other personal.Finding) bool { return other.Shown == f.Shown && other.Same != f.Same })
		if i >= 0 && alone {
			continue
		}
		if i >= 0 && !slices.Contains(several, i) {
			several = append(several, i)
		}
		found = append(found, source.At(source.Pos{Path: source.Path(at)}, source.CPROutput, f.Shown, personal.Mask(string(o.From)), at))
	}
	for _, i := range several {
		found = append(found, source.At(g.exceptions[i].Pos, source.ExceptionSeveral, at, g.exceptions[i].What))
	}
	if len(found) > 0 {
		return found
	}
	return nil
}

// isFor tells that an exception, or -1, is for a number of a file that is published as it is. A text that is read as what its
// name says may show one that was not noted when its bytes were.
func (g *gate) isFor(exception int, f personal.Finding) bool {
	return exception >= 0 && !g.uses[exception].several && (g.uses[exception].same == 0 || g.uses[exception].same == f.Same)
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
	case ".csv", ".json", ".ndjson", ".jsonld", ".xml", ".svg", ".txt", ".md", ".html", ".htm", ".js", ".css":
		return true
	}
	return false
}

// foreign are those of the names in the output folder that somebody else has put there.
func (b *builder) foreign(names []string) []string {
	ours := b.ledger.Last().Paths()
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		_, is := slices.BinarySearch(ours, name)
		return is
	})
}

// judgeForeign judges files that somebody else has put into the output folder, their names and texts, for a web server
// may show them.
func (b *builder) judgeForeign(names []string) (problems []source.Problem) {
	for _, name := range names {
		var text []byte
		if isPlainText(name) {
			var err error
			if text, err = os.ReadFile(filepath.Join(b.target.Dir, filepath.FromSlash(name))); err != nil {
				problems = append(problems, asUnread(err, outputRoot+name))
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
	switch strings.ToLower(path.Ext(output)) {
	case ".html", ".htm":
		return personal.ScanHTML
	case ".json", ".jsonld":
		return personal.ScanJSON
	case ".csv":
		return personal.ScanCSV
	case ".svg", ".xml", ".config":
		return personal.ScanXML
	case ".ics":
		return func(text []byte) []personal.Finding { return personal.Scan(string(data.Unfolded(text))) }
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
