package main

import (
	"strings"

	"pgregory.net/rapid"
)

// The table of counts of persons of the small sites, and what authors do to it.

const tablesSetting = `
[tables]
folder = "tabeller"
title = "Tabeller"
`

const personsText = `title = "Henviste"
unit = "personer"
definition = "Opdigtede tal til prøve."
rows = "Patientgruppe"
source = "../referater/raad/2024-03-05.md"
date = "2024"
totals = true
`

// personCounts are the counts of the table. The first two have one length; the last three may not
// be published.
func personCounts() []string {
	return []string{
		"Emne,Øst,Vest\nnyresvigt,<5,20\nAndet,50,70\n",
		"Emne,Øst,Vest\nnyresvigt,20,<5\nAndet,50,70\n",
		"Emne,Øst,Vest,i alt\noftalmologi,0,,0\nAndet,50,70,120\n",
		"Emne,Øst,Vest,i alt\nnyresvigt,<5,skjult,23\nAndet,50,70,120\n",
		"Emne,Øst,Vest,i alt\nnyresvigt,<5,20,23\n",
		"Emne,Øst,Vest\nnyresvigt,3,20\n",
		"Emne,Øst,Vest\nAndet,52,70\n",
	}
}

// persons changes the table: its counts, what it says of them, or what is remembered of an
// earlier version.
func (a *author) persons(t *rapid.T) {
	const name = "content/tabeller/personer"
	counts := rapid.SampledFrom(personCounts()).Draw(t, "counts")
	switch rapid.SampledFrom([]string{"counts", "counts", "facts", "earlier", "forgotten"}).Draw(t, "edit") {
	case "counts":
		a.write(t, name+".csv", counts)
	case "facts":
		a.write(t, name+".toml", personsText+rapid.SampledFrom([]string{"", "period = true\n", "disclosure = { threshold = 3 }\n", "disclosure = { zero = \"mask\" }\n"}).Draw(t, "facts"))
	case "earlier":
		a.write(t, "content/.record/texts/tabeller/personer.csv", strings.Replace(counts, "50", "49", 1))
		a.write(t, "content/.record/texts/tabeller/personer.toml", personsText)
	default:
		a.replace(t, "content/.record/texts/tabeller/personer.toml", `(?s)^.*$`, "title = \"Uden ord\"\n")
	}
}
