package publish

import (
	"context"
	"os"
	"testing"

	"referat/generator/source"
)

// dying is a context that ends the process after it was asked a few times, which a
// publication does before each change.
type dying struct {
	context.Context
	left *int
}

func (d dying) Err() error {
	if *d.left--; *d.left < 0 {
		panic("killed")
	}
	return nil
}

// dies publishes until the process ends before change k; it is false when there are
// no more changes.
func (h Host) dies(t *testing.T, files set, k int) (died bool) {
	t.Helper()
	p, _ := h.plan(t, files)
	defer func() {
		if v := recover(); v != nil && v != "killed" {
			panic(v)
		} else if v != nil {
			died = true
		}
	}()
	if problem := p.Publish(dying{context.Background(), &k}, noon, "referat test", quietly); problem != nil {
		t.Fatal(problem)
	}
	return false
}

func TestAPublicationThatIsKilledAnywhereIsCompletedByTheNext(t *testing.T) {
	third := set{"assets/b.css": "css 3", "index.html/x": "a folder now", "om/index.html": "om", "list.xml": "list 3"}
	for _, next := range []set{first, then, third} {
		for k, more := 0, true; more; k++ {
			h := newHost(t)
			h.publish(t, first)
			h.put(t, "theirs.txt", "theirs")
			more = h.dies(t, then, k)
			if more {
				h.dies(t, third, k/2) // and a second time, with another site
			}
			for path, text := range first { // each file is the old, the new or absent
				got, err := os.ReadFile(h.file(path))
				if err == nil && string(got) != text && string(got) != then[path] && string(got) != third[path] {
					t.Fatalf("k = %d: %s holds %q", k, path, got)
				}
			}
			p := h.publish(t, next)
			if len(p.Mended) > 0 {
				t.Errorf("k = %d: %q are taken for changed by hand", k, p.Mended)
			}
			want := set{"theirs.txt": "theirs"}
			for path, text := range next {
				want[path] = text
			}
			h.holds(t, want)
			h.proves(t, next)
			if again := h.publish(t, next); !again.Empty() {
				t.Errorf("k = %d: more is to be done: %+v", k, again.Changes)
			}
		}
	}
}

func TestAPublicationThatIsInterruptedSaysSo(t *testing.T) {
	h := newHost(t)
	p, _ := h.plan(t, first)
	defer p.Discard()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if problem := p.Publish(ctx, noon, "referat test", quietly); problem == nil || problem.Code != source.Interrupted {
		t.Errorf("%v", problem)
	}
	if p, problems := h.Plan(ctx, siteOf(first), quietly); p != nil || said(problems) != " interrupted" {
		t.Error(said(problems))
	}
}

// Between a killed publication and the next somebody puts a file of their own where
// one was about to be.
func TestAFileThatCameAfterAKilledPublicationIsNotOurs(t *testing.T) {
	h := newHost(t)
	h.publish(t, first)
	if !h.dies(t, then, 2) { // the intent and one file are written
		t.Fatal("it came to its end")
	}
	h.put(t, "new/index.html", "theirs")
	if got := h.refuses(t, siteOf(then)); got != "www/new/index.html publish-occupied" {
		t.Error(got)
	}
	h.publish(t, first)
	want := set{"new/index.html": "theirs"}
	for path, text := range first {
		want[path] = text
	}
	h.holds(t, want)
}
