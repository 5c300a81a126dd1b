package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"referat/generator/data"
	"referat/generator/personal/personaltest"
	"referat/generator/source"
)

// secret is in every place of leakySite that is not public, and nowhere else.
const secret = "HEMMELIGTORD"

// leakySite is the small site, with the secret word wherever staff may leave what is not for the public.
func leakySite() map[string]string {
	minutes := func(keys, text string) string {
		return "+++\ntitle = \"Møde\"\n" + keys + "\n+++\n\n" + text + "\n"
	}
	item := "## Pkt. 1 Åbent\n\n### Referat\n\nÅben tekst.\n"
	at := "content/referater/raadet/"
	return map[string]string{
		at + "2024-01-02.md":            minutes("state = \"draft\"\nsummary = \""+secret+"\"", "## Pkt. 1 "+secret+"\n\n### Referat\n\n"+secret),
		at + "2024-01-03.md":            minutes("state = \"final\"\npublish = 2124-01-01T08:00:00+01:00", secret),
		at + "2024-01-04.md":            minutes("state = \"final\"\nexpires = 2024-02-01T08:00:00+01:00", secret),
		at + "2024-01-05.md":            minutes("state = \"withdrawn\"\nwithdrawn = 2024-02-01\nwithdrawn_reason = \"persondata\"\nplace = \""+secret+"\"", secret),
		at + "2024-01-06.md":            minutes("# "+secret+"\nstate = \"final\" # "+secret+"\n[import]\nfrom = \""+secret+".docx\"\nnote = \""+secret+"\"", "<!-- "+secret+" -->\n\n"+item+"\n<!--\n"+secret+"\n-->"),
		at + "2024-01-07/index.md":      minutes("state = \"final\"\n[[agenda]]\nnumber = \"1\"\ntitle = \"Åbent\"\n[[agenda]]\nnumber = \"2\"\ntitle = \""+secret+"\"\nclosed = true\n[[attachments]]\nfile = \"lukket.txt\"\ntitle = \""+secret+"\"\nitem = \"2\"", item+"\n## Pkt. 2 "+secret+"\n\n"+secret),
		at + "2024-01-07/lukket.txt":    secret,
		at + "2024-01-07/ulistet.txt":   secret,
		at + "2024-01-07/.skjult.txt":   secret,
		at + "2024-01-07/~$notat.docx":  secret,
		"content/kladde.md":             "+++\ntitle = \"" + secret + "\"\ndraft = true\n+++\n\n" + secret + "\n",
		"content/" + secret + ".txt":    secret,
		"content/.import/a.md":          secret,
		"content/tal/genomer.csv":       "date,value,status,source,note\n2024-01-01,12,final,https://ngc.dk/,\n",
		"content/tal/genomer.toml":      "# " + secret + "\ntitle = \"Tal\"\nunit = \"stk.\"\ndefinition = \"Antal.\"\n",
		"content/emner/emnet.md":        "+++\ntitle = \"Emnet\"\n# " + secret + "\n+++\n\nOm emnet.\n\n[nr]: ../udvalg/raadet.md \"" + secret + "\"\n",
		"layouts/partials/" + secret:    secret,
		"notater/" + secret + ".md":     secret,
		"content/udvalg/raadet.md.orig": secret,
	}
}

func TestNoWordThatIsNotPublicReachesAnOutput(t *testing.T) {
	dir := t.TempDir()
	for name, text := range leakySite() {
		put(t, dir, name, text)
	}
	if r := buildSmall(t, dir); !r.done() {
		t.Fatal(r.problems)
	}
	out := files(t, filepath.Join(dir, "public"))
	for name, text := range out {
		if strings.Contains(strings.ToUpper(name+"\n"+string(data.Unfolded(text))), secret) {
			t.Errorf("%s has the secret word", name)
		}
	}
	if len(out) < 30 {
		t.Errorf("only %d files", len(out))
	}
}

