package layouts

import (
	"regexp"
	"strconv"

	"referat/generator/source"
)

// This file knows what text/template, html/template and our own look at style sheets say of what they
// refuse, in English only. What it does not know is told in their own words.

// complaints are what they say most often, the quoted values in brackets: patterns that are
// compiled when there is something to complain of, which is rare.
var complaints = []struct {
	says   string
	reason source.Reason
}{
	{`^unexpected EOF$`, source.EndMissing},
	{`^unexpected \{\{(\w+)\}\}$`, source.StrayWord},
	{`^expected end; found (.+)$`, source.EndExpected},
	{`^(?:bad character|unrecognized character in action:) U\+\w+ '(.)'$`, source.StrayCharacter},
	{`^` + unclosedAction + `$`, source.ActionOpen},
	{`^unclosed (?:left paren|bracket)$`, source.BracketOpen},
	{`^unexpected right paren$|^unopened bracket$`, source.BracketStray},
	{`^unterminated (?:quoted string|raw quoted string|character constant)$|^unclosed string$`, source.QuoteMissing},
	{`^unclosed comment$`, source.RemarkOpen},
	{`^unclosed remark$`, source.StyleRemarkOpen},
	{`^comment ends before closing delimiter$`, source.RemarkMixed},
	{`^function (".+") not defined$`, source.UnknownFunction},
	{`^undefined variable (".+")$`, source.UnknownVariable},
	{`^missing value for command$`, source.EmptyAction},
	{`^missing value for (\w+)`, source.ValueMissing},
	{`^unexpected (?:(".+")|<(.+)>) in `, source.Unexpected},
	{`^\{\{(\w+)\}\} outside \{\{range\}\}$`, source.OutsideRange},
	{`multiple definition of template (".+")$`, source.DefinedTwice},
	{`^bad number syntax: (".+")$`, source.NotNumber},
	{`^too many declarations in (\w+)$`, source.ManyVariables},
	{`^non executable command in pipeline`, source.FunctionExpected},
	{`\{\{(\w+)\}\} branches end in different contexts`, source.BranchesDiffer},
	{`^ends in a non-text context`, source.MarkupOpen},
	{` in (?:unquoted attr|attribute name): |^expected space, attr name, or end of tag`, source.MarkupWrong},
	{`^(.+) appears in an ambiguous context within a URL$`, source.AddressUnclear},
	{`^'/' could start a division or regexp`, source.SlashUnclear},
}

// complaint gives what they say as a reason in the language of the message.
func complaint(english string) source.Explanation {
	for _, c := range complaints {
		m := regexp.MustCompile(c.says).FindStringSubmatch(english)
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
