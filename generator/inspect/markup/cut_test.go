package markup

import (
	"strings"
	"testing"
)

func TestWhatIsCutIsGoneAndAllElseStaysAsItWas(t *testing.T) {
	cuts := &Cuts{
		Prefixes: map[string]string{"urn:a": "a"},
		Open: func(e *Element) {
			e.Drop = e.Name == "a:drop"
			e.Empty = e.Name == "a:empty"
			if e.Name == "a:up" {
				e.Above.Drop = true
			}
		},
		Attr: func(_ *Element, a Attr) bool { return strings.HasPrefix(a.Name, "a:x") },
	}
	for in, want := range map[string]string{
		`<r xmlns:a="urn:a"><a:drop>1<b>2</b></a:drop> <c>3</c></r>`:                    `<r xmlns:a="urn:a"> <c>3</c></r>`,
		`<r xmlns:a="urn:a"><a:drop/><a:drop /></r>`:                                    `<r xmlns:a="urn:a"></r>`,
		`<r xmlns:a="urn:a"><a:empty k="1">ord<b/></a:empty><a:empty/></r>`:             `<r xmlns:a="urn:a"><a:empty k="1"></a:empty><a:empty/></r>`,
		`<r xmlns:z="urn:a"><b><c/><z:up/></b>3</r>`:                                    `<r xmlns:z="urn:a">3</r>`,
		`<r xmlns:a="urn:a"><a:drop><a:drop/></a:drop>&amp;<!-- a --><![CDATA[<]]></r>`: `<r xmlns:a="urn:a">&amp;<!-- a --><![CDATA[<]]></r>`,
		"<r xmlns:a=\"urn:a\" a:x1='&quot;=>' b = \"c\"\n a:x2=\"2\"/>":                 "<r xmlns:a=\"urn:a\" b = \"c\"/>",
	} {
		got, err := Cut([]byte(in), cuts)
		if err != nil || string(got) != want {
			t.Errorf("%s: got %s, %v; want %s", in, got, err, want)
		}
	}
	if _, err := Cut([]byte("<a>"), cuts); err == nil {
		t.Error("what is not well-formed is cut")
	}
}

func TestCuttingTwiceIsCuttingOnce(t *testing.T) {
	cuts := &Cuts{Open: func(e *Element) { e.Drop = e.Name == "b" }}
	once, err := Cut([]byte("\xFF\xFE<\x00a\x00>\x00<\x00b\x00/\x00>\x00<\x00/\x00a\x00>\x00"), cuts)
	if err != nil {
		t.Fatal(err)
	}
	twice, err := Cut(once, cuts)
	if err != nil || string(twice) != string(once) || string(once) != "<a></a>" {
		t.Errorf("got %q, then %q, %v", once, twice, err)
	}
}
