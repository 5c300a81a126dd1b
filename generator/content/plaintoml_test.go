package content

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"pgregory.net/rapid"
)

// readTwice reads the text with our own reader and, when that accepts it, with
// the library, and holds values, types and places against each other.
func readTwice(t interface{ Fatalf(string, ...any) }, text string) (accepted bool) {
	doc := &document{path: "x.md"}
	ours, ok := readPlain(doc, text, 2)
	if !ok {
		return false
	}
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		t.Fatalf("%q is read, but the library says %v", text, err)
	}
	theirs := wholeFile(doc)
	theirs.fill(values, findPositions(text, 2).places)
	if !reflect.DeepEqual(ours, theirs) {
		t.Fatalf("%q is read as\n%s\nby the library as\n%s", text, ours, theirs)
	}
	return true
}

func TestPlainTOMLIsReadAsTheLibraryReadsIt(t *testing.T) {
	for _, text := range []string{
		"", "\n\n", "# only a comment", "a = 1", "  a\t=\t1 \t# one\n", "a-b_C9 = true\n9 = false",
		`a = ""`, `a = ''`, `a = "x # y" # z`, `a = "\"\\\n\t"`, `a = 'C:\x "y"'`, `a = "Ændring – ”ja”"`, "a = \"\t\"",
		"a = 0", "a = 123456789", "a = 2023-11-07", "a = 2023-11-07 # day", "a = 2024-03-01T08:00:00+01:00", "a = 2024-03-01T08:00:00.5Z",
		"a = []", `a = ["x", 'y',]`, "a = [ 1 , 2023-11-07 , true ]",
		"x = 1\n[a]\nx = 2\n[[b]]\nx = 3\n[[b]]\nx = 4\n  [c] # c\n", "[a]\n[[b]]",
	} {
		if !readTwice(t, text) {
			t.Errorf("%q is left to the library", text)
		}
	}
}

func TestWhatIsNotPlainIsLeftToTheLibrary(t *testing.T) {
	for _, text := range []string{
		"a = 1\na = 2", "[a]\n[a]", "[a]\n[[a]]", "[[a]]\n[a]", "a = 1\n[a]", "a = []\n[[a]]", "[[a]]\nx = 1\nx = 1",
		"a", "a =", "= 1", "a = 1 b = 2", "a = x", "a = truex", "a = 01", "a = -1", "a = 1.5", "a = 0x10", "a = 1_000", "a = 12345678901",
		`a = "x`, `a = "x\`, `a = "\u00e6"`, `a = "\q"`, "a = \"x\ny\"", `a = """x"""`, `a = '''x'''`, "a = 'x", "a = \"\x00\"", "a = \"\x7f\"", "a = \"\xff\"", "# \x01", "a = 1\r\n", "\ufeffa = 1",
		"a = 2023-02-31", "a = 2023-1-1", "a = 14:00:00", "a = 2023-11-07T14:00:00", "a = 2023-11-07 14:00:00Z", "a = 2023-11-07T8:00:00.00Z",
		"a = [[1]]", "a = [1", "a = [,]", "a = [1 2]", "a = [\n1]", "a = {}", "a.b = 1", `"a" = 1`, "[a.b]", "[ a ]", "[]", "[[a]", "[a]]", "[a",
	} {
		if _, ok := readPlain(&document{}, text, 1); ok {
			t.Errorf("%q is read", text)
		}
	}
}

func TestAnInstantInTheZoneOfTheMachineIsReadAsTheLibraryReadsIt(t *testing.T) {
	before := *time.Local
	t.Cleanup(func() { *time.Local = before })
	*time.Local = *time.FixedZone("here", 3600) // the library has kept the pointer
	if !readTwice(t, "a = 2024-03-01T08:00:00+01:00") {
		t.Error("an instant is left to the library")
	}
}

// TestTextsOfPlainTOMLAreReadAsTheLibraryReadsThem writes front matter as
// authors do, and strews in what may spoil it.
func TestTextsOfPlainTOMLAreReadAsTheLibraryReadsThem(t *testing.T) {
	name := rapid.SampledFrom([]string{"a", "b", "c-d", "E_9", "1"})
	single := rapid.OneOf(
		rapid.StringMatching(`"([a-zæøå "#=\[\]]|\\["\\nt])*"`), rapid.StringMatching(`'[a-zæ \\"#\]]*'`), rapid.StringMatching(`0|[1-9][0-9]{0,8}`),
		rapid.SampledFrom([]string{"true", "false", `""`, "''"}), rapid.StringMatching(`20[0-2][0-9]-0[1-9]-[0-3][0-8]`),
		rapid.StringMatching(`20[0-2][0-9]-0[1-9]-[0-2][1-8]T[0-2][0-3]:00:[0-5]9(\.[0-9]{1,3})?(Z|[+-]0[0-9]:[03]0)`))
	list := rapid.Custom(func(t *rapid.T) string {
		return "[" + strings.Join(rapid.SliceOfN(single, 0, 3).Draw(t, "values"), rapid.SampledFrom([]string{",", ", ", "\t,"}).Draw(t, "comma")) + "]"
	})
	blank := rapid.SampledFrom([]string{"", " ", "\t"})
	line := rapid.Custom(func(t *rapid.T) string {
		n, b := name.Draw(t, "name"), blank.Draw(t, "blank")
		return b + rapid.OneOf(
			rapid.Just(n+b+"="+b+rapid.OneOf(single, list).Draw(t, "value")), rapid.Just("["+n+"]"), rapid.Just("[["+n+"]]"), rapid.Just(""),
			rapid.SampledFrom([]string{"[a.b]", "a.b = 1", "a = {b = 1}", `"a" = 1`, "a = 1.0", "x"}),
		).Draw(t, "statement") + b + rapid.SampledFrom([]string{"", "# a = 1"}).Draw(t, "comment")
	})
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		if readTwice(t, strings.Join(rapid.SliceOfN(line, 0, 8).Draw(t, "lines"), "\n")) {
			read++
		}
	})
	if read == 0 {
		t.Error("no text was plain")
	}
}

// FuzzPlainTOML holds that our own reader gives what the library gives, or leaves it.
func FuzzPlainTOML(f *testing.F) {
	for _, seed := range []string{
		"title = \"Møde\" # x\ndate = 2023-11-07\nn = 20\nlist = [\"a\", 'b', 1, true,]\n\n[record]\ncase = '2'\n[[agenda]]\nclosed = false\nat = 2024-03-01T08:00:00+01:00\n[[agenda]]\n",
		"a = \"\\\"\\\\\\n\\t\"", "a = \"\"\"x\"\"\"", "a = 1\n[a]", "[a]\nb = 1\n[[a]]", "a = [[1]]", "a = 2023-02-31", "[a.b]\n[a]", "a = -0", "a=1#\x00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { readTwice(t, text) })
}
