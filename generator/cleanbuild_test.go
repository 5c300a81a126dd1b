package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"referat/generator/plain"
)

// result is what a clean build comes to.
type result struct {
	files    map[string]string
	problems []string
	failed   bool
	frame    string   // what a report and a ledger say of the site
	by       *builder // closed
}

// cleaner makes clean builds. Layouts take longer to load than all else, so those that a
// clean build has loaded are lent to builders that are new and would load the same again.
// A builder that lives on loads its own.
//
// That hides nothing of what a builder remembers of a site: layouts are no part of it, and the
// builder that borrows them still decides whether they are the right ones. What they are lent
// by is the bytes of all that they can depend on, and not the digest that decides this in the
// program, so that a digest that forgets something is seen.
type cleaner struct {
	base  string
	loans []*loan // the last few, those lent last first
}

// loan is layouts that a clean build has loaded, and the builder whose texts they draw.
type loan struct {
	of   string // all that they are loaded from
	look layoutMemory
	by   *builder
}

// lend gives layouts to a builder that has none yet. They draw its texts from then on.
func (l *loan) lend(b *builder) {
	if l == nil || b.look.set != nil {
		return
	}
	b.look = l.look
	b.ahead = func() { l.by.texts.build.Store(b.docs) }
}

// misused tells that a builder drew with layouts of other languages or of another address
// than its site has.
func (l *loan) misused(b *builder) string {
	if l == nil || b.docs == nil || b.look.set != l.look.set {
		return ""
	}
	was, is := l.by.docs, b.docs
	if slices.Equal(was.Languages(), is.Languages()) && was.Settings.Base.EscapedPath() == is.Settings.Base.EscapedPath() {
		return ""
	}
	return fmt.Sprintf("layouts for %q below %s draw pages in %q below %s", was.Languages(), was.Settings.Base, is.Languages(), is.Settings.Base)
}

// last is the layouts of the last clean build, if there are any.
func (c *cleaner) last() *loan {
	if len(c.loans) == 0 {
		return nil
	}
	return c.loans[0]
}

// find gives the layouts of some bytes, and makes them those lent last.
func (c *cleaner) find(of string) *loan {
	i := slices.IndexFunc(c.loans, func(l *loan) bool { return l.of == of })
	if i < 0 {
		return nil
	}
	found := c.loans[i]
	c.loans = slices.Insert(slices.Delete(c.loans, i, i+1), 0, found)
	return found
}

// keep takes the layouts that a clean build has loaded. A build that got no further than a
// fault in the settings has none.
func (c *cleaner) keep(of string, b *builder) {
	const few = 8
	if b.docs == nil || b.look.set == nil || len(b.look.problems) > 0 {
		return
	}
	c.loans = slices.Insert(c.loans, 0, &loan{of: of, look: b.look, by: b})
	c.loans = c.loans[:min(few, len(c.loans))]
}

// ofLayouts are the lines that layouts depend on outside of their folder.
var ofLayouts = regexp.MustCompile(`(?m)^(?:base|language|lang) = .*$`)

// layoutsOf stands for all that layouts are loaded from.
func layoutsOf(t rapid.TB, a *author) string {
	h := sha256.New()
	for _, name := range a.list(t, `^site\.toml|^layouts/`) {
		text := a.read(t, name).text
		if name == "site.toml" {
			text = fmt.Sprintf("%q", ofLayouts.FindAllString(text, -1))
		}
		fmt.Fprintf(h, "%s\n%s\n", name, text)
	}
	translated := slices.ContainsFunc(a.list(t, `^content/.*\.md$`), func(name string) bool {
		return strings.Contains(a.read(t, name).text, `lang = "en"`)
	})
	fmt.Fprint(h, translated)
	return string(h.Sum(nil))
}

// build makes a clean build of a copy of the site, by a program at an instant.
func (c *cleaner) build(t rapid.TB, a *author, program plain.Digest, o options) result {
	dir, err := os.MkdirTemp(c.base, "clean")
	must(t, err)
	defer func() { must(t, os.RemoveAll(dir)) }()
	must(t, a.copyTo(dir))
	o.dir, o.out, o.shown = dir, filepath.Join(dir, "public"), "public"
	b := open(t, o, program)
	defer b.close()
	of := layoutsOf(t, a)
	lent := c.find(of)
	lent.lend(b)
	r := b.build(context.Background(), nil, func(int, int) {})
	if fault := lent.misused(b); fault != "" {
		t.Fatal(fault)
	}
	if lent == nil || b.look.set != lent.look.set {
		c.keep(of, b)
	}
	return result{files: textsIn(t, b.target.Dir), problems: told(r), failed: !r.done(), frame: frameOf(b, r), by: b}
}
