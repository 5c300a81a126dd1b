package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"referat/generator/personal/personaltest"
)

// makeNumber writes numbers that look like persons' where a script has letters for them: none stands in a file.
func makeNumber(ts *testscript.TestScript, _ bool, args []string) {
	checked, unchecked := personaltest.Ending("020345", true), personaltest.Ending("020345", false)
	write := strings.NewReplacer("DDMMYY", "020345", "SSSS", checked, "XXXX", unchecked, "CAAG", "1KM7").Replace
	for _, name := range args {
		change(ts, name, write)
		if named := write(name); named != name {
			ts.Check(os.Rename(ts.MkAbs(name), ts.MkAbs(named)))
		}
	}
}
