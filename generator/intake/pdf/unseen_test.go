package pdf

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"referat/generator/intake/manuscript"
)

func read(t *testing.T, m made, o Options) *manuscript.Document {
	t.Helper()
	o.Cache = cache
	doc, err := Read(context.Background(), m.bytes(), o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// openly is on every page here; what is secret must be nowhere.
const openly = "Alle kan se dette"

// secret is a document with words that a reader of its page does not see.
type secret struct {
	made
	kind manuscript.UnseenKind
}

func secrets() map[string]secret {
	annotation := func(entries string) made {
		return made{
			pages:   []string{say(70, 700, openly) + say(70, 650, "SECRET NAME")},
			extra:   "/Annots[10 0 R]",
			objects: []string{"<</Type/Annot/Rect[60 640 300 665]" + entries + ">>"},
		}
	}
	note := func(entries string) made {
		m := annotation(entries)
		m.pages[0] = say(70, 700, openly)
		return m
	}
	page := func(content string) made { return made{pages: []string{say(70, 700, openly) + content}} }
	return map[string]secret{
		"struck by a line":                {page(say(70, 650, "SECRET NAME") + "70 653.5 m 200 653.5 l S"), manuscript.Deletion},
		"struck by a thin bar":            {page(say(70, 650, "SECRET NAME") + "70 653 130 0.8 re f"), manuscript.Deletion},
		"struck by an annotation":         {annotation("/Subtype/StrikeOut/QuadPoints[60 662 300 662 60 646 300 646]"), manuscript.Deletion},
		"under a black bar":               {page(say(70, 650, "SECRET NAME") + "65 645 200 16 re f"), manuscript.Hidden},
		"under a white bar":               {page(say(70, 650, "SECRET NAME") + "1 g 65 645 200 16 re f"), manuscript.Hidden},
		"under a picture":                 {page(say(70, 650, "SECRET NAME") + "q 200 0 0 20 60 642 cm /I Do Q"), manuscript.Hidden},
		"under a bar of an annotation":    {annotation("/Subtype/Square/IC[0 0 0]"), manuscript.Hidden},
		"marked to be taken out":          {annotation("/Subtype/Redact"), manuscript.Hidden},
		"white on white":                  {page("1 g " + say(70, 650, "SECRET NAME")), manuscript.Hidden},
		"black on black":                  {page("65 645 200 16 re f " + say(70, 650, "SECRET NAME")), manuscript.Hidden},
		"invisible":                       {page("3 Tr " + say(70, 650, "SECRET NAME")), manuscript.Hidden},
		"outside the page":                {page(say(700, 650, "SECRET NAME")), manuscript.Hidden},
		"too small to be read":            {page("BT /F 0.5 Tf 70 650 Td (SECRET NAME) Tj ET"), manuscript.Hidden},
		"a note on the page":              {note("/Subtype/Text/Contents(SECRET NAME)"), manuscript.Comment},
		"a text box over the page":        {note("/Subtype/FreeText/DA(/F 11 Tf)/Contents(SECRET NAME)"), manuscript.Comment},
		"words about a marked passage":    {note("/Subtype/Highlight/QuadPoints[60 710 300 710 60 690 300 690]/Contents(SECRET NAME)"), manuscript.Comment},
		"struck, the page on its side":    {made{pages: []string{"0 1 -1 0 400 0 cm " + say(70, 300, openly) + say(70, 250, "SECRET NAME") + "70 253.5 m 200 253.5 l S"}, extra: "/Rotate 270"}, manuscript.Deletion},
		"a file attached to the page":     {note("/Subtype/FileAttachment/FS<</F(SECRET NAME)>>"), manuscript.Embedded},
		"what letters are said to be":     {page("/Span<</ActualText(SECRET NAME)>>BDC 3 Tr " + say(70, 650, "x") + "EMC"), manuscript.Hidden},
		"beneath a bar in a frame of its": {page(say(70, 650, "SECRET NAME") + "65 645 200 16 re 65 600 200 16 re f"), manuscript.Hidden},
	}
}

func TestNoLetterOfUnseenTextIsAnywhere(t *testing.T) {
	for name, test := range secrets() {
		t.Run(name, func(t *testing.T) {
			doc := read(t, test.made, Options{AcceptChanges: true})
			all, err := json.Marshal(doc)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(all), "SECRET") || strings.Contains(string(all), "NAME") {
				t.Errorf("it is there: %s", all)
			}
			if !strings.Contains(doc.Raw, openly) || len(doc.Blocks) != 1 || doc.Blocks[0].Words() != openly {
				t.Errorf("the rest is not there: %s", all)
			}
			found := slices.IndexFunc(doc.Unseen, func(u manuscript.Unseen) bool { return u.Kind == test.kind })
			if found < 0 {
				t.Fatalf("it is not told of: %s", all)
			}
			words := 2
			if test.kind == manuscript.Embedded || name == "what letters are said to be" {
				words = doc.Unseen[found].Words
			}
			if u := doc.Unseen[found]; u.Words != words || u.At.Page != 1 {
				t.Errorf("told as %+v", u)
			}
		})
	}
}

func TestTextThatOnlyLooksUnseenIsRead(t *testing.T) {
	for name, content := range map[string]string{
		"underlined":             say(70, 650, "Plain words") + "70 648.5 m 140 648.5 l S",
		"above a rule":           say(70, 650, "Plain words") + "70 645 m 500 645 l S",
		"below a rule":           say(70, 650, "Plain words") + "70 661 m 500 661 l S",
		"on a shaded ground":     "0.9 g 60 640 300 25 re f 0 g " + say(70, 650, "Plain words"),
		"white on a dark ground": "0 0 0.5 rg 60 640 300 25 re f 1 g " + say(70, 650, "Plain words"),
		"in a frame":             "60 640 300 25 re S " + say(70, 650, "Plain words"),
		"on a picture":           "q 300 0 0 40 60 640 cm /I Do Q " + say(70, 650, "Plain words"),
		"beside a bar":           say(70, 650, "Plain words") + "200 640 100 25 re f",
		"outlined":               "1 Tr " + say(70, 650, "Plain words"),
	} {
		t.Run(name, func(t *testing.T) {
			doc := read(t, made{pages: []string{say(70, 700, openly) + content}}, Options{})
			if n := len(doc.Blocks); n == 0 || doc.Blocks[n-1].Words() != "Plain words" || !strings.Contains(doc.Raw, "Plain words") {
				t.Errorf("read as %q, %+v", doc.Raw, doc.Unseen)
			}
		})
	}
}

func TestStruckTextIsKeptWhenSomebodySaysSo(t *testing.T) {
	m := made{pages: []string{say(70, 700, openly) + say(70, 650, "Struck words") + "70 653.5 m 200 653.5 l S"}}
	doc := read(t, m, Options{KeepStruck: true})
	last := doc.Blocks[len(doc.Blocks)-1]
	if last.Words() != "Struck words" || !last.Text[0].Look.Struck || len(doc.Unseen) > 0 || !strings.Contains(doc.Raw, "Struck words") {
		t.Errorf("read as %+v, %+v", last, doc.Unseen)
	}
}

func TestPicturesAndAttachmentsAreTold(t *testing.T) {
	m := made{
		pages:   []string{say(70, 700, openly) + "q 300 0 0 200 60 300 cm /I Do Q q 40 0 0 40 500 780 cm /I Do Q"},
		catalog: "/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>",
		objects: []string{"<</Type/Filespec/F(a.xlsx)/EF<</F 11 0 R>>>>", "<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream"},
	}
	doc := read(t, m, Options{})
	var kinds []manuscript.UnseenKind
	for _, u := range doc.Unseen {
		kinds = append(kinds, u.Kind)
	}
	if !slices.Equal(kinds, []manuscript.UnseenKind{manuscript.Picture, manuscript.Embedded}) {
		t.Errorf("told of %v", kinds)
	}
}

func TestTextInOtherDirectionsIsNotLost(t *testing.T) {
	m := made{pages: []string{say(70, 700, openly) + "q 0 1 -1 0 30 300 cm " + say(0, 0, "along the edge") + "Q q .7 .7 -.7 .7 200 200 cm " + say(0, 0, "UDKAST") + "Q"}}
	doc := read(t, m, Options{})
	if n := len(doc.Blocks); n != 2 || doc.Blocks[1].Words() != "along the edge" {
		t.Errorf("read as %+v", doc.Blocks)
	}
	if len(doc.Aside) != 1 || doc.Aside[0].Words != "UDKAST" || doc.Aside[0].Why != manuscript.Decoration {
		t.Errorf("set aside: %+v", doc.Aside)
	}
}

func TestAFilledFormIsRead(t *testing.T) {
	m := made{
		pages:   []string{say(70, 700, "Sagsnr.")},
		extra:   "/Annots[10 0 R]",
		catalog: "/AcroForm<</Fields[10 0 R]>>",
		objects: []string{"<</Type/Annot/Subtype/Widget/FT/Tx/T(sag)/V(24/10233)/Rect[120 697 300 711]>>"},
	}
	if doc := read(t, m, Options{}); !strings.Contains(doc.Raw, "24/10233") || !strings.Contains(dump(doc), "24/10233") {
		t.Errorf("read as %q", dump(doc))
	}
}
