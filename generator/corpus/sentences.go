package main

// Patterns of sentences. {en}, {den}, {flere} and {de} stand for a noun in
// that form ("en plan", "planen", "planer", "planerne", or with an adjective
// "den nye plan"), {gruppe} for a patient group, {måned} for a month and its
// year, {antal} for a small and {tal} for a large number.

var titlePatterns = []string{
	"Status på {den}",
	"Drøftelse af {den}",
	"Orientering om {de}",
	"Forslag om {en}",
	"Opfølgning på {den}",
	"Evaluering af {de}",
	"Udkast til {en}",
	"Proces i forbindelse med {den}",
}

var proposalPatterns = []string{
	"Det indstilles, at udvalget drøfter {den}",
	"Det indstilles, at udvalget godkender {den} og tager stilling til {en}",
	"Det indstilles, at udvalget tager orienteringen om {den} til efterretning",
	"Det indstilles, at udvalget giver bemærkninger til {den} og drøfter {de}",
	"Det indstilles, at udvalget anbefaler {en} til patientgruppen {gruppe}",
}

var recordPatterns = []string{
	"Sekretariatet gennemgik {den} og redegjorde for {de}",
	"Udvalget tog orienteringen om {den} til efterretning",
	"Flere medlemmer spurgte til {den}, og sekretariatet lovede at vende tilbage med {en}",
	"Det blev bemærket, at {den} bør hænge sammen med {den}",
	"Formanden takkede for arbejdet med {den} og rundede drøftelsen af",
	"Der var enighed om, at {de} skal være klar inden udgangen af {måned}",
	"Udvalget lagde vægt på, at {den} er let at forstå for afdelingerne",
	"Sekretariatet indarbejder bemærkningerne i {den} og sender {en} ud sammen med referatet",
	"Ved udgangen af {måned} var der registreret {tal} prøver, og {den} viser samme udvikling",
	"Medlemmerne efterlyste {flere}, så {den} kan følges over tid",
	"For patientgruppen {gruppe} blev det nævnt, at {den} mangler {en}",
	"Erfaringerne med patientgruppen {gruppe} taler for {en}",
	"Det blev aftalt, at {den} sendes i høring i {måned}",
	"Et medlem foreslog {en}, der også omfatter {flere} fra andre regioner",
	"Udvalget ønskede {en} forelagt på et kommende møde",
}

var problemPatterns = []string{
	"Der er behov for {en}, fordi {de} er blevet til på forskellige tidspunkter",
	"Det er i dag uklart, hvordan {den} påvirker {de}",
	"Afdelingerne arbejder med hver deres udgave af {den}",
	"{flere} fylder meget i hverdagen, og {den} giver ikke svar på alle spørgsmål",
	"Der er {antal} åbne spørgsmål, som {den} ikke besvarer",
	"Patientgruppen {gruppe} er ikke omfattet af {den}, og det giver usikkerhed om {de}",
	"Uden {en} er det vanskeligt at sammenligne {de} fra år til år",
	"{den} forudsætter {en}, som endnu ikke er på plads",
}

var backgroundPatterns = []string{
	"{den} blev sat i gang i {måned} og bygger på {flere} fra {antal} afdelinger",
	"Udvalget har tidligere drøftet {den} og {den}",
	"I {måned} blev {de} samlet i {en}",
	"Udvalget skal ifølge kommissoriet følge {de} og rådgive om {den}",
	"En KPI for {den} opgøres hver måned",
	"Arbejdet med patientgruppen {gruppe} begyndte i {måned} med {en}",
	"Siden {måned} er {den} blevet brugt i {antal} afdelinger",
	"{de} er beskrevet i {den}, som blev sendt ud i {måned}",
	"Der er indsamlet {tal} svar, og {den} sammenfatter dem",
}

var solutionPatterns = []string{
	"Sekretariatet foreslår {en}, der samler {de} ét sted",
	"{den} afprøves i {antal} afdelinger frem til {måned}",
	"Løsningen omfatter {en}, {en} og {en}",
	"Udgifterne holdes inden for rammen af {den}, og der følges op i {måned}",
	"Når {den} er på plads, kan {de} tages i brug",
	"Patientgruppen {gruppe} kommer med i {den} fra {måned}",
	"Sekretariatet udarbejder {en} og inddrager {flere} fra regionerne",
	"{den} justeres, så sammenhængen med {de} bliver klar",
}

var decisionPatterns = []string{
	"Udvalget besluttede, at {den} sættes i gang i {måned}",
	"Udvalget godkendte {den} med virkning fra {måned}",
	"Udvalget besluttede, at {den} også skal gælde patientgruppen {gruppe}",
	"Udvalget tiltrådte indstillingen og bad om {en} vedrørende patientgruppen {gruppe}",
}

var entryPatterns = []string{
	"Supplér {den} med {en}",
	"Belys også {de}",
	"Spørg til, hvordan {den} hænger sammen med {den}",
	"Gør {den} kortere, og flyt {de} til et bilag",
	"Medtag {flere} fra patientgruppen {gruppe}",
	"Beskriv, hvem der ejer {den}",
}
