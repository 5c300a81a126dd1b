package source

// Codes of what is wrong with the finished files.
const (
	DeadAddress     Code = "dead-address"
	DeadPlace       Code = "dead-place"
	InlineCode      Code = "inline-code"
	ForeignResource Code = "foreign-resource"
	NotInSitemap    Code = "not-in-sitemap"
	RobotsSitemap   Code = "robots-sitemap"
	UnlinkedPage    Code = "unlinked-page"
	FactsUnreadable Code = "facts-unreadable"
	StatementLink   Code = "statement-link"
	UnknownType     Code = "unknown-type"
	OutsideDead     Code = "outside-dead"
	OutsideSilent   Code = "outside-silent"
	OutsideRefused  Code = "outside-refused"
	OutsideMoved    Code = "outside-moved"
)

// linkMessages are about the finished files. The second argument of each is in how many more files it is so.
var linkMessages = map[Code]message{
	DeadAddress: {Error,
		[2]string{"adressen fører ingen steder hen: %[1]q{?2  (den står også i %[2]s)}", "ret linket i filen, eller i skabelonen i layouts, hvis det står på alle sider"},
		[2]string{"the address leads nowhere: %[1]q{?2  (it also stands in %[2]s)}", "correct the link in the file, or in the template in layouts if it stands on every page"}},
	DeadPlace: {Error,
		[2]string{"siden har intet sted med det navn: %[1]q{?2  (linket står også i %[2]s)}", "stedernes navne står i adressen, når man følger et link på siden; ret det, der står efter #"},
		[2]string{"the page has no place of that name: %[1]q{?2  (the link also stands in %[2]s)}", "the names of places stand in the address when a link on the page is followed; correct what stands after #"}},
	InlineCode: {Error,
		[2]string{"siden har %[1]s, som browseren ikke må bruge her{?2  (det gælder også %[2]s)}", "læg stil og scripts i filer under layouts/assets"},
		[2]string{"the page has %[1]s, which the browser may not use here{?2  (so have %[2]s)}", "put styles and scripts into files below layouts/assets"}},
	ForeignResource: {Error,
		[2]string{"siden henter noget fra et andet websted: %[1]q{?2  (det gør også %[2]s)}", "læg filen under layouts/assets eller ved siden af teksten, så ingen andre får besked om, hvem der læser"},
		[2]string{"the page loads something from another site: %[1]q{?2  (so do %[2]s)}", "put the file below layouts/assets or beside the text, so that nobody else learns who reads"}},
	NotInSitemap: {Error,
		[2]string{"siden står ikke i sitemap.xml{?2  (det gør %[2]s heller ikke)}", "er den lavet af programmet, er det en fejl i programmet; har nogen lagt den i mappen, så slet den, eller læg den under content"},
		[2]string{"the page is not in sitemap.xml{?2  (nor are %[2]s)}", "if the program made it, this is a fault of the program; if somebody put it into the folder, delete it or put it below content"}},
	RobotsSitemap: {Error,
		[2]string{"filen nævner ikke webstedets sitemap: %[1]s", "er filen rettet i hånden, så slet den, og byg igen"},
		[2]string{"the file does not name the site's sitemap: %[1]s", "if it was edited by hand, delete it and build again"}},
	UnlinkedPage: {Information,
		[2]string{"ingen links fører fra forsiden til siden", "link til den i en tekst, eller sæt den i menuen i site.toml, så læserne kan finde den"},
		[2]string{"no links lead from the first page to this page", "link to it in a text, or put it into the menu in site.toml, so that readers can find it"}},
	FactsUnreadable: {Error,
		[2]string{"det, der skal læses af søgemaskiner og browsere (%[1]s), er ikke gyldig JSON{?2  (det gælder også %[2]s)}", "skriv det ikke selv i skabelonen; funktionen facts laver det"},
		[2]string{"what search engines and browsers are to read (%[1]s) is not valid JSON{?2  (so it is for %[2]s)}", "do not write it in the template yourself; the function facts makes it"}},
	StatementLink: {Error,
		[2]string{"siden har intet link til tilgængelighedserklæringen{?2  (det har %[2]s heller ikke)}", "loven kræver det på alle sider: behold linket til /was/ i layouts/base.html"},
		[2]string{"the page has no link to the accessibility statement{?2  (nor have %[2]s)}", "the law wants it on every page: keep the link to /was/ in layouts/base.html"}},
	UnknownType: {Warning,
		[2]string{"webservere kender ikke filer, der ender på %[1]q, så læserne kan kun gemme dem{?2  (det gælder også %[2]s)}", "gem filen i et format, der kan vises, fx pdf"},
		[2]string{"web servers do not know files that end in %[1]q, so that readers can only save them{?2  (so it is for %[2]s)}", "save the file in a form that can be shown, for example pdf"}},
	OutsideDead: {Warning,
		[2]string{"adressen findes ikke længere: %[1]q svarer %[3]s{?2  (den står også i %[2]s)}", "find sidens nye adresse, eller skriv, hvad der stod der; et referats egne links ændres ikke"},
		[2]string{"the address is gone: %[1]q answers %[3]s{?2  (it also stands in %[2]s)}", "find the page's new address, or write what it said; links of the record itself are not changed"}},
	OutsideSilent: {Warning,
		[2]string{"adressen svarer ikke: %[1]q{?2  (den står også i %[2]s)}", "prøv den i browseren; programmet spørger igen om et døgn, og hvorfor den ikke svarede, står i .cache/outside.json"},
		[2]string{"the address does not answer: %[1]q{?2  (it also stands in %[2]s)}", "try it in the browser; the program asks again in a day, and why it did not answer stands in .cache/outside.json"}},
	OutsideRefused: {Information,
		[2]string{"adressen kan ikke efterprøves: %[1]q svarer %[3]s{?2  (den står også i %[2]s)}", "nogle websteder afviser programmer; prøv den i browseren"},
		[2]string{"the address cannot be verified: %[1]q answers %[3]s{?2  (it also stands in %[2]s)}", "some sites turn programs away; try it in the browser"}},
	OutsideMoved: {Information,
		[2]string{"adressen er flyttet for altid: %[1]q fører til %[3]q{?2  (den står også i %[2]s)}", "skriv den nye adresse, hvor teksten er webstedets egen"},
		[2]string{"the address has moved for good: %[1]q leads to %[3]q{?2  (it also stands in %[2]s)}", "write the new one where the text is the site's own"}},
}
