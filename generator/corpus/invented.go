package main

import "fmt"

// What is invented once for every site: names that nobody has, committees and
// patient groups that do not exist.

var committees = []body{
	{"drift", "Eksempeludvalget for drift"},
	{"kvalitet", "Eksempeludvalget for kvalitet"},
	{"data", "Eksempeludvalget for data"},
	{"uddannelse", "Eksempeludvalget for uddannelse"},
	{"jura", "Eksempeludvalget for jura"},
	{"forskning", "Eksempeludvalget for forskning"},
	{"oekonomi", "Eksempeludvalget for økonomi"},
	{"information", "Eksempeludvalget for information"},
	{"teknik", "Eksempeludvalget for teknik"},
}

var groupNames = []body{
	{"blaa-proever", "Blå prøver"},
	{"groenne-proever-hos-voksne", "Grønne prøver hos voksne"},
	{"gule-proever-hos-boern-og-unge", "Gule prøver hos børn og unge"},
	{"sjaeldne-eksempler", "Sjældne eksempler"},
	{"arvelige-eksempler", "Arvelige eksempler"},
	{"udbredte-eksempler", "Udbredte eksempler"},
	{"svaere-skoleeksempler", "Svære skoleeksempler"},
	{"smaa-moenstre", "Små mønstre"},
	{"store-moenstre-hos-voksne", "Store mønstre hos voksne"},
	{"skaeve-moenstre", "Skæve mønstre"},
	{"runde-og-kantede-moenstre", "Runde og kantede mønstre"},
	{"opdigtet-svigt", "Opdigtet svigt"},
	{"opdigtede-udsving", "Opdigtede udsving"},
	{"attraplaere", "Attraplære"},
	{"proevologi", "Prøvologi"},
	{"moensterlaere-hos-boern-og-unge", "Mønsterlære hos børn og unge"},
	{"moensterlaere-hos-unge-voksne-samt-skaev-moensterlaere-hos-voksne", "Mønsterlære hos unge voksne samt skæv mønsterlære hos voksne"},
}

var givenNames = []string{"Anna", "Bo", "Carla", "Dan", "Eva", "Finn", "Grete", "Hans", "Ida", "Jens",
	"Karen", "Lars", "Mona", "Nis", "Oda", "Per", "Rosa", "Sven", "Tove", "Åse"}

var familyNames = []string{"Eksempelsen", "Prøvesen", "Testesen", "Mønsterup", "Opdigtsen", "Skabelonsen", "Attrapsen", "Kladdegaard",
	"Pladsholdersen", "Demosen", "Fiktivsen", "Modelgaard", "Påhitsen", "Skitsegaard", "Tænktsen", "Udkastsen", "Variabelsen", "Øvesen"}

var organisations = []string{"Eksempelhospitalet", "Prøveklinikken", "Testlaboratoriet", "Mønsterafdelingen", "Opdigtet Universitet"}

var nominators = []string{"Region Eksempel", "Region Prøve", "Region Mønster", "De Opdigtede Selskaber", "Opdigtede Patienter"}

var specialties = []string{"prøvologi", "mønsterlære", "attraplære", "anvendt eksempelkunde", "klinisk skabelonlære"}

var roles = []string{"overlæge", "professor", "direktør", "afdelingschef", "specialkonsulent", "sygeplejerske"}

var venues = []string{"Videomøde", "Mødelokale 1, Eksempelgade 1", "Mødelokale 2, Prøvevej 2", "Eksempelhospitalet og video"}

// The years that meetings and counts lie in.
const (
	firstYear = 2016
	years     = 10
)

// inventGroups writes the groups. Their sources are addresses that are not
// there, and the first meeting, which every site has.
func inventGroups() []group {
	groups := make([]group, len(groupNames))
	for i, name := range groupNames {
		a := newAuthor(aGroup, i)
		begun, due := a.word("måned"), a.word("måned")
		groups[i] = group{Slug: name.Slug, Name: name.Name, Due: capital(due), Steps: []step{
			{Date: begun, Title: "Syntetisk trin: tilbuddet begynder", Source: exampleSource + name.Slug},
			{Date: due, Stage: "sendt", Source: "../referater/" + slotOf(0).place() + ".md#punkt-2"},
		}}
		for range 3 {
			groups[i].Text = append(groups[i].Text, paragraph(a.text(backgroundPatterns, 3)))
		}
	}
	return groups
}

// inventMonths counts up month by month.
func inventMonths() []month {
	a := newAuthor(aCount, 0)
	months := make([]month, 12*years)
	total := 0
	for i := range months {
		total += 20 + 6*i + a.IntN(40+3*i)
		months[i] = month{fmt.Sprintf("%d-%02d", firstYear+i/12, 1+i%12), total}
	}
	return months
}
