package content

import (
	"net/url"
	"strings"

	"golang.org/x/text/unicode/norm"

	"referat/generator/source"
)

// OldAddress is an address that a document once had: whoever asks for it is led
// to where the document stands now.
type OldAddress struct {
	Address string // "/gammel/", "/dokumenter/vis.html": decoded, below the site's own
	Pos     source.Pos
}

// oldAddresses reads redirect_from.
func (t *table) oldAddresses() []OldAddress {
	var list []OldAddress
	for _, as := range t.texts("redirect_from") {
		address, ok := oldAddress(as)
		if !ok {
			t.report("redirect_from", source.RedirectAddress, as)
			continue
		}
		list = append(list, OldAddress{address, t.pos("redirect_from")})
	}
	return list
}

// oldAddress reads an address as a browser shows it. It is fit when a file can answer
// for it on every system: it is a folder's or that of a page.
func oldAddress(as string) (address string, ok bool) {
	plain, err := url.PathUnescape(as)
	if err != nil || !strings.HasPrefix(plain, "/") || !strings.HasSuffix(plain, "/") && !strings.HasSuffix(plain, ".html") {
		return "", false
	}
	plain = norm.NFC.String(plain)
	for part := range strings.SplitSeq(strings.Trim(plain, "/"), "/") {
		if strings.Trim(part, ". ") == "" || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") || strings.HasPrefix(part, ".") || IsReserved(part) {
			return "", false
		}
	}
	unfit := func(c rune) bool {
		return c < ' ' || c == 0x7F || c == '\uFFFD' || strings.ContainsRune(`\:*?"<>|#`, c)
	}
	return plain, !strings.ContainsFunc(plain, unfit) && !strings.Contains(plain, "//")
}
