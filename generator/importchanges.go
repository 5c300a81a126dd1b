package main

import (
	"strings"

	"referat/generator/intake"
	"referat/generator/source"
)

// This file tells what an import changes in minutes that were there.

// publicity tells what readers get to see, or no longer see.
func (r importReport) publicity() {
	state, n := r.public.state, r.public.linking
	switch {
	case state == "":
	case r.done == didUpdate:
		r.line(r.say("referatet er %q: det nye bliver offentligt, når webstedet bygges", "the minutes are %q: what is new becomes public when the site is built"), state)
	case r.public.lost:
		r.line(r.say("referatet var %q og er nu et udkast: siden er ikke længere offentlig, når webstedet bygges", "the minutes were %q and are now a draft: their page is no longer public when the site is built"), state)
		if n > 0 {
			r.line(r.say("%d %s linker til det; webstedet kan ikke bygges, før referatet er offentligt igen, eller linkene er fjernet", "%d %s to them; the site cannot be built until they are public again or the links are removed"),
				n, r.say(plural(n, "fil", "filer"), plural(n, "file links", "files link")))
		}
	}
}

// compared tells how the document differs from the file that is there, or what has changed in it.
func (r importReport) compared() {
	gone, now := r.say("i filen", "the file has"), r.say("i dokumentet", "the document has")
	switch r.done {
	case didNothing:
	case didUpdate:
		if len(r.differences) > 0 {
			r.line("%s", r.say("ændret i filen:", "changed in the file:"))
		}
		gone, now = r.say("før", "before"), r.say("nu", "now")
	default:
		return
	}
	for _, d := range r.differences {
		var parts []string
		if d.Gone != "" {
			parts = append(parts, gone+" "+r.wording.value(d, d.Gone))
		}
		if d.New != "" {
			parts = append(parts, now+" "+r.wording.value(d, d.New))
		}
		r.line("  %s: %s", r.wording.where(d), strings.Join(parts, ", "))
	}
}

// danishKeys are the keys of front matter as people call what they say.
var danishKeys = map[string]string{
	"title": "titel", "date": "dato", "start": "begyndt", "end": "sluttet", "place": "sted", "chair": "mødeleder", "secretary": "referent",
	"agenda": "dagsorden", "participants": "deltagere", "record": "journal", "attachments": "bilag", "corrections": "rettelser",
	"name": "navn", "role": "stilling", "organisation": "organisation", "nominated_by": "udpeget af", "specialty": "speciale", "note": "bemærkning",
	"absent": "fraværende", "staff": "sekretariat", "number": "nummer", "minutes": "minutter", "kind": "type", "presenter": "oplægsholder", "closed": "lukket",
	"unit": "enhed", "officer": "sagsbehandler", "case": "sagsnummer", "document": "dokumentnummer",
	"concerns": "emner", "approved": "godkendt", "withdrawn": "trukket tilbage", "lang": "sprog", "joint": "fælles med",
}

// where names the place of a difference. A key of front matter stands first or last, and names between.
func (w wording) where(d intake.Difference) string {
	parts := strings.Split(d.Where, ", ")
	if w.lang != "da" || !d.Front {
		return d.Where
	}
	for _, at := range []int{0, len(parts) - 1} {
		if name, known := danishKeys[parts[at]]; known {
			parts[at] = name
		}
	}
	return strings.Join(parts, ", ")
}

// value is what a file has in a place. A mark such as absent has no words of its own.
func (w wording) value(d intake.Difference, words string) string {
	if d.Front && words == "true" {
		return w.in("ja", "yes")
	}
	return source.Quoted(words, w.lang)
}
