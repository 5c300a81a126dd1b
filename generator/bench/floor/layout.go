package main

import (
	"bytes"
	"fmt"
	"html"
	"strconv"
	"strings"
	"time"
)

const (
	base      = "https://example.org/"
	publisher = "Syntetisk myndighed"
	header    = `<a class="skip" href="#indhold">Gå til sidens indhold</a><header class="top"><div class="wide"><a class="wordmark" href="/"><svg class="mark" viewBox="0 0 22 26" aria-hidden="true" focusable="false"><path d="M2 1v15M2 20v5M11 1v7M11 12v13M20 1v11M20 16v9"/></svg><span>` + publisher +
		`</span></a><nav aria-label="Hovedmenu"><ul class="menu"><li><a href="/referater/" aria-current="true">Referater</a></li><li><a href="/patientgrupper/">Patientgrupper</a></li><li><a href="/genomtal/">Genomtal</a></li></ul></nav></div></header>`
	footer = `<footer class="foot"><div class="wide"><div><p><b>` + publisher +
		`</b></p></div><div><p><b>Kontakt</b></p><ul><li><a href="mailto:kontakt@example.org">kontakt@example.org</a></li></ul></div><ul><li><a href="/was/">Tilgængelighedserklæring</a></li><li><a href="/om/">Om webstedet</a></li></ul></div></footer></body></html>`
)

// drawing is a page being written; put takes markup and text in turn.
type drawing struct{ *bytes.Buffer }

// put writes markup, text, markup, text … and escapes the text.
func (d drawing) put(parts ...string) {
	for i, part := range parts {
		if i%2 == 1 {
			part = html.EscapeString(part)
		}
		d.WriteString(part)
	}
}

// draw writes the whole page.
func draw(b *bytes.Buffer, p *page, called names) {
	d := drawing{b}
	committee, _, _ := strings.Cut(p.place, "/")
	name, day := called.committees[committee], words(p.meta.Date)
	d.put(`<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Referat `, day, ` – `, name,
		` – `+publisher+`</title><link rel="canonical" href="`+base+`referater/`, p.place, `/"><link rel="stylesheet" href="/style.css"><link rel="icon" href="/icon.svg" type="image/svg+xml"></head><body>`+header)
	d.put(`<nav class="wide" aria-label="Brødkrumme"><ol class="crumbs"><li><a href="/">Forside</a></li><li><a href="/referater/">Referater</a></li><li><a href="/referater/`, committee, `/">`, name,
		`</a></li><li><span aria-current="page">`, day, `</span></li></ol></nav><main id="indhold" class="wide" tabindex="-1"><div class="meeting-page">`)
	d.facts(p, committee, name, day)
	d.contents(p, called.groups)
	d.agenda(p.meta.Agenda)
	d.people(p.meta.Participants)
	d.WriteString(`<article class="record">`)
	d.Write(p.text)
	m := p.meta
	d.put(`</article><section class="part" aria-labelledby="henvisning"><h2 id="henvisning">Sådan henviser du</h2><p class="cite">`+publisher+`: `, m.Title, `, `, day, `. Sagsnr.&nbsp;`, m.Record.Case,
		`. Dok.nr.&nbsp;`, m.Record.Document, `. `+base+`referater/`, p.place, `/</p></section>`)
	d.neighbours(p)
	d.WriteString(`</div></div></main>` + footer)
}

func (d drawing) facts(p *page, committee, name, day string) {
	m, iso := p.meta, p.meta.Date.Format(time.DateOnly)
	d.put(`<div class="opening"><p class="kicker">Referat</p><h1>`, m.Title, ` <time datetime="`, iso, `">`, day, `</time></h1><div class="halves"><dl class="facts"><div><dt>Tid og sted</dt><dd><time datetime="`, iso,
		`">Den `, day, `</time>, kl. `, m.Start, `-`, m.End, `, `, m.Place, `</dd></div><div><dt>Udvalg</dt><dd><a href="/udvalg/`, committee, `/">`, name,
		`</a></dd></div><div><dt>Mødeleder</dt><dd>`, m.Chair, `</dd></div><div><dt>Sekretær</dt><dd>`, m.Secretary,
		`</dd></div></dl><dl class="facts"><div><dt>Status</dt><dd>Udsendt, godkendelse er ikke oplyst</dd></div><div><dt>Sagsnr.</dt><dd>`, m.Record.Case,
		`</dd></div><div><dt>Dok.nr.</dt><dd>`, m.Record.Document, `</dd></div></dl></div></div>`)
}

