package data

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

var texts = Texts(func(p Part) string { return "tekst " + p.Fragment })

func jsonOf(v any) ([]byte, error) {
	var b bytes.Buffer
	err := JSON(&b, v, texts)
	return b.Bytes(), err
}

func TestTextsArePutInWithoutChangingTheView(t *testing.T) {
	view := Minutes{
		Schema: "minutes/v0", Title: "A & B <c>", PrefaceText: Text{{Fragment: "0"}}, Participants: []Participant{{Name: "N"}},
		Items: []Item{{Title: "x", Sections: []Section{{Name: "Referat", BodyText: Text{{Fragment: "1"}, {Fragment: "2"}}, DecisionTexts: []Text{{{Fragment: "2"}}}}}}},
	}
	b, err := jsonOf(view)
	if err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	section := back["items"].([]any)[0].(map[string]any)["sections"].([]any)[0].(map[string]any)
	if section["text"] != "tekst 1\n\ntekst 2" || section["decisions"].([]any)[0] != "tekst 2" || back["preface"] != "tekst 0" {
		t.Errorf("%s", b)
	}
	if !strings.Contains(string(b), `"A & B <c>"`) {
		t.Errorf("letters are escaped that need not be: %s", b)
	}
	if view.Preface != "" || view.Items[0].Sections[0].Text != "" || view.Items[0].Sections[0].Decisions != nil {
		t.Error("the view has changed")
	}
	if p := back["participants"].([]any)[0].(map[string]any); p["absent"] != false || p["role"] != nil {
		t.Errorf("absence is always said, an unknown role never: %v", p)
	}
}

func TestCommitteesAndSubjectsHaveTheirTexts(t *testing.T) {
	for _, v := range []any{Committee{PurposeText: Text{{Fragment: "1"}}}, Subject{BodyText: Text{{Fragment: "1"}}}} {
		if b, err := jsonOf(v); err != nil || !strings.Contains(string(b), `"tekst 1"`) {
			t.Errorf("%s %v", b, err)
		}
	}
	b, err := jsonOf(Subject{})
	if err != nil || strings.Contains(string(b), "evaluation") || strings.Contains(string(b), `"report"`) {
		t.Errorf("what is not known is left out: %s %v", b, err)
	}
}

func TestTheTableIsTidy(t *testing.T) {
	var b strings.Builder
	err := CSV(&b, Series{Rows: []Row{
		{Date: "2023-10-31", Words: "ultimo oktober 2023", Value: Count{Value: 20621}, Status: "final", Source: "https://ngc.dk/"},
		{Date: "2024-04-12", Words: "senest 12. april 2024", Value: Count{Value: 26458}, Status: "other", Source: "https://ugeskriftet.dk/", Note: `aflæst, "ca."`},
	}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "date,value,status,source,note,date_words" {
		t.Errorf("header %s", got)
	}
	if len(rows) != 3 || rows[1][1] != "20621" || rows[2][4] != `aflæst, "ca."` {
		t.Errorf("%q", rows)
	}
	if !strings.HasSuffix(b.String(), "\r\n") || strings.HasPrefix(b.String(), "\ufeff") {
		t.Error("RFC 4180 wants CRLF, and no byte order mark is wanted")
	}
}

func TestRobotsAreToldOfTheSitemap(t *testing.T) {
	if got := string(RobotsTXT(Site{Sitemap: "https://ngc.dk/sitemap.xml"})); !strings.Contains(got, "Sitemap: https://ngc.dk/sitemap.xml\n") {
		t.Error(got)
	}
}

func TestTheRegisterOfDecisionsIsOneObject(t *testing.T) {
	text := func(p Part) string { return "<" + p.Fragment + ">\n" }
	for n := range 3 {
		d, plain := Decisions{Schema: "x", Decisions: make([]Decision, n)}, Decisions{Schema: "x", Decisions: make([]Decision, n)}
		for i := range n {
			d.Decisions[i] = Decision{Title: "Æ & ø", Concerns: []string{"nyresvigt"}, BodyText: Text{{Fragment: strconv.Itoa(i)}}}
			plain.Decisions[i] = d.Decisions[i]
			plain.Decisions[i].Text = text(Part{Fragment: strconv.Itoa(i)})
		}
		var got, want strings.Builder
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := cmp.Or(JSON(&got, d, text), e.Encode(plain)); err != nil || got.String() != want.String() {
			t.Errorf("%s is not %s (%v)", got.String(), want.String(), err)
		}
	}
}
