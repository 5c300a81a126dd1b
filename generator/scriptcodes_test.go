package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"referat/generator/source"
)

// unprovoked are the codes that no script can provoke, with the reason.
var unprovoked = map[source.Code]string{
	source.ProgramFault:    "a script cannot put a fault into the program",
	source.FileChanged:     "the file would have to be written between two reads a millisecond apart; a test of package main does that",
	source.Interrupted:     "the signal would have to come while files are drawn, which takes milliseconds",
	source.WordsUnbalanced: "no document is known of which a word is lost; a test of package main makes one up",
	source.RobotsSitemap:   "the program writes robots.txt anew before it looks; a test of package check has another",
	source.FileUnreadable:  "a file without the right to read it can be read by root, who may run the tests",
}

// A code counts as provoked when a script compares all that the program says
// with a file that has it: then place, message and remedy are held too.
func TestEveryCodeIsProvokedByAScript(t *testing.T) {
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	compared := regexp.MustCompile(`(?m)^(?:\[\S+\] )?cmp(?:env)? stderr (?:\.\./)?(\S+)$`)
	provoked := map[source.Code]bool{}
	for _, name := range scripts {
		script, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range compared.FindAllSubmatch(script.Comment, -1) {
			i := slices.IndexFunc(script.Files, func(f txtar.File) bool { return f.Name == string(m[1]) })
			if i < 0 {
				t.Fatalf("%s has no file %s", name, m[1])
			}
			for _, code := range codesIn(string(script.Files[i].Data)) {
				provoked[code] = true
			}
		}
	}
	for _, code := range source.Codes() {
		if reason, listed := unprovoked[code]; listed == provoked[code] {
			t.Errorf("%s: a script provokes it: %v; the reason why none can: %q", code, provoked[code], reason)
		}
	}
	if len(unprovoked) > 6 {
		t.Error("too many codes have no script; find a way")
	}
}
