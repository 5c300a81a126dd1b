package layouts

import (
	"bytes"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// closing are the brackets that close others.
var closing = map[css.TokenType]css.TokenType{
	css.RightBraceToken: css.LeftBraceToken, css.RightParenthesisToken: css.LeftParenthesisToken, css.RightBracketToken: css.LeftBracketToken,
}

// checkStyleSheet finds what browsers pass over in silence, and with it every rule that
// follows: a bracket without its other half, a string or a comment that does not end
// (CSS Syntax Module Level 3, 5.4). The minifier, too, takes it as it comes.
func checkStyleSheet(text string) error {
	type bracket struct {
		kind css.TokenType
		at   int
	}
	fault := func(at int, message string) error { return parse.NewError(strings.NewReader(text), at, message) }
	var open []bracket
	tokens, at := css.NewLexer(parse.NewInputString(text)), 0
	for {
		kind, token := tokens.Next()
		switch kind {
		case css.ErrorToken:
			if len(open) > 0 {
				return fault(open[len(open)-1].at, "unclosed bracket")
			}
			return nil
		case css.LeftBraceToken, css.LeftParenthesisToken, css.LeftBracketToken:
			open = append(open, bracket{kind, at})
		case css.FunctionToken:
			open = append(open, bracket{css.LeftParenthesisToken, at})
		case css.RightBraceToken, css.RightParenthesisToken, css.RightBracketToken:
			if !slices.ContainsFunc(open, func(b bracket) bool { return b.kind == closing[kind] }) {
				return fault(at, "unopened bracket")
			}
			if last := open[len(open)-1]; last.kind != closing[kind] {
				return fault(last.at, "unclosed bracket")
			}
			open = open[:len(open)-1]
		case css.BadStringToken, css.BadURLToken:
			return fault(at, "unclosed string")
		case css.StringToken:
			if !ends(token, token[0]) {
				return fault(at, "unclosed string")
			}
		case css.URLToken:
			if !ends(token, ')') {
				return fault(at, "unclosed bracket")
			}
		case css.CommentToken:
			if len(token) < len("/**/") || !bytes.HasSuffix(token, []byte("*/")) {
				return fault(at, "unclosed remark")
			}
		}
		at += len(token)
	}
}

// ends tells that a token has its last character at its end, and not only as one of those within.
func ends(token []byte, last byte) bool {
	n := len(token) - 1
	escapes := n - len(bytes.TrimRight(token[:n], `\`))
	return n > 0 && token[n] == last && escapes%2 == 0
}
