package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// smallSite is a site with nothing to complain about; LANGUAGE and TODAY are put in.
var smallSite = map[string]string{
	"site.toml": `base = "https://ngc.dk/"
language = "LANGUAGE"
title = "Prøvested"

[organisation]
name = "Prøvemyndigheden"

[accessibility]
url = "https://was.digst.dk/ngc-dk"
phone = "+45 24 97 17 65"
email = "kontakt@ngc.dk"
updated = TODAY

[data]
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"

[[sections]]
name = "Referat"
role = "outcome"
`,
	"content/udvalg/raadet.md": `+++
title = "Rådet"
+++

Rådet rådgiver.
`,
	"content/referater/raadet/2024-03-05.md": `+++
title = "Møde i Rådet"
state = "final"
+++

## Pkt. 1 Status

### Referat

Rådet drøftede status.
`,
}

func writeSite(ts *testscript.TestScript, _ bool, args []string) {
	for name, text := range smallSite {
		file := ts.MkAbs(name)
		if _, err := os.Stat(file); err == nil {
			continue // the script has its own
		}
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
		text = strings.NewReplacer("LANGUAGE", append(args, "da")[0], "TODAY", ts.Getenv("TODAY")).Replace(text)
		ts.Check(os.WriteFile(file, []byte(text), 0o666))
	}
	makeReal(ts)
}
