package intake

import (
	"slices"
	"strings"
	"testing"
)

func TestAgendaAndItemsAreFoundInAllShapes(t *testing.T) {
	testShapes(t, []shape{
		{"Pkt.", "Dagsorden\n1. Status (O) v/Anna Holm\n2. Plan (B)\n\nPkt. 1 Status (orientering) v/Anna\nHolm\n\nReferat\nTekst.\n\nPkt. 2 Plan (B)\n\nReferat\nGodkendt.",
			"agenda 1 | Status | O | Anna Holm\nagenda 2 | Plan | B\nitem 1 | Pkt. 1 Status (orientering) v/Anna Holm | Referat\nitem 2 | Pkt. 2 Plan (B) | Referat"},
		{"Punkt with a colon", "Dagsorden\n1. Status\n2. Plan\n\nPunkt 1: Status\nTekst om status.\n\nPunkt 2: Plan\nTekst om plan.", "item 1 | Punkt 1: Status\nitem 2 | Punkt 2: Plan"},
		{"Ad and nothing else", "Dagsorden:\n1. Status\n2. Plan\n\nAd 1.\nTekst om status.\n\nAd 2.\nTekst om plan.", "agenda 2 | Plan\nitem 1 | Ad 1.\nitem 2 | Ad 2."},
		{"Ad with the text in its line", "Dagsorden:\n1. Status\n2. Plan\n\nAd 1. Anna Holm orienterede om status for arbejdet.\n\nAd 2. Planen blev godkendt.", "item 1 | Ad 1.\nitem 2 | Ad 2."},
		{"AD with the title", "Dagsorden\n1. Status\n2. Plan\n\nAD 1: Status\nTekst.\n\nAD 2: Plan\nTekst.", "item 1 | AD 1: Status\nitem 2 | AD 2: Plan"},
		{"the same form in both", "Dagsorden\n1. Status\n2. Plan\n\n1. Status\nAnna Holm orienterede.\n\n2. Plan\nPlanen blev godkendt.", "agenda 1 | Status\nitem 1 | 1. Status\nitem 2 | 2. Plan"},
		{"bare numbers", "Dagsorden\n1 Status\n2 Plan for året (beslutningspunkt)\n\n1 Status\nTekst.\n\n2 Plan for året (beslutningspunkt)\nTekst.", "agenda 2 | Plan for året | B\nitem 2 | 2 Plan for året (beslutningspunkt)"},
		{"Dagsordenspunkt above its title", "Dagsordenspunkt 1\n\nStatus for året\n\nSagsfremstilling\nTekst.\n\nDagsordenspunkt 2\n\nPlan for året\n\nSagsfremstilling\nTekst.",
			"item 1 | Dagsordenspunkt 1 Status for året | Sagsfremstilling\nitem 2 | Dagsordenspunkt 2 Plan for året | Sagsfremstilling\nno agenda"},
		{"numbers that run across meetings", "301. Godkendelse af dagsorden\n\nBeslutning\nGodkendt.\n\n302. Takster\n\nIndstilling\nDet indstilles.\n\nBeslutning\nGodkendt.", "item 301 | 301. Godkendelse af dagsorden | Beslutning\nitem 302 | 302. Takster | Indstilling; Beslutning\nno agenda"},
		{"nested numbers", "15. Lokalplaner\n\n15. 1. Plan for Havnegade\n\nBeslutning\nGodkendt.\n\n15. 2. Plan for Engvej\n\nBeslutning\nGodkendt.\n\n16. Eventuelt\n\nIntet.", "item 15 | 15. Lokalplaner\nitem 15.1 | 15. 1. Plan for Havnegade | Beslutning\nitem 15.2 | 15. 2. Plan for Engvej | Beslutning\nitem 16 | 16. Eventuelt"},
		{"out of order", "Dagsorden\n1. Dagsorden\n2. Meddelelser\n3. Fakturaer\n\nAd 1. Dagsorden\nTekst.\n\nAd 3. Fakturaer\nTekst.\n\nAd 2. Meddelelser\nTekst.", "item 3 | Ad 3. Fakturaer\nitem 2 | Ad 2. Meddelelser\ndoubt-order"},
		{"Ad out of order, no agenda", "Ad 1. Velkomst\n\nTekst.\n\nAd 3. Budget\n\nBeslutning\nGodkendt.\n\nAd 2. Økonomi (lukket punkt)\n\nTekst.\n\nAd 4. Eventuelt\n\nIntet.", "item 1 | Ad 1. Velkomst\nitem 3 | Ad 3. Budget | Beslutning\nitem 2 | Ad 2. Økonomi (lukket punkt)\nitem 4 | Ad 4. Eventuelt\ndoubt-order\nno doubt-missing"},
		{"points out of order, no agenda", "1. Velkomst\nTekst.\n\n3. Budget\nBeslutning\nGodkendt.\n\n2. Økonomi\nTekst.\n\n4. Eventuelt\nIntet.", "item 1 | 1. Velkomst\nitem 3 | 3. Budget | Beslutning\nitem 2 | 2. Økonomi\nitem 4 | 4. Eventuelt\ndoubt-order"},
		{"brackets out of order, the first too", "2) Velkomst\nTekst.\n\n1) Budget\nBeslutning\nGodkendt.\n\n3) Økonomi\nTekst.", "item 2 | 2) Velkomst\nitem 1 | 1) Budget | Beslutning\nitem 3 | 3) Økonomi\ndoubt-order"},
		{"a list that has the lacking number", "1. Velkomst\n\nTekst.\n\n3. Status\n\nVi så på følgende:\n\n1. Plan\n\n2. Budget\n\n4. Eventuelt\n\nIntet.", "item 1 | 1. Velkomst\nitem 3 | 3. Status\nitem 4 | 4. Eventuelt\nno item 2\ndoubt-missing-item"},
		{"agenda and body disagree", "Dagsorden\n0. Velkomst\n1. Status\n4. Næste møde\n\nPkt. 1 Status\nTekst.\n\nPkt. 5 Næste møde\nTekst.", "agenda 4 | Næste møde\nitem 5 | Pkt. 5 Næste møde\ndoubt-number\ndoubt-no-item"},
		{"an item that the agenda lacks", "Dagsorden\n1. Velkomst\n2. Status\n\nPkt. 1 Velkomst\nTekst.\n\nPkt. 2 Status\nTekst.\n\nPkt. 3 Økonomi i øvrigt\nTekst.", "item 3 | Pkt. 3 Økonomi i øvrigt\ndoubt-not-on-agenda"},
		{"lists inside items", "Dagsorden\n1. Status\n2. Plan\n3. Eventuelt\n\n1. Status\nFølgende er færdige:\n1. Eksempelby Sygehus\n2. Attrapholm Sygehus\n3. Fjordby Sygehus\n\n2. Plan\nTekst.\n\n3. Eventuelt\nIntet.", "item 1 | 1. Status\nitem 2 | 2. Plan\nitem 3 | 3. Eventuelt\nno item 2 | 2. Attrap"},
		{"lists inside items without agenda", "1. Status\n\nIndstilling\nForvaltningen indstiller,\n1. at planen godkendes,\n2. at pengene findes.\n\nBeslutning\nGodkendt.\n\n2. Plan\n\nIndstilling\nDet indstilles:\n\n1. Første forslag\n2. Andet forslag\n3. Tredje forslag\n\nBeslutning\nGodkendt.\n\n3. Eventuelt\n\nBeslutning\nIntet.", "item 1 | 1. Status | Indstilling; Beslutning\nitem 2 | 2. Plan | Indstilling; Beslutning\nitem 3 | 3. Eventuelt | Beslutning"},
		{"dates and ordinals are no items", "1. Status\n\nEfter 14. styregruppemøde blev planen ændret.\n\n14. styregruppemøde blev holdt i juni.\n\n7. november 2023 er fristen.\n\n2. Plan\n\nTekst.", "item 1 | 1. Status\nitem 2 | 2. Plan\nno item 14\nno item 7"},
		{"headings of the document with numbers", "# Referat\n## 1. Status\nTekst.\n1. Første\n2. Anden\n## 2. Plan\nTekst.", "item 1 | 1. Status\nitem 2 | 2. Plan\nno item 1 | 1. Første"},
		{"headings without numbers", "# Møde i gruppen for prøver\n## Dagsorden\n• Status\n• Plan for året\n\n## Status\nTekst.\n## Plan for året\nTekst.", "item - | Status\nitem - | Plan for året\nagenda 1 | Status\nagenda 2 | Plan for året\ndoubt-counted"},
		{"headings alone", "# Møde i gruppen for prøver\n## Status for året\n### Referat\nTekst.\n## Plan for næste år\n### Referat\nTekst.", "item - | Status for året | Referat\nitem - | Plan for næste år | Referat\nno agenda"},
		{"bold lines that are the agenda's titles", "Dagsorden\n1. Status for året\n2. Plan for næste år\n\n**Status for året**\nTekst.\n\n**Plan for næste år**\nTekst.", "item - | Status for året\nitem - | Plan for næste år"},
		{"closed items", "Dagsorden\n1. Status\n2. LUKKET PUNKT - Køb af ejendom\n3. Eventuelt\n\n1. Status\n\nTekst.\n\n2. LUKKET PUNKT - Køb af ejendom\n\n3. Eventuelt\n\nIntet.", "agenda 2 | LUKKET PUNKT - Køb af ejendom |  |  |  | closed\nitem 2 | 2. LUKKET PUNKT - Køb af ejendom\ndoubt-closed"},
		{"a closed part", "Dagsorden\n1. Status\n2. Eventuelt\nLukkede punkter\n3. Køb af areal\n\n1. Status\n\nTekst.\n\n2. Eventuelt\n\nTekst.\n\n3. Køb af areal\n\nLukket sag", "agenda 3 | Køb af areal |  |  |  | closed\nagenda 2 | Eventuelt\ndoubt-closed"},
		{"closed, as the text says", "Dagsorden\n1. Status\n2. Ansættelse af direktør\n\n1. Status\n\nTekst.\n\n2. Ansættelse af direktør\n\nJ.nr. 81.03\nLukket sag", "agenda 2 | Ansættelse af direktør |  |  |  | closed\nagenda 1 | Status\ndoubt-closed"},
		{"closed doors in the text", "Dagsorden\n1. Status\n2. Køb af areal\n\nPUNKTER FOR ÅBNE DØRE\n\n1. Status\n\nTekst.\n\nPUNKTER FOR LUKKEDE DØRE\n\n2. Køb af areal\n\nTekst.", "agenda 2 | Køb af areal |  |  |  | closed\nagenda 1 | Status"},
		{"a closed item that the agenda lacks", "Dagsorden\n1. Status\n2. Eventuelt\n\n1. Status\n\nTekst.\n\n2. Eventuelt\n\nIntet.\n\n3. LUKKET PUNKT - Køb af areal\n\nTekst.", "agenda 1 | Status\nagenda 3 | LUKKET PUNKT - Køb af areal |  |  |  | closed\ndoubt-closed"},
		{"a closed item and no agenda", "1. Status\n\nBeslutning\nGodkendt.\n\n2. Køb af areal\n\nLukket sag\n\nBeslutning\nGodkendt.\n\n3. Eventuelt\n\nIntet.", "agenda 2 | Køb af areal |  |  |  | closed\nno agenda 1\ndoubt-closed\nno doubt-not-on-agenda"},
		{"a closed item without number", "Dagsorden\n1. Status\n2. Eventuelt\nLUKKET PUNKT: Køb af areal\n\nPkt. 1 Status\n\nTekst.\n\nPkt. 2 Eventuelt\n\nIntet.", "agenda 3 | LUKKET PUNKT: Køb af areal |  |  |  | closed\ndoubt-unnumbered\ndoubt-closed\nno doubt-counted"},
		{"an agenda whose numbers the text has", "Dagsorden\n• Status\n• Plan for året\n\nPkt. 301 Status\n\nTekst.\n\nPkt. 302 Plan for året\n\nTekst.", "agenda 301 | Status\nagenda 302 | Plan for året\nno doubt-counted\nno doubt-number"},
		{"a closed item whose place has a number", "1. Status\n\nTekst.\n\n# Køb af areal\nLukket sag\nTekst.\n# 2. Eventuelt\nIntet.", "item 2 | 2. Eventuelt\nno agenda 2"},
		{"number and title in columns", "|Pkt. 1|Status|\n|Godkendt.||\n|Pkt. 2|Plan|\n\nTekst om planen.", "item 1 | Pkt. 1 Status\nitem 2 | Pkt. 2 Plan"},
		{"neither numbers nor agenda", "Møde i gruppen for prøver\n\nMødedato: 2. maj 2024\n\nVelkomst\n\nAnna Holm bød velkommen.\n\nStatus på projektet\n\nDer blev spurgt til planen.", "item - | Velkomst\nitem - | Status på projektet\ndoubt-guessed-items"},
		{"a table of the agenda", "|Punkt|Emne|Type|Tid|\n|1|Velkomst|Orientering|9.30|\n|2|Nye krav|Drøftelse|9.40|\n\nPunkt 1: Velkomst\n\nTekst.\n\nPunkt 2: Nye krav\n\nTekst.", "agenda 1 | Velkomst | O\nagenda 2 | Nye krav | D\nitem 1 | Punkt 1: Velkomst"},
		{"a table with a row per item", "Møde i gruppen for prøver\n\nMødedato: 2. maj 2024\n\n|Nr.|Punkt|Referat|Ansvarlig|\n|1|Velkomst|Anna Holm bød velkommen.|AH|\n|2|Plan for året|Planen blev godkendt./nBeslutning: Vi går i gang.||\n|3|Eventuelt|Intet.||",
			"item 1 | 1. Velkomst\nitem 2 | 2. Plan for året | ; Beslutning\nitem 3 | 3. Eventuelt\nno agenda\ndoubt-rows\nno secretary\nkept columns | Nr. Punkt Referat Ansvarlig"},
		{"a table with number and title in a cell", "Møde i gruppen for prøver\n\n|1. Velkomst|Anna Holm bød velkommen til mødet.|\n|2. Plan|Planen blev godkendt.|\n| |Den tages op igen.|", "item 1 | 1. Velkomst\nitem 2 | 2. Plan\nno doubt-rows"},
		{"a table with title and text in a cell", "Møde i gruppen for prøver\n\n|Pkt. 1|Velkomst/nAnna Holm bød velkommen til mødet.|\n|Pkt. 2|Plan/nPlanen blev godkendt.|", "item 1 | Pkt. 1 Velkomst\nitem 2 | Pkt. 2 Plan"},
		{"a table with rows for titles and for texts", "Møde i gruppen for prøver\n\n|1. Velkomst|\n|Anna Holm bød velkommen til mødet.|\n|2. Plan|\n|Planen blev godkendt.|", "item 1 | 1. Velkomst\nitem 2 | 2. Plan"},
		{"a numbered table of people is none of items", "Møde i gruppen for prøver\n\n|Nr.|Navn|Noter|\n|1|Anna Holm|Var der hele dagen.|\n|2|Bo Lund|Kom lidt for sent.|\n\nVelkomst\n\nTekst.", "no item 1"},
		{"a table of items without numbers", "Møde i gruppen for prøver\n\n|Dagsordenspunkt|Beslutning|\n|Velkomst|Anna Holm bød velkommen til mødet.|\n|Plan for året|Planen blev godkendt./nDen tages op igen.|\n| |Bo Lund skriver den.|\n|Eventuelt|Intet.|",
			"item - | Velkomst\nitem - | Plan for året\nitem - | Eventuelt\nno agenda\ndoubt-rows\nkept columns | Dagsordenspunkt Beslutning"},
		{"a table of decisions below an item is none of items", "Pkt. 1 Status\n\nVi så på status.\n\nPkt. 2 Opfølgning\n\n|Emne|Beslutning|\n|Plan|Anna Holm skriver den.|\n|Budget|Bo Lund regner på det.|", "item 1 | Pkt. 1 Status\nitem 2 | Pkt. 2 Opfølgning\nno item - | Plan\nno doubt-rows"},
		{"a table of tasks is none of items", "Pkt. 1 Status\n\nVi så på status for året, og Anna Holm fortalte om det hele og lidt til.\n\nPkt. 2 Opgaver\n\n|1|Plan|Anna Holm skriver den.|\n|2|Budget|Bo Lund regner.|", "item 1 | Pkt. 1 Status\nitem 2 | Pkt. 2 Opgaver\nno item 2 | 2. Budget"},
		{"minutes, also in brackets", "Dagsorden\n1. Velkomst (5 min.)\n2. Status v/Anna Holm (20 min)\n\n1. Velkomst\n\nTekst.\n\n2. Status\n\nTekst.", "agenda 1 | Velkomst |  |  | 5\nagenda 2 | Status |  | Anna Holm | 20"},
		{"kinds in words, as prefix, mistyped", "Dagsorden\n1. Orientering: Nyt fra programmet\n2. Sikker post (0)\n3. Budget (drøftelsespunkt) v/Anna Holm\n4. Indlæg v/Bo Lund (O)\n5. Valg v/Bo Lund (beslutning)\n\nAd 1.\nTekst.\n\nAd 2.\nTekst.\n\nAd 3.\nTekst.\n\nAd 4.\nTekst.\n\nAd 5.\nTekst.",
			"agenda 1 | Orientering: Nyt fra programmet | O\nagenda 2 | Sikker post | O\nagenda 3 | Budget | D | Anna Holm\nagenda 4 | Indlæg |  | Bo Lund (O)\nagenda 5 | Valg | B | Bo Lund"},
		{"the presenter in the next line", "Dagsorden\n1. Status for\narbejdet v/Anna\nHolm\n2. Plan ved Bo Lund\n\nPkt. 1 Status for arbejdet\nv/Anna Holm\n\nReferat\nTekst.\n\nPkt. 2 Plan\n\nReferat\nTekst.", "agenda 1 | Status for arbejdet |  | Anna Holm\nagenda 2 | Plan |  | Bo Lund\nitem 1 | Pkt. 1 Status for arbejdet v/Anna Holm | Referat"},
		{"letters below a number", "Dagsorden\n0. Dagsorden\n1. Nyt\na. Organisation\nb. Økonomi\n2. Eventuelt\n\nAd 0. Dagsorden\nGodkendt.\n\nAd 1. Nyt\na. Organisation\nTekst.\n\nb. Økonomi\nTekst.\n\nAd 2. Eventuelt\nIntet.", "agenda 1 | Nyt\nitem 1 | Ad 1. Nyt | a. Organisation; b. Økonomi"},
		{"sections but no items", "Møde i gruppen for prøver\n\nMødedato: 7. maj 2026\n\nIndstilling\nDet indstilles.\n\nBeslutning\nGodkendt.", "item - | Møde i gruppen for prøver | Indstilling; Beslutning"},
		{"a number that comes twice", "Pkt. 1 Status\n\nTekst.\n\nPkt. 1 Plan\n\nTekst.", "item 1 | Pkt. 1 Status\nitem 1 | Pkt. 1 Plan\ndoubt-item-twice"},
	})
}

