package danish

// abbreviations lists, in small letters, those whose point ends no sentence. Of
// an abbreviation with points inside, such as m.fl. or f.eks., only the last
// part stands here; a single letter, as in bl.a. and m.m., is one without
// standing here. Left out are those that are words too (tab, min, art) and
// those that mostly do end a sentence when a capital follows (kr.).
var abbreviations = setOf(
	"adm", "adr", "afd", "afs", "alm", "ang", "anm",
	"beh", "bek", "bem", "bl",
	"ca", "cand", "cirk",
	"dir", "div", "dok", "dr", "dvs",
	"eks", "ekskl", "etc", "evt",
	"fhv", "fig", "fl", "fmd", "forb", "fsva", "fx",
	"gl", "gns",
	"hhv", "hosp", "hr",
	"ifm", "ift", "iht", "ihht", "ing", "inkl", "inst",
	"jf", "jfr", "jnr",
	"kap", "kgl", "kl", "konst", "kst", "ktr", "kvt",
	"lic", "lign", "lovbek",
	"maks", "mdl", "mfl", "mhp", "mht", "mia", "mill", "mio", "mm", "mv",
	"nr", "næstfmd",
	"opr", "osv", "overl",
	"pba", "pct", "pga", "ph", "pkt", "prof", "pt",
	"red", "ref", "resp",
	"sagsbeh", "sagsnr", "sct", "sekr", "skt", "sml", "spec", "spm", "st", "stk", "str",
	"tlf",
	"udg", "udv", "univ",
	"vedl", "vedr", "vejl", "vha", "vol", "vs",
	"årg", "årl",
)

func setOf(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
