package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"referat/generator/source"
)

// The edits of the record of what was published. Most other edits break it, so that it
// does not stay for long.

// remember writes the record of what the site shows, or the first files of it.
func (w *world) remember(t *rapid.T) {
	b := open(t, options{dir: w.dir, out: filepath.Join(w.clean.base, "none"), shown: "public", now: w.now}, w.program)
	b.asks = true
	defer b.close()
	w.clean.last().lend(b)
	var r report
	b.tree, r.problems = source.Look(os.DirFS(b.dir), b.root.FS(), source.Records{})
	pages, outputs := b.model(&r)
	if pages == nil || !r.done() {
		t.Skip("what has errors is not published")
	}
	all := source.Digest{1}
	update, problem := b.past.Next(b.recordable(b.docs, outputs), all)
	if problem != nil {
		t.Fatal(problem)
	}
	files := append(slices.Concat(update.Stages()...), update.Publication("Ida Holm", all))
	if update.Empty() {
		return
	}
	if rapid.IntRange(0, 3).Draw(t, "killed") == 0 {
		files = files[:rapid.IntRange(0, len(files)-1).Draw(t, "written")]
	}
	for _, f := range files {
		if f.Gone {
			w.touch(string(f.Path))
			must(t, os.Remove(w.file(string(f.Path))))
			continue
		}
		w.write(t, string(f.Path), string(f.Text))
	}
}

// rememberTwice records a meeting to come and how it is called since.
func (w *world) rememberTwice(t *rapid.T) {
	if len(w.toCome(t)) == 0 {
		t.Skip("no meeting is to come")
	}
	w.remember(t)
	w.called(t)
	w.remember(t)
}

// recorded tells that there is a record.
func (a *author) recorded() bool {
	_, err := os.Stat(a.file(string(source.RecordDir)))
	return err == nil
}

// forgetRecord removes the record, after which all may be changed again.
func (a *author) forgetRecord(t *rapid.T) {
	if !a.recorded() {
		t.Skip("there is none")
	}
	a.touch(string(source.RecordDir))
	must(t, os.RemoveAll(a.file(string(source.RecordDir))))
}

// recordedText changes a word in a text of the record, or a line of a table.
func (a *author) recordedText(t *rapid.T) {
	name := a.some(t, `^content/\.record/`)
	text := a.read(t, name).text
	a.write(t, name, strings.Replace(text, rapid.SampledFrom([]string{"Alle", "nyresvigt", ",1,", "punkt-1", "final", ",planned,", "9.00", "\n"}).Draw(t, "old"), "andet", 1))
}

// corrected tells of a change of minutes, and may make one.
func (a *author) corrected(t *rapid.T) {
	name := a.some(t, `^content/referater/.*\.md$`)
	head, body, found := strings.Cut(strings.TrimPrefix(a.read(t, name).text, "+++\n"), "+++\n")
	if !found {
		t.Skip("it has no front matter")
	}
	if rapid.Bool().Draw(t, "changed") {
		body = strings.Replace(body, "nu i drift", "snart i drift", 1)
	}
	a.write(t, name, "+++\n"+head+"\n[[corrections]]\ndate = 2026-02-01\nwhat = \"Et ord\"\n+++\n"+body)
}

// toCome are the minutes of meetings that are called, or called off.
func (a *author) toCome(t *rapid.T) []string {
	return slices.DeleteFunc(a.list(t, `^content/referater/.*\.md$`), func(name string) bool {
		text := a.read(t, name).text
		return !strings.Contains(text, "\nstate = \"planned\"\n") && !strings.Contains(text, "\nstate = \"cancelled\"\n")
	})
}

// called calls a meeting for another time or to another place, calls it off, or calls it again.
func (a *author) called(t *rapid.T) {
	toCome := a.toCome(t)
	if len(toCome) == 0 {
		t.Skip("no meeting is to come")
	}
	terms := rapid.SampledFrom([][2]string{
		{"start", "08.30"}, {"place", "Rådhuset"}, {"place", "Teams, \"rum 2\""}, {"state", "planned"}, {"state", "cancelled"},
	}).Draw(t, "terms")
	a.replace(t, rapid.SampledFrom(toCome).Draw(t, "file"), `(?m)^`+terms[0]+` = .*$`, fmt.Sprintf("%s = %q", terms[0], terms[1]))
}

// released gives an address up.
func (a *author) released(t *rapid.T) {
	text := a.read(t, "site.toml").text
	if text == "" {
		t.Skip("there are no settings")
	}
	address := rapid.SampledFrom([]string{"/om/", "/referater/raad/2024-03-05/", "/referater/raad/2024-03-05/#punkt-1-referat", "/referater/raad/2024-03-05/v1/", "/bilag.pdf"}).Draw(t, "address")
	a.write(t, "site.toml", text+"\n[[released]]\naddress = \""+address+"\"\nreason = \"x\"\nby = \"Ida Holm\"\ndate = 2026-02-01\n")
}
