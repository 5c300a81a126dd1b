package danish

import (
	"math"
	"testing"
)

func TestWholeNumbersAreReadWithAndWithoutPoints(t *testing.T) {
	for in, want := range map[string]int{
		"20.621": 20621, "20621": 20621, "1.500": 1500, "1500": 1500, "26.458": 26458, "0": 0, "420": 420,
		"1.234.567": 1234567, " 17 ": 17, "9223372036854775807": math.MaxInt,
	} {
		if got, err := ParseNumber(in); err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
}

func TestNumbersWithMarksInWrongPlacesAreRefused(t *testing.T) {
	for _, in := range []string{
		"", "-1", "+1", "1.50", "1.5000", "20.62", "2062.1", "20.6213", ".621", "20.", "1234.567", "1..500", "0.621", "007", "00",
		"20,621", "20 621", "12,5", "1e3", "0x10", "1_000", "٣", "9223372036854775808", "99.999.999.999.999.999.999",
	} {
		if got, err := ParseNumber(in); err == nil {
			t.Errorf("ParseNumber(%q) = %d; want an error", in, got)
		}
	}
}

func TestNumbersGetTheirMarkFromFourDigits(t *testing.T) {
	for _, c := range []struct {
		n    int
		mark string
		want string
	}{
		{0, ".", "0"}, {999, ".", "999"}, {1500, ".", "1.500"}, {3478, ".", "3.478"}, {20621, ".", "20.621"},
		{100000, ".", "100.000"}, {1234567, ".", "1.234.567"}, {20621, ",", "20,621"}, {20621, "", "20621"},
		{-999, ".", "-999"}, {-5837, ".", "-5.837"}, {math.MinInt, "", "-9223372036854775808"},
	} {
		if got := Number(c.n, c.mark); got != c.want {
			t.Errorf("Number(%d, %q) = %q; want %q", c.n, c.mark, got, c.want)
		}
	}
}

func FuzzNumber(f *testing.F) {
	f.Add(20621)
	f.Add(0)
	f.Fuzz(func(t *testing.T, n int) {
		got, err := ParseNumber(Number(n, "."))
		if n < 0 && err == nil || n >= 0 && got != n {
			t.Fatalf("%d is written %q and read as %d, %v", n, Number(n, "."), got, err)
		}
	})
}
