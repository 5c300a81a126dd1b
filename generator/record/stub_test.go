package record

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// ofJens is a folder whose minutes told of somebody, in two versions, and what it shows of them.
func ofJens(t *testing.T) (folder, []Shown) {
	shown := []Shown{
		{"gammel/index.html", Redirect, novemberPath},
		{"referater/raadet/2023-11-07/jens.pdf", Data, "content/referater/raadet/jens.pdf"},
	}
	f, _ := smallFolder().edit(t, novemberPath, "#rettelse", "redirect_from = [\"/gammel/\"]\n#rettelse").
		edit(t, novemberPath, "Rådet", "Jens").edit(t, novemberPath, "## Pkt. 1 Økonomi", "## Sagen om Jens").recorded(t, -1, shown...)
	f, _ = f.edit(t, novemberPath, "planen", "sin plan").edit(t, novemberPath, "#rettelse", correction).recorded(t, -1, shown...)
	return f, shown
}

// told are the files of the record that tell of Jens.
func (f folder) told() (list []string) {
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if strings.HasPrefix(name, "content/.record/") && strings.Contains(strings.ToLower(name+f[name]), "jens") {
			list = append(list, name)
		}
	}
	return list
}

func TestOfMinutesWithdrawnForTheSakeOfPersonsOnlyAStubIsKept(t *testing.T) {
	f, shown := ofJens(t)
	text := "content/.record/texts/referater/raadet/2023-11-07"
	if got := f.told(); !slices.Equal(got, []string{string(AddressesFile), text + ".md", text + ".v1.md"}) {
		t.Fatalf("%q tell of him", got)
	}
	gone := f.edit(t, novemberPath, `"final"`, "\"withdrawn\"\nwithdrawn = 2024-02-02\nwithdrawn_reason = \"persondata\"")
	want, u := gone.recorded(t, -1, shown[0])
	if got := want.told(); got != nil {
		t.Errorf("%q still tell of him", got)
	}
	if got := want[text+".md"]; got != "+++\ntitle = \"Trukket tilbage\"\nstate = \"withdrawn\"\nwithdrawn = 2024-02-02\nwithdrawn_reason = \"persondata\"\nredirect_from = [\"/gammel/\"]\n+++\n" {
		t.Error(got)
	}
	for n := range gone.written(u) {
		killed, _ := gone.recorded(t, n, shown[0])
		if got := killed.broken(t, shown[0]); got != nil {
			t.Errorf("killed before file %d: %s", n+1, got)
		}
		if completed, _ := killed.recorded(t, -1, shown[0]); completed.told() != nil {
			t.Errorf("killed before file %d: it is not completed", n+1)
		}
	}
	if _, u := want.recorded(t, -1, shown[0]); !u.Empty() {
		t.Errorf("the next has more to do: %+v", u.News)
	}
	if other, _ := gone.edit(t, novemberPath, "persondata", "fejl").recorded(t, -1, shown[0]); !slices.Contains(other.told(), text+".md") {
		t.Error("the text of others is not kept")
	}
}
