package source

// Codes of what in the record disagrees with itself, and of how it reads.
const (
	AgendaWithoutText    Code = "agenda-without-text"
	TitleDiffers         Code = "title-differs"
	KindDiffers          Code = "kind-differs"
	KindMissing          Code = "kind-missing"
	DecisionUnderKind    Code = "decision-under-kind"
	OutcomeNotHeld       Code = "outcome-not-held"
	PersonTwice          Code = "person-twice"
	UnlistedOfficer      Code = "unlisted-officer"
	AbsentOfficer        Code = "absent-officer"
	UnlistedPresenter    Code = "unlisted-presenter"
	AbsentPresents       Code = "absent-presents"
	AbsentSpeaks         Code = "absent-speaks"
	DocumentEarly        Code = "document-early"
	WithdrawnEarly       Code = "withdrawn-early"
	CorrectionEarly      Code = "correction-early"
	WeekdayDiffers       Code = "weekday-differs"
	EnclosureWithoutFile Code = "enclosure-without-file"
	EnclosureUnnamed     Code = "enclosure-unnamed"
	FigureDiffers        Code = "figure-differs"
	TotalDiffers         Code = "total-differs"
	UnknownName          Code = "unknown-name"
	Unexplained          Code = "unexplained"
	ReadingEase          Code = "reading-ease"
	SummaryHard          Code = "summary-hard"
)

