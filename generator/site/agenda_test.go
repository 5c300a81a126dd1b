package site

import (
	"fmt"
	"testing"

	"referat/generator/content"
	"referat/generator/data"
)

func TestTheAgendaOfAMeetingWithoutMinutesCanBePointedAtAndSearched(t *testing.T) {
	agenda := "[[agenda]]\nnumber = \"1\"\ntitle = \"Status\"\n[[agenda]]\nnumber = \"2.1\"\ntitle = \"Plan\"\n[[agenda]]\nnumber = \"3\"\ntitle = \"Personale\"\nclosed = true\n"
	for state, want := range map[content.State]string{
		content.Planned: "[punkt-1 punkt-2-1 ] [https://ngc.dk/arkiv/referater/a/2024-03-05/#punkt-1 https://ngc.dk/arkiv/referater/a/2024-03-05/#punkt-2-1 ] [ punkt-1 punkt-2-1]",
		content.Final:   "[  ] [  ] []",
	} {
		outputs, _, s := buildSite(t, Options{}, map[string]string{"content/referater/a/2024-03-05.md": meetingFile(string(state), agenda, "")})
		rows, addresses, indexed := make([]string, 3), make([]string, 3), []string{}
		for i, row := range outputs["referater/a/2024-03-05/index.html"].View().(MinutesView).Agenda {
			rows[i] = row.Anchor
		}
		for i, item := range outputs["referater/a/2024-03-05/index.json"].View().(data.Minutes).Agenda {
			addresses[i] = item.Address
		}
		for _, item := range s.index[0].Meeting(0, func(data.Part) string { return "" }).Items {
			indexed = append(indexed, item.Anchor)
		}
		if got := fmt.Sprint(rows, addresses, indexed); got != want {
			t.Errorf("%s: %s", state, got)
		}
	}
}
