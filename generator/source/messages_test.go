package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(?:0\d)?\[(\d)\][qsdXvDK]`)

// verbs are the arguments that a format uses.
func verbs(format string) []string {
	var list []string
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if !slices.Contains(list, m[1]) {
			list = append(list, m[1])
		}
	}
	slices.Sort(list)
	return list
}

func TestEveryMessageIsWrittenInBothLanguages(t *testing.T) {
	for _, code := range slices.Concat(Codes(), Doubts()) {
		m := messageOf(code)
		for _, words := range [][2]string{m.da, m.en} {
			if words[0] == "" || words[1] == "" {
				t.Errorf("%s has no message or no hint", code)
			}
			if strings.HasSuffix(words[0], ".") || strings.HasSuffix(words[1], ".") {
				t.Errorf("%s ends in a full stop", code)
			}
			if first, second := words[0][:1], words[0][1:2]; first != strings.ToLower(first) && second == strings.ToLower(second) {
				t.Errorf("%s begins with a capital", code)
			}
			if rest := verb.ReplaceAllString(words[0]+words[1], ""); strings.Contains(rest, "%") {
				t.Errorf("%s has a verb without a number: %s", code, rest)
			}
		}
		if !slices.Equal(verbs(m.da[0]), verbs(m.en[0])) {
			t.Errorf("%s quotes other values in Danish than in English", code)
		}
	}
}

func TestEveryCodeHasAMessage(t *testing.T) {
	known, declared := slices.Concat(Codes(), Doubts()), 0
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		for _, code := range declaredIn[Code](t, name) {
			declared++
			if !slices.Contains(known, code) {
				t.Errorf("%s in %s has no message", code, name)
			}
		}
	}
	if declared != len(known) {
		t.Errorf("%d codes, %d messages", declared, len(known))
	}
}

// declaredIn are the codes, or other names of a type, that a file of the package declares.
func declaredIn[T ~string](t *testing.T, name string) (names []T) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); ok && id.Name == reflect.TypeFor[T]().Name() {
			names = append(names, T(strings.Trim(spec.Values[0].(*ast.BasicLit).Value, `"`)))
		}
		return true
	})
	return names
}

func TestAMessageNamesWhatIsWrongAndWhatToDo(t *testing.T) {
	p := At(Pos{"content/a.md", 3, 8}, BadDate, "4/3-2025")
	message, hint := p.Text("da")
	if got := p.Pos.String() + ": " + message; got != `content/a.md:3:8: "4/3-2025" er ikke en dato` {
		t.Error(got)
	}
	if hint != "skriv år-måned-dag, fx 2023-11-07" {
		t.Error(hint)
	}
	message, _ = At(Pos{}, DeadLink, strings.Repeat("æ", 500), "x").Text("en")
	if len(message) > 520 || !strings.Contains(message, "…") {
		t.Errorf("a long value is not shortened: %d bytes", len(message))
	}
}

func TestValuesAreListedWhereThereAreAny(t *testing.T) {
	_, hint := At(Pos{}, BadValue, "headline", "genomer", "genom", "genom, prøver").Text("da")
	if hint != `der menes måske "genom"; mulige værdier: genom, prøver` {
		t.Error(hint)
	}
	if _, hint = At(Pos{}, BadValue, "headline", "genomer", "", "").Text("da"); hint != "der er ingen at vælge imellem: ret de andre fejl, eller fjern linjen" {
		t.Error(hint)
	}
}

func TestADoubtQuotesADocumentInReadableWords(t *testing.T) {
	got, _ := At(Pos{}, DoubtDecision, "Det \"gode\" for\u00adslag\u00a0blev valgt.").Text("da")
	if want := `dette ligner en beslutning: "Det ”gode” forslag blev valgt."`; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestProblemsAreSortedByPlaceAndSaidOnce(t *testing.T) {
	a := At(Pos{"a", 2, 1}, BadDate, "x")
	b := At(Pos{"a", 10, 1}, BadDate, "x")
	c := At(Pos{"b", 1, 1}, BadTime, "y")
	given := []Problem{c, b, a, b}
	got := Sort(given)
	if len(got) != 3 || got[0].Pos != a.Pos || got[1].Pos != b.Pos || got[2].Pos != c.Pos {
		t.Errorf("%v", got)
	}
	for i, p := range []Problem{c, b, a, b} {
		if !given[i].Is(p) {
			t.Errorf("the list that was given has %v in place %d", given[i], i)
		}
	}
}
