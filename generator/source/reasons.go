package source

// Reason names why a layout cannot be used.
type Reason string

// What our own look at the templates finds.
const (
	OutsideDefine  Reason = "outside-define"
	DefinedAgain   Reason = "defined-again"
	WithoutFields  Reason = "without-fields"
	NotText        Reason = "not-text"
	AlwaysTrue     Reason = "always-true"
	NotList        Reason = "not-list"
	OneVariable    Reason = "one-variable"
	CallsItself    Reason = "calls-itself"
	OtherBranch    Reason = "other-branch"
	NilAlone       Reason = "nil-alone"
	NotFunction    Reason = "not-function"
	NotHere        Reason = "not-here"
	NumberTooLarge Reason = "number-too-large"
	Arguments      Reason = "arguments"
	FewArguments   Reason = "few-arguments"
	OtherArgument  Reason = "other-argument"
	WholeNumber    Reason = "whole-number"
	TextOrNumber   Reason = "text-or-number"
	NoDeclaration  Reason = "no-declaration"
	WithoutLength  Reason = "without-length"
	NotComparable  Reason = "not-comparable"
	LabelPlaces    Reason = "label-places"
)

// What the readers of templates find, who speak English only.
const (
	EndMissing       Reason = "end-missing"
	StrayWord        Reason = "stray-word"
	EndExpected      Reason = "end-expected"
	StrayCharacter   Reason = "stray-character"
	ActionOpen       Reason = "action-open"
	BracketOpen      Reason = "bracket-open"
	BracketStray     Reason = "bracket-stray"
	QuoteMissing     Reason = "quote-missing"
	RemarkOpen       Reason = "remark-open"
	StyleRemarkOpen  Reason = "style-remark-open"
	RemarkMixed      Reason = "remark-mixed"
	UnknownFunction  Reason = "unknown-function"
	UnknownVariable  Reason = "unknown-variable"
	EmptyAction      Reason = "empty-action"
	ValueMissing     Reason = "value-missing"
	Unexpected       Reason = "unexpected"
	OutsideRange     Reason = "outside-range"
	DefinedTwice     Reason = "defined-twice"
	NotNumber        Reason = "not-number"
	ManyVariables    Reason = "many-variables"
	FunctionExpected Reason = "function-expected"
	BranchesDiffer   Reason = "branches-differ"
	MarkupOpen       Reason = "markup-open"
	MarkupWrong      Reason = "markup-wrong"
	AddressUnclear   Reason = "address-unclear"
	SlashUnclear     Reason = "slash-unclear"
)

// da is the place of the Danish words in reasons.
const da = 0

