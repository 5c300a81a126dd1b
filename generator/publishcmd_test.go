package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"referat/generator/publish"
	"referat/generator/source"
)

// publishInto publishes what is built, as the command does.
func publishInto(ctx context.Context, t *testing.T, dir, www string) []source.Problem {
	t.Helper()
	p := publication{options: options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: at}, reviewer: "Ida", yes: true, stdout: io.Discard, console: console{out: io.Discard}, meter: newMeter(io.Discard)}
	p.host = publish.Host{Dir: www, Shown: "www", Cache: filepath.Join(dir, ".cache", "host")}
	return p.run(ctx)
}

func TestAPublicationThatEndsAnywhereIsCompletedAfterAnEditAndABuild(t *testing.T) {
	t.Parallel()
	dir, www := t.TempDir(), filepath.Join(t.TempDir(), "www")
	build := func(n int, word string) {
		site := variant(n, 0)
		for name, text := range textsIn(t, filepath.Join(dir, "content", ".record")) {
			site["content/.record/"+name] = text
		}
		site["content/om.md"] = strings.Replace(site["content/om.md"], "Vi er her", word, 1)
		putAll(t, dir, site)
		if r := settled(builderOf(t, dir), func(int, int) {}); !r.done() {
			t.Fatal(r.problems)
		}
	}
	build(0, "Vi er her")
	if problems := publishInto(context.Background(), t, dir, www); len(problems) > 0 {
		t.Fatal(problems)
	}
	recorded := func() string { return textsIn(t, filepath.Join(dir, "content", ".record"))["documents.csv"] }
	ends, ended := 0, false
	for k := 0; !ended; k += 8 {
		build(2, fmt.Sprintf("Vi var her %d", k))
		before := recorded()
		writes := &atomic.Int64{}
		writes.Store(int64(k))
		problems := publishInto(stopping{context.Background(), writes}, t, dir, www)
		if ended = len(problems) == 0; ended {
			break
		}
		ends++
		if recorded() == before { // else nothing may go any more
			build(0, fmt.Sprintf("Vi kommer her %d", k))
		} else {
			build(2, fmt.Sprintf("Vi var her %d", k)) // what shows these days may have been interrupted
		}
		if problems := publishInto(context.Background(), t, dir, www); len(problems) > 0 {
			t.Fatalf("after %d changes: %v", k, problems)
		}
		got := textsIn(t, www)
		if _, there := got["manifest.json"]; !there {
			t.Error("there is no receipt")
		}
		delete(got, "manifest.json")
		sameTexts(t, got, textsIn(t, filepath.Join(dir, "public")))
		if _, err := os.Stat(filepath.Join(www, "manifest.pending.json")); err == nil {
			t.Error("the intent is still there")
		}
		if t.Failed() {
			t.Fatalf("after %d changes", k)
		}
	}
	if ends < 10 {
		t.Errorf("it ended only %d times", ends)
	}
}
