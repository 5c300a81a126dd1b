package content

import (
	"fmt"
	"strings"
	"sync/atomic"

	"referat/generator/plain"
	"referat/generator/source"
)

// Parsed is what a file was parsed to: a document of one kind, or none, and what
// is wrong in it. It is plain data, so that a cache may keep it; the HTML of the
// texts is not kept.
type Parsed struct {
	Minutes   *Minutes
	Committee *Committee
	Subject   *Subject
	Shared    *SharedMilestones
	Synonyms  *Synonyms
	Series    *Series
	Table     *PersonTable
	Page      *Page
	Prose     *Prose // of a document with a text
	File      bool   // a picture or an attachment
	Problems  []source.Problem
	Marks     []Mark // what looks like personal data

	key   plain.Digest  `plain:"-"` // of all that it was made from; zero: not to be kept
	bytes source.Digest `plain:"-"` // of its file
	bare  bool          `plain:"-"` // its texts are without HTML, which a cache has or the file gives
	lost  atomic.Bool   `plain:"-"` // the HTML could not be had: the file has changed
}

// empty tells that it is no document and no file to publish.
func (p *Parsed) empty() bool {
	return p.Minutes == nil && p.Committee == nil && p.Subject == nil && p.Shared == nil && p.Synonyms == nil && p.Series == nil && p.Table == nil && p.Page == nil && !p.File
}

// Key tells all that it was made from: the file's path and bytes and the words
// that the settings give. It is not ok of what is quicker made than kept, or was
// made from more than one file.
func (p *Parsed) Key() (key plain.Digest, ok bool) { return p.key, p.key != plain.Digest{} }

// Append writes what a cache keeps.
func (p *Parsed) Append(to []byte) []byte { return plain.Append(to, p) }

// Recall reads what Append wrote. Texts of the result are parts of data.
func Recall(data string) (*Parsed, error) {
	p := &Parsed{}
	rest, err := plain.Read(data, p)
	p.bare = true
	if err == nil && rest != "" {
		err = fmt.Errorf("%d bytes too many", len(rest))
	}
	return p, err
}

func (p *Parsed) eachFragment(visit func(*Fragment)) {
	some := func(f *Fragment) {
		if f != nil && f.ID != "" {
			visit(f)
		}
	}
	switch {
	case p.Minutes != nil:
		p.Minutes.EachText(some)
	case p.Committee != nil:
		some(p.Committee.Purpose)
	case p.Subject != nil:
		some(p.Subject.Text)
	case p.Page != nil:
		some(p.Page.Text)
	}
}

// fileReader turns files into documents.
type fileReader struct {
	tree     *source.Tree
	settings *Settings
	words    plain.Digest // of the settings that documents are read by
	last     map[source.Path]*Parsed
	cache    Cache
	names    *names
}

// file gives what a file says, without reading it when that is known.
func (p *fileReader) file(f *source.File) *Parsed {
	if !p.kindOf(f.Path).alone() {
		return p.read(f)
	}
	if digest, ok := f.Known(); ok {
		if same := p.same(f.Path, digest); same != nil {
			return same
		}
	}
	loaded, problem := p.tree.Load(f)
	if problem != nil {
		return &Parsed{Problems: []source.Problem{*problem}}
	}
	digest, _ := f.Known()
	if same := p.same(f.Path, digest); same != nil {
		return same
	}
	parsed := p.parse(loaded)
	if parsed.Minutes != nil {
		parsed.Minutes.share(p.names)
		parsed.Minutes.pack()
	}
	if parsed.Prose != nil {
		parsed.Prose.share(p.names)
		parsed.Prose.pack()
	}
	parsed.made(p.key(f.Path, digest), digest)
	p.cache.shelve(parsed)
	return parsed
}

// same is what was made before of the same bytes at the same path, or nil.
func (p *fileReader) same(path source.Path, digest source.Digest) *Parsed {
	if last := p.last[path]; last != nil && last.bytes == digest && !last.lost.Load() {
		return last
	}
	if p.cache.Recall == nil {
		return nil
	}
	key := p.key(path, digest)
	known := p.cache.Recall(key)
	if known != nil {
		known.made(key, digest)
	}
	return known
}

func (p *fileReader) key(path source.Path, digest source.Digest) plain.Digest {
	return plain.DigestOf(struct {
		Path  string
		Bytes source.Digest
		Words plain.Digest
	}{string(path), digest, p.words})
}

