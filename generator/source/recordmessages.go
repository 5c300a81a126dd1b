package source

// Codes of the record of what was published.
const (
	RecordDamaged  Code = "record-damaged"
	RecordConflict Code = "record-conflict"
	RecordTwice    Code = "record-twice"
)

// recordMessages are about what was published.
var recordMessages = map[Code]message{
	RecordDamaged: {Error,
		[2]string{"linjen kan ikke læses: %[1]q{?2  (%[2]s)}", "filen skrives kun af referat record: hent den tilbage, som den sidst blev gemt i git"},
		[2]string{"the line cannot be read: %[1]q{?2  (%[2]s)}", "only referat record writes the file: bring it back as it was last committed"}},
	RecordConflict: {Error,
		[2]string{"git har ikke kunnet samle to udgaver af filen: %[1]q", "behold linjerne fra begge udgaver, slet de tre mærker (<<<<<<<, ======= og >>>>>>>), og kør referat record"},
		[2]string{"git could not merge two versions of the file: %[1]q", "keep the lines of both, delete the three marks (<<<<<<<, ======= and >>>>>>>) and run referat record"}},
	RecordTwice: {Error,
		[2]string{"version %[2]d af %[1]s står her for anden gang; første gang er i linje %[3]d", "behold en af de to linjer, og kør referat record, som skriver den rigtigt"},
		[2]string{"version %[2]d of %[1]s stands here for the second time; the first is in line %[3]d", "keep one of the two lines and run referat record, which writes it rightly"}},
}
