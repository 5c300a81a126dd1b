package main

import (
	"slices"
)

// usage is the whole help.
func usage(lang string) string {
	if lang == "en" {
		return usageEnglish
	}
	return usageDanish
}

// languageOf finds --lang among arguments that are not parsed yet.
func languageOf(args []string) string {
	for i, a := range args {
		if a == "--lang=en" || a == "-lang=en" || (a == "--lang" || a == "-lang") && slices.Index(args[i+1:], "en") == 0 {
			return "en"
		}
	}
	return "da"
}

const usageDanish = `referat laver et websted af referater, status og tal.

Brug:
  referat build [tilvalg]     bring public/ på højde med filerne
  referat check [tilvalg]     gør det samme, gennemgå så alle filer i public/, og vis alt, hvad der er at sige
  referat check --strip FIL … læg en kopi uden spor af personer og af redigering ved siden af hver fil: navn.renset.docx
  referat why STI [tilvalg]   vis, hvad en fil i public/ er lavet af
  referat serve [tilvalg]     vis webstedet her på maskinen (127.0.0.1), og følg hver ændring, til du trykker Ctrl-C
  referat import FIL … [tilvalg]
                              lav referater af dokumenter (.docx, .pdf, .txt og .md)
  referat count SERIE DATO TAL --source KILDE [tilvalg]
                              skriv et tal i en serie
  referat mask TABEL --from FIL.csv [tilvalg]
                              skjul små tal i en tabel over personer, og skriv den i content/
  referat record [tilvalg]    husk det, som public/ nu viser, i content/.record/, så intet af det
                              siden ændres eller forsvinder, uden at nogen opdager det
  referat publish MAPPE [tilvalg]
                              udgiv det byggede websted i en mappe, fx webserverens rod
  referat verify MAPPE        vis, om filerne i mappen er, som de blev udgivet
  referat withdraw ADRESSE --reason GRUND [tilvalg]
                              tag en side eller et bilag af nettet med det samme, uanset fejl i andre filer
  referat help                vis denne hjælp

Tilvalg:
  -C MAPPE      webstedets mappe (ellers den mappe, du står i)
  -o MAPPE      skriv siderne her i stedet for i public; stien regnes fra webstedets mappe
                (ikke import, count, mask, verify og check --strip)
  --drafts      vis også udkast og det, der endnu ikke er offentligt (kun build, check og why; kræver -o;
                serve viser dem altid, men kun her)
  --now TID     byg, som om klokken er TID, fx 2024-03-01T08:00:00+01:00
                (et tidspunkt i fremtiden kræver -o, og da udgives og huskes intet; de samme kommandoer som -o)
  --lang SPROG  sproget i programmets beskeder, da eller en
  --json        skriv problemer og resultat som JSON (kun build, check, why og import)
  --external    spørg også andre websteder, om deres adresser stadig svarer (kun check)
  --verify      byg også forfra et andet sted, og sammenlign alle filer (kun build)
  --since-last  vis, om og hvorfor filen sidst blev skrevet, og om den bliver det igen (kun why)
  --port TAL    den port, serve svarer på (ellers 8080; 0 er en ledig)
  --open        åbn siden i browseren (kun serve)

Tilvalg til import:
  --committee ID    udvalget, når dokumentet ikke nævner et, som webstedet kender
  --as NAVN         mødets dato, når dokumentet ikke oplyser den, fx 2023-11-07
                    (dagens andet møde er 2023-11-07-2)
  --stdout          vis referatets fil i stedet for at gemme den
  --update          læg det nye i dokumentet ind i et referat, der findes, og behold det, der er rettet i det
  --force           begynd forfra med et referat, der findes
  --accept-changes  tag indsat tekst med, selv om ingen har godkendt den, og udelad slettet og overstreget tekst
  --keep-struck     tag overstreget tekst i en PDF med

Tilvalg til count:
  --source KILDE    tallets kilde: en adresse med https:// eller stien til et referat (skal angives)
  --status STATUS   final (endeligt), provisional (foreløbigt) eller other (oplyst af andre); ellers final
  --note TEKST      en bemærkning, som vises ved tallet

Tilvalg til mask:
  --from FIL        de rigtige tal; filen skal ligge uden for webstedets mappe (skal angives)
  --keep-totals     behold summerne, og skjul hellere andre tal
  --dry-run         vis, hvad der bliver skjult, og skriv intet

Tilvalg til record og publish:
  --reviewer NAVN   den, der har set siderne igennem (ellers spørger programmet); navnet offentliggøres ikke

Tilvalg til publish:
  --yes             udgiv uden at spørge først
  --dry-run         vis, hvad der vil ske, og gør intet

Tilvalg til withdraw:
  --reason GRUND    persondata, fejl eller ophavsret (skal angives)
  --publish MAPPE   udgiv i mappen med det samme

Uden --now gælder SOURCE_DATE_EPOCH, hvis den er sat, ellers uret.

Programmet slutter med 0, når alt er gjort, 1 ved fejl i webstedets filer og 2 ved forkert brug.

Eksempler:
  referat import referat-7-november.docx
  referat count genomer "ultimo november 2023" 20.621 --source content/referater/raadet/2023-12-05.md#punkt-1
  referat build -C mit-websted
`

