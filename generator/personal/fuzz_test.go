package personal

import (
	"strings"
	"testing"
)

// fuzzed runs a scan over whatever comes: nothing panics, findings lie inside the text, and what is
// shown of a number is not its last four characters.
func fuzzed(f *testing.F, scan func(string) []Finding) {
	for _, text := range []string{"", "<p>12<b>-3</b>", "&#48;&#x31;", "1<!--2<!--3-->", "\\u0030\\u00", "%31%E2%80%93", "a@b.dk", "+45 20 20 20 20", "\xff1\xc2", "1 2 3 4 5 6 7 8 9 0", strings.Repeat("12", 3000)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, x := range scan(text) {
			if x.From < 0 || x.From >= x.To || x.To > len(text) {
				t.Errorf("a finding from %d to %d in %d bytes", x.From, x.To, len(text))
			}
			if x.Kind == Mail {
				continue
			}
			if masked, ok := strings.CutSuffix(x.Shown, "****"); !ok || len(masked) > 7 || strings.Count(x.Shown, "*") != 4 {
				t.Errorf("shown as %q", x.Shown)
			}
		}
	})
}

func FuzzText(f *testing.F)   { fuzzed(f, Scan) }
func FuzzSource(f *testing.F) { fuzzed(f, ScanSource) }
func FuzzHTML(f *testing.F)   { fuzzed(f, func(t string) []Finding { return ScanHTML([]byte(t)) }) }
func FuzzXML(f *testing.F)    { fuzzed(f, func(t string) []Finding { return ScanXML([]byte(t)) }) }
func FuzzJSON(f *testing.F)   { fuzzed(f, func(t string) []Finding { return ScanJSON([]byte(t)) }) }
func FuzzCSV(f *testing.F)    { fuzzed(f, func(t string) []Finding { return ScanCSV([]byte(t)) }) }
