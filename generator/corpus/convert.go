package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// heading is what the file names of minutes hang on; it is read of all
// meetings first, since minutes link to one another.
type heading struct {
	ID   string `json:"id"`
	Slug string `json:"slug"`
	Date string `json:"date"`
	Body body   `json:"body"`
	file string
}

// convert reads a corpus in the neutral form; n limits the number of meetings,
// 0 does not. The first n by id are taken, so that a smaller corpus is the
// beginning of a larger one. Only their headings are kept in memory.
func convert(fsys fs.FS, n int) (*corpus, error) {
	c := &corpus{}
	if err := decode(fsys, "bodies.json", &c.committees); err != nil {
		return nil, err
	}
	if err := decode(fsys, "genomes.json", &c.months); err != nil {
		return nil, err
	}
	var err error
	if c.groups, err = readGroups(fsys); err != nil {
		return nil, err
	}
	headings, err := readHeadings(fsys)
	if err != nil {
		return nil, err
	}
	if n > 0 {
		headings = headings[:min(n, len(headings))]
	}
	places, err := placesOf(headings, c.committees)
	if err != nil {
		return nil, err
	}
	c.size = len(headings)
	c.place = func(slug string) string { return places[slug] }
	c.meeting = func(i int) (m meeting, err error) {
		err = decode(fsys, headings[i].file, &m)
		return m, err
	}
	return c, nil
}

// decode fills to with what a file holds.
func decode(fsys fs.FS, name string, to any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, to); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func readGroups(fsys fs.FS) ([]group, error) {
	names, err := fs.Glob(fsys, "groups/*.json")
	if err != nil {
		return nil, err
	}
	groups := make([]group, len(names))
	err = each(len(names), func(i int) error {
		g := &groups[i]
		if err := decode(fsys, names[i], g); err != nil {
			return err
		}
		started, err := time.Parse(time.DateOnly, g.Started)
		if err != nil || !isSlug(g.Slug) {
			return fmt.Errorf("%s: slug %q or start %q cannot be used", names[i], g.Slug, g.Started)
		}
		g.Steps = []step{{
			Date:   fmt.Sprintf("%d. %s", started.Day(), monthWords(g.Started[:7])),
			Title:  "Syntetisk trin: tilbuddet begynder",
			Source: exampleSource + g.Slug,
		}}
		return nil
	})
	return groups, err
}

func readHeadings(fsys fs.FS) ([]heading, error) {
	names, err := fs.Glob(fsys, "meetings/*.json")
	if err != nil {
		return nil, err
	}
	headings := make([]heading, len(names))
	err = each(len(names), func(i int) error {
		headings[i].file = names[i]
		return decode(fsys, names[i], &headings[i])
	})
	slices.SortFunc(headings, func(a, b heading) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.file, b.file))
	})
	return headings, err
}

// placesOf gives each meeting, by its slug, the place of its minutes. Where
// several meetings of a committee fall on one day, the later ones by id end in
// -2, -3 …
func placesOf(headings []heading, committees []body) (map[string]string, error) {
	known := map[string]bool{}
	for _, b := range committees {
		known[b.Slug] = isSlug(b.Slug)
	}
	places := map[string]string{}
	taken := map[string]int{}
	for _, h := range headings {
		if _, err := time.Parse(time.DateOnly, h.Date); err != nil || !known[h.Body.Slug] {
			return nil, fmt.Errorf("%s: date %q or body %q cannot be used", h.file, h.Date, h.Body.Slug)
		}
		if places[h.Slug] != "" {
			return nil, fmt.Errorf("%s: another meeting has the slug %q too", h.file, h.Slug)
		}
		place := h.Body.Slug + "/" + h.Date
		taken[place]++
		if n := taken[place]; n > 1 {
			place += "-" + strconv.Itoa(n)
		}
		places[h.Slug] = place
	}
	return places, nil
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// isSlug tells that s can be a file's name.
func isSlug(s string) bool { return slugForm.MatchString(s) }