func TestSectionsAreFoundInAllShapes(t *testing.T) {
	testShapes(t, []shape{
		{"capitals, colon, run in", "Pkt. 1 Status\n\nINDSTILLING:\nDet indstilles.\n\nBeslutning: Godkendt.\n\nPkt. 2 Plan\n\nResumé\nTekst.", "item 1 | Pkt. 1 Status | INDSTILLING:; Beslutning\nitem 2 | Pkt. 2 Plan | Resumé"},
		{"inside paragraphs", "Pkt. 1 Status\nIndstilling\nDet indstilles, at planen godkendes.\nBeslutning\nGodkendt.\n\nPkt. 2 Plan\nIntet.", "item 1 | Pkt. 1 Status | Indstilling; Beslutning"},
		{"named after the body", "Pkt. 1 Status\n\nBeslutning i Økonomiudvalget den 1. oktober 2018:\nAnbefales.\n\nPkt. 2 Plan\n\nBehandling i Styregruppen 13-5-2019, pkt. 2\nGodkendt.", "item 1 | Pkt. 1 Status | Beslutning i Økonomiudvalget den 1. oktober 2018:\nitem 2 | Pkt. 2 Plan | Behandling i Styregruppen 13-5-2019, pkt. 2"},
		{"run-in labels of the text are none", "Pkt. 1 Status\n\nReferat\n\nOrientering om Genome of Europe: Tekst.\n\nVision for bedre brug: Tekst.\n\nPkt. 2 Plan\n\nTekst.", "item 1 | Pkt. 1 Status | Referat"},
		{"unknown headings that the document marks", "# 1. Status\n## Perspektiver\nTekst.\n# 2. Plan\n## Beslutning\nTekst.", "item 1 | 1. Status | Perspektiver\nitem 2 | 2. Plan | Beslutning\ndoubt-section"},
		{"unknown words in bold", "# 1. Status\n**Perspektiver**\nTekst.\n\n# 2. Plan\nTekst.", "item 1 | 1. Status | Perspektiver\ndoubt-section"},
		{"unknown words again and again", "1. Status\n\nTekst.\n\nDet siger vi\n\nTekst.\n\n2. Plan\n\nTekst.\n\nDet siger vi\n\nTekst.", "item 1 | 1. Status | ; Det siger vi\ndoubt-section"},
		{"another body's earlier outcome", "14. Lokalplan\n\nIndstilling\nDet indstilles, at\n1. planen vedtages.\n\nØkonomiudvalget, 14. januar 2020, pkt. 207:\nAd 1: Anbefales.\nAd 2: Anbefales ikke.\n\nBeslutning\nAd 1: Godkendt.\n\n15. Eventuelt\n\nIntet.", "item 14 | 14. Lokalplan | Indstilling; Økonomiudvalget, 14. januar 2020, pkt. 207:; Beslutning\nitem 15 | 15. Eventuelt\nno item 1 |\ndoubt-earlier"},
		{"entries of the enclosures are none", "Pkt. 1 Status\n\nBilag\n\nBilag 3.1: Udkast\n\nBilag 3.2: Principper\n\nPkt. 2 Plan\n\nTekst.", "item 1 | Pkt. 1 Status | Bilag"},
		{"a table that goes on behind a heading", "# 1. Status\n## Problemstilling\nTekst.\n|Gruppe|Tid|\n|A|juni|\n## Løsning\nTekst.\n|B|juli|\n# 2. Plan\nTekst.", "item 1 | 1. Status | Problemstilling; Løsning"},
	})
}

