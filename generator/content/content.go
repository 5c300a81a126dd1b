// Package content turns each of the user's files into a document: front
// matter in TOML between +++ lines, then Markdown. It sees one file at a time;
// what holds between files is for package site to say.
//
// This comment is the reference of the files. Keys are English, values as the
// authority writes them. An unknown key, a wrong type or a missing key is a
// problem with file, line and column. A key is optional unless marked *.
//
// # Forms of values
//
// A date is a TOML date, 2023-11-07. A partial date is text in the authority's
// own words: "ultimo oktober 2023", "medio 2024", "foråret 2024", "H2 2024",
// "senest 12. april 2024", "7. november 2023". A clock is text, "14.00". An
// instant carries its zone, 2024-03-01T08:00:00+01:00 (RFC 3339). A source is
// an address with https://, or a path from the file's own folder to another
// content file, with or without an anchor:
// "../referater/klinisk-anvendelse/2023-11-07.md#punkt-2".
//
// # Minutes: content/referater/<committee>/<yyyy-mm-dd>.md
//
// Or …/<yyyy-mm-dd>/index.md with its files beside it. A second meeting of the
// day ends in -2. Committee and date come from the path, which is the address.
//
//	title*           title of the meeting
//	date, committee  may repeat what the path says, and must then agree
//	start, end       clock
//	place            where, or by which means
//	chair, secretary names
//	state*           planned, cancelled, draft, final (sent out; whether approved
//	                 is not stated), approved or withdrawn
//	approved         date; needed in that state
//	approved_by      path of the minutes of the meeting that approved these
//	withdrawn        date; needed in that state. The text is not published
//	withdrawn_reason persondata, fejl or ophavsret; needed in that state
//	publish, expires instants between which the minutes are public
//	summary          a reader's aid, shown as no part of the record, and by search engines,
//	                 which else are told the titles of the items
//	lang             language of the text, "en"; the site's if left out
//	translation_of   path of the minutes that these translate
//	redirect_from    addresses that lead here, ["/gammel/", "/dok/1.html"]: those of
//	                 pages that stood elsewhere, below the site's own address
//	[record]         unit, officer, case, document (texts), date: what the case
//	                 system knows the document by
//	[[participants]] name*, role, organisation, nominated_by, specialty, note;
//	                 chair, absent, staff (true or false)
//	[[agenda]]       number* (text: "0", "2.1"), title*, minutes, kind (a letter
//	                 of [[kinds]] in site.toml), presenter, concerns (ids of
//	                 subjects, or "*" for all), closed (true: behind closed
//	                 doors; title and text are then not published)
//	[[attachments]]  file*, title*, item: a file beside index.md to publish
//	[[corrections]]  date*, what*, why, item, kind: rettelse (if left out),
//	                 praecisering or revision
//	[import]         what an importer kept, in any form; never published. Its
//	                 [[import.doubts]] are text*, at (place in the document),
//	                 anchor (the item or section), near (first words of the
//	                 text that it is about, nth: which of several), key (of
//	                 front matter): settled by deleting them.
//	                 unbalanced (true): words differ from the document's, so that
//	                 nothing is published until a person has deleted the line
//
// A heading of the first or second level opens an item: "## Pkt. 1 Status …
// (orientering) v/Bettina Lundgren" gives label, title, kind and presenter and
// the anchor #punkt-1; "Dagsordenspunkt 1 …", "Ad 1. …", "1. …" and "1 Status"
// have their number too, "17 patientgrupper" and "7. november" have none. A heading
// of the third level opens a section, found in the vocabulary of site.toml:
// "### Referat" under the first is #punkt-1-referat. Of a meeting that is planned or
// cancelled the text may say what the agenda was about; a decision, or a text in a section
// of what happened (outcome), is a warning there.
//
// # Committee: content/udvalg/<id>.md
//
//	title*       its name
//	short        shorter name for breadcrumbs
//	aliases      other names, as minutes use them
//	terms        address of its terms of reference
//	chair        name
//	established, closed  partial dates
//	successor    id of the committee that followed it
//	publish_drafts  true: its drafts are public, marked as drafts
//	redirect_from   as of minutes
//	[[members]]  as [[participants]]
//
// # Subject: content/patientgrupper/<id>.md
//
//	title*       its name; source: where the name stands
//	order        its place in the authority's own list, from 1
//	[[aliases]]  name*, lang, date (partial: when the source says it), source*
//	[evaluation] period (partial dates from – to, in words), source; from_year,
//	             to_year: years that the words lack, with inferred: the reason
//	[report]     due (partial), joint_with (ids; must be mutual), source
//	[[milestones]] date* (partial), title* or stage* (an id of
//	             [[subjects.stages]]), done, source*, note
//	family       with family_inferred: the reason, when no source says it
//	[[links]]    title*, url
//	redirect_from as of minutes
//
// content/patientgrupper/alle.toml holds [[milestones]] for all of them.
//
// # Counts: content/genomtal/<series>.toml and <series>.csv
//
//	title*, unit*, definition*, cadence, about
//	cumulative   true: a running total, which falls only with a note
//
// The table's first line is date,value,status,source,note; semicolons,
// 31-10-2023 and 20.621 are understood. status is final, provisional (the
// authority's own, not final) or other (stated by somebody else).
//
// They count things, or persons: then disclosure = { threshold, zero }, as of a table, masks
// them, and must be there when the unit says that it is persons. A field may be <5 or skjult, and a running
// total may not grow by a few persons.
//
// # Table of counts of persons: content/<folder>/<id>.toml and <id>.csv
//
//	title*, unit*, definition*, about
//	rows*        what the rows are: "Patientgruppe"
//	source*      where the counts come from
//	date*        partial: what is counted up to
//	period       true: only those of the time of date are counted, not all until then
//	totals       true: referat mask adds totals, where that tells nothing
//	keep_totals  true: it hides other numbers rather than leave out totals
//	not_sums     names of rows and columns that are no sums, though they look like some
//	[disclosure] threshold (5 if left out, at least 3): the least count that is
//	             shown; zero: show (if left out) or mask
//
// The table's first line names what the rows are and the columns, each other line a row; a
// row whose name is the id of a subject leads to its page. The last column and the last row may be
// "i alt", or have another name of totals ("sum", "hele landet" …). While anything is masked, no other
// row or column may be what others add up to. A field is a whole number, <5 (a count from 1 to 4; with zero = "mask" also 0), skjult
// (a count of 5 or more, hidden so that nobody can compute another), or empty (nothing is
// counted there). Counts that must be masked may not stand in the file, nor masked ones that can be
// computed: the true ones lie outside the site's folder, and referat mask makes the file.
//
// # Words that say the same: content/soegeord.toml
//
//	[[synonyms]] words* (two or more: ["kræft", "cancer"]): whoever searches for one
//	             finds the others too. Abbreviations of [[glossary]] and other names of
//	             subjects need not stand here
//
// # Page: any other .md
//
//	title*, description, lang, publish, expires, redirect_from (as of minutes)
//	draft        true: not for the public
//	licence      true: the page ends with the licence of the site's data, or says that
//	             none is stated; not of the two below
//
// content/index.md is the home page, content/404.md what a wrong address shows.
//
// # Settings: site.toml
//
//	base*        where the site will stand, "https://ngc.dk/referater/"
//	language     "da" or "en"
//	title*       the site's name
//	[organisation]   name*, short, address (lines), phone and email (one that can be called, one that can be
//	             written to), web
//	[accessibility]  url, phone, email, updated: the accessibility statement (phone and email as above);
//	             overdue_reason: why the site is published although that is over a year old
//	[security]   contact* (a list: an e-mail address, or one with https:// or tel:), expires* (date), policy,
//	             preferred_languages (["da", "en"]): whom to tell of a hole in the site's security;
//	             becomes /.well-known/security.txt
//	[data]       licence and licence_url: on which terms the data of the site may be used; contact (as of
//	             [security], one; else the organisation's), theme (a code of the EU's data themes, "HEAL"),
//	             next (date): when data are brought up to date the next time
//	[[menu]], [[footer]]  title*, page* ("/referater/")
//	[minutes], [committees], [subjects], [counts]  folder, title
//	[tables]     folder, title: where tables of counts of persons are; without it there are none
//	[subjects]   also one ("Patientgruppe"), many ("patientgrupper"), lead, report ("Statusrapport"),
//	             plan_source; [[subjects.stages]] id*, title*
//	[counts]     also headline: id of the series on the home page
//	[[sections]] name*, also, role: proposal, outcome, case, next, enclosure; decision: true when
//	             what stands there was decided (only of an outcome): it is in the register of decisions.
//	             A name in also that ends in … stands for all that begin so
//	[[kinds]]    code*, name*, also
//	[[glossary]] term*, text*: explained at its first use on a page
//	[[sources]]  title*, url*: the title of an address that content cites
//	[[phrases]]  lang*, words: known phrases of another language
//	[[unread]]   file* (its path), sha256*, reason*, by*, date*: somebody has looked into a file that the
//	             program cannot read whole, or that tells of people, and answers for it as it is
//	[personal]   allow: contacts that anybody may see: "kontakt@ngc.dk", "+45 24 97 17 65",
//	             "@ngc.dk" for all of a domain. Those above are always allowed
//	[[exceptions]] path*, what* (as the message shows it, "010203-****"), reason*, by*, date*:
//	             what looks like personal data at a place and is something else.
//	             Of what only a finished page shows, path is "public/…"
//	[[released]] address* (or one place, "/om/#maal"), reason*, by*, date*: was
//	             published, and is given up. So is an earlier version, "…/v1/"
//
// # Markdown
//
// CommonMark with tables, footnotes, definition lists and ~~struck~~ text. Quotes
// stay as they are written, numbers of lists too. Further:
//
//	[text]{lang=en}    words in another language
//	::: beslutning     a decision begins; ::: alone ends it. Where a section whose name is that of
//	                   decisions has such marks, what is marked was decided, else all of it
//	<br>               a line break inside a table cell
//	<sup> <sub> <b> …  stay; other HTML goes and is reported, its words are kept;
//	                   comments are never published
//
// Links to other content are paths from the file's folder,
// ../../patientgrupper/nyresvigt.md#forloeb; a link that begins with / is an
// address of the site. A picture lies beside the file and needs a text for those
// who cannot see it. "7. november" at the start of a line stays text.
package content

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"referat/generator/plain"
	"referat/generator/source"
)

