package ledger

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"sync"

	"referat/generator/plain"
)

// Texts are what is too large to stay in memory, by the digests of what it was made
// from: one file of texts, to which builds add, and one that says where each stands.
// A whole text is checked when it is read, so that whatever happens to the files, it
// is the right one or is not there. Several goroutines may use it at once.
type Texts struct {
	ledger *Ledger
	about  plain.Digest

	mu     sync.Mutex
	file   *os.File // nil while it is not there
	failed bool     // it cannot be had
	end    int64    // of the file
	places map[plain.Digest]place
	news   bool // places are not written yet
}

// place is where a text stands.
type place struct {
	at   int64
	size int
	sum  uint32
}

// placeBytes is the size of a line of the file of places: key, at, size, sum.
const placeBytes = len(plain.Digest{}) + 8 + 4 + 4

// Texts opens the texts. What cannot be read is not there.
func (l *Ledger) Texts() *Texts {
	t := &Texts{ledger: l, about: l.about(textsFile), places: map[plain.Digest]place{}}
	if t.open(0) != nil {
		return t // so far there are none
	}
	data, ok := read(l.file(placesFile))
	if head := headOf(t.about); ok && len(data) >= len(head) && string(data[:len(head)]) == string(head) {
		for data = data[len(head):]; len(data) >= placeBytes; data = data[placeBytes:] {
			key, rest := plain.Digest(data[:len(plain.Digest{})]), data[len(plain.Digest{}):]
			t.places[key] = place{int64(binary.LittleEndian.Uint64(rest)), int(binary.LittleEndian.Uint32(rest[8:])), binary.LittleEndian.Uint32(rest[12:])}
		}
	}
	return t
}

func (t *Texts) open(flag int) (err error) {
	t.file, err = os.OpenFile(t.ledger.file(textsFile), os.O_RDWR|flag, 0o600)
	if err != nil {
		t.file = nil
		return err
	}
	info, err := t.file.Stat()
	if err != nil {
		return errors.Join(err, t.close())
	}
	t.end = info.Size()
	return nil
}

func (t *Texts) close() error {
	file := t.file
	t.file = nil
	return file.Close()
}

// ForgetTexts takes away what is kept of what single files say, also of those that no
// site has any more. The next build makes it again.
func (l *Ledger) ForgetTexts() error {
	var all error
	for _, name := range []string{factsFile, textsFile, placesFile} {
		if err := os.Remove(l.file(name)); !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// Close lets the files go.
func (t *Texts) Close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.file == nil {
		return nil
	}
	return t.close()
}

// Put keeps a text. It is not ok when that cannot be done.
func (t *Texts) Put(key plain.Digest, data []byte) (ok bool) {
	t.mu.Lock()
	if t.file == nil && !t.failed {
		t.failed = os.MkdirAll(t.ledger.folder, 0o755) != nil || t.open(os.O_CREATE) != nil
	}
	file, at := t.file, t.end
	t.end += int64(len(data))
	t.mu.Unlock()
	if file == nil {
		return false
	}
	if _, err := file.WriteAt(data, at); err != nil {
		return false
	}
	p := place{at, len(data), quickSum(t.about, key, data)}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.places[key], t.news = p, true
	return true
}

// Get gives a text that was kept.
func (t *Texts) Get(key plain.Digest) (string, bool) {
	p, file := t.find(key)
	data := make([]byte, p.size)
	if file == nil || !readAt(file, data, p.at) || quickSum(t.about, key, data) != p.sum {
		return "", false
	}
	return text(data), true
}

// Part gives some bytes of a text that was kept. They are not checked: that is for
// whoever knows what they must be.
func (t *Texts) Part(key plain.Digest, from, size int) (string, bool) {
	p, file := t.find(key)
	if file == nil || from < 0 || size < 0 || size > p.size-from {
		return "", false
	}
	data := make([]byte, size)
	if !readAt(file, data, p.at+int64(from)) {
		return "", false
	}
	return text(data), true
}

// find tells where a text stands. There is no file of one that is not there.
func (t *Texts) find(key plain.Digest) (place, *os.File) {
	t.mu.Lock()
	defer t.mu.Unlock()
	p, ok := t.places[key]
	if !ok || p.at < 0 || p.at+int64(p.size) > t.end {
		return place{}, nil
	}
	return p, t.file
}

func readAt(file *os.File, data []byte, at int64) bool {
	_, err := file.ReadAt(data, at)
	return err == nil
}

// Keep writes down where the wanted texts stand, and forgets the others; when these
// are more than half of the file, the file is made anew. Texts that cannot be kept are
// made again by the next build, so the error is of no consequence.
func (t *Texts) Keep(wanted []plain.Digest) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.file == nil {
		return nil
	}
	kept, used := make(map[plain.Digest]place, len(wanted)), int64(0)
	for _, key := range wanted {
		if p, ok := t.places[key]; ok {
			if _, twice := kept[key]; !twice {
				used += int64(p.size)
			}
			kept[key] = p
		}
	}
	if !t.news && len(kept) == len(t.places) {
		return nil
	}
	t.places = kept
	if t.end-used > used+smallFile {
		if err := t.condense(); err != nil {
			return err
		}
	}
	err := replace(t.ledger.file(placesFile), func(w *bufio.Writer) {
		w.Write(headOf(t.about))
		for key, p := range t.places {
			line := append(make([]byte, 0, placeBytes), key[:]...)
			line = binary.LittleEndian.AppendUint64(line, uint64(p.at))
			line = binary.LittleEndian.AppendUint32(line, uint32(p.size))
			w.Write(binary.LittleEndian.AppendUint32(line, p.sum))
		}
	})
	t.news = err != nil
	return err
}

// condense makes the file of texts anew with those that have places.
func (t *Texts) condense() error {
	moved, end := make(map[plain.Digest]place, len(t.places)), int64(0)
	err := replace(t.ledger.file(textsFile), func(w *bufio.Writer) {
		for key, p := range t.places {
			data := make([]byte, p.size)
			if _, err := t.file.ReadAt(data, p.at); err == nil {
				w.Write(data)
				moved[key] = place{end, p.size, p.sum}
				end += int64(p.size)
			}
		}
		_ = t.close() // where an open file cannot be replaced
	})
	if err == nil {
		t.places = moved
	}
	return errors.Join(err, t.open(0))
}
