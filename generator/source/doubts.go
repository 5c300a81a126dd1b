package source

// This file is what an import asks a person about. A doubt is a problem like any other, but
// it is about a document that came in, not about the site.

// The doubts of an import.
const (
	DoubtCommittee Code = "doubt-committee"
)

// The doubts of a document that comes again, revised.
const (
	DoubtClash        Code = "doubt-clash"
	DoubtClashNew     Code = "doubt-clash-new"
	DoubtClashGone    Code = "doubt-clash-gone"
	DoubtClashDeleted Code = "doubt-clash-deleted"
)

// The doubts of writing.
const (
	DoubtLink Code = "doubt-link"
)

// doubts are the words of the doubts, as messages has those of the problems.
var doubts = map[Code]message{
	DoubtCommittee: {Warning,
		[2]string{"dokumentet nævner intet udvalg, som webstedet kender", "angiv udvalget med --committee ID"},
		[2]string{"the document names no committee that the site knows", "name it with --committee ID"}},

	DoubtClash: {Warning,
		[2]string{"siden den forrige import er ordene{?1  ved %[1]s} ændret både i filen og i dokumentet: filen siger %[2]q, dokumentet %[3]q", "behold det, der står i filen, eller ret det til dokumentets ord"},
		[2]string{"since the import before, the words{?1  at %[1]s} have changed both in the file and in the document: the file says %[2]q, the document %[3]q", "keep what the file says, or write the document's words"}},
	DoubtClashNew: {Warning,
		[2]string{"dokumentet har noget nyt{?1  ved %[1]s}, hvor filen også er ændret: %[3]q", "skriv det ind, hvis det ikke allerede står der"},
		[2]string{"the document has something new{?1  at %[1]s} where the file has changed too: %[3]q", "write it in if it is not there already"}},
	DoubtClashGone: {Warning,
		[2]string{"dokumentet har ikke længere %[2]q{?1  ved %[1]s}, men det er ændret eller mærket i filen og står der endnu", "slet det i filen, hvis det skal ud"},
		[2]string{"the document no longer has %[2]q{?1  at %[1]s}, but it was changed or marked in the file and still stands there", "delete it from the file if it is to go"}},
	DoubtClashDeleted: {Warning,
		[2]string{"noget er slettet i filen{?1  ved %[1]s}, men ændret i dokumentet, hvor der nu står %[3]q", "skriv det ind igen, hvis det skal med"},
		[2]string{"something was deleted from the file{?1  at %[1]s} but changed in the document, which now says %[3]q", "write it in again if it is wanted"}},

	DoubtLink: {Warning,
		[2]string{"linket ved %[1]q fører til %[2]q, som ikke kan nås fra webstedet; ordene står uden link", "find den rigtige adresse, der begynder med https://, eller lad ordene stå"},
		[2]string{"the link at %[1]q leads to %[2]q, which cannot be reached from the site; the words stand without it", "find the right address, which begins with https://, or let the words stand"}},
}

// Doubts gives the code of every doubt.
func Doubts() []Code {
	codes := make([]Code, 0, len(doubts))
	for c := range doubts {
		codes = append(codes, c)
	}
	return codes
}

// messageOf finds a code's words in the table that has them.
func messageOf(c Code) message {
	if m, ok := doubts[c]; ok {
		return m
	}
	return messages[c]
}
