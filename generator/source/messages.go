package source

// Code names a kind of problem. Codes are stable: scripts, editors and issues
// refer to them, so a code is never given a new meaning.
type Code string

const (
	SiteMissing     Code = "site-missing"
	FileUnreadable  Code = "file-unreadable"
	FileTooLarge    Code = "file-too-large"
	FileNotUTF8     Code = "file-not-utf8"
	LinkOutside     Code = "link-outside"
	AddressConflict Code = "address-conflict"
	BadFileName     Code = "bad-file-name"
	ReservedName    Code = "reserved-name"
	ContentMissing  Code = "content-missing"
	NotAFile        Code = "not-a-file"
	LinkAround      Code = "link-around"

	FrontMatterMissing Code = "front-matter-missing"
	FrontMatterOpen    Code = "front-matter-open"
	TOMLSyntax         Code = "toml-syntax"
	UnknownKey         Code = "unknown-key"
	WrongType          Code = "wrong-type"
	MissingKey         Code = "missing-key"
	BadValue           Code = "bad-value"
	BadDate            Code = "bad-date"
	BadPartialDate     Code = "bad-partial-date"
	DateIncomplete     Code = "date-incomplete"
	BadTime            Code = "bad-time"
	BadInstant         Code = "bad-instant"
	EndBeforeStart     Code = "end-before-start"
	BadAddress         Code = "bad-address"
	PathDisagrees      Code = "path-disagrees"
	UnknownCommittee   Code = "unknown-committee"
	UnknownSubject     Code = "unknown-subject"
	DuplicateItem      Code = "duplicate-item"
	ItemNotOnAgenda    Code = "item-not-on-agenda"
	UnknownItem        Code = "unknown-item"
	DuplicateKey       Code = "duplicate-key"
	ApprovedEarly      Code = "approved-early"
	NotYetHeld         Code = "not-yet-held"
	UnknownSection     Code = "unknown-section"
	AliasConflict      Code = "alias-conflict"
	JointNotMutual     Code = "joint-not-mutual"
	OrderConflict      Code = "order-conflict"

	RawHTML        Code = "raw-html"
	HTMLComment    Code = "html-comment"
	CommentOpen    Code = "comment-open"
	HeadingForm    Code = "heading-form"
	ImageOutside   Code = "image-outside"
	TableCells     Code = "table-cells"
	FootnoteUnused Code = "footnote-unused"
	ReferenceLost  Code = "reference-lost"
	HeadingLink    Code = "heading-link"
	DateAsList     Code = "date-as-list"
	ImageAlt       Code = "image-alt"
	UnsafeLink     Code = "unsafe-link"
	DeadLink       Code = "dead-link"
	DeadAnchor     Code = "dead-anchor"
	LinkNotPublic  Code = "link-not-public"
	LinkSpace      Code = "link-space"
	FenceOpen      Code = "fence-open"
	FenceUnknown   Code = "fence-unknown"
	DecisionAstray Code = "decision-astray"
	NestingTooDeep Code = "nesting-too-deep"
	EmptyLink      Code = "empty-link"

	AttachmentMissing Code = "attachment-missing"
	AttachmentRefused Code = "attachment-refused"
	FileNotPublished  Code = "file-not-published"

	SeriesWithoutTable Code = "series-without-table"
	TableWithoutSeries Code = "table-without-series"
	CSVHeader          Code = "csv-header"
	CSVRow             Code = "csv-row"
	CSVValue           Code = "csv-value"
	CSVSource          Code = "csv-source"
	CSVDuplicate       Code = "csv-duplicate"
	CountFalls         Code = "count-falls"

	StatementMissing Code = "statement-missing"
	BaseIsExample    Code = "base-is-example"

	LayoutSyntax   Code = "layout-syntax"
	LayoutField    Code = "layout-field"
	LayoutType     Code = "layout-type"
	LayoutMissing  Code = "layout-missing"
	LabelMissing   Code = "label-missing"
	LabelsMissing  Code = "labels-missing"
	AssetMissing   Code = "asset-missing"
	LayoutConstant Code = "layout-constant"

	ProgramFault   Code = "program-fault"
	ForeignFile    Code = "foreign-file"
	OutputLink     Code = "output-link"
	OutputUnusable Code = "output-unusable"
	OutputOccupied Code = "output-occupied"
	Interrupted    Code = "interrupted"

	UsageCommand  Code = "usage-command"
	UsageFlag     Code = "usage-flag"
	UsageValue    Code = "usage-value"
	UsageArgument Code = "usage-argument"
	UsagePreview  Code = "usage-preview"
	UsageOutput   Code = "usage-output"
	UsageFolder   Code = "usage-folder"
	ServeFailed   Code = "serve-failed"
)

