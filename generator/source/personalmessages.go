package source

// Codes of what looks like personal data.
const (
	CPR              Code = "CPR"
	CPRPossible      Code = "CPR-possible"
	CPRReplacement   Code = "CPR-replacement"
	CPROutput        Code = "CPR-output"
	PrivatePhone     Code = "private-phone"
	PrivateMail      Code = "private-mail"
	ExceptionInUse   Code = "exception-in-use"
	ExceptionNotUsed Code = "exception-not-used"
	ExceptionSeveral Code = "exception-for-several"
)

// personalMessages are about what looks like personal data. None quotes a number whole.
var personalMessages = map[Code]message{
	CPR: {Error,
		[2]string{"{?2 filens navn eller sti rummer}{?3 her står} noget, der ligner et CPR-nummer: %[1]s", "fjern nummeret; er det noget andet, så skriv sted, %[1]s, begrundelse, navn og dato under [[exceptions]] i site.toml"},
		[2]string{"{?2 the file's name or path holds}{?3 here is} what looks like a CPR number: %[1]s", "remove it; if it is something else, write the place, %[1]s, a reason, a name and a date under [[exceptions]] in site.toml"}},
	CPRPossible: {Warning,
		[2]string{"{?2 filens navn eller sti rummer}{?3 her står} cifre, der kan være et CPR-nummer: %[1]s", "fjern dem, hvis de er en persons; ellers skriv sted, %[1]s, begrundelse, navn og dato under [[exceptions]] i site.toml"},
		[2]string{"{?2 the file's name or path holds}{?3 here are} digits that may be a CPR number: %[1]s", "remove them if they are a person's; else write the place, %[1]s, a reason, a name and a date under [[exceptions]] in site.toml"}},
	CPRReplacement: {Error,
		[2]string{"{?2 filens navn eller sti rummer}{?3 her står} noget, der ligner et erstatnings-CPR-nummer (eCPR): %[1]s", "fjern nummeret; er det noget andet, så skriv sted, %[1]s, begrundelse, navn og dato under [[exceptions]] i site.toml"},
		[2]string{"{?2 the file's name or path holds}{?3 here is} what looks like a replacement CPR number (eCPR): %[1]s", "remove it; if it is something else, write the place, %[1]s, a reason, a name and a date under [[exceptions]] in site.toml"}},
	CPROutput: {Error,
		[2]string{"den færdige fil rummer noget, der ligner et CPR-nummer: %[1]s{?2 ; den er lavet af %[2]s}", "find nummeret i kilden eller layoutet, og fjern det; er det noget andet, så skriv path = \"%[3]s\" og what = \"%[1]s\" med begrundelse, navn og dato under [[exceptions]] i site.toml"},
		[2]string{"the finished file holds what looks like a CPR number: %[1]s{?2 ; it is made from %[2]s}", "find it in the source or the layout and remove it; if it is something else, write path = \"%[3]s\" and what = \"%[1]s\" with a reason, a name and a date under [[exceptions]] in site.toml"}},
	PrivatePhone: {Warning,
		[2]string{"her står et telefonnummer, der kan være privat: %[1]s", "fjern det, hvis det er privat; er det en offentlig kontakt, så tilføj det til allow under [personal] i site.toml"},
		[2]string{"here is a telephone number that may be private: %[1]s", "remove it if it is private; if it is a public contact, add it to allow under [personal] in site.toml"}},
	PrivateMail: {Warning,
		[2]string{"her står en e-mailadresse, der kan være privat: %[1]s", "fjern den, hvis den er privat; er den en offentlig kontakt, så tilføj den til allow under [personal] i site.toml"},
		[2]string{"here is a mail address that may be private: %[1]s", "remove it if it is private; if it is a public contact, add it to allow under [personal] in site.toml"}},
	ExceptionInUse: {Warning,
		[2]string{"undtagelse i brug: %[2]s i %[1]s offentliggøres, fordi: %[3]s (%[4]s, %[5]D)", "se efter, at begrundelsen stadig holder; gør den ikke det, så fjern undtagelsen"},
		[2]string{"exception in use: %[2]s in %[1]s is published because: %[3]s (%[4]s, %[5]D)", "see that the reason still holds; if not, remove the exception"}},
	ExceptionNotUsed: {Warning,
		[2]string{"undtagelsen for %[2]s i %[1]s bruges ikke", "fjern den, eller skriv path og what, som de står i beskeden"},
		[2]string{"the exception for %[2]s in %[1]s is not used", "remove it, or write path and what as the message has them"}},
	ExceptionSeveral: {Error,
		[2]string{"undtagelsen for %[2]s i %[1]s passer på flere forskellige numre eller adresser, så den siger ikke, hvilken af dem den gælder; den tillader ingen af dem", "fjern dem, som undtagelsen ikke gælder"},
		[2]string{"the exception for %[2]s in %[1]s fits several different numbers or addresses, so it does not say which one it is for; it allows none of them", "remove those that the exception is not for"}},
}
