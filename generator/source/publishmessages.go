package source

// Problems with old addresses, and with what publishes a finished site.
const (
	RedirectAddress Code = "redirect-address"
	RedirectTaken   Code = "redirect-taken"

	PublishUnfinished  Code = "publish-unfinished"
	PublishDrafts      Code = "publish-drafts"
	PublishStale       Code = "publish-stale"
	PublishEarly       Code = "publish-early"
	PublishReserved    Code = "publish-reserved"
	PublishOccupied    Code = "publish-occupied"
	PublishLink        Code = "publish-link"
	PublishReceipt     Code = "publish-receipt"
	PublishOlder       Code = "publish-older"
	ReceiptMissing     Code = "receipt-missing"
	ReceiptDiffers     Code = "receipt-differs"
	WithdrawUnknown    Code = "withdraw-unknown"
	WithdrawKind       Code = "withdraw-kind"
	WithdrawUnmarked   Code = "withdraw-unmarked"
	WithdrawUnrecorded Code = "withdraw-unrecorded"
	WithdrawHost       Code = "withdraw-host"
	WithdrawPrivate    Code = "withdraw-private"
	WithdrawOlder      Code = "withdraw-older"
	WithdrawVersion    Code = "withdraw-version"
	WithdrawAgain      Code = "withdraw-again"
	UsageWithdraw      Code = "usage-withdraw"
	UsagePublish       Code = "usage-publish"
	UsageVerify        Code = "usage-verify"
	UsageHost          Code = "usage-host"
	UsageFuture        Code = "usage-future"
	UsageConfirm       Code = "usage-confirm"
)

