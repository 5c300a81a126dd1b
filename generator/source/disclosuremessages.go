package source

// Codes of what is wrong with counts of persons. None of their messages quotes a
// count: what may not be published may not stand in a log either.
const (
	TableWithoutNumbers Code = "table-without-numbers"
	TableHeader         Code = "table-header"
	TableName           Code = "table-name"
	TableTotal          Code = "table-total"
	TableFields         Code = "table-fields"
	TableCell           Code = "table-cell"
	TableSmall          Code = "table-small"
	TableUncalledSum    Code = "table-uncalled-sum"
	TableSum            Code = "table-sum"
	TableComputable     Code = "table-computable"
	TableEarlier        Code = "table-earlier"
	TableGrowth         Code = "table-growth"
	TableUndecided      Code = "table-undecided"
	TableUnreadable     Code = "table-unreadable"
	UsageMask           Code = "usage-mask"
	UnknownTable        Code = "unknown-table"
	MaskMissing         Code = "mask-missing"
	MaskInside          Code = "mask-inside"
	MaskSum             Code = "mask-sum"
	MaskImpossible      Code = "mask-impossible"
	ThresholdLow        Code = "threshold-low"
	CountOfPersons      Code = "count-of-persons"
	CountSmall          Code = "count-small"
	CountComputable     Code = "count-computable"
	CountGrowth         Code = "count-growth"
)

