package intake

import (
	"slices"
	"strings"
)

// This file tells words of people's titles and of organisations from names. Danish puts such words
// together, so that most are known by their ends: "sundhedsdirektør", "Universitetshospitalet".

// roles are titles that stand by themselves.
var roles = []string{
	"ceo", "cfo", "dr", "dr.", "prof", "prof.", "lektor", "formand", "næstformand", "borgmester", "rådmand", "advokat", "medlem", "chef", "leder",
	"dekan", "rektor", "prorektor", "student", "ingeniør", "arkitekt", "referent", "ph.d.-studerende",
}

// roleEnds are what longer titles end in.
var roleEnds = []string{
	"chef", "direktør", "læge", "konsulent", "leder", "sygeplejerske", "medarbejder", "fuldmægtig", "professor", "formand", "koordinator", "repræsentant",
	"ansvarlig", "sekretær", "rådgiver", "arkitekt", "assistent", "mester", "jurist", "økonom", "studerende",
}

// organisationWords are words of organisations that no person is called by.
var organisationWords = []string{
	"hus", "huset", "dansk", "danske", "danmark", "danmarks", "national", "nationalt", "nordisk", "europæisk", "kl", "a/s", "aps", "statens", "københavns", "aarhus",
	"aalborg", "odense", "data", "board", "service",
}

// organisationEnds are what words of organisations end in, but for their inflection.
var organisationEnds = []string{
	"region", "kommune", "universitet", "center", "centr", "styrelse", "ministeri", "ministerium", "hospital", "sygehus", "selskab", "forening", "forbund", "patient", "sygdom", "sygdomm",
	"klinik", "klinikk", "afdeling", "sekretariat", "institut", "institutt", "rådet", "fond", "nævn", "udvalg", "direktorat", "skole", "akademi", "organisation", "myndighed", "forvaltning",
	"bibliotek", "museum", "museet", "politi", "departement", "netværk", "gruppe", "bank", "tilsyn", "forsyning", "kontor",
}

// inflections are what may stand behind those ends.
var inflections = []string{"", "s", "n", "en", "et", "r", "er", "e", "rne", "erne", "rnes", "ernes", "ens", "ets", "nes", "um"}

// isRole tells of a title: "kontorchef", "Overlæge".
func isRole(word string) bool {
	word = strings.ToLower(word)
	return slices.Contains(roles, word) || slices.ContainsFunc(roleEnds, func(end string) bool { return strings.HasSuffix(word, end) })
}

// isOrganisation tells of a word of an organisation's name: "Region", "Universitetet".
func isOrganisation(word string) bool {
	word = strings.ToLower(word)
	return slices.Contains(organisationWords, word) || slices.ContainsFunc(organisationEnds, func(end string) bool {
		at := strings.LastIndex(word, end)
		return at >= 0 && slices.Contains(inflections, word[at+len(end):])
	})
}

// notOfName tells of words that organisations and titles have and names have not.
func notOfName(word string) bool { return isOrganisation(word) || isRole(word) }
