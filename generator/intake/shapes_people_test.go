package intake

import "testing"

func TestAttendanceIsReadInAllShapes(t *testing.T) {
	const end = "\n\n1. Velkomst\nIntet.\n\n2. Eventuelt\nIntet."
	testShapes(t, []shape{
		{"name, role, organisation", "Deltagere:\nAnna Holm, direktør, Region Fjordland\nBo Lund, kontorchef, Prøvestyrelsen\nCarla Vig, professor, Attrap Universitet (formand)" + end,
			"person Anna Holm | direktør | Region Fjordland\nperson Bo Lund | kontorchef | Prøvestyrelsen\nperson Carla Vig | professor | Attrap Universitet |  |  |  | chair\nchair Carla Vig\nno doubt-role"},
		{"role and organisation without a comma", "Deltagere:\nAnna Holm, sundhedsdirektør Region Fjordland\nBo Lund, overlæge ved Attrap Hospital" + end,
			"person Anna Holm | sundhedsdirektør | Region Fjordland\nperson Bo Lund | overlæge | Attrap Hospital"},
		{"title before the name", "Til stede: Direktør Anna Holm, Region Fjordland (formand); Overlæge Bo Lund, De Opdigtede Selskaber; Carla Vig, Sundhedskontoret (referent)." + end,
			"person Anna Holm | Direktør | Region Fjordland |  |  |  | chair\nperson Bo Lund | Overlæge | De Opdigtede Selskaber\nperson Carla Vig |  | Sundhedskontoret\nsecretary Carla Vig"},
		{"organisation in brackets", "Deltagere:\nAnna Holm (Eksempelby Kommune), formand\nBo Lund (Kortkontoret)\nCarla Vig (Kortkontoret), referent\nGæst: Dan Ravn (Region Midgaard) under punkt 3\nAfbud: Else Friis (Fjordby Kommune)" + end,
			"person Anna Holm |  | Eksempelby Kommune |  |  |  | chair\nperson Bo Lund |  | Kortkontoret\nsecretary Carla Vig\nperson Else Friis |  | Fjordby Kommune |  |  |  | absent\ndoubt-partly"},
		{"nominated by, specialty, absent", "Deltagere\nAnna Holm, (indstillet af Region Fjordland, klinisk genetik) (afbud)\nBo Lund, Sjældne Sygdomme (indstillet af Danske Patienter)" + end,
			"person Anna Holm |  |  | Region Fjordland | klinisk genetik |  | absent\nperson Bo Lund |  | Sjældne Sygdomme | Danske Patienter"},
		{"absence behind a dash or in words", "Deltagere:\nAnna Holm (A) - afbud\nBo Lund (V), afbud\nCarla Vig (O) – fraværende\nDan Ravn (C)" + end,
			"person Anna Holm |  |  |  |  | A | absent\nperson Bo Lund |  |  |  |  | V | absent\nperson Carla Vig |  |  |  |  | O | absent\nperson Dan Ravn |  |  |  |  | C"},
		{"lists of their own", "Til stede:\nAnna Holm, Prøvestyrelsen\nBo Lund, Region Midgaard\n\nFraværende med afbud:\nCarla Vig, Attrap Kommune\n\nIkke til stede:\nDan Ravn, Fjordby Kommune\n\nFra sekretariatet:\nElse Friis" + end,
			"person Carla Vig |  | Attrap Kommune |  |  |  | absent\nperson Dan Ravn |  | Fjordby Kommune |  |  |  | absent\nperson Else Friis |  |  |  |  |  | staff\nperson Anna Holm |  | Prøvestyrelsen"},
		{"names in one line", "Mødedeltagere: Anna Holm, Bo Lund, Carla Vig og Dan Ravn\nAfbud: Else Friis og Finn Dahl." + end,
			"person Anna Holm\nperson Dan Ravn\nperson Else Friis |  |  |  |  |  | absent\nperson Finn Dahl |  |  |  |  |  | absent"},
		{"two names of absent people in a line", "Deltagere:\nAnna Holm, Bo Lund, Carla Vig, Dan Ravn\n\nAfbud:\nCarla Vig, Dan Ravn" + end,
			"person Carla Vig |  |  |  |  |  | absent\nperson Dan Ravn |  |  |  |  |  | absent\nperson Bo Lund\ndoubt-both-lists"},
		{"boxes", "Deltagere\n☒ Anna Holm, Prøvehuset\n☐ Bo Lund, Fjordby Kommune\n[x] Carla Vig\n[ ] Dan Ravn" + end,
			"person Anna Holm |  | Prøvehuset\nperson Bo Lund |  | Fjordby Kommune |  |  |  | absent\nperson Carla Vig\nperson Dan Ravn |  |  |  |  |  | absent\ndoubt-box"},
		{"a table with a head", "# Referat\n## Deltagere\n|Navn|Organisation|Init.|\n|Anna Holm|Prøvehuset|AH|\n|Bo Lund|Fjordby Kommune (afbud)|BL|\n\n# 1. Velkomst\nIntet.\n# 2. Eventuelt\nIntet.",
			"person Anna Holm |  | Prøvehuset\nperson Bo Lund |  | Fjordby Kommune |  |  |  | absent\nkept participants | Anna Holm Prøvehuset AH"},
		{"a table of present and absent", "|Deltagere|Afbud|\n|Anna Holm, Prøvehuset|Carla Vig, Region Midgaard|\n|Bo Lund||" + end,
			"person Anna Holm |  | Prøvehuset\nperson Carla Vig |  | Region Midgaard |  |  |  | absent\nperson Bo Lund"},
		{"a table with labels", "|Mødeleder|Anna Holm|\n|Deltagere|Anna Holm, Prøvehuset/nBo Lund, Fjordby Kommune|\n|Afbud|Carla Vig|\n|Referent|Dan Ravn|" + end,
			"chair Anna Holm\nperson Anna Holm |  | Prøvehuset\nperson Carla Vig |  |  |  |  |  | absent\nsecretary Dan Ravn\nno person Dan Ravn"},
		{"a table with ticks", "|Navn|Til stede|Afbud|\n|Anna Holm|x||\n|Bo Lund||x|" + end, "person Anna Holm\nperson Bo Lund |  |  |  |  |  | absent"},
		{"initials alone", "Til stede: LH, MK, PT\nAfbud: SB" + end, "person LH\nperson PT\nperson SB |  |  |  |  |  | absent"},
		{"titles of two words", "Deltagere:\nLedende overlæge Anna Holm, Prøvehuset\nProfessor MSO Bo Lund og Ledende overlæge Carla Vig" + end, "person Anna Holm | Ledende overlæge | Prøvehuset\nperson Bo Lund | Professor MSO\nperson Carla Vig | Ledende overlæge"},
		{"initials of one of them", "Deltagere:\nAnna Holm\nBo Lund\nJens Bo Hvid\nAfbud: JBH" + end, "person Jens Bo Hvid |  |  |  |  |  | absent\nperson Bo Lund\ndoubt-initials\nno person JBH\nno doubt-both-lists\nno doubt-name"},
		{"initials before the names", "Afbud: JBH\nDeltagere:\nAnna Holm\nBo Lund\nJens Bo Hvid" + end, "person Jens Bo Hvid |  |  |  |  |  | absent\nkept participants | Afbud: JBH\ndoubt-initials"},
		{"initials of two of them", "Deltagere:\nAnna Holm\nAsta Hvid\nBo Lund\nAfbud: AH" + end, "person AH |  |  |  |  |  | absent\nperson Anna Holm\nperson Asta Hvid\ndoubt-name\nno doubt-initials"},
		{"a table that says who came", "|Navn|Organisation|Fremmøde|\n|Anna Holm|Prøvehuset|Deltog|\n|Bo Lund|Fjordby Kommune|Afbud|\n|Carla Vig|Prøvehuset|Deltog fra kl. 13.30|" + end, "person Anna Holm |  | Prøvehuset\nperson Bo Lund |  | Fjordby Kommune |  |  |  | absent\nperson Carla Vig |  | Prøvehuset |  |  | fra kl. 13.30"},
		{"a line that breaks inside a name", "Deltagere: Anna Holm (formand), Bo Lund (Region Fjordland), Carla Vig (Prøvestyrelsen), Dan\nRavn (Region Midgaard)" + end, "person Dan Ravn |  | Region Midgaard\nperson Bo Lund |  | Region Fjordland\nchair Anna Holm"},
		{"a participant whom only the text names", "Deltagere:\nAnna Holm\nBo Lund\n\n1. Velkomst\nIntet.\n\n2. Eventuelt\nIntet.\nDeltager: Jørn Æbelø-Øster. E-mail: a@example.org",
			"person Anna Holm\ndoubt-unlisted\nno person Jørn"},
		{"a participant whom the text names too", "Deltagere:\nAnna Holm\nBo Lund\n\n1. Velkomst\nDeltager: Bo Lund. Intet.\n\n2. Eventuelt\nIntet.", "no doubt-unlisted"},
		{"all except", "Alle medlemmer var til stede undtagen Anna Holm og Bo Lund, der havde meldt afbud." + end,
			"person Anna Holm |  |  |  |  |  | absent\nperson Bo Lund |  |  |  |  |  | absent\ndoubt-others"},
		{"notes", "Deltagere:\nAnna Holm (fra kl. 11.00)\nBo Lund (suppleant for Carla Vig)\nDan Ravn (under punkt 4)\nElse Friis" + end,
			"person Anna Holm |  |  |  |  | fra kl. 11.00\nperson Bo Lund |  |  |  |  | suppleant for Carla Vig\nperson Dan Ravn |  |  |  |  | under punkt 4\ndoubt-partly"},
		{"groups by organisation", "Deltagere:\nRegion Fjordland:\nAnna Holm\nBo Lund\nPrøvestyrelsen:\nCarla Vig" + end,
			"person Anna Holm |  | Region Fjordland\nperson Bo Lund |  | Region Fjordland\nperson Carla Vig |  | Prøvestyrelsen"},
		{"initials behind names", "Deltagere: Anna Holm (AH), Bo Lund (BL), Carla Vig (CV)" + end, "person Anna Holm\nperson Bo Lund\nperson Carla Vig"},
		{"wrapped lines", "Deltagere:\nAnna Holm, sundhedsdirektør i Region Fjordland og medlem af bestyrelsen for\nPrøvehuset\nBo Lund, Attrap Universitet (indstillet af De Opdigtede\nSelskaber, kardiologi)" + end,
			"person Bo Lund |  | Attrap Universitet | De Opdigtede Selskaber | kardiologi"},
		{"as an item", "# 1. Fraværende\nFraværende: Anna Holm.\nFor Bo Lund deltog stedfortræder Carla Vig.\n# 2. Økonomi\nIntet.",
			"person Anna Holm |  |  |  |  |  | absent\nperson Bo Lund |  |  |  |  |  | absent\nperson Carla Vig |  |  |  |  | For Bo Lund deltog stedfortræder\ndoubt-in-text\nitem 1 | 1. Fraværende"},
		{"inside the first item", "# 1. Velkomst\nMødeleder: Anna Holm\n\nDeltagere:\nAnna Holm, Prøvehuset\nBo Lund, Fjordby Kommune\n\nAfbud:\nCarla Vig\n\nAnna Holm bød velkommen.\n# 2. Eventuelt\nIntet.",
			"chair Anna Holm\nperson Bo Lund |  | Fjordby Kommune\nperson Carla Vig |  |  |  |  |  | absent\nperson Anna Holm |  | Prøvehuset\nno doubt-both"},
		{"two columns parted by a tab", "Deltagere:\nAnna Holm, Prøvehuset\tBo Lund, Fjordby Kommune\nCarla Vig\tDan Ravn (referent)\n\nAfbud:\nElse Friis\tFinn Dahl" + end,
			"person Anna Holm |  | Prøvehuset\nperson Bo Lund |  | Fjordby Kommune\nperson Dan Ravn\nsecretary Dan Ravn\nperson Finn Dahl |  |  |  |  |  | absent"},
		{"a name and an organisation parted by a tab", "Deltagere:\nAnna Holm\tPrøvehuset\nBo Lund\tFjordby Kommune" + end, "no person Prøvehuset\nno person Fjordby Kommune"},
		{"titles between the names of a line", "Deltagere: Anna Holm, direktør, Bo Lund, kontorchef, og Carla Vig" + end, "person Anna Holm | direktør\nperson Bo Lund | kontorchef"},
		{"party letters and roles in a line", "Medlemmer: Anna Holm (A) - Formand, Bo Lund (V), Carla Vig (C)" + end, "person Bo Lund |  |  |  |  | V\nperson Carla Vig |  |  |  |  | C\nchair Anna Holm"},
		{"whose people they are before a colon", "Til stede\nVIP: Anna Holm (formand, AH), Bo Lund (BL)\nStuderende: Carla Vig (CV), Dan Ravn (DR)" + end, "person Anna Holm |  | VIP |  |  |  | chair\nperson Bo Lund |  | VIP\nperson Dan Ravn | Studerende"},
		{"a table without a head that says who came", "Medlemmer\n|Anna Holm|Formand|Deltog|\n|Bo Lund|Medlem|Afbud|" + end, "chair Anna Holm\nperson Bo Lund | Medlem |  |  |  |  | absent\nperson Anna Holm |  |  |  |  |  | chair"},
		{"present and absent side by side", "|Mødeleder|Anna Holm|Sted|Salen|\n|Deltagere|Anna Holm (AH)/nBo Lund|Afbud|Carla Vig/nDan Ravn|" + end, "person Bo Lund\nperson Carla Vig |  |  |  |  |  | absent\nperson Dan Ravn |  |  |  |  |  | absent\nno person Afbud"},
		{"cells below one another", "Navn\n\nOrganisation\n\nDeltog\n\nAnna Holm\n\nPrøvehuset\n\nJa\n\nBo Lund\n\nFjordby Kommune\n\nAfbud" + end, "person Anna Holm |  | Prøvehuset\nperson Bo Lund |  | Fjordby Kommune |  |  |  | absent"},
		{"who else took part, in a sentence", "Til stede: Anna Holm, Bo Lund og Carla Vig. Fra forvaltningen deltog Dan Ravn." + end, "person Carla Vig\nperson Dan Ravn |  |  |  |  |  | staff"},
		{"first names of those who are named whole", "Til stede: Anna, Bo, Carla og Dan\nDeltagere: Anna Holm, Bo Lund, Carla Vig, Dan Ravn" + end, "person Anna Holm\nperson Dan Ravn\nno person Anna |\ndoubt-first-name"},
		{"nobody absent", "Deltagere:\nAnna Holm\nBo Lund\n\nAfbud: Ingen" + end, "person Anna Holm\nno person Ingen"},
		{"the minute-taker is called Referat", "Deltagere: Anna Holm (AH), Bo Lund (BL)\nReferat: Carla Vig" + end, "secretary Carla Vig\nno person Carla"},
	})
}

