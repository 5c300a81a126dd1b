package intake

import "testing"

const twoItems = "\n\n1. Velkomst\nIntet.\n\n2. Eventuelt\nIntet."

func TestTheHeadIsReadInAllShapes(t *testing.T) {
	testShapes(t, []shape{
		{"two labels Dato", "Referat\n\nDato: 08-11-2023\nEnhed: NGC\nSagsnr.: 2306875\n\nDato: Den 7. november 2023, kl. 14.00-15.30 (Microsoft Teams)" + twoItems,
			"date 2023-11-07\nrecorded 2023-11-08\nstart 14.00\nend 15.30\nplace Microsoft Teams\nunit NGC\ncase 2306875\nkept type | Referat\nkept label | Dato: Den 7. november 2023, kl. 14.00-15.30 (Microsoft Teams)\nno doubt-dates"},
		{"date and place in the title's sentence", "Referat af 2. møde i OIO-udvalget den 14. april 2009" + twoItems, "date 2009-04-14\ntitle Referat af 2. møde i OIO-udvalget den 14. april 2009"},
		{"labels of a municipality", "Mødedato: 22.04.2021, kl. 17:30\nMødested: Rådhuset, 2. sal" + twoItems, "date 2021-04-22\nstart 17.30\nplace Rådhuset, 2. sal\ndoubt-end"},
		{"hours without minutes", "Møde i gruppen for prøver\nTirsdag den 16. maj 2006 kl. 13 - 15:30\nAttrapgade 63, lokale 4.12" + twoItems, "date 2006-05-16\nstart 13.00\nend 15.30\nplace Attrapgade 63, lokale 4.12\nno doubt-weekday"},
		{"date and time in one label", "Dato og tidspunkt: Mandag den 10. december 2012 kl. 10.00 - 14.00\nSted: Campusvej 1" + twoItems, "date 2012-12-10\nstart 10.00\nend 14.00\nplace Campusvej 1"},
		{"time with a date before it", "Mødedato: 21-08-2012 kl. 14:00 - 16:00" + twoItems, "date 2012-08-21\nstart 14.00\nend 16.00"},
		{"seconds", "Mødedato: 06-03-2018 10:00:00" + twoItems, "date 2018-03-06\nstart 10.00"},
		{"columns of a table", "|UDVALG|Udvalget for prøver|\n|MØDE|22. januar 2018|\n|STED|Regionsgården|\n|STARTTIDSPUNKT|16:00|\n|SLUTTIDSPUNKT|17:30|" + twoItems,
			"date 2018-01-22\nplace Regionsgården\nstart 16.00\nend 17.30"},
		{"months in letters between hyphens", "Dato            15-maj-2002   Kl. 19.00\nSted            Rådhuset\nSluttidspunkt   Kl. 21.45\nUdsendelsesdato 21-maj-2002" + twoItems,
			"date 2002-05-15\nstart 19.00\nend 21.45\nplace Rådhuset\nrecorded 2002-05-21"},
		{"sentence of a meeting held", "Referat fra møde i styregruppen\n\nMødet blev afholdt mandag den 3. september 2012, kl. 10.00-13.00 i mødelokale\nK2, Prøvenæs Sygehus." + twoItems,
			"date 2012-09-03\nstart 10.00\nend 13.00\nplace mødelokale K2, Prøvenæs Sygehus"},
		{"end and minute-taker below the items", "Møde i rådet for prøver\nden 3. september 2024 kl. 9.00 i Rådhuset, lokale 112\n\nPkt. 1: Status\n\nTekst.\n\nPkt. 2: Evt.\n\nMødet sluttede kl. 11.30\n\nReferent Anna Holm", "start 9.00\nend 11.30\nplace Rådhuset, lokale 112\nsecretary Anna Holm\nno doubt-end"},
		{"the end told in a sentence", "Møde i udvalget for prøver den 6. november 2018 kl. 12.30\n\nMødet blev hævet kl. 15.10." + twoItems, "start 12.30\nend 15.10\nno doubt-end"},
		{"case numbers stay text", "Sagsnr.: 330-2018-3619    Dok.nr.: 330-2018-210234\nSagsbeh.: RKA" + twoItems, "case 330-2018-3619\ndocument 330-2018-210234\nofficer RKA"},
		{"label above its value", "Mødested\nRådhuset\n\nReferent\nAnna Holm" + twoItems, "place Rådhuset\nsecretary Anna Holm"},
		{"the committee is inflected", "Møde i arbejdsgruppen for klinisk anvendelse af\nhelgenomsekventering\n\nDato: 1. maj 2023" + twoItems,
			"committee klinisk-anvendelse\ntitle Møde i arbejdsgruppen for klinisk anvendelse af helgenomsekventering\nno doubt-committee"},
		{"another committee", "Referat af møde i Styregruppe for implementering af personlig medicin\n\nMødedato: 1. maj 2023" + twoItems, "committee personlig-medicin"},
		{"cancelled", "Møde i koordinationsgruppen\n\nMØDET BLEV AFLYST\n\nMødedato: 7. maj 2026\n\nDagsorden\n1. Velkomst\n2. Eventuelt", "cancelled yes\ndate 2026-05-07\ndoubt-cancelled\nagenda 1 | Velkomst\nno item"},
		{"another meeting was cancelled", "Møde i gruppen\n\nDato: 14. april 2024\n\nMødet den 3. maj er aflyst.\n\nNæste møde er aflyst." + twoItems, "date 2024-04-14\nno cancelled\nno doubt-cancelled"},
		{"this meeting was cancelled, by its day", "Møde i gruppen\n\nDato: 3. maj 2024\n\nMødet den 3. maj er aflyst." + twoItems, "date 2024-05-03\ncancelled yes\ndoubt-cancelled"},
		{"a document of agenda only", "Dagsorden\n\nMøde i gruppen for prøver\n\nMødedato: 7. maj 2026\n\nDagsorden\n1. Velkomst\n2. Eventuelt", "agenda 1 | Velkomst\nagenda 2 | Eventuelt\nno item\nkept type | Dagsorden"},
	})
}

