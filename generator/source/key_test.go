package source

import "testing"

func TestKeysInListsAreNumberedInTheLanguageOfTheMessage(t *testing.T) {
	problem := At(Pos{}, EmptyKey, "agenda[0].links[11].title", "")
	for lang, want := range map[string]string{
		"da": "agenda nr. 1: links nr. 12: title er tom",
		"en": "agenda #1: links #12: title is empty",
	} {
		if got, _ := problem.Text(lang); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
