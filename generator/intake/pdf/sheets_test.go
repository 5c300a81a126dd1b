package pdf

import (
	"context"
	"strings"
	"testing"
)

func TestAllThatStandsOnAPageIsThereForWhoeverMustKnow(t *testing.T) {
	for name, test := range secrets() {
		sheets, err := Sheets(context.Background(), test.bytes(), cache)
		if err != nil || len(sheets) != 1 {
			t.Fatal(name, sheets, err)
		}
		s := sheets[0]
		drawn := strings.Contains(test.pages[0], "Tj ET") && strings.Contains(test.pages[0], "SECRET NAME")
		if !strings.Contains(s.Text, openly) || drawn && !strings.Contains(s.Text, "SECRET NAME") || s.Seen == 0 || s.ImageOnly() {
			t.Errorf("%s: %+v", name, s)
		}
		if bar := strings.HasPrefix(name, "under a "); bar != (s.Covered > 0) && name != "beneath a bar in a frame of its" && name != "marked to be taken out" {
			t.Errorf("%s: %d letters are covered", name, s.Covered)
		}
	}
}
