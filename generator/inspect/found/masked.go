package found

import "strings"

const (
	longNumber = 10 // digits, as the number of a person has
	dayOfBirth = 6  // digits that are shown
)

// masked is the name of a part, where a number that is long enough to be a person's ends in stars.
func masked(path string) string {
	var s strings.Builder
	for len(path) > 0 {
		length, digits := number(path)
		if digits < longNumber {
			length = max(length, 1)
			s.WriteString(path[:length])
			path = path[length:]
			continue
		}
		seen := 0
		for _, c := range []byte(path[:length]) {
			if isDigit(c) {
				if seen++; seen > dayOfBirth {
					c = '*'
				}
			}
			s.WriteByte(c)
		}
		path = path[length:]
	}
	return s.String()
}

// number is how long a number at the beginning of a path is, with what may stand between its digits, and how many it has.
func number(path string) (length, digits int) {
	for i := range len(path) {
		switch c := path[i]; {
		case isDigit(c):
			digits++
			length = i + 1
		case digits == 0, c != '-' && c != ' ' && c != '.' && c != '_' && c < 0x80:
			return length, digits
		}
	}
	return length, digits
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
