package intake

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// fileWords are the words of a content file, read by other means than those it was written by.
type fileWords struct {
	body   []string   // as its page shows them, numbers of lists too
	aside  []string   // set aside, each as often as it stood in the source
	kept   []string   // kept word for word
	values [][]string // of front matter's other values: each value's words
	codes  [][]string // values that the program may have put in place of the source's words
}

// readFile gives the words of a content file; of front matter that is no TOML there are none.
func readFile(file string) fileWords {
	head, body := split(file)
	text, links := readBody(body)
	f := fileWords{body: wordsIn(text)}
	for _, address := range links {
		f.codes = append(f.codes, wordsIn(address)) // a text without links says the address beside its words
	}
	keys := map[string]any{}
	if _, err := toml.Decode(head, &keys); err == nil {
		f.table("", keys)
	}
	return f
}

// noWords are keys whose values are no words of a document: how far minutes have come,
// where they came from, what a person is asked. Dates and clocks are not either: what
// the document says of them is kept in its own words, which count.
var noWords = []string{"state", "lang", "translation_of", "start", "end", "import.file", "import.format", "import.sha256", "import.doubts"}

// table takes the values of a table, in the order of their names.
func (f *fileWords) table(name string, keys map[string]any) {
	var names []string
	for key := range keys {
		names = append(names, key)
	}
	slices.Sort(names)
	for _, key := range names {
		if path := strings.TrimPrefix(name+"."+key, "."); !slices.Contains(noWords, path) {
			f.value(path, keys[key])
		}
	}
}

func (f *fileWords) value(path string, value any) {
	switch v := value.(type) {
	case string:
		f.words(path, v)
	case int64:
		f.codes = append(f.codes, wordsIn(fmt.Sprint(v)))
	case map[string]any:
		f.table(path, v)
	case []map[string]any:
		for _, inner := range v {
			if path == "import.aside" {
				f.setAside(inner)
			} else {
				f.table(path, inner)
			}
		}
	case []any:
		for _, inner := range v {
			f.value(path, inner)
		}
	}
}

func (f *fileWords) words(path, value string) {
	switch words := wordsIn(value); {
	case len(words) == 0:
	case strings.HasPrefix(path, "import.kept."):
		f.kept = append(f.kept, words...)
	case path == "agenda.kind", path == "agenda.number":
		f.codes = append(f.codes, words)
	default:
		f.values = append(f.values, words)
	}
}

func (f *fileWords) setAside(entry map[string]any) {
	list, _ := entry["words"].([]any)
	times, many := entry["times"].(int64)
	if !many {
		times = 1
	}
	for _, words := range list {
		f.aside = append(f.aside, slices.Repeat(wordsIn(fmt.Sprint(words)), int(min(max(times, 0), 1<<16)))...)
	}
}

// plainMarkdown reads what package content reads.
var plainMarkdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.DefinitionList, extension.Strikethrough))

var (
	ourMarks = regexp.MustCompile(`(?m)^ *:::.*$|\]\{lang="?[A-Za-z0-9-]+"?\}`) // as a line, and behind a phrase
	ourTags  = regexp.MustCompile(`(?i)^</?(?:sup|sub|b|strong|i|em|s|del|ins|u)>$`)
	lineTag  = regexp.MustCompile(`(?i)^<br ?/?>$`)
	marker   = regexp.MustCompile(`(\d{1,9})[.)][ \t]*$`)
)

// bodyText is what a page shows of Markdown.
func bodyText(body string) string {
	text, _ := readBody(body)
	return text
}

// readBody gives what a page shows of Markdown, blocks and lines parted by "\n", and where its
// links lead.
func readBody(body string) (shown string, links []string) {
	src := []byte(ourMarks.ReplaceAllStringFunc(body, func(mark string) string {
		if strings.HasPrefix(mark, "]") {
			return "]"
		}
		return ""
	}))
	r := bodyReader{src: src}
	_ = ast.Walk(plainMarkdown.Parser().Parse(text.NewReader(src)), r.node)
	return r.text.String(), r.links
}

// bodyReader takes the text out of Markdown.
type bodyReader struct {
	src   []byte
	text  strings.Builder
	links []string
}

func (r *bodyReader) node(node ast.Node, entering bool) (ast.WalkStatus, error) {
	if node.Type() == ast.TypeBlock || node.Kind() == extast.KindTableCell {
		r.text.WriteByte('\n')
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := node.(type) {
	case *ast.Text:
		r.text.Write(literal(n.Segment.Value(r.src), n.IsRaw()))
		if n.SoftLineBreak() || n.HardLineBreak() {
			r.text.WriteByte('\n')
		}
	case *ast.String:
		r.text.Write(n.Value)
	case *ast.Link:
		r.links = append(r.links, string(n.Destination))
	case *ast.AutoLink:
		r.text.Write(n.Label(r.src))
	case *ast.RawHTML:
		switch tag := n.Segments.Value(r.src); {
		case lineTag.Match(tag):
			r.text.WriteByte('\n')
		case !ourTags.Match(tag):
			r.text.Write(tag)
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		r.text.Write(n.Lines().Value(r.src))
	case *ast.ListItem:
		r.number(n)
	}
	return ast.WalkContinue, nil
}

// literal is text without the backslashes and the names of letters.
func literal(s []byte, raw bool) []byte {
	if raw || bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		return s
	}
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}

// number takes the number of an entry as it is written.
func (r *bodyReader) number(item *ast.ListItem) {
	if list, ok := item.Parent().(*ast.List); !ok || !list.IsOrdered() {
		return
	}
	for n := ast.Node(item); n != nil; n = n.FirstChild() {
		if n.Type() != ast.TypeBlock || n.Lines().Len() == 0 {
			continue
		}
		at := n.Lines().At(0).Start
		if m := marker.FindSubmatch(r.src[bytes.LastIndexByte(r.src[:at], '\n')+1 : at]); m != nil {
			r.text.Write(m[1])
			r.text.WriteByte(' ')
		}
		return
	}
}
