package main

import (
	"context"
	"path/filepath"
	"testing"
	"time"
)

// TestAFileIsOpenedOnce holds for builds that find problems too: whoever corrects a site does not wait for all its files each time.
func TestAFileIsOpenedOnce(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "content/om.md", "+++\ntitle = \"Om\"\n+++\n\n[bilag](bilag.pdf)\n")
	put(t, dir, "content/bilag.pdf", string(made{text: "Notat", info: "/Author(Navn)"}.pdf()))
	if r := buildSmall(t, dir); r.done() {
		t.Fatal("the author's name is no problem")
	}
	opened := func() bool {
		b, problems := newBuilder(options{dir: dir, out: filepath.Join(dir, "public"), shown: "public", now: time.Now()})
		if problems != nil {
			t.Fatal(problems)
		}
		defer b.close()
		r := b.build(context.Background(), nil, func(int, int) {})
		if len(r.attachments) != 1 || len(r.attachments[0].Report.Parts) == 0 {
			t.Errorf("told of %+v", r.attachments)
		}
		return b.learnt
	}
	if opened() {
		t.Error("it was opened again, though nothing has changed")
	}
	put(t, dir, "content/om.md", "+++\ntitle = \"Om os\"\n+++\n\n[bilag](bilag.pdf)\n")
	if opened() {
		t.Error("it was opened again, though another file has changed")
	}
	put(t, dir, "content/bilag.pdf", string(made{text: "Et andet notat"}.pdf()))
	if !opened() {
		t.Error("it was not opened, though it has changed")
	}
}
