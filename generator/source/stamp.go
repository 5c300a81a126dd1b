package source

import (
	"io/fs"
	"os"
	"time"
)

// Stamp is what a system says of a file or folder without reading it. While it
// stays the same, and was not racy, so have the bytes of the file and the names
// in the folder. Stamps are compared for difference, never for order.
type Stamp struct {
	Size     int64  // bytes; of a folder whatever the system says
	Modified int64  // ns since 1970
	Changed  int64  // ns since 1970, which no program can set back; 0 where the system does not say
	Node     uint64 // which file it is, whatever its name; 0 where the system does not say
}

// StampOf gives the stamp of what was looked at, by Lstat or its like.
func StampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	s.Changed, s.Node = inode(info)
	return s
}

// Racy tells that a stamp taken at clock or later is no proof: the file may have
// been written again after the look and within the same tick of its disk's
// clock, which leaves the stamp as it was. Git has the same rule for its index
// (https://git-scm.com/docs/racy-git).
func (s Stamp) Racy(clock int64) bool { return s.Modified >= clock || s.Changed >= clock }

// Clock gives the instant that it is for the disk dir lies on, in ns since 1970.
// What is written on that disk afterwards has a stamp of that instant or later.
// It is the time of a file made in dir and deleted again, since a network share
// goes by another machine's clock. Where no file can be made, it is this
// machine's time less two ticks of the slowest disks.
func Clock(dir string) int64 {
	const tick = 2 * time.Second // of FAT
	guess := time.Now().Add(-2 * tick).UnixNano()
	f, err := os.CreateTemp(dir, ".referat-clock-*")
	if err != nil {
		return guess
	}
	_ = f.Close()
	info, err := os.Lstat(f.Name())
	_ = os.Remove(f.Name())
	if err != nil {
		return guess
	}
	return info.ModTime().UnixNano()
}
