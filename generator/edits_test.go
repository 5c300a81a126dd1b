package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// author edits the files of a site as people and their programs do.
type author struct {
	dir     string
	past    map[string][]saved // earlier versions of files by path
	good    map[string]saved   // the site when it last had no errors
	broken  bool               // it has errors now
	touched []string           // what was changed since a build last looked, both names of what was renamed
}

// saved is a file as it was.
type saved struct {
	text     string
	modified time.Time
}

func newAuthor(t *rapid.T, dir string) *author {
	a := &author{dir: dir, past: map[string][]saved{}}
	site := randomSite(t)
	alike := time.Now().Add(-time.Hour)
	for _, name := range slices.Sorted(maps.Keys(site)) {
		a.put(t, name, saved{site[name], alike})
	}
	a.touched = nil
	a.keepGood(t)
	return a
}

func must(t rapid.TB, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func (a *author) file(name string) string { return filepath.Join(a.dir, filepath.FromSlash(name)) }

func (a *author) touch(name string) { a.touched = append(a.touched, name) }

// read gives a file as it is; nothing of one that is not there.
func (a *author) read(t rapid.TB, name string) saved {
	info, err := os.Stat(a.file(name))
	if err != nil {
		return saved{}
	}
	text, err := os.ReadFile(a.file(name))
	must(t, err)
	return saved{string(text), info.ModTime()}
}

// write saves a file, in place or by a rename, and remembers how it was.
func (a *author) write(t *rapid.T, name, text string) {
	if was := a.read(t, name); was.text != "" {
		a.past[name] = append(a.past[name], was)
	}
	a.touch(name)
	must(t, os.MkdirAll(filepath.Dir(a.file(name)), 0o755))
	if rapid.Bool().Draw(t, "renamed into place") {
		must(t, os.WriteFile(a.file(name)+"~", []byte(text), 0o644))
		must(t, os.Rename(a.file(name)+"~", a.file(name)))
		return
	}
	must(t, os.WriteFile(a.file(name), []byte(text), 0o644))
}

// put makes a file what it was, its time included.
func (a *author) put(t rapid.TB, name string, s saved) {
	a.touch(name)
	must(t, os.MkdirAll(filepath.Dir(a.file(name)), 0o755))
	must(t, os.WriteFile(a.file(name), []byte(s.text), 0o644))
	must(t, os.Chtimes(a.file(name), s.modified, s.modified))
}

// list is all files of the site whose paths match, sorted.
func (a *author) list(t rapid.TB, pattern string) []string {
	var found []string
	is := regexp.MustCompile(pattern)
	for _, top := range []string{"site.toml", "content", "layouts"} {
		if _, err := os.Stat(a.file(top)); err != nil {
			continue
		}
		must(t, fs.WalkDir(os.DirFS(a.dir), top, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && is.MatchString(name) {
				found = append(found, name)
			}
			return err
		}))
	}
	return found
}

// some picks a file whose path matches.
func (a *author) some(t *rapid.T, pattern string) string {
	all := a.list(t, pattern)
	if len(all) == 0 {
		t.Skip("no such file")
	}
	return rapid.SampledFrom(all).Draw(t, "file")
}

func (a *author) keepGood(t rapid.TB) {
	a.good, a.broken = map[string]saved{}, false
	for _, name := range a.list(t, "") {
		a.good[name] = a.read(t, name)
	}
}

