package content

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referat/generator/danish"
	"referat/generator/personal"
	"referat/generator/plain"
	"referat/generator/source"
)

// Settings is what site.toml says. They are the words and folders of one
// authority: another one changes them, not the program.
type Settings struct {
	Base         *url.URL // where the site will stand; ends in a slash
	BaseGiven    bool     // a usable one is written; else Base is an example
	BasePos      source.Pos
	Language     string
	Title        string
	Organisation Organisation
	Statement    Statement
	Security     Security
	Data         OpenData
	Menu, Footer []MenuEntry
	Minutes      Place
	Committees   Place
	Subjects     SubjectSettings
	Counts       CountSettings
	Tables       Place // of counts of persons; without a folder there are none
	Vocabulary
	Glossary []Term
	Phrases  []Phrases
	Sources  []NamedLink // titles of addresses that content cites
	SignOffs []SignOff
	Personal Personal
	Released []Released

	bytes source.Digest
}

// Digest stands for all settings.
func (s *Settings) Digest() plain.Digest { return plain.Digest(s.bytes) }

// Vocabulary is the part of the settings that documents are read by; a document
// depends on no other setting.
type Vocabulary struct {
	Words
	sections  map[string]SectionName // by their names, in lower case
	openNames []SectionName          // those that stand for all that begin so
}

// Words are what a vocabulary is made from.
type Words struct {
	Folders      Folders
	Sections     []SectionName
	Kinds        []Kind
	Stages       []Stage
	SubjectWords []string // what subjects are called: "Patientgrupper", "patientgrupper", "Patientgruppe"
}

// Folders are where each kind of document lies, below content/.
type Folders struct{ Minutes, Committees, Subjects, Counts, Tables string }

// Organisation publishes the site.
type Organisation struct {
	Name, Short       string
	Address           []string // lines
	Phone, Email, Web string
}

// MenuEntry is a link in a menu to a page of the site.
type MenuEntry struct {
	Title, Page string
	Pos         source.Pos
}

// Place is a folder below content/ and the title of its list.
type Place struct{ Folder, Title string }

// SubjectSettings are the words of what has a status in time.
type SubjectSettings struct {
	Place
	One        string // "Patientgruppe"
	Many       string // inside a sentence: "patientgrupper"
	Lead       string // under the heading of the list
	Report     string // what is waited for: "Statusrapport"
	PlanSource Ref    // where the plan of periods and reports stands
}

// Stage is a step that a report can have reached.
type Stage struct{ ID, Title string }

// CountSettings say where the counts are and which one the home page shows.
type CountSettings struct {
	Place
	Headline    string // id of a series; "" of none
	HeadlinePos source.Pos
}

// Role is what a section is for.
type Role string

const (
	Proposal  Role = "proposal"
	Outcome   Role = "outcome"
	Case      Role = "case"
	Next      Role = "next"
	Enclosure Role = "enclosure"
)

// SectionName is one name of the vocabulary of section headings.
type SectionName struct {
	Name string
	Also []string // other spellings; one that ends in … stands for all that begin so
	Role Role

	Decision bool // what stands there was decided
}

// Kind is a letter for how an item is dealt with, (O), (D), (B), and its words.
type Kind struct {
	Code, Name string
	Also       []string
}

// Term is an abbreviation of the glossary.
type Term struct{ Term, Text string }

// Phrases are known phrases of another language.
type Phrases struct {
	Lang  string
	Words []string
}

func parseSettings(f *source.File) (*Settings, []source.Problem) {
	t, doc := decode(f.Path, f.Text, 1)
	if t == nil {
		return nil, doc.problems
	}
	s := &Settings{Language: "da"}
	s.bytes, _ = f.Known()
	s.readSite(t)
	s.readPlaces(t)
	s.readWords(t)
	s.Personal = readPersonal(t)
	t.end()
	s.Personal.marks = slices.DeleteFunc(MarksOf(f.Path, f.Text), func(m Mark) bool { return m.Kind == personal.Phone || m.Kind == personal.Mail })
	return s, doc.problems
}