var publishMessages = map[Code]message{
	RedirectAddress: {Error,
		[2]string{"%[1]q kan ikke være en gammel adresse i redirect_from", "skriv adressen under webstedets egen, med / eller .html til sidst, fx \"/gammel/\""},
		[2]string{"%[1]q cannot be an old address in redirect_from", "write the address below the site's own, with / or .html at its end, for example \"/old/\""}},
	PublishUnfinished: {Error,
		[2]string{"her ligger intet websted, som denne udgave af programmet har bygget færdigt", "byg først: kør referat build, og udgiv så igen"},
		[2]string{"no site lies here that this version of the program has finished", "build first: run referat build, then publish again"}},
	PublishDrafts: {Error,
		[2]string{"webstedet her er bygget med udkast og det, der endnu ikke er offentligt, og det bliver aldrig udgivet", "byg uden --drafts: kør referat build, se siderne igennem, og udgiv så igen"},
		[2]string{"the site here was built with drafts and what is not yet public, which is never published", "build without --drafts: run referat build, look at the pages, then publish again"}},
	PublishEarly: {Error,
		[2]string{"webstedet er bygget til et senere tidspunkt, og inden da bliver noget offentligt, eller noget udløber", "byg uden --now: kør referat build, se siderne igennem, og udgiv så igen"},
		[2]string{"the site was built for a later instant, and before it something becomes public or expires", "build without --now: run referat build, look at the pages, then publish again"}},
	PublishStale: {Error,
		[2]string{"{?1 webstedets filer er ændret, siden det blev bygget}{?2 noget er blevet offentligt eller er udløbet, siden webstedet blev bygget}{?3 nogen har ændret i mappen, siden webstedet blev bygget}{?4 filen er ikke, som opbygningen efterlod den}", "byg først: kør referat build, se siderne igennem, og udgiv så igen"},
		[2]string{"{?1 the site's files have changed since it was built}{?2 something has become public or has expired since the site was built}{?3 somebody has changed the folder since the site was built}{?4 the file is not as the build left it}", "build first: run referat build, look at the pages, then publish again"}},
	PublishReserved: {Error,
		[2]string{"filen har et navn, som udgivelsens egne filer bruger", "giv filen i content et andet navn"},
		[2]string{"the file has a name that publishing needs for its own files", "give the file in content another name"}},
	PublishOccupied: {Error,
		[2]string{"her ligger noget, som programmet ikke har udgivet, og her skal en af webstedets filer ligge", "flyt eller slet det selv, og udgiv så igen; intet er ændret"},
		[2]string{"something that the program has not published is in the way of a file of the site", "move or delete it yourself, then publish again; nothing was changed"}},
	PublishLink: {Error,
		[2]string{"her er et symbolsk link, og programmet udgiver ikke gennem links", "slet linket, og udgiv så igen; intet er ændret"},
		[2]string{"this is a symbolic link, and the program does not publish through links", "delete it, then publish again; nothing was changed"}},
	PublishReceipt: {Error,
		[2]string{"filen er ikke skrevet af programmet, eller nogen har ændret i den", "programmet kan ikke se, hvilke filer i mappen der er dets egne: læg den rigtige fil tilbage, eller udgiv i en tom mappe"},
		[2]string{"the program did not write this file, or somebody changed it", "the program cannot tell which files in the folder are its own: put the right file back, or publish into an empty folder"}},
	PublishOlder: {Error,
		[2]string{"mappen er sidst udgivet fra indhold, som er nyere end dette: content/.record/ kender ikke den udgivelse", "hent det nyeste indhold, byg, og udgiv så igen; ellers kunne noget, der er trukket tilbage, blive offentligt igen"},
		[2]string{"the folder was last published from content that is newer than this: content/.record/ does not know of that publication", "fetch the newest content, build, then publish again; else something that was withdrawn could become public again"}},
	ReceiptMissing: {Error,
		[2]string{"her er ingen kvittering fra en udgivelse", "mappen skal være en, som referat publish har udgivet i"},
		[2]string{"there is no receipt of a publication here", "the folder must be one that referat publish has published into"}},
	ReceiptDiffers: {Error,
		[2]string{"{?1 filen mangler}{?2 filen er ændret}, siden webstedet blev udgivet", "find ud af, hvem der har gjort det; udgiv igen for at sætte det på plads"},
		[2]string{"{?1 the file is missing}{?2 the file has changed} since the site was published", "find out who did it; publish again to set it right"}},
	WithdrawUnknown: {Error,
		[2]string{"%[1]q er hverken et referat, en anden side eller en fil, som webstedet har", "{?2 det ligner mest %[2]s;} skriv adressen, som den står i browseren, eller filens sti i content"},
		[2]string{"%[1]q is neither minutes nor another page or file of the site", "{?2 it looks most like %[2]s;} write the address as the browser shows it, or the path of the file in content"}},
	WithdrawKind: {Error,
		[2]string{"kun referater, bilag og sider uden for de faste mapper kan trækkes tilbage", "ret teksten i filen, og byg og udgiv som ellers"},
		[2]string{"only minutes, attachments and pages outside of the fixed folders can be withdrawn", "correct the text in the file, then build and publish as ever"}},
	WithdrawUnmarked: {Error,
		[2]string{"oplysningerne øverst i filen kan ikke læses, så der er intet skrevet i den", "skriv selv %[1]s øverst i filen, før du bygger igen: ellers bliver teksten offentlig igen"},
		[2]string{"the front matter of the file cannot be read, so nothing was written in it", "write %[1]s at the top of the file yourself before you build again: else the text becomes public again"}},
	WithdrawUnrecorded: {Warning,
		[2]string{"intet er husket i content/.record/, så webstedet er bygget af de filer, der ligger i content nu", "kør referat record, når siderne er set igennem: så kan noget trækkes tilbage, selv om der er fejl i andre filer"},
		[2]string{"nothing is recorded in content/.record/, so the site was built from the files that are in content now", "run referat record when the pages have been looked through: then something can be withdrawn in spite of faults in other files"}},
	WithdrawHost: {Error,
		[2]string{"her har referat publish aldrig udgivet noget, så intet er taget af webserveren", "public/ er bygget uden det, der skulle væk: kør nu referat publish med den mappe, som webserveren viser"},
		[2]string{"referat publish has never published anything here, so nothing was taken off the web server", "public/ was built without what had to go: now run referat publish with the folder that the web server shows"}},
	WithdrawOlder: {Warning,
		[2]string{"mappen er sidst udgivet fra indhold, som er nyere end dette: content/.record/ kender ikke den udgivelse", "hent straks det nyeste indhold, byg, og udgiv igen: webserveren viser nu det, som dette indhold siger"},
		[2]string{"the folder was last published from content that is newer than this: content/.record/ does not know of that publication", "fetch the newest content at once, build, and publish again: the web server now shows what this content says"}},
	WithdrawAgain: {Error,
		[2]string{"referatet er allerede trukket tilbage den %[1]D (%[2]s)", "intet er ændret; er årsagen en anden, så ret withdrawn_reason i filen, byg, og udgiv{?3 ; skal teksten også ud af filen, så skriv --reason persondata}"},
		[2]string{"the minutes were withdrawn already on %[1]D (%[2]s)", "nothing was changed; if the reason is another, correct withdrawn_reason in the file, build and publish{?3 ; if the text has to leave the file too, write --reason persondata}"}},
	WithdrawPrivate: {Error,
		[2]string{"filen er ikke offentlig: den er hverken husket i content/.record/ eller bygget i public/", "intet er ændret; slet filen, eller lad den forblive et udkast, hvis den ikke skal offentliggøres"},
		[2]string{"the file is not public: neither content/.record/ nor the built public/ has it", "nothing was changed; delete the file or leave it a draft if it is not to be published"}},
	WithdrawVersion: {Error,
		[2]string{"%[1]s er en tidligere version, og withdraw tager altid hele referatet af", "intet er ændret; skal kun versionen væk, så opgiv dens adresse i site.toml under [[released]], og byg og udgiv; skal alt væk, så skriv %[2]s"},
		[2]string{"%[1]s is an earlier version, and withdraw always takes the whole minutes off", "nothing was changed; if only the version has to go, release its address in site.toml under [[released]], then build and publish; if everything has to go, write %[2]s"}},
	UsageWithdraw: {Error,
		[2]string{"withdraw skal have én adresse og en grund", "skriv for eksempel referat withdraw /referater/raadet/2024-03-05/ --reason persondata; grunden er persondata, fejl eller ophavsret"},
		[2]string{"withdraw needs one address and a reason", "write for example referat withdraw /referater/raadet/2024-03-05/ --reason persondata; the reason is persondata, fejl or ophavsret"}},
	UsagePublish: {Error,
		[2]string{"publish skal have én mappe at udgive i", "skriv for eksempel referat publish /var/www/ngc"},
		[2]string{"publish needs one folder to publish into", "write for example referat publish /var/www/ngc"}},
	UsageVerify: {Error,
		[2]string{"verify skal have én mappe, som der er udgivet i", "skriv for eksempel referat verify /var/www/ngc"},
		[2]string{"verify needs one folder that was published into", "write for example referat verify /var/www/ngc"}},
	UsageHost: {Error,
		[2]string{"der kan ikke udgives i mappen %[1]q, for den rummer webstedets egne filer eller ligger mellem dem", "vælg en mappe for sig, fx webserverens rod"},
		[2]string{"the folder %[1]q cannot be published into, for it holds the site's own files or lies among them", "choose a folder of its own, for example the root of the web server"}},
	UsageFuture: {Error,
		[2]string{"intet kan udgives, huskes eller trækkes tilbage på et tidspunkt i fremtiden", "udelad --now og SOURCE_DATE_EPOCH, eller vælg et tidspunkt, der er passeret; build -o viser, hvad der først er offentligt senere"},
		[2]string{"nothing can be published, recorded or withdrawn at an instant in the future", "leave out --now and SOURCE_DATE_EPOCH, or choose an instant that has passed; build -o shows what is public only later"}},
	UsageConfirm: {Error,
		[2]string{"ingen kan svare ja her", "se planen med --dry-run, og udgiv med --yes"},
		[2]string{"nobody can say yes here", "look at the plan with --dry-run, and publish with --yes"}},

	RedirectTaken: {Error,
		[2]string{"den gamle adresse %[1]q bruges allerede af %[2]s", "skriv kun adresser, som ingen side har mere, og hver af dem ét sted; store og små bogstaver gør ingen forskel"},
		[2]string{"the old address %[1]q is already used by %[2]s", "write only addresses that no page has any more, and each in one place; upper and lower case make no difference"}},
}
