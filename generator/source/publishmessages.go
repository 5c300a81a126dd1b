package source

// Problems with old addresses, and with what publishes a finished site.
const (
	RedirectAddress Code = "redirect-address"
	RedirectTaken   Code = "redirect-taken"
)

var publishMessages = map[Code]message{
	RedirectAddress: {Error,
		[2]string{"%[1]q kan ikke være en gammel adresse i redirect_from", "skriv adressen under webstedets egen, med / eller .html til sidst, fx \"/gammel/\""},
		[2]string{"%[1]q cannot be an old address in redirect_from", "write the address below the site's own, with / or .html at its end, for example \"/old/\""}},
	RedirectTaken: {Error,
		[2]string{"den gamle adresse %[1]q bruges allerede af %[2]s", "skriv kun adresser, som ingen side har mere, og hver af dem ét sted; store og små bogstaver gør ingen forskel"},
		[2]string{"the old address %[1]q is already used by %[2]s", "write only addresses that no page has any more, and each in one place; upper and lower case make no difference"}},
}
