package main

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/intake"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// runImport is the command import: it reads documents and writes the content file of the
// minutes in each. A fault in one document does not stop the others.
func runImport(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := importOptions(args)
	if err != nil {
		return explain(err, languageOf(args), stdout, stderr)
	}
	d, problems := openDesk(o.dir)
	if d == nil {
		return complain(stderr, problems, cmp.Or(o.lang, "da"))
	}
	defer d.close()
	i := newImporter(o, d, stderr)
	if problem := i.unknownCommittee(); problem != nil {
		return complain(stderr, []source.Problem{*problem}, i.lang)
	}
	var all []*imported
	status := exitDone
	for _, name := range o.documents {
		m := i.document(ctx, name)
		all = append(all, m)
		status = max(status, m.status())
		if !o.json {
			i.tell(m, len(all) == 1, stdout, stderr)
		} else if o.stdout && m.file != nil {
			_, _ = io.WriteString(stdout, m.file.Text)
		}
	}
	if o.json {
		to := stdout
		if o.stdout {
			to = stderr
		}
		printImported(to, all, i.lang)
	}
	return status
}

// importer reads documents into a site.
type importer struct {
	order
	*desk
	words  intake.Words
	lang   string // of messages, and of the doubts in the files
	stderr io.Writer
}

func newImporter(o order, d *desk, stderr io.Writer) *importer {
	i := &importer{order: o, desk: d, lang: cmp.Or(o.lang, d.files.Settings.Language), stderr: stderr}
	i.words.Vocabulary = &d.files.Settings.Vocabulary
	for _, c := range d.files.Committees() {
		names := append([]string{c.Title, c.Short}, c.Aliases...)
		i.words.Committees = append(i.words.Committees, intake.Committee{ID: c.ID, Names: names})
	}
	return i
}

// committeeIDs are the ids of the site's committees.
func (i *importer) committeeIDs() []string {
	var ids []string
	for _, c := range i.words.Committees {
		ids = append(ids, c.ID)
	}
	return ids
}

// unknownCommittee tells of a committee that was asked for and is not there.
func (i *importer) unknownCommittee() *source.Problem {
	ids := i.committeeIDs()
	if i.committee == "" || slices.Contains(ids, i.committee) {
		return nil
	}
	p := source.At(source.Pos{}, source.UnknownCommittee, i.committee, source.Nearest(i.committee, ids),
		"content/"+i.files.Settings.Committees.Folder+"/"+i.committee+".md")
	return &p
}

// reading is what a document was read to.
type reading struct {
	name    string // as it was given
	origin  intake.Origin
	doc     *manuscript.Document
	draft   *intake.Draft
	file    *intake.File // nil when the document could not be read, or somebody has to be asked first
	account intake.Account
}

// imported is what became of a document.
type imported struct {
	reading
	path        source.Path // of the content file; "" when it has no place in the site
	done        deed
	before      source.Path           // where the text is kept that was there before
	merged      string                // the content file, when staff's changes are in it too
	left        []content.ImportDoubt // the doubts that stand in it
	differences []intake.Difference   // between the file that is there and the document; of one that was updated, between before and now
	public      publicity             // of what was there
	problems    []source.Problem      // why it is not done, or not well
	checks      []source.Problem      // what a build will say of the file
}

// deed is what was done with a document's content file.
type deed string

const (
	didNothing deed = "nothing" // it could not be
	didPrint   deed = "printed" // on stdout
	didWrite   deed = "written" // where none was
	didRenew   deed = "renewed" // in place of another
	didUpdate  deed = "updated" // with what staff had changed
	didFind    deed = "same"    // it was there already
	didKeep    deed = "kept"    // the document has nothing new for it
)

// status is the exit status that a document asks for.
func (m *imported) status() int {
	if source.Errors(m.problems)+source.Errors(m.checks) > 0 && m.done != didPrint || m.file != nil && !m.account.Balanced() {
		return exitProblems
	}
	return exitDone
}

// document imports one document.
func (i *importer) document(ctx context.Context, name string) *imported {
	m := &imported{reading: reading{name: name}, done: didNothing}
	doc, origin, problem := i.read(ctx, name)
	m.origin = origin
	if problem != nil {
		m.problems = append(m.problems, *problem)
		return m
	}
	m.doc = doc
	if places := unaccepted(doc, origin.Format); len(places) > 0 && !i.acceptChanges {
		m.problems = append(m.problems, i.ask(m, places))
		return m
	}
	i.take(m)
	return m
}

