package inspect

import (
	"html"
	"io"
	"strings"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"

	"referat/generator/inspect/found"
	"referat/generator/inspect/markup"
)

// within are the elements that stand in a line; all others end it.
var within = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "del": true, "dfn": true, "em": true, "font": true,
	"i": true, "ins": true, "kbd": true, "mark": true, "q": true, "s": true, "samp": true, "small": true, "span": true, "strike": true, "strong": true,
	"sub": true, "sup": true, "time": true, "tt": true, "u": true, "var": true, "wbr": true,
}

// readHTML reads the text of a page, the values of its attributes, its remarks and scripts.
func readHTML(_ []byte, text string, in *found.Into) {
	var words markup.Words
	var said, beside strings.Builder
	l := lexer.NewLexer(parse.NewInputString(text))
	for {
		kind, data := l.Next()
		switch kind {
		case lexer.ErrorToken:
			if l.Err() != io.EOF {
				in.Words("", text)
				in.Unread("", found.Damaged)
			}
			words.Text, words.Attributes = said.String(), beside.String()
			words.Give(in, "")
			return
		case lexer.TextToken:
			said.WriteString(html.UnescapeString(string(data)))
		case lexer.StartTagToken, lexer.EndTagToken:
			name := strings.ToLower(string(l.Text()))
			if !within[name] {
				said.WriteByte('\n')
			}
			if name == "script" && kind == lexer.StartTagToken {
				in.Trace(found.Script, "")
			}
		case lexer.AttributeToken:
			value := html.UnescapeString(strings.Trim(string(l.AttrVal()), `"'`))
			if file, is := markup.FromAddress(value); is {
				words.Files = append(words.Files, file)
			} else {
				beside.WriteString(value + markup.Apart)
			}
		case lexer.CommentToken, lexer.SVGToken, lexer.MathToken, lexer.XMLToken, lexer.TemplateToken, lexer.DoctypeToken:
			beside.WriteString(html.UnescapeString(string(data)) + markup.Apart)
		}
	}
}
