package source

import (
	"errors"
	"syscall"
	"testing"
)

func TestACauseIsSaidInTheLanguageOfTheMessage(t *testing.T) {
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{syscall.EACCES, "filen kan ikke læses: du har ikke ret til det", "the file cannot be read: permission denied"},
		{errors.New("bad sector"), `filen kan ikke læses: systemet melder "bad sector"`, "the file cannot be read: bad sector"},
	} {
		p := At(Pos{}, FileUnreadable, Because(c.err))
		for lang, want := range map[string]string{"da": c.da, "en": c.en} {
			if got, _ := p.Text(lang); got != want {
				t.Errorf("%s: %s", lang, got)
			}
		}
	}
}
