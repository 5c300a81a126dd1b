package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"referat/generator/record"
	"referat/generator/source"
)

// enterText makes the record believe that the text it has of a content file is the one
// that was recorded.
func enterText(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile("content/.record/texts/" + args[0])
	change(ts, string(record.DocumentsFile), func(table string) string {
		line := regexp.MustCompile(`(?m)^(content/` + regexp.QuoteMeta(args[0]) + `,.*,)[0-9a-f]{64}$`)
		return line.ReplaceAllString(table, fmt.Sprintf("${1}%x", sha256.Sum256([]byte(text))))
	})
}

func TestTheReviewerIsAskedForAName(t *testing.T) {
	for lang, question := range map[string]string{"da": "hvem har set siderne igennem? ", "en": "who has looked through the pages? "} {
		var asked bytes.Buffer
		if got := (console{in: bufio.NewReader(strings.NewReader("  Anne   Holm \r\nmere")), out: &asked}).reviewer(lang); got != "Anne Holm" || asked.String() != question {
			t.Errorf("%q to %q", got, asked.String())
		}
	}
	if got := (console{out: &bytes.Buffer{}}).reviewer("da"); got != "" {
		t.Errorf("nobody answers, and the name is %q", got)
	}
}

// TestTheRecordIsReadByNobodyButTheRules builds a site whose record holds words that stand
// nowhere else.
func TestTheRecordIsReadByNobodyButTheRules(t *testing.T) {
	dir := t.TempDir()
	putAll(t, dir, fixedSite())
	b := builderOf(t, dir)
	r := b.build(context.Background(), nil, func(int, int) {})
	r.add(b.settle()...)
	if !r.done() {
		t.Fatal(r.problems)
	}
	asked := 0
	news, r := b.remember(context.Background(), func(string) string { asked++; return "Hemmeligheden Holm" })
	if !r.done() || asked != 1 || len(news.New) == 0 {
		t.Fatal(r.problems, asked, news)
	}
	put(t, dir, string(source.RecordDir)+"/texts/hemmeligheden.md", "Hemmeligheden")
	if r = b.build(context.Background(), nil, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	for name, text := range textsIn(t, b.target.Dir) {
		if strings.Contains(name+text, "emmeligheden") {
			t.Errorf("%s holds a word of the record", name)
		}
	}
	_, r = b.remember(context.Background(), func(string) string { return "Hemmeligheden Holm" })
	if !r.done() {
		t.Fatal(r.problems)
	}
	if _, err := os.Stat(filepath.Join(dir, string(source.RecordDir), "texts", "hemmeligheden.md")); err == nil {
		t.Error("a text that no line names stays")
	}
}
