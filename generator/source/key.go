package source

import (
	"regexp"
	"strconv"
)

var listed = regexp.MustCompile(`\[(\d+)\]\.`)

// keyInWords gives a key's name for people, who count from 1: "agenda[0].title" is
// "agenda nr. 1: title" in Danish.
func keyInWords(name, lang string) string {
	number := " #"
	if lang == "da" {
		number = " nr. "
	}
	return listed.ReplaceAllStringFunc(name, func(part string) string {
		n, _ := strconv.Atoi(listed.FindStringSubmatch(part)[1])
		return number + strconv.Itoa(n+1) + ": "
	})
}