// message is a code's severity and its words: the message and the remedy.
// Verbs name their argument by index, so that languages may order them freely.
type message struct {
	severity Severity
	da, en   [2]string
}

// messages is the one table of everything the program says about the user's
// files. Lower case, no full stop, the value quoted (style: FiloSottile/age).
var messages = map[Code]message{
	SiteMissing: {Error,
		[2]string{"filen site.toml findes ikke her", "kør kommandoen i webstedets mappe, eller angiv mappen med -C MAPPE"},
		[2]string{"there is no site.toml here", "run the command in the site's folder, or name it with -C DIR"}},
	FileUnreadable: {Error,
		[2]string{"filen kan ikke læses: %[1]s", "kontrollér, at filen ikke er låst af et andet program, og at du har adgang til den"},
		[2]string{"the file cannot be read: %[1]s", "check that no other program locks it and that you may read it"}},
	FileTooLarge: {Error,
		[2]string{"filen fylder %[1]d MB; en tekstfil må højst fylde %[2]d MB", "er det et billede eller en hel samling i én fil? Del den, eller vedhæft den som bilag"},
		[2]string{"the file is %[1]d MB; a text file may be at most %[2]d MB", "does it hold a picture or a whole collection? Split it, or attach it"}},
	FileNotUTF8: {Error,
		[2]string{"filen er ikke gemt som UTF-8 (byte 0x%02[1]X)", "gem filen igen med tegnsættet UTF-8"},
		[2]string{"the file is not UTF-8 (byte 0x%02[1]X)", "save it again in the encoding UTF-8"}},
	LinkOutside: {Error,
		[2]string{"det symbolske link peger ud af webstedets mappe eller på intet", "læg selve filen her i stedet for linket"},
		[2]string{"the symbolic link leads out of the site's folder or nowhere", "put the file itself here instead of the link"}},
	AddressConflict: {Error,
		[2]string{"adressen %[1]q er allerede taget af %[2]s", "giv den ene fil et andet navn; store og små bogstaver gør ingen forskel"},
		[2]string{"the address %[1]q is already taken by %[2]s", "rename one of the files; upper and lower case make no difference"}},
	BadFileName: {Error,
		[2]string{"filnavnet %[1]q passer ikke her", "skriv det som %[2]s"},
		[2]string{"the file name %[1]q does not fit here", "write it as %[2]s"}},

	ReservedName: {Error,
		[2]string{"navnet %[1]q kan ikke bruges, for Windows har det til en enhed", "giv filen et andet navn"},
		[2]string{"the name %[1]q cannot be used: on Windows it is a device", "give the file another name"}},
	ContentMissing: {Error,
		[2]string{"webstedet har intet indhold: mappen content mangler eller er tom", "er mappen flyttet eller omdøbt, så læg den tilbage; et tomt websted bygges ikke oven i det gamle"},
		[2]string{"the site has no content: the folder content is missing or empty", "if it was moved or renamed, put it back; an empty site is not built over the old one"}},
	NotAFile: {Error,
		[2]string{"det er hverken en fil eller en mappe", "fjern det, eller læg det et andet sted"},
		[2]string{"this is neither a file nor a folder", "remove it, or put it elsewhere"}},
	LinkAround: {Error,
		[2]string{"det symbolske link fører til en mappe, som det selv ligger i", "fjern linket"},
		[2]string{"the symbolic link leads to a folder that it lies in itself", "remove the link"}},

	FrontMatterMissing: {Error,
		[2]string{"filen begynder ikke med linjen +++", "skriv +++ på første linje, derefter filens oplysninger og igen +++ på en linje for sig"},
		[2]string{"the file does not begin with a line +++", "write +++ on the first line, then the file's facts, then +++ on a line of its own"}},
	FrontMatterOpen: {Error,
		[2]string{"oplysningerne øverst i filen bliver aldrig afsluttet", "skriv +++ på en linje for sig efter oplysningerne"},
		[2]string{"the front matter never ends", "write +++ on a line of its own after it"}},
	TOMLSyntax: {Error,
		[2]string{"linjen kan ikke læses: %[1]q", "skriv navn = \"værdi\" med lige anførselstegn om tekst; datoer som 2023-11-07"},
		[2]string{"the line cannot be read: %[1]q", "write name = \"value\" with straight quotes around text; dates as 2023-11-07 (%[2]s)"}},
	UnknownKey: {Error,
		[2]string{"navnet %[1]q er ukendt her", "{?2 det ligner mest %[2]q;} her kan stå: %[3]s"},
		[2]string{"the key %[1]q is not known here", "{?2 it looks most like %[2]q;} known here: %[3]s"}},
	WrongType: {Error,
		[2]string{"%[1]s er %[3]s, men skal være %[2]s", "se eksemplet på filtypen i README.md"},
		[2]string{"%[1]s is %[3]s but must be %[2]s", "see the example of this kind of file in README.md"}},
	MissingKey: {Error,
		[2]string{"%[1]s mangler", "tilføj linjen %[2]s{?3  under %[3]s}"},
		[2]string{"%[1]s is missing", "add the line %[2]s{?3  under %[3]s}"}},
	BadValue: {Error,
		[2]string{"%[1]s har værdien %[2]q", "{?3 det ligner mest %[3]q;} mulige værdier: %[4]s"},
		[2]string{"%[1]s has the value %[2]q", "{?3 it looks most like %[3]q;} possible values: %[4]s"}},
	BadDate: {Error,
		[2]string{"%[1]q er ikke en dato", "skriv år-måned-dag, fx 2023-11-07"},
		[2]string{"%[1]q is not a date", "write year-month-day, for example 2023-11-07"}},
	BadPartialDate: {Error,
		[2]string{"tidsangivelsen %[1]q kan ikke forstås", "skriv fx ultimo oktober 2023, medio 2024, foråret 2024, senest 12. april 2024 eller 7. november 2023; et tidsrum som medio januar - ultimo april 2023"},
		[2]string{"the time %[1]q cannot be understood", "write for example ultimo oktober 2023, medio 2024, foråret 2024, senest 12. april 2024 or 7. november 2023; a period as medio januar - ultimo april 2023"}},
	DateIncomplete: {Error,
		[2]string{"%[1]q er ikke en hel dato, og her skal både dag, måned og år stå", "skriv år-måned-dag, fx 2023-11-07"},
		[2]string{"%[1]q is not a whole date, and day, month and year are needed here", "write year-month-day, for example 2023-11-07"}},
	BadTime: {Error,
		[2]string{"%[1]q er ikke et klokkeslæt", "skriv timer og minutter, fx \"14.00\""},
		[2]string{"%[1]q is not a time of day", "write hours and minutes, for example \"14.00\""}},
	BadInstant: {Error,
		[2]string{"%[1]q er ikke et tidspunkt", "skriv dato, klokkeslæt og tidszone, fx 2024-03-01T08:00:00+01:00"},
		[2]string{"%[1]q is not an instant", "write date, time and zone, for example 2024-03-01T08:00:00+01:00"}},
	EndBeforeStart: {Error,
		[2]string{"slut (%[2]s) ligger før start (%[1]s)", "byt om på de to, eller ret den, der er skrevet forkert"},
		[2]string{"the end (%[2]s) is before the start (%[1]s)", "swap them, or correct the one that is wrong"}},
	BadAddress: {Error,
		[2]string{"%[1]q er ikke en hel webadresse", "skriv den med https:// forrest, fx https://ngc.dk/"},
		[2]string{"%[1]q is not a whole web address", "begin it with https://, for example https://ngc.dk/"}},
	PathDisagrees: {Error,
		[2]string{"%[1]s er %[2]q, men filens plads siger %[3]q", "ret den ene, eller flyt filen"},
		[2]string{"%[1]s is %[2]q but the file's place says %[3]q", "correct one of them, or move the file"}},
	UnknownCommittee: {Error,
		[2]string{"udvalget %[1]q har ingen side", "{?2 det ligner mest %[2]q;} et nyt udvalg oprettes med filen %[3]s"},
		[2]string{"the committee %[1]q has no page", "{?2 it looks most like %[2]q;} a new committee starts with the file %[3]s"}},
	UnknownSubject: {Error,
		[2]string{"%[1]q findes ikke", "{?2 det ligner mest %[2]q;} navnet er filens navn uden .md"},
		[2]string{"%[1]q does not exist", "{?2 it looks most like %[2]q;} the name is the file's name without .md"}},
	DuplicateItem: {Error,
		[2]string{"punkt %[1]q står her for anden gang; første gang er i linje %[2]d", "giv det ene punkt sit eget nummer"},
		[2]string{"item %[1]q stands here for the second time; the first is in line %[2]d", "give one of them a number of its own"}},
	ItemNotOnAgenda: {Warning,
		[2]string{"referatets pkt. %[1]s %[2]q står ikke på dagsordenen med det nummer", "er det en fejl i afskriften, så ret den; står det sådan i originalen, skal det blive stående{?3  (dagsordenens punkt %[3]s har samme titel)}"},
		[2]string{"item %[1]s %[2]q is not on the agenda under that number", "correct it if it was copied wrongly; if the original says so, leave it{?3  (item %[3]s of the agenda has the same title)}"}},
	UnknownItem: {Error,
		[2]string{"der er intet punkt %[1]q i mødet", "mødets punkter er: %[2]s"},
		[2]string{"the meeting has no item %[1]q", "its items are: %[2]s"}},
	UnknownSection: {Warning,
		[2]string{"afsnittet %[1]q er ikke blandt de kendte", "det vises, som det står;{?2  det ligner mest %[2]q;} nye navne skrives i site.toml under [[sections]]"},
		[2]string{"the section %[1]q is not a known one", "it is shown as it stands;{?2  it looks most like %[2]q;} new names go into site.toml under [[sections]]"}},
	AliasConflict: {Error,
		[2]string{"navnet %[1]q bruges også af %[2]s", "et navn kan kun føre til én side; fjern det ene sted"},
		[2]string{"the name %[1]q is also used by %[2]s", "a name can lead to one page only; remove one of them"}},
	JointNotMutual: {Error,
		[2]string{"fælles rapport med %[1]q, men %[2]s siger det ikke", "skriv det begge steder, eller intet sted"},
		[2]string{"a joint report with %[1]q, but %[2]s does not say so", "say it in both places or in neither"}},
	OrderConflict: {Error,
		[2]string{"pladsen %[1]d i rækkefølgen er også taget af %[2]s", "giv hver sin plads"},
		[2]string{"the place %[1]d in the order is also taken by %[2]s", "give each a place of its own"}},

	DuplicateKey: {Error,
		[2]string{"%[1]s står to gange; første gang i linje %[2]d", "behold den ene"},
		[2]string{"%[1]s stands twice; first in line %[2]d", "keep one of them"}},
	ApprovedEarly: {Error,
		[2]string{"referatet er godkendt %[1]s, før mødet blev holdt", "ret datoen i approved"},
		[2]string{"the minutes were approved on %[1]s, before the meeting was held", "correct the date in approved"}},
	NotYetHeld: {Warning,
		[2]string{"mødet er først %[1]s, men referatet er allerede %[2]q", "er datoen i filnavnet rigtig? Et møde, der ikke er holdt, er planned"},
		[2]string{"the meeting is not until %[1]s, but the minutes are already %[2]q", "is the date in the file's name right? A meeting not held yet is planned"}},

	RawHTML: {Warning,
		[2]string{"HTML vises ikke: %[1]q", "mærkerne er fjernet, og ordene er beholdt; brug Markdown i stedet"},
		[2]string{"HTML is not shown: %[1]q", "the tags are removed and the words kept; use Markdown instead"}},
	HTMLComment: {Warning,
		[2]string{"HTML-kommentaren offentliggøres ikke", "fjern den, hvis den ikke længere skal bruges"},
		[2]string{"the HTML comment is not published", "remove it when it is of no more use"}},
	CommentOpen: {Error,
		[2]string{"en HTML-kommentar er ikke hel her, så dens ord ville blive vist, eller teksten efter den ville gå tabt", "skriv <!-- og --> i samme afsnit, eller fjern kommentaren"},
		[2]string{"an HTML comment is not whole here, so its words would be shown or the text after it lost", "write <!-- and --> in one paragraph, or remove the comment"}},
	HeadingForm: {Warning,
		[2]string{"linjen ligner en overskrift, men vises som tekst: %[1]q", "begynd linjen helt til venstre, og sæt et mellemrum efter #"},
		[2]string{"the line looks like a heading but is shown as text: %[1]q", "begin it at the left edge and put a space after #"}},
	ImageOutside: {Warning,
		[2]string{"billedet ligger på et andet websted og vises som et link: %[1]q", "læg billedet ved siden af filen, og skriv stien til det, hvis det skal vises"},
		[2]string{"the picture lies on another site and is shown as a link: %[1]q", "put it beside the file and write its path if it is to be shown"}},
	TableCells: {Error,
		[2]string{"rækken har %[1]d felter, men tabellen har %[2]d kolonner, så resten ville gå tabt", "tilføj en kolonne i tabellens første række; en lodret streg i teksten skrives \\|"},
		[2]string{"the row has %[1]d cells but the table %[2]d columns, so the rest would be lost", "add a column to the table's first row; a bar in the text is written \\|"}},
	FootnoteUnused: {Error,
		[2]string{"fodnoten [^%[1]s] er der ingen henvisning til, så den ville gå tabt", "skriv [^%[1]s] i teksten, hvor noten hører til, eller fjern noten"},
		[2]string{"nothing refers to the footnote [^%[1]s], so it would be lost", "write [^%[1]s] in the text where it belongs, or remove it"}},
	ReferenceLost: {Error,
		[2]string{"linjen læses som et link ved navn %[1]q og ville gå tabt", "skriv \\[ i stedet for [ først på linjen"},
		[2]string{"the line is read as a link called %[1]q and would be lost", "write \\[ instead of [ at the start of the line"}},
	HeadingLink: {Warning,
		[2]string{"overskriften vises uden sit link: %[1]q", "flyt linket ned i teksten under overskriften"},
		[2]string{"the heading is shown without its link: %[1]q", "move the link into the text under the heading"}},
	DateAsList: {Warning,
		[2]string{"linjen begynder med %[1]q og ville blive til et punkt i en nummereret liste", "den vises som tekst; skriv %[2]s for at sige det selv"},
		[2]string{"the line begins with %[1]q and would become an item of a numbered list", "it is shown as text; write %[2]s to say so yourself"}},
	ImageAlt: {Error,
		[2]string{"billedet %[1]q har ingen tekst for dem, der ikke kan se det", "skriv den mellem de skarpe klammer: ![hvad billedet viser](%[1]s)"},
		[2]string{"the picture %[1]q has no text for those who cannot see it", "write it between the brackets: ![what the picture shows](%[1]s)"}},
	UnsafeLink: {Error,
		[2]string{"linket til %[1]q kan ikke bruges", "et link skal være en sti til en fil, en adresse med https://, mailto: eller tel:"},
		[2]string{"the link to %[1]q cannot be used", "a link is a path to a file, an address with https://, mailto: or tel:"}},
	DeadLink: {Error,
		[2]string{"linket fører ingen steder hen: %[1]q", "{?2 ligner mest %[2]q;} stien skrives fra denne fils mappe; en side på webstedet kan også skrives som /om/"},
		[2]string{"the link leads nowhere: %[1]q", "{?2 looks most like %[2]q;} a path begins at this file's folder; a page of the site may also be written as /om/"}},
	DeadAnchor: {Error,
		[2]string{"%[2]s har intet sted, der hedder #%[1]s", "{?3 ligner mest #%[3]s;} stedernes navne står i adressen, når man følger et link på siden"},
		[2]string{"%[2]s has no place called #%[1]s", "{?3 looks most like #%[3]s;} the names of places stand in the address when a link on the page is followed"}},
	LinkNotPublic: {Error,
		[2]string{"linket fører til %[1]s, som ikke er offentlig (kladde, endnu ikke udgivet eller udløbet)", "fjern linket, eller udgiv siden; med --drafts kan de ses sammen"},
		[2]string{"the link leads to %[1]s, which is not public (a draft, not yet published, or expired)", "remove the link, or publish the page; with --drafts they can be seen together"}},
	LinkSpace: {Warning,
		[2]string{"linket til %[1]q virker ikke, for der er mellemrum i stien", "skriv <%[1]s> med spidse parenteser om stien"},
		[2]string{"the link to %[1]q does not work, for its path has spaces", "write <%[1]s> with angle brackets around the path"}},
	FenceOpen: {Error,
		[2]string{"::: %[1]s bliver aldrig afsluttet", "skriv ::: på en linje for sig, hvor det slutter"},
		[2]string{"::: %[1]s never ends", "write ::: on a line of its own where it ends"}},
	FenceUnknown: {Error,
		[2]string{"::: %[1]s er ukendt", "det eneste kendte mærke er ::: beslutning"},
		[2]string{"::: %[1]s is not known", "the only known mark is ::: beslutning"}},
	DecisionAstray: {Warning,
		[2]string{"beslutningen står uden for et punkt", "flyt mærket ind under det punkt, beslutningen hører til"},
		[2]string{"the decision stands outside an item", "move the mark into the item that it belongs to"}},
	NestingTooDeep: {Error,
		[2]string{"lister eller citater ligger i mere end %[1]d lag", "er filen blevet ødelagt? Fjern indrykninger og gentagne tegn først på linjen"},
		[2]string{"lists or quotes are nested more than %[1]d deep", "was the file damaged? Remove indents and repeated marks at the start of the line"}},
	EmptyLink: {Error,
		[2]string{"linket til %[1]q har ingen tekst", "skriv, hvor linket fører hen, mellem de skarpe klammer"},
		[2]string{"the link to %[1]q has no text", "write between the brackets where it leads"}},

	AttachmentMissing: {Error,
		[2]string{"filen %[1]q findes ikke ved siden af referatet", "{?3 flyt referatet til %[3]s, og læg filen ved siden af}{?2 det ligner mest %[2]q;}{?4  læg filen i samme mappe som index.md, eller ret navnet}"},
		[2]string{"there is no file %[1]q beside the minutes", "{?3 move the minutes to %[3]s and put the file beside them}{?2 it looks most like %[2]q;}{?4  put it into the folder of index.md, or correct the name}"}},
	AttachmentRefused: {Error,
		[2]string{"en fil af typen %[1]s kan ikke offentliggøres, for den kan indeholde kode", "gem den som pdf, eller et billede som png eller jpg"},
		[2]string{"a file of type %[1]s cannot be published, for it may hold code", "save it as pdf, or a picture as png or jpg"}},
	FileNotPublished: {Warning,
		[2]string{"filen offentliggøres ikke, for ingen side henviser til den", "skriv den under [[attachments]], link til den, eller fjern den"},
		[2]string{"the file is not published, for no page refers to it", "list it under [[attachments]], link to it, or remove it"}},

	SeriesWithoutTable: {Error,
		[2]string{"serien har ingen tal: filen %[1]s findes ikke", "opret den med første linje date,value,status,source,note"},
		[2]string{"the series has no numbers: there is no file %[1]s", "make it, with the first line date,value,status,source,note"}},
	TableWithoutSeries: {Error,
		[2]string{"tallene har ingen beskrivelse: filen %[1]s findes ikke", "opret den med title, unit og definition"},
		[2]string{"the numbers have no description: there is no file %[1]s", "make it, with title, unit and definition"}},
	CSVHeader: {Error,
		[2]string{"første linje er %[1]q", "den skal være date,value,status,source,note (komma eller semikolon)"},
		[2]string{"the first line is %[1]q", "it must be date,value,status,source,note (comma or semicolon)"}},
	CSVRow: {Error,
		[2]string{"linjen har %[1]d felter i stedet for 5, eller anførselstegn, der ikke passer sammen", "sæt anførselstegn om et felt, der indeholder komma eller semikolon"},
		[2]string{"the line has %[1]d fields instead of 5, or quotes that do not match", "put quotes around a field that holds a comma or semicolon"}},
	CSVValue: {Error,
		[2]string{"%[1]q er ikke et helt antal", "skriv tallet med cifre, fx 20621"},
		[2]string{"%[1]q is not a whole number", "write it in digits, for example 20621"}},
	CSVSource: {Error,
		[2]string{"tallet har ingen kilde", "skriv en adresse med https:// eller en sti til et referat i feltet source"},
		[2]string{"the number has no source", "write an address with https:// or a path to some minutes in the field source"}},
	CSVDuplicate: {Error,
		[2]string{"tallet for %[1]q står også i linje %[2]d", "behold det ene"},
		[2]string{"the number for %[1]q also stands in line %[2]d", "keep one of them"}},
	CountFalls: {Error,
		[2]string{"tallet falder fra %[1]d til %[2]d, men serien er et samlet antal", "ret tallet, eller forklar faldet i feltet note"},
		[2]string{"the count falls from %[1]d to %[2]d, but the series is a running total", "correct it, or explain the fall in the field note"}},

	StatementMissing: {Warning,
		[2]string{"tilgængelighedserklæringen mangler: %[1]s", "udfyld [accessibility] i site.toml; erklæringen laves i WAS-Tool på was.digst.dk"},
		[2]string{"the accessibility statement is missing: %[1]s", "fill in [accessibility] in site.toml; the statement is made in the WAS-Tool at was.digst.dk"}},
	BaseIsExample: {Warning,
		[2]string{"webstedets adresse er et eksempel: %[1]s", "skriv den rigtige adresse i base, før siderne offentliggøres"},
		[2]string{"the site's address is an example: %[1]s", "write the real one as base before the pages are published"}},

	LayoutSyntax: {Error,
		[2]string{"skabelonen kan ikke læses: %[1]s", "se https://pkg.go.dev/text/template"},
		[2]string{"the template cannot be read: %[1]s", "see https://pkg.go.dev/text/template"}},
	LayoutField: {Error,
		[2]string{"%[2]s har intet felt %[1]q", "{?3 ligner mest %[3]q;} felterne er: %[4]s"},
		[2]string{"%[2]s has no field %[1]q", "{?3 looks most like %[3]q;} the fields are: %[4]s"}},
	LayoutType: {Error,
		[2]string{"%[1]s kan ikke bruges sådan: %[2]s", "se typerne i generator/site (views.go)"},
		[2]string{"%[1]s cannot be used like this: %[2]s", "see the types in generator/site (views.go)"}},
	LayoutMissing: {Error,
		[2]string{"skabelonen %[1]q findes ikke", "{?2 ligner mest %[2]q;} navnet er filens sti under layouts/"},
		[2]string{"there is no template %[1]q", "{?2 looks most like %[2]q;} the name is the file's path below layouts/"}},
	LabelMissing: {Error,
		[2]string{"teksten %[1]q findes ikke i %[2]s", "{?3 ligner mest %[3]q;} teksten skal stå i hvert sprogs fil"},
		[2]string{"there is no label %[1]q in %[2]s", "{?3 looks most like %[3]q;} it must stand in the file of each language"}},
	LabelsMissing: {Error,
		[2]string{"sproget %[1]q har ingen tekster", "opret filen %[2]s med de samme navne som i layouts/labels/da.toml"},
		[2]string{"the language %[1]q has no labels", "make the file %[2]s with the same names as layouts/labels/da.toml"}},
	AssetMissing: {Error,
		[2]string{"filen %[1]q findes ikke i layouts/assets", "{?2 ligner mest %[2]q;} navnet er filens sti under layouts/"},
		[2]string{"there is no file %[1]q in layouts/assets", "{?2 looks most like %[2]q;} the name is the file's path below layouts/"}},
	LayoutConstant: {Error,
		[2]string{"%[1]s skal have et navn i anførselstegn", "skriv fx {{%[1]s \"navn\"}}; programmet skal kende navnet på forhånd"},
		[2]string{"%[1]s needs a name in quotes", "write for example {{%[1]s \"name\"}}; the program must know the name beforehand"}},

	ProgramFault: {Error,
		[2]string{"programmet fejlede her: %[1]s", "det er en fejl i programmet; send filen og denne besked til dem, der vedligeholder det"},
		[2]string{"the program failed here: %[1]s", "this is a fault of the program; send the file and this message to its maintainers"}},
	ForeignFile: {Warning,
		[2]string{"filen er ikke lavet af programmet og bliver stående", "slet den selv, hvis den ikke skal offentliggøres"},
		[2]string{"the file was not made by the program and stays", "delete it yourself if it is not to be published"}},
	OutputLink: {Error,
		[2]string{"her er et symbolsk link, og programmet skriver ikke gennem links", "slet linket, eller vælg en anden mappe med -o"},
		[2]string{"this is a symbolic link, and the program does not write through links", "delete it, or choose another folder with -o"}},
	OutputUnusable: {Error,
		[2]string{"der kan ikke skrives her: %[1]s", "kontrollér pladsen på disken og adgangen til mappen"},
		[2]string{"cannot write here: %[1]s", "check the space on the disk and the rights to the folder"}},
	OutputOccupied: {Error,
		[2]string{"her ligger noget, som programmet ikke har lavet, og her skal en af siderne ligge", "flyt det et andet sted hen, eller vælg en anden mappe med -o"},
		[2]string{"something that the program did not make is in the way of a page", "move it elsewhere, or choose another folder with -o"}},
	Interrupted: {Error,
		[2]string{"afbrudt", "det, der allerede lå i mappen, er stadig helt; byg igen, når du er klar"},
		[2]string{"interrupted", "what was in the folder is still whole; build again when you are ready"}},

	ServeFailed: {Error,
		[2]string{"webstedet kan ikke vises på port %[1]s: %[2]s", "er porten optaget af et andet program, så vælg en anden med --port"},
		[2]string{"the site cannot be shown on port %[1]s: %[2]s", "if another program has the port, choose another with --port"}},
	UsageCommand: {Error,
		[2]string{"kommandoen %[1]q findes ikke", "{?2 den ligner mest %[2]q;} skriv referat help for at se dem alle"},
		[2]string{"there is no command %[1]q", "{?2 it looks most like %[2]q;} type referat help to see them all"}},
	UsageFlag: {Error,
		[2]string{"tilvalget %[1]q findes ikke", "{?2 det ligner mest %[2]q;} skriv referat help for at se dem alle"},
		[2]string{"there is no option %[1]q", "{?2 it looks most like %[2]q;} type referat help to see them all"}},
	UsageValue: {Error,
		[2]string{"%[1]q {?2 kan ikke have værdien %[2]q}{?4 mangler sin værdi}", "skriv for eksempel %[3]s"},
		[2]string{"%[1]q {?2 cannot have the value %[2]q}{?4 has no value}", "write for example %[3]s"}},
	UsageArgument: {Error,
		[2]string{"%[1]q er for meget", "skriv referat help for at se, hvordan kommandoen skrives"},
		[2]string{"%[1]q is too much", "type referat help to see how the command is written"}},
	UsagePreview: {Error,
		[2]string{"kladder og fremtidige tidspunkter må ikke bygges i public", "vælg en anden mappe med -o, fx -o /tmp/kladde"},
		[2]string{"drafts and future instants must not be built into public", "choose another folder with -o, for example -o /tmp/draft"}},
	UsageOutput: {Error,
		[2]string{"der kan ikke bygges i mappen %[1]q, for den rummer selve webstedets filer", "vælg en mappe for sig med -o, fx -o public"},
		[2]string{"the folder %[1]q cannot be built into, for it holds the site's own files", "choose a folder of its own with -o, for example -o public"}},
	UsageFolder: {Error,
		[2]string{"mappen %[1]q findes ikke", "skriv stien til webstedets mappe efter -C"},
		[2]string{"there is no folder %[1]q", "write the path of the site's folder after -C"}},
}

// Codes gives every code that the table knows.
func Codes() []Code {
	codes := make([]Code, 0, len(messages))
	for c := range messages {
		codes = append(codes, c)
	}
	return codes
}
