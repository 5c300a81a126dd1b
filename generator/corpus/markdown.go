package main

import (
	"bytes"
	"regexp"
	"strings"
)

// prose writes blocks as Markdown in a file of one folder.
type prose struct {
	minutes string // way from the file's folder to content/referater/
	groups  string // … to content/patientgrupper/
	place   func(slug string) string
}

func (p prose) blocks(b *bytes.Buffer, blocks []block) {
	for _, bl := range blocks {
		switch {
		case bl.Decision:
			b.WriteString("::: beslutning\n" + p.line(bl.Para) + "\n:::\n\n")
		case bl.Para != nil:
			b.WriteString(p.line(bl.Para) + "\n\n")
		case bl.List != nil:
			for _, entry := range bl.List {
				b.WriteString("- " + p.line(entry) + "\n")
			}
			b.WriteByte('\n')
		case bl.Table != nil:
			table(b, bl.Table)
		}
	}
}

func table(b *bytes.Buffer, rows [][]string) {
	for i, row := range rows {
		b.WriteByte('|')
		for _, cell := range row {
			b.WriteString(" " + literal(cell) + " |")
		}
		b.WriteByte('\n')
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	b.WriteByte('\n')
}

// line is spans as one line that begins a block.
func (p prose) line(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		text := literal(s.Text)
		words := strings.TrimSpace(text)
		place := ""
		if s.Meeting != "" {
			place = p.place(s.Meeting)
		}
		switch {
		case words == "":
			b.WriteString(text)
		case place != "" && s.Anchor != "":
			b.WriteString("[" + words + "](" + p.minutes + place + ".md#" + s.Anchor + ")")
		case place != "":
			b.WriteString("[" + words + "](" + p.minutes + place + ".md)")
		case s.Group != "":
			b.WriteString("[" + words + "](" + p.groups + s.Group + ".md)")
		case s.Strong:
			b.WriteString(strings.Replace(text, words, "**"+words+"**", 1))
		default:
			b.WriteString(text)
		}
	}
	return beginning(strings.TrimSpace(b.String()))
}

// literal is text that Markdown reads as it stands, on one line. What has a
// meaning only where a line begins is left to beginning.
func literal(s string) string { return escapes.Replace(s) }

var escapes = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", `\`, `\\`, "`", "\\`", "!", `\!`, "*", `\*`, "_", `\_`,
	"[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "&", `\&`, "|", `\|`, "#", `\#`, "~", `\~`)

var number = regexp.MustCompile(`^(\d{1,9})([.)])( |$)`)

// beginning keeps the first sign of a line from making it a list or a
// definition: "7. november", "- 5 grader", ": sådan".
func beginning(line string) string {
	if line != "" && strings.ContainsRune("+-:", rune(line[0])) {
		return `\` + line
	}
	return number.ReplaceAllString(line, `$1\$2$3`)
}