const usageEnglish = `referat makes a website of minutes, status and counts.

Usage:
  referat build [options]     bring public/ up to date
  referat check [options]     do the same, then go through every file of public/ and tell everything
  referat check --strip FILE… put a copy without traces of people and of editing beside each file: name.renset.docx
  referat why PATH [options]  show what a file in public/ is made from
  referat serve [options]     show the site on this machine (127.0.0.1) and follow every change, until Ctrl-C
  referat import FILE… [options]
                              make minutes of documents (.docx, .pdf, .txt and .md)
  referat count SERIES DATE NUMBER --source SOURCE [options]
                              put a number into a series
  referat mask TABLE --from FILE.csv [options]
                              mask small numbers in a table of persons, and write it into content/
  referat record [options]    remember what public/ now shows, in content/.record/, so that nothing of it
                              changes or goes away later without anybody noticing
  referat publish DIR [options]
                              publish the built site into a folder, such as the root of the web server
  referat verify DIR          show whether the files in the folder are as they were published
  referat withdraw ADDRESS --reason REASON [options]
                              take a page or an attachment off at once, whatever is wrong with other files
  referat help                show this help

Options:
  -C DIR        the site's folder (else the one you stand in)
  -o DIR        write the pages here instead of public; relative to the site's folder
                (not import, count, mask, verify and check --strip)
  --drafts      also show drafts and what is not yet public (build, check and why only; needs -o;
                serve always shows them, only here)
  --now TIME    build as if it were TIME, for example 2024-03-01T08:00:00+01:00
                (an instant in the future needs -o, and nothing is published or recorded then; the same commands as -o)
  --lang LANG   language of the program's messages, da or en
  --json        write problems and result as JSON (build, check, why and import only)
  --external    also ask other sites whether their addresses still answer (check only)
  --verify      also build from nothing elsewhere, and compare all files (build only)
  --since-last  show whether and why the file was last written, and whether it will be again (why only)
  --port N      the port that serve answers on (else 8080; 0 is any free one)
  --open        open the site in the browser (serve only)

Options of import:
  --committee ID    the committee, when the document names none that the site knows
  --as NAME         the day of the meeting, when the document does not say it, for example 2023-11-07
                    (the second meeting of the day is 2023-11-07-2)
  --stdout          print the file of the minutes instead of saving it
  --update          put what is new in the document into minutes that are there, and keep what is corrected in them
  --force           start over with minutes that are there
  --accept-changes  take inserted text though nobody has accepted it, and leave out deleted and struck-through text
  --keep-struck     take struck-through text of a PDF

Options of count:
  --source SOURCE   where the number is from: an address with https:// or the path of minutes (needed)
  --status STATUS   final, provisional or other (stated by others); else final
  --note TEXT       a remark that is shown beside the number

Options of mask:
  --from FILE       the true numbers; the file must lie outside the site's folder (needed)
  --keep-totals     keep the totals, and rather hide other numbers
  --dry-run         show what would be masked, and write nothing

Options of record and publish:
  --reviewer NAME   who has looked through the pages (else the program asks); the name is not published

Options of publish:
  --yes             publish without asking first
  --dry-run         show what would happen, and do nothing

Options of withdraw:
  --reason REASON   persondata, fejl (a mistake) or ophavsret (copyright); needed
  --publish DIR     publish into the folder at once

Without --now SOURCE_DATE_EPOCH counts, if it is set, else the clock.

The program exits with 0 when all is done, 1 on problems in the site's files, 2 on wrong usage.

Examples:
  referat import minutes-7-november.docx
  referat count genomer "ultimo november 2023" 20.621 --source content/referater/raadet/2023-12-05.md#punkt-1
  referat build -C my-site
`