// reasons are the words for them, in Danish and English. Where the readers of templates have
// said the English ones, these are not here.
var reasons = map[Reason][2]string{
	OutsideDefine:  {"det, der står uden for {{define}}, bliver aldrig vist", "what stands outside {{define}} is never shown"},
	DefinedAgain:   {"skabelonen %[1]q er også defineret i %[2]s", "the template %[1]q is also defined in %[2]s"},
	WithoutFields:  {"%[1]s har ingen felter", "%[1]s has no fields"},
	NotText:        {"%[1]s er ikke en tekst", "%[1]s is not a text"},
	AlwaysTrue:     {"%[1]s er altid sand; nævn et af felterne", "%[1]s is always true; name one of its fields"},
	NotList:        {"%[1]s er ikke en liste", "%[1]s is not a list"},
	OneVariable:    {"%[1]s giver én variabel, ikke to", "%[1]s gives one variable, not two"},
	CallsItself:    {"skabelonen kalder sig selv", "the template calls itself"},
	OtherBranch:    {"variablen får sin værdi i en anden gren", "the variable is set in another branch"},
	NilAlone:       {"nil kan ikke stå alene", "nil cannot stand alone"},
	NotFunction:    {"det er ikke en funktion", "it is not a function"},
	NotHere:        {"det kan ikke stå her", "it cannot stand here"},
	NumberTooLarge: {"tallet er for stort", "the number is too large"},
	Arguments:      {"antallet af argumenter skal være %[1]d, ikke %[2]d", "it takes %[1]d arguments, not %[2]d"},
	FewArguments:   {"antallet af argumenter skal være mindst %[1]d, ikke %[2]d", "it takes at least %[1]d arguments, not %[2]d"},
	OtherArgument:  {"argumentet skal være %[1]s, ikke %[2]s", "it takes %[1]s, not %[2]s"},
	WholeNumber:    {"et helt tal", "a whole number"},
	TextOrNumber:   {"en tekst eller et helt tal", "a text or a whole number"},
	NoDeclaration:  {"her kan ingen variabel oprettes", "a variable cannot be declared here"},
	WithoutLength:  {"%[1]s har ingen længde", "%[1]s has no length"},
	NotComparable:  {"%[1]s kan ikke sammenlignes med %[2]s", "%[1]s cannot be compared with %[2]s"},
	LabelPlaces:    {"%[1]s har pladsen {%[2]d}, men antallet af argumenter er %[3]d", "%[1]s has a place {%[2]d}, and the label gets %[3]d arguments"},

	EndMissing:       {da: "der mangler {{end}}"},
	StrayWord:        {da: "{{%[1]s}} hører ikke til noget"},
	EndExpected:      {da: "her skal stå {{end}}, ikke %[1]s"},
	StrayCharacter:   {da: "tegnet %[1]q kan ikke stå her"},
	ActionOpen:       {da: "{{ bliver aldrig lukket med }}"},
	BracketOpen:      {da: "en parentes bliver aldrig lukket"},
	BracketStray:     {da: "en parentes lukkes, men er ikke åbnet"},
	QuoteMissing:     {da: "der mangler et anførselstegn"},
	RemarkOpen:       {da: "kommentaren bliver aldrig lukket med */}}"},
	StyleRemarkOpen:  {da: "kommentaren bliver aldrig lukket med */"},
	RemarkMixed:      {da: "en kommentar skal stå for sig: {{/* … */}}"},
	UnknownFunction:  {da: "funktionen %[1]q findes ikke"},
	UnknownVariable:  {da: "variablen %[1]q findes ikke"},
	EmptyAction:      {da: "der mangler noget mellem {{ og }}"},
	ValueMissing:     {da: "der mangler en værdi efter %[1]s"},
	Unexpected:       {da: "%[1]q kan ikke stå her"},
	OutsideRange:     {da: "{{%[1]s}} står uden for {{range}}"},
	DefinedTwice:     {da: "skabelonen %[1]q er defineret to gange"},
	NotNumber:        {da: "%[1]q er ikke et tal"},
	ManyVariables:    {da: "%[1]s har for mange variabler"},
	FunctionExpected: {da: "efter | skal der stå en funktion"},
	BranchesDiffer:   {da: "det, der står i {{%[1]s}}, åbner eller lukker et mærke eller et anførselstegn, men ikke i alle tilfælde"},
	MarkupOpen:       {da: "siden slutter inde i et mærke, en værdi, en kommentar eller et script, som aldrig bliver lukket"},
	MarkupWrong:      {da: "et mærke i HTML er ikke skrevet rigtigt eller bliver ikke lukket"},
	AddressUnclear:   {da: "det er uklart, hvilken del af adressen %[1]s er"},
	SlashUnclear:     {da: "det er uklart, om / dividerer eller begynder et regulært udtryk"},
}

// Explanation is a reason with the values that it quotes: an argument of a problem that is
// said in the language of the message.
type Explanation struct {
	reason  Reason
	args    []any
	english string // as others have said it
}

// Why gives a reason as an argument. The values fill the verbs of its words.
func Why(reason Reason, args ...any) Explanation { return Explanation{reason: reason, args: args} }

// Meaning gives what others have said in English as an argument; its reason is "" where it
// is not known.
func Meaning(english string, reason Reason, args ...any) Explanation {
	return Explanation{reason, args, english}
}

// in gives the reason in a language. Of what is rare the words of others are all there is.
func (e Explanation) in(lang string) string {
	words, known := reasons[e.reason]
	switch {
	case lang != "da" && e.english != "":
		return e.english
	case !known:
		return "fortolkeren melder " + Quoted(e.english, lang)
	case lang == "da":
		return fill(words[0], e.said(lang))
	}
	return fill(words[1], e.said(lang))
}

// said are the values in a language.
func (e Explanation) said(lang string) []any {
	args := make([]any, len(e.args))
	for i, arg := range e.args {
		switch arg := arg.(type) {
		case string:
			args[i] = said{shorten(arg), lang}
		case inLanguage:
			args[i] = said{arg.in(lang), lang}
		default:
			args[i] = arg
		}
	}
	return args
}

// String is for comparing problems.
func (e Explanation) String() string { return e.in("") }