// hiddenIn are files with the secret word where no reader sees it.
func hiddenIn() map[string][]byte {
	words := `<w:r><w:rPr><w:vanish/></w:rPr><w:t>` + secret + `</w:t></w:r>`
	return map[string][]byte{
		"bjaelke.pdf":   made{text: "Indberetning", content: "BT /F 11 Tf 70 700 Td (" + secret + ") Tj ET 60 690 300 30 re f"}.pdf(),
		"hvid.pdf":      made{text: "Notat", content: "1 g BT /F 11 Tf 70 700 Td (" + secret + ") Tj ET"}.pdf(),
		"kommentar.pdf": made{text: "Notat", page: "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(" + secret + ")>>]"}.pdf(),
		"forfatter.pdf": made{text: "Notat", info: "/Author(" + secret + ")"}.pdf(),
		"rest.pdf":      made{text: "Notat", object: "(" + secret + ")"}.pdf(),
		"skjult.docx":   realFile("skjult.docx", "Notat</w:t></w:r>"+words+"<w:r><w:t>"),
	}
}

func TestAFileWithHiddenWordsIsNotPublished(t *testing.T) {
	for name, data := range hiddenIn() {
		dir := t.TempDir()
		put(t, dir, "content/om.md", "+++\ntitle = \"Om\"\n+++\n\n[bilag]("+name+")\n")
		put(t, dir, "content/"+name, string(data))
		r := buildSmall(t, dir)
		if r.done() || !slices.Contains(codes(r), source.AttachmentTrace) {
			t.Errorf("%s: %v", name, r.problems)
		}
		if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
			t.Errorf("%s is published", name)
		}
	}
}

// TestEveryIncidentWithAFileIsStopped rebuilds how files gave away what they held, at Danish authorities.
func TestEveryIncidentWithAFileIsStopped(t *testing.T) {
	number := personaltest.Number(rand.New(rand.NewPCG(26, 27)))
	name := "BT /F 11 Tf 70 700 Td (Navn Navnesen) Tj ET"
	for what, test := range map[string]struct {
		file string
		data []byte
		code source.Code
	}{
		"Finanstilsynet 2022: names under black bars":            {"a.pdf", made{text: "Indberetning", content: name + " 60 690 300 30 re f"}.pdf(), source.AttachmentTrace},
		"Vejen 2021: a number in the proof of a signature":       {"a.pdf", made{text: "Et brev", catalog: "/AcroForm<</Fields[10 0 R]>>", object: "<</FT/Sig/T(s)/V<</Type/Sig/ByteRange[0 1 2 3]/Name(Navn, PID:9208-2002-2-" + number + ")>>>>"}.pdf(), source.CPRAttachment},
		"Vejen 2021: a number in the certificate of a signature": {"a.pdf", made{text: "Et brev", object: "<</Type/Sig/ByteRange[0 1 2 3]/Contents(0\x82\x0c\x0aCPR:" + number + ")>>"}.pdf(), source.CPRAttachment},
		"Allerød 2015: scanned pages that no machine had read":   {"a.pdf", made{content: "q 595 0 0 842 0 0 cm /I Do Q"}.pdf(), source.AttachmentUnread},
		"Randers 2022: numbers in applications":                  {"a.pdf", made{text: "Ansøgning fra " + number}.pdf(), source.CPRAttachment},
		"Randers 2022: numbers in applications, as a document":   {"a.docx", realFile("a.docx", "Ansøgning fra "+number), source.CPRAttachment},
	} {
		dir := t.TempDir()
		put(t, dir, "content/om.md", "+++\ntitle = \"Om\"\n+++\n\n[bilag]("+test.file+")\n")
		put(t, dir, "content/"+test.file, string(test.data))
		r := buildSmall(t, dir)
		if r.done() || !slices.Contains(codes(r), test.code) {
			t.Errorf("%s: not stopped: %v", what, r.problems)
		}
		if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
			t.Errorf("%s: published", what)
		}
	}
}
