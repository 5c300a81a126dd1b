package site

import (
	"slices"
	"strings"

	"referat/generator/danish"
)

// searchAddress is the page that searches.
const searchAddress = "/soeg/"

// searchPage is the form and the index of names. It holds nothing of what minutes say.
func (s *Site) searchPage() {
	v := SearchView{Page: s.page(searchAddress, ""), Index: s.href("/" + indexFolder),
		One: s.Subjects.One, Many: s.Subjects.Many, Letters: lettersOf(s.indexEntries())}
	for _, c := range s.committees {
		v.Committees = append(v.Committees, Choice{c.ID, c.Title})
	}
	for _, g := range s.subjects {
		v.Subjects = append(v.Subjects, Choice{g.ID, g.Title})
	}
	for _, year := range byYear(s.held[""]) {
		v.Years = append(v.Years, year[0].Date.Year)
	}
	s.putPage("search", searchAddress, v.Lang, v, "")
}

// indexEntries are the names of subjects, committees and terms, in no order.
func (s *Site) indexEntries() []IndexEntry {
	var entries []IndexEntry
	for _, g := range s.subjects {
		own := IndexEntry{Name: g.Title, Kind: SubjectEntry, Href: s.href(s.subjectAddress(g.ID))}
		entries = append(entries, own)
		for _, a := range g.Aliases {
			entries = own.aliased(entries, a.Name, a.Lang)
		}
	}
	for _, c := range s.committees {
		own := IndexEntry{Name: c.Title, Kind: CommitteeEntry, Href: s.href(s.committeeAddress(c.ID))}
		entries = append(entries, own)
		for _, name := range c.Aliases {
			entries = own.aliased(entries, name, "")
		}
	}
	for _, t := range s.Glossary {
		entries = append(entries, IndexEntry{Name: t.Term, Kind: TermEntry, Meaning: t.Text})
	}
	return entries
}

// aliased adds the entry of another name, which leads to the entry's own. A name that
// differs in nothing but capitals is found without.
func (e IndexEntry) aliased(entries []IndexEntry, name, lang string) []IndexEntry {
	if strings.EqualFold(name, e.Name) {
		return entries
	}
	return append(entries, IndexEntry{Name: name, Lang: lang, Kind: e.Kind, See: Link{Text: e.Name, Href: e.Href}})
}

// lettersOf sorts entries as Danish has it and parts them by their first letters;
// what begins with none comes first.
func lettersOf(entries []IndexEntry) []IndexLetter {
	var letters []IndexLetter
	keys := map[string]string{}
	for _, e := range entries {
		if _, known := keys[e.Name]; !known {
			key := danish.SortKey(e.Name)
			if danish.Initial(e.Name) != "#" {
				key = "\xff" + key
			}
			keys[e.Name] = key
		}
	}
	slices.SortStableFunc(entries, func(a, b IndexEntry) int { return strings.Compare(keys[a.Name], keys[b.Name]) })
	for _, e := range entries {
		letter := danish.Initial(e.Name)
		if n := len(letters); n == 0 || letters[n-1].Letter != letter {
			letters = append(letters, IndexLetter{Letter: letter, Anchor: letterAnchor(letter)})
		}
		last := &letters[len(letters)-1]
		last.Entries = append(last.Entries, e)
	}
	return letters
}

// letterAnchor is where a letter stands on the page.
func letterAnchor(letter string) string {
	if slug := danish.Slug(letter); slug != "" {
		return "bogstav-" + slug
	}
	return "bogstav-andre"
}
