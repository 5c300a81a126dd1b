package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"referat/layouts"
)

// leastMeetings is how many a site must have, so that the pages asked for
// after an edit of the layout are others than those edited before.
const leastMeetings = 10

// sites are the site of one size and its twin, which have their pages at the
// same addresses.
type sites struct {
	size     int
	dir      string            // of all that belongs to the size
	ours     string            // the site's folder
	twin     string            // the Hugo project; "" of none
	meetings []string          // places of the minutes, drift/2023-11-07, oldest first
	texts    map[string]string // what edited files held at first
}

// prepare finds the meetings, and gives the site layouts that can be edited.
func (s *sites) prepare() error {
	s.texts = map[string]string{}
	if err := os.CopyFS(filepath.Join(s.ours, "layouts"), layouts.Files); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(s.ours, "content", "referater", "*", "*.md"))
	if err != nil {
		return err
	}
	for _, file := range files {
		dir, name := filepath.Split(file)
		s.meetings = append(s.meetings, path.Join(filepath.Base(dir), strings.TrimSuffix(name, ".md")))
	}
	slices.SortFunc(s.meetings, func(a, b string) int {
		return cmp.Or(cmp.Compare(path.Base(a), path.Base(b)), cmp.Compare(a, b))
	})
	return nil
}

// address is where the minutes of the i-th latest meeting are shown.
func (s *sites) address(latest int) string {
	return "/referater/" + s.meetings[len(s.meetings)-1-latest] + "/"
}

// listAddress shows the titles of the items of the latest meetings.
const listAddress = "/referater/"

// edit is a change of one file, and the addresses that show it.
type edit struct {
	file   string // below the site's folder
	change func(text, word string) (string, error)
	shown  []string
}

// The edits are each of a file of their own, so that an edit never takes back another.

func (s *sites) bodyEdit() edit {
	return edit{file: s.file(0), shown: []string{s.address(0)},
		change: func(text, word string) (string, error) { return text + "\n" + word + "\n", nil }}
}

// titleEdit changes the title of an item: meetings themselves are named by
// their committee and their day.
func (s *sites) titleEdit() edit {
	return edit{file: s.file(1), shown: []string{s.address(1), listAddress}, change: retitle}
}

// layoutEdit changes the layout of all pages. Some from all years show it,
// whose pages nobody asks for otherwise.
func (s *sites) layoutEdit(base string) edit {
	e := edit{file: base, change: addToPage}
	const edited, some = 2, 20
	others := s.size - edited
	for i := range min(some, others) {
		e.shown = append(e.shown, s.address(edited+i*others/min(some, others)))
	}
	return e
}

func (s *sites) file(latest int) string {
	return "content/referater/" + s.meetings[len(s.meetings)-1-latest] + ".md"
}

var secondTitle = regexp.MustCompile(`(?m)^number = "2"\n(?:minutes = .*\n)?title = "([^"\\]+)"$`)

// retitle puts a word before the title of the second item, wherever it stands.
func retitle(text, word string) (string, error) {
	m := secondTitle.FindStringSubmatch(text)
	if m == nil {
		return "", fmt.Errorf("there is no second item")
	}
	return strings.ReplaceAll(text, m[1], word+" "+m[1]), nil
}

func addToPage(text, word string) (string, error) {
	const end = "</body>"
	if strings.Count(text, end) != 1 {
		return "", fmt.Errorf("the layout has no %s", end)
	}
	return strings.Replace(text, end, "<p>"+word+"</p>"+end, 1), nil
}

// apply makes an edit in a site or its twin, with a new word in what the file
// held at first. The file is written when it returns.
func (s *sites) apply(e edit, site, word string) error {
	file := filepath.Join(site, filepath.FromSlash(e.file))
	if _, known := s.texts[file]; !known {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		s.texts[file] = string(data)
	}
	text, err := e.change(s.texts[file], word)
	if err != nil {
		return fmt.Errorf("%s: %w", e.file, err)
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// isShown tells that every page that must show a word does so in an output folder.
func (e edit) isShown(out, word string) error {
	for _, address := range e.shown {
		file := filepath.Join(out, filepath.FromSlash(address), "index.html")
		page, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if !bytes.Contains(page, []byte(word)) {
			return fmt.Errorf("%s was edited, but %s does not show it", e.file, file)
		}
	}
	return nil
}

// filesOf are all files below some paths.
func filesOf(paths ...string) (names []string, err error) {
	for _, top := range paths {
		err := filepath.WalkDir(top, func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}
