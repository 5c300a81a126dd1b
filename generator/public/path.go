package public

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// CheckPath tells why p cannot be the path of an output. A path can be when it is
// a slash path relative to the output folder, clean, in UTF-8, and means the same
// on Linux, macOS and Windows: no "..", no control characters, none of \:*?"<>|,
// no part that ends in a dot or a space or that is the name of a device
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
func CheckPath(p string) error {
	if !fs.ValidPath(p) || p == "." {
		return fmt.Errorf("%q is not a clean path below a folder", p)
	}
	for part := range strings.SplitSeq(p, "/") {
		switch {
		case strings.ContainsFunc(part, forbidden):
			return fmt.Errorf("%q has a character that file names cannot have everywhere", p)
		case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
			return fmt.Errorf("%q has a name that ends in a dot or a space, which Windows drops", p)
		case device(part):
			return fmt.Errorf("%q has the name of a device of Windows", p)
		case finalOf(part) != "":
			return fmt.Errorf("%q has a name that the program uses for unfinished files", p)
		}
	}
	return nil
}

func forbidden(c rune) bool { return c < ' ' || c == 0x7F || strings.ContainsRune(`\:*?"<>|`, c) }

// device knows the names that Windows keeps for devices, whatever the suffix.
func device(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if n, ok := strings.CutPrefix(stem, port); ok {
			return len([]rune(n)) == 1 && strings.Contains("0123456789¹²³", n)
		}
	}
	return false
}

// When the output folder is on another disk than the cache, a new file waits
// beside its final place under the unfinished name, and then takes its own.
const (
	unfinishedPrefix = "."
	unfinishedSuffix = ".referat-new"
)

func unfinished(p string) string {
	dir, name := path.Split(p)
	return dir + unfinishedPrefix + name + unfinishedSuffix
}

// finalOf gives the path that an unfinished one was to get; "" when it is not one.
func finalOf(p string) string {
	dir, name := path.Split(p)
	name, prefixed := strings.CutPrefix(name, unfinishedPrefix)
	name, suffixed := strings.CutSuffix(name, unfinishedSuffix)
	if !prefixed || !suffixed || name == "" {
		return ""
	}
	return dir + name
}
