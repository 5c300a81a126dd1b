// Package personaltest makes numbers that look like those of the Danish civil register, and writes them in every way
// that people and programs do, so that tests can look whether they are found. It owns the list of notations.
//
// No number stands in a file of this repository: each is made while a test runs. It knows nothing of how they are found.
package personaltest

import (
	"fmt"
	"math/rand/v2"
)

// Number is a number of ten digits with a right check digit.
func Number(r *rand.Rand) string {
	for {
		if n := digits(r); sum(n)%11 == 0 {
			return n
		}
	}
}

// Unchecked is one with a wrong check digit, as they have been given since 2007.
func Unchecked(r *rand.Rand) string {
	for {
		if n := digits(r); sum(n)%11 != 0 {
			return n
		}
	}
}

// Ending is what a number with the date may end in: the first four digits that make the check digit right, or wrong.
func Ending(date string, right bool) string {
	for n := 1000; ; n++ {
		if ending := fmt.Sprintf("%04d", n); (sum(date+ending)%11 == 0) == right {
			return ending
		}
	}
}

// Replacement is a replacement number of health care, with two letters.
func Replacement(r *rand.Rand) string {
	return fmt.Sprintf("%02d%02d%02d1%c%c%d", 2+r.IntN(27), 1+r.IntN(12), r.IntN(100), 'A'+r.IntN(26), 'A'+r.IntN(26), r.IntN(10))
}

// digits are those of somebody born between 1940 and 1999, not on a 1st of January.
func digits(r *rand.Rand) string {
	return fmt.Sprintf("%02d%02d%02d%04d", 2+r.IntN(27), 1+r.IntN(12), 40+r.IntN(60), r.IntN(4000))
}

func sum(n string) int {
	s := 0
	for i, weight := range []int{4, 3, 2, 7, 6, 5, 4, 3, 2, 1} {
		s += weight * int(n[i]-'0')
	}
	return s
}
