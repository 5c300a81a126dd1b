package serve

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Folder looks files up in a folder on disk, for Site.File. No link leads out
// of it, and only regular files are shown.
func Folder(root *os.Root) func(path string) (File, bool) {
	return func(path string) (File, bool) {
		name := filepath.FromSlash(path)
		info, err := root.Stat(name) // before Open, which would wait for the other end of a pipe
		if err != nil || !info.Mode().IsRegular() {
			return File{}, false
		}
		f, err := root.Open(name)
		if err != nil {
			return File{}, false
		}
		file, err := fromDisk(f)
		if err != nil {
			_ = f.Close() // only read from
			return File{}, false
		}
		return file, true
	}
}

// fromDisk reads all but large files at once: on Windows a file that is open
// cannot be replaced by a build. A large one is told from its successor by
// time and size, since a reader of a long document asks for it part by part.
func fromDisk(f *os.File) (File, error) {
	const large = 1 << 20
	info, err := f.Stat()
	if err != nil {
		return File{}, err
	}
	if info.Size() > large {
		return File{f, info.ModTime(), fmt.Sprintf("%x-%x", info.ModTime().UnixNano(), info.Size())}, nil
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return File{}, err
	}
	return File{Content: bytes.NewReader(data), Modified: info.ModTime()}, f.Close()
}
