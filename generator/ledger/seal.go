package ledger

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"
	"unsafe"

	"referat/generator/plain"
)

// A sealed file is its head, the checksum of all that follows, and a value in the form
// of package plain.
const (
	magic = "referat ledger 3\n"

	// mostBytes is four times what is kept of a site of 100,000 meetings; whatever is
	// larger is not read into memory.
	mostBytes = 4 << 30
)

// about is what a file of this ledger must be about: this file of this output
// folder and, unless it only says which files are ours, which stays true whatever
// program reads it, this program and types of this form.
func (l *Ledger) about(name string) plain.Digest {
	about := struct {
		File, Out    string
		Engine, Form plain.Digest
	}{File: name, Out: l.out}
	if name != ownedFile && name != intentFile {
		about.Engine, about.Form = l.engine, plain.Shape(reflect.TypeFor[Build]())
	}
	return plain.DigestOf(about)
}

// quickSum is the checksum of one of many facts or texts.
func quickSum(about, key plain.Digest, value []byte) uint32 {
	sum := crc32.Update(crc32.Checksum(about[:], castagnoli), castagnoli, key[:])
	return crc32.Update(sum, castagnoli, value)
}

// castagnoli makes checksums of few bits, but there is an instruction for them, and
// every build takes one of all that it remembers. Accidents do not look for another
// value of the same sum.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// headOf is how a file begins: one line that says what program wrote it, and what it is about.
func headOf(about plain.Digest) []byte { return append([]byte(magic), about[:]...) }

// seal keeps what v points to.
func (l *Ledger) seal(name string, v any) error {
	head, body := headOf(l.about(name)), plain.Append(nil, v)
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(body, castagnoli))
	return replace(l.file(name), func(w *bufio.Writer) {
		w.Write(head)
		w.Write(sum)
		w.Write(body)
	})
}

// unseal sets what v points to to what was kept. It is false when that counts as
// nothing.
func (l *Ledger) unseal(name string, v any) bool {
	data, ok := read(l.file(name))
	data, ours := bytes.CutPrefix(data, headOf(l.about(name)))
	if !ok || !ours || len(data) < crc32.Size {
		return false
	}
	sum, body := binary.LittleEndian.Uint32(data), data[crc32.Size:]
	if crc32.Checksum(body, castagnoli) != sum {
		return false
	}
	rest, err := plain.Read(text(body), v)
	return err == nil && rest == ""
}

// text is bytes as a string without a copy; nobody changes them any more.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// replace makes a file hold what write writes, at once or not at all. Nobody but
// its owner may read it, since drafts are in it too. It does not wait for the disk:
// what a power cut damages counts as nothing.
func replace(file string, write func(w *bufio.Writer)) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("record of the output folder: %w", err)
		}
	}()
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(folder, unfinished+"*")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(t, 64<<10)
	write(w)
	if err = errors.Join(w.Flush(), t.Close()); err == nil {
		err = os.Rename(t.Name(), file)
	}
	if err != nil {
		_ = os.Remove(t.Name())
	}
	return err
}

// unfinished is how the name of a file begins that replace has not yet moved to
// its place.
const unfinished = "unfinished-"

// sweep removes what builds left unfinished that were killed. What is younger than
// an hour may be that of another program, which is about to move it.
func sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), unfinished) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// read opens nothing but a file, for a pipe would never answer.
func read(file string) ([]byte, bool) {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostBytes {
		return nil, false
	}
	data, err := os.ReadFile(file)
	return data, err == nil
}
