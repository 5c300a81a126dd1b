package main

import (
	"fmt"
	"strings"

	"referat/generator/danish"
	"referat/generator/intake"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// wording is how an import speaks of a document.
type wording struct {
	lang   string
	format string
}

// in gives the words of the reader's language.
func (w wording) in(da, en string) string {
	if w.lang == "da" {
		return da
	}
	return en
}

// number writes a number as the language does.
func (w wording) number(n int) string { return danish.Number(n, w.in(".", ",")) }

// count is a number of words: "3 ord".
func (w wording) count(n int) string {
	return w.number(n) + " " + w.in("ord", plural(n, "word", "words"))
}

// place is where something stands in the source. Of a document of Word only the
// paragraph is known: its pages come when it is printed.
func (w wording) place(at manuscript.Place) string {
	var parts []string
	if at.Page > 0 {
		parts = append(parts, fmt.Sprintf(w.in("side %d", "page %d"), at.Page))
	}
	switch {
	case at.Line == 0:
	case w.format == string(word):
		parts = append(parts, fmt.Sprintf(w.in("afsnit %d", "paragraph %d"), at.Line))
	default:
		parts = append(parts, fmt.Sprintf(w.in("linje %d", "line %d"), at.Line))
	}
	if parts == nil {
		return w.in("ukendt sted", "place unknown")
	}
	return strings.Join(parts, ", ")
}

// unseen is the name of what is not to be seen.
func (w wording) unseen(kind manuscript.UnseenKind) string {
	switch kind {
	case manuscript.Insertion:
		return w.in("indsat tekst, som ingen har godkendt", "inserted text that nobody has accepted")
	case manuscript.Deletion:
		return w.in("slettet tekst", "deleted text")
	case manuscript.Comment:
		return w.in("kommentarer", "comments")
	case manuscript.Hidden:
		return w.in("skjult tekst", "hidden text")
	case manuscript.Picture:
		return w.in("billeder", "pictures")
	case manuscript.Embedded:
		return w.in("indlejrede filer", "embedded files")
	}
	return string(kind)
}

// why is the reason for which words are set aside.
func (w wording) why(r manuscript.Reason) string {
	switch r {
	case manuscript.Furniture:
		return w.in("gentaget på siderne (sidehoved, sidefod eller tabelhoved)", "repeated on the pages (head, foot or heading of a table)")
	case manuscript.PageNumber:
		return w.in("sidetal", "page number")
	case manuscript.Repeated:
		return w.in("gentaget adresse", "repeated address")
	case manuscript.Decoration:
		return w.in("pynt", "decoration")
	case manuscript.Placeholder:
		return w.in("ikke udfyldt i dokumentet", "not filled in in the document")
	case manuscript.Markup:
		return w.in("opmærkning", "markup")
	}
	return string(r)
}

// account is the account of words in one line.
func (w wording) account(a intake.Account) string {
	format := w.in("%s i kilden: %s i filen, %s sat til side, %s tabt", "%s in the source: %s in the file, %s set aside, %s lost")
	line := fmt.Sprintf(format, w.count(a.Source), w.number(a.InFile), w.number(a.Aside), w.number(total(a.Lost)))
	if n := total(a.Added); n > 0 {
		line += fmt.Sprintf(w.in(", %s kommet til", ", %s added"), w.number(n))
	}
	return line
}

func total(words []intake.Word) int {
	n := 0
	for _, word := range words {
		n += max(word.Count, 1)
	}
	return n
}

// wordList quotes words that do not balance, the first of them.
func wordList(words []intake.Word, lang string) string {
	const most = 20
	var list []string
	for i, word := range words {
		if i == most {
			list = append(list, "…")
			break
		}
		quoted := source.Quoted(word.Text, lang)
		if word.Count > 1 {
			quoted += fmt.Sprintf(" ×%d", word.Count)
		}
		list = append(list, quoted)
	}
	return strings.Join(list, ", ")
}