// Documents are all documents of the site, each kind in order of its path.
type Documents struct {
	Settings   *Settings
	Minutes    []*Minutes
	Committees []*Committee
	Subjects   []*Subject
	Shared     *SharedMilestones // nil of none
	Synonyms   *Synonyms         // nil of none
	Series     []*Series
	Tables     []*PersonTable
	Pages      []*Page
	Files      []*source.File // pictures and attachments

	tree     *source.Tree
	parsed   map[source.Path]*Parsed
	marked   []source.Path // those with marks
	texts    *texts
	editions *editions
}

// Parse turns the tree's files into documents, each by itself, in parallel. What
// last, which may be nil, holds of a file whose bytes, and whose words to read them
// by, are the same is taken over; else the cache is asked by the key of what it was
// made from. With settings that cannot be read there are no documents.
func Parse(tree *source.Tree, last *Documents, cache Cache) (*Documents, []source.Problem) {
	settings, problems := readSettings(tree)
	if settings == nil {
		return nil, problems
	}
	files := tree.Below("content")
	d := &Documents{Settings: settings, tree: tree, parsed: make(map[source.Path]*Parsed, len(files))}
	p := fileReader{tree: tree, settings: settings, words: plain.DigestOf(settings.Words), cache: cache, names: newNames()}
	d.texts = &texts{reader: fileReader{tree: tree, settings: settings, cache: cache}}
	d.editions = &editions{read: map[source.Path]*Parsed{}}
	if last != nil && plain.DigestOf(last.Settings.Words) == p.words {
		p.last, d.editions.last = last.parsed, &editions{read: last.editions.read}
	}
	results := make([]*Parsed, len(files))
	each(len(files), func(i int) {
		if !p.kindOf(files[i].Path).behind() {
			results[i] = p.file(files[i])
		}
	})
	for i, f := range files {
		if results[i] == nil {
			results[i] = p.file(f)
		}
	}
	for i, r := range results {
		problems = append(problems, r.Problems...)
		d.parsed[files[i].Path] = r
		if len(r.Marks) > 0 {
			d.marked = append(d.marked, files[i].Path)
		}
		d.add(r, files[i])
	}
	return d, problems
}

