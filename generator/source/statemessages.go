package source

// The codes of what minutes say of their own state.
const (
	ApprovedBy      Code = "approved-by"
	WithdrawnReason Code = "withdrawn-reason"
	StateAhead      Code = "state-ahead"
)

var stateMessages = map[Code]message{
	ApprovedBy: {Error,
		[2]string{"%[1]q er ikke referatet af et senere møde", "{?2 det ligner mest %[2]q;} skriv stien til referatet af det møde, hvor dette blev godkendt, fx 2023-12-05.md"},
		[2]string{"%[1]q is not the minutes of a later meeting", "{?2 it looks most like %[2]q;} write the path of the minutes of the meeting that approved these, for example 2023-12-05.md"}},
	WithdrawnReason: {Warning,
		[2]string{"det fremgår ikke, hvorfor referatet er trukket tilbage", "skriv withdrawn_reason = \"persondata\", \"fejl\" eller \"ophavsret\""},
		[2]string{"it is not stated why the minutes were withdrawn", "write withdrawn_reason = \"persondata\", \"fejl\" or \"ophavsret\""}},
	StateAhead: {Warning,
		[2]string{"referatet er {?2 godkendt}{?3 trukket tilbage} den %[1]D, som ligger i fremtiden", "skriv den dag, det blev {?2 godkendt, i approved}{?3 trukket tilbage, i withdrawn; det er taget ned, uanset hvilken dag der står}"},
		[2]string{"the minutes were {?2 approved}{?3 withdrawn} on %[1]D, which is in the future", "write the day on which they were {?2 approved as approved}{?3 withdrawn as withdrawn; they are down whichever day stands there}"}},
}
