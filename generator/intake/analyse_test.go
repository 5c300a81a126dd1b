package intake

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"referat/generator/content"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// siteWords are the vocabulary of the site's own settings and two committees.
func siteWords(t testing.TB) Words {
	t.Helper()
	settings, err := os.ReadFile("../../site.toml")
	if err != nil {
		t.Fatal(err)
	}
	disk := fstest.MapFS{"site.toml": {Data: settings}}
	tree, problems := source.Look(disk, disk, source.Records{})
	documents, more := content.Parse(tree, nil, content.Cache{})
	if documents == nil {
		t.Fatal(problems, more)
	}
	return Words{Vocabulary: &documents.Settings.Vocabulary, Committees: []Committee{
		{"klinisk-anvendelse", []string{"Arbejdsgruppen for klinisk anvendelse af helgenomsekventering", "Klinisk anvendelse af helgenomsekventering"}},
		{"personlig-medicin", []string{"Styregruppen for implementering af personlig medicin", "Implementering af personlig medicin"}},
	}}
}

// linesDocument is a manuscript of a text: a paragraph for each group of lines without an empty
// one, an entry for each bullet. "# " before a line makes it a heading, "**" a bold line,
// cells stand between bars.
func linesDocument(text string) *manuscript.Document {
	d := &manuscript.Document{}
	var group []string
	first := 0
	end := func() {
		if len(group) > 0 {
			d.Blocks = append(d.Blocks, manuscript.Block{Text: []manuscript.Run{{Text: strings.Join(group, "\n")}}, Wrapped: true, At: manuscript.Place{Line: first}})
		}
		group = nil
	}
	for i, line := range strings.Split(text, "\n") {
		at := manuscript.Place{Line: i + 1}
		line = strings.TrimSpace(line)
		hashes := len(line) - len(strings.TrimLeft(line, "#"))
		switch {
		case line == "":
			end()
		case hashes > 0:
			end()
			d.Blocks = append(d.Blocks, manuscript.Block{Kind: manuscript.Heading, Level: hashes, Text: runs(strings.TrimSpace(line[hashes:])), At: at})
		case strings.HasPrefix(line, "**"):
			end()
			d.Blocks = append(d.Blocks, manuscript.Block{Strong: true, Text: runs(strings.Trim(line, "*")), At: at})
		case strings.HasPrefix(line, "|"):
			end()
			row := []manuscript.Cell{}
			for _, cell := range strings.Split(strings.Trim(line, "|"), "|") {
				row = append(row, manuscript.Cell{Text: runs(strings.ReplaceAll(strings.TrimSpace(cell), "/n", "\n")), Columns: 1})
			}
			if n := len(d.Blocks); n > 0 && d.Blocks[n-1].Kind == manuscript.Table && d.Blocks[n-1].At.Line+len(d.Blocks[n-1].Rows) == i+1 {
				d.Blocks[n-1].Rows = append(d.Blocks[n-1].Rows, row)
			} else {
				d.Blocks = append(d.Blocks, manuscript.Block{Kind: manuscript.Table, Rows: [][]manuscript.Cell{row}, At: at})
			}
		case strings.HasPrefix(line, "• "):
			end()
			first, group = i+1, nil
			d.Blocks = append(d.Blocks, manuscript.Block{Kind: manuscript.Entry, Mark: "•", Text: runs(strings.TrimPrefix(line, "• ")), At: at})
		default:
			if len(group) == 0 {
				first = i + 1
			}
			group = append(group, line)
		}
	}
	end()
	return d
}

func runs(text string) []manuscript.Run { return []manuscript.Run{{Text: text}} }

// wordsOfDraft are all words that a draft has, wherever they stand.
func wordsOfDraft(d *Draft) []string {
	var all []string
	add := func(texts ...string) {
		for _, t := range texts {
			all = append(all, tokens(t)...)
		}
	}
	blocks := func(list []manuscript.Block) {
		for i := range list {
			add(list[i].Mark, list[i].Words())
		}
	}
	h, r := d.Head, d.Record
	add(h.Title, h.Start, h.End, h.Place, h.Chair, h.Secretary, r.Unit, r.Officer, r.Case, r.Document)
	for _, a := range d.Agenda {
		add(a.Number, a.Title, a.Kind, a.Presenter, minutesWords(a.Minutes))
	}
	for _, p := range d.Participants {
		add(p.Name, p.Role, p.Organisation, p.NominatedBy, p.Specialty, p.Note)
	}
	blocks(d.Preface)
	for _, i := range d.Items {
		add(i.Heading)
		for _, s := range i.Sections {
			add(s.Name)
			blocks(s.Blocks)
		}
	}
	for _, n := range d.Notes {
		add(manuscript.Plain(n.Text))
	}
	for _, k := range d.Kept {
		add(k.Words)
	}
	return all
}

// lostWords are the words of a document that a draft has not, or less often.
func lostWords(doc *manuscript.Document, d *Draft) []string {
	count := map[string]int{}
	for _, w := range wordsOfDraft(d) {
		count[w]++
	}
	var lost []string
	for i := range doc.Blocks {
		for _, w := range tokens(doc.Blocks[i].Words()) {
			if count[w]--; count[w] < 0 {
				lost = append(lost, w)
			}
		}
	}
	return lost
}

// messagesOf are a draft's doubts as people read them, with their lines.
func messagesOf(d *Draft) []string {
	var list []string
	for _, doubt := range d.Doubts {
		message, _ := doubt.Text("en")
		list = append(list, string(doubt.Code)+": "+message)
	}
	return list
}

// The time that it takes grows with the lines, not with their square.
func BenchmarkALongDocumentWithoutItems(b *testing.B) {
	doc, words := &manuscript.Document{}, siteWords(b)
	for i := range 4000 {
		prose := strings.Repeat("dette er en lang linje om noget ", 4)
		doc.Blocks = append(doc.Blocks, manuscript.Block{Text: []manuscript.Run{{Text: prose}}, At: manuscript.Place{Line: i + 1}})
	}
	for b.Loop() {
		Analyse(doc, words)
	}
}
