package main

import (
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"

	"referat/generator/content"
	"referat/generator/intake"
	"referat/generator/personal"
	"referat/generator/source"
)

// This file tells programs what became of documents.

type jsonDocument struct {
	Source      string        `json:"source"`
	Format      string        `json:"format,omitempty"`
	Digest      string        `json:"sha256,omitempty"`
	Path        source.Path   `json:"path,omitempty"` // of the content file
	Done        deed          `json:"done"`
	Before      source.Path   `json:"before,omitempty"` // where the text is kept that was there before
	Public      *jsonPublic   `json:"public,omitempty"` // of minutes that readers saw
	Found       *jsonFound    `json:"found,omitempty"`
	Doubts      []jsonDoubt   `json:"doubts"`
	Read        *jsonRead     `json:"read,omitempty"`
	Differences []jsonChange  `json:"differences,omitempty"`
	Problems    []jsonProblem `json:"problems"`
}

type jsonFound struct {
	Title        string     `json:"title"`
	Committee    string     `json:"committee"`
	Date         string     `json:"date"`
	Start        string     `json:"start"`
	End          string     `json:"end"`
	Place        string     `json:"place"`
	Chair        string     `json:"chair"`
	Secretary    string     `json:"secretary"`
	Participants int        `json:"participants"`
	Absent       int        `json:"absent"`
	Agenda       int        `json:"agenda"`
	Items        []jsonItem `json:"items"`
}

type jsonItem struct {
	Number   string   `json:"number"`
	Heading  string   `json:"heading"`
	Sections []string `json:"sections"`
}

type jsonPlace struct {
	Page int `json:"page,omitempty"`
	Line int `json:"line,omitempty"` // of .docx the paragraph
}

type jsonDoubt struct {
	Code    source.Code `json:"code,omitempty"`
	Path    source.Path `json:"path,omitempty"` // of the content file
	Line    int         `json:"line,omitempty"`
	Message string      `json:"message"`
	Hint    string      `json:"hint,omitempty"`
	At      jsonPlace   `json:"at"`              // in the source
	Words   string      `json:"place,omitempty"` // the same in words
}

// jsonPublic is what readers have of minutes that were changed.
type jsonPublic struct {
	State   content.State `json:"state"`   // of what was there
	Lost    bool          `json:"lost"`    // the page is now a draft's
	Linking int           `json:"linking"` // files that link to a page that is lost
}

// jsonChange is a difference between the file that is there and the document. Of minutes that were
// updated they are before and now.
type jsonChange struct {
	Where    string `json:"where"`
	File     string `json:"file"`
	Document string `json:"document"`
}

// jsonRead is what is not in the text of the file, and the account of words.
type jsonRead struct {
	Encoding string       `json:"encoding,omitempty"` // as it was guessed
	Unseen   []jsonUnseen `json:"unseen"`
	Aside    []jsonAside  `json:"aside"`
	Account  jsonAccount  `json:"account"`
}

type jsonUnseen struct {
	Kind  string    `json:"kind"`
	Words int       `json:"words"`
	At    jsonPlace `json:"at"`
}

type jsonAside struct {
	Words string    `json:"words"`
	Why   string    `json:"why"`
	Times int       `json:"times"`
	At    jsonPlace `json:"at"`
}

type jsonAccount struct {
	Balanced bool       `json:"balanced"`
	Source   int        `json:"source"`
	InFile   int        `json:"in_file"`
	Aside    int        `json:"aside"`
	Lost     []jsonWord `json:"lost"`
	Added    []jsonWord `json:"added"`
}

type jsonWord struct {
	Text  string    `json:"text"`
	Count int       `json:"count"`
	At    jsonPlace `json:"at"`
}

// printImported writes all documents for a program to read.
func printImported(w io.Writer, all []*imported, lang string) {
	list := []jsonDocument{}
	for _, m := range all {
		list = append(list, m.asJSON(lang))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(struct {
		Documents []jsonDocument `json:"documents"`
	}{list}) // as with any print: nobody is there to be told
}

func (m *imported) asJSON(lang string) jsonDocument {
	j := jsonDocument{Source: m.name, Format: m.origin.Format, Path: m.path, Done: m.done, Before: m.before,
		Doubts: []jsonDoubt{}, Problems: []jsonProblem{}}
	if m.public.state != "" {
		j.Public = &jsonPublic{m.public.state, m.public.lost, m.public.linking}
	}
	for _, d := range m.differences {
		j.Differences = append(j.Differences, jsonChange{d.Where, personal.Mask(d.Gone), personal.Mask(d.New)})
	}
	for _, p := range append(m.problems, m.checks...) {
		j.Problems = append(j.Problems, problemAsJSON(p, lang))
	}
	if m.origin.Name != "" {
		j.Digest = hex.EncodeToString(m.origin.Digest[:])
	}
	if m.file == nil {
		return j
	}
	j.Found, j.Read = m.foundAsJSON(), m.readAsJSON()
	for _, d := range m.told(wording{lang, m.origin.Format}) {
		j.Doubts = append(j.Doubts, jsonDoubt{d.code, d.Path, d.Line, d.message, d.hint, jsonPlace(d.place), d.at})
	}
	return j
}

func (m *imported) foundAsJSON() *jsonFound {
	h := m.draft.Head
	f := &jsonFound{Title: personal.Mask(h.Title), Committee: h.Committee, Date: h.Date.String(), Start: h.Start, End: h.End, Place: personal.Mask(h.Place),
		Chair: h.Chair, Secretary: h.Secretary, Participants: len(m.draft.Participants), Agenda: len(m.draft.Agenda), Items: []jsonItem{}}
	for _, p := range m.draft.Participants {
		if p.Absent {
			f.Absent++
		}
	}
	for _, item := range m.draft.Items {
		j := jsonItem{item.Number, personal.Mask(item.Heading), []string{}}
		for _, s := range item.Sections {
			if s.Name != "" {
				j.Sections = append(j.Sections, s.Name)
			}
		}
		f.Items = append(f.Items, j)
	}
	return f
}

func (m *imported) readAsJSON() *jsonRead {
	a := m.account
	r := &jsonRead{Encoding: m.doc.Encoding, Unseen: []jsonUnseen{}, Aside: []jsonAside{},
		Account: jsonAccount{a.Balanced(), a.Source, a.InFile, a.Aside, wordsAsJSON(a.Lost), wordsAsJSON(a.Added)}}
	for _, u := range m.doc.Unseen {
		r.Unseen = append(r.Unseen, jsonUnseen{string(u.Kind), u.Words, jsonPlace(u.At)})
	}
	for _, s := range m.doc.Aside {
		r.Aside = append(r.Aside, jsonAside{personal.Mask(strings.TrimSpace(s.Words)), string(s.Why), s.Times, jsonPlace(s.At)})
	}
	return r
}

func wordsAsJSON(words []intake.Word) []jsonWord {
	list := []jsonWord{}
	for _, w := range words {
		list = append(list, jsonWord{personal.Mask(w.Text), max(w.Count, 1), jsonPlace(w.At)})
	}
	return list
}