func (d drawing) contents(p *page, groups map[string]string) {
	d.put(`<div class="contents"><nav aria-label="Indhold"><details><summary>Indhold · `, strconv.Itoa(len(p.meta.Agenda)), ` punkter</summary><ul>`)
	for _, it := range p.meta.Agenda {
		d.put(`<li><a href="#punkt-`, it.Number, `">Pkt. `, it.Number, ` `, it.Title, `</a></li>`)
	}
	d.WriteString(`</ul></details></nav><div class="key"><p>Patientgrupper</p><ul>`)
	for _, it := range p.meta.Agenda {
		for _, group := range it.Concerns {
			d.put(`<li><a href="/patientgrupper/`, group, `/">`, groups[group], `</a></li>`)
		}
	}
	d.WriteString(`</ul></div></div><div class="body">`)
}

func (d drawing) agenda(items []agendaItem) {
	d.WriteString(`<section class="part" aria-labelledby="dagsorden"><h2 id="dagsorden">Dagsorden</h2><table class="agenda"><caption class="hidden">Mødets dagsorden</caption><thead><tr><th scope="col">Punkt</th><th scope="col">Aktivitet</th><th scope="col" class="right">Ca. tid</th></tr></thead><tbody>`)
	for _, it := range items {
		d.put(`<tr><td>`, it.Number, `</td><th scope="row"><a href="#punkt-`, it.Number, `">`, it.Title, `</a> <span class="note">`, kind(it.Kind), `v/`, it.Presenter,
			`</span></th><td class="right">`, strconv.Itoa(it.Minutes), ` min.</td></tr>`)
	}
	d.WriteString(`</tbody></table></section>`)
}

func kind(code string) string {
	switch code {
	case "O":
		return "Orientering (O) "
	case "D":
		return "Drøftelse (D) "
	case "B":
		return "Beslutning (B) "
	}
	return ""
}

func (d drawing) people(all []participant) {
	d.WriteString(`<section class="part" aria-labelledby="deltagere"><h2 id="deltagere">Deltagere</h2><div>`)
	d.some("Til stede", all, func(p participant) bool { return !p.Absent && !p.Staff })
	d.some("Afbud", all, func(p participant) bool { return p.Absent })
	d.some("Fra "+publisher, all, func(p participant) bool { return p.Staff })
	d.WriteString(`</div></section>`)
}

func (d drawing) some(heading string, all []participant, chosen func(participant) bool) {
	d.put(`<h3>`, heading, `</h3><ul class="people">`)
	for _, p := range all {
		if !chosen(p) {
			continue
		}
		d.put(`<li><span class="name">`, p.Name)
		if p.Chair {
			d.WriteString(` (formand)`)
		}
		if p.Absent {
			d.WriteString(` (afbud)`)
		}
		d.put(`</span> <span class="about">`, p.Role)
		for _, more := range []string{p.Organisation, p.Specialty} {
			if more != "" {
				d.put(`, `, more)
			}
		}
		if p.NominatedBy != "" {
			d.put(`, indstillet af `, p.NominatedBy)
		}
		d.WriteString(`</span></li>`)
	}
	d.WriteString(`</ul>`)
}

func (d drawing) neighbours(p *page) {
	d.WriteString(`<nav class="part" aria-labelledby="andre"><h2 id="andre">Andre møder</h2><ul class="pager">`)
	if p.before != "" {
		d.put(`<li><a href="/referater/`, p.before, `/" rel="prev"><span>Forrige møde</span> `, dayOf(p.before), `</a></li>`)
	}
	if p.after != "" {
		d.put(`<li class="next"><a href="/referater/`, p.after, `/" rel="next"><span>Næste møde</span> `, dayOf(p.after), `</a></li>`)
	}
	d.WriteString(`</ul></nav>`)
}

// dayOf is the day that a place tells.
func dayOf(place string) string {
	_, day, _ := strings.Cut(place, "/")
	date, err := time.Parse(time.DateOnly, day[:min(len(day), len(time.DateOnly))])
	if err != nil {
		return day
	}
	return words(date)
}

// words is a date as Danish writes it.
func words(date time.Time) string {
	months := [...]string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"}
	return fmt.Sprintf("%d. %s %d", date.Day(), months[date.Month()-1], date.Year())
}
