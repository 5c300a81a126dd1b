package record

import (
	"slices"
	"strings"
	"testing"
)

const (
	tableSetting = "\n[tables]\nfolder = \"tabeller\"\n"
	described    = "title = \"Henviste\"\nunit = \"personer\"\ndefinition = \"Prøve.\"\nrows = \"Emne\"\nsource = \"https://ngc.dk/\"\ndate = \"2023\"\n"
	tableName    = "content/tabeller/henviste"
)

// tableFolder is the small folder with a table of counts of persons.
func tableFolder() folder {
	f := smallFolder()
	f["site.toml"] += tableSetting
	f[tableName+".toml"], f[tableName+".csv"] = described, "Emne,Øst\nHjerte,<5\n"
	return f
}

// kept are the versions of the table that the record keeps.
func kept(f folder) (names []string) {
	for name := range f {
		if rest, ok := strings.CutPrefix(name, "content/.record/texts/tabeller/"); ok {
			names = append(names, rest)
		}
	}
	slices.Sort(names)
	return names
}

func TestEveryVersionOfATableIsKept(t *testing.T) {
	f, _ := tableFolder().recorded(t, -1)
	f, _ = f.edit(t, tableName+".csv", "<5", "20").recorded(t, -1)
	f, _ = f.edit(t, tableName+".toml", "2023", "2024").recorded(t, -1)
	f, _ = f.recorded(t, -1)
	want := []string{"henviste.csv", "henviste.toml", "henviste.v1.csv", "henviste.v1.toml", "henviste.v2.csv", "henviste.v2.toml"}
	if got := kept(f); !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
	if text := f["content/.record/texts/tabeller/henviste.v1.csv"]; !strings.Contains(text, "<5") {
		t.Errorf("the first version is %q", text)
	}
	if text := f["content/.record/texts/tabeller/henviste.v2.toml"]; text != described {
		t.Errorf("the second version says %q", text)
	}
}

func TestATableThatIsNoLongerPublishedIsRemembered(t *testing.T) {
	f, _ := tableFolder().recorded(t, -1)
	f, _ = f.edit(t, tableName+".csv", "<5", "20").recorded(t, -1)
	delete(f, tableName+".csv")
	delete(f, tableName+".toml")
	f["site.toml"] += "\n[[released]]\naddress = \"/tabeller/henviste.toml/\"\nreason = \"Prøve.\"\nby = \"Anne Holm\"\ndate = 2024-02-01\n"
	f, _ = f.recorded(t, -1)
	if got := kept(f); len(got) != 4 {
		t.Errorf("%q", got)
	}
}
