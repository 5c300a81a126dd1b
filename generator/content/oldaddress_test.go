package content

import "testing"

func TestAnOldAddressIsOneThatAFileCanAnswerFor(t *testing.T) {
	for as, want := range map[string]string{
		"/gammel/": "/gammel/", "/Gammel%20side/": "/Gammel side/", "/m\u00f8der/1.html": "/møder/1.html", "/mo\u0308der/": "/möder/",
		"/a.b/c-d_e~1/": "/a.b/c-d_e~1/", "/index.html": "/index.html",
	} {
		if got, ok := oldAddress(as); !ok || got != want {
			t.Errorf("%s: %q, %v", as, got, ok)
		}
	}
	for _, as := range []string{
		"", "/", "gammel/", "https://ngc.dk/gammel/", "//gammel/", "/a//b/", "/../x/", "/a/./b/", "/.well-known/", "/gammel", "/gammel.pdf", "/vis.aspx?id=3", "/a/#punkt-1/",
		"/a\\b/", "/a:b/", "/con/", "/a/lpt1.html", "/a./", "/a /", "/%zz/", "/a%2F..%2Fb/", "/a%00/", "/\xff/",
	} {
		if got, ok := oldAddress(as); ok {
			t.Errorf("%s is taken for %q", as, got)
		}
	}
}