func TestTheMeetingsDateIsOnlyWhatTheDocumentSaysIsOne(t *testing.T) {
	testShapes(t, []shape{
		{"the title lacks the year", "Referat af møde i styregruppen den 4. marts\n\nDokument af 1. april 2024" + twoItems, "date 2024-03-04\nrecorded 2024-04-01\ndoubt-no-year"},
		{"the title's day is in the year before", "Referat af møde i styregruppen den 4. december\n\nUdsendt: 10. januar 2024" + twoItems, "date 2023-12-04\nrecorded 2024-01-10\ndoubt-no-year"},
		{"sent and no more", "Møde i gruppen\nUdsendt: 8. maj 2024" + twoItems, "no date\nrecorded 2024-05-08\ndoubt-no-date"},
		{"written and no more", "Møde i gruppen\n\nUdarbejdet 8. maj 2024 af Anna Holm" + twoItems, "no date\ndoubt-no-date"},
		{"the dateline of a letter", "Møde i gruppen\nKøbenhavn, den 8. maj 2024" + twoItems, "date 2024-05-08\ndoubt-loose-date"},
		{"a date that nothing explains", "8. maj 2024\n\nMøde i gruppen" + twoItems, "date 2024-05-08\ndoubt-loose-date"},
		{"below the title", "Møde i gruppen\n8. maj 2024" + twoItems, "date 2024-05-08\nno doubt-loose-date"},
		{"the title's day is the label's", "Møde i gruppen den 4. marts\n\nMødedato: 4. marts 2024" + twoItems, "date 2024-03-04\nno doubt-dates\nno doubt-no-year"},
		{"the title's day is another", "Møde i gruppen den 5. marts\n\nMødedato: 4. marts 2024" + twoItems, "date 2024-03-04\ndoubt-dates"},
		{"two days", "Møde i gruppen\nDato: 3.-4. marts 2024" + twoItems, "date 2024-03-03\ndoubt-days"},
		{"two days and og", "Møde i gruppen\nDato: den 3. og 4. marts 2024 kl. 9-12" + twoItems, "date 2024-03-03\nstart 9.00\ndoubt-days"},
		{"two days with their months", "Møde i gruppen\nMødedato: 29. februar - 1. marts 2024" + twoItems, "date 2024-02-29\ndoubt-days"},
		{"two committees", "Fællesmøde i arbejdsgruppen for klinisk anvendelse af helgenomsekventering og styregruppen for implementering af personlig medicin\n\nMødedato: 4. marts 2024" + twoItems, "no committee\ndoubt-committees"},
	})
}

