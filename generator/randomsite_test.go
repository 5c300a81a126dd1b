package main

import (
	"fmt"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// The small sites of the proof. Texts that take each other's place are of one
// length, so that only their bytes tell.

const settingsText = `base = "https://ngc.dk/"
language = "da"
title = "Prøvested"

[organisation]
name = "Prøvemyndigheden"
phone = "+45 24 97 17 65"

[accessibility]
url = "https://was.digst.dk/ngc-dk"
phone = "+45 24 97 17 65"
email = "kontakt@ngc.dk"
updated = 2026-01-31

[[menu]]
title = "Referater"
page = "/referater/"

[[footer]]
title = "Om os"
page = "/om/"

[minutes]
folder = "referater"
title = "Referater"

[subjects]
folder = "patientgrupper"
title = "Patientgrupper"
one = "Patientgruppe"
many = "patientgrupper"
report = "Statusrapport"

[[subjects.stages]]
id = "sendt"
title = "Rapport sendt"

[counts]
folder = "genomtal"
title = "Genomtal"
headline = "genomer"

[[sections]]
name = "Referat"
role = "outcome"

[[sections]]
name = "Indstilling"
role = "proposal"

[[kinds]]
code = "O"
name = "Orientering"

[[glossary]]
term = "WGS"
text = "helgenomsekventering"

[[phrases]]
lang = "en"
words = ["Annual Meeting"]

[[sources]]
title = "ngc.dk: Status"
url = "https://ngc.dk/status"
`

// committeeIDs, meetingDays, subjectIDs are few, so that what is renamed often
// meets what was there before.
func committeeIDs() []string { return []string{"raad", "udvalg-b", "styring"} }

func meetingDays() []string {
	return []string{"2023-11-07", "2024-03-05", "2024-03-05-2", "2024-06-11", "2025-01-14", "2025-12-02"}
}

func subjectIDs() []string { return []string{"nyresvigt", "oftalmologi", "psykiatri"} }

// names are titles and names that texts mention.
func names() []string {
	return []string{"nyresvigt", "Øjensygdom", "WGS", "Nyresygdom", "Status", "Næste møde", "Planen", "Driften"}
}

// aliases are other names of a subject; two subjects may not have one name.
func aliases(id string) []string {
	switch id {
	case "nyresvigt":
		return []string{"Nyresygdom", "Nyrelidelse", "hele landet"}
	case "oftalmologi":
		return []string{"Øjensygdom", "Synet", "Status"}
	}
	return []string{"Sindet", "tilbud", "WGS"}
}

// sentences are what texts consist of. The first four are of one length in bytes.
func sentences() []string {
	return []string{
		"Alle tilbud for nyresvigt er nu i drift.",
		"Alle tilbud for psykiatri er nu i drift.",
		"Ingen havde mere at tale om, da vi gik..",
		"Mere WGS i hele landet, siger direktoer.",
		"Status for Øjensygdom og Nyresygdom blev drøftet på Annual Meeting.",
		"WGS og WGS er det samme for nyresvigt og nyresygdom.",
		"Rådet følger nyresvigt.\n\n::: beslutning\nPlanen for psykiatri blev godkendt.\n:::",
		"En note[^1] om psykiatri.\n\n[^1]: Noten er om WGS.",
		"Se [status](https://ngc.dk/status) og [om os](/om/).",
	}
}

// instants are when something begins or ends to be public, when plans pass, and
// just before and after.
func instants() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		at := rapid.SampledFrom([]string{"2023-06-30T22:00:00Z", "2024-03-01T07:00:00Z", "2024-05-31T22:00:00Z", "2025-01-13T23:00:00Z", "2026-11-23T12:00:00Z"}).Draw(t, "instant")
		exact, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		return exact.Add(time.Duration(rapid.SampledFrom([]int64{0, 0, -1, 1, int64(time.Hour)}).Draw(t, "off")))
	})
}

