package source

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Cause is why the system refused something: an argument of a problem that is said in the
// language of the message.
type Cause struct{ err error }

// Because gives an error of the system as an argument. What was to be done, and to which
// file, the problem says itself, so that it is dropped from the error here.
func Because(err error) Cause {
	errno, onPath, onLink := syscall.Errno(0), (*fs.PathError)(nil), (*os.LinkError)(nil)
	switch {
	case errors.As(err, &errno):
		err = errno
	case errors.As(err, &onPath):
		err = onPath.Err
	case errors.As(err, &onLink):
		err = onLink.Err
	}
	return Cause{err}
}

// causes are the Danish words for what systems refuse. The first that fits holds.
var causes = []struct {
	err   error
	words string
}{
	{fs.ErrPermission, "du har ikke ret til det"},
	{fs.ErrNotExist, "filen eller mappen findes ikke"},
	{syscall.ENOTEMPTY, "mappen er ikke tom"},
	{fs.ErrExist, "der ligger allerede noget med det navn"},
	{syscall.ENOTDIR, "der ligger en fil, hvor der skal være en mappe"},
	{syscall.EISDIR, "der ligger en mappe, hvor der skal være en fil"},
	{syscall.ENAMETOOLONG, "navnet eller stien er for lang"},
	{syscall.ELOOP, "symbolske links fører i ring"},
	{syscall.ENOSPC, "disken er fuld"},
	{syscall.EDQUOT, "din plads på disken er brugt op"},
	{syscall.EROFS, "disken kan kun læses"},
	{syscall.EFBIG, "filen er for stor"},
	{syscall.EMFILE, "for mange filer er åbne på én gang"},
	{syscall.ENFILE, "for mange filer er åbne på én gang"},
	{syscall.EBUSY, "et andet program bruger filen"},
	{syscall.EIO, "disken svarer med en fejl"},
	{syscall.EADDRINUSE, "et andet program bruger den"},
}

// in gives the cause in a language. Of what is rare the system's own words are all there is.
func (c Cause) in(lang string) string {
	if lang != "da" {
		return c.err.Error()
	}
	err := alike(c.err)
	for _, known := range causes {
		if errors.Is(err, known.err) {
			return known.words
		}
	}
	return "systemet melder " + Quoted(c.err.Error(), lang)
}

// String is for comparing problems.
func (c Cause) String() string { return c.err.Error() }
