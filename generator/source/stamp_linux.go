package source

import (
	"io/fs"
	"syscall"
)

// inode gives the instant of the last change of a file and its number.
func inode(info fs.FileInfo) (changed int64, node uint64) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return s.Ctim.Nano(), s.Ino
}
