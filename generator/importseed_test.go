package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"referat/generator/intake/manuscript"
)

// The seed's minutes in every form that a document has: as text that another tool took out of a PDF, from Word,
// and as PDF with and without tags.
const (
	seedText     = "testdata/seed/referat-2023-11-07.txt"
	seedWord     = "intake/docx/testdata/referat-2023-11-07.docx"
	seedTagged   = "intake/pdf/testdata/referat-2023-11-07-tagged.pdf"
	seedUntagged = "intake/pdf/testdata/referat-2023-11-07-untagged.pdf"
	wordHabits   = "intake/docx/testdata/word-habits.docx"
)

// importPrinted imports a document, its tracked changes accepted, and writes nothing.
func importPrinted(t *testing.T, document string) *imported {
	t.Helper()
	m := importInto(t, order{stdout: true, acceptChanges: true}).document(context.Background(), document)
	if m.file == nil {
		t.Fatal(m.problems)
	}
	return m
}

func TestEachDocumentGivesItsContentFile(t *testing.T) {
	for _, document := range []string{seedText, seedWord, seedTagged, seedUntagged, wordHabits} {
		m := importPrinted(t, document)
		if !m.account.Balanced() {
			t.Errorf("%s: %+v", document, m.account)
		}
		golden := filepath.Join("testdata/imported", filepath.Base(document)+".md")
		if *update {
			if err := os.WriteFile(golden, []byte(m.file.Text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if m.file.Text != string(want) {
			t.Errorf("%s: %s", golden, firstDifference([]byte(m.file.Text), want))
		}
	}
}

func TestTheSeedsDoubtsAreTheSameInEveryFormButOne(t *testing.T) {
	const (
		noItem    = `dagsordenens punkt 0 "Velkommen og godkendelse af dagsorden" er ikke fundet i teksten`
		firstSaid = `dette ligner en beslutning: "Arbejdsgruppen tog status på NGC til efterretning og spurgte til NGC’s planer for det fremtidige set-up for anvendelse af helgenomsekventering nationalt."`
		nextSaid  = `dette ligner en beslutning: "Peter Johansen gav en status på evaluering af de 17 patientgrupper, som arbejdsgruppen tog til efterretning."`
		cells     = `linjerne fra "Endokrinologiske patienter Arvelige hjertesygdomme Primær immundefekt" ligner celler i en tabel, der fortsætter efter overskriften "Løsning"`
		lastSaid  = `dette ligner en beslutning: "På baggrund af arbejdsgruppens drøftelser af proces for de to afsluttende rapporter, herunder arbejdsgruppens bidrag hertil, blev det besluttet, at arbejdsgruppen deltager i et semi-struktureret interview forventeligt ultimo april 2024."`
		number    = `punktet "Pkt. 5 Næste møde og evt. v/Jesper Gyllenborg" har nummer 4 i dagsordenen`
		unlisted  = `teksten kalder Jørn Æbelø-Øster deltager, men navnet står ikke blandt deltagerne`
	)
	for document, want := range map[string][]string{
		seedText:     {noItem, firstSaid, nextSaid, cells, lastSaid, number},    // the only one without the table
		seedWord:     {noItem, firstSaid, nextSaid, lastSaid, number, unlisted}, // and these have a line more
		seedTagged:   {noItem, firstSaid, nextSaid, lastSaid, number, unlisted},
		seedUntagged: {noItem, firstSaid, nextSaid, lastSaid, number, unlisted},
	} {
		var got []string
		for _, d := range importPrinted(t, document).file.Doubts {
			message, _ := d.Text("da")
			got = append(got, message)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", document, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// headAndBody are a content file's facts, without what the import says of itself, and its text.
func headAndBody(t *testing.T, document string) (head, body string) {
	t.Helper()
	text := importPrinted(t, document).file.Text
	head, rest, found := strings.Cut(text, "\n[import]\n")
	_, body, ended := strings.Cut(rest, "\n+++\n")
	if !found || !ended {
		t.Fatal(text)
	}
	return head, body
}

func TestWordAndPDFGiveTheSameContentFile(t *testing.T) {
	head, body := headAndBody(t, seedWord)
	for _, document := range []string{seedTagged, seedUntagged} {
		pdfHead, pdfBody := headAndBody(t, document)
		if pdfHead != head {
			t.Errorf("%s: %s", document, firstDifference([]byte(pdfHead), []byte(head)))
		}
		// A PDF ends each line of a cell, and cannot tell whether the author or the column's width did.
		breaks := strings.NewReplacer("<br>", " ")
		if got, want := breaks.Replace(pdfBody), breaks.Replace(body); got != want {
			t.Errorf("%s: %s", document, firstDifference([]byte(got), []byte(want)))
		}
	}
}

func TestTheTextOfTheSeedDiffersFromTheRestInWhatTextCannotCarry(t *testing.T) {
	head, body := headAndBody(t, seedText)
	richHead, rich := headAndBody(t, seedWord)
	if head != richHead {
		t.Error(firstDifference([]byte(head), []byte(richHead)))
	}
	without := func(from *string, words string) {
		if strings.Count(*from, words) != 1 {
			t.Errorf("%q is there %d times", words, strings.Count(*from, words))
		}
		*from = strings.Replace(*from, words, "", 1)
	}
	// Text has no letters in bold or italic, and these were not in the document that it was taken from: a note, and a
	// participant. The document from Word has a comma where words were deleted, and a hyphen that ended a line of the PDF.
	rich = strings.NewReplacer("*", "").Replace(rich)
	without(&rich, "[^1]: Opgjort pr. 31. oktober 2023; tallet opdateres månedligt på [ngc.dk](https://www.ngc.dk/).")
	without(&rich, "[^1]")
	without(&rich, "Deltager: Jørn Æbelø-Øster. E-mail: [kontakt@ngc.dk](mailto:kontakt@ngc.dk)")
	rich = strings.NewReplacer("ét år, , frem", "ét år, frem", "EU- opslag", "EU-opslag", "Evaluerings-periode", "Evaluerings- periode").Replace(rich)
	// Text has no tables: the cells are paragraphs, and a page's end put those of the later rows behind a heading.
	from, to := strings.Index(body, "Nyresvigt\\\n"), strings.Index(body, "### Videre proces")
	rows := body[from:to]
	body = strings.Replace(body[:from]+body[to:], "Juni 2023\n", "Juni 2023\n\n"+rows, 1)
	// Where paragraphs, entries and lines end is for the eye: the words are the same, in the same order.
	compareWords(t, markdownWords(body), markdownWords(rich))
}

func TestAnImportedDocumentStandsOnItsPageWordForWord(t *testing.T) {
	for _, document := range []string{seedText, seedWord, seedTagged, seedUntagged} {
		i := importInto(t, order{acceptChanges: true, force: true})
		m := i.document(context.Background(), document)
		if m.done != didRenew {
			t.Fatal(m.done, m.problems)
		}
		file := filepath.Join(i.dir, filepath.FromSlash(string(m.path)))
		published := strings.Replace(m.file.Text, `state = "draft"`, "state = \"approved\"\napproved = 2023-12-01", 1)
		if err := os.WriteFile(file, []byte(published), 0o644); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(i.dir, "public")
		buildInto(t, i.dir, out)
		page, err := os.ReadFile(filepath.Join(out, minutes, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		record := strings.ReplaceAll(recordOnPage(t, page), "↩︎", "") // the way back from a note
		compareWords(t, words(record), wordsOfItems(t, m.doc))
	}
}

// wordsOfItems are a document's words from its first item on, the notes behind them, as its reader gives them.
func wordsOfItems(t *testing.T, doc *manuscript.Document) []string {
	t.Helper()
	first := slices.IndexFunc(doc.Blocks, func(b manuscript.Block) bool { return strings.HasPrefix(b.Words(), "Pkt. 1 ") })
	if first < 0 {
		t.Fatal("no first item")
	}
	var list []string
	for i := range doc.Blocks[first:] {
		block := &doc.Blocks[first+i]
		for r := range block.Text {
			if n := block.Text[r].Note; n > 0 {
				block.Text[r].Text = strconv.Itoa(n) // where the page has it
			}
		}
		list = append(list, words(block.Words())...)
	}
	for _, n := range doc.Notes {
		list = append(list, words(manuscript.Plain(n.Text))...)
	}
	return list
}