func TestTimesOfDayAreReadInAllShapes(t *testing.T) {
	testShapes(t, []shape{
		{"hours behind a label", "Møde i gruppen\nDato: 5. marts 2024\nTid: 9-11" + twoItems, "start 9.00\nend 11.00"},
		{"one hour", "Møde i gruppen\nDato: 5. marts 2024\nTid: 9" + twoItems, "start 9.00\ndoubt-end"},
		{"kl. and an hour", "Møde i gruppen\nDato: 5. marts 2024 kl. 9" + twoItems, "start 9.00\ndate 2024-03-05"},
		{"minutes at the end only", "Møde i gruppen\nDato: 5. marts 2024\nTid: kl. 9-11.30" + twoItems, "date 2024-03-05\nstart 9.00\nend 11.30"},
		{"behind the date", "Møde i gruppen\nDato: 2024-03-05 10:00" + twoItems, "date 2024-03-05\nstart 10.00"},
		{"behind a T", "Møde i gruppen\nMødedato: 2024-03-05T10:00" + twoItems, "date 2024-03-05\nstart 10.00"},
		{"behind a comma", "Møde i gruppen\nDato: 5. marts 2024, 9-11" + twoItems, "date 2024-03-05\nstart 9.00\nend 11.00"},
		{"no such time", "Møde i gruppen\nDato: 5. marts 2024\nTid: kl. 25.00-99.00" + twoItems, "no start\nno end\ndoubt-time"},
		{"no such end", "Møde i gruppen\nDato: 5. marts 2024 kl. 9.00-11.75" + twoItems, "start 9.00\nno end\ndoubt-time"},
		{"the end before the start", "Møde i gruppen\nDato: 5. marts 2024\nTid: 14-9" + twoItems, "start 14.00\ndoubt-time"},
	})
}

func TestDatesThatMayBeReadInTwoWaysAreDoubted(t *testing.T) {
	testShapes(t, []shape{
		{"two of equal claim", "Mødedato: 7. maj 2026\nMødedato: 8. maj 2026" + twoItems, "doubt-dates"},
		{"title and label differ", "Møde i gruppen den 6. maj 2026\n\nMødedato: 7. maj 2026" + twoItems, "date 2026-05-07\ndoubt-dates"},
		{"the day of the week is another", "Mødedato: mandag den 7. november 2023" + twoItems, "date 2023-11-07\ndoubt-weekday"},
		{"two digits of the year", "Mødedato: 20.04.26 kl. 13 - 14:30" + twoItems, "date 2026-04-20\ndoubt-year\nstart 13.00\nend 14.30"},
		{"no year", "Afholdt onsdag den 1. marts kl. 10-12" + twoItems, "no date\ndoubt-no-year"},
		{"no date", "Møde i gruppen for prøver" + twoItems, "doubt-no-date"},
		{"the document's date only", "Enhed: NGC\nDato: 8. maj 2026\nSagsnr.: 12/838" + twoItems, "date 2026-05-08\ndoubt-which-date"},
		{"two labels Dato of equal claim", "Dato: 7. maj 2026\nSted: Rådhuset\nFormand: Anna Holm\nMødeleder: Anna Holm\nDato: 8. maj 2026" + twoItems, "doubt-dates"},
	})
}
