package docx

import (
	"fmt"
	"strconv"
	"strings"
)

// maxRepeats is how often a letter or a sign is repeated in a number, as Word counts past z: aa, bb.
const maxRepeats = 20

// numeral writes a number as a list does. Formats that are words of a language, or of a script not used here, are
// digits.
func numeral(n int, format, pattern string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return letterNumeral(n, 'a')
	case "upperLetter":
		return letterNumeral(n, 'A')
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "numberInDash":
		return fmt.Sprintf("- %d -", n)
	case "ordinal":
		return strconv.Itoa(n) + "."
	case "chicago":
		return chicago(n)
	case "custom":
		first, _, _ := strings.Cut(pattern, ",")
		return fmt.Sprintf("%0*d", min(len(strings.TrimSpace(first)), maxRepeats), n)
	}
	return strconv.Itoa(n)
}

func letterNumeral(n int, first rune) string {
	if n < 1 || n > 26*maxRepeats {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var s strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			s.WriteString(r.sign)
		}
	}
	return s.String()
}

// chicago are the signs of footnotes in the Chicago Manual of Style.
func chicago(n int) string {
	if n < 1 || n > 4*maxRepeats {
		return strconv.Itoa(n)
	}
	return strings.Repeat([]string{"*", "†", "‡", "§"}[(n-1)%4], (n-1)/4+1)
}