func TestACellOfAnItemKeepsItsParagraphs(t *testing.T) {
	for cell, want := range map[string][]string{
		"Anna Holm bød velkommen./nBo Lund takkede.":               {"Anna Holm bød velkommen.", "Bo Lund takkede."},
		"Vi drøftede:/n• pris/n• tid":                              {"Vi drøftede:", "• pris", "• tid"},
		"Anna Holm bød velkommen/ntil mødet, og Bo Lund/ntakkede.": {"Anna Holm bød velkommen\ntil mødet, og Bo Lund\ntakkede."},
	} {
		d := Analyse(linesDocument("Møde i gruppen for prøver\n\n|1|Velkomst|"+cell+"|\n|2|Plan|Planen blev godkendt.|\n|3|Eventuelt|Intet.|"), siteWords(t))
		var got []string
		for _, b := range d.Items[0].Sections[0].Blocks {
			got = append(got, strings.TrimSpace(b.Mark+" "+b.Words()))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestANumberOfACaseAboveATitleBelongsToItsItem(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want string
	}{
		"above each title":  {"Referat\n\nDato: 2. maj 2024\n\nMøde i gruppen for prøver\n\nSagsnr. 24/11\n\n1. Status\n\nTekst.\n\nSagsnr. 24/12\n\n2. Plan\n\nTekst.", "Sagsnr. 24/11 Tekst.|Sagsnr. 24/12 Tekst."},
		"below each title":  {"1. Status\n\nSagsnr. 24/11\n\n2. Plan\n\nSagsnr. 24/12\n\nTekst.", "Sagsnr. 24/11|Sagsnr. 24/12 Tekst."},
		"behind each text":  {"1. Status\n\nTekst.\n\nSagsnr. 24/11\n\n2. Plan\n\nTekst.\n\nSagsnr. 24/12", "Tekst. Sagsnr. 24/11|Tekst. Sagsnr. 24/12"},
		"of the document":   {"Referat\n\nEnhed: PRK\nSagsnr.: 24/10\n\n1. Status\n\nTekst.\n\nSagsnr. 24/12\n\n2. Plan\n\nTekst.", "Tekst.|Sagsnr. 24/12 Tekst."},
		"two lines of them": {"1. Status\n\nTekst.\n\nSagsnr. 24/12\n\nDok.nr. 7\n\n2. Plan\n\nTekst.", "Tekst.|Sagsnr. 24/12 Dok.nr. 7 Tekst."},
	} {
		doc := linesDocument(c.text)
		d := Analyse(doc, siteWords(t))
		var items []string
		for i := range d.Items {
			var text []string
			for _, s := range d.Items[i].Sections {
				for b := range s.Blocks {
					text = append(text, s.Blocks[b].Words())
				}
			}
			items = append(items, strings.Join(text, " "))
		}
		if got := strings.Join(items, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if lost := lostWords(doc, d); len(lost) > 0 {
			t.Errorf("%s: lost: %q", name, lost)
		}
		if d.Record.Case == "24/11" {
			t.Errorf("%s: it became the document's", name)
		}
	}
}