func TestSeveralPeopleInALineAreToldApart(t *testing.T) {
	const end = "\n\n1. Velkomst\nIntet.\n\n2. Eventuelt\nIntet."
	testShapes(t, []shape{
		{"two in each line", "Deltagere:\nUlla Skov, Per Lund\nNina Bæk, Ole Vig (afbud)" + end,
			"person Ulla Skov\nperson Per Lund\nperson Nina Bæk\nperson Ole Vig |  |  |  |  |  | absent\ndoubt-shared"},
		{"initials with absence behind", "Deltagere: US, PL, NB (afbud)" + end, "person US\nperson PL\nperson NB |  |  |  |  |  | absent\ndoubt-shared"},
		{"an organisation behind the last", "Deltagere: Ulla Skov (formand), Per Lund, Rambøll" + end,
			"chair Ulla Skov\nperson Ulla Skov |  |  |  |  |  | chair\nperson Per Lund |  | Rambøll\ndoubt-shared\nno doubt-name"},
		{"titles between names", "Deltagere: Ulla Skov, formand, Per Lund, næstformand, og Nina Bæk" + end,
			"chair Ulla Skov\nperson Ulla Skov |  |  |  |  |  | chair\nperson Per Lund | næstformand\nperson Nina Bæk\nno doubt-shared"},
		{"guests with notes", "Gæster: Hanne Ibsen (pkt. 3), Jens Krogh, Rambøll" + end, "person Hanne Ibsen |  |  |  |  | pkt. 3\nperson Jens Krogh |  | Rambøll\ndoubt-partly"},
		{"an organisation behind each", "Deltagere: Ulla Skov, Region Nord, Per Lund, Rambøll, Nina Bæk, Danske Patienter" + end,
			"person Ulla Skov |  | Region Nord\nperson Per Lund |  | Rambøll\nperson Nina Bæk |  | Danske Patienter\nno doubt-shared\nno doubt-name"},
		{"slashes, samt, og", "Deltagere: Ulla Skov / Per Lund / Nina Bæk\nAfbud: Ole Vig, Ida Holm samt Kaj Munk" + end,
			"person Ulla Skov\nperson Per Lund\nperson Nina Bæk\nperson Ida Holm |  |  |  |  |  | absent\nperson Kaj Munk |  |  |  |  |  | absent"},
		{"a bracket that may be of two", "Deltagere: Ulla Skov (Region Nord), Per Lund og Nina Bæk (Region Syd)" + end, "person Per Lund\nperson Nina Bæk |  | Region Syd\ndoubt-shared"},
		{"first names", "Deltagere: Ulla, Per, Nina og Ole" + end, "person Ulla\nperson Per\nperson Nina\nperson Ole\nno doubt-name"},
		{"titles before names", "Deltagere: Formand, Ulla Skov, Referent, Per Lund" + end, "chair Ulla Skov\nsecretary Per Lund\nperson Per Lund\ndoubt-shared"},
		{"an organisation before its people", "Deltagere:\nRegion Nord: Ulla Skov, Per Lund\nNina Bæk under punkt 3" + end, "person Ulla Skov |  | Region Nord\nperson Per Lund |  | Region Nord\nperson Nina Bæk |  |  |  |  | under punkt 3"},
		{"boxes", "Deltagere:\n☒ Ulla Skov ☐ Per Lund" + end, "person Ulla Skov\nperson Per Lund |  |  |  |  |  | absent\ndoubt-box"},
		{"two who may be one and an organisation", "Deltagere: Ulla Skov, Zeta Quark" + end, "person Ulla Skov\nperson Zeta Quark\ndoubt-name"},
		{"the same among others", "Deltagere:\nUlla Skov, Zeta Quark\nPer Lund, Region Nord" + end, "person Per Lund |  | Region Nord\ndoubt-name"},
		{"a number and no names", "Deltagere: Ulla Skov, Per Lund og Nina Bæk\nAfbud: 3" + end, "doubt-others\nno person 3\nkept participants | Afbud: 3"},
		{"two in a cell", "|Deltagere|Afbud|\n|Ulla Skov, Per Lund|Nina Bæk og Ole Vig|" + end, "person Per Lund\nperson Nina Bæk |  |  |  |  |  | absent\nperson Ole Vig |  |  |  |  |  | absent"},
	})
}

