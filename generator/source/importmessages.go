package source

// importMessages are about what comes in: documents and counts.
var importMessages = map[Code]message{
	UsageCount: {Error,
		[2]string{"count skal have en serie, en dato og et tal", "skriv for eksempel referat count genomer \"ultimo november 2023\" 20.621 --source https://ngc.dk/"},
		[2]string{"count needs a series, a date and a number", "write for example referat count genomer \"ultimo november 2023\" 20.621 --source https://ngc.dk/"}},
	UnknownSeries: {Error,
		[2]string{"serien %[1]q findes ikke", "{?2 den ligner mest %[2]q;} {?3 serierne er: %[3]s}{?4 en ny serie oprettes med filen %[4]s}"},
		[2]string{"there is no series %[1]q", "{?2 it looks most like %[2]q;} {?3 the series are: %[3]s}{?4 a new series starts with the file %[4]s}"}},
	CountSource: {Error,
		[2]string{"kilden %[1]q er hverken en webadresse eller en fil i content/", "{?2 den ligner mest %[2]q;} skriv en adresse med https:// eller stien til et referat, regnet fra den mappe, du står i"},
		[2]string{"the source %[1]q is neither a web address nor a file in content/", "{?2 it looks most like %[2]q;} write an address with https:// or the path of some minutes from where you stand"}},
}
