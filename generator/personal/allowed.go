package personal

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
)

// Allowed are contacts that anybody may see.
type Allowed struct {
	contacts []uint64
	domains  []string // with their @
}

// Allow reads a list of telephone numbers, mail addresses and whole domains: "@ngc.dk".
func Allow(list []string) Allowed {
	var a Allowed
	for _, entry := range list {
		entry = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(entry)), "mailto:")
		switch at := strings.IndexByte(entry, '@'); {
		case at == 0:
			a.domains = append(a.domains, entry)
		case at > 0:
			a.contacts = append(a.contacts, sameAs(Mail, entry))
		default:
			a.contacts = append(a.contacts, sameAs(Phone, lastDigits(entry)))
		}
	}
	return a
}

// Has tells that a finding is one of the contacts.
func (a Allowed) Has(f Finding) bool {
	switch f.Kind {
	case Phone:
		return slices.Contains(a.contacts, f.Same)
	case Mail:
		at := strings.LastIndexByte(f.Shown, '@')
		return slices.Contains(a.contacts, f.Same) || slices.Contains(a.domains, strings.ToLower(f.Shown[at:]))
	}
	return false
}

// lastDigits are the eight digits of a Danish telephone number, however it is written.
func lastDigits(phone string) string {
	digits := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, phone)
	return digits[max(0, len(digits)-8):]
}

// sameAs stands for a number or an address, however it is written.
func sameAs(k Kind, value string) uint64 {
	sum := sha256.Sum256(append([]byte{byte(k)}, value...))
	return binary.BigEndian.Uint64(sum[:])
}

// Mask is a text that may be printed: with the numbers of persons in it, sure or possible, as Shown has them.
func Mask(text string) string {
	var b strings.Builder
	at := 0
	for _, f := range Scan(text) {
		if (f.Kind == CPR || f.Kind == Replacement) && f.From >= at {
			b.WriteString(text[at:f.From] + f.Shown)
			at = f.To
		}
	}
	if at == 0 {
		return text
	}
	return b.String() + text[at:]
}
