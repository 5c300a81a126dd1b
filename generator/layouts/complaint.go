package layouts

import (
	"regexp"
	"strconv"

	"referat/generator/source"
)

// This file knows what text/template and html/template say of a template that they refuse, for
// they say it in English only. What it does not know is told in their own words.

// complaints are what they say most often, the quoted values in brackets.
var complaints = []struct {
	says   *regexp.Regexp
	reason source.Reason
}{
	{regexp.MustCompile(`^unexpected EOF$`), source.EndMissing},
	{regexp.MustCompile(`^unexpected \{\{(\w+)\}\}$`), source.StrayWord},
	{regexp.MustCompile(`^expected end; found (.+)$`), source.EndExpected},
	{regexp.MustCompile(`^(?:bad character|unrecognized character in action:) U\+\w+ '(.)'$`), source.StrayCharacter},
	{regexp.MustCompile(`^` + unclosedAction + `$`), source.ActionOpen},
	{regexp.MustCompile(`^unclosed left paren$`), source.BracketOpen},
	{regexp.MustCompile(`^unexpected right paren$`), source.BracketStray},
	{regexp.MustCompile(`^unterminated (?:quoted string|raw quoted string|character constant)$`), source.QuoteMissing},
	{regexp.MustCompile(`^unclosed comment$`), source.RemarkOpen},
	{regexp.MustCompile(`^comment ends before closing delimiter$`), source.RemarkMixed},
	{regexp.MustCompile(`^function (".+") not defined$`), source.UnknownFunction},
	{regexp.MustCompile(`^undefined variable (".+")$`), source.UnknownVariable},
	{regexp.MustCompile(`^missing value for command$`), source.EmptyAction},
	{regexp.MustCompile(`^missing value for (\w+)`), source.ValueMissing},
	{regexp.MustCompile(`^unexpected (?:(".+")|<(.+)>) in `), source.Unexpected},
	{regexp.MustCompile(`^\{\{(\w+)\}\} outside \{\{range\}\}$`), source.OutsideRange},
	{regexp.MustCompile(`multiple definition of template (".+")$`), source.DefinedTwice},
	{regexp.MustCompile(`^bad number syntax: (".+")$`), source.NotNumber},
	{regexp.MustCompile(`^too many declarations in (\w+)$`), source.ManyVariables},
	{regexp.MustCompile(`^non executable command in pipeline`), source.FunctionExpected},
	{regexp.MustCompile(`\{\{(\w+)\}\} branches end in different contexts`), source.BranchesDiffer},
	{regexp.MustCompile(`^ends in a non-text context`), source.MarkupOpen},
	{regexp.MustCompile(` in (?:unquoted attr|attribute name): |^expected space, attr name, or end of tag`), source.MarkupWrong},
	{regexp.MustCompile(`^(.+) appears in an ambiguous context within a URL$`), source.AddressUnclear},
	{regexp.MustCompile(`^'/' could start a division or regexp`), source.SlashUnclear},
}

// complaint gives what they say as a reason in the language of the message.
func complaint(english string) source.Explanation {
	for _, c := range complaints {
		m := c.says.FindStringSubmatch(english)
		if m == nil {
			continue
		}
		var values []any
		for _, value := range m[1:] {
			if plain, err := strconv.Unquote(value); err == nil {
				value = plain
			}
			if value != "" {
				values = append(values, value)
			}
		}
		return source.Meaning(english, c.reason, values...)
	}
	return source.Meaning(english, "")
}
