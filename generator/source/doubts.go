package source

// This file is what an import asks a person about. A doubt is a problem like any other, but
// it is about a document that came in, not about the site.

// The doubts of an import.
const (
	DoubtCommittee Code = "doubt-committee"
)

// doubts are the words of the doubts, as messages has those of the problems.
var doubts = map[Code]message{
	DoubtCommittee: {Warning,
		[2]string{"dokumentet nævner intet udvalg, som webstedet kender", "angiv udvalget med --committee ID"},
		[2]string{"the document names no committee that the site knows", "name it with --committee ID"}},
}

// Doubts gives the code of every doubt.
func Doubts() []Code {
	codes := make([]Code, 0, len(doubts))
	for c := range doubts {
		codes = append(codes, c)
	}
	return codes
}
