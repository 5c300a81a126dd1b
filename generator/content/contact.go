package content

import (
	"net/mail"
	"net/url"
	"strings"
	"unicode"

	"referat/generator/source"
)

// web is a whole address, https or http.
func (t *table) web(key string) string {
	s := t.text(key)
	if s != "" && !isWeb(s) {
		t.report(key, source.BadAddress, s)
		return ""
	}
	return s
}

// phone is a telephone number that a reader's telephone can call.
func (t *table) phone(key string) string {
	s := t.text(key)
	if s != "" && !isPhone(s) {
		t.report(key, source.BadPhone, s)
	}
	return s
}

// mail is an e-mail address.
func (t *table) mail(key string) string {
	s := t.text(key)
	if s != "" && !isMail(s) {
		t.report(key, source.BadMail, s)
	}
	return s
}

// A telephone number has as many digits (ITU-T E.164); the fewest have those of emergencies.
const fewestDigits, mostDigits = 3, 15

// isPhone tells of one number: a plus first, and between the digits only what parts them.
func isPhone(s string) bool {
	digits := 0
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '+' && i == 0, unicode.IsSpace(c), strings.ContainsRune("-.()", c):
		default:
			return false
		}
	}
	return digits >= fewestDigits && digits <= mostDigits
}

// isMail tells of a bare address whose domain has a dot.
func isMail(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && strings.Contains(s[strings.LastIndexByte(s, '@'):], ".")
}

// contactAddress gives a way to reach somebody its scheme; "" of what is none, or of one
// that others can listen to.
func contactAddress(written string) string {
	written = strings.TrimSpace(written)
	if isMail(written) {
		return "mailto:" + written
	}
	u, err := url.Parse(written)
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
		if !isMail(u.Opaque) { // without its query
			return ""
		}
	case "tel":
		number, _, _ := strings.Cut(u.Opaque, ";") // from its parameters
		if !isPhone(number) || strings.ContainsFunc(number, unicode.IsSpace) {
			return ""
		}
	default:
		return ""
	}
	return written
}
