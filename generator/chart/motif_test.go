package chart

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func TestAStripIsTheNumberInBaseFour(t *testing.T) {
	// 27 is 123: thick broken low, thick broken high, thin broken low.
	got := Strip("27")
	for _, want := range []string{`viewBox="0 0 16 18"`, `<path stroke-width="1.5" d="M14 0V6M14 8V18"/>`, `<path stroke-width="3" d="M2 0V6M2 8V18M8 0V10M8 12V18"/>`, `aria-hidden="true"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", got, want)
		}
	}
}

func TestAStripPassesOverAllButDigits(t *testing.T) {
	if Strip("2023-27 A") != Strip("202327") {
		t.Error("letters and dashes count for something")
	}
	for _, none := range []string{"", "A-B", strings.Repeat("9", mostDigits+1)} {
		if got := Strip(none); got != "" {
			t.Errorf("%q gives %s", none, got)
		}
	}
}

func TestThereIsAPairOfBarsForEach(t *testing.T) {
	for _, n := range []int{1, 7, 20, 21, 100} {
		svg := Bars(n)
		if got := strings.Count(svg, "z"); got != 2*n {
			t.Errorf("%d: %d bars", n, got)
		}
		for d := xml.NewDecoder(strings.NewReader(svg)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
	if Bars(0) != "" || Bars(101) != "" {
		t.Error("none and too many are not drawn")
	}
}
