package source

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestACauseIsSaidInTheLanguageOfTheMessage(t *testing.T) {
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{syscall.EACCES, "filen kan ikke læses: du har ikke ret til det", "the file cannot be read: permission denied"},
		{errors.New(`bad "sector"`), `filen kan ikke læses: systemet melder »bad "sector"«`, `the file cannot be read: bad "sector"`},
	} {
		p := At(Pos{}, FileUnreadable, Because(c.err))
		for lang, want := range map[string]string{"da": c.da, "en": c.en} {
			if got, _ := p.Text(lang); got != want {
				t.Errorf("%s: %s", lang, got)
			}
		}
	}
}

func TestEveryFrequentRefusalOfTheSystemIsSaidInDanish(t *testing.T) {
	for err, want := range map[error]string{
		syscall.EPERM: "ret", fs.ErrPermission: "ret", fs.ErrNotExist: "findes ikke", syscall.ENOENT: "findes ikke", syscall.EEXIST: "allerede", syscall.ENOTEMPTY: "ikke tom",
		syscall.ENOTDIR: "skal være en mappe", syscall.EISDIR: "skal være en fil", syscall.ENAMETOOLONG: "for lang", syscall.ELOOP: "i ring",
		syscall.ENOSPC: "fuld", syscall.EDQUOT: "brugt op", syscall.EROFS: "kun læses", syscall.EFBIG: "for stor", syscall.EMFILE: "åbne", syscall.ENFILE: "åbne",
		syscall.EBUSY: "bruger filen", syscall.EIO: "fejl", syscall.EADDRINUSE: "bruger den",
	} {
		if got := Because(err).in("da"); !strings.Contains(got, want) || strings.Contains(got, "systemet") {
			t.Errorf("%v: %s", err, got)
		}
	}
}

func TestACauseLeavesPathAndOperationToTheProblem(t *testing.T) {
	_, missing := os.Open(filepath.Join(t.TempDir(), "x"))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	_, taken := net.Listen("tcp", listener.Addr().String())
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{missing, "filen eller mappen findes ikke", syscall.ENOENT.Error()},
		{taken, "et andet program bruger den", syscall.EADDRINUSE.Error()},
		{fmt.Errorf("put: %w", &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EIO}), "disken svarer med en fejl", syscall.EIO.Error()},
		{&fs.PathError{Op: "openat", Path: "a", Err: errors.New("path escapes from parent")}, `systemet melder "path escapes from parent"`, "path escapes from parent"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: errors.New("busy")}, `systemet melder "busy"`, "busy"},
	} {
		if got := Because(c.err).in("da"); got != c.da {
			t.Errorf("%v: %s", c.err, got)
		}
		if got := Because(c.err).in("en"); got != c.en && !strings.Contains(c.err.Error(), got) {
			t.Errorf("%v: %s, want %s", c.err, got, c.en)
		}
	}
}
