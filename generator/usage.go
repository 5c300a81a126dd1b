package main

import (
	"slices"
)

// usage is the whole help.
func usage(lang string) string {
	if lang == "en" {
		return usageEnglish
	}
	return usageDanish
}

// languageOf finds --lang among arguments that are not parsed yet.
func languageOf(args []string) string {
	for i, a := range args {
		if a == "--lang=en" || a == "-lang=en" || (a == "--lang" || a == "-lang") && slices.Index(args[i+1:], "en") == 0 {
			return "en"
		}
	}
	return "da"
}

const usageDanish = `referat laver et websted af referater, status og tal.

Brug:
  referat build [tilvalg]     bring public/ på højde med filerne
  referat why STI [tilvalg]   vis, hvad en fil i public/ er lavet af
  referat serve [tilvalg]     vis webstedet her på maskinen (127.0.0.1), og følg hver ændring, til du trykker Ctrl-C
  referat help                vis denne hjælp

Tilvalg:
  -C MAPPE      webstedets mappe (ellers den mappe, du står i)
  -o MAPPE      skriv siderne her i stedet for i public; stien regnes fra webstedets mappe
  --drafts      vis også kladder og det, der endnu ikke er offentligt (kræver -o; serve viser dem altid, men kun her)
  --now TID     byg, som om klokken er TID, fx 2024-03-01T08:00:00+01:00
                (et tidspunkt i fremtiden kræver -o)
  --lang SPROG  sproget i programmets beskeder, da eller en
  --json        skriv problemer og resultat som JSON (kun build og why)
  --verify      byg også forfra et andet sted, og sammenlign alle filer (kun build)
  --since-last  vis, om og hvorfor filen sidst blev skrevet, og om den bliver det igen (kun why)
  --port TAL    den port, serve svarer på (ellers 8080; 0 er en ledig)
  --open        åbn siden i browseren (kun serve)

Uden --now gælder SOURCE_DATE_EPOCH, hvis den er sat, ellers uret.

Programmet slutter med 0, når alt er gjort, 1 ved fejl i webstedets filer og 2 ved forkert brug.

Eksempel:
  referat build -C mit-websted
`

const usageEnglish = `referat makes a website of minutes, status and counts.

Usage:
  referat build [options]     bring public/ up to date
  referat why PATH [options]  show what a file in public/ is made from
  referat serve [options]     show the site on this machine (127.0.0.1) and follow every change, until Ctrl-C
  referat help                show this help

Options:
  -C DIR        the site's folder (else the one you stand in)
  -o DIR        write the pages here instead of public; relative to the site's folder
  --drafts      also show drafts and what is not yet public (needs -o; serve always shows them, only here)
  --now TIME    build as if it were TIME, for example 2024-03-01T08:00:00+01:00
                (an instant in the future needs -o)
  --lang LANG   language of the program's messages, da or en
  --json        write problems and result as JSON (build and why only)
  --verify      also build from nothing elsewhere, and compare all files (build only)
  --since-last  show whether and why the file was last written, and whether it will be again (why only)
  --port N      the port that serve answers on (else 8080; 0 is any free one)
  --open        open the site in the browser (serve only)

Without --now SOURCE_DATE_EPOCH counts, if it is set, else the clock.

The program exits with 0 when all is done, 1 on problems in the site's files, 2 on wrong usage.

Example:
  referat build -C my-site
`
