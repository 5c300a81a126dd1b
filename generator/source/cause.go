package source

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Cause is why the system refused something: an argument of a problem that is said in the
// language of the message.
type Cause struct{ err error }

// Because gives an error of the system as an argument.
func Because(err error) Cause { return Cause{err} }

// causes are the Danish words for what systems refuse most often.
var causes = []struct {
	err   error
	words string
}{
	{fs.ErrPermission, "du har ikke ret til det"},
	{fs.ErrNotExist, "den findes ikke"},
	{syscall.ENOSPC, "disken er fuld"},
	{syscall.EROFS, "disken kan kun læses"},
	{syscall.ENOTDIR, "der ligger en fil, hvor der skal være en mappe"},
	{syscall.EISDIR, "der ligger en mappe, hvor der skal være en fil"},
}

// in gives the cause in a language. Of what is rare the system's own words are all there is.
func (c Cause) in(lang string) string {
	if lang != "da" {
		return c.err.Error()
	}
	for _, known := range causes {
		if errors.Is(c.err, known.err) {
			return known.words
		}
	}
	return fmt.Sprintf("systemet melder %q", c.err.Error())
}

// String is for comparing problems.
func (c Cause) String() string { return c.err.Error() }