func (s *Settings) readSite(t *table) {
	s.Base, s.BasePos = &url.URL{Scheme: "https", Host: "example.org", Path: "/"}, t.pos("base")
	if base := t.required("base", `base = "https://ngc.dk/"`); base != "" {
		u, err := url.Parse(base)
		if err != nil || !isWeb(base) || u.RawQuery != "" || u.Fragment != "" {
			t.report("base", source.BadAddress, base)
		} else if odd := strings.IndexFunc(u.Path, unfitForBase); odd >= 0 {
			c, _ := utf8.DecodeRuneInString(u.Path[odd:])
			t.report("base", source.BaseCharacter, string(c))
		} else {
			u.Path = strings.TrimSuffix(u.Path, "/") + "/"
			s.Base, s.BaseGiven = u, true
		}
	}
	if l := t.choice("language", "da", "en"); l != "" {
		s.Language = l
	}
	s.Title = t.required("title", `title = "…"`)
	o := t.table("organisation")
	s.Organisation = Organisation{Name: o.required("name", `name = "…"`), Short: o.text("short"), Address: o.texts("address"),
		Phone: o.phone("phone"), Email: o.mail("email"), Web: o.web("web")}
	o.end()
	s.Statement = readStatement(t)
	s.Security = readSecurity(t)
	s.Data = readOpenData(t)
	s.Menu = readMenu(t.tables("menu"))
	s.Footer = readMenu(t.tables("footer"))
	s.Released = readReleased(t.tables("released"))
}

// unfitForBase tells of a character that the rules of some web server have a use
// for, so that a path with it cannot be written in all of them.
func unfitForBase(c rune) bool {
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-._~/", c)
}

func readMenu(tables []*table) []MenuEntry {
	var menu []MenuEntry
	for _, t := range tables {
		e := MenuEntry{Title: t.required("title", `title = "…"`), Page: t.required("page", `page = "/referater/"`), Pos: t.pos("page")}
		t.end()
		if isWeb(e.Page) {
			t.report("page", source.MenuOutside, e.Page)
			continue
		}
		menu = append(menu, e)
	}
	return menu
}

func (s *Settings) readPlaces(t *table) {
	s.Minutes = t.table("minutes").place(Place{"referater", "Referater"})
	s.Committees = t.table("committees").place(Place{"udvalg", "Udvalg"})
	st := t.table("subjects")
	s.Subjects.One = st.text("one")
	s.Subjects.Many = st.text("many")
	s.Subjects.Lead = st.text("lead")
	s.Subjects.Report = st.text("report")
	s.Subjects.PlanSource = st.ref("plan_source")
	for _, g := range st.tables("stages") {
		s.Stages = append(s.Stages, Stage{ID: g.required("id", `id = "…"`), Title: g.required("title", `title = "…"`)})
		g.end()
	}
	s.Subjects.Place = st.place(Place{"emner", "Emner"})
	if s.Subjects.Many == "" {
		s.Subjects.Many = strings.ToLower(s.Subjects.Title)
	}
	s.SubjectWords = []string{s.Subjects.Title, s.Subjects.Many, s.Subjects.One}
	ct := t.table("counts")
	s.Counts.Headline, s.Counts.HeadlinePos = ct.text("headline"), ct.pos("headline")
	s.Counts.Place = ct.place(Place{"tal", "Tal"})
	if t.has("tables") {
		s.Tables = t.table("tables").place(Place{"tabeller", "Tabeller"})
	}
	s.Folders = Folders{s.Minutes.Folder, s.Committees.Folder, s.Subjects.Folder, s.Counts.Folder, s.Tables.Folder}
}

// place reads what all folders have in common, and ends the table.
func (t *table) place(usual Place) Place {
	p := Place{Folder: t.text("folder"), Title: t.text("title")}
	if p.Folder == "" {
		p.Folder = usual.Folder
	} else if danish.Slug(p.Folder) != p.Folder {
		t.report("folder", source.BadFolder, p.Folder, danish.Slug(p.Folder))
		p.Folder = usual.Folder
	}
	if p.Title == "" {
		p.Title = usual.Title
	}
	t.end()
	return p
}

