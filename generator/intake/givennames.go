package intake

import (
	"strings"
	"sync"
)

// givenNames are first names that are common in Denmark. Whoever is called by one is most likely a person; of
// others a name of two capitalised words may be an organisation's.
const givenNames = `
Abdul Agnete Ahmad Ahmed Alberte Albert Alex Alexander Alfred Ali Alice Allan Alma Amalie Amanda Amina Anders Andrea Andreas Ane Anette Anita Anja
Anker Anna Annalise Anne Anne-Grete Anne-Marie Anne-Mette Anneli Annelise Annemarie Annette Anni Annie Anton Arne Arthur Asbjørn Asger Asta Astrid August Axel
Bendt Benedikte Benjamin Benny Bent Bente Berit Berta Bertel Bertil Betina Bettina Birger Birgit Birgitte Birte Birthe Bjarke Bjarne Bjørn Bo Bodil
Brian Britt Britta Brit Bruno Børge Camilla Caroline Carina Carl Carla Carsten Cathrine Cecilie Charlotte Christa Christel Christian Christiane Christina Christine
Christoffer Christopher Claus Clara Conny Connie Cæcilie Dan Daniel Daniella David Dennis Didde Ditlev Ditte Dorte Dorthe Dorrit Ebba Ebbe Eddie Edith Edvard
Egon Eigil Ejnar Ejvind Elin Elisa Elisabeth Elise Ella Ellen Elly Else Elsebeth Emil Emilie Emma Emmanuel Enrico Erica Erik Erling Ernst Esben Esther Eva
Eveline Fatima Fie Filip Finn Flemming Freddy Frede Frederik Frederikke Freja Frida Frits Frode Gert Gitte Gorm Grete Grethe Gudrun Gunnar Gunver Gustav
Gyda Hanna Hannah Hanne Hans Harald Harry Hassan Heidi Heine Helen Helena Helene Helga Helge Helle Henning Henny Henriette Henrik Herbert Herdis Herluf Herman Hilda
Holger Hugo Ian Ib Ida Inga Inge Ingeborg Ingelise Inger Ingolf Ingrid Irene Iris Isabella Ivan Ivar Iver Jacob Jakob James Jan Jane Janne Janni Jannie
Jannik Jasmin Jean Jeanette Jens Jeppe Jesper Jette Jim Jimmy Jo Joachim Joakim Joan Johan Johanna Johanne Johannes John Johnny Jon Jonas Jonna Jonathan
Josefine Julia Julie Julius Jytte Jørgen Jørn Kai Kaj Kamilla Karen Karin Karina Karl Karla Karoline Karsten Kasper Kate Katharina Kathrine Katja Katrine
Keld Ken Kenneth Kent Kevin Kim Kirsten Kirstine Kjeld Klaus Knud Kristian Kristina Kristine Kristoffer Kurt Kåre Lars Lasse Laura Laurits Laust Lea Leif Lena Lene
Lennart Leo Leon Leonora Leo Lilian Lillian Lilly Lina Linda Line Lis Lisa Lisbeth Lisbet Lise Lise-Lotte Lissi Liv Liva Lizette Lone Lotte Louis Louise Lucas Lucy Ludvig
Lukas Luna Lykke Mads Magdalena Magnus Maj Maja Majbrit Majbritt Malene Malou Marc Marco Marcus Margit Margrethe Maria Mariam Marianne Marie Marie-Louise Marina Mark
Markus Marlene Martha Martin Martine Mathias Mathilde Matilde Matthias Maya Merete Mehmet Mette Mia Michael Michala Michelle Mickey Mie Mikael Mike Mikkel Mille
Minna Mira Mogens Mohamed Mohammad Mona Monica Monika Morten Muhammad Mustafa Nadia Nana Nanna Natasha Nicklas Nicolai Nicolaj Nicole Niels Nikolaj Nina Nis
Noah Nora Olav Ole Olga Oliver Olivia Oluf Omar Oscar Oskar Otto Ove Palle Patrick Paul Paula Pauline Peder Peer Per Pernille Peter Petra Philip Pia Poul
Povl Preben Randi Rasmus Regitze Rebecca Rebekka René Richard Rie Rikke Rita Robert Robin Rolf Ronni Ronnie Rosa Ruben Rune Ruth Sabrina Said Samuel Sandra
Sanne Sara Sarah Sebastian Selma Sidsel Signe Sigrid Sigurd Silas Silje Simon Sine Sisse Sofia Sofie Solveig Sonja Sophia Sophie Steen Steffen Stella Sten Stephan Stig Stine
Stinne Sune Susan Susanne Sussi Sussie Svend Sverre Søren Tage Tanja Ted Teis Thea Theis Theodor Thomas Thor Thorbjørn Thorkild Thyra Tilde Tim Tina Tine Tobias Tom Tommy Tonny
Torben Torkil Torsten Tove Trine Troels Uffe Ulf Ulla Ulrich Ulrik Ulrikke Vagn Valdemar Vera Verner Vibe Vibeke Victor Victoria Vigga Viggo Viktor Viktoria Villads Vilhelm
Villy Winnie Vivi Vivian William Willy Yasmin Yrsa Yusuf Yvonne Zenia Åge Aage Åse Aase Ægidius Øjvind Øystein`

var knownGivenNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(givenNames) {
		names[name] = true
	}
	return names
})

// isGivenName tells of a common first name, also of the first half of a double one: "Hans-Henrik".
func isGivenName(word string) bool {
	first, _, _ := strings.Cut(word, "-")
	return knownGivenNames()[word] || knownGivenNames()[first]
}

// surelyNamed tells that words that read as a name are a person's and no organisation's: they begin with a common
// first name, have an initial in the middle, or end in "-sen".
func surelyNamed(name string) bool {
	fields := strings.Fields(strings.TrimRight(name, ".,;"))
	for _, w := range fields[1:] {
		if strings.HasSuffix(w, ".") && len([]rune(w)) == 2 {
			return true
		}
	}
	return isGivenName(fields[0]) || strings.HasSuffix(fields[len(fields)-1], "sen")
}
