package source

// This file is what an import asks a person about. A doubt is a problem like any other, but
// it is about a document that came in, not about the site.

// The doubts of an import.
const (
	DoubtCommittee    Code = "doubt-committee"
	DoubtCommittees   Code = "doubt-committees"
	DoubtNoTitle      Code = "doubt-no-title"
	DoubtNoDate       Code = "doubt-no-date"
	DoubtDates        Code = "doubt-dates"
	DoubtWhichDate    Code = "doubt-which-date"
	DoubtWeekday      Code = "doubt-weekday"
	DoubtYear         Code = "doubt-year"
	DoubtNoYear       Code = "doubt-no-year"
	DoubtDays         Code = "doubt-days"
	DoubtLooseDate    Code = "doubt-loose-date"
	DoubtTime         Code = "doubt-time"
	DoubtEnd          Code = "doubt-end"
	DoubtCancelled    Code = "doubt-cancelled"
	DoubtChair        Code = "doubt-chair"
	DoubtSecretary    Code = "doubt-secretary"
	DoubtStacked      Code = "doubt-stacked"
	DoubtNoPeople     Code = "doubt-no-people"
	DoubtRole         Code = "doubt-role"
	DoubtName         Code = "doubt-name"
	DoubtAfbud        Code = "doubt-afbud"
	DoubtInitials     Code = "doubt-initials"
	DoubtBothLists    Code = "doubt-both-lists"
	DoubtListedTwice  Code = "doubt-listed-twice"
	DoubtFirstName    Code = "doubt-first-name"
	DoubtSpeaks       Code = "doubt-speaks"
	DoubtBox          Code = "doubt-box"
	DoubtMark         Code = "doubt-mark"
	DoubtShared       Code = "doubt-shared"
	DoubtOthers       Code = "doubt-others"
	DoubtLeads        Code = "doubt-leads"
	DoubtMostAbsent   Code = "doubt-most-absent"
	DoubtNames        Code = "doubt-names"
	DoubtPartly       Code = "doubt-partly"
	DoubtAttendance   Code = "doubt-attendance"
	DoubtUnlisted     Code = "doubt-unlisted"
	DoubtInText       Code = "doubt-in-text"
	DoubtClosed       Code = "doubt-closed"
	DoubtCounted      Code = "doubt-counted"
	DoubtUnnumbered   Code = "doubt-unnumbered"
	DoubtNoItems      Code = "doubt-no-items"
	DoubtGuessedItems Code = "doubt-guessed-items"
	DoubtNumber       Code = "doubt-number"
	DoubtTitle        Code = "doubt-title"
	DoubtNotOnAgenda  Code = "doubt-not-on-agenda"
	DoubtNoItem       Code = "doubt-no-item"
	DoubtOrder        Code = "doubt-order"
	DoubtItemTwice    Code = "doubt-item-twice"
	DoubtMissingItem  Code = "doubt-missing-item"
	DoubtSection      Code = "doubt-section"
	DoubtEarlier      Code = "doubt-earlier"
	DoubtWhole        Code = "doubt-whole"
	DoubtJoinedTable  Code = "doubt-joined-table"
	DoubtCells        Code = "doubt-cells"
	DoubtRows         Code = "doubt-rows"
	DoubtDecision     Code = "doubt-decision"
	DoubtStruck       Code = "doubt-struck"
	DoubtHyphen       Code = "doubt-hyphen"
)

// The doubts of a document that comes again, revised.
const (
	DoubtClash        Code = "doubt-clash"
	DoubtClashNew     Code = "doubt-clash-new"
	DoubtClashGone    Code = "doubt-clash-gone"
	DoubtClashDeleted Code = "doubt-clash-deleted"
)

// The doubts of writing.
const (
	DoubtLink Code = "doubt-link"
)

