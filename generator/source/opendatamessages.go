package source

// Codes of what is wrong with what site.toml says of open data.
const (
	LicenceMissing Code = "licence-missing"
	BadDataContact Code = "bad-data-contact"
	DataOverdue    Code = "data-overdue"
)

var openDataMessages = map[Code]message{
	LicenceMissing: {Information,
		[2]string{"webstedet siger ikke, på hvilke vilkår data må bruges", "skriv licence og licence_url under [data] i site.toml, når licensen er valgt; så står den på /data/"},
		[2]string{"the site does not say on which terms its data may be used", "write licence and licence_url under [data] in site.toml when the licence is chosen; it then stands at /data/"}},
	BadDataContact: {Error,
		[2]string{"%[1]q er ikke en kontakt for data", "skriv en e-mailadresse eller en adresse med https://"},
		[2]string{"%[1]q is no contact for data", "write an e-mail address or an address with https://"}},
	DataOverdue: {Warning,
		[2]string{"næste opdatering af data skulle være sket senest den %[1]D, og siden /data/ nævner den ikke længere", "skriv dagen for den næste opdatering i next under [data], eller fjern linjen"},
		[2]string{"the next update of data was due by %[1]D, and the page /data/ no longer mentions it", "write the day of the next update as next under [data], or remove the line"}},
}