// slipMessages never ask for more than to look: the original may have the slip, and then it stays.
var slipMessages = map[Code]message{
	AgendaWithoutText: {Warning,
		[2]string{"dagsordenens punkt %[1]s %[2]q har ingen tekst i referatet", "er det glemt, så tilføj det; har originalen heller ingen, skal det blive stående"},
		[2]string{"item %[1]s %[2]q of the agenda has no text in the minutes", "add it if it was forgotten; if the original has none either, leave it"}},
	TitleDiffers: {Warning,
		[2]string{"pkt. %[1]s hedder %[2]q her, men %[3]q på dagsordenen", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"item %[1]s is called %[2]q here, but %[3]q on the agenda", "correct it if it was copied wrongly; if the original says so, leave it"}},
	KindDiffers: {Warning,
		[2]string{"pkt. %[1]s er mærket %[2]q her, men %[3]q på dagsordenen", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"item %[1]s is marked %[2]q here, but %[3]q on the agenda", "correct it if it was copied wrongly; if the original says so, leave it"}},
	KindMissing: {Information,
		[2]string{"pkt. %[1]s siger ikke, hvordan det skal behandles, men andre punkter gør", "står det i originalen, så skriv det i kind"},
		[2]string{"item %[1]s does not say how it is dealt with, but other items do", "if the original says it, write it as kind"}},
	DecisionUnderKind: {Warning,
		[2]string{"pkt. %[1]s er mærket %[2]q, men har en beslutning", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"item %[1]s is marked %[2]q, but has a decision", "correct it if it was copied wrongly; if the original says so, leave it"}},
	OutcomeNotHeld: {Warning,
		[2]string{"{?1 pkt. %[1]s }{?2 %[2]q }har {?3 en beslutning}{?4 tekst under %[4]q}, men mødet står som {?5 planlagt}{?6 aflyst}", "er mødet holdt, så skriv state = \"draft\", mens referatet skrives, og \"final\", når det er sendt ud; ellers slet teksten, for læserne opfatter den som det, der skete på mødet"},
		[2]string{"{?1 item %[1]s }{?2 %[2]q }has {?3 a decision}{?4 text under %[4]q}, but the meeting stands as {?5 planned}{?6 cancelled}", "if the meeting was held, write state = \"draft\" while the minutes are being written, and \"final\" when they have been sent out; else delete the text, which readers take for what happened at the meeting"}},
	PersonTwice: {Warning,
		[2]string{"%[1]q står både som til stede og som fraværende", "behold den linje, der er rigtig"},
		[2]string{"%[1]q is listed both as present and as absent", "keep the line that is right"}},
	UnlistedOfficer: {Warning,
		[2]string{"{?2 mødelederen}{?3 sekretæren} %[1]q står ikke blandt deltagerne", "er det glemt, så tilføj navnet; står det sådan i originalen, skal det blive stående"},
		[2]string{"{?2 the chair}{?3 the secretary} %[1]q is not among the participants", "add the name if it was forgotten; if the original says so, leave it"}},
	AbsentOfficer: {Warning,
		[2]string{"{?2 mødelederen}{?3 sekretæren} %[1]q står som fraværende", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"{?2 the chair}{?3 the secretary} %[1]q is listed as absent", "correct it if it was copied wrongly; if the original says so, leave it"}},
	UnlistedPresenter: {Warning,
		[2]string{"%[1]q fremlægger punkt %[2]s, men står ikke blandt deltagerne", "er navnet skrevet forkert eller glemt, så ret det; står det sådan i originalen, skal det blive stående"},
		[2]string{"%[1]q presents item %[2]s, but is not among the participants", "correct the name if it is misspelt or forgotten; if the original says so, leave it"}},
	AbsentPresents: {Warning,
		[2]string{"%[1]q fremlægger punkt %[2]s, men står som fraværende", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"%[1]q presents item %[2]s, but is listed as absent", "correct it if it was copied wrongly; if the original says so, leave it"}},
	AbsentSpeaks: {Warning,
		[2]string{"%[1]q taler her, men står som fraværende", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"%[1]q speaks here, but is listed as absent", "correct it if it was copied wrongly; if the original says so, leave it"}},
	DocumentEarly: {Warning,
		[2]string{"dokumentet er dateret den %[1]D, før mødet blev holdt den %[2]D", "er det mødets dato eller dokumentets, der er forkert?"},
		[2]string{"the document is dated %[1]D, before the meeting was held on %[2]D", "is it the date of the meeting or that of the document that is wrong?"}},
	WithdrawnEarly: {Information,
		[2]string{"oplysningerne om mødet er trukket tilbage den %[1]D, før mødet skulle holdes den %[2]D", "var mødet kun planlagt, skal datoen blive stående; ellers ret den i withdrawn"},
		[2]string{"the information about the meeting was withdrawn on %[1]D, before the meeting was to be held on %[2]D", "leave the date if the meeting was only planned; else correct it in withdrawn"}},
	CorrectionEarly: {Warning,
		[2]string{"rettelsen er dateret den %[1]D, før mødet blev holdt den %[2]D", "skriv den dag, rettelsen blev lavet"},
		[2]string{"the correction is dated %[1]D, before the meeting was held on %[2]D", "write the day when the correction was made"}},
	WeekdayDiffers: {Warning,
		[2]string{"%[1]q passer ikke: den dag var en %[2]s", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående"},
		[2]string{"%[1]q does not fit: in Danish that day was a %[2]s", "correct it if it was copied wrongly; if the original says so, leave it"}},
	EnclosureWithoutFile: {Warning,
		[2]string{"bilaget har ingen fil: %[1]q", "må det offentliggøres, så læg filen ved siden af referatet, og skriv den under [[attachments]]"},
		[2]string{"the enclosure has no file: %[1]q", "if it may be published, put the file beside the minutes and list it under [[attachments]]"}},
	EnclosureUnnamed: {Information,
		[2]string{"filen er vedhæftet som %[1]q, men teksten nævner ikke det bilag", "hører filen til et andet møde, så flyt den"},
		[2]string{"the file is attached as %[1]q, but the text does not name that enclosure", "if the file belongs to another meeting, move it"}},
	FigureDiffers: {Warning,
		[2]string{"her er antallet %[1]s %[2]s %[3]s, men %[4]s har %[5]s", "er det en fejl i afskriften, så ret den; er talrækken forkert, så ret den dér"},
		[2]string{"here the number is %[1]s %[2]s (%[3]s), but %[4]s has %[5]s", "correct it if it was copied wrongly; if the series is wrong, correct it there"}},
	TotalDiffers: {Warning,
		[2]string{"her står %[1]q, men webstedet har %[2]d", "passer tallet på den dag, mødet blev holdt, skal det blive stående; mangler der nogle på webstedet, så tilføj dem"},
		[2]string{"this says %[1]q, but the site has %[2]d", "leave it if it was right on the day of the meeting; if the site lacks some, add them"}},
	UnknownName: {Warning,
		[2]string{"%[1]q i kolonnen %[2]q er ikke et navn, som webstedet kender", "{?3 det ligner mest %[3]q;} er det et andet navn for det samme, så skriv det under [[aliases]]"},
		[2]string{"%[1]q in the column %[2]q is no name that the site knows", "{?3 it looks most like %[3]q;} if it is another name for the same, write it under [[aliases]]"}},
	Unexplained: {Information,
		[2]string{"forkortelsen %[1]q er ikke forklaret{?2 ; den står her %[2]s gange}", "skriv den under [[glossary]] i site.toml, så bliver den forklaret, første gang den står på en side"},
		[2]string{"the abbreviation %[1]q is not explained{?2 ; it stands here %[2]s times}", "write it under [[glossary]] in site.toml, and it is explained at its first use on a page"}},
	ReadingEase: {Information,
		[2]string{"lixtallet er %[1]d: {?2 let tekst}{?3 middelsvær tekst}{?4 svær tekst}{?5 meget svær tekst}", "korte sætninger og korte ord er lettere at læse; et referats ord ændres ikke, men dets resume kan skrives let"},
		[2]string{"the LIX number is %[1]d: {?2 easy}{?3 of middling difficulty}{?4 hard}{?5 very hard}", "short sentences and short words are easier to read; the words of minutes are not changed, but their summary can be made easy"}},
	SummaryHard: {Information,
		[2]string{"resumeet har %[1]d ord og lixtallet %[2]d", "skriv højst 120 ord, og hold lixtallet under 45: korte sætninger og korte ord"},
		[2]string{"the summary has %[1]d words and the LIX number %[2]d", "write at most 120 words and keep the LIX number below 45: short sentences and short words"}},
}
