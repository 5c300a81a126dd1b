package main

import (
	"os"
	"path"
	"runtime"
	"sync"
	"sync/atomic"
)

// written is how much was written.
type written struct{ files, bytes int64 }

// write writes the site into dir, which it makes. os.Root keeps every name
// that came from outside within it. After an error the folder is incomplete.
func write(dir string, c *corpus) (written, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return written{}, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return written{}, err
	}
	defer func() { _ = root.Close() }()
	few := c.fewFiles()
	var bytes atomic.Int64
	n := len(few) + c.size
	err = each(n, func(i int) error {
		f := file{}
		if i < len(few) {
			f = few[i]
		} else {
			m, err := c.meeting(i - len(few))
			if err != nil {
				return err
			}
			f = c.minutesFile(m)
		}
		bytes.Add(int64(len(f.data)))
		return put(root, f)
	})
	return written{int64(n), bytes.Load()}, err
}

func put(root *os.Root, f file) error {
	if err := root.MkdirAll(path.Dir(f.path), 0o755); err != nil {
		return err
	}
	return root.WriteFile(f.path, f.data, 0o644)
}

// each calls work for every number below n on as many workers as there are
// processors, and stops after an error, which it returns.
func each(n int, work func(i int) error) error {
	var (
		workers sync.WaitGroup
		next    atomic.Int64
		failed  atomic.Pointer[error]
	)
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && failed.Load() == nil; i = int(next.Add(1)) - 1 {
				if err := work(i); err != nil {
					failed.CompareAndSwap(nil, &err)
				}
			}
		})
	}
	workers.Wait()
	if err := failed.Load(); err != nil {
		return *err
	}
	return nil
}
