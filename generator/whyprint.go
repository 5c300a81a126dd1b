package main

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"referat/generator/danish"
	"referat/generator/ledger"
	"referat/generator/personal"
	"referat/generator/source"
)

// This file writes an explanation for people.

// mostLines is how many files of one sort are listed; --json has them all.
const mostLines = 20

// listing is a text of sections, their names in a column of their own.
type listing struct {
	w     io.Writer
	shown string // what the output folder is called
	lang  string
}

// print writes all, or of what is asked about the last build only that.
func (e explanation) print(w io.Writer, shown, lang string) {
	p := listing{w, shown, lang}
	_, _ = fmt.Fprintln(w, path.Join(shown, e.Output))
	if e.Since != nil {
		e.printSince(p)
		return
	}
	p.section(p.in("adresse", "address"), []string{e.Address})
	p.section(p.in("kilder", "sources"), e.marked(p, e.Sources))
	p.section(p.in("lavet af", "made of"), e.made(p))
	if l := e.Layout; l != nil {
		p.section(p.in("skabeloner", "templates"), e.marked(p, l.Templates))
		p.section(p.in("tekster", "labels"), append(e.marked(p, []source.Path{l.Words}), wrapped(l.Labels)...))
		p.section(p.in("stilark m.m.", "assets"), e.marked(p, l.Assets))
	}
	p.section(p.in("bruges af", "used by"), wrapped(e.Kinds))
	p.section(p.in("felter", "fields"), table(e.Fields))
}

// made are the outputs of a compilation.
func (e explanation) made(p listing) []string {
	files := make([]source.Path, len(e.MadeOf))
	for i, path := range e.MadeOf {
		files[i] = source.Path(path)
	}
	return e.marked(p, files)
}

// printSince ends with the fields that differ, as they are now.
func (e explanation) printSince(p listing) {
	last, next := e.Since.Last, e.Since.Next
	p.section(p.in("sidst", "last time"), []string{p.past(last)})
	if last.Reason == ledger.Unwanted {
		return
	}
	p.section(p.in("næste gang", "next time"), []string{p.future(next)})
	p.section(p.in("ændrede filer", "changed files"), e.marked(p, e.Since.Changed))
	var fields []field
	for _, f := range e.Fields {
		if slices.Contains(last.Fields, f.Name) || slices.Contains(next.Fields, f.Name) {
			fields = append(fields, f)
		}
	}
	p.section(p.in("felter nu", "fields now"), table(fields))
}

// in gives the words of the reader's language.
func (p listing) in(da, en string) string {
	if p.lang == "da" {
		return da
	}
	return en
}

// section writes lines beside their name, and nothing without lines.
func (p listing) section(name string, lines []string) {
	for _, line := range lines {
		_, _ = fmt.Fprintln(p.w, strings.TrimRight("  "+pad(name, 15)+personal.Mask(line), " "))
		name = ""
	}
}

// marked are files, those that the program brings along with a mark.
func (e explanation) marked(p listing, files []source.Path) []string {
	var lines []string
	for i, f := range files {
		if i == mostLines && len(files) > mostLines+1 {
			return append(lines, fmt.Sprintf(p.in("… og %d til (--json viser dem alle)", "… and %d more (--json shows all)"), len(files)-i))
		}
		line := string(f)
		if slices.Contains(e.Embedded, f) {
			line += p.in(" (programmets)", " (the program's)")
		}
		lines = append(lines, line)
	}
	return lines
}

// wrapped sets names in lines of a readable length.
func wrapped(names []string) []string {
	const most = 80
	var lines []string
	line := ""
	for i, name := range names {
		if i < len(names)-1 {
			name += ","
		}
		if line != "" && utf8.RuneCountInString(line+name) > most {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+name, " ")
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}

// table sets fields beside their names.
func table(fields []field) []string {
	width := 0
	for _, f := range fields {
		width = max(width, len(f.Name))
	}
	var lines []string
	for _, f := range fields {
		value := f.Value
		if value == "" {
			value = "–"
		}
		lines = append(lines, pad(f.Name, width+2)+value)
	}
	return lines
}

// pad makes a name as wide as a column.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-utf8.RuneCountInString(s), 1))
}

// past is what the last build did.
func (p listing) past(l lastBuild) string {
	switch {
	case !l.Known:
		return p.in("ukendt: "+p.shown+" er ikke bygget endnu eller er bygget af et andet program",
			"not known: "+p.shown+" is not built yet, or was built by another program")
	case l.Reason == ledger.Unwanted:
		return p.in("fjernet: intet laver den længere", "removed: nothing makes it any more")
	case !l.There:
		return p.in("fandtes ikke", "was not there")
	case l.Written:
		return p.in("skrevet: ", "written: ") + p.reason(l.verdict)
	case l.Drawn:
		return p.in("lavet igen uden forskel: ", "made again, no different: ") + p.reason(l.verdict)
	case l.FileTime.IsZero():
		return p.in("ikke skrevet: intet var ændret", "not written: nothing had changed")
	}
	return danish.Local(l.FileTime).Format(p.in("ikke skrevet: intet var ændret; filen er fra 02-01-2006 kl. 15.04", "not written: nothing had changed; the file is of 2006-01-02 15:04"))
}

// future is what the next build will do.
func (p listing) future(c verdict) string {
	if !c.Drawn {
		return p.in("skrives ikke: intet er ændret", "will not be written: nothing has changed")
	}
	return p.in("skrives: ", "will be written: ") + p.reason(c)
}

// reason is why an output is drawn.
func (p listing) reason(c verdict) string {
	switch c.Reason {
	case ledger.New:
		return p.in("ny fil", "a new file")
	case ledger.OtherView:
		if len(c.Fields) == 0 {
			return p.in("den laves af noget andet", "it is made from something else")
		}
		fields := strings.Join(c.Fields, ", ")
		return fmt.Sprintf(p.in("ændrede felter: %s", "fields that differ: %s"), fields)
	case ledger.OtherStyle:
		if c.Layout == "" {
			return p.in("den laves på en anden måde", "it is made in another way")
		}
		return fmt.Sprintf(p.in("skabelonen %s eller noget, den bruger, er ændret", "the layout %s, or something it uses, has changed"), c.Layout)
	case ledger.Lost:
		return fmt.Sprintf(p.in("filen i %s blev ændret eller slettet", "the file in %s was changed or deleted"), p.shown)
	case ledger.Interrupt:
		return p.in("opbygningen blev afbrudt undervejs", "a build was interrupted half-way")
	}
	return p.in("intet at sammenligne med (første gang, eller programmet er et andet)",
		"nothing to compare with (the first time, or the program is another)")
}