// doubts are the words of the doubts, as messages has those of the problems.
var doubts = map[Code]message{
	DoubtCommittee: {Warning,
		[2]string{"dokumentet nævner intet udvalg, som webstedet kender", "angiv udvalget med --committee ID"},
		[2]string{"the document names no committee that the site knows", "name it with --committee ID"}},
	DoubtCommittees: {Warning,
		[2]string{"dokumentet nævner flere udvalg: %[1]s", "angiv det rigtige med --committee ID"},
		[2]string{"the document names several committees: %[1]s", "name the right one with --committee ID"}},
	DoubtNoTitle: {Warning,
		[2]string{"dokumentet siger ikke, hvad mødet hedder", "skriv mødets navn i title"},
		[2]string{"the document does not say what the meeting is called", "write the meeting's name in title"}},
	DoubtNoDate: {Warning,
		[2]string{"der er ikke fundet nogen mødedato", "skriv datoen i date"},
		[2]string{"no date of the meeting was found", "write the date in date"}},
	DoubtDates: {Warning,
		[2]string{"to datoer kan være mødets: %[1]q og %[2]q", "se efter i originalen, og skriv den rigtige i date"},
		[2]string{"two dates may be the meeting's: %[1]q and %[2]q", "look in the original and write the right one in date"}},
	DoubtWhichDate: {Warning,
		[2]string{"den eneste dato, %[1]q, står blandt dokumentets egne oplysninger", "er det ikke mødets dato, så ret date"},
		[2]string{"the only date, %[1]q, stands among what is said of the document", "correct date if it is not the meeting's"}},
	DoubtWeekday: {Warning,
		[2]string{"%[1]D er en %[2]s, men dokumentet skriver %[3]s", "se efter, om datoen eller ugedagen er forkert"},
		[2]string{"%[1]D is a %[2]s, but the document says %[3]s", "see whether the date or the day of the week is wrong"}},
	DoubtYear: {Warning,
		[2]string{"årstallet i %[1]q har kun to cifre og er læst som %[2]D", "ret datoen, hvis det er forkert"},
		[2]string{"the year in %[1]q has two digits only and is read as %[2]D", "correct the date if that is wrong"}},
	DoubtNoYear: {Warning,
		[2]string{"datoen %[1]q har intet årstal{?2  og er læst som %[2]D}", "skriv hele datoen i date{?2 , hvis den er en anden}"},
		[2]string{"the date %[1]q has no year{?2  and is read as %[2]D}", "write the whole date in date{?2  if it is another}"}},
	DoubtDays: {Warning,
		[2]string{"mødet varede måske flere dage: %[1]q; date er den første", "ret date, hvis referatet er fra en af de andre dage"},
		[2]string{"the meeting may have lasted several days: %[1]q; date is the first", "correct date if the minutes are of another of the days"}},
	DoubtLooseDate: {Warning,
		[2]string{"intet siger, at datoen %[1]q er mødets: %[2]q", "se efter i originalen, og ret date, hvis den er dokumentets"},
		[2]string{"nothing says that the date %[1]q is the meeting's: %[2]q", "look in the original and correct date if it is the document's"}},
	DoubtTime: {Warning,
		[2]string{"tidspunktet %[1]q kan ikke være rigtigt", "se efter i originalen, og skriv klokkeslættene i start og end"},
		[2]string{"the time %[1]q cannot be right", "look in the original and write the times in start and end"}},
	DoubtEnd: {Warning,
		[2]string{"mødet begyndte kl. %[1]s, men dokumentet siger ikke, hvornår det sluttede", "skriv klokkeslættet i end, hvis det er kendt"},
		[2]string{"the meeting began at %[1]s, but the document does not say when it ended", "write the time in end if it is known"}},
	DoubtCancelled: {Warning,
		[2]string{"mødet ser ud til at være aflyst: %[1]q", "passer det, så skriv \"cancelled\" i stedet for \"draft\" i state"},
		[2]string{"the meeting seems to have been cancelled: %[1]q", "if so, write \"cancelled\" instead of \"draft\" in state"}},
	DoubtChair: {Warning,
		[2]string{"to er nævnt som mødeleder eller formand: %[1]s og %[2]s", "se efter, hvem der ledede mødet, og ret chair"},
		[2]string{"two are named as chair: %[1]s and %[2]s", "see who led the meeting and correct chair"}},
	DoubtSecretary: {Warning,
		[2]string{"to er nævnt som referent eller sekretær: %[1]s og %[2]s", "se efter, hvem der skrev referatet, og ret secretary"},
		[2]string{"two are named as secretary: %[1]s and %[2]s", "see who wrote the minutes and correct secretary"}},
	DoubtStacked: {Warning,
		[2]string{"%[1]q og %[2]q står under hinanden uden noget bag sig", "se efter i originalen, hvad der hører til hvad"},
		[2]string{"%[1]q and %[2]q stand below one another with nothing behind them", "look in the original for what belongs to which"}},
	DoubtNoPeople: {Warning,
		[2]string{"der er ikke fundet nogen deltagere", "skriv dem under [[participants]], hvis originalen nævner nogen"},
		[2]string{"no participants were found", "write them under [[participants]] if the original names any"}},
	DoubtRole: {Warning,
		[2]string{"%[1]s står uden titel og organisation, som de fleste andre har", "se efter i originalen, om noget mangler"},
		[2]string{"%[1]s stands without role and organisation, which most others have", "look in the original whether something is missing"}},
	DoubtName: {Warning,
		[2]string{"det er uklart, om %[1]q er en persons navn{?2  (står som %[2]q)}", "ret name og organisation, eller fjern personen"},
		[2]string{"it is not clear whether %[1]q is a person's name{?2  (written %[2]q)}", "correct name and organisation, or remove the person"}},
	DoubtAfbud: {Warning,
		[2]string{"%[1]s er måske fraværende: %[2]q", "skriv absent = true, hvis vedkommende ikke deltog"},
		[2]string{"%[1]s may have been absent: %[2]q", "write absent = true if the person did not take part"}},
	DoubtInitials: {Warning,
		[2]string{"%[2]q blandt de fraværende er læst som %[1]s, den eneste deltager med de forbogstaver", "ret det, hvis det er en anden"},
		[2]string{"%[2]q among those absent is read as %[1]s, the only participant with these initials", "correct it if it is somebody else"}},
	DoubtBothLists: {Warning,
		[2]string{"%[1]s står både blandt deltagerne og blandt de fraværende og er sat som fraværende", "fjern absent, hvis vedkommende deltog"},
		[2]string{"%[1]s stands among those present and those absent, and is taken to be absent", "remove absent if the person took part"}},
	DoubtListedTwice: {Warning,
		[2]string{"%[1]s er nævnt to gange blandt deltagerne og står her én gang", "se efter, om det er to personer"},
		[2]string{"%[1]s is named twice among the participants and stands here once", "see whether they are two people"}},
	DoubtFirstName: {Warning,
		[2]string{"%[1]s og %[2]s er læst som samme person", "tilføj den ene under [[participants]], hvis det er to"},
		[2]string{"%[1]s and %[2]s were read as one person", "add one of them under [[participants]] if they are two"}},
	DoubtSpeaks: {Warning,
		[2]string{"%[1]s er sat som fraværende, men har ordet i teksten: %[2]q", "se efter i originalen, om vedkommende deltog"},
		[2]string{"%[1]s is taken to be absent, but speaks in the text: %[2]q", "look in the original whether the person took part"}},
	DoubtBox: {Warning,
		[2]string{"feltet ved %[1]s er ikke afkrydset", "se efter, om vedkommende deltog, og ret absent"},
		[2]string{"the box beside %[1]s is not ticked", "see whether the person took part and correct absent"}},
	DoubtMark: {Warning,
		[2]string{"det er uklart, hvad %[2]q ved %[1]s siger om fremmødet", "se efter, om vedkommende deltog, og ret absent"},
		[2]string{"it is not clear what %[2]q beside %[1]s says of attendance", "see whether the person took part and correct absent"}},
	DoubtShared: {Warning,
		[2]string{"linjen nævner flere, og det er uklart, hvad der gælder hvem: %[2]q", "se efter i originalen, og ret role, organisation, absent og note ved dem, det gælder"},
		[2]string{"the line names several people, and it is not clear what is said of whom: %[2]q", "look in the original and correct role, organisation, absent and note of those concerned"}},
	DoubtOthers: {Warning,
		[2]string{"teksten nævner ikke alle deltagere ved navn: %[1]q", "skriv de øvrige under [[participants]]"},
		[2]string{"the text does not name all participants: %[1]q", "write the others under [[participants]]"}},
	DoubtLeads: {Warning,
		[2]string{"%[1]s er sat som fraværende, men er nævnt som mødeleder eller referent", "se efter i originalen, hvem der deltog, og hvem der ledede mødet"},
		[2]string{"%[1]s is taken to be absent, but is named as chair or secretary", "look in the original who took part and who led the meeting"}},
	DoubtMostAbsent: {Warning,
		[2]string{"de fleste er sat som fraværende: %[1]s", "se efter i originalen, om to lister er læst som én"},
		[2]string{"most are taken to be absent: %[1]s", "look in the original whether two lists were read as one"}},
	DoubtNames: {Warning,
		[2]string{"disse navne er ikke læst som deltagere: %[1]s", "skriv dem under [[participants]], hvis de deltog eller meldte afbud"},
		[2]string{"these names were not read as participants: %[1]s", "write them under [[participants]] if they took part or sent apologies"}},
	DoubtPartly: {Warning,
		[2]string{"%[1]s deltog måske kun i en del af mødet: %[2]q", "se efter, om note og absent er rigtige"},
		[2]string{"%[1]s may have taken part in some of the meeting only: %[2]q", "see whether note and absent are right"}},
	DoubtAttendance: {Warning,
		[2]string{"teksten siger noget om, hvem der deltog: %[1]q", "skriv det som note ved personen, hvis det hører til dér"},
		[2]string{"the text says something of who took part: %[1]q", "write it as the person's note if it belongs there"}},
	DoubtUnlisted: {Warning,
		[2]string{"teksten kalder %[1]s deltager, men navnet står ikke blandt deltagerne", "skriv vedkommende under [[participants]], hvis det er en deltager i mødet"},
		[2]string{"the text calls %[1]s a participant, but the name is not among the participants", "write the person under [[participants]] if they took part in the meeting"}},
	DoubtInText: {Warning,
		[2]string{"deltagerne er læst ud af punktet %[1]q, hvor teksten også står", "se efter, om alle er kommet med"},
		[2]string{"participants were read from the item %[1]q, where the text also stands", "see whether all are there"}},
	DoubtClosed: {Warning,
		[2]string{"punktet ser ud til at være lukket: %[1]q", "titel og tekst offentliggøres ikke, når closed = true står ved punktet i dagsordenen"},
		[2]string{"the item seems to be closed: %[1]q", "title and text are not published when closed = true stands at the item of the agenda"}},
	DoubtCounted: {Warning,
		[2]string{"dagsordenens punkter har ingen numre og er nummereret fra 1", "ret number, hvis de skal hedde noget andet"},
		[2]string{"the agenda's items have no numbers and were counted from 1", "correct number if they should be called otherwise"}},
	DoubtUnnumbered: {Warning,
		[2]string{"punktet %[1]q har intet nummer i dokumentet og har fået nummer %[2]s i dagsordenen", "ret number, hvis det skal hedde noget andet"},
		[2]string{"the item %[1]q has no number in the document and was given %[2]s on the agenda", "correct number if it should be called otherwise"}},
	DoubtNoItems: {Warning,
		[2]string{"der er ikke fundet nogen punkter i teksten", "skriv en overskrift med ## foran hvert punkt"},
		[2]string{"no items were found in the text", "write a heading with ## before each item"}},
	DoubtGuessedItems: {Warning,
		[2]string{"punkterne har hverken numre eller dagsorden; %[1]d korte linjer over tekst er læst som overskrifter", "se efter, om det er alle punkter og kun dem"},
		[2]string{"the items have neither numbers nor an agenda; %[1]d short lines above text were read as headings", "see whether these are all items and nothing else"}},
	DoubtNumber: {Warning,
		[2]string{"punktet %[1]q har nummer %[2]s i dagsordenen", "står det sådan i originalen, skal det blive stående"},
		[2]string{"the item %[1]q has the number %[2]s on the agenda", "if the original says so, leave it"}},
	DoubtTitle: {Warning,
		[2]string{"punktet %[1]q har en anden titel i dagsordenen: %[2]q", "se efter, om det er det samme punkt"},
		[2]string{"the item %[1]q has another title on the agenda: %[2]q", "see whether it is the same item"}},
	DoubtNotOnAgenda: {Warning,
		[2]string{"punktet %[1]q står ikke på dagsordenen", "se efter, om linjen er et punkts overskrift"},
		[2]string{"the item %[1]q is not on the agenda", "see whether the line is the heading of an item"}},
	DoubtNoItem: {Warning,
		[2]string{"dagsordenens punkt %[1]s %[2]q er ikke fundet i teksten", "se efter, om teksten til punktet står under et andet punkt"},
		[2]string{"item %[1]s %[2]q of the agenda was not found in the text", "see whether its text stands under another item"}},
	DoubtOrder: {Warning,
		[2]string{"punkt %[1]s står efter punkt %[2]s", "står det sådan i originalen, skal det blive stående"},
		[2]string{"item %[1]s stands behind item %[2]s", "if the original says so, leave it"}},
	DoubtItemTwice: {Warning,
		[2]string{"nummer %[1]s er brugt til to punkter", "giv det ene sit eget nummer, eller gør overskriften til tekst"},
		[2]string{"the number %[1]s is used for two items", "give one of them its own number, or make the heading text"}},
	DoubtMissingItem: {Warning,
		[2]string{"nummer %[1]s mangler blandt punkterne, og linjen %[2]q er måske dets overskrift", "er den det, så skriv ## foran den"},
		[2]string{"the number %[1]s is missing among the items, and the line %[2]q may be its heading", "write ## before it if it is"}},
	DoubtSection: {Warning,
		[2]string{"%[1]q ligner en overskrift, men er ikke et kendt afsnit", "er det tekst, så fjern ###;{?2  det ligner mest %[2]q;} nye navne skrives i site.toml under [[sections]]"},
		[2]string{"%[1]q looks like a heading but is not a known section", "remove ### if it is text;{?2  it looks most like %[2]q;} new names go into site.toml under [[sections]]"}},
	DoubtEarlier: {Warning,
		[2]string{"%[1]q ser ud til at være et andet udvalgs tidligere behandling af sagen", "se efter, hvor den slutter, og om den skal være et afsnit for sig"},
		[2]string{"%[1]q seems to be what another body said of the case before", "see where it ends and whether it should be a section of its own"}},
	DoubtWhole: {Warning,
		[2]string{"%[1]q står efter punkterne og hører måske til hele mødet", "flyt det, hvis det ikke hører til det sidste punkt"},
		[2]string{"%[1]q stands behind the items and may belong to the whole meeting", "move it if it is no part of the last item"}},
	DoubtJoinedTable: {Warning,
		[2]string{"en tabel fortsætter efter overskriften %[1]q; de to dele er sat sammen", "se efter i originalen, om de hører sammen"},
		[2]string{"a table continues after the heading %[1]q; the two parts were joined", "look in the original whether they belong together"}},
	DoubtCells: {Warning,
		[2]string{"linjerne fra %[1]q ligner celler i en tabel{?2 , der fortsætter efter overskriften %[2]q}", "sæt dem op som tabel, hvis de er det i originalen"},
		[2]string{"the lines from %[1]q look like cells of a table{?2  that continues after the heading %[2]q}", "make them a table if they are one in the original"}},
	DoubtRows: {Warning,
		[2]string{"punkterne er rækker i en tabel med kolonnerne %[1]q", "se efter, om cellernes tekst kan forstås uden kolonnernes navne, og skriv dem som afsnit, hvor de mangler"},
		[2]string{"the items are rows of a table with the columns %[1]q", "see whether the cells can be understood without the columns' names, and write these as sections where they are missing"}},
	DoubtDecision: {Warning,
		[2]string{"dette ligner en beslutning: %[1]q", "er det en beslutning, så sæt ::: beslutning og ::: på linjer for sig omkring den"},
		[2]string{"this looks like a decision: %[1]q", "if it is one, put ::: beslutning and ::: on lines of their own around it"}},
	DoubtStruck: {Warning,
		[2]string{"i dokumentet er ordene %[1]q streget over", "slet dem, hvis de ikke gælder; gælder de, så fjern ~~ omkring dem"},
		[2]string{"in the document the words %[1]q are struck through", "delete them if they do not apply; if they do, remove ~~ around them"}},
	DoubtHyphen: {Warning,
		[2]string{"ordet %[1]q er delt ved en linjes slutning, og det er uklart, om det skrives med bindestreg", "fjern bindestregen, hvis den kun står dér, fordi linjen var fuld"},
		[2]string{"the word %[1]q is parted at the end of a line, and it is not clear whether it is written with a hyphen", "remove the hyphen if it is there only because the line was full"}},

	DoubtClash: {Warning,
		[2]string{"siden den forrige import er ordene{?1  ved %[1]s} ændret både i filen og i dokumentet: filen siger %[2]q, dokumentet %[3]q", "behold det, der står i filen, eller ret det til dokumentets ord"},
		[2]string{"since the import before, the words{?1  at %[1]s} have changed both in the file and in the document: the file says %[2]q, the document %[3]q", "keep what the file says, or write the document's words"}},
	DoubtClashNew: {Warning,
		[2]string{"dokumentet har noget nyt{?1  ved %[1]s}, hvor filen også er ændret: %[3]q", "skriv det ind, hvis det ikke allerede står der"},
		[2]string{"the document has something new{?1  at %[1]s} where the file has changed too: %[3]q", "write it in if it is not there already"}},
	DoubtClashGone: {Warning,
		[2]string{"dokumentet har ikke længere %[2]q{?1  ved %[1]s}, men det er ændret eller mærket i filen og står der endnu", "slet det i filen, hvis det skal ud"},
		[2]string{"the document no longer has %[2]q{?1  at %[1]s}, but it was changed or marked in the file and still stands there", "delete it from the file if it is to go"}},
	DoubtClashDeleted: {Warning,
		[2]string{"noget er slettet i filen{?1  ved %[1]s}, men ændret i dokumentet, hvor der nu står %[3]q", "skriv det ind igen, hvis det skal med"},
		[2]string{"something was deleted from the file{?1  at %[1]s} but changed in the document, which now says %[3]q", "write it in again if it is wanted"}},

	DoubtLink: {Warning,
		[2]string{"linket ved %[1]q fører til %[2]q, som ikke kan nås fra webstedet; ordene står uden link", "find den rigtige adresse, der begynder med https://, eller lad ordene stå"},
		[2]string{"the link at %[1]q leads to %[2]q, which cannot be reached from the site; the words stand without it", "find the right address, which begins with https://, or let the words stand"}},
}

// Doubts gives the code of every doubt.
func Doubts() []Code {
	codes := make([]Code, 0, len(doubts))
	for c := range doubts {
		codes = append(codes, c)
	}
	return codes
}
