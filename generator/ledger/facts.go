package ledger

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"sync"

	"referat/generator/plain"
	"referat/generator/source"
)

// Facts are what single files were found to say, by the digests of what that
// depends on. They are kept in one file to which builds add; what no build wants
// any more goes when it is more than half of the file.
type Facts struct {
	file    string
	about   plain.Digest
	data    []byte // whole records, as the file had them when it was opened
	records map[plain.Digest]record
	size    int          // bytes of the file's head and whole records
	left    source.Stamp // of the file as it was opened or Keep left it; zero when it is of no use

	mu      sync.Mutex
	damaged []plain.Digest // found so by Find
}

// record is where a fact is kept.
type record struct {
	at   int // in data; notHere when Keep wrote it since
	size int
}

const notHere = -1

// The file is the magic line, what it is about, and records: key, length of the
// value, the quick sum of about, key and value, value.
const (
	headBytes = len(magic) + len(plain.Digest{})

	lengthAt = len(plain.Digest{})
	sumAt    = lengthAt + 4
	valueAt  = sumAt + 4

	// smallFile is how much unwanted is not worth writing the file anew.
	smallFile = 64 << 10
)

// Facts opens the facts. What cannot be read is not there.
func (l *Ledger) Facts() *Facts {
	f := &Facts{file: l.file(factsFile), about: l.about(factsFile), records: map[plain.Digest]record{}}
	left := stampOf(f.file) // from before it is read
	data, ok := read(f.file)
	head := headOf(f.about)
	if !ok || !bytes.HasPrefix(data, head) {
		return f
	}
	f.left = left
	at := len(head)
	for len(data)-at >= valueAt {
		size := int64(valueAt) + int64(binary.LittleEndian.Uint32(data[at+lengthAt:]))
		if size > int64(len(data)-at) {
			break // what a killed build left, or damage
		}
		f.records[plain.Digest(data[at:at+lengthAt])] = record{at, int(size)}
		at += int(size)
	}
	f.data, f.size = data[:at], at
	return f
}

// Find gives what was kept by a key when the facts were opened; what Keep added
// since is known to whoever kept it. Several goroutines may ask, but not during
// Keep.
func (f *Facts) Find(key plain.Digest) (string, bool) {
	r, ok := f.records[key]
	if !ok || r.at == notHere {
		return "", false
	}
	kept := f.data[r.at : r.at+r.size]
	if quickSum(f.about, key, kept[valueAt:]) != binary.LittleEndian.Uint32(kept[sumAt:]) {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.damaged = append(f.damaged, key)
		return "", false
	}
	return text(kept[valueAt:]), true
}

// Fact is a value to keep.
type Fact struct {
	Key   plain.Digest
	Value func() []byte // asked when it is not kept yet; good until another is asked
}

// Keep makes the file hold at least these facts, also when it was changed or
// removed meanwhile. Of two with the same key the first counts. Facts of a file
// that cannot be written are made again by the next build, so the error is of no
// consequence but to those who want to know.
func (f *Facts) Keep(facts []Fact) error {
	for _, key := range f.damaged {
		delete(f.records, key)
	}
	f.damaged = nil
	var missing []Fact
	queued := map[plain.Digest]bool{}
	used := headBytes
	for _, fact := range facts {
		if r, ok := f.records[fact.Key]; ok {
			used += r.size
		} else if !queued[fact.Key] {
			queued[fact.Key] = true
			missing = append(missing, fact)
		}
	}
	unused := f.size - used
	if f.left == (source.Stamp{}) || f.left != stampOf(f.file) || unused > used+smallFile {
		return f.rewrite(facts)
	}
	if len(missing) == 0 {
		return nil
	}
	return f.add(missing)
}

// rewrite makes the file anew with these facts alone.
func (f *Facts) rewrite(facts []Fact) error {
	records := make(map[plain.Digest]record, len(facts))
	size := headBytes
	err := replace(f.file, func(w *bufio.Writer) {
		w.Write(headOf(f.about))
		for _, fact := range facts {
			if _, twice := records[fact.Key]; twice {
				continue
			}
			r := record{at: notHere}
			if value, ok := f.Find(fact.Key); ok {
				r.at = f.records[fact.Key].at
				r.size = f.write(w, fact.Key, []byte(value))
			} else {
				r.size = f.write(w, fact.Key, fact.Value())
			}
			records[fact.Key] = r
			size += r.size
		}
	})
	if err != nil {
		return err
	}
	f.records, f.size, f.left = records, size, stampOf(f.file)
	return nil
}

// add writes behind the whole records. A build that is killed here leaves a last
// record that is not whole.
func (f *Facts) add(facts []Fact) error {
	file, err := os.OpenFile(f.file, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	sizes := make([]int, len(facts))
	if err = file.Truncate(int64(f.size)); err == nil {
		w := bufio.NewWriterSize(io.NewOffsetWriter(file, int64(f.size)), 64<<10)
		for i, fact := range facts {
			sizes[i] = f.write(w, fact.Key, fact.Value())
		}
		err = w.Flush()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err // what was written has changed the stamp: the next Keep makes the file anew
	}
	for i, fact := range facts {
		f.records[fact.Key] = record{notHere, sizes[i]}
		f.size += sizes[i]
	}
	f.left = stampOf(f.file)
	return nil
}

// write writes a record and gives its size. The error is the writer's to keep.
func (f *Facts) write(w *bufio.Writer, key plain.Digest, value []byte) int {
	w.Write(key[:])
	w.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(value))))
	w.Write(binary.LittleEndian.AppendUint32(nil, quickSum(f.about, key, value)))
	w.Write(value)
	return valueAt + len(value)
}

// stampOf is the stamp of what is there, and zero of nothing.
func stampOf(file string) source.Stamp {
	info, err := os.Lstat(file)
	if err != nil {
		return source.Stamp{}
	}
	return source.StampOf(info)
}
