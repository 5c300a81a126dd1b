package intake

import (
	"strings"
	"testing"
)

func TestAnotherMeetingHasLittleOfTheTextAndARevisionMost(t *testing.T) {
	const head = "+++\ntitle = \"Møde i Rådet\"\n+++\n\n"
	first := head + "## 1. Status\n\nRådet fik en orientering om sagerne. Formanden sagde, at de fire sager fra foråret var lukket, og at to nye var kommet til siden sidst.\n\n## 2. Eventuelt\n\nIntet at bemærke under dette punkt i dag.\n"
	second := head + "## 1. Budget\n\nRådet fik en gennemgang af årets budget. Økonomichefen fremlagde tallene, som følger planen, bortset fra udgiften til lokaler, der er steget.\n\n## 2. Eventuelt\n\nNæste møde er flyttet en uge.\n"
	revised := strings.NewReplacer("fire sager", "fem sager", "Intet at bemærke", "Der var intet").Replace(first)
	if o := OverlapOf(first, second); !o.Little() || o.Most() {
		t.Errorf("another meeting: %+v", o)
	}
	if o := OverlapOf(first, revised); o.Little() || o.Percent() < 75 {
		t.Errorf("a revision: %+v", o)
	}
	if o := OverlapOf(first, strings.Replace(first, "i dag", "nu", 1)); !o.Most() {
		t.Errorf("the same with a word changed: %+v", o)
	}
	if o := OverlapOf(first, first+second); o.Little() || !o.Most() {
		t.Errorf("a longer one: %+v", o)
	}
}

func TestOfAShortTextNothingIsConcluded(t *testing.T) {
	if o := OverlapOf("+++\n+++\n\nIntet nyt.\n", "+++\n+++\n\nNoget andet.\n"); o.Little() || o.Most() {
		t.Errorf("%+v", o)
	}
}
