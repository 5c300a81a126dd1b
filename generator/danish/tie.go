package danish

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const noBreakSpace = "\u00A0"

// beforeNumber are the words that a line should not part from the number after
// them, partsOfYear those that are counted in a year, and units those it should not
// part from the number before (Retskrivningsordbogen § 59 on units; the rest is the
// custom of Danish printers).
var (
	beforeNumber = setOf("kl.", "pkt.", "nr.", "sagsnr.", "dok.nr.", "journalnr.", "ca.", "stk.", "kap.", "tlf.", "§")
	partsOfYear  = setOf("kvartal", "halvår")
	units        = setOf("%", "pct.", "kr.", "kr", "mio.", "mia.", "min.", "kb", "mb", "gb", "kg", "mg", "ml", "km", "cm", "mm", "°c")
)

// Tie puts no-break spaces where a line should not end: in "7. november 2023", "2. kvartal 2023",
// "kl. 14.00", "pkt. 3", "20 kB" and "E. Nielsen". It changes nothing else, and s
// may be HTML: what stands in tags has no such words.
func Tie(s string) string {
	var tied strings.Builder
	done, inDate := 0, false
	for at := strings.IndexByte(s, ' '); at >= 0; {
		if before := lastWord(s[done:at], inDate); before != "" {
			after := firstWord(s[at+1:])
			year := inDate && isYear(after)
			inDate = isOrdinal(before) && (months[strings.ToLower(after)] > 0 || partsOfYear[strings.ToLower(after)])
			if year || inDate || belong(before, after) {
				tied.WriteString(s[done:at])
				tied.WriteString(noBreakSpace)
				done = at + 1
			}
		}
		next := strings.IndexByte(s[at+1:], ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	if done == 0 {
		return s
	}
	tied.WriteString(s[done:])
	return tied.String()
}

// belong tells that a line should not end between two words.
func belong(before, after string) bool {
	if after == "" {
		return false
	}
	if after[0] >= '0' && after[0] <= '9' {
		return beforeNumber[strings.ToLower(before)]
	}
	if last := before[len(before)-1]; last >= '0' && last <= '9' {
		after = strings.ToLower(after)
		return units[after] || units[strings.TrimSuffix(after, ".")]
	}
	initial, size := utf8.DecodeRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return before[size:] == "." && unicode.IsUpper(initial) && unicode.IsUpper(first)
}

// isOrdinal tells "7." from other words.
func isOrdinal(word string) bool {
	digits := strings.TrimSuffix(word, ".")
	return len(digits) < len(word) && len(digits) > 0 && len(digits) <= 2 && strings.Trim(digits, "0123456789") == ""
}

// isYear tells "2023", also before a comma.
func isYear(word string) bool {
	digits := strings.TrimRight(word, ".,")
	return len(digits) == 4 && strings.Trim(digits, "0123456789") == ""
}

// ofWord tells what may stand in the words that are tied.
func ofWord(b byte) bool {
	return b >= 0x80 || b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '.' || b == ',' || b == '-' || b == '%'
}

// lastWord is the word that s ends with; "" of one that is of no kind that is tied
// to the next, as most are, unless any is asked for.
func lastWord(s string, any bool) string {
	i := len(s)
	if i == 0 || !any && s[i-1] != '.' && s[i-1] != "§"[1] && (s[i-1] < '0' || s[i-1] > '9') {
		return ""
	}
	for i > 0 && ofWord(s[i-1]) {
		i--
	}
	return s[i:]
}

func firstWord(s string) string {
	i := 0
	for i < len(s) && ofWord(s[i]) {
		i++
	}
	return s[:i]
}
