package source

// Codes of what is wrong with security.txt.
const (
	BadContact        Code = "bad-contact"
	NoContact         Code = "no-contact"
	SecurityMissing   Code = "security-missing"
	SecurityBelowRoot Code = "security-below-root"
	SecurityExpired   Code = "security-expired"
	SecurityExpires   Code = "security-expires"
	SecurityFar       Code = "security-far"
)

var securityMessages = map[Code]message{
	BadContact: {Error,
		[2]string{"%[1]q er ikke en kontakt, som security.txt kan have", "skriv en e-mailadresse, en adresse med https:// eller et telefonnummer som tel:+4512345678"},
		[2]string{"%[1]q is no contact that security.txt can have", "write an e-mail address, an address with https:// or a telephone number as tel:+4512345678"}},
	NoContact: {Error,
		[2]string{"listen contact er tom, så ingen kan få besked om et sikkerhedshul", "skriv en e-mailadresse, en adresse med https:// eller et telefonnummer som tel:+4512345678, eller fjern [security]"},
		[2]string{"the list contact is empty, so nobody can be told of a hole in the security", "write an e-mail address, an address with https:// or a telephone number as tel:+4512345678, or remove [security]"}},
	SecurityMissing: {Information,
		[2]string{"webstedet siger ikke, hvem der skal have besked om et sikkerhedshul", "skriv contact og expires under [security] i site.toml; så laves /.well-known/security.txt"},
		[2]string{"the site does not say whom to tell of a hole in its security", "write contact and expires under [security] in site.toml; they become /.well-known/security.txt"}},
	SecurityBelowRoot: {Warning,
		[2]string{"security.txt hører til i roden af %[1]s, og webstedet står i %[2]s, så filen laves ikke", "læg filen i roden af domænet, og fjern [security] her"},
		[2]string{"security.txt belongs at the root of %[1]s, and the site stands in %[2]s, so the file is not made", "put it at the root of the host, and remove [security] here"}},
	SecurityExpired: {Error,
		[2]string{"security.txt gjaldt til og med den %[1]D", "se efter, om kontakten stadig er den rigtige, og skriv en ny dato i expires, højst et år frem"},
		[2]string{"security.txt was valid to the end of %[1]D", "see whether the contact is still the right one, and write a new date as expires, at most a year ahead"}},
	SecurityExpires: {Warning,
		[2]string{"security.txt gælder kun til og med den %[1]D; derefter kan webstedet ikke bygges", "se efter, om kontakten stadig er den rigtige, og skriv en ny dato i expires, højst et år frem"},
		[2]string{"security.txt is valid only to the end of %[1]D; after that the site cannot be built", "see whether the contact is still the right one, and write a new date as expires, at most a year ahead"}},
	SecurityFar: {Warning,
		[2]string{"security.txt gælder til og med den %[1]D, som er mere end et år frem", "skriv en dato i expires inden for et år, så kontakten bliver set efter"},
		[2]string{"security.txt is valid to the end of %[1]D, which is more than a year ahead", "write a date within a year as expires, so that somebody looks at the contact again"}},
}