// readSettings reads the settings of a site; nil when they cannot be read.
func readSettings(tree *source.Tree) (*Settings, []source.Problem) {
	f, ok := tree.File(source.Settings)
	if !ok {
		return nil, nil // Look has said so
	}
	loaded, problem := tree.Load(f)
	if problem != nil {
		return nil, []source.Problem{*problem}
	}
	return parseSettings(loaded)
}

// each calls work for every number below n on as many workers as there are processors.
func each(n int, work func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	wg.Wait()
}

func (d *Documents) add(p *Parsed, f *source.File) {
	switch {
	case p.Minutes != nil:
		d.Minutes = append(d.Minutes, p.Minutes)
	case p.Committee != nil:
		d.Committees = append(d.Committees, p.Committee)
	case p.Subject != nil:
		d.Subjects = append(d.Subjects, p.Subject)
	case p.Shared != nil:
		d.Shared = p.Shared
	case p.Synonyms != nil:
		d.Synonyms = p.Synonyms
	case p.Series != nil:
		d.Series = append(d.Series, p.Series)
	case p.Table != nil:
		d.Tables = append(d.Tables, p.Table)
	case p.Page != nil:
		d.Pages = append(d.Pages, p.Page)
	case p.File:
		d.Files = append(d.Files, f)
	}
}

