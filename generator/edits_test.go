package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// edits are all that an author may do, by name.
func (a *author) edits() map[string]func(*rapid.T) {
	all := map[string]func(*rapid.T){
		"body": a.body, "title": a.title, "agenda": a.agenda, "menu": a.menu, "base": a.base, "language": a.language, "state": a.state, "days": a.days, "correction": a.correction, "standing": a.standing, "life": a.life, "alias": a.alias, "table": a.table, "link": a.link, "linked minutes": a.linkedMinutes,
		"date or committee": a.move, "add": a.add, "remove": a.remove, "remove folder": a.removeFolder, "rename folder": a.renameFolder,
		"swap": a.swap, "touch a file": a.touchFile, "line ends": a.lineEnds, "symbolic link": a.symlink, "revert": a.revert, "attachment": a.attachment, "setting": a.setting,
		"template": a.template, "own include": a.include, "label": a.label, "asset": a.asset, "layouts gone": a.dropLayout, "break": a.spoil, "old address": a.oldAddress, "persons": a.persons,
		"corrected": a.corrected, "released": a.released, "called": a.called, "recorded text": a.recordedText, "record forgotten": a.forgetRecord,
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
	a.replace(t, a.some(t, `^content/.*\.md$`), `(?m)^\p{Lu}.*\.$`, rapid.SampledFrom(append(sentences(), sentences()[:4]...)).Draw(t, "sentence"))
}

// link lets one document lead to another, or to a place in it.
func (a *author) link(t *rapid.T) {
	from, to := a.some(t, `^content/.*\.md$`), a.some(t, `^content/.*\.(md|txt|png)$`)
	rel, err := filepath.Rel(path.Dir(from), to)
	must(t, err)
	if place := rapid.SampledFrom([]string{"", "#punkt-1", "#her", "#referat"}).Draw(t, "place"); strings.HasSuffix(to, ".md") {
		rel += place
	}
	a.replace(t, from, `(?m)^\p{Lu}.*\.$`, "Se [der]("+filepath.ToSlash(rel)+").")
}

// linkedMinutes changes what links lead to in the minutes that many link to, and
// nothing in the files that link.
func (a *author) linkedMinutes(t *rapid.T) {
	const name = "content/referater/raad/2024-03-05.md"
	text := a.read(t, name).text
	changed := strings.NewReplacer("### Referat", "### Indstilling", "### Indstilling", "### Referat").Replace(text)
	if rapid.Bool().Draw(t, "withdrawn") {
		changed = strings.NewReplacer(`"final"`, `"withdrawn"`, `"withdrawn"`, `"final"`).Replace(text)
	}
	if changed == text {
		t.Skip("there is nothing of the kind")
	}
	a.write(t, name, changed)
}

func (a *author) title(t *rapid.T) {
	a.replace(t, a.some(t, `^content/`), `(?m)^title = .*$`, fmt.Sprintf("title = %q", rapid.SampledFrom(names()).Draw(t, "title")))
}

func (a *author) agenda(t *rapid.T) {
	a.replace(t, a.some(t, `^content/referater/.*\.md$`), `(?m)^title = "(Punkt|Nyt).*$`, fmt.Sprintf("title = \"Nyt om %s\"", rapid.SampledFrom(names()).Draw(t, "title")))
}

func (a *author) state(t *rapid.T) {
	state := rapid.SampledFrom([]string{"final", "planned", "cancelled", "draft", "approved", "withdrawn"}).Draw(t, "state")
	a.replace(t, a.some(t, `^content/referater/.*\.md$`), `(?m)^state = .*$`, fmt.Sprintf("state = %q", state))
}

// days changes those that the sitemap tells of minutes.
func (a *author) days(t *rapid.T) {
	day := rapid.SampledFrom([]string{"2024-04-02", "2026-02-01", "2027-01-01"}).Draw(t, "day")
	name := a.some(t, `^content/referater/.*\.md$`)
	if rapid.Bool().Draw(t, "approved") {
		a.replace(t, name, `(?m)^approved = .*$`, "approved = "+day)
		return
	}
	a.replace(t, name, `(?m)^\[record\]\n(?:date = .*\n)?`, "[record]\ndate = "+day+"\n")
}

// correction adds a correction, changes one, or takes it away again.
func (a *author) correction(t *rapid.T) {
	name := a.some(t, `^content/referater/.*\.md$`)
	text := fmt.Sprintf("[[corrections]]\ndate = %s\nwhat = \"Om %s.\"\nitem = \"1\"\nkind = %q\n",
		rapid.SampledFrom([]string{"2024-12-01", "2024-12-01", "2025-02-03"}).Draw(t, "day"), rapid.SampledFrom(names()).Draw(t, "what"),
		rapid.SampledFrom([]string{"rettelse", "praecisering", "revision"}).Draw(t, "kind"))
	const one = `(?m)^\[\[corrections\]\]\n(?:[a-z]+ = .*\n)+`
	switch rapid.SampledFrom([]string{"add", "add", "change", "drop"}).Draw(t, "edit") {
	case "add":
		a.replace(t, name, `\n\+\+\+\n`, "\n"+text+"+++\n")
	case "change":
		a.replace(t, name, one, text)
	default:
		a.replace(t, name, one, "")
	}
}

// standing says why minutes were withdrawn, or which meeting approved them.
func (a *author) standing(t *rapid.T) {
	name := a.some(t, `^content/referater/.*\.md$`)
	said := rapid.SampledFrom([]string{"withdrawn_reason = \"persondata\"\n", "withdrawn_reason = \"fejl\"\n", "approved_by = \"2025-12-02.md\"\n", "approved_by = \"2024-06-11.md\"\n"}).Draw(t, "said")
	key, _, _ := strings.Cut(said, " ")
	if strings.Contains(a.read(t, name).text, "\n"+key) {
		a.replace(t, name, `(?m)^`+key+` = .*\n`, rapid.SampledFrom([]string{said, ""}).Draw(t, "changed"))
		return
	}
	a.replace(t, name, `(?m)^state = .*\n`, "state = \"approved\"\n"+said)
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

// oldAddress lets an address lead to a document, or no longer.
func (a *author) oldAddress(t *rapid.T) {
	name := a.some(t, `^content/.*\.md$`)
	if strings.Contains(a.read(t, name).text, "redirect_from") {
		a.replace(t, name, `(?m)^redirect_from = .*\n`, "")
		return
	}
	old := rapid.SampledFrom([]string{"/gammel/", "/gammel/side/", "/Gammel.html", "/referater/raad/2023-11-07/"}).Draw(t, "address")
	a.replace(t, name, `(?m)^\+\+\+\ntitle = `, fmt.Sprintf("+++\nredirect_from = [%q]\ntitle = ", old))
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
	switch rapid.SampledFrom([]string{"minutes", "minutes", "subject", "committee", "page", "picture", "series"}).Draw(t, "kind") {
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
	case "series":
		write("content/genomtal/tal.toml", seriesText)
		write("content/genomtal/tal.csv", tableText)
	default:
		write("content/om/logo.png", string(realFile("logo.png", "a picture that no page shows")))
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

// lineEnds changes the bytes of a file and none of its words.
func (a *author) lineEnds(t *rapid.T) {
	name := a.some(t, `\.(md|toml|csv|html)$`)
	text := a.read(t, name).text
	if strings.Contains(text, "\r\n") {
		a.write(t, name, strings.ReplaceAll(text, "\r\n", "\n"))
		return
	}
	a.write(t, name, strings.ReplaceAll(text, "\n", "\r\n"))
}

// symlink gives a file a second name. From then on hints do not suffice, since an
// edit of one changes both.
func (a *author) symlink(t *rapid.T) {
	from := a.some(t, `^content/.*\.(md|txt)$`)
	to := path.Join(path.Dir(a.some(t, `^content/`)), rapid.SampledFrom([]string{"2025-12-02.md", "kopi.md", "bilag.txt"}).Draw(t, "name"))
	rel, err := filepath.Rel(filepath.Dir(a.file(to)), a.file(from))
	must(t, err)
	if path.Ext(from) != path.Ext(to) || os.Symlink(rel, a.file(to)) != nil {
		t.Skip("the name is taken, or there are no links here")
	}
	a.touch(to)
	a.linked = true
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
	name := a.some(t, `\.(txt|png)$`)
	was := a.read(t, name)
	a.write(t, name, rapid.SampledFrom([]string{"bytes A", "bytes B", "bytes and more"}).Draw(t, "bytes"))
	if rapid.Bool().Draw(t, "old time") {
		must(t, os.Chtimes(a.file(name), was.modified, was.modified))
	}
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
