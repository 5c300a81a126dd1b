package intake

import (
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"referat/generator/content"
	"referat/generator/intake/pattern"
)

// tree is a content file parted into what can be compared and exchanged: keys and tables of its
// front matter, items, sections and blocks of its text. Comments, blank lines and the way that
// things are written stay with what they stand at, so that what nobody changed is written
// as it was.
type tree struct {
	head, body *node
}

// node is a key, a table, an item or a section, or all of the head or the body.
type node struct {
	id   string // what it is known by among its neighbours: "place", "[[agenda]] 2", "## 2"
	gap  string // blank lines and comments before it
	text string // the key with its value, the name of the table, the heading; without its line end
	tail string // what stands behind the last of its kids

	blocks []*block
	kids   []*node
}

// block is a paragraph, an entry of a list or a row of a table.
type block struct {
	kind      blockKind
	gap       string // blank lines before it
	text      string
	mark      string // of the decision that it is part of: "::: beslutning"
	lead, end string // the lines that begin and end the mark, of its first and last block
}

type blockKind int

const (
	textBlock blockKind = iota
	entryBlock
	rowBlock
)

// parseFile parts a content file. Whatever it holds, no letter of it is lost.
func parseFile(file string) *tree {
	head, body := split(file)
	return &tree{head: parseHead(head), body: parseBody(body)}
}

// split parts a content file into its front matter and its text, as package content does; text is in
// the form that package source gives it.
func split(file string) (head, body string) {
	file = normal(file)
	if first, _, _ := strings.Cut(file, "\n"); !isFence(first) {
		return "", file
	}
	_, rest, _ := strings.Cut(file, "\n")
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		if isFence(line) {
			return rest[:at], rest[min(at+len(line)+1, len(rest)):]
		}
		at += len(line) + 1
	}
	return rest, ""
}

func isFence(line string) bool { return strings.TrimRight(line, " \t") == fence }

// normal is text without a byte order mark, its line ends LF and its letters in form NFC.
func normal(file string) string {
	return norm.NFC.String(strings.ReplaceAll(strings.TrimPrefix(file, "\ufeff"), "\r\n", "\n"))
}

// named gives nodes that have the same id numbers, so that each has its own.
func named(list []*node) []*node {
	seen := map[string]int{}
	for _, n := range list {
		seen[n.id]++
		if again := seen[n.id]; again > 1 {
			n.id += " #" + strconv.Itoa(again)
		}
	}
	return list
}

// parseHead parts TOML.
func parseHead(head string) *node {
	root := &node{}
	into, gap := root, ""
	for lines := strings.SplitAfter(head, "\n"); len(lines) > 0 && lines[0] != ""; {
		line := strings.TrimSpace(lines[0])
		if line == "" || line[0] == '#' {
			gap += lines[0]
			lines = lines[1:]
			continue
		}
		n := statementLines(lines)
		s := &node{gap: gap, text: strings.TrimSuffix(strings.Join(lines[:n], ""), "\n")}
		lines, gap = lines[n:], ""
		if line[0] == '[' {
			s.id = strings.TrimSpace(tableName().FindString(line))
			root.kids = append(root.kids, s)
			into = s
			continue
		}
		name, _, _ := strings.Cut(s.text, "=")
		s.id = strings.TrimSpace(name)
		into.kids = append(into.kids, s)
	}
	root.tail = gap
	for _, n := range root.kids {
		named(n.kids)
		if strings.HasPrefix(n.id, "[[") {
			n.id = strings.TrimSpace(n.id + " " + n.identity())
		}
	}
	named(root.kids)
	return root
}

var tableName = pattern.Of(`^\[+[^\[\]]*\]+`)

// identities are the keys by whose values an entry of a list of tables is known.
var identities = map[string][]string{"[[agenda]]": {"number"}, "[[participants]]": {"name"}, "[[attachments]]": {"file"},
	"[[corrections]]": {"date", "what"}, "[[import.doubts]]": {"text", "anchor"}}

