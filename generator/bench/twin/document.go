package main

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// document is a file of front matter and text. The front matter keeps its
// bytes: both programs read the same keys.
type document struct{ front, text string }

func split(file string) (document, error) {
	rest, begun := strings.CutPrefix(file, "+++\n")
	front, text, ended := strings.Cut(rest, "\n+++\n")
	if !begun || !ended {
		return document{}, errors.New("no front matter")
	}
	return document{front, text}, nil
}

func (d document) bytes() []byte { return []byte("+++\n" + d.front + "\n+++\n" + d.text) }

// meeting gives minutes in folder dir the lists they stand in, by the name of
// the taxonomy, and the groups that an item concerns or the text links to.
func meeting(d document, dir string, lists map[string]string) (document, error) {
	var head struct {
		Agenda []struct{ Concerns []string }
	}
	if _, err := toml.Decode(d.front, &head); err != nil {
		return d, err
	}
	text, groups := rewrite(d.text, dir)
	for _, item := range head.Agenda {
		groups = append(groups, item.Concerns...)
	}
	slices.Sort(groups)
	var terms strings.Builder // before the first table
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		fmt.Fprintf(&terms, "%s = [%q]\n", name, lists[name])
	}
	if groups = slices.Compact(groups); len(groups) > 0 {
		fmt.Fprintf(&terms, "patientgrupper = [\"%s\"]\n", strings.Join(groups, `", "`))
	}
	return document{terms.String() + d.front, text}, nil
}

var (
	fileLink  = regexp.MustCompile(`\]\((\.\./[^)#]*)\.md(#[^)]*)?\)`)
	fileValue = regexp.MustCompile(`(?m)^(source = ")(\.\./[^"#]*)\.md(#[^"]*)?"$`)
	item      = regexp.MustCompile(`(?m)^## Pkt\. (\S+) .*$`)
	decision  = regexp.MustCompile(`(?m)^::: beslutning\n(.*)\n:::$`)
)

// rewrite turns our Markdown, in a file of folder dir, into Hugo's, and gives
// the groups that it links to.
func rewrite(text, dir string) (string, []string) {
	var groups []string
	text = fileLink.ReplaceAllStringFunc(text, func(link string) string {
		m := fileLink.FindStringSubmatch(link)
		to := address(dir, m[1])
		if group, is := strings.CutPrefix(to, "/patientgrupper/"); is {
			groups = append(groups, strings.TrimSuffix(group, "/"))
		}
		return "](" + to + m[2] + ")"
	})
	text = item.ReplaceAllString(text, "$0 {#punkt-$1}")
	text = decision.ReplaceAllString(text, "> $1\n{.decision}")
	return text, groups
}

// addresses turns the files that front matter names as sources into addresses.
func addresses(front, dir string) string {
	return fileValue.ReplaceAllStringFunc(front, func(line string) string {
		m := fileValue.FindStringSubmatch(line)
		return m[1] + address(dir, m[2]) + m[3] + `"`
	})
}

// address is where the page of a file lies, both named without their endings.
func address(dir, file string) string {
	return strings.TrimPrefix(path.Join(dir, file), "content") + "/"
}