func (s *Settings) readWords(t *table) {
	for _, n := range t.tables("sections") {
		s.Sections = append(s.Sections, n.sectionName())
		n.end()
	}
	s.indexSections()
	for _, k := range t.tables("kinds") {
		s.Kinds = append(s.Kinds, Kind{Code: k.required("code", `code = "O"`), Name: k.required("name", `name = "Orientering"`), Also: k.texts("also")})
		k.end()
	}
	for _, g := range t.tables("glossary") {
		s.Glossary = append(s.Glossary, Term{Term: g.required("term", `term = "WGS"`), Text: g.required("text", `text = "…"`)})
		g.end()
	}
	for _, l := range t.tables("sources") {
		s.Sources = append(s.Sources, l.namedLink())
	}
	s.SignOffs = readSignOffs(t.tables("unread"))
	for _, p := range t.tables("phrases") {
		s.Phrases = append(s.Phrases, Phrases{Lang: p.required("lang", `lang = "en"`), Words: p.texts("words")})
		p.end()
	}
}

func (t *table) sectionName() SectionName {
	n := SectionName{Name: t.required("name", `name = "Indstilling"`), Also: t.texts("also"), Decision: t.flag("decision"),
		Role: Role(t.choice("role", string(Proposal), string(Outcome), string(Case), string(Next), string(Enclosure)))}
	if n.Decision && n.Role != Outcome {
		t.report("decision", source.DecisionRole, n.Name, string(Outcome))
	}
	return n
}

// SourceTitle is the title of an address that content cites; "" of an unknown one.
func (s *Settings) SourceTitle(address string) string {
	for _, l := range s.Sources {
		if l.URL == address {
			return l.Title
		}
	}
	return ""
}

func isWeb(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

func (v *Vocabulary) kindCodes() []string {
	codes := make([]string, len(v.Kinds))
	for i, k := range v.Kinds {
		codes[i] = k.Code
	}
	return codes
}

// KindOf is the code of the kind that the words stand for; "" of none.
func (v *Vocabulary) KindOf(words string) string {
	for _, k := range v.Kinds {
		if strings.EqualFold(words, k.Code) || strings.EqualFold(words, k.Name) ||
			slices.ContainsFunc(k.Also, func(a string) bool { return strings.EqualFold(words, a) }) {
			return k.Code
		}
	}
	return ""
}

// NamesSubjects tells that a word stands for the subjects: "Patientgrupper".
func (v *Vocabulary) NamesSubjects(word string) bool {
	return slices.ContainsFunc(v.SubjectWords, func(name string) bool { return strings.EqualFold(name, word) })
}

// KindName is the name of a kind's letter; "" of an unknown one.
func (v *Vocabulary) KindName(code string) string {
	for _, k := range v.Kinds {
		if k.Code == code {
			return k.Name
		}
	}
	return ""
}

// section finds a section heading in the vocabulary.
func (v *Vocabulary) section(heading string) (n SectionName, known bool) {
	heading = strings.ToLower(strings.TrimSpace(strings.TrimSuffix(heading, ":")))
	if n, known = v.sections[heading]; known {
		return n, true
	}
	for _, o := range v.openNames {
		if strings.HasPrefix(heading, o.Name) {
			return o, true
		}
	}
	return SectionName{}, false
}

// indexSections makes the vocabulary quick to look up in.
func (v *Vocabulary) indexSections() {
	v.sections = map[string]SectionName{}
	for _, n := range v.Sections {
		for _, name := range append([]string{n.Name}, n.Also...) {
			name = strings.ToLower(name)
			if start, open := strings.CutSuffix(name, "…"); open {
				v.openNames = append(v.openNames, SectionName{Name: start, Role: n.Role, Decision: n.Decision})
			} else {
				v.sections[name] = n
			}
		}
	}
}

func (v *Vocabulary) sectionNames() []string {
	names := make([]string, len(v.Sections))
	for i, n := range v.Sections {
		names[i] = n.Name
	}
	return names
}

// StageTitle is the title of a stage; "" of an unknown one.
func (v *Vocabulary) StageTitle(id string) string {
	for _, g := range v.Stages {
		if g.ID == id {
			return g.Title
		}
	}
	return ""
}

func (v *Vocabulary) stageIDs() []string {
	ids := make([]string, len(v.Stages))
	for i, g := range v.Stages {
		ids[i] = g.ID
	}
	return ids
}