// minutesText are minutes; in is how the folder of all minutes is reached.
func minutesText(t *rapid.T, in string, attached bool) string {
	var b strings.Builder
	name := func() string { return rapid.SampledFrom(names()).Draw(t, "name") }
	sentence := func() string { return rapid.SampledFrom(sentences()).Draw(t, "sentence") }
	fmt.Fprintf(&b, "+++\ntitle = \"Møde om %s\"\nstate = %q\n", name(), rapid.SampledFrom([]string{"final", "final", "final", "planned", "cancelled", "draft", "approved", "withdrawn"}).Draw(t, "state"))
	b.WriteString("approved = 2026-02-01\nwithdrawn = 2026-03-01\nchair = \"Ida Holm\"\n")
	fmt.Fprintf(&b, "place = %q\n", rapid.SampledFrom([]string{"Teams", "Salen", "Sal 2"}).Draw(t, "place"))
	b.WriteString(rapid.SampledFrom([]string{"", "start = \"09.00\"\n", "start = \"14.00\"\nend = \"15.30\"\n"}).Draw(t, "time"))
	b.WriteString(rapid.SampledFrom([]string{"", "summary = \"Kort om planen.\"\n", "summary = \"Kort om driften.\"\n"}).Draw(t, "summary"))
	switch rapid.IntRange(0, 9).Draw(t, "life") {
	case 0:
		b.WriteString("publish = 2024-03-01T08:00:00+01:00\n")
	case 1:
		b.WriteString("expires = 2024-06-01T00:00:00+02:00\n")
	case 2:
		b.WriteString("lang = \"en\"\n")
	case 3, 4:
		fmt.Fprintf(&b, "lang = \"en\"\ntranslation_of = \"%sraad/2024-03-05.md\"\n", in)
	}
	b.WriteString("\n[record]\ncase = \"2306875\"\n" + rapid.SampledFrom([]string{"", "date = 2024-12-01\n", "date = 2025-12-24\n"}).Draw(t, "dated"))
	b.WriteString("\n[[participants]]\nname = \"Ida Holm\"\n")
	fmt.Fprintf(&b, "\n[[agenda]]\nnumber = \"1\"\ntitle = \"Punkt om %s\"\nkind = \"O\"\n", name())
	switch rapid.IntRange(0, 2).Draw(t, "concerns") {
	case 0:
		b.WriteString("concerns = \"*\"\n")
	case 1:
		b.WriteString("concerns = [\"nyresvigt\"]\n")
	}
	if rapid.IntRange(0, 4).Draw(t, "closed") == 0 {
		b.WriteString("\n[[agenda]]\nnumber = \"2\"\ntitle = \"Lukket\"\nclosed = true\n")
	}
	if attached {
		b.WriteString("\n[[attachments]]\nfile = \"bilag.txt\"\ntitle = \"Bilag\"\nitem = \"1\"\n")
	}
	fmt.Fprintf(&b, "+++\n\n## Pkt. 1 Punkt om %s (orientering)\n\n### Referat\n\n%s\n\n%s\n\n## Pkt. 2 Lukket\n\n### Referat\n\n%s\n", name(), sentence(), sentence(), sentence())
	if rapid.Bool().Draw(t, "link") {
		fmt.Fprintf(&b, "\nSe [mødet](%sraad/2024-03-05.md#%s).\n", in, rapid.SampledFrom([]string{"punkt-1", "referat"}).Draw(t, "place"))
	}
	for b.Len()%1024 != 0 {
		b.WriteString("\n")
	}
	return b.String()
}