// Languages are the languages of the site and of its documents, the site's first.
func (d *Documents) Languages() []string {
	list := []string{d.Settings.Language}
	add := func(lang string) {
		if lang != "" && !slices.Contains(list, lang) {
			list = append(list, lang)
		}
	}
	for _, m := range d.Minutes {
		add(m.Lang)
	}
	for _, p := range d.Pages {
		add(p.Lang)
	}
	return list
}

// Expect tells that most texts of a document are about to be asked for: then they are
// read all at once.
func (d *Documents) Expect(p source.Path) {
	if parsed := d.parsed[p]; parsed != nil && parsed.bare {
		d.texts.expect(p, parsed)
	}
}

// Fragment gives a text of a document with its HTML, by its id. HTML that is not
// in memory comes from the cache or is made again from the file. It is nil when
// neither has it any more.
func (d *Documents) Fragment(p source.Path, id string) *Fragment {
	parsed, ok := d.parsed[p]
	if !ok {
		return d.editions.fragment(p, id)
	}
	if parsed.bare {
		return d.texts.fragment(p, parsed, id)
	}
	var found *Fragment
	parsed.eachFragment(func(f *Fragment) {
		if f.ID == id {
			found = f
		}
	})
	return found
}

// EachUnread visits the files of which nothing could be read.
func (d *Documents) EachUnread(visit func(source.Path)) {
	for _, f := range d.tree.Below("content") {
		if p := d.parsed[f.Path]; p.empty() && source.Errors(p.Problems) > 0 {
			visit(f.Path)
		}
	}
}

// Each visits what every file was parsed to, in order of the paths.
func (d *Documents) Each(visit func(*Parsed)) {
	for _, f := range d.tree.Below("content") {
		visit(d.parsed[f.Path])
	}
}
