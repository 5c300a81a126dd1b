package intake

import (
	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

const film = "https://www.linkedin.com/feed/update/urn:li:activity:7127942742130728960"

// sampleRaw is a short document with what real ones have: labels, a date in words, a chair who is
// also a participant, a list, a table, a note, a word parted at the end of a line, and a foot
// on each page.
const sampleRaw = `Referat
Dato: 08-11-2023
Møde i arbejdsgruppen for klinisk anvendelse
Den 7. november 2023, kl. 14.00 - 15.30, Microsoft Teams
Mødeleder: Jesper Gyllenborg
Punkt Ca. tid Aktivitet
1. 20 min. Status på NGC (O) v/Bettina Lundgren
Deltagere:
Jesper Gyllenborg, sundhedsdirektør, Region Sjælland (formand)
Finn Cilius Nielsen, (indstillet af Region Hovedstaden, klinisk biokemi) (afbud)
Side 1 af 2
Pkt. 1 Status på NGC (orientering) v/Bettina Lundgren
Indstilling
Det indstilles, at gruppen tager status for sund-
hedsdata til efterretning.
Referat
7. november var der 20.621 genomer i EU-
opslaget. Se Film om NGC, og Status samt WGS:
• Supplér med H2O & 10 * 2
• Belys
1. Hvor meget
3. Hvornår
a) Hvorfor
Patientgrupper Periode
Nyresvigt Psykiatri Medio marts
2. Patienter er børn.
Der er 17 patientgrupper.1
1 Jf. bilag 3.2.
https://www.linkedin.com/feed/update/urn:li:activity:7127942742130728960
Side 2 af 2
`

func at(line int) manuscript.Place { return manuscript.Place{Line: line} }

func plain(text string) []manuscript.Run { return []manuscript.Run{{Text: text}} }

func entry(level int, mark, text string) manuscript.Block {
	return manuscript.Block{Kind: manuscript.Entry, Level: level, Mark: mark, Text: plain(text)}
}

// sample is that document as a reader gives it, and the draft of it.
func sample() (*manuscript.Document, *Draft) {
	bold := manuscript.Look{Bold: true}
	proposal := []manuscript.Block{{Text: plain("Det indstilles, at gruppen tager status for sundhedsdata\ntil efterretning."), Wrapped: true, At: at(15)}}
	minutes := []manuscript.Block{
		{At: at(18), Text: []manuscript.Run{{Text: "7. november var der 20.621 genomer i EU-opslaget. Se "}, {Text: "Film om NGC", Link: film}, {Text: ", og "},
			{Text: "Sta", Look: bold}, {Text: "tus "}, {Text: "samt ", Look: bold}, {Text: "WGS", Look: manuscript.Look{Bold: true, Italic: true}}, {Text: ":"}}},
		{Kind: manuscript.Entry, Mark: "•", At: at(20), Text: []manuscript.Run{{Text: "Supplér med H"}, {Text: "2", Look: manuscript.Look{Subscript: true}}, {Text: "O & 10 * 2"}}},
		entry(0, "•", "Belys"), entry(1, "1.", "Hvor meget"), entry(1, "3.", "Hvornår"), entry(1, "a)", "Hvorfor"),
		{Kind: manuscript.Table, At: at(25), Rows: [][]manuscript.Cell{
			{{Text: plain("Patientgrupper"), Columns: 1, Heading: true}, {Text: plain("Periode"), Columns: 1, Heading: true}},
			{{Text: plain("Nyresvigt\nPsykiatri"), Columns: 1}, {Text: plain("Medio marts"), Columns: 1}}}},
		{Kind: manuscript.Heading, Level: 3, Text: plain("2. Patienter er børn.")},
		{At: at(28), Text: []manuscript.Run{{Text: "Der er 17 patientgrupper."}, {Note: 1}}},
	}
	doc := &manuscript.Document{
		Raw: sampleRaw, Blocks: append(append([]manuscript.Block(nil), proposal...), minutes...),
		Notes: []manuscript.Note{{Text: plain("Jf. bilag 3.2."), At: at(29)}},
		Joins: []manuscript.Join{{Left: "sund-", Right: "hedsdata"}},
		Aside: []manuscript.Aside{{Words: "Side 1 af 2", Why: manuscript.PageNumber, Times: 1, At: at(11)}, {Words: "Side 2 af 2", Why: manuscript.PageNumber, Times: 1},
			{Words: film, Why: manuscript.Repeated, Times: 1, At: at(30)}},
	}
	day, _ := danish.NewDate(2023, 11, 7)
	written, _ := danish.NewDate(2023, 11, 8)
	d := &Draft{
		Head:   Head{Title: "Møde i arbejdsgruppen for klinisk anvendelse", Date: day, Start: "14.00", End: "15.30", Place: "Microsoft Teams", Chair: "Jesper Gyllenborg"},
		Record: content.Record{Date: written},
		Agenda: []content.AgendaItem{{Number: "1", Minutes: 20, Title: "Status på NGC", Kind: "O", Presenter: "Bettina Lundgren"}},
		Participants: []content.Person{
			{Name: "Jesper Gyllenborg", Role: "sundhedsdirektør", Organisation: "Region Sjælland", Chair: true},
			{Name: "Finn Cilius Nielsen", NominatedBy: "Region Hovedstaden", Specialty: "klinisk biokemi", Absent: true}},
		Items: []Item{{Heading: "Pkt. 1 Status på NGC (orientering) v/Bettina Lundgren", Number: "1", Sections: []Section{
			{Name: "Indstilling", Blocks: proposal}, {Name: "Referat", Blocks: minutes}}}},
		Notes: doc.Notes,
		Kept: []Kept{{What: "label", Words: "Referat"}, {What: "date", Words: "Dato: 08-11-2023"}, {What: "date", Words: "Den 7. november 2023, kl. 14.00 - 15.30"},
			{What: "label", Words: "Mødeleder:"}, {What: "agenda_heading", Words: "Punkt Ca. tid Aktivitet"}, {What: "label", Words: "min."}, {What: "label", Words: "v/"},
			{What: "label", Words: "Deltagere:"}, {What: "attendance", Words: "(formand)"}, {What: "attendance", Words: "(indstillet af"}, {What: "attendance", Words: "(afbud)"}},
		Doubts: []Doubt{
			{Problem: source.At(source.Pos{}, source.DoubtCommittee), Target: Target{Part: InHead, Near: "title"}},
			{Problem: source.At(source.Pos{}, source.DoubtCommittee), At: manuscript.Place{Page: 2, Line: 28}, Target: Target{Part: InSection, Section: 1, Near: "Hvorfor"}}},
	}
	return doc, d
}

func sampleFile() (*manuscript.Document, string) {
	doc, d := sample()
	return doc, Write(d, doc, Origin{Name: "referat.txt", Format: "txt"}, "da").Text
}
