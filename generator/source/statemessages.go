package source

// The codes of what minutes say of their own state.
const (
	ApprovedBy      Code = "approved-by"
	WithdrawnReason Code = "withdrawn-reason"
)

var stateMessages = map[Code]message{
	ApprovedBy: {Error,
		[2]string{"%[1]q er ikke referatet af et senere møde", "{?2 det ligner mest %[2]q;} skriv stien til referatet af det møde, hvor dette blev godkendt, fx 2023-12-05.md"},
		[2]string{"%[1]q is not the minutes of a later meeting", "{?2 it looks most like %[2]q;} write the path of the minutes of the meeting that approved these, for example 2023-12-05.md"}},
	WithdrawnReason: {Warning,
		[2]string{"det fremgår ikke, hvorfor referatet er trukket tilbage", "skriv withdrawn_reason = \"persondata\", \"fejl\" eller \"ophavsret\""},
		[2]string{"it is not stated why the minutes were withdrawn", "write withdrawn_reason = \"persondata\", \"fejl\" or \"ophavsret\""}},
}
