package source

// Codes of the record of what was published.
const (
	RecordDamaged  Code = "record-damaged"
	RecordConflict Code = "record-conflict"
	RecordTwice    Code = "record-twice"

	RecordIncomplete Code = "record-incomplete"

	RecordChanged  Code = "record-changed"
	RecordReturned Code = "record-returned"
	RecordTextLost Code = "record-text-lost"
	RecordState    Code = "record-state"

	RecordTextDamaged  Code = "record-text-damaged"
	CorrectionVanished Code = "correction-vanished"
	CorrectionAhead    Code = "correction-ahead"

	RecordVanished Code = "record-vanished"
	RecordAhead    Code = "record-ahead"
	UsageReviewer  Code = "usage-reviewer"

	AddressVanished Code = "address-vanished"
	AnchorVanished  Code = "anchor-vanished"
	DocumentMoved   Code = "document-moved"
	ReleaseUnused   Code = "release-unused"
)

// recordMessages are about what was published.
var recordMessages = map[Code]message{
	RecordDamaged: {Error,
		[2]string{"linjen kan ikke læses: %[1]q{?2  (%[2]s)}", "filen skrives kun af referat record: hent den tilbage, som den sidst blev gemt i git"},
		[2]string{"the line cannot be read: %[1]q{?2  (%[2]s)}", "only referat record writes the file: bring it back as it was last committed"}},
	RecordConflict: {Error,
		[2]string{"git har ikke kunnet samle to udgaver af filen: %[1]q", "behold linjerne fra begge udgaver, slet de tre mærker (<<<<<<<, ======= og >>>>>>>), og kør referat record"},
		[2]string{"git could not merge two versions of the file: %[1]q", "keep the lines of both, delete the three marks (<<<<<<<, ======= and >>>>>>>) and run referat record"}},
	RecordTwice: {Error,
		[2]string{"version %[2]d af %[1]s står her for anden gang; første gang er i linje %[3]d", "behold en af de to linjer, og kør referat record, som skriver den rigtigt"},
		[2]string{"version %[2]d of %[1]s stands here for the second time; the first is in line %[3]d", "keep one of the two lines and run referat record, which writes it rightly"}},

	RecordIncomplete: {Error,
		[2]string{"filen mangler, og uden den opdager ingen, hvad der forsvinder", "hent den tilbage, som den sidst blev gemt i git"},
		[2]string{"the file is missing, and without it nobody notices what goes away", "bring it back as it was last committed"}},

	RecordChanged: {Error,
		[2]string{"ordene er ændret, siden referatet blev offentliggjort: %[1]s{?2  (%[2]s ændringer i alt)}", "skriv en rettelse med dato under [[corrections]], eller skriv ordene, som de stod; den offentliggjorte tekst ligger i %[3]s"},
		[2]string{"the words have changed since the minutes were published: %[1]s{?2  (%[2]s changes in all)}", "add a dated entry under [[corrections]], or restore the words; the published text is in %[3]s"}},
	RecordReturned: {Error,
		[2]string{"referatet er trukket tilbage og har nu andre ord end dem, der blev offentliggjort", "skriv en rettelse med dato under [[corrections]], der siger, hvad der er ændret"},
		[2]string{"the minutes were withdrawn and now have other words than those that were published", "add a dated entry under [[corrections]] that says what has changed"}},
	RecordTextLost: {Error,
		[2]string{"ordene er ændret, siden referatet blev offentliggjort, men den offentliggjorte tekst mangler: %[1]s", "hent teksten tilbage, fx fra git, eller skriv en rettelse med dato under [[corrections]]"},
		[2]string{"the words have changed since the minutes were published, but the published text is missing: %[1]s", "bring the text back, for example from git, or add a dated entry under [[corrections]]"}},
	RecordTextDamaged: {Error,
		[2]string{"den offentliggjorte tekst er ændret: filen er ikke mere den, der blev registreret", "hent filen tilbage, som den sidst blev gemt i git; ingen må rette i content/.record/"},
		[2]string{"the published text has been changed: the file is no longer the one that was recorded", "bring the file back as it was last committed; nobody may edit content/.record/"}},
	CorrectionVanished: {Error,
		[2]string{"rettelsen af %[1]D er offentliggjort, men står ikke mere, som den stod{?2 : %[2]s}", "skriv den igen under [[corrections]] med samme date og what, som de står i %[3]s; er der mere at sige, så skriv en ny rettelse"},
		[2]string{"the correction of %[1]D was published but no longer stands as it stood{?2 : %[2]s}", "put it back under [[corrections]] with the date and what that it has in %[3]s; if there is more to say, add another correction"}},
	CorrectionAhead: {Warning,
		[2]string{"en rettelse er dateret den %[1]D, som ligger i fremtiden", "skriv den dag, teksten blev rettet, som date under [[corrections]]"},
		[2]string{"a correction is dated %[1]D, which is in the future", "put the day when the text was corrected as date under [[corrections]]"}},
	RecordState: {Error,
		[2]string{"referatet er offentliggjort med state = %[1]q og kan ikke gå tilbage til %[2]q", "skriv state = %[1]q igen; skal teksten væk fra nettet, så skriv state = \"withdrawn\""},
		[2]string{"the minutes were published with state = %[1]q and cannot go back to %[2]q", "write state = %[1]q again; if the text must leave the web, write state = \"withdrawn\""}},
	RecordVanished: {Error,
		[2]string{"filen er væk, men referatet er offentliggjort på %[1]s", "hent filen tilbage, fx fra git, og skriv state = \"withdrawn\", hvis teksten skal væk fra nettet; er referatet flyttet, så skriv adressen i redirect_from øverst i den nye fil, lige under det første +++"},
		[2]string{"the file is gone, but the minutes are published at %[1]s", "bring the file back, for example from git, and write state = \"withdrawn\" if the text must leave the web; if the minutes have moved, put the address into redirect_from at the top of the new file, right under the first +++"}},

	RecordAhead: {Error,
		[2]string{"%[1]s svarer ikke til webstedets filer, som de er nu", "kør referat build, se siderne igennem, og kør så kommandoen igen"},
		[2]string{"%[1]s is not what the site's files say now", "run referat build, look through the pages, and run the command again"}},
	UsageReviewer: {Error,
		[2]string{"der mangler et navn på den, der har set siderne igennem", "skriv --reviewer \"Anne Holm\"; navnet gemmes i content/.record/ og offentliggøres ikke"},
		[2]string{"the name of the person who has looked through the pages is missing", "write --reviewer \"Anne Holm\"; the name is kept in content/.record/ and not published"}},

	AddressVanished: {Error,
		[2]string{"adressen %[1]s er offentliggjort, men findes ikke mere", "{!2 skriv den i redirect_from øverst i den fil, der har afløst den, lige under det første +++, eller }{?2 sørg for, at %[2]s igen findes der, eller }opgiv adressen i site.toml under [[released]] med address, reason, by og date"},
		[2]string{"the address %[1]s was published but is gone", "{!2 put it into redirect_from at the top of the file that has replaced it, right under the first +++, or }{?2 see to it that %[2]s is there again, or }give the address up in site.toml under [[released]] with address, reason, by and date"}},
	DocumentMoved: {Error,
		[2]string{"filen er flyttet eller omdøbt: før var den %[1]s, og adressen %[2]s, som er offentliggjort, findes ikke mere",
			"flyt den tilbage{?3 , eller skriv linjen redirect_from = [%[3]s] øverst i den, lige under det første +++}{?6  (i stedet for den redirect_from, der står der)}{?4 ; i så fald skal det gamle navn også rettes, hvor det bruges (antal steder: %[4]s)}{?5 ; udvalgets referater ligger i %[5]s, og den mappe skal hedde det samme som udvalgets fil}"},
		[2]string{"the file was moved or renamed: it was %[1]s before, and the address %[2]s, which was published, is gone",
			"move it back{?3 , or write the line redirect_from = [%[3]s] at its top, right under the first +++}{?6  (in place of the redirect_from that is there)}{?4 ; then the old name has to be corrected too where it is used (places: %[4]s)}{?5 ; the committee's minutes lie in %[5]s, and that folder has to have the name of the committee's file}"}},
	AnchorVanished: {Error,
		[2]string{"stedet #%[1]s er offentliggjort, men findes ikke mere på siden{?2 ; det ligner mest #%[2]s}", "giv punktet eller afsnittet den overskrift tilbage, som det havde, eller opgiv stedet i site.toml under [[released]] med address = %[3]q, reason, by og date"},
		[2]string{"the place #%[1]s was published but is no longer on the page{?2 ; it looks most like #%[2]s}", "give the item or section its heading back, or give the place up in site.toml under [[released]] with address = %[3]q, reason, by and date"}},
	ReleaseUnused: {Warning,
		[2]string{"%[1]q er opgivet under [[released]], men er ikke gået tabt", "slet afsnittet: adressen findes stadig, eller den har aldrig været registreret"},
		[2]string{"%[1]q is given up under [[released]] but is not lost", "delete the entry: the address is still there, or was never recorded"}},
}
