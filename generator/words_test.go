package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The record is never changed by the program: the words of the original are
// the words of the content file are the words of its page, in their order.

const minutes = "referater/klinisk-anvendelse/2023-11-07"

// words parts a text at white space, no-break spaces included.
func words(text string) []string { return strings.Fields(text) }

// recordOnPage is the text of the record's part of a page, without what the
// site adds to it (class tool).
func recordOnPage(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	article := find(doc, func(n *html.Node) bool { return hasClass(n, "record") })
	if article == nil {
		t.Fatal("the page has no record")
	}
	return visible(article, func(n *html.Node) bool { return !hasClass(n, "tool") })
}

func find(n *html.Node, is func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && is(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, is); found != nil {
			return found
		}
	}
	return nil
}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
			return true
		}
	}
	return false
}

// visible is the text of an element; blocks are parted by white space.
func visible(n *html.Node, keep func(*html.Node) bool) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type != html.ElementNode && n.Type != html.DocumentNode || n.Type == html.ElementNode && !keep(n) || n.Data == "script" || n.Data == "style" {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		switch n.Data {
		case "a", "abbr", "b", "em", "i", "span", "strong", "sup", "time":
		default:
			b.WriteByte(' ')
		}
	}
	walk(n)
	return b.String()
}

// markdownWords are the words of Markdown as the content of the test site uses
// it, found without the program's own reader.
func markdownWords(body string) []string {
	body = regexp.MustCompile(`(?m)^(#+|-|:::.*)(\s|$)`).ReplaceAllString(body, "")
	body = regexp.MustCompile(`(?m)^\|[\s:|-]+\|$`).ReplaceAllString(body, "")
	body = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`).ReplaceAllString(body, "$1")
	body = strings.NewReplacer("|", " ", "<br>", " ", "\\", "").Replace(body)
	return words(body)
}

func contentBody(t *testing.T) string {
	t.Helper()
	file, err := os.ReadFile("testdata/site/content/" + minutes + ".md")
	if err != nil {
		t.Fatal(err)
	}
	_, body, ok := strings.Cut(strings.TrimPrefix(string(file), "+++\n"), "\n+++\n")
	if !ok {
		t.Fatal("no front matter")
	}
	return body
}

func compareWords(t *testing.T, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("word %d is %q, want %q (… %s …)", i, got[i], want[i], strings.Join(want[max(0, i-6):min(len(want), i+6)], " "))
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d words, want %d", len(got), len(want))
	}
}

func buildTestSite(t *testing.T) string {
	t.Helper()
	dir := copySite(t, "testdata/site")
	out := filepath.Join(dir, "public")
	buildInto(t, dir, out)
	return out
}

func TestThePageHasTheWordsOfTheContentFileInOrder(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(buildTestSite(t), minutes, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	want := markdownWords(contentBody(t))
	if len(want) < 1900 {
		t.Fatalf("only %d words in the content file", len(want))
	}
	compareWords(t, words(recordOnPage(t, page)), want)
}

func TestTheContentFileHasTheWordsOfTheOriginalInOrder(t *testing.T) {
	seed, err := os.ReadFile("testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, items, ok := strings.Cut(string(seed), "\n Pkt. 1 ")
	if !ok {
		t.Fatal("the original has no first item")
	}
	items = "Pkt. 1 " + items
	cut := func(from, to string) string {
		i := strings.Index(items, from)
		j := i + strings.Index(items[i:], to)
		part := items[i:j]
		items = items[:i] + items[j:]
		return part
	}
	// A page break tore the table of the patient groups apart: its later rows
	// stand after Løsning. They are put back under the first.
	rows := cut("Nyresvigt \nNeurogenetiske patienter", " Videre proces")
	items = strings.Replace(items, "Juni 2023 \n", "Juni 2023 \n"+rows, 1)
	// The address of the film is printed twice at the end of the item; it is
	// the address of the link on "Film om NGC til ASHG's årsmøde".
	const film = "https://www.linkedin.com/feed/update/urn:li:activity:7127942742130728960"
	if strings.Count(items, film) != 2 || strings.Count(contentBody(t), "]("+film+")") != 1 {
		t.Error("the address of the film has changed")
	}
	// Words that were parted at the end of a line; bullets are list marks.
	items = strings.NewReplacer(film, "", "EU-\nopslag", "EU-opslag", "Evaluerings- \nperiode", "Evalueringsperiode", "•", "").Replace(items)
	compareWords(t, markdownWords(contentBody(t)), words(items))
}

func TestTheHeadOfTheOriginalIsOnThePage(t *testing.T) {
	seed, err := os.ReadFile("testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(seed), "\n Pkt. 1 ")
	page, err := os.ReadFile(filepath.Join(buildTestSite(t), minutes, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	all := func(*html.Node) bool { return true }
	on := map[string]int{}
	for _, w := range words(visible(find(doc, func(n *html.Node) bool { return n.Data == "body" }), all)) {
		on[strings.ToLower(strings.Trim(w, ".,:()"))]++
	}
	// What the page says in another way, and why.
	elsewhere := map[string]string{
		"t":          "the letter before the telephone number is the word Telefon",
		"m":          "the letter before the e-mail address is not needed",
		"w":          "the letter before the web address is not needed",
		"ngc.dk":     "the authority's own site is not linked from this one's footer",
		"08-11-2023": "written as 8. november 2023",
		"dato":       "twice: the facts say Tid og sted and dateret",
		"og":         "between the two from the authority, who stand in a list",
	}
	for _, w := range words(head) {
		w = strings.ToLower(strings.Trim(w, ".,:()"))
		if w == "" || on[w] > 0 {
			continue
		}
		if elsewhere[w] == "" {
			t.Errorf("%q of the original's head is not on the page", w)
		}
	}
	absent := 0
	visible(doc, func(n *html.Node) bool {
		if hasClass(n, "absent") {
			absent++
		}
		return true
	})
	if on["afbud"] < 1 || absent != 5 {
		t.Errorf("%d stand as absent and the word %d times, want 5 below the word", absent, on["afbud"])
	}
}

func TestNearlyAllWordsOfTheOriginalAreOnThePage(t *testing.T) {
	seed, err := os.ReadFile("testdata/seed/referat-2023-11-07.txt")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(buildTestSite(t), minutes, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	on := map[string]int{}
	for _, w := range words(visible(doc, func(*html.Node) bool { return true })) {
		on[strings.Trim(w, ".,:;()")]++
	}
	all, found := 0, 0
	for _, w := range words(string(seed)) {
		if w = strings.Trim(w, ".,:;()"); w == "" || w == "•" || w == "-" || w == "–" {
			continue
		}
		all++
		if on[w] > 0 {
			on[w]--
			found++
		}
	}
	if share := 100 * float64(found) / float64(all); share < 98.5 {
		t.Errorf("%.2f %% of %d words are on the page, want at least 98.5 %%", share, all)
	} else {
		t.Logf("%.2f %% of %d words", share, all)
	}
}
