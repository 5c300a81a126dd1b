package intake

import (
	"regexp"
	"strings"
	"testing"
)

func TestTheAccountOfTheSampleBalances(t *testing.T) {
	doc, file := sampleFile()
	a := Balance(doc, file)
	if !a.Balanced() || a.Source < 140 || a.Aside < 15 {
		t.Errorf("%+v\n%s", a, file)
	}
}

// counted finds the words of a file that must be in the source, each by its place.
func counted(file string) [][]int {
	var list [][]int
	_, body := split(file)
	start := len(file) - len(body)
	word := regexp.MustCompile(`[\pL\pN\pM]+`)
	at := 0
	for _, line := range strings.SplitAfter(file, "\n") {
		for _, m := range word.FindAllStringIndex(line, -1) {
			from, to := at+m[0], at+m[1]
			if from >= start && !inMarkup(line, m) || from < start && inValue(line, m[0]) {
				list = append(list, []int{from, to})
			}
		}
		at += len(line)
	}
	return list
}

func inMarkup(line string, m []int) bool {
	target := regexp.MustCompile(`\]\([^)]*\)|</?(?:br|sub|strong|em)>|\[\^1\]`)
	for _, t := range target.FindAllStringIndex(line, -1) {
		if t[0] <= m[0] && m[1] <= t[1] {
			return true
		}
	}
	return false
}

func inValue(line string, at int) bool {
	quote := strings.IndexAny(line, `"'`)
	return quote >= 0 && quote < at && !regexp.MustCompile(`^(state|start|end|file|format|sha256|text|at|anchor|why|kind) =`).MatchString(line)
}

func TestEveryWordThatIsDroppedOrAlteredInAFileIsSeen(t *testing.T) {
	doc, file := sampleFile()
	words := counted(file)
	if len(words) < 140 {
		t.Fatalf("only %d words", len(words))
	}
	for _, at := range words {
		before, word, after := file[:at[0]], file[at[0]:at[1]], file[at[1]:]
		for how, now := range map[string]string{"dropped": "", "altered": word + "x", "doubled": word + " " + word} {
			if how == "doubled" && len(word) <= 2 {
				continue // a number or a letter of the agenda may be the word's owner
			}
			if a := Balance(doc, before+now+after); a.Balanced() {
				t.Errorf("%q %s is not seen near …%s%s…", word, how, before[max(0, len(before)-40):], word)
			}
		}
	}
}

func TestALostWordIsFoundInTheDocument(t *testing.T) {
	doc, file := sampleFile()
	a := Balance(doc, strings.Replace(file, "Det indstilles, at gruppen tager", "Det indstilles, gruppen tager", 1))
	if len(a.Lost) != 1 || a.Lost[0] != (Word{"at", at(15), 1}) || len(a.Added) != 0 {
		t.Errorf("%+v", a)
	}
	a = Balance(doc, strings.Replace(file, "17 patientgrupper", "18 patientgrupper", 1))
	if len(a.Lost) != 1 || a.Lost[0] != (Word{"17", at(28), 1}) || len(a.Added) != 1 || a.Added[0].Text != "18" {
		t.Errorf("%+v", a)
	}
}

func TestNumbersThatWordCountsItselfAreNoAddition(t *testing.T) {
	doc, file := sampleFile()
	doc.Raw = regexp.MustCompile(`(?m)^(1\. Hvor|3\. Hvor|a\) Hvor|1 Jf)`).ReplaceAllStringFunc(doc.Raw, func(s string) string { return s[strings.IndexByte(s, ' '):] })
	if a := Balance(doc, file); !a.Balanced() {
		t.Errorf("%+v", a)
	}
	if a := Balance(doc, strings.Replace(file, "3. Hvornår", "4. Hvornår", 1)); a.Balanced() {
		t.Error("another number is not seen")
	}
}

func TestAValueThatSaysAgainWhatTheSourceSaysIsNoAddition(t *testing.T) {
	doc, file := sampleFile()
	again := strings.Replace(file, "state = ", "secretary = \"Bettina Lundgren\"\nstate = ", 1)
	if a := Balance(doc, again); !a.Balanced() {
		t.Errorf("%+v", a)
	}
	if a := Balance(doc, strings.Replace(again, "v/Bettina", "v/", 1)); len(a.Lost) != 1 || a.Lost[0].Text != "Bettina" {
		t.Errorf("a value made up for a word: %+v", a)
	}
	if a := Balance(doc, strings.Replace(again, "Bettina Lundgren", "Bettina Holm", 1)); len(a.Added) == 0 {
		t.Errorf("a name that the source does not have is no addition: %+v", a)
	}
}

func TestNumbersThatAnAgendaWasGivenAreNotAdded(t *testing.T) {
	doc := linesDocument("# Møde i gruppen for prøver\n## Dagsorden\n• Status\n• Plan for året\n\n## Status\nTekst.\n## Plan for året\nTekst.")
	for i := range doc.Blocks {
		doc.Raw += doc.Blocks[i].Words() + "\n"
	}
	file := Write(Analyse(doc, siteWords(t)), doc, origin, "da").Text
	if a := Balance(doc, file); !a.Balanced() || !strings.Contains(file, `number = "2"`) {
		t.Errorf("%+v\n%s", a, file)
	}
}
