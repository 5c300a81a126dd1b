package text

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
)

// This file takes out of Markdown what is not Markdown, before it is parsed: front matter, comments, HTML.
// Line numbers stay what they were.

var (
	comment   = pattern.Of(`(?s)<!--.*?-->`)
	htmlTag   = pattern.Of(`(?i)</?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|nav|ol|p|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|wbr)(?:\s[^<>]*)?/?>`)
	insideTag = pattern.Of(`(?i)^</?(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)[\s/>]`)
	breakTag  = pattern.Of(`(?i)^<br[\s/>]`)
	entity    = pattern.Of(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)
	taskBox   = pattern.Of(`(?m)^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\]([ \t])`)
	noteStart = pattern.Of(`(?m)^( {0,3})\[\^([^\]\s]+)\]:`)
	keyLine   = pattern.Of(`^([\w.-]+)\s*[:=]\s*(.*)$`)
)

// lineBreak stands for <br> until a run is made of it.
const lineBreak = "\u2028"

// frontLines is how long front matter is at the most.
const frontLines = 500

// frontMatter parts the lines of front matter, "key: value", from the text. The text keeps its line numbers.
func frontMatter(raw string) (lines []string, text string) {
	rows := strings.SplitAfterN(raw, "\n", frontLines)
	fence := strings.TrimRight(rows[0], " \n")
	if fence != "---" && fence != "+++" {
		return nil, raw
	}
	keys := 0
	for i, row := range rows[1:] {
		row = strings.TrimSpace(row)
		if row == fence || fence == "---" && row == "..." {
			if keys == 0 {
				return nil, raw
			}
			return lines, strings.Repeat("\n", i+2) + strings.Join(rows[i+2:], "")
		}
		if m := keyLine().FindStringSubmatch(row); m != nil {
			row = strings.TrimSpace(m[1] + ": " + strings.Trim(m[2], `"'`))
			keys++
		}
		if row != "" {
			lines = append(lines, row)
		}
	}
	return nil, raw
}

// withoutHTML takes comments and tags out. The words of comments are counted, and seen by nobody; those
// between tags stay. Characters written as entities become themselves.
func withoutHTML(text string, doc *manuscript.Document) string {
	text = replace(text, comment(), func(at int, found string) string {
		words := len(strings.FieldsFunc(found, func(r rune) bool { return !isWord(r) }))
		doc.Unseen = append(doc.Unseen, manuscript.Unseen{Kind: manuscript.Comment, At: lineAt(text, at), Words: words})
		return strings.Repeat("\n", strings.Count(found, "\n"))
	})
	text = replace(text, htmlTag(), func(_ int, found string) string {
		ends := strings.Repeat("\n", strings.Count(found, "\n"))
		switch {
		case breakTag().MatchString(found):
			return lineBreak + ends
		case insideTag().MatchString(found):
			return ends
		}
		return " " + ends
	})
	return replace(text, entity(), func(_ int, found string) string {
		s := html.UnescapeString(found)
		if r, size := utf8.DecodeRuneInString(s); size == len(s) && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			return `\` + s
		}
		return strings.ReplaceAll(tidy(s), "\n", " ")
	})
}

func replace(text string, pattern *regexp.Regexp, by func(at int, found string) string) string {
	var b strings.Builder
	last := 0
	for _, m := range pattern.FindAllStringIndex(text, -1) {
		b.WriteString(text[last:m[0]])
		b.WriteString(by(m[0], text[m[0]:m[1]]))
		last = m[1]
	}
	return b.String() + text[last:]
}

// withBoxes makes characters of the boxes of task lists.
func withBoxes(text string) string {
	text = strings.ReplaceAll(text, softHyphen, "-")
	return taskBox().ReplaceAllStringFunc(text, func(s string) string {
		m := taskBox().FindStringSubmatch(s)
		box := "☒"
		if m[2] == " " {
			box = "☐"
		}
		return m[1] + box + m[3]
	})
}

// keepNotes makes text of footnotes that nothing refers to; Markdown would leave them out.
func keepNotes(text string) string {
	return noteStart().ReplaceAllStringFunc(text, func(s string) string {
		m := noteStart().FindStringSubmatch(s)
		if strings.Count(text, "[^"+m[2]+"]") > 1 {
			return s
		}
		return m[1] + `\[^` + m[2] + `\]:`
	})
}

// lineAt is the place of an offset.
func lineAt(text string, at int) manuscript.Place {
	return manuscript.Place{Line: 1 + strings.Count(text[:at], "\n")}
}
