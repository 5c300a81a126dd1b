package main

import (
	"fmt"
	"io"
	"strings"

	"referat/generator/intake"
	"referat/generator/intake/manuscript"
	"referat/generator/personal"
	"referat/generator/source"
)

// This file tells people what became of a document. The report goes where the content file
// does not; what is wrong goes to stderr.

// tell prints the report of one document, after an empty line when others came before.
func (i *importer) tell(m *imported, first bool, stdout, stderr io.Writer) {
	to := stdout
	if i.stdout {
		to = stderr
	}
	if !first {
		_, _ = fmt.Fprintln(to)
	}
	if m.file != nil {
		if i.stdout {
			_, _ = io.WriteString(stdout, m.file.Text)
		}
		importReport{listing{w: to, lang: i.lang}, wording{i.lang, m.origin.Format}, m}.print()
	}
	for _, p := range append(m.problems, m.checks...) {
		printProblem(stderr, p, i.lang)
	}
}

// importReport is the report of one document.
type importReport struct {
	listing
	wording
	*imported
}

func (r importReport) print() {
	r.line("%s: %s", r.name, r.deed())
	r.publicity()
	r.found()
	r.doubts()
	r.compared()
	r.section(r.say("tegnsæt", "encoding"), r.encoding())
	r.section(r.say("ikke læst", "not read"), r.unread())
	r.section(r.say("sat til side", "set aside"), r.aside())
	r.section(r.say("ordregnskab", "words"), []string{r.account()})
	r.next()
}

func (r importReport) say(da, en string) string { return r.wording.in(da, en) }

func (r importReport) line(format string, args ...any) {
	_, _ = io.WriteString(r.w, personal.Mask(fmt.Sprintf(format, args...))+"\n")
}

// deed is what was done.
func (r importReport) deed() string {
	path := string(r.path)
	switch r.done {
	case didPrint:
		return r.say("indholdsfilen er skrevet ud, og intet er gemt", "the content file is printed, and nothing is saved")
	case didWrite:
		return fmt.Sprintf(r.say("skrevet til %s", "written to %s"), path)
	case didRenew:
		return fmt.Sprintf(r.say("skrevet forfra til %s; det, der stod, ligger i %s", "written anew to %s; what stood there is in %s"), path, r.before)
	case didUpdate:
		if r.before != "" {
			return fmt.Sprintf(r.say("det nye er lagt ind i %s; det, der stod, ligger i %s", "what is new is put into %s; what stood there is in %s"), path, r.before)
		}
		return fmt.Sprintf(r.say("det nye er lagt ind i %s", "what is new is put into %s"), path)
	case didFind:
		return fmt.Sprintf(r.say("%s siger allerede det samme; intet er ændret", "%s says the same already; nothing is changed"), path)
	case didKeep:
		return fmt.Sprintf(r.say("dokumentet er det samme som ved sidste import; %s er ikke ændret", "the document is the same as at the last import; %s is unchanged"), path)
	}
	return r.say("intet er gemt", "nothing is saved")
}

// found tells what the document was read as.
func (r importReport) found() {
	h := r.draft.Head
	one := func(name, value string) {
		if value == "" {
			value = "–"
		}
		r.section(name, []string{value})
	}
	one(r.say("titel", "title"), h.Title)
	one(r.say("udvalg", "committee"), h.Committee)
	one(r.say("dato", "date"), strings.TrimSpace(h.Date.String()+" "+r.clock(h)))
	one(r.say("sted", "place"), h.Place)
	one(r.say("mødeleder", "chair"), h.Chair)
	one(r.say("referent", "secretary"), h.Secretary)
	one(r.say("deltagere", "participants"), r.participants())
	n := len(r.draft.Agenda)
	one(r.say("dagsorden", "agenda"), fmt.Sprint(n, " ", r.say(plural(n, "punkt", "punkter"), plural(n, "item", "items"))))
	r.section(r.say("punkter", "items"), r.items())
}

func (r importReport) clock(h intake.Head) string {
	span := strings.Trim(h.Start+"–"+h.End, "–")
	if span == "" {
		return ""
	}
	return r.say("kl. ", "") + span
}

func (r importReport) participants() string {
	absent := 0
	for _, p := range r.draft.Participants {
		if p.Absent {
			absent++
		}
	}
	return fmt.Sprintf(r.say("%d, heraf %d fraværende", "%d, of whom %d absent"), len(r.draft.Participants), absent)
}