// identity are the values by which a table is known among others of its name.
func (n *node) identity() string {
	var values []string
	for _, key := range identities[n.id] {
		values = append(values, n.value(key))
	}
	return strings.Join(values, " ")
}

// value is a key's value as text.
func (n *node) value(key string) string {
	for _, s := range n.kids {
		if s.id == key {
			v := map[string]any{}
			if _, err := toml.Decode(s.text, &v); err == nil {
				if text, ok := v[key].(string); ok {
					return strings.Join(strings.Fields(text), " ")
				}
			}
			_, value, _ := strings.Cut(s.text, "=")
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// statementLines is how many lines the first statement takes: a list or a long text may take several.
func statementLines(lines []string) int {
	depth, quote := 0, ""
	for i, line := range lines {
		for at := 0; at < len(line); at++ {
			rest := line[at:]
			switch {
			case quote != "" && quote[0] == '"' && line[at] == '\\':
				at++
			case quote != "" && strings.HasPrefix(rest, quote):
				at += len(quote) - 1
				quote = ""
			case quote != "":
			case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, "'''"):
				quote = rest[:3]
				at += 2
			case line[at] == '"' || line[at] == '\'':
				quote = rest[:1]
			case line[at] == '[' || line[at] == '{':
				depth++
			case line[at] == ']' || line[at] == '}':
				depth--
			case line[at] == '#':
				at = len(line)
			}
		}
		if len(quote) == 1 {
			quote = "" // it ends with its line, rightly or not
		}
		if depth <= 0 && quote == "" {
			return i + 1
		}
	}
	return len(lines)
}

var headingLine = pattern.Of(`^(#{1,3})(?:\s+(.*))?$`)

// parseBody parts Markdown.
func parseBody(body string) *node {
	root := &node{}
	if body == "" {
		return root
	}
	into := root
	var item *node
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	var pending []string // lines below the heading in progress
	flush := func() (gap string) {
		into.blocks, gap = parseBlocks(pending)
		pending = nil
		return gap
	}
	fenced := fencedLines(lines)
	for i, line := range lines {
		m := headingLine().FindStringSubmatch(line)
		if m == nil || fenced[i] || m[1] == "###" && item == nil {
			pending = append(pending, line)
			continue
		}
		n := &node{gap: flush(), text: line, id: m[1] + " " + headingID(m[2])}
		if m[1] == "###" {
			item.kids = append(item.kids, n)
		} else {
			item = n
			root.kids = append(root.kids, n)
		}
		into = n
	}
	root.tail = flush()
	root.kids = append(root.kids, into.footnotes()...)
	named(root.kids)
	for _, n := range root.kids {
		named(n.kids)
	}
	return root
}

var footnote = pattern.Of(`^\[\^[^\]\s]+\]:`)

// footnotes takes the footnotes from the end of a node: they belong to all of the text.
func (n *node) footnotes() []*node {
	from := len(n.blocks)
	for from > 0 && footnote().MatchString(n.blocks[from-1].text) {
		from--
	}
	var notes []*node
	for _, b := range n.blocks[from:] {
		notes = append(notes, &node{id: footnote().FindString(b.text), gap: b.gap, text: b.text})
	}
	n.blocks = n.blocks[:from]
	return notes
}

// headingID is what an item is known by: its number or, without one, its words.
func headingID(heading string) string {
	if n := content.NumberOf(heading); n != "" {
		return n
	}
	return strings.ToLower(strings.Join(wordsIn(heading), " "))
}

// fencedLines tells which lines stand in a block of code or between the lines of a mark.
func fencedLines(lines []string) []bool {
	inside := make([]bool, len(lines))
	for i := 0; i < len(lines); i++ {
		if end := fenceEnd(lines, i); end > 0 {
			for ; i < end; i++ {
				inside[i] = true
			}
		}
	}
	return inside
}

var (
	codeFence = pattern.Of("^ {0,3}(```|~~~)")
	markFence = pattern.Of(`^ {0,3}(:::+)\s*(\S.*)?$`)
)

// fenceEnd is the index of the line that ends the block of code or the mark that begins on a
// line; 0 when none begins there, or none ends.
func fenceEnd(lines []string, at int) int {
	code, mark := codeFence().FindStringSubmatch(lines[at]), markFence().FindStringSubmatch(lines[at])
	if code == nil && (mark == nil || mark[2] == "") {
		return 0
	}
	for i := at + 1; i < len(lines); i++ {
		if code != nil && strings.TrimSpace(strings.TrimLeft(lines[i], code[1][:1])) == "" && strings.HasPrefix(strings.TrimSpace(lines[i]), code[1]) {
			return i
		}
		if m := markFence().FindStringSubmatch(lines[i]); mark != nil && m != nil && m[2] == "" && m[1] == mark[1] {
			return i
		}
	}
	return 0
}

// parseBlocks parts lines into blocks; gap is the blank lines behind the last.
func parseBlocks(lines []string) (list []*block, gap string) {
	var last *block // that the next line may belong to
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		end := fenceEnd(lines, i)
		switch kind := kindOf(line); {
		case strings.TrimSpace(line) == "":
			gap += line + "\n"
			last = nil
		case end > 0 && markFence().MatchString(line) && hasWords(strings.Join(lines[i+1:end], "")):
			list = append(list, marked(lines[i:end+1], gap)...)
			i, gap, last = end, "", nil
		case end > 0:
			list = append(list, &block{gap: gap, text: strings.Join(lines[i:end+1], "\n")})
			i, gap, last = end, "", nil
		case last != nil && kind == textBlock && last.kind != rowBlock:
			last.text += "\n" + line
		default:
			last = &block{kind: kind, gap: gap, text: line}
			list = append(list, last)
			gap = ""
		}
	}
	return list, gap
}

// marked are the blocks between the lines of a mark, these included.
func marked(lines []string, gap string) []*block {
	list, after := parseBlocks(lines[1 : len(lines)-1])
	for _, b := range list {
		b.mark = strings.TrimSpace(lines[0])
	}
	first, last := list[0], list[len(list)-1]
	first.lead = lines[0] + "\n" + first.gap
	first.gap = gap
	last.end = "\n" + after + lines[len(lines)-1]
	return list
}

var entryLine = pattern.Of(`^\s*(?:[-+*]|\d{1,9}[.)])\s`)

func kindOf(line string) blockKind {
	switch {
	case strings.HasPrefix(strings.TrimSpace(line), "|"):
		return rowBlock
	case entryLine().MatchString(line):
		return entryBlock
	}
	return textBlock
}

// treeWriter puts a tree together again, and tells on which line each part of it stands.
type treeWriter struct {
	strings.Builder
	line  int
	lines map[any]int // of *node and *block
}

func (w *treeWriter) put(s string) {
	w.WriteString(s)
	w.line += strings.Count(s, "\n")
}

// file writes the file.
func (t *tree) file() (text string, lines map[any]int) {
	w := treeWriter{line: 1, lines: map[any]int{}}
	w.put(fence + "\n")
	w.node(t.head)
	w.put(fence + "\n")
	w.node(t.body)
	return w.String(), w.lines
}

func (w *treeWriter) node(n *node) {
	w.put(n.gap)
	w.lines[n] = w.line
	if n.text != "" {
		w.put(n.text + "\n")
	}
	var before *block
	for _, b := range n.blocks {
		if gap := b.gap; gap == "" && before != nil && (before.kind != b.kind || b.kind == textBlock) {
			w.put("\n")
		}
		w.put(b.gap + b.lead)
		w.lines[b] = w.line
		w.put(b.text + b.end + "\n")
		before = b
	}
	for _, k := range n.kids {
		w.node(k)
	}
	w.put(n.tail)
}
