package main

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Danish compounds are written in one word, so a few dozen beginnings and ends
// give the thousands of rare words that a large body of real minutes has.

// starts are beginnings of compounds, each with the letters that join it on.
var starts = []string{
	"kvalitets", "drifts", "data", "prøve", "analyse", "uddannelses", "samarbejds", "budget", "møde", "informations",
	"projekt", "evaluerings", "udviklings", "sikkerheds", "logistik", "transport", "lager", "laboratorie", "indkøbs", "bemandings",
	"vagt", "register", "kode", "arkiv", "måle", "kontrol", "rådgivnings", "oplærings", "indførings", "kommunikations",
	"forsknings", "økonomi", "tids", "kapacitets", "service", "tilsyns", "forbedrings", "dialog", "forsynings", "udstyrs",
	"klinik", "regions", "afdelings", "svar", "visitations", "henvisnings", "dokumentations", "opfølgnings", "planlægnings", "støtte",
}

// noun is a word in its four forms: en plan, planen, planer, planerne.
type noun struct {
	one, theOne, many, theMany string
	neuter                     bool // et, not en
}

// ends are what the compounds are.
var ends = []noun{
	{"plan", "planen", "planer", "planerne", false},
	{"rapport", "rapporten", "rapporter", "rapporterne", false},
	{"aftale", "aftalen", "aftaler", "aftalerne", false},
	{"model", "modellen", "modeller", "modellerne", false},
	{"ordning", "ordningen", "ordninger", "ordningerne", false},
	{"oversigt", "oversigten", "oversigter", "oversigterne", false},
	{"vejledning", "vejledningen", "vejledninger", "vejledningerne", false},
	{"vurdering", "vurderingen", "vurderinger", "vurderingerne", false},
	{"opgørelse", "opgørelsen", "opgørelser", "opgørelserne", false},
	{"proces", "processen", "processer", "processerne", false},
	{"metode", "metoden", "metoder", "metoderne", false},
	{"strategi", "strategien", "strategier", "strategierne", false},
	{"indsats", "indsatsen", "indsatser", "indsatserne", false},
	{"opgave", "opgaven", "opgaver", "opgaverne", false},
	{"undersøgelse", "undersøgelsen", "undersøgelser", "undersøgelserne", false},
	{"løsning", "løsningen", "løsninger", "løsningerne", false},
	{"beskrivelse", "beskrivelsen", "beskrivelser", "beskrivelserne", false},
	{"analyse", "analysen", "analyser", "analyserne", false},
	{"projekt", "projektet", "projekter", "projekterne", true},
	{"forløb", "forløbet", "forløb", "forløbene", true},
	{"system", "systemet", "systemer", "systemerne", true},
	{"program", "programmet", "programmer", "programmerne", true},
	{"notat", "notatet", "notater", "notaterne", true},
	{"udkast", "udkastet", "udkast", "udkastene", true},
	{"grundlag", "grundlaget", "grundlag", "grundlagene", true},
	{"forslag", "forslaget", "forslag", "forslagene", true},
	{"tilbud", "tilbuddet", "tilbud", "tilbuddene", true},
	{"behov", "behovet", "behov", "behovene", true},
	{"område", "området", "områder", "områderne", true},
	{"værktøj", "værktøjet", "værktøjer", "værktøjerne", true},
	{"netværk", "netværket", "netværk", "netværkene", true},
	{"regnskab", "regnskabet", "regnskaber", "regnskaberne", true},
	{"skema", "skemaet", "skemaer", "skemaerne", true},
	{"resultat", "resultatet", "resultater", "resultaterne", true},
	{"princip", "princippet", "principper", "principperne", true},
	{"niveau", "niveauet", "niveauer", "niveauerne", true},
	{"krav", "kravet", "krav", "kravene", true},
}

// adjective is a word in its forms: en ny, et nyt, den nye.
type adjective struct{ common, neuter, definite string }

