package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/source"
	"referat/generator/watch"
)

func TestAFailureIsDoubtedUntilItHasLasted(t *testing.T) {
	d := doubt{patience: time.Second}
	for _, step := range []struct {
		after    time.Duration
		failed   bool
		doubtful bool
	}{
		{0, false, false},
		{1, true, true},
		{time.Second, true, true},
		{time.Second + 1, true, false},
		{5 * time.Second, true, true}, // another, long after
		{6 * time.Second, true, false},
		{7 * time.Second, true, true},
		{7*time.Second + 1, false, false},
		{9 * time.Second, true, true},
	} {
		if doubtful := d.about(step.failed, at.Add(step.after)); doubtful != step.doubtful {
			t.Errorf("after %v of a build that failed (%v): doubtful is %v", step.after, step.failed, doubtful)
		}
	}
}

// saving shows a site whose page is saved by a program that empties the file first, with
// builds before, between and after, and gives how often something was said.
func saving(t *testing.T, patience time.Duration, between func(l *live)) (said int) {
	t.Helper()
	dir := copySite(t, "testdata/site")
	b := builderOf(t, dir)
	l := &live{builder: b, preview: newPreview(b.target.Dir), clock: func() time.Time { return at }, doubt: doubt{patience: patience},
		said: func(report, bool) { said++ }, notice: func(watch.Notice) {}}
	r := settled(b, silent)
	l.preview.renew(b, r)
	l.serve(r)
	text, err := os.ReadFile(filepath.Join(dir, "content/om.md"))
	must(t, err)
	put(t, dir, "content/om.md", "")
	between(l)
	put(t, dir, "content/om.md", string(text)+"\nMere.\n")
	if !l.again(context.Background(), []string{"content/om.md"}) || l.preview.failed {
		t.Error("the saved file is not shown at once")
	}
	return said
}

func TestAFileThatIsEmptyForAMomentIsNoFailure(t *testing.T) {
	said := saving(t, time.Hour, func(l *live) {
		for _, hints := range [][]string{{"content/om.md"}, nil} {
			if l.again(context.Background(), hints) || l.preview.failed {
				t.Error("the empty file is told of at once")
			}
		}
	})
	if said != 1 {
		t.Errorf("%d things are said, want one of the saved file", said)
	}
}

func TestAFileThatStaysEmptyIsAFailure(t *testing.T) {
	said := saving(t, 0, func(l *live) {
		if !l.again(context.Background(), []string{"content/om.md"}) || !l.preview.failed {
			t.Error("the empty file is not told of")
		}
	})
	if said != 2 {
		t.Errorf("%d things are said, want one of each build", said)
	}
}

// A page that has an error is saved by a program that empties it first: with the same error, and mended.
func TestAFileThatIsEmptyForAMomentHasNoOtherErrorThanBefore(t *testing.T) {
	dir, said := copySite(t, "testdata/site"), []source.Code{}
	b := builderOf(t, dir)
	l := &live{builder: b, preview: newPreview(b.target.Dir), clock: func() time.Time { return at }, doubt: doubt{patience: time.Hour},
		said: func(r report, _ bool) { said = append(said, codes(r)...) }, notice: func(watch.Notice) {}}
	text, err := os.ReadFile(filepath.Join(dir, "content/om.md"))
	must(t, err)
	wrong := strings.Replace(string(text), "title = ", "titel = ", 1)
	put(t, dir, "content/om.md", wrong)
	r := settled(b, silent)
	l.preview.renew(b, r)
	l.serve(r)
	saved := func(text string) bool {
		put(t, dir, "content/om.md", text)
		return l.again(context.Background(), []string{"content/om.md"})
	}
	if saved("") || !saved(wrong+"\nMere.\n") || saved("") || len(said) > 0 {
		t.Errorf("it is told of at once: %v", said)
	}
	if !saved(string(text)) || l.preview.failed || slices.Contains(said, source.FrontMatterMissing) {
		t.Errorf("what is mended is not shown at once, or %v", said)
	}
}
