package source

// Problems with files that are published as they are.
const (
	AttachmentUnread      Code = "attachment-unread"
	AttachmentTrace       Code = "attachment-trace"
	AttachmentFlaw        Code = "attachment-flaw"
	AttachmentContact     Code = "attachment-contact"
	CPRAttachment         Code = "CPR-attachment"
	CPRAttachmentPossible Code = "CPR-attachment-possible"
	UnreadInUse           Code = "unread-in-use"
	UnreadNotUsed         Code = "unread-not-used"

	StripFormat   Code = "strip-format"
	StripDecision Code = "strip-decision"
	StripFailed   Code = "strip-failed"
	StripExists   Code = "strip-exists"
	StripNothing  Code = "strip-nothing"
	UsageStrip    Code = "usage-strip"
)

var inspectMessages = map[Code]message{
	AttachmentUnread: {Error,
		[2]string{"filen kan ikke undersøges helt, så ingen ved, hvad den rummer: %[1]s{?2  (%[2]s)}", "gem den i et format, der kan læses; har et menneske set den hele igennem, så skriv file = \"%[3]s\", sha256 = \"%[4]s\", reason, by og date under [[unread]] i site.toml"},
		[2]string{"the file cannot be read whole, so nobody knows what it holds: %[1]s{?2  (%[2]s)}", "save it in a format that can be read; if a person has looked through all of it, write file = \"%[3]s\", sha256 = \"%[4]s\", reason, by and date under [[unread]] in site.toml"}},
	AttachmentTrace: {Error,
		[2]string{"filen rummer %[1]s{?2  (%[2]s)}", "{?5 fjern det i det program, filen er lavet i (i Word: Filer > Oplysninger > Kontrollér for problemer > Undersøg dokument), og lav PDF-filen igen}{?6 kør referat check --strip %[3]s, som lægger en renset kopi ved siden af, eller fjern det i det program, filen er lavet i}; skal det med, så skriv file = \"%[3]s\", sha256 = \"%[4]s\", reason, by og date under [[unread]] i site.toml"},
		[2]string{"the file holds %[1]s{?2  (%[2]s)}", "{?5 remove it in the program that the file was made in (in Word: File > Info > Check for Issues > Inspect Document) and make the PDF again}{?6 run referat check --strip %[3]s, which puts a cleaned copy beside it, or remove it in the program that the file was made in}; if it is to be published, write file = \"%[3]s\", sha256 = \"%[4]s\", reason, by and date under [[unread]] in site.toml"}},
	AttachmentFlaw: {Warning,
		[2]string{"PDF-filen er svær at bruge for nogle læsere: %[1]s{?2  (%[2]s)}", "ret det i det program, filen er lavet i, og lav den igen (i Word: Gem som > PDF > Indstillinger > Dokumentstrukturkoder til hjælp til handicappede)"},
		[2]string{"the PDF is hard to use for some readers: %[1]s{?2  (%[2]s)}", "correct it in the program that the file was made in and make it again (in Word: Save As > PDF > Options > Document structure tags for accessibility)"}},
	AttachmentContact: {Warning,
		[2]string{"filen rummer telefonnumre eller e-mailadresser, der kan være private: %[1]s", "fjern dem, hvis de er private; er de offentlige kontakter, så tilføj dem til allow under [personal] i site.toml"},
		[2]string{"the file holds telephone numbers or mail addresses that may be private: %[1]s", "remove them if they are private; if they are public contacts, add them to allow under [personal] in site.toml"}},
	CPRAttachment: {Error,
		[2]string{"filen rummer noget, der ligner {?3 et erstatnings-CPR-nummer (eCPR)}{?4 et CPR-nummer}: %[1]s{?2  (%[2]s)}", "fjern nummeret i filen; er det noget andet, så skriv filens sti, %[1]s, begrundelse, navn og dato under [[exceptions]] i site.toml"},
		[2]string{"the file holds what looks like {?3 a replacement CPR number (eCPR)}{?4 a CPR number}: %[1]s{?2  (%[2]s)}", "remove it in the file; if it is something else, write the file's path, %[1]s, a reason, a name and a date under [[exceptions]] in site.toml"}},
	CPRAttachmentPossible: {Warning,
		[2]string{"filen rummer cifre, der kan være et CPR-nummer: %[1]s{?2  (%[2]s)}", "fjern dem, hvis de er en persons; ellers skriv filens sti, %[1]s, begrundelse, navn og dato under [[exceptions]] i site.toml"},
		[2]string{"the file holds digits that may be a CPR number: %[1]s{?2  (%[2]s)}", "remove them if they are a person's; else write the file's path, %[1]s, a reason, a name and a date under [[exceptions]] in site.toml"}},
	UnreadInUse: {Warning,
		[2]string{"filen %[1]s offentliggøres, selv om programmet ikke kan stå inde for den, fordi: %[2]s (%[3]s, %[4]D)", "se efter, at begrundelsen stadig holder; gør den ikke det, så fjern afsnittet"},
		[2]string{"the file %[1]s is published although the program cannot vouch for it, because: %[2]s (%[3]s, %[4]D)", "see that the reason still holds; if not, remove the section"}},
	UnreadNotUsed: {Warning,
		[2]string{"[[unread]] for %[1]s bruges ikke{?2 , for filen er ændret siden}", "fjern afsnittet{?2 , eller se filen igennem igen, og ret sha256, by og date}"},
		[2]string{"[[unread]] for %[1]s is not used{?2 , for the file has changed since}", "remove the section{?2 , or look through the file again and correct sha256, by and date}"}},

	StripFormat: {Error,
		[2]string{"{?1 en fil af denne slags}{?2 en PDF} kan ikke renses her", "{?1 fjern det i det program, filen er lavet i}{?2 rens det dokument, den er lavet af (i Word: Filer > Oplysninger > Kontrollér for problemer > Undersøg dokument), og lav PDF-filen igen}"},
		[2]string{"{?1 a file of this kind}{?2 a PDF} cannot be cleaned here", "{?1 clean it in the program that it was made in}{?2 clean the document that it was made from (in Word: File > Info > Check for Issues > Inspect Document) and make the PDF again}"}},
	StripDecision: {Error,
		[2]string{"filen er ikke renset, for den rummer %[1]s{?2  (%[2]s)}", "det skal et menneske tage stilling til: fjern det, eller gør det synligt, i det program, filen er lavet i, og prøv igen"},
		[2]string{"the file is not cleaned, for it holds %[1]s{?2  (%[2]s)}", "that is for a person to decide: remove it or show it in the program that the file was made in, and try again"}},
	StripFailed: {Error,
		[2]string{"filen kan ikke renses, for %[1]s{?2  (%[2]s)}", "åbn den i det program, den er lavet i, gem den igen som .docx, .xlsx, .pptx, .odt eller et billede, og prøv igen"},
		[2]string{"the file cannot be cleaned, for %[1]s{?2  (%[2]s)}", "open it in the program that it was made in, save it again as .docx, .xlsx, .pptx, .odt or a picture, and try again"}},
	StripExists: {Error,
		[2]string{"den rensede kopi er ikke skrevet, for %[1]s findes allerede", "flyt eller slet den, og prøv igen"},
		[2]string{"the cleaned copy is not written, for %[1]s is there already", "move or delete it, and try again"}},
	StripNothing: {Information,
		[2]string{"der er intet at fjerne i filen", "den kan bruges, som den er"},
		[2]string{"there is nothing to remove from the file", "it can be used as it is"}},
	UsageStrip: {Error,
		[2]string{"check --strip skal have navnet på en fil", "skriv for eksempel referat check --strip bilag.docx"},
		[2]string{"check --strip wants the name of a file", "write for example referat check --strip enclosure.docx"}},
}