var adjectives = []adjective{
	{"ny", "nyt", "nye"}, {"fælles", "fælles", "fælles"}, {"samlet", "samlet", "samlede"}, {"kort", "kort", "korte"},
	{"regional", "regionalt", "regionale"}, {"opdateret", "opdateret", "opdaterede"}, {"enkel", "enkelt", "enkle"},
	{"bred", "bredt", "brede"}, {"foreløbig", "foreløbigt", "foreløbige"}, {"grundig", "grundigt", "grundige"},
	{"lokal", "lokalt", "lokale"}, {"årlig", "årligt", "årlige"}, {"tydelig", "tydeligt", "tydelige"},
	{"skriftlig", "skriftligt", "skriftlige"},
}

// author writes the text of one document. What it says hangs on its numbers alone.
type author struct {
	*rand.Rand
	mentioned []string // slugs of the groups named so far
}

// newAuthor gives document i of a kind its own row of numbers.
func newAuthor(kind, i int) *author {
	return &author{Rand: rand.New(rand.NewPCG(uint64(kind), uint64(i)))}
}

// The kinds of documents that have an author.
const (
	aMeeting = iota + 1
	aGroup
	aCount
)

func pick[T any](a *author, list []T) T { return list[a.IntN(len(list))] }

// rarely picks too, but the first ones most often, as words are used.
func rarely[T any](a *author, list []T) T {
	return list[min(a.IntN(len(list)), a.IntN(len(list)))]
}

// compound is a noun such as kvalitetsplan.
func (a *author) compound() noun {
	for {
		start, n := rarely(a, starts), rarely(a, ends)
		if n.one != strings.TrimSuffix(start, "s") {
			return noun{start + n.one, start + n.theOne, start + n.many, start + n.theMany, n.neuter}
		}
	}
}

// say writes one sentence after a pattern, with a capital and a full stop.
func (a *author) say(patterns []string) string { return a.fill(pick(a, patterns)) + "." }

// text writes sentences after each other.
func (a *author) text(patterns []string, sentences int) string {
	all := make([]string, sentences)
	for i := range all {
		all[i] = a.say(patterns)
	}
	return strings.Join(all, " ")
}

// fill puts words into the places of a pattern.
func (a *author) fill(pattern string) string {
	var b strings.Builder
	for rest := pattern; ; {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return capital(b.String())
		}
		place, after, _ := strings.Cut(after, "}")
		b.WriteString(a.word(place))
		rest = after
	}
}

// word gives words for a place: en, den, flere and de are a compound in that
// form, with or without an adjective.
func (a *author) word(place string) string {
	switch place {
	case "gruppe":
		g := rarely(a, groupNames)
		a.mentioned = append(a.mentioned, g.Slug)
		return small(g.Name)
	case "måned":
		return pick(a, monthNames) + " " + strconv.Itoa(firstYear+a.IntN(years))
	case "antal":
		return strconv.Itoa(3 + a.IntN(20))
	case "tal":
		return strconv.Itoa(1+a.IntN(9)) + "." + strconv.Itoa(100+a.IntN(900))
	}
	n, described := a.compound(), a.IntN(3) == 0
	return n.form(place, described, pick(a, adjectives))
}

func (n noun) form(place string, described bool, adj adjective) string {
	article, the, word := "en ", "den ", adj.common
	if n.neuter {
		article, the, word = "et ", "det ", adj.neuter
	}
	switch {
	case place == "en" && described:
		return article + word + " " + n.one
	case place == "en":
		return article + n.one
	case place == "den" && described:
		return the + adj.definite + " " + n.one // article and adjective take the ending's place
	case place == "den":
		return n.theOne
	case place == "flere" && described:
		return adj.definite + " " + n.many
	case place == "flere":
		return n.many
	case described:
		return "de " + adj.definite + " " + n.many
	}
	return n.theMany
}

// capital and small change the first letter.
func capital(s string) string { return first(s, unicode.ToUpper) }

func small(s string) string { return first(s, unicode.ToLower) }

func first(s string, change func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(change(r)) + s[size:]
}