func subjectText(t *rapid.T, id string) string {
	text := fmt.Sprintf("+++\ntitle = %q\n", strings.ToUpper(id[:1])+id[1:])
	if rapid.Bool().Draw(t, "alias") {
		text += aliasText(rapid.SampledFrom(aliases(id)).Draw(t, "alias"))
	}
	text += "\n[evaluation]\nperiod = \"medio januar 2024 - ultimo april 2024\"\n"
	text += fmt.Sprintf("\n[report]\ndue = %q\n", rapid.SampledFrom([]string{"juni 2023", "maj 2024", "13. januar 2025"}).Draw(t, "due"))
	if rapid.Bool().Draw(t, "sent") {
		source := rapid.SampledFrom([]string{"https://ngc.dk/status", "../referater/raad/2024-03-05.md#punkt-1"}).Draw(t, "source")
		text += fmt.Sprintf("\n[[milestones]]\ndate = \"14. marts 2024\"\nstage = \"sendt\"\ndone = true\nsource = %q\n", source)
	}
	return text + "+++\n\nTeksten om emnet.\n"
}

func aliasText(name string) string {
	return fmt.Sprintf("\n[[aliases]]\nname = %q\nsource = \"https://ngc.dk/status\"\n", name)
}

func committeeText(t *rapid.T, id string) string {
	text := fmt.Sprintf("+++\ntitle = \"Udvalget %s\"\nshort = %q\nestablished = \"maj 2020\"\n", id, id)
	if rapid.IntRange(0, 4).Draw(t, "closed") == 0 {
		text += "closed = \"maj 2024\"\n"
	}
	if id != "raad" && rapid.IntRange(0, 2).Draw(t, "followed") == 0 {
		text += "successor = \"raad\"\n"
	}
	if rapid.IntRange(0, 2).Draw(t, "drafts") == 0 {
		text += "publish_drafts = true\n"
	}
	return text + "+++\n\nUdvalget rådgiver om WGS.\n"
}

func pageText(t *rapid.T, title string) string {
	text := fmt.Sprintf("+++\ntitle = %q\n", title)
	switch rapid.IntRange(0, 7).Draw(t, "life") {
	case 0:
		text += "draft = true\n"
	case 1:
		text += "publish = 2024-03-01T08:00:00+01:00\n"
	}
	return text + "+++\n\n## Her\n\n" + rapid.SampledFrom(sentences()).Draw(t, "sentence") + "\n"
}

const (
	seriesText = "title = \"Genomer\"\nunit = \"genomer\"\ndefinition = \"Antal genomer.\"\ncumulative = true\n"
	tableText  = "date,value,status,source,note\nultimo oktober 2023,20621,final,https://ngc.dk/status,\nultimo marts 2024,26458,final,https://ngc.dk/status,\n"
	linkedText = "+++\ntitle = \"Møde i rådet\"\nstate = \"final\"\nwithdrawn = 2026-03-01\n+++\n\n## Pkt. 1 Status\n\n### Referat\n\nAlle tilbud for nyresvigt er nu i drift.\n\n## Pkt. 2 Planen\n\n### Indstilling\n\nMere WGS i hele landet, siger direktoer.\n"
	sharedText = "[[milestones]]\ndate = \"maj 2024\"\ntitle = \"Alle i drift\"\nsource = \"https://ngc.dk/status\"\n"
)