// take makes the content file of a document that was read, and puts it where it belongs.
func (i *importer) take(m *imported) {
	m.draft = intake.Analyse(m.doc, i.words)
	i.settle(m)
	m.file = intake.Write(m.draft, m.doc, m.origin, i.lang)
	m.account = intake.Balance(m.doc, m.file.Text)
	if !m.account.Balanced() {
		m.problems = append(m.problems, source.At(source.Pos{Path: source.Path(m.name)}, source.WordsUnbalanced, wordList(m.account.Lost, i.lang), wordList(m.account.Added, i.lang)))
		mark(m.file)
	}
	i.place(m)
	switch {
	case i.stdout:
		m.done = didPrint
	case m.path != "":
		i.put(m)
	}
	if m.path != "" && m.done != didNothing {
		m.check(i.files)
	}
}

// unaccepted are the places where somebody has proposed to change a document's words, or has struck
// them through in a format that cannot tell why.
func unaccepted(doc *manuscript.Document, format string) []manuscript.Unseen {
	var list []manuscript.Unseen
	for _, u := range doc.Unseen {
		if u.Kind == manuscript.Insertion || u.Kind == manuscript.Deletion && format == string(pdfFormat) {
			list = append(list, u)
		}
	}
	return list
}

// ask is the question what to do about changes that nobody has accepted.
func (i *importer) ask(m *imported, changes []manuscript.Unseen) source.Problem {
	w := wording{lang: i.lang, format: m.origin.Format}
	var places []string
	for _, u := range changes {
		places = append(places, w.place(u.At)+": "+w.count(u.Words))
	}
	code := source.ImportChanges
	if m.origin.Format == string(pdfFormat) {
		code = source.ImportStruck
	}
	return source.At(source.Pos{Path: source.Path(m.name)}, code, strings.Join(places, "; "))
}

// settle lets what was said on the command line decide, and tells where the document says
// something else.
func (i *importer) settle(m *imported) {
	head := &m.draft.Head
	said := func(key, option, document, asked string) {
		if document == "" {
			m.draft.Doubts = slices.DeleteFunc(m.draft.Doubts, func(d intake.Doubt) bool { return d.Target.Part == intake.InHead && d.Target.Near == key })
		} else if document != asked {
			m.problems = append(m.problems, source.At(source.Pos{Path: source.Path(m.name)}, source.ImportDisagrees, option, document, asked))
		}
	}
	if i.committee != "" {
		said("committee", "--committee", head.Committee, i.committee)
		head.Committee = i.committee
	}
	if day := i.day(); !day.IsZero() {
		said("date", "--as", head.Date.String(), day.String())
		head.Date = day
	}
}

// text is the content file.
func (m *imported) text() string { return cmp.Or(m.merged, m.file.Text) }

// check finds what a build will say of the file. A warning about a line that a doubt is about
// would say it again.
func (m *imported) check(files *content.Files) {
	p := files.Check(m.path, m.text())
	if p.Minutes != nil {
		m.left = p.Minutes.Doubts
	}
	for _, problem := range p.Problems {
		again := slices.ContainsFunc(m.file.Doubts, func(d intake.Doubt) bool { return d.Pos.Line == problem.Pos.Line })
		if problem.Severity() == source.Error || problem.Severity() == source.Warning && !again {
			m.checks = append(m.checks, problem)
		}
	}
	g := gateOf(files.Settings)
	g.note(m.path, p.Marks)
	for _, mark := range p.Marks {
		if allowed, _ := g.allows(m.path, mark); !allowed {
			m.checks = append(m.checks, markProblem(m.path, mark))
		}
	}
}

// mark says in a file that words are missing, so that nobody publishes it.
func mark(f *intake.File) {
	before, after, _ := strings.Cut(f.Text, "\n[import]\n")
	f.Text = before + "\n[import]\nunbalanced = true\n" + after
	at := strings.Count(before, "\n") + 2
	for i := range f.Doubts {
		if f.Doubts[i].Pos.Line > at {
			f.Doubts[i].Pos.Line++
		}
	}
}