func TestWordsOfAttendanceAreKnownInEveryPlace(t *testing.T) {
	const end = "\n\n1. Velkomst\nIntet.\n\n2. Eventuelt\nIntet."
	absent, present := map[string]string{}, map[string]string{}
	for _, word := range []string{"afbud", "forhindret", "syg", "orlov", "udeblevet", "ikke til stede", "fraværende", "deltog ikke", "på barsel"} {
		absent["behind a comma: "+word] = "Ulla Skov, Region Nord\nPer Lund, Region Syd, " + word
		absent["in brackets: "+word] = "Ulla Skov (Region Nord)\nPer Lund (Region Syd, " + word + ")"
		absent["in a column: "+word] = "|Ulla Skov|Region Nord|til stede|\n|Per Lund|Region Syd|" + word + "|"
		absent["under a heading: "+word] = "|Navn|Organisation|Til stede|\n|Ulla Skov|Region Nord|x|\n|Per Lund|Region Syd|" + word + "|"
	}
	for _, word := range []string{"til stede", "tilstede", "deltog", "mødt", "fremmødt"} {
		present["behind a comma: "+word] = "Ulla Skov, Region Nord\nPer Lund, Region Syd, " + word
		present["in a column: "+word] = "|Ulla Skov|Region Nord|afbud|\n|Per Lund|Region Syd|" + word + "|"
		present["under a heading: "+word] = "|Navn|Organisation|Status|\n|Ulla Skov|Region Nord|afbud|\n|Per Lund|Region Syd|" + word + "|"
	}
	var shapes []shape
	for name, text := range absent {
		shapes = append(shapes, shape{name, "Deltagere:\n" + text + end, "person Per Lund |  | Region Syd |  |  |  | absent\nperson Ulla Skov |  | Region Nord"})
	}
	for name, text := range present {
		shapes = append(shapes, shape{name, "Deltagere:\n" + text + end, "person Per Lund |  | Region Syd"})
	}
	testShapes(t, append(shapes,
		shape{"several in a bracket", "Deltagere:\nUlla Skov (Region Nord, formand)\nPer Lund (Region Syd, chefkonsulent, afbud)" + end,
			"chair Ulla Skov\nperson Ulla Skov |  | Region Nord |  |  |  | chair\nperson Per Lund | chefkonsulent | Region Syd |  |  |  | absent"},
		shape{"behind a colon or a dash", "Deltagere:\n• Ulla Skov: til stede\n• Per Lund: afbud\n• Nina Bæk, Region Nord: forhindret\n• Ole Vig, KL - til stede" + end,
			"person Ulla Skov\nperson Per Lund |  |  |  |  |  | absent\nperson Nina Bæk |  | Region Nord |  |  |  | absent\nperson Ole Vig |  | KL"},
		shape{"initials and a body in brackets", "Deltagere: professor Ulla Skov (US), Per Lund (KL, afbud), Nina Bæk (NB)" + end,
			"person Ulla Skov | professor\nperson Per Lund |  | KL |  |  |  | absent\nperson Nina Bæk"},
		shape{"absent in both lists", "Deltagere:\nUlla Skov\nPer Lund - forhindret\n\nAfbud: Per Lund" + end, "person Per Lund |  |  |  |  |  | absent\nno doubt-listed-twice\nno doubt-both-lists"},
		shape{"marks without a heading", "Deltagere:\n|Ulla Skov|x|\n|Per Lund|-|" + end, "person Ulla Skov\nperson Per Lund |  |  |  |  |  | absent\ndoubt-mark"},
		shape{"yes and no", "|Navn|Deltog|Afbud|\n|Ulla Skov|ja|nej|\n|Per Lund|nej|ja|\n|Nina Bæk|☒|☐|\n|Ole Vig|☐|☒|" + end,
			"person Ulla Skov\nperson Per Lund |  |  |  |  |  | absent\nperson Nina Bæk\nperson Ole Vig |  |  |  |  |  | absent\nno doubt-mark"},
		shape{"both ticked", "|Navn|Deltog|Afbud|\n|Ulla Skov|x||\n|Per Lund|x|x|" + end, "person Per Lund |  |  |  |  |  | absent\ndoubt-mark"},
		shape{"present among the absent", "Deltagere: Ulla Skov, Nina Bæk\n\nAfbud:\nPer Lund, til stede" + end, "person Per Lund |  |  |  |  |  | absent\ndoubt-mark"}))
}

