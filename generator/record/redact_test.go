package record

import (
	"slices"
	"strings"
	"testing"
	"time"

	"referat/generator/content"
)

func TestARedactedDocumentLeavesNothingButItsStub(t *testing.T) {
	r := &Record{
		Addresses: []Address{
			{Address: "/gammel/", Anchors: []string{"afsnit-sagen"}}, {Address: "/gammel/bilag.pdf"}, {Address: "/om/"},
			{Address: "/referater/a/2024-01-02/", Anchors: []string{"afsnit-sagen"}}, {Address: "/referater/a/2024-01-02/bilag.pdf"},
			{Address: "/referater/a/2024-01-02/v1/"}, {Address: "/referater/a/2024-01-02-2/", Anchors: []string{"punkt-1"}},
		},
		Meetings: []Meeting{
			{Address: "/referater/a/2024-01-02-2/", Recorded: day(t, "2024-01-01"), Terms: Terms{State: content.Planned}, Title: "Sagen"},
			{Address: "/referater/a/2024-01-02/", Recorded: day(t, "2024-01-01"), Terms: Terms{State: content.Planned}, Title: "Sagen"},
		},
		Publications: []Publication{{Instant: "2024-02-01T08:00:00+01:00", Reviewer: "Ida", Changed: 3}},
		Documents:    []Document{{Path: "content/om.md", Address: "/om/", Version: 1}, {Path: "content/referater/a/2024-01-02.md", Version: 1}, {Path: "content/referater/a/2024-01-02.md", Version: 2}},
	}
	one, two := r.Documents[1], r.Documents[2]
	two.State = content.Withdrawn
	files := r.Redact(Redaction{
		Versions: []Redacted{{two, []byte("stub")}, {one, nil}}, Stones: []string{"/referater/a/2024-01-02/", "/gammel/"},
		At: time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC),
	})
	var got []string
	for _, f := range files {
		got = append(got, string(f.Path))
		if f.Gone {
			got[len(got)-1] += " goes"
		}
	}
	want := []string{"content/.record/texts/referater/a/2024-01-02.md", "content/.record/texts/referater/a/2024-01-02.v1.md goes", "content/.record/documents.csv", "content/.record/addresses.csv", "content/.record/entries.csv", "content/.record/meetings.csv", "content/.record/publications.csv"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if text := string(files[2].Text); strings.Count(text, "2024-01-02.md") != 1 || !strings.Contains(text, ",2,withdrawn,") || !strings.Contains(text, "content/om.md") {
		t.Error(text)
	}
	if text := string(files[3].Text); text != "address,anchors\n/gammel/,\n/om/,\n/referater/a/2024-01-02-2/,punkt-1\n/referater/a/2024-01-02/,\n/referater/a/2024-01-02/v1/,\n" {
		t.Error(text)
	}
	if text := string(files[5].Text); text != "address,recorded,state,start,end,place,title\n/referater/a/2024-01-02-2/,2024-01-01,planned,,,,Sagen\n" {
		t.Error(text)
	}
	if text := string(files[6].Text); text != "instant,reviewer,changed,manifest\n2024-02-01T08:00:00+01:00,Ida,3,\n2024-03-01T09:00:00+01:00,,2,\n" {
		t.Error(text)
	}
	if text := string(files[4].Text); text != entryColumns+"\n" {
		t.Errorf("a record of before that has no table of entries is to get one: %q", text)
	}
	forgotten := r.Redact(Redaction{Versions: []Redacted{{r.Documents[0], nil}}, Gone: "/om/"})
	if text := string(forgotten[1].Text) + string(forgotten[2].Text); !forgotten[0].Gone || strings.Contains(text, "om.md") || strings.Contains(text, "/om/") {
		t.Error(text)
	}
}