// items are the items of the text, each with its sections.
func (r importReport) items() []string {
	var lines []string
	for _, item := range r.draft.Items {
		var names []string
		for _, s := range item.Sections {
			if s.Name != "" {
				names = append(names, s.Name)
			}
		}
		line := item.Heading
		if names != nil {
			line += ": " + strings.Join(names, ", ")
		}
		lines = append(lines, line)
	}
	return lines
}

// doubts are what a person has to settle, each with its places in the file and in the source.
func (r importReport) doubts() {
	all := r.told(r.wording)
	if len(all) == 0 {
		return
	}
	r.line(r.say("%d %s skal afgøres:", "%d %s to settle:"), len(all), r.say("tvivlsspørgsmål", plural(len(all), "doubt", "doubts")))
	for _, d := range all {
		where := ""
		if d.at != "" {
			where = fmt.Sprintf(r.say(" (kilden: %s)", " (source: %s)"), d.at)
		}
		r.line("%s%s%s%s", r.lineOf(d), d.message, where, coded(d))
	}
}

// coded is what to do about a doubt, and its code, where they are not in its words.
func coded(d toldDoubt) string {
	if d.code == "" {
		return ""
	}
	return fmt.Sprintf(" [%s]\n\t%s", d.code, d.hint)
}

// lineOf is where a doubt is in the content file, if that is to be seen anywhere.
func (r importReport) lineOf(d toldDoubt) string {
	switch r.done {
	case didNothing:
		return ""
	case didPrint:
		d.Pos.Path = "stdout"
	}
	return d.Pos.String() + ": "
}

// encoding tells by what encoding a text was read that does not say its own.
func (r importReport) encoding() []string {
	if r.doc.Encoding == "" {
		return nil
	}
	return []string{r.doc.Encoding + r.say(" (gættet; se efter, om æ, ø og å er rigtige)", " (guessed; see whether æ, ø and å are right)")}
}

// unread tells of what is not to be seen, by place and number, kind by kind.
func (r importReport) unread() []string {
	var lines []string
	for _, kind := range []manuscript.UnseenKind{manuscript.Insertion, manuscript.Deletion, manuscript.Comment, manuscript.Hidden, manuscript.Picture, manuscript.Embedded} {
		var places []string
		for _, u := range r.doc.Unseen {
			if u.Kind == kind {
				place := r.wording.place(u.At)
				if u.Words > 0 {
					place += " (" + r.wording.count(u.Words) + ")"
				}
				places = append(places, place)
			}
		}
		if places != nil {
			lines = append(lines, r.wording.unseen(kind)+": "+strings.Join(places, "; "))
		}
	}
	return lines
}

// aside are the words that were set aside, and why. Of the numbers of pages the first
// speaks for all.
func (r importReport) aside() []string {
	var lines []string
	pages, first := 0, -1
	for _, a := range r.doc.Aside {
		times := max(a.Times, 1)
		if a.Why == manuscript.PageNumber {
			if pages += times; first >= 0 {
				continue
			}
			first = len(lines)
		}
		lines = append(lines, fmt.Sprintf("%s (%s)", source.Quoted(strings.Join(strings.Fields(a.Words), " "), r.wording.lang), r.times(r.wording.why(a.Why), times)))
	}
	if pages > 1 {
		lines[first] = strings.TrimSuffix(lines[first], ")") + fmt.Sprintf(r.say("; i alt %d)", "; %d in all)"), pages)
	}
	if len(lines) > mostLines {
		more := len(lines) - mostLines
		lines = append(lines[:mostLines], fmt.Sprintf(r.say("… og %d til (--json viser dem alle)", "… and %d more (--json shows all)"), more))
	}
	return lines
}

// times says how often something stands, when that is more than once.
func (r importReport) times(what string, n int) string {
	if n == 1 {
		return what
	}
	return what + fmt.Sprintf(r.say(", %d gange", ", %d times"), n)
}

func (r importReport) account() string { return r.wording.account(r.imported.account) }

// next is what to do now.
func (r importReport) next() {
	if r.done == didWrite || r.done == didRenew || r.done == didUpdate {
		r.line("%s", r.say("Se det med referat serve, ret filen, og slet hvert tvivlsspørgsmål under [import], når det er afgjort.",
			"See it with referat serve, correct the file, and delete each doubt under [import] once it is settled."))
	}
}