// terms are the words for what the first argument of a message names by a term.
var terms = map[Code]map[string][2]string{
	AttachmentUnread: {
		"encrypted":     {"den er krypteret eller kræver en adgangskode", "it is encrypted or wants a password"},
		"old-office":    {"den er i et gammelt Office-format", "it is in an old Office format"},
		"macros":        {"den rummer makroer", "it holds macros"},
		"sound-or-film": {"den rummer lyd eller film", "it holds sound or film"},
		"image-only":    {"en side er kun et billede", "a page is nothing but a picture"},
		"unknown-kind":  {"noget i den er af en ukendt slags", "something in it is of an unknown kind"},
		"disagreement":  {"filnavnet siger én slags, indholdet en anden", "the name says one kind, the contents another"},
		"damaged":       {"noget i den er beskadiget", "something in it is damaged"},
		"fault":         {"programmet fejlede, da det læste den", "the program failed when it read it"},
		"too-deep":      {"den har filer i filer i for mange lag", "it has files within files, too deep"},
		"too-large":     {"noget i den er for stort", "something in it is too large"},
		"too-many":      {"den har for mange dele", "it has too many parts"},
		"unsafe-name":   {"en del har et navn, der fører ud af sin mappe", "a part has a name that leads out of its folder"},
		"between":       {"den har data, der ikke hører til nogen del", "it has data that belong to no part"},
	},
	AttachmentTrace: {
		"author":            {"navnet på den, der har skrevet den", "the name of its author"},
		"last-modified-by":  {"navnet på den, der sidst har rettet den", "the name of whoever changed it last"},
		"company":           {"navnet på en virksomhed", "the name of a company"},
		"manager":           {"navnet på en leder", "the name of a manager"},
		"title":             {"en titel, der kan være et navn", "a title that may be a name"},
		"properties":        {"egenskaber som emne, nøgleord eller bemærkninger", "properties such as subject, keywords or remarks"},
		"custom-properties": {"egenskaber, som nogen har tilføjet", "properties that somebody has added"},
		"people":            {"en liste over dem, der har arbejdet i den", "a list of who has worked on it"},
		"tracked-changes":   {"registrerede ændringer", "tracked changes"},
		"comments":          {"kommentarer", "comments"},
		"hidden-text":       {"skjult tekst", "hidden text"},
		"hidden-sheet":      {"skjulte ark", "hidden sheets"},
		"hidden-rows":       {"skjulte rækker", "hidden rows"},
		"hidden-columns":    {"skjulte kolonner", "hidden columns"},
		"hidden-slide":      {"skjulte slides", "hidden slides"},
		"hidden-object":     {"skjulte figurer", "hidden objects"},
		"speaker-notes":     {"noter til den, der holder oplægget", "speaker notes"},
		"embedded-file":     {"filer i filen", "files within the file"},
		"cached-data":       {"data bag en tabel eller fra en anden fil", "data behind a table or of another file"},
		"external-link":     {"links til filer på en disk eller et netværk", "links to files on a disk or in a network"},
		"printer-settings":  {"en printers indstillinger", "settings of a printer"},
		"thumbnail":         {"et lille billede, der kan vise en tidligere udgave", "a small picture that may show an earlier version"},
		"template":          {"stien til den skabelon, den er lavet af", "the path of its template"},
		"folder":            {"stien til en mappe hos den, der har arbejdet i den", "the path of a folder of whoever worked on it"},
		"signature":         {"en digital underskrift", "a digital signature"},
		"position":          {"stedet, hvor et billede er taget", "the place where a picture was taken"},
		"camera":            {"oplysninger om et kamera", "what camera a picture was taken with"},
		"captured":          {"tidspunktet, hvor et billede er taget", "the time when a picture was taken"},
		"image-text":        {"tekst, der er gemt i et billede", "text that is kept in a picture"},
		"earlier-version":   {"noget fra en tidligere udgave, som ikke vises mere", "something of an earlier version that is not shown any more"},
		"script":            {"et program", "a program"},
		"covered-text":      {"tekst, der kun er dækket over", "text that is only covered"},
	},
	AttachmentFlaw: {
		"untagged":        {"den er ikke tagget, så overskrifter, lister og rækkefølge mangler for skærmlæsere", "it is not tagged, so that screen readers miss headings, lists and order"},
		"no-language":     {"den siger ikke, hvilket sprog den er på", "it does not say in which language it is"},
		"no-title":        {"den har ingen titel", "it has no title"},
		"title-not-shown": {"den viser filens navn i stedet for sin titel", "it shows the file's name instead of its title"},
	},
}

// argument is an argument of a problem's messages in the words of a language. The first may be a term.
func (p Problem) argument(nth int, value, lang string) string {
	if nth > 0 {
		return value
	}
	return InWords(p.Code, value, lang)
}

// InWords is a term of a code's messages in the words of a language; what is no term stays as it is.
func InWords(c Code, term, lang string) string {
	switch c {
	case StripDecision:
		c = AttachmentTrace
	case StripFailed:
		c = AttachmentUnread
	}
	words, ok := terms[c][term]
	switch {
	case !ok:
		return term
	case lang == "da":
		return words[0]
	}
	return words[1]
}