func TestWhatMayBeReadInTwoWaysIsDoubted(t *testing.T) {
	const end = "\n\n1. Velkomst\nIntet.\n\n2. Eventuelt\nIntet."
	testShapes(t, []shape{
		{"somebody absent speaks", "Deltagere:\nAnna Holm, Prøvehuset (afbud)\nBo Lund, Prøvehuset\n\n1. Velkomst\nAnna Holm oplyste, at huset er lukket.\n\n2. Eventuelt\nIntet.", "doubt-speaks"},
		{"absent and present", "Deltagere:\nAnna Holm\nBo Lund\n\nAfbud:\nAnna Holm" + end, "person Anna Holm |  |  |  |  |  | absent\ndoubt-both-lists"},
		{"named twice", "Deltagere:\nAnna Holm, Prøvehuset\nBo Lund\nAnna Holm, Attrap Kommune" + end, "doubt-listed-twice"},
		{"two chairs", "Mødeleder: Anna Holm\n\nDeltagere:\nAnna Holm\nBo Lund (formand)" + end, "chair Anna Holm\ndoubt-chair"},
		{"an organisation for a name", "Deltagere:\nAnna Holm, Prøvehuset\nRegion Midgaard\nBo Lund, Prøvehuset" + end, "no person Region Midgaard |"},
		{"no role where others have one", "Deltagere:\nAnna Holm, Prøvehuset\nBo Lund, Prøvehuset\nCarla Vig, Prøvehuset\nDan Ravn" + end, "doubt-role"},
		{"the chair absent", "Mødeleder: Anna Holm\n\nDeltagere:\nBo Lund\nCarla Vig\n\nAfbud:\nAnna Holm" + end, "doubt-leads"},
		{"more absent than present", "Deltagere:\nAnna Holm\n\nAfbud:\nBo Lund\nCarla Vig" + end, "doubt-most-absent"},
		{"labels without values", "Sted:\nReferent:\n\nAnna Holm" + end, "doubt-stacked\nno secretary"},
		{"names that no list takes", "Anna Holm\n\nx\n\nBo Lund\n\nDeltagere: Carla Vig" + end, "doubt-names"},
		{"afbud in an odd place", "Deltagere:\nAnna Holm, Prøvehuset, afbud fra kl. 12\nBo Lund" + end, "doubt-afbud"},
	})
}