// disclosureMessages are about counts of persons.
var disclosureMessages = map[Code]message{
	TableWithoutNumbers: {Error,
		[2]string{"tabellen har ingen tal: filen %[1]s findes ikke", "gem de rigtige tal uden for webstedets mappe, og lav filen med referat mask %[2]s --from FIL.csv"},
		[2]string{"the table has no numbers: there is no file %[1]s", "keep the true numbers outside the site's folder and make the file with referat mask %[2]s --from FILE.csv"}},
	TableHeader: {Error,
		[2]string{"første linje i tabellen kan ikke bruges", "skriv først, hvad rækkerne er, og derefter navnet på hver kolonne, adskilt af komma eller semikolon"},
		[2]string{"the first line of the table cannot be used", "write first what the rows are, then the name of each column, parted by commas or semicolons"}},
	TableName: {Error,
		[2]string{"navnet %[1]q er tomt eller står to gange", "hver række og hver kolonne skal have sit eget navn"},
		[2]string{"the name %[1]q is empty or stands twice", "every row and every column needs a name of its own"}},
	TableTotal: {Error,
		[2]string{"%[1]q står ikke sidst", "flyt summerne til sidste række og sidste kolonne"},
		[2]string{"%[1]q does not stand last", "move the totals to the last row and the last column"}},
	TableFields: {Error,
		[2]string{"linjen har %[1]d felter, men første linje har %[2]d, eller anførselstegn passer ikke sammen", "sæt anførselstegn om et felt, der indeholder komma eller semikolon"},
		[2]string{"the line has %[1]d fields but the first line has %[2]d, or quotes do not match", "put quotes around a field that holds a comma or semicolon"}},
	TableCell: {Error,
		[2]string{"feltet i rækken %[1]q, kolonnen %[2]q kan ikke læses", "skriv et helt antal med cifre, %[3]s, skjult eller ingenting"},
		[2]string{"the field in the row %[1]q, the column %[2]q cannot be read", "write a whole number in digits, %[3]s, skjult or nothing"}},
	TableSmall: {Error,
		[2]string{"feltet i rækken %[1]q, kolonnen %[2]q viser et antal personer, der skal skjules", "gem de rigtige tal uden for webstedets mappe, og lav filen med referat mask %[3]s --from FIL.csv"},
		[2]string{"the field in the row %[1]q, the column %[2]q shows a number of persons that must be masked", "keep the true numbers outside the site's folder and make the file with referat mask %[3]s --from FILE.csv"}},
	TableUncalledSum: {Error,
		[2]string{"{?1 rækken %[1]q ser ud til at være summen af andre rækker}{?2 kolonnen %[2]q ser ud til at være summen af andre kolonner}, og så kan skjulte tal regnes ud", "kald den \"i alt\", og lad den stå sidst, hvis den er summen af alle de andre; udelad den, hvis den er summen af nogle af dem; er det et tilfælde, så skriv dens navn i not_sums i %[3]s.toml"},
		[2]string{"{?1 the row %[1]q seems to be the sum of other rows}{?2 the column %[2]q seems to be the sum of other columns}, and then masked numbers can be computed", "call it \"i alt\" and put it last if it is the sum of all the others; leave it out if it is the sum of some of them; if it is by chance, add its name to not_sums in %[3]s.toml"}},
	TableSum: {Error,
		[2]string{"summen i rækken %[1]q, kolonnen %[2]q passer ikke med de tal, den lægger sammen", "ret den, eller lav filen igen med referat mask %[3]s --from FIL.csv"},
		[2]string{"the total in the row %[1]q, the column %[2]q does not agree with the numbers it adds up", "correct it, or make the file again with referat mask %[3]s --from FILE.csv"}},
	TableComputable: {Error,
		[2]string{"tallet, der er skjult i rækken %[1]q, kolonnen %[2]q, kan regnes ud af andre tal", "lav filen med referat mask %[3]s --from FIL.csv, læg rækker eller kolonner sammen, eller udelad summerne"},
		[2]string{"the number that is hidden in the row %[1]q, the column %[2]q can be computed from other numbers", "make the file with referat mask %[3]s --from FILE.csv, merge rows or columns, or leave out the totals"}},
	TableEarlier: {Error,
		[2]string{"tallet, der er skjult i rækken %[1]q, kolonnen %[2]q i den udgave, der gjaldt den %[4]D, kan regnes ud, når denne udgave kommer frem", "lav filen med referat mask %[3]s --from FIL.csv"},
		[2]string{"the number that is hidden in the row %[1]q, the column %[2]q of the version of %[4]D can be computed once this version is out", "make the file with referat mask %[3]s --from FILE.csv"}},
	TableGrowth: {Error,
		[2]string{"sammen med den udgave, der gjaldt den %[4]D, viser rækken %[1]q, kolonnen %[2]q en ændring på nogle få personer", "lav filen med referat mask %[3]s --from FIL.csv, eller vent, til flere er kommet til"},
		[2]string{"together with the version of %[4]D, the row %[1]q, the column %[2]q shows a change of a few persons", "make the file with referat mask %[3]s --from FILE.csv, or wait until there are more"}},
	TableUndecided: {Error,
		[2]string{"det kan ikke bevises, at ingen kan regne de skjulte tal ud", "tabellen er for stor, eller den modsiger sig selv: del den, læg rækker eller kolonner sammen, eller udelad summerne"},
		[2]string{"it cannot be proven that nobody can compute the hidden numbers", "the table is too large or contradicts itself: divide it, merge rows or columns, or leave out the totals"}},
	TableUnreadable: {Error,
		[2]string{"en tidligere udgave af tabellen, som content/.record/ husker, kan ikke læses", "hent mappen content/.record/ igen, som den var; uden den kan det ikke bevises, at ingen kan regne de skjulte tal ud"},
		[2]string{"an earlier version of the table that content/.record/ remembers cannot be read", "get the folder content/.record/ back as it was; without it it cannot be proven that nobody can compute the hidden numbers"}},
	UsageMask: {Error,
		[2]string{"mask skal have en tabel og en fil med de rigtige tal", "skriv for eksempel referat mask henviste --from ../tal/henviste.csv"},
		[2]string{"mask needs a table and a file with the true numbers", "write for example referat mask referred --from ../numbers/referred.csv"}},
	UnknownTable: {Error,
		[2]string{"tabellen %[1]q findes ikke", "{?2 den ligner mest %[2]q;} {?3 tabellerne er: %[3]s; }en ny tabel oprettes med filen %[4]s og [tables] i site.toml"},
		[2]string{"there is no table %[1]q", "{?2 it looks most like %[2]q;} {?3 the tables are: %[3]s; }a new table starts with the file %[4]s and [tables] in site.toml"}},
	MaskMissing: {Error,
		[2]string{"filen med de rigtige tal findes ikke", "kontrollér navnet efter --from; stien regnes fra den mappe, du står i"},
		[2]string{"there is no such file of true numbers", "check the name after --from; the path begins where you stand"}},
	MaskInside: {Error,
		[2]string{"filen med de rigtige tal ligger i webstedets mappe eller i det git-lager, den hører til", "flyt den et sted hen, hvor den hverken kan blive offentliggjort eller gemt sammen med webstedet"},
		[2]string{"the file with the true numbers lies in the site's folder or in the repository that it belongs to", "move it to where it can neither be published nor kept together with the site"}},
	MaskSum: {Error,
		[2]string{"summen i rækken %[1]q, kolonnen %[2]q passer ikke med de tal, den lægger sammen", "ret tallene, eller slet summerne: programmet regner dem selv ud"},
		[2]string{"the total in the row %[1]q, the column %[2]q does not agree with the numbers it adds up", "correct the numbers, or delete the totals: the program computes them itself"}},
	MaskImpossible: {Error,
		[2]string{"rækken %[1]q, kolonnen %[2]q kan ikke skjules, så ingen kan regne tallet ud", "læg rækker eller kolonner sammen i %[3]s; er et tal allerede offentliggjort, kan det ikke skjules igen"},
		[2]string{"the row %[1]q, the column %[2]q cannot be masked so that nobody can compute the number", "merge rows or columns in %[3]s; a number that has been published cannot be hidden again"}},
	ThresholdLow: {Error,
		[2]string{"grænsen, threshold, er %[1]d, men skal være mindst %[2]d", "skriv threshold = 5 eller et andet helt tal fra %[2]d og op: er grænsen lavere, fortæller et skjult tal, hvad der stod"},
		[2]string{"the threshold is %[1]d but must be at least %[2]d", "write threshold = 5 or another whole number of %[2]d or more: below that, a masked number tells what it was"}},
	CountOfPersons: {Error,
		[2]string{"serien tæller personer (%[1]q), men siger ikke, hvilke tal der skal skjules", "tilføj linjen disclosure = { threshold = 5 }"},
		[2]string{"the series counts persons (%[1]q) but does not say which numbers must be masked", "add the line disclosure = { threshold = 5 }"}},
	CountSmall: {Error,
		[2]string{"feltet viser et antal personer, der skal skjules", "skriv %[1]s i stedet for tallet"},
		[2]string{"the field shows a number of persons that must be masked", "write %[1]s in place of the number"}},
	CountComputable: {Error,
		[2]string{"tallet, der er skjult for %[1]D, kan regnes ud af tallene før og efter", "skriv også skjult for et af dem, eller udelad det"},
		[2]string{"the number that is hidden for %[1]D can be computed from the numbers before and after it", "write skjult for one of them too, or leave it out"}},
	CountGrowth: {Error,
		[2]string{"forskellen mellem %[1]D og %[2]D er på nogle få personer", "skriv skjult for det ene, eller udelad det"},
		[2]string{"the difference between %[1]D and %[2]D is of a few persons", "write skjult for one of them, or leave it out"}},
}