// randomSite is a small site by its files.
func randomSite(t *rapid.T) map[string]string {
	site := map[string]string{
		"site.toml":                        settingsText + tablesSetting,
		"content/tabeller/personer.toml":   personsText,
		"content/tabeller/personer.csv":    rapid.SampledFrom(personCounts()[:4]).Draw(t, "persons"),
		"content/index.md":                 "+++\ntitle = \"Velkommen\"\n+++\n\nHer er referaterne.\n",
		"content/om.md":                    "+++\ntitle = \"Om os\"\n+++\n\n## Her\n\nVi er her.\n",
		"content/hjaelp.md":                pageText(t, "Hjælp"),
		"content/patientgrupper/alle.toml": sharedText,
		"content/genomtal/genomer.toml":    seriesText,
		"content/genomtal/genomer.csv":     tableText,
	}
	for _, id := range committeeIDs()[:rapid.IntRange(2, 3).Draw(t, "committees")] {
		site["content/udvalg/"+id+".md"] = committeeText(t, id)
	}
	for _, id := range subjectIDs()[:rapid.IntRange(1, 3).Draw(t, "subjects")] {
		site["content/patientgrupper/"+id+".md"] = subjectText(t, id)
	}
	for range rapid.IntRange(3, 8).Draw(t, "meetings") {
		addMinutes(t, func(name string) bool { return site[name] != "" }, func(name, text string) { site[name] = text })
	}
	if rapid.IntRange(0, 29).Draw(t, "long lists") == 0 { // they are cut at a hundred
		for i := range rapid.IntRange(95, 101).Draw(t, "meetings") {
			site[fmt.Sprintf("content/referater/raad/2022-%02d-%02d.md", 1+i/25, 1+i%25)] = linkedText
		}
	}
	delete(site, "content/referater/raad/2024-03-05/index.md")
	delete(site, "content/referater/raad/2024-03-05/bilag.txt")
	site["content/bilag.txt"] = "bytes A"
	site["content/om.md"] += "\n[Bilag](bilag.txt).\n"
	site["content/referater/raad/2024-03-05.md"] = linkedText // others link to it
	return site
}

// addMinutes writes new minutes, alone or with a file beside them, at a place
// that is not taken.
func addMinutes(t *rapid.T, taken func(name string) bool, write func(name, text string)) {
	at := "content/referater/" + rapid.SampledFrom(committeeIDs()[:2]).Draw(t, "committee") + "/" + rapid.SampledFrom(meetingDays()).Draw(t, "day")
	if taken(at+".md") || taken(at+"/index.md") {
		return
	}
	if rapid.IntRange(0, 3).Draw(t, "bundle") == 0 {
		write(at+"/index.md", minutesText(t, "../../", true))
		write(at+"/bilag.txt", "bytes A")
		return
	}
	write(at+".md", minutesText(t, "../", false))
}

// fixedSite is such a site without chance: minutes of two committees, one of them
// with a file, one of them mentioning a subject.
func fixedSite() map[string]string {
	minutes := func(title, front, text string) string {
		return "+++\ntitle = \"" + title + "\"\nstate = \"final\"\n" + front + "+++\n\n## Pkt. 1 Status\n\n### Referat\n\n" + text + "\n"
	}
	site := map[string]string{
		"site.toml":                           settingsText,
		"content/index.md":                    "+++\ntitle = \"Velkommen\"\n+++\n\nHer er referaterne.\n",
		"content/om.md":                       "+++\ntitle = \"Om os\"\n+++\n\nVi er her.\n",
		"content/udvalg/raad.md":              "+++\ntitle = \"Rådet\"\n+++\n\nRådet rådgiver.\n",
		"content/udvalg/styring.md":           "+++\ntitle = \"Styregruppen\"\n+++\n\nGruppen styrer.\n",
		"content/patientgrupper/nyresvigt.md": "+++\ntitle = \"Nyresvigt\"\n+++\n\nOm nyrerne.\n",
		"content/patientgrupper/psykiatri.md": "+++\ntitle = \"Psykiatri\"\n+++\n\nOm sindet.\n",
		"content/genomtal/genomer.toml":       seriesText,
		"content/genomtal/genomer.csv":        tableText,

		"content/referater/raad/2023-11-07.md":        minutes("Første møde", "", "Vi talte om nyresvigt."),
		"content/referater/raad/2024-03-05.md":        minutes("Andet møde", "", "Vi talte om WGS."),
		"content/referater/raad/2024-06-11/index.md":  minutes("Tredje møde", "\n[[attachments]]\nfile = \"bilag.txt\"\ntitle = \"Bilag\"\n", "Vi så bilaget."),
		"content/referater/raad/2024-06-11/bilag.txt": "bytes A",
		"content/referater/styring/2025-01-14.md":     minutes("Fjerde møde", "", "Vi styrede."),
	}
	return site
}
