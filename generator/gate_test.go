package main

import (
	"errors"
	"slices"
	"testing"

	"referat/generator/content"
	"referat/generator/personal"
	"referat/generator/personal/personaltest"
	"referat/generator/site"
	"referat/generator/source"
)

func TestAnExceptionForAnOutputIsForOneNumber(t *testing.T) {
	const date = "020345"
	one, other := date+"-"+personaltest.Ending(date, true), date+"-"+personaltest.Ending(date, false)
	s := &content.Settings{Personal: content.Personal{Exceptions: []content.Exception{{Path: "public/om/index.html", What: date + "-****"}}}}
	for text, want := range map[string][]source.Code{
		one: nil, one + " og " + one: nil,
		one + " og " + other: {source.CPROutput, source.CPROutput, source.ExceptionSeveral},
	} {
		var found leak
		errors.As(gateOf(s).pass(site.Output{Path: "om/index.html"}, []byte(text)), &found)
		var got []source.Code
		for _, p := range found {
			got = append(got, p.Code)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", personal.Mask(text), got, want)
		}
	}
}

func TestAnOutputIsReadAsWhatItsNameSaysInWhateverLetters(t *testing.T) {
	const date = "020345"
	page := date + "<b>-</b>" + personaltest.Ending(date, true)
	for _, name := range []string{"gamle/index.html", "gamle/INDEX.HTML", "gamle/index.htm"} {
		if err := gateOf(&content.Settings{}).pass(site.Output{Path: name}, []byte(page)); !errors.As(err, new(leak)) {
			t.Errorf("%s passes", name)
		}
	}
}