func (p *Parsed) made(key plain.Digest, bytes source.Digest) {
	p.key, p.bytes = key, bytes
	if p.Minutes != nil {
		p.Minutes.made = key
		p.Minutes.linked = nil
		n := 0
		p.Minutes.EachText(func(f *Fragment) {
			if len(f.Links) > 0 {
				p.Minutes.linked = append(p.Minutes.linked, LinkedText{n, f})
			}
			n++
		})
	}
}

// read loads a file, if it is text, and parses it.
func (p *fileReader) read(f *source.File) *Parsed {
	switch p.kindOf(f.Path) {
	case attached:
		return &Parsed{File: true, Marks: marksOfPath(f.Path)}
	case numbers, tableNumbers: // the series or the table reads it
		return parseTable(f, p.tree)
	}
	loaded, problem := p.tree.Load(f)
	if problem != nil {
		return &Parsed{Problems: []source.Problem{*problem}}
	}
	return p.parse(loaded)
}

// kind is what a file in content/ is by its place and suffix.
type kind int

const (
	attached kind = iota
	minutes
	committee
	subject
	shared
	synonyms
	series
	numbers
	persons
	tableNumbers
	page
)

// alone tells that a document of the kind is made from one file of text, so that
// it is known by its bytes.
func (k kind) alone() bool {
	switch k {
	case attached, series, numbers, persons, tableNumbers:
		return false
	}
	return true
}

// behind tells that another file's document reads a file of the kind too, so that it is
// not looked at before that is done.
func (k kind) behind() bool { return k == numbers || k == tableNumbers }

func (p *fileReader) kindOf(path source.Path) kind {
	inside := strings.TrimPrefix(string(path), "content/")
	folder, rest, nested := strings.Cut(inside, "/")
	direct := nested && !strings.Contains(rest, "/")
	folders := p.settings.Folders
	switch ext := path.Ext(); {
	case path == synonymsFile:
		return synonyms
	case ext == ".md" && nested && folder == folders.Minutes:
		return minutes
	case ext == ".md" && direct && folder == folders.Committees:
		return committee
	case ext == ".md" && direct && folder == folders.Subjects:
		return subject
	case ext == ".toml" && direct && folder == folders.Subjects:
		return shared
	case ext == ".toml" && direct && folder == folders.Counts:
		return series
	case ext == ".csv" && direct && folder == folders.Counts:
		return numbers
	case ext == ".toml" && direct && folder == folders.Tables:
		return persons
	case ext == ".csv" && direct && folder == folders.Tables:
		return tableNumbers
	case ext == ".md":
		return page
	}
	return attached
}

// parse makes a document of a file that is loaded. A panic becomes a problem that
// names the file.
func (p *fileReader) parse(f *source.File) (r *Parsed) {
	defer func() {
		if fault := recover(); fault != nil {
			r = &Parsed{Problems: []source.Problem{source.At(source.Pos{Path: f.Path}, source.ProgramFault, fmt.Sprint(fault))}}
		}
	}()
	r = &Parsed{Marks: MarksOf(f.Path, f.Text)}
	words := &p.settings.Vocabulary
	switch p.kindOf(f.Path) {
	case minutes:
		if r.Minutes, r.Problems = parseMinutes(f, words); r.Minutes != nil {
			r.Prose, r.Minutes.prose = r.Minutes.prose, nil
		}
		return r
	case committee:
		r.Committee, r.Problems = parseCommittee(f)
	case subject:
		r.Subject, r.Problems = parseSubject(f, words)
	case shared:
		r.Shared, r.Problems = parseShared(f, words)
	case synonyms:
		r.Synonyms, r.Problems = parseSynonyms(f)
	case series:
		r.Series, r.Problems = parseSeries(f, p.tree)
	case persons:
		r.Table, r.Problems = parsePersonTable(f, p.tree)
	case page:
		r.Page, r.Problems = parsePage(f)
	}
	if _, body, line, problems := split(f); problems == nil {
		prose, problems := readProse(f.Path, body, line, words, nil)
		r.Prose, r.Problems = prose, append(r.Problems, problems...)
	}
	return r
}

// parseTable looks for the description, with which the numbers are read, and for marks.
func parseTable(f *source.File, tree *source.Tree) *Parsed {
	r := &Parsed{Marks: marksOfPath(f.Path)}
	if loaded, problem := tree.Load(f); problem == nil { // else the series says so
		r.Marks = MarksOf(f.Path, loaded.Text)
	}
	description := source.Path(strings.TrimSuffix(string(f.Path), ".csv") + ".toml")
	if _, ok := tree.File(description); !ok {
		r.Problems = []source.Problem{source.At(source.Pos{Path: f.Path}, source.TableWithoutSeries, description.Base())}
	}
	return r
}
