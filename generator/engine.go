package main

import (
	"crypto/sha256"
	"debug/elf"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"referat/generator/plain"
)

// engine stands for the program: one that was changed may draw anything otherwise.
// Where its own file cannot be read, no two runs are alike.
func engine() plain.Digest {
	if name, err := os.Executable(); err == nil {
		if f, err := os.Open(name); err == nil {
			defer func() { _ = f.Close() }()
			if id := buildID(f); id != "" {
				return plain.DigestOf(id)
			}
			if d, err := digestOf(f); err == nil {
				return d
			}
		}
	}
	return plain.DigestOf(fmt.Sprint(time.Now().UnixNano(), os.Getpid()))
}

// buildID is the digest of all of the program that the go command has written into
// it, or "" where there is none: only ELF files have it in a place that is quickly read.
func buildID(f *os.File) string {
	program, err := elf.NewFile(f)
	if err != nil {
		return ""
	}
	note := program.Section(".note.go.buildid")
	if note == nil {
		return ""
	}
	id, err := note.Data()
	if err != nil {
		return ""
	}
	return string(id)
}

// digestOf reads a large file by halves at the same time.
func digestOf(f *os.File) (plain.Digest, error) {
	info, err := f.Stat()
	if err != nil {
		return plain.Digest{}, err
	}
	middle := info.Size() / 2
	var halves [2]plain.Digest
	var errs [2]error
	var wg sync.WaitGroup
	for i, part := range []*io.SectionReader{io.NewSectionReader(f, 0, middle), io.NewSectionReader(f, middle, info.Size()-middle)} {
		wg.Go(func() {
			h := sha256.New()
			_, errs[i] = io.CopyBuffer(h, part, make([]byte, 1<<20))
			halves[i] = plain.Digest(h.Sum(nil))
		})
	}
	wg.Wait()
	return plain.DigestOf(halves), errors.Join(errs[:]...)
}