// mend makes the site what it was when it last had no errors.
func (a *author) mend(t rapid.TB) {
	for _, name := range a.list(t, "") {
		if _, ok := a.good[name]; !ok {
			a.touch(name)
			must(t, os.Remove(a.file(name)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a.good)) {
		if a.read(t, name) != a.good[name] {
			a.put(t, name, a.good[name])
		}
	}
	a.broken = false
}

// replace puts something else in one of the places in a file that match.
func (a *author) replace(t *rapid.T, name, pattern, with string) {
	text := a.read(t, name).text
	places := regexp.MustCompile(pattern).FindAllStringIndex(text, -1)
	if len(places) == 0 {
		t.Skip("no such place")
	}
	at := rapid.SampledFrom(places).Draw(t, "place")
	a.write(t, name, text[:at[0]]+with+text[at[1]:])
}

// edits are all that an author may do, by name.
func (a *author) edits() map[string]func(*rapid.T) {
	all := map[string]func(*rapid.T){
		"body": a.body, "title": a.title, "agenda": a.agenda, "menu": a.menu, "state": a.state, "life": a.life, "alias": a.alias, "table": a.table, "link": a.link,
		"date or committee": a.move, "add": a.add, "remove": a.remove, "remove folder": a.removeFolder, "rename folder": a.renameFolder,
		"swap": a.swap, "touch a file": a.touchFile, "revert": a.revert, "attachment": a.attachment, "setting": a.setting,
		"template": a.template, "own include": a.include, "label": a.label, "asset": a.asset, "layouts gone": a.dropLayout, "break": a.spoil,
	}
	for name, edit := range all {
		all[name] = func(t *rapid.T) {
			if a.broken && rapid.IntRange(0, 3).Draw(t, "mended") > 0 {
				a.mend(t)
				return
			}
			edit(t)
		}
	}
	return all
}

func (a *author) body(t *rapid.T) {
	a.replace(t, a.some(t, `^content/.*\.md$`), `(?m)^\p{Lu}.*\.$`, rapid.SampledFrom(sentences()).Draw(t, "sentence"))
}

// link lets one document lead to another, or to a place in it.
func (a *author) link(t *rapid.T) {
	from, to := a.some(t, `^content/.*\.md$`), a.some(t, `^content/.*\.(md|pdf)$`)
	rel, err := filepath.Rel(path.Dir(from), to)
	must(t, err)
	if place := rapid.SampledFrom([]string{"", "#punkt-1", "#status", "#her", "#punkt-1-referat"}).Draw(t, "place"); strings.HasSuffix(to, ".md") {
		rel += place
	}
	a.replace(t, from, `(?m)^\p{Lu}.*\.$`, "Se [der]("+filepath.ToSlash(rel)+").")
}

func (a *author) title(t *rapid.T) {
	a.replace(t, a.some(t, `^content/`), `(?m)^title = .*$`, fmt.Sprintf("title = %q", rapid.SampledFrom(names()).Draw(t, "title")))
}

func (a *author) agenda(t *rapid.T) {
	a.replace(t, a.some(t, `^content/referater/.*\.md$`), `(?m)^title = "(Punkt|Nyt).*$`, fmt.Sprintf("title = \"Nyt om %s\"", rapid.SampledFrom(names()).Draw(t, "title")))
}

func (a *author) menu(t *rapid.T) {
	a.replace(t, "site.toml", `(?m)^title = "(Referater|Møder|Alle møder)"$`, rapid.SampledFrom([]string{`title = "Referater"`, `title = "Møder"`, `title = "Alle møder"`}).Draw(t, "title"))
}

func (a *author) state(t *rapid.T) {
	state := rapid.SampledFrom([]string{"final", "planned", "cancelled", "draft", "approved", "withdrawn"}).Draw(t, "state")
	a.replace(t, a.some(t, `^content/referater/.*\.md$`), `(?m)^state = .*$`, fmt.Sprintf("state = %q", state))
}

// life says when something is public, or no longer says it.
func (a *author) life(t *rapid.T) {
	name := a.some(t, `^content/(referater/.*|om)\.md$`)
	if at := rapid.SampledFrom([]string{"publish", "expires"}).Draw(t, "at"); !strings.Contains(a.read(t, name).text, at) {
		a.replace(t, name, `(?m)^title = .*\n`, fmt.Sprintf("title = \"Nyt\"\n%s = %s\n", at, instants().Draw(t, "life").Format(time.RFC3339)))
		return
	}
	a.replace(t, name, `(?m)^(publish|expires) = .*\n`, "")
}

func (a *author) alias(t *rapid.T) {
	name := a.some(t, `^content/patientgrupper/.*\.md$`)
	alias := rapid.SampledFrom(aliases(strings.TrimSuffix(path.Base(name), ".md"))).Draw(t, "alias")
	if rapid.Bool().Draw(t, "changed") {
		a.replace(t, name, `(?m)^name = .*$`, fmt.Sprintf("name = %q", alias))
		return
	}
	a.replace(t, name, `(?m)^\[evaluation\]`, aliasText(alias)+"\n[evaluation]")
}

func (a *author) table(t *rapid.T) {
	a.replace(t, a.some(t, `\.csv$`), `,\d+,`, fmt.Sprintf(",%d,", rapid.IntRange(20621, 29999).Draw(t, "value")))
}

// rename gives a file or folder another name that is not taken.
func (a *author) rename(t *rapid.T, from, to string) {
	if _, err := os.Lstat(a.file(to)); err == nil || from == to {
		t.Skip("the name is taken")
	}
	must(t, os.MkdirAll(filepath.Dir(a.file(to)), 0o755))
	must(t, os.Rename(a.file(from), a.file(to)))
	a.touch(from)
	a.touch(to)
}

func (a *author) move(t *rapid.T) {
	from := a.some(t, `^content/referater/.*\.md$`)
	to := "content/referater/" + rapid.SampledFrom(committeeIDs()).Draw(t, "committee") + "/" + rapid.SampledFrom(meetingDays()).Draw(t, "day")
	if strings.HasSuffix(from, "/index.md") {
		a.rename(t, path.Dir(from), to)
		return
	}
	a.rename(t, from, to+".md")
}

func (a *author) add(t *rapid.T) {
	taken := func(name string) bool { _, err := os.Stat(a.file(name)); return err == nil }
	write := func(name, text string) {
		if taken(name) {
			t.Skip("the name is taken")
		}
		a.write(t, name, text)
	}
	switch rapid.SampledFrom([]string{"minutes", "minutes", "subject", "committee", "page", "picture"}).Draw(t, "kind") {
	case "minutes":
		addMinutes(t, taken, write)
	case "subject":
		id := rapid.SampledFrom(subjectIDs()).Draw(t, "subject")
		write("content/patientgrupper/"+id+".md", subjectText(t, id))
	case "committee":
		id := rapid.SampledFrom(committeeIDs()).Draw(t, "committee")
		write("content/udvalg/"+id+".md", committeeText(t, id))
	case "page":
		name := rapid.SampledFrom([]string{"hjaelp", "404", "om/kontakt"}).Draw(t, "page")
		write("content/"+name+".md", pageText(t, "Siden "+name))
	default:
		write("content/om/logo.png", "a picture that no page shows")
	}
}

func (a *author) remove(t *rapid.T) {
	name := a.some(t, `^content/`)
	a.past[name] = append(a.past[name], a.read(t, name))
	a.touch(name)
	must(t, os.Remove(a.file(name)))
}

// folders are those below content/ and layouts/.
func (a *author) folder(t *rapid.T) string {
	found := map[string]bool{}
	for _, name := range a.list(t, `^[^/]*/.*/`) {
		found[path.Dir(name)] = true
	}
	if len(found) == 0 {
		t.Skip("no folder")
	}
	return rapid.SampledFrom(slices.Sorted(maps.Keys(found))).Draw(t, "folder")
}

func (a *author) removeFolder(t *rapid.T) {
	dir := a.folder(t)
	a.touch(dir)
	must(t, os.RemoveAll(a.file(dir)))
}

func (a *author) renameFolder(t *rapid.T) {
	dir := a.folder(t)
	a.rename(t, dir, path.Join(path.Dir(dir), rapid.SampledFrom([]string{"andet", "raad", "styring", "2025-12-02", "partials"}).Draw(t, "new name")))
}

// swap lets two files change places; most that nobody has edited are of one size
// and time.
func (a *author) swap(t *rapid.T) {
	pattern := rapid.SampledFrom([]string{`^content/referater/.*\.md$`, `^content/patientgrupper/.*\.md$`, `^content/udvalg/`}).Draw(t, "kind")
	one, other := a.some(t, pattern), a.some(t, pattern)
	if one == other {
		t.Skip("it is one file")
	}
	must(t, os.Rename(a.file(one), a.file("aside~")))
	must(t, os.Rename(a.file(other), a.file(one)))
	must(t, os.Rename(a.file("aside~"), a.file(other)))
	a.touch(one)
	a.touch(other)
}

func (a *author) touchFile(t *rapid.T) {
	name := a.some(t, "")
	at := time.Now().Add(time.Duration(rapid.Int64Range(-1e12, 1e12).Draw(t, "time")))
	a.touch(name)
	must(t, os.Chtimes(a.file(name), at, at))
}

// revert puts an old version back with its old time, as some programs do.
func (a *author) revert(t *rapid.T) {
	if len(a.past) == 0 {
		t.Skip("nothing was changed")
	}
	name := rapid.SampledFrom(slices.Sorted(maps.Keys(a.past))).Draw(t, "file")
	if info, err := os.Stat(filepath.Dir(a.file(name))); err != nil || !info.IsDir() {
		t.Skip("its folder is gone")
	}
	a.put(t, name, rapid.SampledFrom(a.past[name]).Draw(t, "version"))
}

func (a *author) attachment(t *rapid.T) {
	name := a.some(t, `\.(pdf|png)$`)
	was := a.read(t, name)
	a.write(t, name, rapid.SampledFrom([]string{"bytes A", "bytes B", "bytes and more"}).Draw(t, "bytes"))
	if rapid.Bool().Draw(t, "old time") {
		must(t, os.Chtimes(a.file(name), was.modified, was.modified))
	}
}

func (a *author) setting(t *rapid.T) {
	to := rapid.SampledFrom([][2]string{
		{`(?m)^title = "Prøve.*$`, `title = "Prøvestedet"`}, {`(?m)^title = "Prøve.*$`, `title = "Prøvested"`},
		{`(?m)^phone = .*$`, `phone = "+45 11 22 33 44"`}, {`(?m)^role = .*$`, `role = "case"`}, {`(?m)^role = .*$`, `role = "outcome"`},
		{`(?m)^text = .*$`, `text = "hele genomet"`}, {`(?m)^term = .*$`, `term = "drift"`}, {`(?m)^term = .*$`, `term = "WGS"`},
		{`(?m)^base = .*$`, `base = "https://ngc.dk/sted/"`}, {`(?m)^base = .*$`, `base = "https://ngc.dk/"`},
		{`(?m)^language = .*$`, `language = "en"`}, {`(?m)^language = .*$`, `language = "da"`},
		{`(?m)^headline = .*\n`, ``}, {`(?m)^one = .*$`, `one = "Gruppe"`}, {`(?m)^report = .*$`, `report = "Rapport"`},
		{`(?m)^title = "Rapport.*$`, `title = "Rapporten er sendt"`}, {`(?m)^words = .*$`, `words = ["drift"]`},
		{`(?m)^title = "ngc.*$`, `title = "ngc.dk"`}, {`(?m)^code = .*$`, `code = "D"`}, {`(?m)^name = "Ori.*$`, `name = "Nyt"`},
		{`(?m)^name = ".*(Referat|Drøftelse)"$`, `name = "Drøftelse"`}, {`(?m)^folder = "referater"$`, `folder = "om"`}, {`(?m)^folder = "genomtal"$`, `folder = "tal"`},
		{`(?m)^page = "/om/"$`, `page = "/findes-ikke/"`}, {`(?m)^\[\[menu\]\]`, "[[menu]]\ntitle = \"Tal\"\npage = \"/genomtal/\"\n\n[[menu]]"},
	}).Draw(t, "setting")
	a.replace(t, "site.toml", to[0], to[1])
}

// spoil makes a mistake.
func (a *author) spoil(t *rapid.T) {
	name := a.some(t, `\.(md|toml|csv|html)$`)
	text := []byte(a.read(t, name).text)
	switch mistake := rapid.SampledFrom([]string{"toml", "utf-8", "link", "template", "empty"}).Draw(t, "mistake"); mistake {
	case "toml":
		text = bytes.Replace(text, []byte("title = "), []byte("titel = "), 1)
	case "utf-8":
		text = append(text, 0xFF)
	case "link":
		text = append(text, "\nSe [her](findes-ikke.md) og [der](#findes-ikke).\n"...)
	case "template":
		text = append(text, "{{.Findes.Ikke}}"...)
	case "empty":
		text = []byte("\n")
	}
	a.write(t, name, string(text))
}
