package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestAnotherProgramIsAnotherEngine(t *testing.T) {
	ids := map[string]string{}
	for name, text := range map[string]string{"one": `"one"`, "two": `"two"`} {
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module x\n"), 0o644))
		must(t, os.WriteFile(filepath.Join(dir, "x.go"), []byte("package main\n\nfunc main() { println("+text+") }\n"), 0o644))
		for _, flags := range []string{"", "-s -w"} {
			build := exec.Command("go", "build", "-ldflags", flags, "-o", "x", ".")
			build.Dir = dir
			if out, err := build.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			f, err := os.Open(filepath.Join(dir, "x"))
			must(t, err)
			defer func() { _ = f.Close() }()
			id := buildID(f)
			if whole, err := digestOf(f); err != nil || id == "" {
				id = whole.String() // as on systems without ELF
			}
			if other, twice := ids[id]; twice {
				t.Errorf("%s %s and %s are one engine", name, flags, other)
			}
			ids[id] = name + " " + flags
		}
	}
}
