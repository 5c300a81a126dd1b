package content

import "testing"

func TestATelephoneNumberIsOneThatCanBeCalled(t *testing.T) {
	for s, want := range map[string]bool{
		"+45 24 97 17 65": true, "24971765": true, "(45) 24 97-17.65": true, "+45\u00a024971765": true, "1813": true, "112": true,
		"ring": false, "": false, "12": false, "24 97 17 65 lokal 12": false, "24971765+45": false, "24971765/24971766": false, "+45 24 97 17 65 24 97 17 66": false, "२४९७१७६५": false,
	} {
		if got := isPhone(s); got != want {
			t.Errorf("%q is a number: %v", s, got)
		}
	}
}

func TestAMailAddressIsBareAndHasADomain(t *testing.T) {
	for s, want := range map[string]bool{
		"kontakt@ngc.dk": true, "a.b+c@sub.ngc.dk": true,
		"kontakt(a)ngc.dk": false, "kontakt@ngc": false, "kontakt @ngc.dk": false, "NGC <kontakt@ngc.dk>": false, "mailto:kontakt": false, "": false, "a@b.dk, c@d.dk": false,
	} {
		if got := isMail(s); got != want {
			t.Errorf("%q is an address: %v", s, got)
		}
	}
}

func TestAContactHasASchemeAndAWayThere(t *testing.T) {
	for s, want := range map[string]string{
		"a@ngc.dk": "mailto:a@ngc.dk", "mailto:a@ngc.dk?subject=x": "mailto:a@ngc.dk?subject=x", "https://ngc.dk/": "https://ngc.dk/", "tel:+4524971765": "tel:+4524971765",
		"http://ngc.dk/": "", "tel:ring": "", "tel:+45 24 97": "", "mailto:kontakt(a)ngc.dk": "", "kontakt": "", "https:": "",
	} {
		if got := contactAddress(s); got != want {
			t.Errorf("%q leads to %q, want %q", s, got, want)
		}
	}
}
