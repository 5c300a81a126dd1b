package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"

	"referat/generator/source"
)

func TestAnErrorOfTheDiskNamesItsFileOnce(t *testing.T) {
	cache := filepath.Join(t.TempDir(), ".cache", "build")
	for _, c := range []struct {
		err   error
		where string
		want  string
	}{
		{&fs.PathError{Op: "open", Path: cache, Err: syscall.ENOSPC}, ".cache", filepath.ToSlash(cache)},
		{&fs.PathError{Op: "open", Path: "data/x.json", Err: syscall.ENOSPC}, "public", "public/data/x.json"},
		{&fs.PathError{Op: "open", Path: "content/a/b.pdf", Err: syscall.ENOSPC}, "content/a/b.pdf", "content/a/b.pdf"},
		{&fs.PathError{Op: "mkdir", Path: filepath.Join(filepath.Dir(cache), "public"), Err: syscall.ENOSPC}, "public", "public"},
		{syscall.ENOSPC, "public", "public"},
		{errors.Join(syscall.ENOSPC), ".cache", ".cache"},
	} {
		p := asProblem(c.err, c.where)
		if message, _ := p.Text("da"); string(p.Pos.Path) != c.want || message != "der kan ikke skrives her: disken er fuld" {
			t.Errorf("%v: %s: %s", c.err, p.Pos.Path, message)
		}
		if p := asUnread(c.err, c.where); p.Code != source.FileUnreadable || string(p.Pos.Path) != c.want {
			t.Errorf("%v: %s %s", c.err, p.Pos.Path, p.Code)
		}
	}
}
