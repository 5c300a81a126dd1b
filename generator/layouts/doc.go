// Package layouts draws pages: it turns a view of package site into minified
// HTML, through the templates, labels and assets of the folder layouts/. It owns
// what may stand in that folder, and this comment is the reference. It knows
// nothing of content files, of addresses or of where a page is written.
//
// # Files
//
//	base.html            the frame of every page
//	<kind>.html          one kind of page, a name of Kinds
//	partials/<name>.html what several pages share
//	labels/<lang>.toml   the words that the site adds, in one language
//	assets/<name>        what pages load: css, js, svg …; a folder like search.js/ is one script, its files
//	                     in order of their names, unless there is a file search.js
//
// The files are embedded in the program. A site's own layouts/ is laid over
// them file by file: a file of the same path replaces the embedded one, any
// other is added.
//
// # Templates
//
// Templates are those of html/template, which escapes what is printed by where
// it stands. A page begins in base.html with the view as dot. base.html shows
// {{block "main" .}}{{end}}, which the file of a kind of page defines; that file
// may define any other block of base.html too, and nothing outside {{define}}
// is shown of it. Another file is a template by its path:
// {{template "partials/link.html" .Committee}}. White space at the edges of a
// file does not count.
//
// Actions: range (also over a number, with an index), with, if, else, break,
// continue, template, define, block and variables. Functions:
//
//	label "key" X …   a label; {1}, {2} … in it are the arguments: texts, and whole numbers as number writes them
//	count "key" N     the label key.one for 1, else key.other; {1} is N
//	number N          20.621
//	date D            7. november 2023
//	iso D             2023-11-07
//	month N           november
//	year N            2023
//	asset "style.css" the address of a file of assets/
//	text T            a site.Text as HTML
//	size N            bytes as 240 kB or 1,2 MB, with a no-break space
//	capital S         S with its first letter in upper case
//	tie S             S with no-break spaces where a line should not end: "7. november", "pkt. 3", "20 kB"
//	telephone S       tel:+4524971765 for +45 24 97 17 65
//	strip S           the digits of S as a strip of bars, decoration; nothing of no digits
//	bars N            N pairs of bars, decoration
//	lineChart C       a chart.Line as SVG
//	timeline T        a chart.Timeline as SVG
//	barChart C        a chart.BarChart as SVG
//	facts P "A" "H"   what a page P says of itself to search engines, as JSON-LD; A and H name the page above it and
//	                  itself as its breadcrumbs do where these have no text of their own
//	dataFacts V "H"   the same of the page about the data, V its view, with the datasets by the names that they have there
//	say W             a site.Wording: the words of a label, or an author's
//	and or not len eq ne lt le gt ge   as in text/template
//
// A zero date and a month that does not exist give "". The names after label,
// count and asset stand in quotes, so that it is known which files and labels
// a page is made of.
//
// # Labels
//
// A file of labels is flat TOML. {1} to {9} are places for arguments, which a
// layout may give more of than there are places, but not fewer. A table holds
// the forms of a label for count:
//
//	contact = "Kontakt"
//	latest = "Seneste {1}"
//	[decisions]
//	one = "1 beslutning"
//	other = "{1} beslutninger"
//
// Functions use these by themselves, and need them only where they are used:
//
//	date            with {day}, {month} and {year}
//	months          twelve names; months_short for charts
//	thousands       the mark between thousands; decimal the decimal sign
//	chart-…         see charts.go
//
// The labels feed_…, withdrawn… and draft_title, and those of dates, every language
// needs: feeds are made of them (feed.go).
//
// # Checks
//
// Load follows every template a kind of page can reach, each branch too, with
// the type of what is given to it, and reports each unknown field, function,
// template, label and asset, and each wrong type, with its place. A view has no
// methods for templates. What is accepted can be drawn without an error from
// any view of its type. Some things that html/template would accept are refused,
// because they are never meant:
//
//   - printing a struct or a list: it would come out in Go's notation
//   - a struct as a condition (if, not, and, or): it is always true
//   - a template that calls itself: a view holds no type within itself
//   - functions that are not named above, such as printf and index
//
// # Drawn
//
// html/template finds the context of each action and puts its escapers there.
// What it has made is then compiled into functions that call each other, with
// the templates in the places of their calls, and labels without arguments as
// text; this draws the same bytes in a fraction of the time. Whether a value may
// go through unchanged is seen from its letters; if one might matter,
// html/template escapes the value. Layouts with anything that the compiler does
// not know, which is a variable set within parentheses or some thousand calls of
// templates, are drawn by html/template itself.
//
// # Minified
//
// Templates are minified once, when they are loaded: comments go, and white
// space is reduced where a browser would do so. A space between an action and
// a word, or between inline elements, stays one. No closing tag, quote or
// default value is removed, which would save next to nothing after compression.
// Two things are not seen and must be avoided: white space that a style sheet
// keeps (white-space: pre-wrap), and inline white space between elements that
// a style sheet has made inline, such as li. SVG stays as it is.
//
// Style sheets and scripts are minified too. They get eight digits of a digest
// of their bytes in their names, and only those are published that some layout
// names; a style sheet cannot refer to another asset.
package layouts
